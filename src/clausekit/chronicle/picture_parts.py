"""The parts of the picture of a timeline → SVG: bars with their labels, texts, days, and what the colours and signs mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from typing import NamedTuple

from clausekit.norms.calendar import Instant, add_months
from clausekit.report.legible import columns, visible

WIDTH, RIGHT, EDGE, LEFT_MOST = 1120, 52, 16, 220
ROW, BAR, LINE, MARGIN, TOP = 20, 15, 15, 14, 96
# What became of it, as a colour, a sign and a word: a picture must not rest on colour alone.
COLOURS = {
    "fulfilled": "#2f6f4f", "honoured": "#2f6f4f", "used": "#2f6f4f", "cured": "#8a6d1d", "violated": "#a3262a", "not honoured": "#8a4b1d",
    "discharged": "#6b7280", "terminated": "#6b7280", "lapsed": "#6b7280", "kept": "#6b7280", "suspended": "#5b5b8c", "active": "#1f4e8c",
}  # fmt: skip
SIGNS = {
    "fulfilled": "✓", "honoured": "✓", "used": "✓", "cured": "✗✓", "violated": "✗", "not honoured": "✗", "discharged": "–", "terminated": "–", "lapsed": "–",
    "kept": "✓", "suspended": "‖", "active": "",
}  # fmt: skip
_KEYS = (
    ("active", "open"), ("fulfilled", "performed"), ("violated", "violated"), ("cured", "violated, performed late"), ("suspended", "suspended"),
    ("discharged", "no longer due"),
)  # fmt: skip
# What a letter takes at most, on the average of a name, at 12 pixels: in a letter as they are, and in a bold one.
_LETTER, _BOLD = 6.9, 7.5
_LEVELS = 3

Place = Callable[[Instant], float]


class Bar(NamedTuple):
    """A window, in the lane of one who is bound. `said` is all of it in words; `open_ended` says that it has no last day."""

    lane: str
    instance: int
    opens: Instant
    closes: Instant
    state: str
    label: str
    said: str
    open_ended: bool

    def place(self, x: Place) -> tuple[float, float, float]:
        """Where it begins and ends, and where its label begins: inside it where that has room, else behind it, else before it.

        One that has room nowhere begins inside it and goes on, or as far to the right as it can.
        """
        begins = x(self.opens)
        ends = max(x(self.closes), begins + 4)
        wide = width_of(self.label)
        if ends - begins >= wide + 16:
            return begins, ends, begins + 6
        if ends + 10 + wide <= WIDTH - EDGE:
            return begins, ends, ends + 10
        before = round(begins - 10 - wide, 1)
        return begins, ends, before if before >= x(0) else round(min(begins + 6, WIDTH - EDGE - wide), 1)


def rows_of(bars: Sequence[Bar], x: Place) -> list[int]:
    """The row of each bar of a lane: the first in which neither it nor its label lies over another."""
    taken: list[list[tuple[float, float]]] = []
    rows = []
    for bar in bars:
        begins, ends, label = bar.place(x)
        low, high = min(begins, label) - 8, max(ends, label + width_of(bar.label)) + 8
        row = next((number for number, row in enumerate(taken) if all(high <= other[0] or low >= other[1] for other in row)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((low, high))
        rows.append(row)
    return rows


def level_of(at: float, wide: float, taken: list[float]) -> int | None:
    """How high the number of an event stands, so that it lies over no other; None where there is no room. `taken` is where each level is free from."""
    for level in range(_LEVELS):
        if level == len(taken):
            taken.append(0.0)
        if at - wide / 2 >= taken[level]:
            taken[level] = at + wide / 2 + 3
            return level
    return None


def width_of(said: str, *, bold: bool = False) -> float:
    """How wide a text is, at most, in pixels."""
    return round(columns(said) * (_BOLD if bold else _LETTER), 1)


def shown(said: str) -> str:
    """A text as it stands between tags: what no document can show, by its number."""
    return escape(visible(said))


def text(x: float, y: float, said: str, *, anchor: str = "start", bold: bool = False, colour: str = "#111827") -> str:
    """A line of text."""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:g}" y="{y:g}"{where}{weight} fill="{colour}">{shown(said)}</text>'


def ticks(begins: date, ends: date) -> list[date]:
    """About eight days to name: of days, weeks, months or years, as fits."""
    days = (ends - begins).days
    for step in (1, 2, 7, 14):
        if days / step <= 8:
            return [date.fromordinal(day) for day in range(begins.toordinal(), ends.toordinal() + 1, step)]
    months = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if days / 30 / step <= 8), 6000)
    start = begins.replace(day=1).toordinal()
    found = [add_months(start, months * number) for number in range(1, 10)]
    return [date.fromordinal(day) for day in found if begins.toordinal() <= day <= min(ends.toordinal(), date.max.toordinal())]


def legend(top: float) -> tuple[list[str], float]:
    """What colours, signs and marks mean, in a row; and where what comes below it begins."""
    parts: list[str] = []
    x = float(EDGE)
    for state, meaning in _KEYS:
        parts.append(f'<rect x="{x:g}" y="{top - 10}" width="14" height="11" rx="2" fill="{COLOURS[state]}" fill-opacity="0.22" stroke="{COLOURS[state]}"/>')
        said = f"{meaning} {SIGNS[state]}".strip()
        parts.append(text(x + 20, top, said))
        x += 20 + width_of(said) + 18
    parts.append(f'<circle cx="{x + 5:g}" cy="{top - 4}" r="4" fill="{COLOURS["fulfilled"]}"/>')
    parts.append(text(x + 16, top, "performance"))
    x += 16 + width_of("performance") + 18
    parts.append(f'<path d="M{x + 5:g} {top - 10} l6 6 l-6 6 l-6 -6 z" fill="{COLOURS["violated"]}"/>')
    parts.append(text(x + 18, top, "breach"))
    x += 18 + width_of("breach") + 18
    parts.append(f'<path d="M{x + 6:g} {top - 9} l6 10 l-12 0 z" fill="#111827"/>')
    parts.append(text(x + 20, top, "event"))
    return parts, top + 22
