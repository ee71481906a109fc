"""Timeline → a picture: a lane for each Party, with windows, performances, breaches and deadlines; what happens stands on top, and is listed below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from clausekit.chronicle.picture_parts import (
    BAR,
    COLOURS,
    EDGE,
    LEFT_MOST,
    LINE,
    MARGIN,
    RIGHT,
    ROW,
    SIGNS,
    TOP,
    WIDTH,
    Bar,
    legend,
    level_of,
    rows_of,
    shown,
    text,
    ticks,
    width_of,
)
from clausekit.chronicle.telling import Moment, moments
from clausekit.chronicle.words import Words, cited
from clausekit.norms.calendar import NEVER, Instant, date_of
from clausekit.norms.timeline import Record, Timeline
from clausekit.report.legible import shorten, wrap

# A chart of more windows, or a list of more events, than this is read by nobody; the rest is told in words.
MOST_BARS = 400
MOST_EVENTS = 60
_MOST_LABEL, _MOST_SPELT_OUT = 28, 110
# What closes later, in hours, is not waited for.
_FAR = 2 * 366 * 24
_ENDS = ("fulfilled", "violated", "cured", "discharged", "lapsed", "used", "kept", "terminated", "honoured", "not honoured")
_DONE = frozenset({"performed", "fulfilled", "honoured", "cured", "used"})

Place = Callable[[Instant], float]


class Focus(NamedTuple):
    """What a picture is to show: the windows of some norms, and no others, and the instant that it comes to, with what there is to say of that."""

    norms: frozenset[int]
    at: Instant
    said: str


class _Lane(NamedTuple):
    """Everything of one Party, and where it stands."""

    name: list[str]
    top: float
    bars: list[tuple[Bar, int]]


def picture(timeline: Timeline, words: Words, *, title: str = "Timeline", whole: bool = False, focus: Focus | None = None) -> str:
    """The timeline as an SVG picture. Whatever stands in it is said in its title too, for those who hover and for those who cannot see it.

    Without `whole`, what merely stands, and what nothing is told of, is left out. With a `focus`, what it is about is shown, and nothing else.
    """
    found, _ = moments(timeline, words, whole=whole or focus is not None)
    shown_ones = _instances(found, timeline, whole=whole) if focus is None else frozenset(each.number for each in timeline.opened if each.norm in focus.norms)
    first, last = _reach(timeline, found, shown_ones if focus is not None else frozenset())
    bars = list(_bars(timeline, words, shown_ones, (first, last), is_spelt_out=focus is not None))
    names = sorted({bar.lane for bar in bars}, key=lambda name: _order(timeline, name))
    left = min(LEFT_MOST, 20 + max((width_of(row, bold=True) for name in names for row in _name(name)), default=40))

    def x(at: Instant) -> float:
        return round(left + (min(max(at, first), last) - first) / max(last - first, 1) * (WIDTH - left - RIGHT), 1)

    events = [moment for moment in found if moment.at >= first and any(line.happens for line in moment.lines)]
    lanes = list(_lanes(names, bars, x))
    bottom = max((lane.top + _height(lane) for lane in lanes), default=TOP)
    keys, below = legend(bottom + (22 if focus is None else 22 + LINE))
    listed, height = _list(events, words, below)
    parts = [
        *_frame(title, _said(timeline, words, len(events), lanes, focus), height),
        *_axis(first, last, bottom, words, x),
        *_events(events, words, bottom, x),
        *(row for lane in lanes for row in _lane(lane, left, x)),
        *_marks(timeline, words, {bar.instance for bar in bars}, lanes, x),
        *(_point(focus, words, bottom, x) if focus is not None else ()),
        *keys,
        *listed,
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _frame(title: str, said: str, height: float) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" role="img"'
        ' aria-labelledby="timeline-title timeline-said" style="font-family: system-ui, sans-serif; font-size: 12px">'
    )
    yield f'<title id="timeline-title">{shown(title)}</title>'
    yield f'<desc id="timeline-said">{shown(said)}</desc>'
    yield f'<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>'


def _said(timeline: Timeline, words: Words, events: int, lanes: list[_Lane], focus: Focus | None) -> str:
    """The picture in a sentence or two, for those who cannot see it."""
    breaches = [record for record in timeline.violations() if any(bar.instance == record.instance for lane in lanes for bar, _ in lane.bars)]
    windows = sum(len(lane.bars) for lane in lanes)
    said = f"The timeline has {_many(events, 'moment')} at which something happens, and {_many(windows, 'window')} in {_many(len(lanes), 'lane')}."
    if focus is not None:
        said += f" {words.day(focus.at)}: {focus.said}."
    if not breaches:
        return f"{said} Nothing shown is violated."
    return f"{said} Violated: " + "; ".join(dict.fromkeys(f"{words.clause(record.norm)}, {words.day(record.at)}" for record in breaches)) + "."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _reach(timeline: Timeline, found: list[Moment], instances: frozenset[int]) -> tuple[Instant, Instant]:
    """From when to when the picture goes: from the first event to the end of what was played, with a little room on both sides.

    It goes on to when the windows of some instances close, if that is not years away.
    """
    begins = timeline.entries[0].at if timeline.entries else found[0].at if found else timeline.in_force or 0
    closings = timeline.closings(timeline.until)
    closes = [closings[number] for number in instances if number in closings and closings[number] - begins < _FAR]
    ends = max(timeline.until, max((moment.at for moment in found), default=begins), begins + 1, *closes)
    room = max(1, (ends - begins) // 40)
    return begins - room, ends + room


# ---------------------------------------------------------------- windows


def _instances(found: list[Moment], timeline: Timeline, *, whole: bool) -> frozenset[int]:
    """The instances that are told of; all of them, where everything is."""
    if whole:
        return frozenset(each.number for each in timeline.opened)
    shown = {(line.record.norm, line.record.at) for moment in found for line in moment.lines if line.record.instance >= 0}
    told = {record.instance for record in timeline.records if record.instance >= 0 and (record.norm, record.at) in shown}
    return frozenset(told)


def _bars(timeline: Timeline, words: Words, shown: frozenset[int], reach: tuple[Instant, Instant], *, is_spelt_out: bool = False) -> Iterator[Bar]:
    """A bar for each instance and each of its bearers, from when its window opens until it closes or is settled.

    If `is_spelt_out`, what is asked stands on the bar, and not the name of the sentence alone.
    """
    first, last = reach
    blamed = {(record.instance, name) for record in timeline.violations() for name in record.who}
    states = timeline.states(timeline.until)
    closings = timeline.closings(timeline.until)
    ended = {record.instance: record.at for record in timeline.of_kind(*_ENDS) if record.instance >= 0}
    for count, opened in enumerate(each for each in timeline.opened if each.number in shown):
        if count == MOST_BARS:
            return
        norm = timeline.code.norms[opened.norm]
        state = states.get(opened.number, "active")
        window = closings.get(opened.number, opened.closes)
        goes_on = state == "active" or (state == "violated" and norm.modality == "prohibition")
        closes = window if goes_on else min(window, ended.get(opened.number, window))
        if closes < first or opened.opens > last:
            continue
        for lane in opened.bearers:
            own = "discharged" if state == "violated" and (opened.number, lane) not in blamed else state
            said = f"{cited(norm)}: {words.owes(opened)}. {own.capitalize()}."
            name = shorten(norm.label or norm.citation or "the sentence", _MOST_LABEL)
            if is_spelt_out:
                name = shorten(f"{name}: {words.asks(opened, closings.get(opened.number))}", _MOST_SPELT_OUT)
            yield Bar(lane, opened.number, opened.opens, max(closes, opened.opens), own, f"{name} {SIGNS[own]}".strip(), said, window >= NEVER)


def _order(timeline: Timeline, name: str) -> tuple[int, str]:
    """As the treaty declares them: Parties and others, then bodies."""
    declared = (*timeline.code.actors, *timeline.code.bodies)
    return (declared.index(name) if name in declared else len(declared), name)


def _name(name: str) -> list[str]:
    return wrap(name, _MOST_LABEL - 4)[:3] or [""]


def _lanes(names: Iterable[str], bars: list[Bar], x: Place) -> Iterator[_Lane]:
    top: float = TOP
    for name in names:
        own = [bar for bar in bars if bar.lane == name]
        lane = _Lane(_name(name), top, list(zip(own, rows_of(own, x), strict=True)))
        yield lane
        top += _height(lane) + MARGIN


def _height(lane: _Lane) -> float:
    rows = 1 + max((row for _, row in lane.bars), default=0)
    return max(rows * ROW, len(lane.name) * LINE)


def _lane(lane: _Lane, left: float, x: Place) -> Iterator[str]:
    yield f'<line x1="0" x2="{WIDTH}" y1="{lane.top - MARGIN / 2}" y2="{lane.top - MARGIN / 2}" stroke="#d1d5db"/>'
    for number, name in enumerate(lane.name):
        yield text(left - 10, lane.top + 12 + number * LINE, name, anchor="end", bold=True)
    for bar, row in lane.bars:
        begins, ends, at = bar.place(x)
        y = lane.top + row * ROW
        dash = ' stroke-dasharray="3 3"' if bar.open_ended else ""
        yield (
            f'<g><title>{shown(bar.said)}</title><rect x="{begins}" y="{y}" width="{round(ends - begins, 1)}" height="{BAR}" rx="2" '
            f'fill="{COLOURS[bar.state]}" fill-opacity="0.22" stroke="{COLOURS[bar.state]}"{dash}/>{text(at, y + 11, bar.label)}</g>'
        )


def _marks(timeline: Timeline, words: Words, shown: set[int], lanes: list[_Lane], x: Place) -> Iterator[str]:
    """A dot for each performance, a diamond for each breach, on the window of whoever performed or answers."""
    places = {(bar.instance, bar.lane): lane.top + row * ROW + BAR for lane in lanes for bar, row in lane.bars}
    for record in timeline.of_kind(*_DONE, "violated"):
        for name in record.who if record.instance in shown else ():
            y = places.get((record.instance, name))
            if y is not None:
                yield _mark(record, f"{words.day(record.at)}: {words.record(record)}", x(record.at), y)


def _mark(record: Record, said: str, at: float, y: float) -> str:
    title = f"<title>{shown(said)}</title>"
    if record.kind == "violated":
        return f'<g>{title}<path d="M{at} {y - 6} l6 6 l-6 6 l-6 -6 z" fill="{COLOURS["violated"]}"/></g>'
    return f'<g>{title}<circle cx="{at}" cy="{y}" r="4" fill="{COLOURS["fulfilled"]}"/></g>'


def _point(focus: Focus, words: Words, bottom: float, x: Place) -> Iterator[str]:
    """The instant that the picture comes to: a line through all lanes, with words at its foot."""
    at = x(focus.at)
    said = f"{focus.said}, {words.day(focus.at)}"
    is_right = at > WIDTH / 2
    yield f'<g><title>{shown(said)}</title><line x1="{at}" x2="{at}" y1="74" y2="{bottom + 6}" stroke="#111827" stroke-width="2" stroke-dasharray="6 3"/></g>'
    yield text(at - 5 if is_right else at + 5, bottom + 16, said, anchor="end" if is_right else "start", bold=True)


# ---------------------------------------------------------------- days and events


def _axis(first: Instant, last: Instant, bottom: float, words: Words, x: Place) -> Iterator[str]:
    for day in ticks(date_of(first, words.calendar), date_of(last, words.calendar)):
        at = words.calendar.begins(day.toordinal())
        if first <= at <= last:
            yield f'<line x1="{x(at)}" x2="{x(at)}" y1="22" y2="{bottom}" stroke="#e5e7eb"/>'
            yield text(x(at), 16, f"{day.day} {day:%b} {day.year}", anchor="middle", colour="#4b5563")


def _events(events: list[Moment], words: Words, bottom: float, x: Place) -> Iterator[str]:
    """A triangle with a number for each instant at which something happens; the numbers are listed below the lanes."""
    taken: list[float] = []
    for number, moment in enumerate(events, 1):
        at = x(moment.at)
        said = "; ".join(line.said for line in moment.lines if line.happens)
        level = level_of(at, width_of(str(number), bold=True), taken)
        name = text(at, 60 - level * LINE, str(number), anchor="middle", bold=True) if level is not None and number <= MOST_EVENTS else ""
        yield (
            f'<g><title>{shown(f"{words.day(moment.at)}: {said}")}</title><line x1="{at}" x2="{at}" y1="74" y2="{bottom}" stroke="#9ca3af" '
            f'stroke-dasharray="1 4"/><path d="M{at} 64 l6 10 l-12 0 z" fill="#111827"/>{name}</g>'
        )


def _list(events: list[Moment], words: Words, top: float) -> tuple[list[str], float]:
    """What the numbers stand for, and where the picture ends."""
    rows: list[str] = []
    y = top + 10
    for number, moment in enumerate(events[:MOST_EVENTS], 1):
        said = f"{words.day(moment.at)}: {'; '.join(line.said for line in moment.lines if line.happens)}"
        rows.append(text(EDGE + 24, y, str(number), anchor="end", bold=True))
        for line in wrap(said, 145):
            rows.append(text(EDGE + 34, y, line))
            y += LINE
        y += 2
    if len(events) > MOST_EVENTS:
        rows.append(text(EDGE + 34, y, f"and {len(events) - MOST_EVENTS} moments more"))
        y += LINE
    return rows, y + 4
