"""Drafts of one treaty in several languages → one table: a row for each paragraph, heading and point, a column for each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from clausekit.drafting.tree import Draft, Paragraph, Section


class Cell(NamedTuple):
    """What a row says in one language: its number and its text."""

    number: str = ""
    text: str = ""


class Row(NamedTuple):
    """A row: what it is (`title`, `heading`, `text`, `point`), the id of what it says, its level where it is a heading, and its cells."""

    kind: str
    id: str
    level: int
    cells: tuple[Cell, ...]


class _Line(NamedTuple):
    kind: str
    id: str
    level: int
    cell: Cell


def rows(documents: Sequence[Draft]) -> tuple[Row, ...]:
    """The rows, in the order of the first document. What has an id stands in one row with what has the same; what one language lacks is left empty."""
    first, *others = ([*_lines(document)] for document in documents)
    known = [{line.id: line for line in lines if line.id} for lines in others]
    unnamed = [_unnamed(lines) for lines in others]
    found: list[Row] = []
    for line, beside in zip(first, _beside(first, known, unnamed), strict=True):
        found.append(Row(line.kind, line.id, line.level, (line.cell, *beside)))
    return tuple(found)


def _beside(first: list[_Line], known: list[dict[str, _Line]], unnamed: list[dict[str, list[Cell]]]) -> Iterator[tuple[Cell, ...]]:
    places: dict[str, int] = {}
    for line in first:
        if line.id:
            yield tuple(lines[line.id].cell if line.id in lines else Cell() for lines in known)
            continue
        place = places.get(line.kind, 0)
        places[line.kind] = place + 1
        yield tuple(cells.get(line.kind, [])[place] if place < len(cells.get(line.kind, [])) else Cell() for cells in unnamed)


def _unnamed(lines: Iterable[_Line]) -> dict[str, list[Cell]]:
    """What has no id, by its kind, in order."""
    found: dict[str, list[Cell]] = {}
    for line in lines:
        if not line.id:
            found.setdefault(line.kind, []).append(line.cell)
    return found


def _lines(document: Draft) -> Iterator[_Line]:
    yield _Line("title", "", 1, Cell("", document.title))
    yield from _of("short", document.short)
    yield from _of("chapeau", document.chapeau)
    yield from _of("recital", *document.recitals)
    yield from _of("agreement", document.agreement)
    for paragraph in (*document.definitions, *document.paragraphs):
        yield from _paragraph(paragraph)
    for section in document.sections:
        yield from _section(section)
    yield from _of("testimonium", *document.testimonium)
    yield from _of("signature", *(signature.text for signature in document.signatures))
    for annex in document.annexes:
        yield from _section(annex)


def _of(kind: str, *texts: str) -> Iterator[_Line]:
    yield from (_Line(kind, "", 0, Cell("", text)) for text in texts if text)


def _section(section: Section) -> Iterator[_Line]:
    title = f"{section.heading}. {section.title}" if section.title else section.heading
    yield _Line("heading", section.id, section.level + 1, Cell("", title))
    for paragraph in section.paragraphs:
        yield from _paragraph(paragraph)
    for inner in section.sections:
        yield from _section(inner)


def _paragraph(paragraph: Paragraph) -> Iterator[_Line]:
    yield _Line("text", paragraph.id, 0, Cell(f"{paragraph.number}." if paragraph.number else "", paragraph.text))
    for point in paragraph.points:
        yield _Line("point", f"{paragraph.id}.{point.mark}", 0, Cell(f"({point.mark})", point.text))
    if paragraph.closing:
        yield _Line("text", f"{paragraph.id}.closing", 0, Cell("", paragraph.closing))
