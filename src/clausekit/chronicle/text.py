"""Timeline → text for a terminal: one line for what happens, and under it what follows."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.chronicle.telling import moments
from clausekit.chronicle.words import Words
from clausekit.norms.timeline import Timeline
from clausekit.report.legible import wrap

WIDTH = 80
# How far what happens, and what follows from it, stand from the margin.
_HAPPENS, _FOLLOWS = 4, 6


def lines(timeline: Timeline, words: Words, *, whole: bool = False, width: int = WIDTH) -> Iterator[str]:
    """The timeline day by day.

    Without `whole`, what merely stands from entry into force on is left out. What nothing is told of counts as not done: the clauses concerned are named
    together at the end.
    """
    found, neglected = moments(timeline, words, whole=whole)
    first = words.calendar.day(timeline.entries[0].at) if timeline.entries else None
    for moment in found:
        number = words.calendar.day(moment.at) - first if first is not None else -1
        yield words.day(moment.at) + (f"  (day {number})" if number >= 0 else "")
        for line in moment.lines:
            yield from _item(line.said, "  - ", _HAPPENS, width) if line.happens else _item(line.said, " " * _FOLLOWS, _FOLLOWS + 2, width)
        yield ""
    if neglected:
        yield from wrap(f"Nothing is told of these, so they count as not complied with: {'; '.join(neglected)}.", width)
        yield ""
    if not found and not neglected:
        yield "Nothing happens."


def _item(said: str, mark: str, indent: int, width: int) -> Iterator[str]:
    for number, row in enumerate(wrap(said, width - indent)):
        yield f"{' ' * indent if number else mark}{row}"
