"""Draft → plain text, filled to 78 columns."""

from __future__ import annotations

import re

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, unlinked

WIDTH = 78
# Titles stand in the middle of the page, in narrower lines.
_NARROW = 62
_GAPS = re.compile(r"\n{4,}")


def render(document: Draft, phrases: Phrasebook) -> str:
    """The document as plain text."""
    environment = phrases.environment_for(filled=filled, centred=centred)
    return _GAPS.sub("\n\n\n", phrases.render("layout/treaty.txt", environment, draft=document)).strip("\n") + "\n"


def filled(text: str, lead: str = "", indent: int = 0) -> str:
    """The text filled into lines behind `lead` (a number or letter), later lines hanging under the first word."""
    first = " " * indent + lead
    return first + f"\n{' ' * len(first)}".join(_lines(text, WIDTH - len(first)))


def centred(text: str) -> str:
    """The text filled into narrow lines, each in the middle."""
    return "\n".join(line.center(WIDTH).rstrip() for line in _lines(text, _NARROW))


def _lines(text: str, width: int) -> list[str]:
    """The words of a text in lines of at most `width`; a longer word has a line of its own."""
    lines: list[str] = []
    line = ""
    for word in filter(None, unlinked(text).split(" ")):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


FORMAT = Format("text", ".txt", is_text=True, render=render)
