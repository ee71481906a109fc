"""Draft → plain text, filled to 78 columns."""

from __future__ import annotations

import textwrap

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, unlinked

WIDTH = 78


def render(document: Draft, phrases: Phrasebook) -> str:
    """The document as plain text."""
    phrases.environment.filters["filled"] = filled
    phrases.environment.filters["centred"] = centred
    return phrases.render("layout/treaty.txt", draft=document)


def filled(text: str, lead: str = "", indent: int = 0) -> str:
    """The text filled into lines behind `lead` (a number or letter), later lines hanging under the first word."""
    first = " " * indent + lead
    return textwrap.fill(
        unlinked(text), WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_long_words=False, break_on_hyphens=False
    )


def centred(text: str) -> str:
    """The text filled into narrow lines, each in the middle."""
    lines = textwrap.wrap(unlinked(text), WIDTH - 16, break_long_words=False, break_on_hyphens=False)
    return "\n".join(line.center(WIDTH).rstrip() for line in lines)


FORMAT = Format("text", ".txt", True, render)
