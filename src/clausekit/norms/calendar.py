"""Dates, hours and periods → instants on one line: the arithmetic of deadlines.

An instant is a whole hour, counted from the first hour of the year 1 in UTC. Hours run from instant to instant. In days or longer units the day of the
anchor is not counted, and the window closes with the last hour of its last day, in the zone of the treaty. A month or year later is the same day of that
month, or its last day where there is no such day: one month after 31 January is the last day of February.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from clausekit.model.amounts import Period
from clausekit.model.treaty import Treaty

Instant = int
"""Hours since the first hour of the year 1, in UTC."""
_HOURS_A_DAY = 24
# Dates beyond these cannot be written; a deadline that falls beyond them never comes.
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
NEVER: Instant = (LAST_DAY + 1) * _HOURS_A_DAY
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "calendar day": 1, "week": 7}


class Calendar(NamedTuple):
    """How a treaty counts: the zone its days are days of, and which of them are working days.

    `zone` is None for UTC. `is_working` says of a day whether it is one; None for Monday to Friday.
    """

    zone: tzinfo | None = None
    is_working: Callable[[date], bool] | None = None

    # ------------------------------------------------------------ days and instants

    def day(self, at: Instant) -> int:
        """The day that an instant belongs to, as the ordinal of a date."""
        if self.zone is None:
            return at // _HOURS_A_DAY
        return min(max(moment_of(at).astimezone(self.zone).date().toordinal(), FIRST_DAY), LAST_DAY)

    def begins(self, day: int) -> Instant:
        """The first instant of a day."""
        if day > LAST_DAY:
            return NEVER
        if self.zone is None:
            return max(day, FIRST_DAY) * _HOURS_A_DAY
        local = datetime.combine(date.fromordinal(max(day, FIRST_DAY)), datetime.min.time(), tzinfo=self.zone)
        return _first_hour_from(local)

    def ends(self, day: int) -> Instant:
        """The last instant of a day."""
        return self.begins(day + 1) - 1 if day < LAST_DAY else NEVER

    def is_first(self, at: Instant) -> bool:
        """Whether an instant is the first of its day."""
        return at == self.begins(self.day(at))

    def is_last(self, at: Instant) -> bool:
        """Whether an instant is the last of its day."""
        return at == self.ends(self.day(at))

    def at(self, day: date, hour: str = "", zone: str = "") -> Instant:
        """The instant of a date: its first hour, or the `hour` given, in the `zone` given or else that of the treaty.

        What happens within an hour counts at its beginning.
        """
        if not hour:
            return self.begins(day.toordinal())
        if self.zone is None and not zone:
            return day.toordinal() * _HOURS_A_DAY + int(hour[:2])
        told_in = _offset(zone) if zone else self.zone or UTC
        return self.instant(datetime.combine(day, datetime.min.time(), tzinfo=told_in) + timedelta(hours=int(hour[:2]), minutes=int(hour[3:5])))

    def instant(self, moment: datetime) -> Instant:
        """The instant of a moment in any zone: the hour of its day in the treaty's own zone that it falls into."""
        try:
            local = moment.astimezone(self.zone or UTC)
        except OverflowError:  # beyond the calendar
            return 0 if moment.year < 2 else NEVER
        midnight = datetime.combine(local.date(), datetime.min.time(), tzinfo=self.zone or UTC)
        elapsed = moment.astimezone(UTC) - midnight.astimezone(UTC)
        return self.begins(local.date().toordinal()) + int(elapsed.total_seconds() // 3600)

    # ------------------------------------------------------------ periods

    def closes(self, anchor: Instant, period: Period) -> Instant:
        """The last instant of a window of `period` that is counted from `anchor`."""
        day, hours = self._later(anchor, period)
        if day is None:
            return min(anchor + hours, NEVER)
        return min(self.ends(day) + hours, NEVER) if day <= LAST_DAY else NEVER

    def reaches(self, anchor: Instant, period: Period) -> Instant:
        """The first instant at which `period` has passed since `anchor`: the beginning of the day so much later, or the instant so many hours later."""
        day, hours = self._later(anchor, period)
        if day is None:
            return min(anchor + hours, NEVER)
        return min(self.begins(day) + hours, NEVER) if day <= LAST_DAY else NEVER

    def last_before(self, event: Instant, period: Period) -> Instant:
        """The last instant that is `period` or more before `event`: the end of the day so much earlier, or the instant so many hours earlier."""
        day, hours = self._later(event, period, -1)
        if day is None:
            return max(event + hours, 0)
        return self.ends(day) + hours if day >= FIRST_DAY else 0

    def step(self, anchor: Instant, period: Period, count: int) -> Instant:
        """The anchor of the period number `count` behind `anchor`: always counted from the anchor itself, so that months keep their day."""
        return self.reaches(anchor, Period(-1, -1, tuple((number * count, unit) for number, unit in period.parts))) if count else anchor

    def _later(self, anchor: Instant, period: Period, sign: int = 1) -> tuple[int | None, int]:
        """The day `period` after (or before) that of `anchor`, and the hours beyond it; no day for a period of hours alone."""
        months = days = working = hours = 0
        whole_days = False
        for number, unit in period.parts:
            if unit == "hour":
                hours += number
                continue
            whole_days = True
            months += number * _MONTHS.get(unit, 0)
            days += number * _DAYS.get(unit, 0)
            working += number if unit == "working day" else 0
        if not whole_days:
            return None, sign * hours
        day = add_months(self.day(anchor), sign * months) + sign * days
        return (self._working_days(day, working, sign) if working else day), sign * hours

    def _working_days(self, day: int, count: int, sign: int) -> int:
        is_working = self.is_working or _is_weekday
        while count and FIRST_DAY < day < LAST_DAY:
            day += sign
            count -= is_working(date.fromordinal(day))
        return day if not count else day + sign * count


class UnknownCalendarError(ValueError):
    """A time zone or a calendar of holidays that nobody here knows, or that cannot be looked up without a library that is not installed."""


def calendar_of(treaty: Treaty) -> Calendar:
    """How a treaty counts its days and hours. Raises UnknownCalendarError."""
    zone: tzinfo | None = None
    if treaty.time_zone is not None:
        from zoneinfo import ZoneInfo

        try:
            zone = ZoneInfo(treaty.time_zone)
        except (OSError, ValueError) as problem:  # it is unknown, or no name of a file
            message = f"there is no time zone `{treaty.time_zone}`; write it as in `Europe/Zurich`"
            raise UnknownCalendarError(message) from problem
    return Calendar(zone, _working(tuple(each.calendar for each in treaty.working_days)) if treaty.working_days else None)


def _working(codes: tuple[str, ...]) -> Callable[[date], bool]:
    """Whether a day is a working day wherever one of these calendars holds."""
    try:
        from holidays import country_holidays
    except ImportError:
        message = "holidays are looked up with the extra `calendar` of clausekit: install `clausekit[calendar]`, or `.[calendar]` from a checkout"
        raise UnknownCalendarError(message) from None
    calendars = []
    for code in codes:
        country, _, part = code.partition("-")
        try:
            calendars.append(country_holidays(country, subdiv=part or None))
        except NotImplementedError as problem:
            message = f"there is no calendar of holidays for `{code}`; write the code of ISO 3166, as in `CH` or `DE-BE`"
            raise UnknownCalendarError(message) from problem
    return lambda day: not any(day.weekday() in each.weekend or day in each for each in calendars)


def add_months(day: int, months: int) -> int:
    """The day so many months later or earlier; the last day of that month where it has no such day. Beyond the calendar, a day beyond it."""
    if not months or not FIRST_DAY <= day <= LAST_DAY:
        return day
    began = date.fromordinal(day)
    year, month = divmod(began.year * 12 + began.month - 1 + months, 12)
    if not 1 <= year <= date.max.year:
        return LAST_DAY + 1 if months > 0 else FIRST_DAY - 1
    return date(year, month + 1, min(began.day, _length(year, month + 1))).toordinal()


def first_of_month(day: int, months: int) -> int:
    """The first day of the month that is so many months after that of `day`."""
    return add_months(date.fromordinal(day).replace(day=1).toordinal(), months)


def _offset(zone: str) -> tzinfo:
    """A zone as an hour names it: `UTC`, `+02:00`."""
    if zone == "UTC":
        return UTC
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return timezone(-ahead if zone[0] == "-" else ahead)


def _first_hour_from(moment: datetime) -> Instant:
    """The first instant that does not lie before a moment."""
    seconds = int((moment - _EPOCH).total_seconds())
    return _HOURS_A_DAY * FIRST_DAY + -(-seconds // 3600)


def date_of(at: Instant, calendar: Calendar) -> date:
    """The date of an instant."""
    return date.fromordinal(min(max(calendar.day(at), FIRST_DAY), LAST_DAY))


def moment_of(at: Instant) -> datetime:
    """An instant as a moment in UTC."""
    return _EPOCH + timedelta(hours=min(at, NEVER - 48) - _HOURS_A_DAY * FIRST_DAY)


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (date.max.year, 12) else None
    return 31 if following is None else (following - timedelta(days=1)).day


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5
