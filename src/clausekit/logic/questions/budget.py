"""Deadline budget: whether a duty falls due before what it waits for can happen, so that nobody can perform it in time.

What is asked is whether there is time where each of the events that its time and what it waits for are counted from happens once: that an earlier one has set
the waiting off already is luck, and no plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.logic import solver as z
from clausekit.logic.answers import Answer, Step
from clausekit.logic.compliance import Compliance
from clausekit.logic.defined import meant
from clausekit.logic.slots import Slot, events, is_of
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Theory
from clausekit.norms import history
from clausekit.norms.norm import Condition, Norm, Pattern, Window

# Windows that hold an act back until something else has happened.
_HOLDING_BACK = frozenset({"after", "from", "not earlier than", "within", "exactly"})


def budget(theory: Theory) -> Iterator[Answer]:
    """Every duty with a deadline that can become active, and that can be performed in time in no history."""
    for norm in theory.code.norms:
        if norm.modality not in ("duty", "commitment") or not _waits(norm) or not theory.index.opens_exactly(norm):
            continue
        search = Compliance(theory, ())
        patterns = list(_counted_from([norm.trigger, *(window.anchor for window in norm.windows)]))
        _once(search, (pattern for pattern in patterns if not _is_asked_for(norm, pattern)))
        openings = [each for each in search.openings(norm) if each.performed]
        for pattern in patterns:
            if not search.inquiry.course.by_name.get(pattern.name):
                search.inquiry.conditions.laying_out(pattern, {})()
        search.inquiry.conditions.complete |= {pattern.name for pattern in patterns if not pattern.aspect}
        if not openings or search.find(z.some(each.active for each in openings)) != "history":
            continue  # it never becomes active: that is another flaw
        witness = search.inquiry.witness()
        done = z.some(z.every((each.active, each.performed[name].so)) for each in openings for name in each.performed)
        outcome = search.find(done)
        if outcome == "none" and search.inquiry.conditions.is_exact and all(each.reach.is_exact for each in openings):
            yield Answer("budget", "shown", (norm.number,), norm.bearer.names, witness, steps=tuple(_steps(norm, _nouns(theory))))
        elif outcome == "undecided":
            yield Answer("budget", "undecided", (norm.number,), norm.bearer.names, reason="it could not be settled whether it can be performed in time")


def _once(search: Compliance, patterns: Iterable[Pattern]) -> None:
    """Let each event that the duty and its waiting are counted from happen once at most; its beginning and its completion are two."""
    course = search.inquiry.course
    seen: dict[Pattern, list[Formula]] = {pattern: [] for pattern in patterns}

    def once(slot: Slot) -> None:
        for pattern, others in seen.items() if not slot.made else ():
            so = z.every((slot.present, is_of(pattern, slot, {})))
            if so is not False:
                for other in others:
                    search.inquiry.solver.require(z.opposite(z.every((so, other))))
                others.append(so)

    course.hook(once)


def _is_asked_for(norm: Norm, pattern: Pattern) -> bool:
    """Whether what a duty asks for may be of the kind that its time is counted from: then there are two of that kind."""
    acts = [act for act in norm.acts if act.name == pattern.name]
    done = (event for act in acts for name in norm.bearer.names for event in events(act, {}, by=(name,))[0])
    return bool(acts) and (not norm.bearer.names or any(history.is_of(pattern, event, {}, amounts=False) for event in done))


def _counted_from(conditions: Iterable[Condition | None]) -> Iterator[Pattern]:
    """The events that some conditions hang on, but for those whose absence they ask for: these may come as they like."""
    for condition in conditions:
        for alternative in meant(condition or ()):
            for test in alternative:
                if test.pattern is not None and not test.negated:
                    yield test.pattern
                if test.window is not None:
                    yield from _counted_from([test.window.anchor])


def _waits(norm: Norm) -> bool:
    """Whether a duty has both a deadline and something to wait for."""
    has_deadline = any(window.kind in ("within", "by", "before", "until", "on", "exactly") or window.at is not None for window in norm.windows)
    held_back = any(window.kind in _HOLDING_BACK and (window.anchor is not None or window.low is not None or window.at is not None) for window in norm.windows)
    return has_deadline and (held_back or any(guard.kind == "provided that" for guard in norm.guards) or len(norm.windows) > 1)


def _steps(norm: Norm, nouns: dict[str, str]) -> Iterator[Step]:
    """The sum, step by step: what holds the act back and how long that takes, then when it falls due."""
    for window in sorted(norm.windows, key=lambda window: window.kind not in _HOLDING_BACK):
        period, anchor = _said_period(window), _said(window.anchor, nouns)
        if window.kind in _HOLDING_BACK and anchor:
            yield Step(norm.number, f"waits until {f'{period} after ' if period else ''}{anchor}")
            for test in (test for alternative in meant(window.anchor or ()) for test in alternative):
                if test.window is not None and test.window.period is not None:
                    yield Step(-1, f"{anchor} takes {_said_period(test.window)} from {_said(test.window.anchor, nouns)}")
        else:
            yield Step(norm.number, " ".join(part for part in ("is due", window.kind, period, f"of {anchor}" if anchor and period else anchor) if part))


def _said_period(window: Window) -> str:
    if window.period is None:
        return ""
    return " and ".join(f"{number} {unit}{'s' if number != 1 else ''}" for number, unit in window.period.parts)


def _said(condition: Condition | None, nouns: dict[str, str]) -> str:
    """Events by their nouns, what is defined by its own name."""
    tests = [test for alternative in condition or () for test in alternative if test.pattern is not None]
    named = dict.fromkeys(nouns.get(test.pattern.said, test.pattern.said or test.pattern.name) for test in tests if test.pattern is not None)
    return " or ".join(named)


def _nouns(theory: Theory) -> dict[str, str]:
    """The event that each act is, and what each defined event is called, as the treaty says it."""
    if theory.treaty is None:
        return {}
    events = {event.name: event.display for event in theory.treaty.events if event.display}
    return {action.name: action.noun for action in theory.treaty.actions if action.noun} | events
