"""A Party, and a day → from when it could leave, and when it would be free: what notice given then comes to, and why none would help."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.consent import LEAVING
from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm
from clausekit.norms.play import play
from clausekit.norms.timeline import Opened, Timeline


class Leaving(NamedTuple):
    """How one Party may leave: by which norm, from when notice may be given (`notice`), and from when it is no longer bound (`free`).

    `free` is None where notice would be without effect as things stand: its conditions are not met. `is_given` says that notice was given already, and when.
    """

    who: str
    norm: Norm
    notice: Instant
    free: Instant | None
    is_given: bool = False


def leaving(timeline: Timeline, on: Instant) -> tuple[Leaving, ...]:
    """For each Party that a norm lets leave, what a notice given on that day, or on the first day that is allowed, comes to."""
    found: list[Leaving] = []
    states = timeline.states(on)
    since = {name: record.at for record in timeline.of_kind("in force") for name in record.who if record.at <= on}
    gone = {name: record.at for record in timeline.of_kind("withdrawn") for name in record.who if record.at <= on}
    for opened in timeline.opened:
        norm = timeline.code.norms[opened.norm]
        if norm.modality != "power" or norm.effect is None or norm.effect.kind not in LEAVING or states.get(opened.number, "active") != "active":
            continue
        for name in opened.bearers:
            if not any(each.who == name for each in found) and gone.get(name, -1) < since.get(name, 0):
                found.append(_leaves(timeline, opened, norm, name, on))
    return tuple(found)


def _leaves(timeline: Timeline, opened: Opened, norm: Norm, name: str, on: Instant) -> Leaving:
    assert norm.effect is not None
    given = _given(timeline, norm, name, on)
    if given is not None:
        return given
    notice = max(on, opened.opens)
    if notice >= NEVER:
        return Leaving(name, norm, NEVER, None)
    told = Happening(notice, norm.effect.kind, {"by": (name,)}, said=f"{norm.effect.kind} by {name}")
    calendar = timeline.code.calendar
    until = max(notice, calendar.closes(notice, norm.notice) + 1) if norm.notice is not None else notice
    what_if = play(timeline.code, (*timeline.entries, told), in_force=timeline.in_force, until=min(until + 1, NEVER - 1))
    free = next((record.at for record in what_if.of_kind("withdrawn") if name in record.who), None)
    return Leaving(name, norm, notice, free)


def _given(timeline: Timeline, norm: Norm, name: str, on: Instant) -> Leaving | None:
    """The notice that is running, and from when it sets free; None where none is."""
    notices = [record.at for record in timeline.of_kind("notice") if record.norm == norm.number and name in record.who and record.at <= on]
    if not notices or norm.notice is None:
        return None
    until = timeline.code.calendar.closes(notices[-1], norm.notice) + 2
    goes_on = play(timeline.code, timeline.entries, in_force=timeline.in_force, until=min(max(until, on), NEVER - 1))
    free = next((record.at for record in goes_on.of_kind("withdrawn") if name in record.who), None)
    return None if free is None or free <= on else Leaving(name, norm, notices[-1], free, is_given=True)
