"""A treaty → the duties that only hand on: nothing stands against what they ask, and all that doing it brings about is that other norms become active.

No conflict need be looked for in which such a duty has a part. Say that its bearer can satisfy the rest of the core, but not this duty too. It goes on as for
the rest and does, at some time that is right, what this duty asks: nothing forbids that, and nothing is the worse for it but by what it opens then. So what it
opens clashes with the rest at that instant, without this duty. Every history that leads into the one conflict leads into the other, which is looked for anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.logic.defined import meant
from clausekit.logic.index import MADE, Index
from clausekit.logic.reach import UNBOUNDED
from clausekit.logic.related import is_instant
from clausekit.norms.consent import consents, tests_of
from clausekit.norms.norm import Code, Condition, Norm, Pattern, Test, Window
from clausekit.norms.state import OF_EVERY_TREATY


def handing_on(index: Index) -> frozenset[int]:
    """The numbers of the duties of a treaty that only hand on."""
    busy = _heard_otherwise(index.code) | OF_EVERY_TREATY | consents(index.code) | MADE
    return frozenset(norm.number for norm in index.code.norms if _only_hands_on(norm, index, busy))


def _only_hands_on(norm: Norm, index: Index, busy: set[str]) -> bool:
    if norm.modality != "duty" or norm.mode not in ("each", "any") or norm.ensured is not None or norm.effect is not None or not norm.acts:
        return False
    if norm.after or norm.guards or norm.guaranteed is not None or norm.for_each or norm.trigger is None or not all(map(_is_simple, norm.windows)):
        return False
    if index.has_effects(norm) or any(norm.provision in index.told(name) for name in MADE):
        return False  # something hangs on what becomes of it
    own = {test.pattern.name for alternative in norm.trigger for test in alternative if test.pattern is not None}
    if any(act.name in own or not _is_plain(act, index, busy) for act in norm.acts) or _may_forbid(norm, index):
        return False
    if norm.mode == "each":
        return all(_is_free(norm, name, index) for name in (norm.bearer.refers, *norm.bearer.names) if name)
    return not any(act.name in index.listeners for act in norm.acts) and any(_is_free(norm, name, index) for name in norm.bearer.names)


def _may_forbid(norm: Norm, index: Index) -> bool:
    """Whether what must be done at the very instant at which a duty is opened may open a prohibition: of what has happened in that instant, it may be."""
    names = {act.name for act in norm.acts} if is_instant(norm) else set()
    left = list(names)
    while left:
        for other in {each.norm.number: each.norm for each in index.listeners.get(left.pop(), ())}.values():
            if other.modality == "prohibition":
                return True
            new = {act.name for act in other.acts} - names if other.modality == "duty" and is_instant(other) else set()
            names |= new
            left += new
    return False


def _is_plain(act: Pattern, index: Index, busy: set[str]) -> bool:
    """Whether nothing but the opening of norms hangs on an act."""
    is_whole = not act.aspect and act.clauses is None and not any(role.absent for role in act.roles)
    return is_whole and act.name not in busy and all(other.modality != "power" and other.effect is None for other in index.by_act.get(act.name, ()))


def _is_free(norm: Norm, name: str, index: Index) -> bool:
    """Whether nothing forbids somebody, nor whomever a variable may stand for, to do what a norm asks."""
    about = [other for act in norm.acts for other in index.by_act.get(act.name, ()) if other.modality == "prohibition"]
    return not any(norm.bearer.refers or other.bearer.refers or name in other.bearer.names for other in about)


def _is_simple(window: Window) -> bool:
    """Whether a time is counted from what opens the norm alone, so that there is an instant in it for as long as it is not over."""
    return window.kind in UNBOUNDED - {"times"} or (window.kind == "within" and window.period is not None and window.anchor is None and not window.clocks)


# ---------------------------------------------------------------- what hangs on events


def _heard_otherwise(code: Code) -> set[str]:
    """The names of events on which more hangs than that a norm becomes active."""
    found: set[str] = set()
    conditions: list[Condition | None] = []
    for norm in code.norms:
        found |= {test.pattern.name for test in _not_opening(norm) if test.pattern is not None}
        conditions += [norm.ensured, *(guard.condition for guard in norm.guards)]
        conditions += [window.anchor for window in norm.windows if not (norm.timed and window.anchor == norm.trigger)]
        conditions += [clock.anchor for window in norm.windows for clock in window.clocks]
    for rule in code.life:
        found |= {test.pattern.name for test in tests_of(rule) if test.pattern is not None}
        found |= {rule.of.name} if rule.of is not None else set()
        conditions += [guard.condition for guard in rule.guards]
    for counting in code.counts_as:
        found |= {counting.pattern.name, counting.counted.name}
        conditions.append(counting.condition)
    conditions += [finding.in_fact for finding in code.findings]
    conditions += [each for status in code.statuses for each in (status.begins, status.ends)]
    return found | {name for condition in conditions if condition is not None for name in _named_in(condition)}


def _not_opening(norm: Norm) -> Iterator[Test]:
    """The tests of a trigger that an event does not simply meet when it happens."""
    for alternative in meant(norm.trigger or ()):
        events = [test for test in alternative if test.kind == "occurs"]
        if len(events) != 1 or not _is_simple_event(events[0]):
            yield from events
    yield from (test for alternative in norm.trigger or () if alternative not in meant(norm.trigger or ()) for test in alternative)


def _is_simple_event(test: Test) -> bool:
    return not test.negated and test.count is None and test.window is None and not test.already


def _named_in(condition: Condition) -> Iterable[str]:
    for alternative in condition:
        for test in alternative:
            if test.pattern is not None:
                yield test.pattern.name
            if test.window is not None and test.window.anchor is not None:
                yield from _named_in(test.window.anchor)
