"""The document every format starts from: what is said and how it is ordered, nothing of how it looks.

Texts may hold live cross-references, written by `link` and taken apart by `runs`; everything else in them is plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from clausekit.drafting.diagrams.shapes import Picture
from clausekit.drafting.numerals import Numerals, References
from clausekit.model.treaty import Treaty

# Private-use characters mark a cross-reference inside a text. They are taken out of whatever a drafter writes (see `plain`).
_OPEN, _TARGET, _CLOSE = "\ue000", "\ue001", "\ue002"
# In front of each of several clauses behind one conjunction, for languages that say it again: `s’il pleut ou s’il neige`.
AGAIN = "\ue003"
_LINK = re.compile(f"{_OPEN}([^{_TARGET}]*){_TARGET}([^{_CLOSE}]*){_CLOSE}")
_SHOWN = str.maketrans(dict.fromkeys((_OPEN, _TARGET, _CLOSE, AGAIN), "\ufffd"))
_DROPPED = str.maketrans(dict.fromkeys((_OPEN, _TARGET, _CLOSE), ""))
# Not printable, and yet part of spelling: the soft hyphen, and what joins or parts letters in Persian and Indian scripts.
_SPELLED = "\u00ad\u200c\u200d"
# What stands around a short title in the languages of treaties.
_AROUND = " ()“”„«»\u00a0\u202f"
# What stands along the head of a page has at most so many characters.
_LINE = 90


class Point(NamedTuple):
    """A lettered point. `text` ends with its own punctuation."""

    mark: str
    text: str


class Paragraph(NamedTuple):
    """A paragraph: the clause it comes from, its number (empty when it stands alone), its text, its points, and what closes it after them."""

    id: str
    number: str
    text: str
    points: tuple[Point, ...] = ()
    closing: str = ""


# A part of a report, which no table of contents lists.
TOPIC = "topic"


class Section(NamedTuple):
    """A part, chapter, section, article or annex. `heading` is its designation ("Article 5"), `number` what it is numbered by ("5"), `title` its title."""

    kind: str
    id: str
    heading: str
    title: str
    level: int
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    number: str = ""


class Note(NamedTuple):
    """A remark on a part of the document, and no part of its text. `id` is that of a paragraph or a division; empty, the whole document is meant."""

    id: str
    author: str
    text: str


class Signature(NamedTuple):
    """One signature block."""

    party: str
    text: str


class Contents(NamedTuple):
    """One line of the table of contents."""

    id: str
    heading: str
    title: str
    level: int


class Layout(NamedTuple):
    """What whoever asks for a draft wants of its looks. A format heeds what it can.

    `fonts` are folders of fonts for what the built-in ones lack. `number` and `dated` say which draft it is, and `is_unsigned` that it is not for signature.
    `reference` is a Word document with styles and a page of its own. With `diagrams`, pictures of what the treaty says stand behind it.
    `numerals` are those of the Articles; with `are_unnumbered`, paragraphs have no numbers, and `references` says how they are cited (empty: as the style of
    the treaty has it). `alternat` is the Party whose copy it is, of two. With `initials`, each page has a place for those of every signatory.
    """

    fonts: tuple[str, ...] = ()
    reference: str = ""
    diagrams: bool = False
    number: str = ""
    dated: date | None = None
    is_unsigned: bool = False
    numerals: Numerals = "arabic"
    are_unnumbered: bool = False
    references: References = ""
    alternat: str = ""
    initials: bool = False


PLAIN = Layout()


class Draft(NamedTuple):
    """A whole document, in reading order, and the treaty it says.

    Empty texts are left out by the formats. `notice` is the stamp of a draft made in spite of errors, `status` says which draft it is. `definitions` stand
    before the first Article, unless an Article of that name took them in. `words` are the few words that layouts need, such as the heading of a table of
    contents. `notes` are beside the text, for formats that can show them so; `pictures` show what the treaty says, and are no part of it.
    """

    language: str
    notice: str
    title: str
    short: str
    parties: tuple[str, ...]
    chapeau: str
    recitals: tuple[str, ...]
    agreement: str
    definitions: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    testimonium: tuple[str, ...]
    signatures: tuple[Signature, ...]
    annexes: tuple[Section, ...]
    words: dict[str, str]
    treaty: Treaty
    layout: Layout = PLAIN
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    status: str = ""

    def running(self) -> str:
        """What the treaty is called along the head of every page, in one line."""
        name = self.short.strip(_AROUND) or self.title
        return name if len(name) <= _LINE else f"{name[: _LINE - 1].rstrip()}…"

    def initialling(self) -> tuple[str, ...]:
        """Who puts initials on every page, if they are to."""
        return tuple(capitalised(each.party) for each in self.signatures if each.party) if self.layout.initials else ()

    def contents(self) -> tuple[Contents, ...]:
        """The table of contents."""
        return tuple(_contents((*self.sections, *self.annexes)))


def _contents(sections: tuple[Section, ...]) -> Iterator[Contents]:
    for section in sections:
        if section.kind == TOPIC:
            continue
        yield Contents(section.id, section.heading, section.title, section.level)
        yield from _contents(section.sections)


def link(target: str, text: str) -> str:
    """A cross-reference to the part of the document with the id `target`."""
    return f"{_OPEN}{target}{_TARGET}{text}{_CLOSE}"


def runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the id it refers to, or "" for plain words."""
    if _OPEN not in text:
        yield text, ""
        return
    at = 0
    for found in _LINK.finditer(text):
        if found.start() > at:
            yield text[at : found.start()].translate(_DROPPED), ""
        yield found.group(2), found.group(1)
        at = found.end()
    if at < len(text):
        yield text[at:].translate(_DROPPED), ""


def unlinked(text: str) -> str:
    """The text with its cross-references as plain words."""
    return _LINK.sub(r"\2", text).translate(_DROPPED) if _OPEN in text else text


def unmarked(text: str) -> str:
    """A text from elsewhere, without the characters that would be taken for marks of a cross-reference."""
    return text.translate(_SHOWN)


def plain(text: str | None) -> str:
    """What a drafter wrote, safe to stand in a document: no marks of ours, no control characters or marks of direction, single spaces."""
    if not text or text.isprintable():
        return text or ""
    shown = "".join(_printable(character) for character in text.translate(_SHOWN))
    return " ".join(shown.split())


def _printable(character: str) -> str:
    return character if character.isprintable() or character in _SPELLED else " " if character.isspace() else ""


def beginning(text: str) -> int:
    """Where the words of a text begin: inside a cross-reference, where it begins with one."""
    return text.find(_TARGET) + 1 if text.startswith(_OPEN) else 0


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, also inside a cross-reference."""
    at = beginning(text)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
