"""A duty → whether an event that does nothing else can free from it at any time: then it stands against nothing.

`Unless objection by Alba`: whatever else is asked of whoever owes it, there is a course of events in which Alba objects at once, and what is asked besides can
be satisfied as if this duty had never been. So nothing that needs the duty is a conflict. Where the event, or what it ends, has any other part in the treaty,
nothing is concluded, and a way out is looked for as everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic.index import MADE, WAIVER, Index
from clausekit.norms.consent import consents, tests_of
from clausekit.norms.history import JUDGING
from clausekit.norms.norm import Code, Condition, Guard, Norm, RolePattern, Test
from clausekit.norms.state import OF_EVERY_TREATY, has_precedence

_ASKING = ("duty", "prohibition", "commitment")
_TWO = 2
_OUTCOMES = ("violation", "failure", "fulfilment", "cure", "lapse")


class Freed:
    """The duties of one treaty that somebody can be freed from at any time."""

    def __init__(self, index: Index) -> None:
        """Know which events have a part in the treaty other than to free from what is asked."""
        self._index = index
        self._busy = _heard_elsewhere(index.code) | (OF_EVERY_TREATY - {WAIVER}) | consents(index.code) | MADE
        self._known: dict[int, bool] = {}

    def can_be(self, norm: Norm) -> bool:
        """Whether events that do nothing else can free from a norm as soon as it is owed."""
        if norm.number not in self._known:
            self._known[norm.number] = norm.modality == "duty" and not _recurs(norm) and any(self._frees(names) for names in self._exceptions(norm))
        return self._known[norm.number]

    def _exceptions(self, norm: Norm) -> Iterator[set[str]]:
        """The names of events that together are an exception, each an event that can be at any time."""
        for guard in norm.guards:
            for alternative in guard.condition if _is_exception(guard) else ():
                if all(_is_plain(test) for test in alternative):
                    yield {test.pattern.name for test in alternative if test.pattern is not None}

    def _frees(self, names: set[str]) -> bool:
        """Whether such events only end what is asked, and nothing hangs on what they end."""
        if not names.isdisjoint(self._busy) or any(self._index.by_act.get(name) for name in names):
            return False
        ended = [norm for norm in self._index.code.norms if self._is_ended(norm, names)]
        return all(self._is_missed_by_nothing(norm) for norm in ended)

    def _is_ended(self, norm: Norm, names: set[str]) -> bool:
        """Whether such events can end what a norm asks: by its own words, or as a waiver by whom it is owed to."""
        is_waived = WAIVER in names and norm.modality == "duty" and (norm.owed_to is not None or len(self._index.code.parties) <= _TWO)
        return is_waived or any(not names.isdisjoint(_named_in(guard.condition)) for guard in norm.guards)

    def _is_missed_by_nothing(self, norm: Norm) -> bool:
        """Whether nothing is allowed, excused or opened by what is asked, by its violation or fulfilment, or by the steps behind it, but more that is asked."""
        if norm.modality not in _ASKING or norm.number in self._index.leading_on or any(norm.provision in self._index.told(name) for name in _OUTCOMES):
            return False
        same = (other for act in norm.acts for other in self._index.by_act[act.name])
        if any(has_precedence(norm, other) for other in same):
            return False
        return all(self._is_missed_by_nothing(step) for step in self._index.after.get(norm.number, ()))


def _is_exception(guard: Guard) -> bool:
    return guard.kind in ("unless", "except")


def _is_plain(test: Test) -> bool:
    """Whether a test is met by an event that can be told of whatever else is so: by or against somebody named, not so many, not within a time."""
    pattern = test.pattern
    if test.kind != "occurs" or test.negated or pattern is None or test.count is not None or test.window is not None:
        return False
    return not pattern.amounts and not pattern.aspect and pattern.clauses is None and all(_is_of_somebody(role) for role in pattern.roles)


def _is_of_somebody(role: RolePattern) -> bool:
    return not role.absent and role.preposition not in JUDGING and bool(role.who.names) and not role.who.refers and not role.who.binds


def _recurs(norm: Norm) -> bool:
    return any(window.kind == "every" for window in norm.windows)


def _heard_elsewhere(code: Code) -> set[str]:
    """The names of events that anything hangs on other than as an exception to what is asked."""
    found = {act.name for norm in code.norms for act in norm.acts}
    conditions: list[Condition | None] = []
    for norm in code.norms:
        conditions += [norm.trigger, norm.ensured, *(window.anchor for window in norm.windows)]
        conditions += [clock.anchor for window in norm.windows for clock in window.clocks]
        conditions += [guard.condition for guard in norm.guards if norm.modality not in _ASKING or not _is_exception(guard)]
    for rule in code.life:
        found |= {test.pattern.name for test in tests_of(rule) if test.pattern is not None}
        conditions += [guard.condition for guard in rule.guards]
        found |= {rule.of.name} if rule.of is not None else set()
    for counting in code.counts_as:
        found |= {counting.pattern.name, counting.counted.name}
        conditions.append(counting.condition)
    conditions += [each.in_fact for each in code.findings]
    conditions += [each for status in code.statuses for each in (status.begins, status.ends)]
    for condition in conditions:
        found |= _named_in(condition) if condition is not None else set()
    found |= {other.pattern.name for norm in code.norms for guard in norm.guards for other in _not_plain(guard)}  # type: ignore[union-attr]  # events have patterns
    return found


def _not_plain(guard: Guard) -> Iterator[Test]:
    """The tests of a guard that an event could make come untrue."""
    return (test for alternative in guard.condition for test in alternative if test.pattern is not None and (test.negated or test.count is not None))


def _named_in(condition: Condition) -> set[str]:
    return {test.pattern.name for alternative in condition for test in alternative if test.pattern is not None}
