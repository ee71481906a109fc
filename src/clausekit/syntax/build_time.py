"""Grammar rules → nodes: time. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from typing import Any

from clausekit.syntax.nodes import ClockNode, EventNode, PeriodNode, TimingNode, Token


def within(start: int, end: int, limit: PeriodNode, *anchored: Any) -> TimingNode:
    return timed(start, end, "within", period=limit, anchor=anchored[-1] if anchored else None)


def within_range(start: int, end: int, low: Token, high: PeriodNode, anchor: EventNode | None) -> TimingNode:
    return timed(start, end, "within", low=low.text, period=high, anchor=anchor)


def by_date(start: int, end: int, day: Token) -> TimingNode:
    return timed(start, end, "by", date=day.text)


def from_date(start: int, end: int, day: Token) -> TimingNode:
    return timed(start, end, "from", date=day.text)


def by_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return timed(start, end, "by", relation=_clock_relation(which), clocks=(first, second))


def until_clocks(start: int, end: int, which: Token, first: ClockNode, second: ClockNode) -> TimingNode:
    return timed(start, end, "until", relation=_clock_relation(which), clocks=(first, second))


def before(start: int, end: int, _: Token, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "before", anchor)


def after(start: int, end: int, _: Token, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "after", anchor)


def until(start: int, end: int, anchor: EventNode | Token) -> TimingNode:
    return _anchored(start, end, "until", anchor)


def not_later_than(start: int, end: int, limit: PeriodNode, relation: Token, anchor: EventNode) -> TimingNode:
    if relation.type == "AFTER":
        return timed(start, end, "within", period=limit, anchor=anchor)
    return timed(start, end, "not later than", period=limit, anchor=anchor)


def not_earlier_than(start: int, end: int, limit: PeriodNode, _: Token, anchor: EventNode) -> TimingNode:
    return timed(start, end, "not earlier than", period=limit, anchor=anchor)


def for_period(start: int, end: int, length: PeriodNode) -> TimingNode:
    return timed(start, end, "for", period=length)


def every(start: int, end: int, number: Token | None, unit_word: Token) -> TimingNode:
    length = PeriodNode(((number.text if number else "1", unit_word.text.lower()),), (number or unit_word).start, end)
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
        return PeriodNode(((number.text.lower(), unit.text.lower()),), start, end)
    parts = (number, unit, *more)
    return PeriodNode(tuple((count.text.lower(), word.text.lower()) for count, word in zip(parts[::2], parts[1::2], strict=True)), start, end)


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


def _anchored(start: int, end: int, kind: str, anchor: EventNode | Token) -> TimingNode:
    if isinstance(anchor, Token):
        return timed(start, end, kind, date=anchor.text)
    return timed(start, end, kind, anchor=anchor)


def _clock_relation(which: Token) -> str:
    return "later" if "LATER" in which.type else "earlier"
