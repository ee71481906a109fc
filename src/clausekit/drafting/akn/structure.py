"""What a document says, whichever way it came: of a draft, or read from Akoma Ntoso."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.drafting.tree import Draft, Paragraph, Section, Signature


class Structure(NamedTuple):
    """A document in one language, in reading order: a `Draft` without the treaty that it was made of.

    Texts hold cross-references as those of a draft do; `clausekit.drafting.tree.runs` takes them apart, `unlinked` makes them plain words. `language` is the
    two-letter code, or the three letters of a language that has none.
    """

    language: str
    notice: str
    title: str
    short: str
    chapeau: str
    recitals: tuple[str, ...]
    agreement: str
    definitions: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    testimonium: tuple[str, ...]
    signatures: tuple[Signature, ...]
    annexes: tuple[Section, ...]


def structure_of(draft: Draft) -> Structure:
    """What a draft says."""
    return Structure(*(getattr(draft, field) for field in Structure._fields))
