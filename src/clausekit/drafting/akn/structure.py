"""What a document says, whichever way it came: of a draft, or read from Akoma Ntoso."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.diagnostics import Diagnostic
from clausekit.drafting.tree import Draft, Paragraph, Section, Signature
from clausekit.source import Source

# A larger file was not written as one treaty; and a tree of it would take some gigabytes.
MOST_BYTES = 40_000_000


class Structure(NamedTuple):
    """A document in one language, in reading order: a `Draft` without the treaty that it was made of.

    Texts hold cross-references as those of a draft do; `clausekit.drafting.tree.runs` takes them apart, `unlinked` makes them plain words. `language` is the
    two-letter code, or the three letters of a language that has none.
    """

    language: str
    notice: str
    status: str
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


class AknReading(NamedTuple):
    """What was read: the document in each of its languages (none, where the file could not be read), what is wrong with it, and its text."""

    structures: tuple[Structure, ...]
    diagnostics: tuple[Diagnostic, ...]
    source: Source

    @property
    def structure(self) -> Structure | None:
        """The document, in the first of its languages."""
        return self.structures[0] if self.structures else None
