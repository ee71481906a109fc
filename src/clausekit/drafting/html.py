"""Draft → one HTML file: accessible, printable, with a linked table of contents and an id for every clause. It loads nothing from anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from clausekit.drafting.concordance import rows
from clausekit.drafting.diagrams.shapes import Picture
from clausekit.drafting.diagrams.svg import svg
from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, Note, runs


def render(document: Draft, phrases: Phrasebook) -> str:
    """The document as HTML."""
    environment = phrases.environment_for(autoescape=True, linked=linked, drawn=drawn)
    noted: dict[str, list[Note]] = {}
    for note in document.notes:
        noted.setdefault(note.id, []).append(note)
    return phrases.render("layout/treaty.html", environment, draft=document, contents=document.contents(), noted=noted)


def side_by_side(documents: Sequence[Draft], phrases: Phrasebook) -> str:
    """Drafts in several languages as one table, to be read on a screen and on paper across the page."""
    environment = phrases.environment.overlay(autoescape=True)
    environment.filters = {**environment.filters, "linked": linked}
    return phrases.render("layout/concordance.html", environment, documents=documents, rows=rows(documents), draft=documents[0])


def linked(text: str) -> Markup:
    """The text escaped, its cross-references as links."""
    pieces = (Markup('<a href="#{}">{}</a>').format(target, piece) if target else escape(piece) for piece, target in runs(text))
    return Markup("").join(pieces)


def drawn(picture: Picture) -> Markup:
    """A picture, its boxes linked to their clauses. It has escaped all its texts itself."""
    return Markup(svg(picture, linked=True))  # noqa: S704  as it says


FORMAT = Format("html", ".html", is_text=True, render=render, join=side_by_side)
