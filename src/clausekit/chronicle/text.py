"""Timeline → text for a terminal: one line for what happens, and under it what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from clausekit.chronicle.telling import QUIET, told
from clausekit.chronicle.words import Words
from clausekit.norms.timeline import Record, Timeline

WIDTH = 80
_INDENT = 4
# What happens, rather than what follows from it.
HAPPENS = frozenset({"event", "deemed", "status begins", "status ends", "measured", "in force", "withdrawn", "ended", "provisionally", "extended"})
# What becomes of the same norm for several at once is said once for all of them.
_JOINED = frozenset({"violated", "not honoured", "lapsed", "terminated", "suspended", "resumed", "discharged", "cured", "fulfilled", "honoured"})


def lines(timeline: Timeline, words: Words, *, whole: bool = False, width: int = WIDTH) -> Iterator[str]:
    """The timeline day by day.

    Without `whole`, what merely stands from entry into force on is left out. What nothing is told of counts as not done: the clauses violated so are named
    together at the end.
    """
    neglected: Sequence[int] = ()
    shown: Iterable[Record] = (record for record in timeline.records if record.kind not in QUIET)
    if not whole:
        shown, neglected = told(timeline)
    first = timeline.entries[0].at if timeline.entries else -1
    for at, together in groupby(shown, key=lambda record: record.at):
        number = words.calendar.day(at) - words.calendar.day(first) if timeline.entries else -1
        yield f"{words.day(at)}" + (f"  (day {number})" if number >= 0 else "")
        for record, said in sorted(_together(together, words), key=lambda each: each[0].kind not in HAPPENS):
            mark = "-" if record.kind in HAPPENS else "  "
            yield from wrap(said, width, initial_indent=f"{' ' * 2}{mark} ", subsequent_indent=" " * (_INDENT + 2 * (mark != "-")))
        yield ""
    if neglected:
        clauses = "; ".join(dict.fromkeys(words.clause(norm) for norm in neglected))
        yield from wrap(f"Nothing is told of these duties, so they count as violated: {clauses}.", width)
        yield ""


def _together(records: Iterable[Record], words: Words) -> list[tuple[Record, str]]:
    """What became of the same norm for several at once, said once for all of them."""
    joined: dict[object, list[Record]] = {}
    for number, record in enumerate(records):
        mark: object = number
        if record.kind == "opened":
            mark = (record.norm, record.closes, words.binding(record.instance))
        elif record.norm >= 0 and record.kind in _JOINED:
            mark = (record.norm, record.kind, record.said, words.binding(record.instance))
        joined.setdefault(mark, []).append(record)
    return [(alike[0], _said(alike, words)) for alike in joined.values()]


def _said(alike: list[Record], words: Words) -> str:
    if alike[0].kind == "opened":
        return words.owe([record.instance for record in alike], alike[0].closes)
    return words.record(alike[0]._replace(who=tuple(dict.fromkeys(name for record in alike for name in record.who))))
