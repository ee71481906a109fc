"""What follows from a treaty alone, worked out once for all questions: what listens for what, what stands, what can excuse or allow what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from clausekit.logic.defined import meant
from clausekit.norms.history import JUDGING, Happening, is_of
from clausekit.norms.lives import ENDS
from clausekit.norms.norm import Code, Condition, Names, Norm, Pattern, Test
from clausekit.norms.state import has_precedence

# What the treaty itself makes of what becomes of a norm.
# What the names of events begin with that no history tells of.
SILENT = "#"
ENTRY = "entry into force"
WAIVER = "waiver"
MADE = frozenset({"violation", "failure", "fulfilment", "cure", "lapse", ENTRY, "expiry"})
# The effects of powers and rules by which a provision can cease to apply, for a time or for good.
_ENDING = frozenset({"suspension", "termination"})


class Listening(NamedTuple):
    """A test of a trigger that an event may meet; None where it is a state of affairs that opens the norm, when it comes about."""

    norm: Norm
    alternative: tuple[Test, ...]
    test: Test | None


class Index:
    """The norms of one treaty, by what they hang on."""

    def __init__(self, code: Code) -> None:
        """Look the norms over."""
        self.code = code
        self.listeners: defaultdict[str, list[Listening]] = defaultdict(list)
        self.standing_about: defaultdict[str, list[Norm]] = defaultdict(list)
        self.after: defaultdict[int, list[Norm]] = defaultdict(list)
        self.by_act: defaultdict[str, list[Norm]] = defaultdict(list)
        self.leading_on = frozenset(number for after in (*(rule.after for rule in code.life), *(rule.after for rule in code.counts_as)) for number in after)
        """The norms behind which a sentence on the life of the treaty stands as a step: more follows from their failure than is looked for."""
        self.guarantees = [norm for norm in code.norms if norm.guaranteed is not None]
        for norm in code.norms:
            self._file(norm)
        self.can_be_waived = WAIVER in {pattern.name for pattern in self._patterns()} or bool(self.by_act.get(WAIVER))
        """Whether the treaty speaks of waiver: what is owed to somebody, it can then waive. Where nothing is said of it, nobody is taken to waive anything."""
        self._cut: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        for act in (act for norm in code.norms for act in norm.acts):
            self._cut[act.name].update(((role.preposition, role.who.names[0]), None) for role in act.roles if role.absent and role.who.names)
        self._told = self._told_of()
        self._spoken: defaultdict[str, list[Pattern]] = defaultdict(list)
        for pattern in self._patterns():
            if pattern.name in MADE:
                self._spoken[pattern.name].append(pattern)
        self.escapable = self._escapable()

    def _file(self, norm: Norm) -> None:
        """File a norm under what it is about and what opens it."""
        for act in norm.acts:
            self.by_act[act.name].append(norm)
        for number in norm.after:
            self.after[number].append(norm)
        if norm.after or norm.guaranteed is not None:
            return
        opening = opened_by(norm)
        if opening is None:
            for act in norm.acts:
                self.standing_about[act.name].append(norm)
        for place, alternative in enumerate(meant(opening or ())):
            if is_state(alternative):
                self.listeners[becoming(norm, place)].append(Listening(norm, alternative, None))
            for test in alternative:
                if test.kind == "occurs" and not test.negated and test.pattern is not None:
                    self.listeners[test.pattern.name].append(Listening(norm, alternative, test))

    # ------------------------------------------------------------ what excuses, allows, answers

    def excusing(self, duty: Norm) -> Iterator[Norm]:
        """The norms that can excuse from a duty: exemptions from its act, and prohibitions that prevail over it."""
        for other in self._about_the_same(duty):
            if (other.modality == "exemption" and (has_precedence(other, duty) or is_more_special(other, duty))) or (
                other.modality == "prohibition" and has_precedence(other, duty)
            ):
                yield other

    def allowing(self, prohibition: Norm) -> Iterator[Norm]:
        """The norms that can allow what a prohibition forbids: they are about the same act, and prevail."""
        for other in self._about_the_same(prohibition):
            if other.modality in ("permission", "power", "duty") and has_precedence(other, prohibition):
                yield other

    def _about_the_same(self, norm: Norm) -> Iterator[Norm]:
        seen = {norm.number}
        for act in norm.acts:
            for other in self.by_act[act.name]:
                if other.number not in seen:
                    seen.add(other.number)
                    yield other

    def guaranteeing(self, norm: Norm, who: Names) -> Iterator[Norm]:
        """The guarantees that a violation of a norm by some opens."""
        for each in self.guarantees:
            if norm.provision in (each.guaranteed or ()) and (not each.duties_of or set(each.duties_of) & set(who)):
                yield each

    def has_effects(self, norm: Norm) -> bool:
        """Whether anything follows from a violation of a norm: a next step, a guarantee, or what is said of such violations."""
        if norm.number in self.leading_on or self.after.get(norm.number) or norm.provision in self.told("violation") or norm.provision in self.told("failure"):
            return True
        return any(norm.provision in (each.guaranteed or ()) for each in self.guarantees)

    def opens_exactly(self, norm: Norm) -> bool:
        """Whether all that can open a norm is known here: events, failures, and an absence; not a state of affairs alone, nor a number of events."""
        if norm.after and any(number >= 0 and not self.opens_exactly(self.code.norms[number]) for number in norm.after):
            return False
        return all(self._is_opening(alternative) for alternative in meant(norm.trigger or ()))

    def _is_opening(self, alternative: tuple[Test, ...]) -> bool:
        if is_state(alternative):
            return True
        events = [test for test in alternative if test.kind == "occurs"]
        plain = [test for test in events if not test.negated and test.count is None and test.window is None]
        made = [test for test in plain if test.pattern is not None and test.pattern.name in MADE - {"violation", "failure", ENTRY}]
        return bool(plain) and len(plain) == len(events) and not made

    def variants(self, event: Happening) -> list[Happening]:
        """An act, and the same act with what some sentence cuts out of it: `except in self-defence`."""
        others = [(preposition, name) for preposition, name in self._cut.get(event.name, ()) if preposition not in event.roles]
        return [event, *(event._replace(roles={**event.roles, preposition: (name,)}) for preposition, name in others)]

    # ------------------------------------------------------------ what is told

    def told(self, name: str) -> frozenset[int]:
        """The provisions of which something is said, should such an event be made of them."""
        return self._told.get(name, frozenset())

    def is_spoken_of(self, event: Happening) -> bool:
        """Whether anything is said of such an event: of what the treaty makes of what becomes of a norm, by and on these."""
        return any(is_of(pattern, event, {}, amounts=False) for pattern in self._spoken.get(event.name, ()))

    def are_told_alike(self, provision: int, others: set[int]) -> bool:
        """Whether everything that is said of violations of a provision, and every guarantee of it, is of others too."""
        said = [each.guaranteed for each in self.guarantees if each.guaranteed is not None]
        said += [pattern.clauses for pattern in self._patterns() if pattern.name == "violation" and pattern.clauses is not None]
        return all(others <= clauses for clauses in said if provision in clauses)

    def _told_of(self) -> dict[str, frozenset[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        every = range(len(self.code.provisions))
        for pattern in self._patterns():
            if pattern.name in MADE:
                found[pattern.name] |= pattern.clauses if pattern.clauses is not None else set(every)
        return {name: frozenset(numbers) for name, numbers in found.items()}

    def _patterns(self) -> Iterator[Pattern]:
        conditions = [norm.trigger for norm in self.code.norms if norm.trigger is not None]
        conditions += [guard.condition for norm in self.code.norms for guard in norm.guards]
        conditions += [each for status in self.code.statuses for each in (status.begins, status.ends) if each]
        for condition in conditions:
            for alternative in condition:
                yield from (test.pattern for test in alternative if test.pattern is not None)

    def _escapable(self) -> frozenset[int]:
        """The provisions that can cease to apply by a power or a rule of the treaty."""
        every = frozenset(range(len(self.code.provisions)))
        found: set[int] = set()
        for norm in self.code.norms:
            if norm.modality == "power" and norm.effect is not None and norm.effect.kind in _ENDING:
                found |= every if norm.effect.provisions is None else norm.effect.provisions
        for rule in self.code.life:
            of_all = rule.provisions is None and (rule.verb == "is suspended" or (bool(rule.after) and rule.verb in ENDS))
            found |= every if of_all else rule.provisions or frozenset()
        return frozenset(found)


def is_made(pattern: Pattern) -> bool:
    """Whether only the treaty itself makes such an event. That somebody finds, alleges or thinks it to be so happens in the world."""
    return pattern.name in MADE and JUDGING.isdisjoint(role.preposition for role in pattern.roles)


def can_be_violated(code: Code, pattern: Pattern) -> bool:
    """Whether a violation is of a provision that asks something of somebody who could be its author."""
    asking = [norm for norm in code.norms if norm.modality in ("duty", "prohibition")]
    authors = [set(role.who.names) for role in pattern.roles if role.preposition == "by" and role.who.names]
    return any(
        (pattern.clauses is None or norm.provision in pattern.clauses) and all(not norm.bearer.names or each & set(norm.bearer.names) for each in authors)
        for norm in asking
    )


def is_state(alternative: tuple[Test, ...]) -> bool:
    """Whether only a state of affairs is asked for: what opens a norm then is that it comes about."""
    return all(test.kind != "occurs" for test in alternative)


def opened_by(norm: Norm) -> Condition | None:
    """What opens a norm: its trigger; or the state of affairs while which something is to be done in a time that is counted from when it comes about."""
    if norm.trigger is not None or norm.after or norm.guaranteed is not None:
        return norm.trigger
    lasting = [guard.condition for guard in norm.guards if guard.kind == "while"]
    is_counted = any(window.period is not None and window.anchor is None and window.at is None for window in norm.windows)
    if not is_counted or not lasting or not all(is_state(alternative) for condition in lasting for alternative in condition):
        return None
    return tuple(tuple(test for alternative in together for test in alternative) for together in product(*lasting))


def becoming(norm: Norm, place: int) -> str:
    """The name of the event that a state of affairs comes about which opens a norm. No history tells of it: it tells of the state."""
    return f"{SILENT}{norm.number}.{place}"


def is_more_special(exemption: Norm, duty: Norm) -> bool:
    """Whether an exemption is the more special rule, and so settles the matter (`need not` in the semantics)."""
    fewer = set(exemption.bearer.names) < set(duty.bearer.names)
    return fewer or (exemption.trigger is not None and duty.trigger is None) or (bool(exemption.guards) and not duty.guards)
