"""Norms → those that nobody is ever bound to begin with: a least fixpoint of what something from outside can set off.

What sets a norm off comes from outside when it is an event of the world, an act that somebody may do at choice or has no duty to do, or a state of affairs. An
act that all who could do it owe, each by duties that are themselves only set off by one another, is none: it can be done at any time, but nobody is ever bound
to do it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.logic.defined import meant
from clausekit.norms.hinging import waiting
from clausekit.norms.history import JUDGING
from clausekit.norms.memory import needed
from clausekit.norms.norm import Code, Condition, Norm, Pattern, Test

# Times before which an act is not due. `at the same time as` the act of another is none: it is how a circle is opened.
_GATES = frozenset({"on", "after", "from", "exactly", "not earlier than", "first day of month"})
_OUTCOMES = frozenset({"violation", "fulfilment", "cure"})
_DUTIES = ("duty", "commitment")


class Blocked(NamedTuple):
    """What a norm waits for that only other waiting norms would bring about: the test, and their numbers."""

    test: Test | None
    on: tuple[int, ...]


class Waits:
    """Which norms of a treaty something from outside can set off, and what the others wait for."""

    def __init__(self, code: Code) -> None:
        """Work the fixpoint out: begin with nothing set off, and add what can be until nothing more follows."""
        self.code = code
        self._acts: defaultdict[str, list[tuple[Norm, Pattern]]] = defaultdict(list)
        for norm in code.norms:
            for act in norm.acts:
                self._acts[act.name].append((norm, act))
        self._standing: defaultdict[int, list[Norm]] = defaultdict(list)
        for norm in code.norms:
            if norm.modality in ("duty", "prohibition", "commitment"):
                self._standing[norm.provision].append(norm)
        self._everybody = tuple(dict.fromkeys((*code.actors, *code.bodies, *(name for norm in code.norms for name in norm.bearer.names))))
        self._deferred = dict(waiting(code))
        self._counted = {rule.counted.name for rule in code.counts_as if not rule.negated}
        self._gates = {norm.number: tuple(self._gates_of(norm)) for norm in code.norms}
        self.begun: set[int] = set()
        left = list(code.norms)
        while True:
            before = len(left)
            left = [norm for norm in left if not self._begins(norm)]
            if len(left) == before:
                return

    def _begins(self, norm: Norm) -> bool:
        """Whether a norm can be set off by what was found to be so far, itself from now on among it: a chain in the order of the text is followed in one go."""
        if self._can_begin(norm):
            self.begun.add(norm.number)
            return True
        return False

    def blocked(self) -> tuple[int, ...]:
        """The duties and commitments that nothing from outside ever sets off."""
        return tuple(norm.number for norm in self.code.norms if norm.number not in self.begun and norm.modality in _DUTIES)

    def circles(self) -> Iterator[tuple[tuple[int, ...], dict[int, Blocked]]]:
        """The smallest sets of norms that wait for one another and for nothing else, each with what its norms wait for; those of different norms only."""
        closures = sorted((self._closure(number) for number in self.blocked()), key=lambda found: (len(found), min(found)))
        told: set[int] = set()
        for closure in closures:
            if told.isdisjoint(closure):
                told.update(closure)
                yield tuple(sorted(closure)), closure

    def outside(self, number: int) -> Iterator[Test]:
        """The tests that a norm hangs on and that something from outside can meet."""
        for gate in self._gates[number]:
            for alternative in meant(gate):
                yield from (test for test in alternative if self._meets(test))

    # ------------------------------------------------------------ gates

    def _gates_of(self, norm: Norm) -> Iterator[Condition]:
        """All that must have come about before anything is due."""
        if norm.trigger is not None:
            yield norm.trigger
        yield from (window.anchor for window in norm.windows if window.anchor is not None and window.kind in _GATES)
        bounds = [window for window in norm.windows if window.kind in ("within", "by", "for", "every", "until")]
        if bounds and all(window.kind == "within" and window.anchor is not None for window in bounds):
            yield from (window.anchor for window in bounds if window.anchor is not None)
        yield from (guard.condition for guard in norm.guards if guard.kind in ("provided that", "while"))
        rule = self._deferred.get(norm.provision)
        condition = (rule.trigger or next((window.anchor for window in rule.windows if window.anchor is not None), None)) if rule is not None else None
        if condition is not None:
            yield condition

    def _can_begin(self, norm: Norm) -> bool:
        if norm.after and not any(self._fails(number) for number in norm.after):
            return False
        if norm.guaranteed is not None and not any(self._fails(other.number) for other in self._in(norm.guaranteed) if other is not norm):
            return False
        return all(self._met(gate) for gate in self._gates[norm.number])

    def _fails(self, number: int) -> bool:
        """Whether what a norm says can come to nothing: once it is set off. A failure that is only told (-1) comes from outside."""
        return number < 0 or number in self.begun

    def _in(self, provisions: Iterable[int]) -> list[Norm]:
        return [norm for provision in sorted(provisions) for norm in self._standing[provision]]

    # ------------------------------------------------------------ tests

    def _met(self, condition: Condition) -> bool:
        return any(all(self._meets(test) for test in alternative) for alternative in meant(condition))

    def _meets(self, test: Test) -> bool:
        if test.kind == "holds":
            standing = next((each for each in self.code.statuses if each.name == test.name), None)
            return test.negated or standing is None or standing.begins is None or self._met(standing.begins)
        if test.kind != "occurs" or test.negated or test.pattern is None:
            return True
        return not self._needed(test) or self._from_outside(test)

    def _from_outside(self, test: Test) -> bool:
        """Whether enough of those who could bring an event about can do so without a duty, or by one that is set off."""
        pattern = test.pattern
        assert pattern is not None
        if pattern.name in _OUTCOMES and pattern.clauses:
            return any(self._fails(norm.number) for norm in self._outcome_of(pattern))
        able = [name for name in self._doers(test) if self._is_free(pattern, name)]
        if test.count is not None:
            least = needed(test.count.quantifier, test.count.number, len(test.count.names))
            return len(able) >= least and set(test.count.including) <= set(able)
        role = next((each.who for each in pattern.roles if each.preposition == "by" and not each.absent), None)
        if role is not None and role.quantifier == "all" and role.joined_by == "and":
            return len(able) == len(role.names)
        return bool(able)

    def _is_free(self, pattern: Pattern, name: str) -> bool:
        """Whether somebody can do an act without waiting: it owes it by no duty, or by one that is set off, or another norm speaks of it."""
        owing = [norm for norm, act in self._acts[pattern.name] if name in norm.bearer.names and _is_such(act, pattern)]
        return any(norm.modality not in _DUTIES or norm.number in self.begun for norm in owing) or not owing

    def _needed(self, test: Test) -> tuple[int, ...]:
        """The duties by which alone an event would come about; none where it can come from elsewhere."""
        pattern = test.pattern
        if pattern is None or pattern.name in self._counted or any(role.preposition in JUDGING for role in pattern.roles):
            return ()
        if pattern.name in _OUTCOMES and pattern.clauses:
            return tuple(norm.number for norm in self._outcome_of(pattern))
        doers = set(self._doers(test))
        return tuple(
            norm.number for norm, act in self._acts[pattern.name] if norm.modality in _DUTIES and doers & set(norm.bearer.names) and _is_such(act, pattern)
        )

    def _outcome_of(self, pattern: Pattern) -> list[Norm]:
        role = next((each.who for each in pattern.roles if each.preposition == "by" and not each.absent), None)
        norms = self._in(pattern.clauses or ())
        if pattern.name == "fulfilment":
            norms = [norm for norm in norms if norm.modality != "prohibition"]
        return [norm for norm in norms if role is None or not role.names or set(role.names) & set(norm.bearer.names)]

    def _doers(self, test: Test) -> tuple[str, ...]:
        """Who could do an event: those it asks for, else everybody the treaty speaks of."""
        if test.count is not None and test.count.names:
            return test.count.names
        pattern = test.pattern
        assert pattern is not None
        role = next((each.who for each in pattern.roles if each.preposition == "by" and not each.absent), None)
        if role is not None and role.names:
            return role.names
        return self._everybody

    # ------------------------------------------------------------ circles

    def _closure(self, number: int) -> dict[int, Blocked]:
        """A norm with those it waits for, these with those they wait for, and so on: of each alternative the test that fewest stand behind."""
        found: dict[int, Blocked] = {}
        waiting_for = [number]
        while waiting_for:
            at = waiting_for.pop()
            if at in found:
                continue
            found[at] = self._waits_for(self.code.norms[at])
            waiting_for += found[at].on
        return found

    def _waits_for(self, norm: Norm) -> Blocked:
        if norm.after and not any(self._fails(number) for number in norm.after):
            return Blocked(None, norm.after)
        if norm.guaranteed is not None and not any(self._fails(other.number) for other in self._in(norm.guaranteed) if other is not norm):
            return Blocked(None, tuple(other.number for other in self._in(norm.guaranteed) if other is not norm))
        gate = next(gate for gate in self._gates[norm.number] if not self._met(gate))
        first: Test | None = None
        on: list[int] = []
        for alternative in meant(gate):
            choices = [(len(self._behind(test)), place, test) for place, test in enumerate(alternative) if not self._meets(test)]
            _, _, test = min(choices)
            first = first or test
            on += self._behind(test)
        return Blocked(first, tuple(dict.fromkeys(on)))

    def _behind(self, test: Test) -> tuple[int, ...]:
        """The waiting norms behind a test: those that would bring the event about, or begin the status."""
        if test.kind == "holds":
            standing = next((each for each in self.code.statuses if each.name == test.name), None)
            tests = [each for alternative in (standing.begins if standing is not None else None) or () for each in alternative]
            return tuple(dict.fromkeys(number for each in tests for number in self._behind(each)))
        return tuple(number for number in self._needed(test) if number not in self.begun)


def _is_such(act: Pattern, asked: Pattern) -> bool:
    """Whether doing an act can be an event of the kind asked for: nothing that both say differs. Whatever the act leaves open can be as it is asked for."""
    if act.name != asked.name or (act.aspect and asked.aspect and act.aspect != asked.aspect):
        return False
    for role in asked.roles:
        if role.preposition == "by" or role.absent or not role.who.names:
            continue
        same = [each for each in act.roles if each.preposition == role.preposition and not each.absent and each.who.names]
        if same and not any(set(each.who.names) & set(role.who.names) for each in same):
            return False
    return True
