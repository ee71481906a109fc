"""What a draft says and what can be read of it in each format: paragraphs in reading order, numbers and letters before their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf

from clausekit.drafting.build import build
from clausekit.drafting.draft import formats
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, Paragraph, Section, unlinked
from clausekit.model.published import treaty as published
from clausekit.model.published.convert import record
from tests.drafting.readers import akn_page, akn_words, html_page, markdown_page, text_page
from tests.drafting.word import lines

PHRASES = Phrasebook()
_DESIGNATION = re.compile(r"((?:Article|Annex|Part|Chapter|Section) [^.]+)\. (?=\S)")
_PLACE_FOR_A_NAME = re.compile(r":? ?_{4,}")


def _paragraph(each: Paragraph) -> list[tuple[str, str]]:
    found = [(f"{each.number}." if each.number else "", unlinked(each.text))]
    found += [(f"({point.mark})", unlinked(point.text)) for point in each.points]
    return [*found, ("", unlinked(each.closing))] if each.closing else found


def _sections(sections: tuple[Section, ...]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for each in sections:
        found += [(each.heading, ""), *([("", each.title)] if each.title else [])]
        for paragraph in each.paragraphs:
            found += _paragraph(paragraph)
        found += _sections(each.sections)
    return found


def told(document: Draft) -> list[tuple[str, str]]:
    """Every paragraph of a draft, with its number."""
    found = [("", unlinked(each)) for each in (document.title, document.short, document.chapeau, *document.recitals, document.agreement) if each]
    for paragraph in (*document.definitions, *document.paragraphs):
        found += _paragraph(paragraph)
    found += _sections(document.sections)
    found += [("", unlinked(each)) for each in document.testimonium]
    found += [("", each.text) for each in document.signatures]
    return found + _sections(document.annexes)


# ---------------------------------------------------------------- the formats


def of_text(drafted: str) -> str:
    return _PLACE_FOR_A_NAME.sub("", text_page(drafted))


def of_markdown(drafted: str) -> str:
    blocks = [" ".join(each.text_content().split()) if each.tag[0] == "h" else each.text_content() for each in markdown_page(drafted)]
    headings = [each.tag for each in markdown_page(drafted)]
    parted = [_DESIGNATION.sub(r"\1 ", block, count=1) if tag in ("h2", "h3", "h4", "h5", "h6") else block for tag, block in zip(headings, blocks, strict=True)]
    return _PLACE_FOR_A_NAME.sub("", " ".join(parted))


def of_html(drafted: str) -> str:
    page = html_page(drafted)
    for part in page.xpath("//nav | //head"):
        part.drop_tree()
    return " ".join(block.text_content() for block in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //p | //li"))


def of_word(drafted: bytes) -> str:
    return " ".join(f"{each.number if each.is_seen else ''} {each.text}" for each in lines(drafted) if not each.style.startswith("TOC"))


def of_pdf(drafted: bytes) -> str:
    """The text of the pages as it is copied from them, without what runs along their heads and feet and without the table of contents."""
    found: list[str] = []
    for page in pypdf.PdfReader(BytesIO(drafted)).pages:
        above, *inside = page.extract_text().split("\n")
        assert re.fullmatch(r"\d+ / \d+", inside[-1]), inside[-1]
        found += inside[:-1] if found else [above, *inside[:-1]]
    said = [line for line in found if not re.search(r"(\. ){4,}\d+$", line) and line != "Contents"]
    return re.sub(r"-\n", "-", "\n".join(said)).replace("\u200b", "")


def of_akn(drafted: bytes) -> str:
    return akn_words(akn_page(drafted))


def of_json(drafted: str) -> str:
    """JSON is the treaty itself: what it says is what is drafted of it."""
    return " ".join(" ".join(pair) for pair in told(build(record(published.Treaty.model_validate_json(drafted)), PHRASES)))


READERS: dict[str, Callable[[Any], str]] = {
    "text": of_text,
    "md": of_markdown,
    "html": of_html,
    "docx": of_word,
    "pdf": of_pdf,
    "akn": of_akn,
    "json": of_json,
}


def sentences(text: str) -> list[str]:
    """The words of a text, parted where a reader breathes. A title may stand in capitals."""
    return re.split(r"(?<=[.;:,]) ", " ".join(text.split()).casefold())


def spoken(document: Draft, form: str) -> list[str]:
    """What a document says in a format."""
    return sentences(READERS[form](formats()[form].render(document, PHRASES)))
