"""Draft → Markdown (CommonMark), with an anchor for every clause and links for cross-references."""

from __future__ import annotations

import re

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, runs

# CommonMark gives these a meaning inside a line, or at its beginning.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(\s|$)")


def render(document: Draft, phrases: Phrasebook) -> str:
    """The document as Markdown."""
    phrases.environment.filters["md"] = marked_down
    return phrases.render("layout/treaty.md", draft=document)


def marked_down(text: str) -> str:
    """The text with its special characters escaped and its cross-references linked."""
    return "".join(f"[{_escaped(piece)}](#{target})" if target else _escaped(piece) for piece, target in runs(text))


def _escaped(text: str) -> str:
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}{found[3]}", _SPECIAL.sub(r"\\\1", text))


FORMAT = Format("md", ".md", True, render)
