"""A treaty → its slices: sets of norms that can have to do with one another, each as a small treaty, which are asked about one by one.

Norms are in one slice when they are about the same act of the same Party, when one is opened, excepted or bounded by what another asks for, when they count
in the same unit, or when one speaks of the other. What acts on the treaty as a whole is in every slice. No history of one slice bears upon another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.logic.answers import Answer
from clausekit.norms.norm import Code, Condition, CountsAs, LifeRule, Names, Norm, Pattern, only

# What happens to the treaty as a whole joins nothing.
_OF_ALL = frozenset({"entry into force", "expiry", "signature", "adoption"})
_EVERYBODY = "*"
# So many times as many norms as a treaty has may be in its slices together.
_MOST_REPEATED = 2

Mark = tuple[str, ...] | tuple[str, int]


class Slice(NamedTuple):
    """Some norms of a treaty as a treaty of their own: its code, and the number in the whole treaty of each of its norms."""

    code: Code
    norms: tuple[int, ...]

    def outside(self, answer: Answer) -> Answer:
        """An answer about the slice as one about the whole treaty."""
        return _numbered(answer, self.norms)

    def inside(self, answer: Answer) -> Answer:
        """An answer about the whole treaty, that speaks of norms of the slice only, as one about the slice."""
        return _numbered(answer, {number: place for place, number in enumerate(self.norms)})


def slices(code: Code) -> tuple[Slice, ...]:
    """The slices of a treaty, in the order of their first norms."""
    joined = _Joined()
    owners = _owners(code)
    for norm in code.norms:
        joined.join([("norm", norm.number), *_of_norm(code, norm, owners)])
    for rule in code.life:
        if rule.provisions is not None:
            joined.join([*_of_rule(code, rule, owners), *(("provision", number) for number in rule.provisions)])
    for counting in code.counts_as:
        joined.join([*_of_pattern(counting.pattern, owners), *_of_pattern(counting.counted, owners), *_of_condition(code, counting.condition, owners)])
        joined.join([*_of_pattern(counting.pattern, owners), *_behind(counting)])
    common = {joined.root(("norm", norm.number)) for norm in code.norms if norm.effect is not None and norm.effect.provisions is None}
    common |= {joined.root(mark) for rule in code.life if rule.provisions is None for mark in _of_rule(code, rule, owners)}
    found: dict[Mark, list[int]] = {}
    shared: list[int] = []
    for norm in code.norms:
        root = joined.root(("norm", norm.number))
        if root in common:
            shared.append(norm.number)
        else:
            found.setdefault(root, []).append(norm.number)
    if not found or sum(len(numbers) + len(shared) for numbers in found.values()) > _MOST_REPEATED * len(code.norms):
        return (Slice(code, tuple(range(len(code.norms)))),)  # what is in every slice would be asked about time and again
    return tuple(_slice(code, [*numbers, *shared]) for numbers in found.values())


def _numbered(answer: Answer, numbers: Mapping[int, int] | Sequence[int]) -> Answer:
    steps = tuple(step._replace(norm=numbers[step.norm] if step.norm >= 0 else step.norm) for step in answer.steps)
    return answer._replace(norms=tuple(numbers[number] for number in answer.norms), steps=steps)


def _slice(code: Code, numbers: Iterable[int]) -> Slice:
    sliced, placed = only(code, numbers)
    return Slice(sliced, tuple(placed))


# ---------------------------------------------------------------- what joins


class _Joined:
    """Sets of marks, joined where one thing bears both."""

    def __init__(self) -> None:
        self._above: dict[Mark, Mark] = {}

    def root(self, mark: Mark) -> Mark:
        above = self._above.setdefault(mark, mark)
        while above != mark:
            self._above[mark] = self._above[above]
            mark, above = above, self._above[above]
        return mark

    def join(self, marks: Iterable[Mark]) -> None:
        first: Mark | None = None
        for mark in marks:
            root = self.root(mark)
            if first is None:
                first = root
            elif root != first:
                self._above[root] = first


def _owners(code: Code) -> dict[str, set[str]]:
    """By act, all who are bound to it, or named with it: those for whom an event of that name, by nobody in particular, stands."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for norm in code.norms:
        for act in norm.acts:
            found[act.name].update(norm.bearer.names or (_EVERYBODY,))
    for pattern in _patterns(code):
        found[pattern.name].update(_doers(pattern))
    return found


def _of_norm(code: Code, norm: Norm, owners: dict[str, set[str]]) -> Iterator[Mark]:
    yield "provision", norm.provision
    for act in norm.acts:
        names = norm.bearer.names if not norm.bearer.refers else tuple(owners[act.name])
        yield from (("act", act.name, name) for name in names or owners[act.name])
        yield from (("unit", amount.unit, "") for amount in act.amounts if amount.unit)
    for number in norm.after:
        if number >= 0:
            yield "norm", number
    for provisions in (norm.guaranteed, norm.prevails_over, norm.yields_to, norm.effect.provisions if norm.effect is not None else None):
        yield from (("provision", number) for number in provisions or ())
    conditions = [norm.trigger, norm.ensured, *(guard.condition for guard in norm.guards)]
    for window in norm.windows:
        conditions += [window.anchor, *(clock.anchor for clock in window.clocks)]
    for condition in conditions:
        yield from _of_condition(code, condition, owners)


def _of_rule(code: Code, rule: LifeRule, owners: dict[str, set[str]]) -> Iterator[Mark]:
    conditions = [rule.trigger, *(guard.condition for guard in rule.guards), *(window.anchor for window in rule.windows)]
    for condition in conditions:
        yield from _of_condition(code, condition, owners)
    if rule.of is not None:
        yield from _of_pattern(rule.of, owners)
    yield from _behind(rule)


def _behind(rule: LifeRule | CountsAs) -> Iterator[Mark]:
    """The norms whose failure brings a rule about that is a step of a ladder."""
    return (("norm", number) for number in rule.after if number >= 0)


def _of_condition(code: Code, condition: Condition | None, owners: dict[str, set[str]]) -> Iterator[Mark]:
    for alternative in condition or ():
        for test in alternative:
            if test.pattern is not None:
                yield from _of_pattern(test.pattern, owners)
            if test.window is not None and test.window.anchor is not None:
                yield from _of_condition(code, test.window.anchor, owners)
            if test.kind != "occurs":
                yield "state", test.name
                for status in code.statuses:
                    if test.kind == "holds" and status.name == test.name:
                        for event in (each for part in (status.begins, status.ends) for tests in part or () for each in tests if each.pattern is not None):
                            assert event.pattern is not None
                            yield from _of_pattern(event.pattern, owners)


def _of_pattern(pattern: Pattern, owners: dict[str, set[str]]) -> Iterator[Mark]:
    if pattern.name in _OF_ALL:
        return
    yield from (("provision", number) for number in pattern.clauses or ())
    if not pattern.clauses:
        names = _doers(pattern) or tuple(owners.get(pattern.name, ())) or (_EVERYBODY,)
        yield from (("act", pattern.name, name) for name in sorted(names))


def _doers(pattern: Pattern) -> Names:
    return next((role.who.names for role in pattern.roles if role.preposition == "by" and not role.absent and not role.who.refers), ())


def _patterns(code: Code) -> Iterator[Pattern]:
    conditions: list[Condition | None] = [norm.trigger for norm in code.norms]
    conditions += [guard.condition for norm in code.norms for guard in norm.guards]
    conditions += [rule.trigger for rule in code.life]
    for condition in conditions:
        for alternative in condition or ():
            yield from (test.pattern for test in alternative if test.pattern is not None)
