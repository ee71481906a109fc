"""Timings → the days and lengths of time that they leave, as far as their dates and numbers alone say.

A date without an hour is midnight; `by` and `until` include their day, `before` and `after` exclude it.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.model.amounts import Period
from clausekit.model.terms import Timing

# Forms that say by when, at the latest. `immediately` and `as soon as possible` only seem to.
DEADLINES = frozenset({"within", "by", "not later than", "before"})
VAGUE = ("immediately", "as soon as possible")
# Forms that may name their last day.
ENDING = ("by", "until", "before", "on")
# Forms that say from when on an act may be done, and forms that say until when, by a period from an event.
OPENING_PERIODS = frozenset({"not earlier than", "from", "exactly"})
CLOSING_PERIODS = frozenset({"within", "until", "exactly"})
# Hours in each unit, at least and at most. Nobody can say how long a working day lasts at most: holidays may follow it.
_HOURS: dict[str, tuple[int, int | None]] = {
    "hour": (1, 1), "day": (24, 24), "calendar day": (24, 24), "working day": (24, None), "week": (168, 168),
    "month": (28 * 24, 31 * 24), "year": (365 * 24, 366 * 24),
}  # fmt: skip


def first_day(timing: Timing) -> int | None:
    """The first day on which a timing lets its act be done, counted from 1 January of year 1; None when no date says."""
    if timing.kind not in ("from", "after", "on"):
        return None
    if timing.on is not None:
        return timing.on.toordinal() + (timing.kind == "after")
    days = [clock.on.toordinal() for clock in timing.clocks if clock.on is not None]
    if timing.which == "later":
        return max(days, default=None)
    return min(days) if days and len(days) == len(timing.clocks) else None


def last_day(timing: Timing) -> int | None:
    """The last day on which a timing lets its act be done, counted from 1 January of year 1; None when no date says."""
    if timing.kind not in ENDING:
        return None
    if timing.on is not None:
        return timing.on.toordinal() - (timing.kind == "before")
    days = [clock.on.toordinal() for clock in timing.clocks if clock.on is not None]
    if timing.which == "earlier":
        return min(days, default=None)
    return max(days) if days and len(days) == len(timing.clocks) else None


def latest_day(timings: Iterable[Timing]) -> int | None:
    """The last day that all of `timings` leave; None when no date says."""
    return min((day for day in map(last_day, timings) if day is not None), default=None)


def shortest(period: Period) -> int:
    """The least number of hours a period can last: its months of 28 days."""
    return sum(count * _HOURS[unit][0] for count, unit in period.parts)


def longest(period: Period) -> int | None:
    """The greatest number of hours a period can last: its months of 31 days. None for working days, which holidays may stretch."""
    total = 0
    for count, unit in period.parts:
        most = _HOURS[unit][1]
        if most is None and count:
            return None
        total += count * (most or 0)
    return total


def is_nothing(period: Period) -> bool:
    """Whether a period has no length."""
    return not any(count for count, _ in period.parts)


def spoken(period: Period) -> str:
    """A period in words: `1 year and 6 months`."""
    return " and ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in period.parts)
