"""Timeline → a picture: a lane for each Party, with windows, performances, breaches and deadlines; what happens stands on top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from clausekit.chronicle.words import Words, cited
from clausekit.norms.calendar import NEVER, Instant, add_months, date_of
from clausekit.norms.timeline import Timeline

_WIDTH, _LEFT, _RIGHT = 1120, 150, 24
_ROW, _TOP, _GAP = 18, 64, 14
# A chart of more windows than this is read by nobody; the rest is told in the table.
MOST_BARS = 400
# What became of it, as a colour and as a word: a picture must not rest on colour alone.
_COLOURS = {
    "fulfilled": "#2f6f4f", "honoured": "#2f6f4f", "used": "#2f6f4f", "cured": "#8a6d1d", "violated": "#a3262a", "not honoured": "#8a4b1d",
    "discharged": "#6b7280", "terminated": "#6b7280", "lapsed": "#6b7280", "kept": "#6b7280", "suspended": "#5b5b8c", "active": "#1f4e8c",
}  # fmt: skip


Place = Callable[[Instant], float]


class _Bar(NamedTuple):
    lane: str
    row: int
    opens: Instant
    closes: Instant
    state: str
    title: str
    open_ended: bool


def picture(timeline: Timeline, words: Words, *, title: str = "Timeline") -> str:
    """The timeline as an SVG picture. Whatever stands in it is said in its title too, for those who hover and for those who cannot see it."""
    first, last = _reach(timeline)
    bars = list(_bars(timeline, words, first, last))
    lanes = list(dict.fromkeys(bar.lane for bar in bars))
    rows = {lane: 1 + max(bar.row for bar in bars if bar.lane == lane) for lane in lanes}
    tops: dict[str, int] = {}
    y = _TOP + _ROW * 2
    for lane in lanes:
        tops[lane] = y
        y += rows[lane] * _ROW + _GAP
    height = y + 24

    def x(at: Instant) -> float:
        return round(_LEFT + (min(max(at, first), last) - first) / max(last - first, 1) * (_WIDTH - _LEFT - _RIGHT), 1)

    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        *_axis(first, last, height, words, x),
        *_events(timeline, words, first, x),
    ]
    for lane in lanes:
        parts.append(f'<text x="{_LEFT - 10}" y="{tops[lane] + 12}" text-anchor="end" font-weight="600" fill="#111827">{escape(lane)}</text>')
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{tops[lane] - 7}" y2="{tops[lane] - 7}" stroke="#e5e7eb"/>')
    parts += [_drawn(bar, tops[bar.lane], x) for bar in bars]
    parts += list(_marks(timeline, words, first, tops, x))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _reach(timeline: Timeline) -> tuple[Instant, Instant]:
    """From when to when the picture goes: from the first event to the last thing that became of anything."""
    begins = timeline.entries[0].at if timeline.entries else (timeline.in_force or 0)
    ends = max((record.at for record in timeline.records), default=begins)
    closing = max((each.closes for each in timeline.opened if each.closes < NEVER and each.closes <= timeline.until), default=ends)
    return begins - 24, max(ends, closing, timeline.until, begins + 24) + 24


def _bars(timeline: Timeline, words: Words, first: Instant, last: Instant) -> Iterator[_Bar]:
    blamed = {(record.instance, name) for record in timeline.violations() for name in record.who}
    states = timeline.states(timeline.until)
    ended = {record.instance: record.at for record in timeline.records if record.instance >= 0 and record.kind not in ("opened", "performed", "allowed")}
    taken: dict[tuple[str, int], Instant] = {}
    shown = 0
    for opened in timeline.opened:
        norm = timeline.code.norms[opened.norm]
        state = states.get(opened.number, "active")
        gone = ended.get(opened.number, opened.closes) < first
        standing = gone or (norm.modality == "prohibition" and state in ("active", "kept", "terminated"))
        if standing or shown >= MOST_BARS or (opened.closes >= NEVER and state in ("active", "terminated") and opened.underlying < 0 and norm.trigger is None):
            continue
        shown += 1
        closes = min(opened.closes, ended.get(opened.number, last), last)
        title = f"{cited(norm)}: {words.owes(opened)}. {state.capitalize()}."
        for lane in opened.bearers:
            row = next(row for row in range(MOST_BARS) if taken.get((lane, row), -1) < opened.opens)
            taken[lane, row] = max(closes, opened.opens + 24)
            own = "discharged" if state == "violated" and (opened.number, lane) not in blamed else state
            yield _Bar(lane, row, opened.opens, max(closes, opened.opens), own, title, opened.closes >= NEVER)


def _drawn(bar: _Bar, top: int, x: Place) -> str:
    left, right = x(bar.opens), max(x(bar.closes), x(bar.opens) + 4)
    y = top + bar.row * _ROW
    dash = ' stroke-dasharray="3 3"' if bar.open_ended else ""
    return (
        f'<g><title>{escape(bar.title)}</title><rect x="{left}" y="{y}" width="{round(right - left, 1)}" height="12" rx="2" fill="{_COLOURS[bar.state]}"'
        f' fill-opacity="0.28" stroke="{_COLOURS[bar.state]}"{dash}/></g>'
    )


def _marks(timeline: Timeline, words: Words, first: Instant, tops: dict[str, int], x: Place) -> Iterator[str]:
    """A dot for each performance, a diamond for each breach, in the lane of whoever performed or answers."""
    for record in timeline.of_kind("performed", "fulfilled", "honoured", "cured", "violated", "used"):
        for name in record.who:
            if name not in tops or record.at < first:
                continue
            at, y = x(record.at), tops[name] - 1
            title = f"<title>{escape(words.day(record.at))}: {escape(words.record(record))}</title>"
            if record.kind == "violated":
                yield f'<g>{title}<path d="M{at} {y - 6} l6 6 l-6 6 l-6 -6 z" fill="{_COLOURS["violated"]}"/></g>'
            else:
                yield f'<g>{title}<circle cx="{at}" cy="{y}" r="4.5" fill="{_COLOURS["fulfilled"]}"/></g>'


def _axis(first: Instant, last: Instant, height: int, words: Words, x: Place) -> Iterator[str]:
    begins, ends = date_of(first, words.calendar), date_of(last, words.calendar)
    for day in _ticks(begins, ends):
        at = x(words.calendar.begins(day.toordinal()))
        yield f'<line x1="{at}" x2="{at}" y1="22" y2="{height - 12}" stroke="#eef0f3"/>'
        yield f'<text x="{at}" y="16" text-anchor="middle" fill="#4b5563">{day.day} {day:%b} {day.year}</text>'


def _ticks(begins: date, ends: date) -> list[date]:
    """About eight days to name: of days, weeks, months or years, as fits."""
    days = (ends - begins).days
    for step in (1, 2, 7, 14):
        if days / step <= 8:
            return [date.fromordinal(day) for day in range(begins.toordinal(), ends.toordinal() + 1, step)]
    months = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if days / 30 / step <= 8), 6000)
    start = begins.replace(day=1).toordinal()
    found = [add_months(start, months * number) for number in range(1, 10)]
    return [date.fromordinal(day) for day in found if begins.toordinal() <= day <= min(ends.toordinal(), date.max.toordinal())]


def _events(timeline: Timeline, words: Words, first: Instant, x: Place) -> Iterator[str]:
    for record in timeline.of_kind("event", "in force", "ended", "withdrawn", "status begins", "status ends"):
        if record.at < first:
            continue
        at = x(record.at)
        title = f"{words.day(record.at)}: {words.record(record)}"
        target = f'<rect x="{at - 8}" y="36" width="16" height="20" fill="transparent"/>'
        yield f'<g><title>{escape(title)}</title><path d="M{at} 40 l7 12 l-14 0 z" fill="#111827"/>{target}</g>'


def legend() -> tuple[tuple[str, str], ...]:
    """What the colours mean, for a page around the picture."""
    return tuple((state, _COLOURS[state]) for state in ("active", "fulfilled", "violated", "cured", "suspended", "discharged"))
