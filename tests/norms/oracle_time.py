"""When, worked out by hand from the words of docs/semantics.md: days and hours on one line, and the two ends of a window.

An instant is a whole hour, and a day has twenty-four of them, in UTC. Every end of a window is worked out anew from the whole history each time that it is
asked for.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache

from clausekit.model.amounts import Period
from clausekit.norms.norm import Clock, Condition, Window

NEVER = 10**9
# The next event of a kind at or behind an instant, the last one at or before it.
Seen = Callable[[Condition], list[int]]


def later(day: int, months: int, days: int) -> int:
    """The day so many months and days later (or earlier): the same day of that month, or its last."""
    if months:
        began = date.fromordinal(day)
        year, month = divmod(began.year * 12 + began.month - 1 + months, 12)
        day = date(year, month + 1, min(began.day, monthrange(year, month + 1)[1])).toordinal()
    return day + days


@cache
def _counted(anchor: int, period: Period, sign: int = 1) -> tuple[int, int, bool]:
    """The day that a period leads to, the hours beside it, and whether it is of hours alone."""
    of = {"hour": (0, 0, 1), "day": (0, 1, 0), "week": (0, 7, 0), "month": (1, 0, 0), "year": (12, 0, 0)}
    months = sum(sign * number * of[unit][0] for number, unit in period.parts)
    days = sum(sign * number * of[unit][1] for number, unit in period.parts)
    hours = sum(sign * number * of[unit][2] for number, unit in period.parts)
    return later(anchor // 24, months, days), hours, all(unit == "hour" for _, unit in period.parts)


def runs_until(anchor: int, period: Period) -> int:
    """The last instant of a period: hours from instant to instant; of days the last hour of the last, that of the anchor not counted."""
    day, hours, is_hours = _counted(anchor, period)
    return anchor + hours if is_hours else day * 24 + 23 + hours


def has_passed(anchor: int, period: Period) -> int:
    """Where the last day of a period begins."""
    day, hours, is_hours = _counted(anchor, period)
    return anchor + hours if is_hours else day * 24 + hours


def still_before(event: int, period: Period) -> int:
    """The last instant that is a period before an event: to the end of that day."""
    day, hours, is_hours = _counted(event, period, -1)
    return event + hours if is_hours else day * 24 + 23 + hours


@cache
def times(period: Period, count: int) -> Period:
    """A period so many times over."""
    return Period(-1, -1, tuple((number * count, unit) for number, unit in period.parts))


def month_begins(day: int, months: int) -> int:
    """The first day of the month that is so many months after that of a day."""
    return later(day - date.fromordinal(day).day + 1, months, 0)


def last_or_next(instants: list[int], at: int) -> int | None:
    """The latest event at or before an instant, else the next one; None until there is one."""
    before = [each for each in instants if each <= at]
    behind = [each for each in instants if each > at]
    return max(before) if before else min(behind) if behind else None


def following(instants: list[int], at: int) -> int | None:
    """The next event at an instant or behind it."""
    return min((each for each in instants if each >= at), default=None)


def window_of(window: Window, opened: int, seen: Seen, immediately: Period | None, stood: Callable[[int], int]) -> tuple[int, int, int]:  # noqa: PLR0911  a case for each form
    """The first instant of a window and its last, for a norm that was opened then; and from when its clock runs."""
    kind, period = window.kind, window.period
    if window.clocks:
        return opened, _of_clocks(window, opened, seen, stood), NEVER  # each has been moved already
    if window.anchor is not None:
        return _of_event(window, opened, seen)
    if kind in ("within", "for"):
        assert period is not None
        return (opened if window.low is None else has_passed(opened, window.low)), runs_until(opened, period), opened
    if kind == "immediately" and immediately is not None:
        return opened, runs_until(opened, immediately), opened
    if window.at is None or window.last is None:
        return opened, NEVER, opened
    if kind in ("by", "until", "not later than"):
        return opened, window.last, opened
    if kind == "before":
        return opened, window.at - 1, opened
    if kind == "after":
        return window.last + 1, NEVER, opened
    assert kind in ("from", "not earlier than"), kind
    return window.at, NEVER, opened


def _of_event(window: Window, opened: int, seen: Seen) -> tuple[int, int, int]:
    kind, period = window.kind, window.period
    assert window.anchor is not None
    instants = seen(window.anchor)
    if kind in ("before", "until", "not later than") and (period is None or kind == "not later than"):
        ends = following(instants, opened)
        return opened, NEVER if ends is None else ends - 1, NEVER  # no clock runs
    if kind in ("on", "at the same time as"):
        at = following(instants, opened)
        return (NEVER, NEVER, opened) if at is None else (at, at, at)
    anchor = last_or_next(instants, opened)
    if anchor is None:
        return (opened, NEVER, opened) if kind in ("until", "by") or (kind == "within" and window.low is None) else (NEVER, NEVER, opened)
    since = max(anchor, opened)
    if kind in ("after", "from", "not earlier than"):
        return (anchor + 1 if kind == "after" else anchor if period is None else has_passed(anchor, period)), NEVER, since
    if kind == "by":
        return opened, anchor, since
    assert period is not None
    if kind == "until":
        return opened, has_passed(anchor, period) - 1, since
    low = period if kind == "exactly" else window.low
    return (opened if low is None else has_passed(anchor, low)), runs_until(anchor, period), since


def _of_clocks(window: Window, opened: int, seen: Seen, stood: Callable[[int], int]) -> int:
    """When the clock that governs runs out: the earlier of those known of, or the later once both are known. Each has stood still by itself."""
    found = [_clock(each, window.kind, opened, seen) for each in window.clocks]
    known = [closes + stood(since) for closes, since in [each for each in found if each is not None]]
    if window.which == "earlier":
        return min(known, default=NEVER)
    return max(known) if None not in found else NEVER


def _clock(clock: Clock, kind: str, opened: int, seen: Seen) -> tuple[int, int] | None:
    if clock.anchor is None:
        assert clock.at is not None
        return clock.at, opened
    anchor = last_or_next(seen(clock.anchor), opened)
    if anchor is None:
        return None
    since = max(anchor, opened)
    if clock.period is None:
        return anchor - (kind == "until"), since
    return has_passed(anchor, clock.period) - 1 if kind == "until" else runs_until(anchor, clock.period), since
