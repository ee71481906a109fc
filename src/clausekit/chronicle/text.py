"""Timeline → text for a terminal: one line for what happens, and under it what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from clausekit.chronicle.words import Words
from clausekit.norms.timeline import Record, Timeline

WIDTH = 80
_INDENT = 4
# What happens, rather than what follows from it.
_HAPPENS = frozenset({"event", "deemed", "status begins", "status ends", "measured", "in force", "withdrawn", "ended", "provisionally", "extended"})
# What is of no news: that standing prohibitions stand, and that a window closed without anything forbidden.
_QUIET = frozenset({"kept"})


def lines(timeline: Timeline, words: Words, *, whole: bool = False, width: int = WIDTH) -> Iterator[str]:
    """The timeline day by day. Without `whole`, what opened with entry into force and has not led to anything is left out."""
    records = [record for record in timeline.records if record.kind not in _QUIET]
    shown = records if whole else list(_telling(timeline, records))
    first = timeline.entries[0].at if timeline.entries else (shown[0].at if shown else 0)
    for at, together in groupby(shown, key=lambda record: record.at):
        number = (words.calendar.day(at) - words.calendar.day(first)) if timeline.entries else 0
        yield f"{words.day(at)}" + (f"  (day {number})" if number >= 0 and timeline.entries else "")
        for record in sorted(_together(together), key=lambda each: each.kind not in _HAPPENS):
            mark = "-" if record.kind in _HAPPENS else "  "
            text = words.record(record)
            yield from wrap(text, width, initial_indent=f"{' ' * 2}{mark} ", subsequent_indent=" " * (_INDENT + 2 * (mark != "-")))
        yield ""


def _together(records: Iterable[Record]) -> list[Record]:
    """What became of the same norm for several at once, said once for all of them."""
    joined: dict[object, Record] = {}
    for record in records:
        alike = record.norm >= 0 and record.kind in ("violated", "not honoured", "lapsed", "terminated", "suspended", "resumed", "discharged", "cured")
        mark: object = (record.norm, record.kind, record.said) if alike else (len(joined), record)
        if mark in joined:
            joined[mark] = joined[mark]._replace(who=tuple(dict.fromkeys((*joined[mark].who, *record.who))))
        else:
            joined[mark] = record
    return list(joined.values())


def _telling(timeline: Timeline, records: Iterable[Record]) -> Iterator[Record]:
    """Without the norms that merely stand from entry into force on: those that something became of are told when it does."""
    standing = {each.number for each in timeline.opened if each.underlying < 0 and timeline.code.norms[each.norm].trigger is None}
    dull = standing & {each.number for each in timeline.opened if each.closes >= 10**9 or timeline.code.norms[each.norm].modality == "prohibition"}
    for record in records:
        if not (record.kind == "opened" and record.instance in dull) and not (record.kind == "terminated" and record.instance in dull):
            yield record
