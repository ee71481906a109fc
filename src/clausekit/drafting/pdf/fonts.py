"""Fonts of a PDF: those that typst carries, and folders of the drafter's own. Those of the machine are left alone: the same draft is the same file anywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.tree import Draft, Paragraph, Section, unlinked

if TYPE_CHECKING:
    from typst import Fonts

# Both have Latin, Greek and Cyrillic letters; the second, a few signs that the first lacks.
FAMILIES = ("Libertinus Serif", "New Computer Modern")
# How typst tells of a character that no font has: quoted as Rust quotes it.
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# So many are named, with so many places each; a drafter needs no list of a whole script.
_MOST, _PLACES = 8, 2


@cache
def fonts(folders: tuple[str, ...]) -> Fonts:
    """The fonts to write with. Raises WordingError for a folder that is not there or holds none."""
    import typst

    for folder in folders:
        if not os.path.isdir(folder):
            message = f"{folder}: there is no such folder of fonts"
            raise WordingError(message)
        if not typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]).families():
            message = f"{folder}: this folder holds no font; fonts are files that end in .ttf, .otf, .ttc or .otc"
            raise WordingError(message)
    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


def families(found: Fonts, folders: tuple[str, ...]) -> list[str]:
    """The families to write with, those of the drafter behind the built-in ones: they stand in for what these lack."""
    return [*FAMILIES, *(sorted({each for each in found.families() if each not in FAMILIES}) if folders else ())]


def missing(told: str) -> list[str]:
    """The characters that no font has, from what typst tells; each once."""
    texts = (_ESCAPED.sub(lambda code: chr(int(code.group(1), 16)), text) for text in _MISSING.findall(told))
    return list(dict.fromkeys(character for text in texts for character in text if not character.isspace()))


def lacking(characters: list[str], draft: Draft, *, own: bool) -> str:
    """What is wrong when the fonts lack some characters, where these stand, and what to do. `own` says whether the drafter named fonts."""
    texts = list(_texts(draft))
    named = []
    for character in characters[:_MOST]:
        places = list(dict.fromkeys(place for place, text in texts if character in text))
        told = [f"in {place}" for place in places[:_PLACES]] + ["elsewhere"] * (len(places) > _PLACES)
        named.append(" ".join([f"`{character}` (U+{ord(character):04X})", *[" and ".join(told)][: len(told)]]))
    more = f"; and {len(characters) - _MOST} others" if len(characters) > _MOST else ""
    whose = "your fonts and the built-in ones" if own else "the built-in fonts"
    return f"{whose} lack {'; '.join(named)}{more}. Name a folder with a font that has {'it' if len(characters) == 1 else 'them'}: --fonts DIR"


def _texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every text of the draft, with the place that a drafter finds it by."""
    yield "the title", f"{draft.title} {draft.short}"
    yield "the notice", draft.notice
    for text in (draft.chapeau, *draft.recitals, draft.agreement):
        yield "the preamble", unlinked(text)
    yield from _of_paragraphs("", (*draft.definitions, *draft.paragraphs))
    for section in (*draft.sections, *draft.annexes):
        yield from _of_section(section)
    for text in (*draft.testimonium, *(each.text for each in draft.signatures)):
        yield "the final formulas", unlinked(text)
    yield "the table of contents", draft.words["contents"]


def _of_section(section: Section) -> Iterator[tuple[str, str]]:
    yield section.heading, f"{section.heading} {unlinked(section.title)}"
    yield from _of_paragraphs(section.heading, section.paragraphs)
    for inner in section.sections:
        yield from _of_section(inner)


def _of_paragraphs(heading: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        number = f"paragraph {paragraph.number}" if paragraph.number else ""
        place = f"{heading}, {number}".strip(", ") or "the text"
        for text in (paragraph.text, *(f"{point.mark} {point.text}" for point in paragraph.points), paragraph.closing):
            yield place, unlinked(text)
