"""Norms, and where a history has brought them → who owes what to whom by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.model.amounts import Period
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import those
from clausekit.norms.norm import Code, Names, Norm
from clausekit.norms.timeline import Opened, Timeline

_MOST_PERIODS = 5000
_DONE = "done"  # the present period of what recurs is performed: only later ones are owed
_OWED = frozenset({"duty", "prohibition", "commitment"})


class Due(NamedTuple):
    """Something that is owed.

    `who` owes it; `opened` is the instance, None for a norm that nothing has opened yet. `status` is due, standing (owed at all times, or without a fixed day),
    overdue (violated, and not yet done), suspended, to come (a later period of what recurs), or if (owed when its condition is met). `closes` is by when;
    NEVER for no fixed day. `violated` is when somebody last violated what stands on all the same; -1 for never.
    """

    who: str
    norm: Norm
    opened: Opened | None
    status: str
    closes: Instant
    owed_to: Names
    violated: Instant = -1


def duties(timeline: Timeline, at: Instant, *, party: str | None = None, until: Instant = -1) -> tuple[Due, ...]:
    """What is owed at the end of an instant, by everybody or by one: what is due first, the nearest day first; then what stands, then what may come.

    With `until`, the later periods of what recurs are there too, as far as they end by then.
    """
    found = [*_opened(timeline, at), *_conditional(timeline.code)]
    found += [later for due in found for later in _later(due, timeline.code, until)]
    order = {"overdue": 0, "due": 1, "to come": 1, "standing": 2, "suspended": 3, "if": 4}
    chosen = [each for each in found if each.status != _DONE and (party is None or each.who == party)]
    return tuple(sorted(chosen, key=lambda each: (order[each.status], each.closes, each.norm.number, each.who)))


def _opened(timeline: Timeline, at: Instant) -> Iterator[Due]:
    states, closings = timeline.states(at), timeline.closings(at)
    blamed = {(record.instance, name): record.at for record in timeline.violations() if record.at <= at for name in record.who}
    done = _done_in_time(timeline, at)
    for opened in timeline.opened:
        norm = timeline.code.norms[opened.norm]
        if opened.opened > at or norm.modality not in _OWED:
            continue
        now = opened._replace(closes=closings.get(opened.number, opened.closes))
        status = _status(norm, now, states.get(opened.number, "active"), at, is_done=opened.number in done)
        for name in opened.bearers:
            if status and (status != "overdue" or (opened.number, name) in blamed):
                last = blamed.get((opened.number, name), -1) if status == "standing" else -1
                yield Due(name, norm, now, status, now.closes, _owed_to(norm, opened), last)


def _status(norm: Norm, opened: Opened, state: str, at: Instant, *, is_done: bool) -> str:
    """How something that was opened is owed; empty where it no longer is."""
    if state == "suspended":
        return "suspended"
    if _every(norm) is not None and state in ("active", "violated", "not honoured", "fulfilled", "honoured", "discharged"):
        return "" if opened.closes <= at else _DONE if is_done else "due"  # a missed period is past; the present one is owed
    if state == "violated" and norm.modality == "duty" and opened.closes < NEVER:
        return "overdue"
    stands_on = state == "violated" and opened.closes > at
    if state != "active" and not stands_on:
        return ""
    return "standing" if opened.closes >= NEVER or norm.modality == "prohibition" else "due"


def _done_in_time(timeline: Timeline, at: Instant) -> set[int]:
    """The instances of which the present period is performed already."""
    done: set[int] = set()
    for record in timeline.records:
        if record.at > at:
            break
        if record.kind in ("fulfilled", "honoured", "discharged"):
            done.add(record.instance)
        elif record.kind == "next period":
            done.discard(record.instance)
    return done


def _every(norm: Norm) -> Period | None:
    return next((window.period for window in norm.windows if window.kind == "every"), None)


def _later(due: Due, code: Code, until: Instant) -> Iterator[Due]:
    """The later periods of a duty that recurs."""
    every = _every(due.norm)
    if due.opened is None or due.status not in ("due", _DONE) or every is None:
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
