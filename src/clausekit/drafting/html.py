"""Draft → one HTML file: accessible, printable, with a linked table of contents and an id for every clause. It loads nothing from anywhere."""

from __future__ import annotations

from markupsafe import Markup, escape

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, runs


def render(document: Draft, phrases: Phrasebook) -> str:
    """The document as HTML."""
    environment = phrases.environment.overlay(autoescape=True)
    environment.filters = {**environment.filters, "linked": linked}
    return phrases.render("layout/treaty.html", environment, draft=document, contents=document.contents())


def linked(text: str) -> Markup:
    """The text escaped, its cross-references as links."""
    pieces = (Markup('<a href="#{}">{}</a>').format(target, piece) if target else escape(piece) for piece, target in runs(text))
    return Markup("").join(pieces)


FORMAT = Format("html", ".html", is_text=True, render=render)
