"""Draft → PDF: the door of this part of the room."""

from __future__ import annotations

import json
from functools import cache
from typing import Literal, NamedTuple

from clausekit import resources
from clausekit.drafting.format import Format
from clausekit.drafting.pdf.data import data_of
from clausekit.drafting.pdf.fonts import families, fonts, lacking, missing
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Draft

# PDF/UA-1 is ISO 14289-1:2014: everything in the file is tagged, so that it can be read aloud.
_STANDARD: Literal["ua-1"] = "ua-1"
# A draft is made anew for every copy, and no two of them are to differ by the day: the file bears none.
_UNDATED = 0


def render(document: Draft, phrases: Phrasebook) -> bytes:  # noqa: ARG001  a draft holds all its words
    """The document as PDF. Raises WordingError where typst is not installed, and for characters that no font has."""
    try:
        import typst
    except ImportError as problem:
        message = "PDF needs typst, which is not installed: install `clausekit[pdf]`, or `.[pdf]` from a checkout"
        raise WordingError(message) from problem
    own = document.layout.fonts
    found = fonts(own)
    filling = {"draft": json.dumps(data_of(document, families(found, own)), ensure_ascii=False)}
    layout = _layout()
    compiler = typst.Compiler(layout.text, root=layout.folder, font_paths=found, ignore_system_fonts=True, sys_inputs=filling)
    try:
        made, _ = compiler.compile_with_warnings(format="pdf", pdf_standards=[_STANDARD], timestamp=_UNDATED)
    except typst.TypstError as problem:
        characters = missing(problem.diagnostic)
        message = lacking(characters, document, own=bool(own)) if characters else f"typst cannot make a PDF of this draft: {problem.message}"
        raise WordingError(message) from problem
    assert isinstance(made, bytes)
    return made


class _Layout(NamedTuple):
    text: bytes
    folder: str


@cache
def _layout() -> _Layout:
    """The layout, and the only folder that typst may read from. A drafter's own templates do not replace it: typst would run what they say."""
    folder = resources.folder("templates") / "layout"
    return _Layout((folder / "treaty.typ").read_bytes(), str(folder))


FORMAT = Format("pdf", ".pdf", is_text=False, render=render)
