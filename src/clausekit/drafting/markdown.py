"""Draft → Markdown (CommonMark), with an anchor for every clause and links for cross-references."""

from __future__ import annotations

import re

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, runs

# CommonMark gives these a meaning inside a line (the dollar sign, only some of its readers do), and those one at the beginning of a line.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_LINE_START = re.compile(r"^(\d+(?=[.)](?:\s|$)))?([-+=.)])")


def render(document: Draft, phrases: Phrasebook) -> str:
    """The document as Markdown."""
    environment = phrases.environment_for(md=marked_down)
    return phrases.render("layout/treaty.md", environment, draft=document)


def marked_down(text: str) -> str:
    """The text with its special characters escaped and its cross-references linked."""
    return "".join([f"[{_escaped(piece)}](#{target})" if target else _escaped(piece) for piece, target in runs(text)])


def _escaped(text: str) -> str:
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\1", text)
    return text if text[:1].isalpha() else _LINE_START.sub(r"\1\\\2", text)


FORMAT = Format("md", ".md", is_text=True, render=render)
