"""Instants that are not known, and the periods counted from them.

Times are hours since the treaty entered into force, at the first hour of a day. Days are counted as the semantics counts them; how many days a month, a year or
some working days are is left open between the least and the most that they can be, until a candidate history says what they are in fact.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.solver import Formula, Solver, Term
from clausekit.model.amounts import Period
from clausekit.norms.calendar import Calendar, Instant

HOURS = 24
# The most days that so many months or working days can take, holidays included.
_DAYS_OF_MONTH = (28, 31)
_DAYS_OF_YEAR = (365, 366)
_MOST_DAYS_PER_WORKING_DAY = 4


class Moment:
    """An instant: `at` in hours, and the `day` it belongs to. Statuses and measures have one value at each."""

    __slots__ = ("_before", "_clock", "_day", "at", "given", "giving", "values")

    def __init__(self, clock: Clock, at: Term, day: Term | None = None) -> None:
        """Name an instant; its day is worked out when it is asked for. `given` says what the world makes of something then, where that is settled."""
        self.given: Callable[[object, Callable[[str], Term]], Term] | None = None
        self.giving: Callable[[Moment], Callable[[object, Callable[[str], Term]], Term]] | None = None
        """Settles the world in the same way at another instant."""
        self._before: Moment | None = None
        self._clock = clock
        self.at = at
        self._day = day
        self.values: dict[object, Formula] = {}

    def named(self, what: str) -> str:
        """A name for something at this instant that nothing else has."""
        return self._clock.named(what)

    @property
    def before(self) -> Moment:
        """The instant just before."""
        if self._before is None:
            self._before = Moment(self._clock, self.at - 1)
            if self.giving is not None:
                self._before.given = self.giving(self._before)
        return self._before

    @property
    def day(self) -> Term:
        """The day it belongs to, counted from that of the entry into force."""
        if self._day is None:
            self._day = self._clock.day_of(self.at)
        return self._day


class Pin(NamedTuple):
    """A number of days that a period takes from some day on, which only that day settles."""

    day: Term
    days: Term
    length: Callable[[int], int]


class Clock:
    """Counts periods from moments, for one solver."""

    def __init__(self, solver: Solver, calendar: Calendar, begins: Instant) -> None:
        """Count by the calendar of a treaty that enters into force at `begins`."""
        self._solver = solver
        self._calendar = calendar
        self.begins = begins
        self.first_day = calendar.day(begins)
        self.pins: list[Pin] = []
        self._lengths: dict[tuple[int, Period, int], tuple[Moment, Term]] = {}

    def named(self, what: str) -> str:
        """A name that nothing else has."""
        return self._solver.named(what)

    def relative(self, at: Instant) -> int:
        """A known instant as hours since the entry into force."""
        return at - self.begins

    def absolute(self, at: int) -> Instant:
        """Hours since the entry into force as an instant."""
        return at + self.begins

    def moment(self, name: str) -> Moment:
        """An instant that is not known, from the entry into force on."""
        at = z.whole(self._solver.named(name))
        self._solver.require(at >= 0)
        return Moment(self, at)

    def at(self, at: Term) -> Moment:
        """An instant given by what it is."""
        return Moment(self, at, at // HOURS if isinstance(at, int) else None)

    def day_of(self, at: Term) -> Term:
        """The day that an instant belongs to."""
        day = z.whole(self._solver.named("day"))
        self._solver.require(z.every((HOURS * day <= at, at < HOURS * day + HOURS)))
        return day

    # ------------------------------------------------------------ periods

    def closes(self, anchor: Moment, period: Period) -> Term:
        """The last instant of a window of `period` counted from `anchor`."""
        days, hours = self._days(anchor, period, 1)
        return anchor.at + hours if days is None else HOURS * (anchor.day + days) + HOURS - 1 + hours

    def reaches(self, anchor: Moment, period: Period) -> Term:
        """The first instant at which `period` has passed since `anchor`."""
        days, hours = self._days(anchor, period, 1)
        return anchor.at + hours if days is None else HOURS * (anchor.day + days) + hours

    def last_before(self, event: Moment, period: Period) -> Term:
        """The last instant that is `period` or more before `event`."""
        days, hours = self._days(event, period, -1)
        return event.at + hours if days is None else HOURS * (event.day + days) + HOURS - 1 + hours

    def _days(self, anchor: Moment, period: Period, sign: int) -> tuple[Term | None, int]:
        least = most = hours = 0
        whole_days = False
        for number, unit in period.parts:
            if unit == "hour":
                hours += number
                continue
            whole_days = True
            low, high = _bounds(number, unit)
            least, most = least + low, most + high
        if not whole_days:
            return None, sign * hours
        if least == most:
            return sign * least, sign * hours
        key = (id(anchor), period, sign)
        if key not in self._lengths:
            self._lengths[key] = anchor, self._open(anchor, period, sign, least, most)
        return self._lengths[key][1], sign * hours

    def _open(self, anchor: Moment, period: Period, sign: int, least: int, most: int) -> Term:
        def length(day: int) -> int:
            """The days that the period takes from a day on, by the calendar."""
            begins = self._calendar.begins(self.first_day + day)
            whole = period._replace(parts=tuple(part for part in period.parts if part[1] != "hour"))
            end = self._calendar.reaches(begins, whole) if sign > 0 else self._calendar.last_before(begins, whole)
            return self._calendar.day(end) - self.first_day - day

        if isinstance(anchor.day, int):
            return length(anchor.day)
        days = z.whole(self._solver.named("length"))
        low, high = sorted((sign * least, sign * most))
        self._solver.require(z.every((days >= low, days <= high)))
        self.pins.append(Pin(anchor.day, days, length))
        return days

    def pin_down(self) -> bool:
        """Settle, for the days of the last candidate, how long its periods are. Returns whether any was taken to be longer or shorter than it is."""
        wrong = []
        for pin in self.pins:
            day = self._solver.whole(pin.day)
            real = pin.length(day)
            if self._solver.whole(pin.days) != real:
                wrong.append(z.follows(pin.day == day, pin.days == real))
        for each in wrong:
            self._solver.require(each)
        return bool(wrong)


def _bounds(number: int, unit: str) -> tuple[int, int]:
    """The least and the most days that a number of units can take."""
    if unit in ("day", "calendar day"):
        return number, number
    if unit == "week":
        return 7 * number, 7 * number
    if unit == "working day":
        return number, _MOST_DAYS_PER_WORKING_DAY * number + 14
    months = number * (12 if unit == "year" else 1)
    if months % 12 == 0:
        years = months // 12
        return years * 365 + years // 8, years * 365 + years // 4 + 1
    return 30 * months - 2 - months // 12, 31 * months if months < 8 else 30 * months + months // 2 + 3
