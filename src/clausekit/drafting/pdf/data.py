"""Draft → what the layout of a PDF is filled with: one flat list of parts in reading order, every text as data.

A text is a string, or, where it holds cross-references, pairs of words and the id that they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from clausekit.drafting.diagrams.measure import FACE
from clausekit.drafting.diagrams.shapes import Picture
from clausekit.drafting.diagrams.slicing import slices
from clausekit.drafting.diagrams.svg import svg
from clausekit.drafting.tree import Draft, Paragraph, Section, runs

# Deeper headings are all of one level: PDF knows six.
_MOST_LEVELS = 6
# A table of contents is for a treaty that does not lie on two pages, and one longer than this fills the first page with the title.
_SHORT, _LONG = 8, 15
# A word longer than a line may break anywhere: so many of its letters stand together.
_LONGEST_WORD, _PIECE = 60, 8
_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_BREAK = "\u200b"
_ROW = 2
# A pixel in points; how many of them a page of A4 takes between its margins, and how many it takes if they are made a little smaller.
_POINTS = 0.75
_WIDE, _NEARLY_WIDE, _HIGH = 640.0, 840.0, 820.0

Said = str | list[tuple[str, str]]


def data_of(draft: Draft, fonts: list[str]) -> dict[str, Any]:
    """Everything that the layout says. `fonts` are the families to write with, the first before the others."""
    contents = draft.contents()
    known = frozenset(_ids(draft))
    texts = _Texts(known)
    parts = list(_parts(draft, texts))
    return {
        "language": draft.language,
        "fonts": fonts,
        "title": _breakable(draft.title),
        "short": _breakable(draft.short),
        "subject": draft.short,
        "running": draft.running(),
        "notice": draft.notice,
        "status": draft.status,
        "initials": list(draft.initialling()),
        "contents": draft.words["contents"],
        "has_contents": len(contents) >= _SHORT,
        "has_cover": len(contents) > _LONG,
        "is_deep": any(line.level > 1 for line in contents),
        "targets": dict.fromkeys(texts.cited, 1),
        "parts": parts,
        "pictures": list(_pictures(draft.pictures, fonts[0])),
        "pictures_heading": draft.words.get("pictures", ""),
        "pictures_note": draft.words.get("not_part", ""),
    }


def _pictures(pictures: Iterable[Picture], font: str) -> Iterator[dict[str, Any]]:
    """Pictures as SVG in the font of the document, with how wide and high they are in points: those that A4 is wide enough for, in pieces that fit it."""
    for picture in pictures:
        scale = min(1.0, _WIDE / picture.wide) if picture.wide <= _NEARLY_WIDE else 1.0
        pieces = slices(picture, _HIGH / scale) if picture.wide <= _NEARLY_WIDE else [picture]
        for place, piece in enumerate(pieces):
            yield {
                "svg": svg(piece).replace(FACE, font),
                "title": "" if place else picture.title,
                "said": picture.title if place else picture.said,
                "wide": piece.wide * scale * _POINTS,
                "high": piece.high * scale * _POINTS,
            }


class _Texts:
    """Takes texts apart, and gathers what they cite."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self.cited: set[str] = set()

    def said(self, text: str) -> Said:
        pieces = [(_breakable(words), target if target in self._known else "") for words, target in runs(text)]
        self.cited.update(target for _, target in pieces if target)
        return pieces[0][0] if len(pieces) == 1 and not pieces[0][1] else pieces


def _breakable(text: str) -> str:
    return _WORD.sub(lambda found: _BREAK.join(_pieces(found.group())), text) if len(text) >= _LONGEST_WORD else text


def _pieces(word: str) -> Iterator[str]:
    return (word[place : place + _PIECE] for place in range(0, len(word), _PIECE))


def _ids(draft: Draft) -> Iterator[str]:
    yield from _ids_of_paragraphs((*draft.definitions, *draft.paragraphs))
    for section in (*draft.sections, *draft.annexes):
        yield from _ids_of_section(section)


def _ids_of_section(section: Section) -> Iterator[str]:
    yield section.id
    yield from _ids_of_paragraphs(section.paragraphs)
    for inner in section.sections:
        yield from _ids_of_section(inner)


def _ids_of_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph.id
        yield from (f"{paragraph.id}.{point.mark}" for point in paragraph.points)


# ------------------------------------------------------------ parts


def _parts(draft: Draft, texts: _Texts) -> Iterator[dict[str, Any]]:
    for text in (draft.chapeau, *draft.recitals, draft.agreement):
        if text:
            yield {"as": "text", "text": texts.said(text)}
    yield from _paragraphs((*draft.definitions, *draft.paragraphs), texts)
    yield from _sections(draft.sections, texts)
    for text in draft.testimonium:
        yield {"as": "closing", "text": texts.said(text)}
    signing = [_breakable(each.text) for each in draft.signatures]
    for place in range(0, len(signing), _ROW):
        yield {"as": "signatures", "row": signing[place : place + _ROW]}
    yield from _sections(draft.annexes, texts)


def _sections(sections: Iterable[Section], texts: _Texts) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield {
            "as": "heading",
            "kind": section.kind,
            "id": section.id,
            "heading": _breakable(section.heading),
            "title": texts.said(section.title),
            "line": _breakable(f"{section.heading}{'. ' if section.title else ''}{section.title}"),
            "level": min(section.level, _MOST_LEVELS),
        }
        yield from _paragraphs(section.paragraphs, texts)
        yield from _sections(section.sections, texts)


def _paragraphs(paragraphs: Iterable[Paragraph], texts: _Texts) -> Iterator[dict[str, Any]]:
    for each in paragraphs:
        yield {"as": "paragraph", "id": each.id, "number": each.number, "text": texts.said(each.text)}
        if each.points:
            items = [(f"{each.id}.{point.mark}", texts.said(point.text)) for point in each.points]
            yield {"as": "points", "marks": [point.mark for point in each.points], "items": items}
        if each.closing:
            yield {"as": "text", "text": texts.said(each.closing)}
