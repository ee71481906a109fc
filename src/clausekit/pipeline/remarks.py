"""Findings → remarks on the clauses that they are about: what a draft shows beside its text, for those who are to settle them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from clausekit.diagnostics import Diagnostic
from clausekit.drafting.notes import Remark
from clausekit.model.clauses import Clause
from clausekit.model.treaty import Division, Treaty
from clausekit.pipeline import Reading
from clausekit.source import Span

AUTHOR = "clausekit"


def remarks(reading: Reading) -> tuple[Remark, ...]:
    """Everything there is to say about a reading, each finding at the clause where it is, or at its division; else at the treaty as a whole."""
    if reading.record is None:
        return ()
    places = _Places(reading)
    return tuple(Remark(*places.around(found), AUTHOR, _words(found)) for found in reading.diagnostics)


def _words(found: Diagnostic) -> str:
    """A finding as a colleague would note it: its code, what is wrong, and the next step."""
    return f"{found.code}, {found.severity}: {found.message}" + (f"\n{found.help}" if found.help else "")


class _Places:
    """Where the clauses and divisions of a reading stand in its files."""

    def __init__(self, reading: Reading) -> None:
        assert reading.record is not None
        self._first = reading.source
        self._clauses: dict[int, list[tuple[int, int, int, int]]] = {}
        self._divisions: dict[int, list[tuple[int, int, int, int]]] = {}
        for found, parts in ((self._clauses, _clauses(reading.record)), (self._divisions, _divisions(reading.record))):
            for part in parts:
                if part.start >= 0:
                    source, span = reading.place(Span(part.start, part.end))
                    found.setdefault(id(source), []).append((span.start, span.end, part.start, part.end))
            for each in found.values():
                each.sort()

    def around(self, found: Diagnostic) -> tuple[int, int]:
        """The clause that holds the first place of a finding, or else its innermost division, by its place in the treaty; (-1, -1) for neither."""
        label = found.labels[0] if found.labels else None
        if label is None or label.span is None:
            return (-1, -1)
        source = id(label.source or self._first)
        clauses, divisions = self._clauses.get(source, []), self._divisions.get(source, [])
        # Clauses lie side by side: only the last that begins before the place can hold it. Divisions lie in one another.
        last = bisect_right(clauses, (label.span.start, float("inf")))
        inside = [*clauses[max(0, last - 1) : last], *reversed(divisions[: bisect_right(divisions, (label.span.start, float("inf")))])]
        return next(((start, end) for _, until, start, end in inside if until > label.span.start), (-1, -1))


def _divisions(part: Treaty | Division) -> Iterator[Division]:
    for division in part.divisions:
        yield division
        yield from _divisions(division)


def _clauses(treaty: Treaty) -> Iterator[Clause]:
    yield from treaty.clauses
    for division in _divisions(treaty):
        yield from division.clauses
