"""Grammar rules → nodes: time. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from typing import Any

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.build_actors import BOUNDS
from clausekit.syntax.nodes import ClockNode, EventNode, PeriodNode, TimingNode, Token

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


class Instant(NamedTuple):
    """A day, with the hour and its distance from UTC where they are given: `2015-02-15 at 00:00 +02:00`."""

    date: str
    time: str
    zone: str


def within(start: int, end: int, limit: PeriodNode, *anchored: Any) -> TimingNode:
    return timed(start, end, "within", period=limit, anchor=anchored[-1] if anchored else None)


def within_range(start: int, end: int, low: Token, high: PeriodNode, anchor: EventNode | None) -> TimingNode:
    return timed(start, end, "within", low=low.text, period=high, anchor=anchor)


def instant(start: int, end: int, day: Token, hour: Token | None, zone: Token | None = None) -> Instant:
    return Instant(day.text, hour.text if hour else "", zone.text.upper().replace("−", "-") if zone else "")


def by_date(start: int, end: int, day: Token | Instant) -> TimingNode:
    return _dated(start, end, "by", day)


def from_date(start: int, end: int, day: Token | Instant) -> TimingNode:
    return _dated(start, end, "from", day)


def on_date(start: int, end: int, day: Instant) -> TimingNode:
    return _dated(start, end, "on", day)


def same_time(start: int, end: int, anchor: EventNode) -> TimingNode:
    return timed(start, end, "at the same time as", anchor=anchor)


def unstated(start: int, end: int) -> TimingNode:
    return timed(start, end, "unstated")


def on_exact(start: int, end: int, _: Token, length: PeriodNode, __: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "exactly", period=length, anchor=anchor)


def from_after(start: int, end: int, length: PeriodNode, _: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "from", period=length, anchor=anchor)


def until_after(start: int, end: int, length: PeriodNode, _: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "until", period=length, anchor=anchor)


def at_any_time(start: int, end: int) -> TimingNode:
    return timed(start, end, "at any time")


def indefinitely(start: int, end: int) -> TimingNode:
    return timed(start, end, "indefinitely")


def first_day(start: int, end: int, ordinal: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "first day of month", anchor=anchor)._replace(times=str(_ORDINALS.index(ordinal.text.lower()) + 1))


def times(start: int, end: int, bound: Token, number: Token, *every_unit: Token | None) -> TimingNode:
    length = None
    if every_unit:
        count, unit_word = every_unit
        assert unit_word is not None
        length = PeriodNode(((count.text if count else "1", _unit(unit_word)),), (count or unit_word).start, end)
    return timed(start, end, "times", period=length)._replace(times=number.text, bound=bound.type.removeprefix("TIMES_").replace("_", " ").lower())


def on_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return timed(start, end, "on", relation=_clock_relation(which), clocks=(first, second))


def by_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return timed(start, end, "by", relation=_clock_relation(which), clocks=(first, second))


def until_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return timed(start, end, "until", relation=_clock_relation(which), clocks=(first, second))


def before(start: int, end: int, _: Token, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "before", anchor)


def after(start: int, end: int, _: Token, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "after", anchor)


def until(start: int, end: int, anchor: EventNode | Instant) -> TimingNode:
    return _anchored(start, end, "until", anchor)


def not_later_than(start: int, end: int, limit: PeriodNode, relation: Token, anchor: EventNode) -> TimingNode:
    if relation.type == "AFTER":
        return timed(start, end, "within", period=limit, anchor=anchor)
    return timed(start, end, "not later than", period=limit, anchor=anchor)


def not_earlier_than(start: int, end: int, limit: PeriodNode, _: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "not earlier than", period=limit, anchor=anchor)


def for_period(start: int, end: int, bound: Token | None, length: PeriodNode) -> TimingNode:
    return timed(start, end, "for", period=length)._replace(bound=BOUNDS[bound.type] if bound else "")


def every(start: int, end: int, number: Token | None, unit_word: Token) -> TimingNode:
    length = PeriodNode(((number.text if number else "1", _unit(unit_word)),), (number or unit_word).start, end)
    return timed(start, end, "every", period=length)


def at_all_times(start: int, end: int) -> TimingNode:
    return timed(start, end, "at all times")


def immediately(start: int, end: int) -> TimingNode:
    return timed(start, end, "immediately")


def as_soon_as_possible(start: int, end: int) -> TimingNode:
    return timed(start, end, "as soon as possible")


def date_clock(start: int, end: int, day: Token) -> ClockNode:
    return ClockNode(day.text, None, None, start, end)


def period_clock(start: int, end: int, length: PeriodNode, *anchored: Any) -> ClockNode:
    return ClockNode("", length, anchored[-1], start, end)


def event_clock(start: int, end: int, happening: EventNode) -> ClockNode:
    return ClockNode("", None, happening, start, end)


def period(start: int, end: int, number: Token, unit: Token, *more: Token) -> PeriodNode:
    if not more:
        return PeriodNode(((number.text.lower(), _unit(unit)),), start, end)
    parts = (number, unit, *more)
    return PeriodNode(tuple((count.text.lower(), _unit(word)) for count, word in zip(parts[::2], parts[1::2], strict=True)), start, end)


def timed(
    start: int,
    end: int,
    kind: str,
    *,
    period: PeriodNode | None = None,
    anchor: EventNode | None = None,
    date: str = "",
    relation: str = "",
    low: str = "",
    clocks: tuple[ClockNode, ...] = (),
) -> TimingNode:
    return TimingNode(kind, period, anchor, date, relation, low, clocks, start, end)


def _unit(word: Token) -> str:
    """The unit, without the possessive of `1 year's notice`. A calendar month is a month; of days alone it is said whether all are counted."""
    unit = word.text.lower().removesuffix("'s").removesuffix("’s")
    return unit if unit.endswith(("day", "days")) else unit.removeprefix("calendar ")


def _anchored(start: int, end: int, kind: str, anchor: EventNode | Token | Instant) -> TimingNode:
    if isinstance(anchor, EventNode):
        return timed(start, end, kind, anchor=anchor)
    return _dated(start, end, kind, anchor)


def _dated(start: int, end: int, kind: str, day: Token | Instant) -> TimingNode:
    if isinstance(day, Token):
        return timed(start, end, kind, date=day.text)
    return timed(start, end, kind, date=day.date)._replace(time=day.time, zone=day.zone)


def _clock_relation(which: Token) -> str:
    return "later" if "LATER" in which.type else "earlier"
