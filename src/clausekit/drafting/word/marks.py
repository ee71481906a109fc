"""Ids of a draft → the names of bookmarks, and what a cross-reference to each of them can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.drafting.tree import Draft, Paragraph, Section

# A bookmark of Word has at most so many characters.
_LONGEST = 40
_OTHER = re.compile(r"[^A-Za-z0-9]")


class Target(NamedTuple):
    """What a reference can lead to: the designation and number of its division, and the number of the paragraph, where it is one."""

    id: str
    heading: str
    number: str
    paragraph: str = ""
    division: str = ""


class Marks:
    """The bookmarks of one document. Each has a name that Word accepts and a number of its own."""

    def __init__(self, draft: Draft) -> None:
        """Name every part of the draft."""
        self.targets = {target.id: target for target in _targets(draft)}
        self._names: dict[str, str] = {}
        taken: set[str] = set()
        for number, identity in enumerate(self.targets):
            name = f"ck_{_OTHER.sub('_', identity)}"[:_LONGEST]
            if name.lower() in taken:
                name = f"{name[: _LONGEST - 7]}_{number}"
            taken.add(name.lower())
            self._names[identity] = name
        self._numbers = {identity: number for number, identity in enumerate(self._names)}

    def name(self, identity: str) -> str:
        """The name of the bookmark of a part; empty for one that the draft does not have."""
        return self._names.get(identity, "")

    def around(self, identity: str, inside: str) -> str:
        """A stretch of a paragraph with a bookmark around it."""
        number = self._numbers[identity]
        return f'<w:bookmarkStart w:id="{number}" w:name="{self.name(identity)}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def _targets(draft: Draft) -> Iterator[Target]:
    yield from _of_paragraphs((*draft.definitions, *draft.paragraphs), None)
    for section in (*draft.sections, *draft.annexes):
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Target]:
    yield Target(section.id, section.heading, section.number)
    if section.title:
        yield Target(f"{section.id}.title", section.heading, section.number)
    yield from _of_paragraphs(section.paragraphs, section)
    for inner in section.sections:
        yield from _of_section(inner)


def _of_paragraphs(paragraphs: tuple[Paragraph, ...], section: Section | None) -> Iterator[Target]:
    for paragraph in paragraphs:
        heading, number, division = (section.heading, section.number, section.id) if section is not None else ("", "", "")
        yield Target(paragraph.id, heading, number, paragraph.number, division)
        for point in paragraph.points:
            yield Target(f"{paragraph.id}.{point.mark}", heading, number, paragraph.number, division)
