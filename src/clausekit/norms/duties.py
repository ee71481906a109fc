"""Norms, and where a history has brought them → who owes what to whom by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import those
from clausekit.norms.norm import Code, Names, Norm
from clausekit.norms.timeline import Opened, Timeline

_MOST_PERIODS = 5000
_OWED = frozenset({"duty", "prohibition", "commitment"})


class Due(NamedTuple):
    """Something that is owed.

    `who` owes it; `opened` is the instance, None for a norm that nothing has opened yet. `status` is due, standing (owed at all times, or without a fixed day),
    overdue (violated, and not yet done), to come (a later period of what recurs), or if (owed when its condition is met). `closes` is by when; NEVER for no
    fixed day.
    """

    who: str
    norm: Norm
    opened: Opened | None
    status: str
    closes: Instant
    owed_to: Names


def duties(timeline: Timeline, at: Instant, *, party: str | None = None, until: Instant = -1) -> tuple[Due, ...]:
    """What is owed at the end of an instant, by everybody or by one: what is due first, the nearest day first; then what stands, then what may come.

    With `until`, the later periods of what recurs are there too, as far as they end by then.
    """
    found = [*_opened(timeline, at), *_conditional(timeline.code)]
    found += [later for due in found for later in _later(due, timeline.code, until)]
    order = {"overdue": 0, "due": 1, "to come": 1, "standing": 2, "if": 3}
    chosen = [each for each in found if party is None or each.who == party]
    return tuple(sorted(chosen, key=lambda each: (order[each.status], each.closes, each.norm.number, each.who)))


def _opened(timeline: Timeline, at: Instant) -> Iterator[Due]:
    states = timeline.states(at)
    blamed = {(record.instance, name) for record in timeline.violations() if record.at <= at for name in record.who}
    for opened in timeline.opened:
        if opened.opened > at:
            continue
        norm = timeline.code.norms[opened.norm]
        state = states.get(opened.number, "active")
        if norm.modality not in _OWED or state not in ("active", "violated", "suspended") or (state == "violated" and norm.modality != "duty"):
            continue
        for name in opened.bearers:
            if state == "violated" and (opened.number, name) not in blamed:
                continue
            status = "overdue" if state == "violated" else "standing" if opened.closes >= NEVER or norm.modality == "prohibition" else "due"
            yield Due(name, norm, opened, status, opened.closes, _owed_to(norm, opened))


def _later(due: Due, code: Code, until: Instant) -> Iterator[Due]:
    """The later periods of a duty that recurs."""
    every = next((window.period for window in due.norm.windows if window.kind == "every"), None)
    if due.opened is None or due.status != "due" or every is None:
        return
    for number in range(1, _MOST_PERIODS):
        opens = code.calendar.step(due.opened.opens, every, number)
        closes = code.calendar.step(due.opened.opens, every, number + 1) - 1
        if closes > until or closes >= NEVER:
            return
        if opens > due.closes:
            yield due._replace(status="to come", closes=closes, opened=due.opened._replace(opens=opens, closes=closes))


def _conditional(code: Code) -> Iterator[Due]:
    """What is owed when something happens, or when somebody fails."""
    for norm in code.norms:
        if norm.modality in _OWED and (norm.trigger is not None or norm.after or norm.guaranteed is not None):
            for name in norm.bearer.names:
                yield Due(name, norm, None, "if", NEVER, norm.owed_to.names if norm.owed_to is not None else ())


def _owed_to(norm: Norm, opened: Opened) -> Names:
    if norm.owed_to is None:
        return ()
    if norm.owed_to.refers:
        return those(norm.owed_to, opened.bindings)
    return tuple(name for name in norm.owed_to.names if name not in opened.bearers)
