"""Draft → a .docx file: the door of this part of the room."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Draft
from clausekit.drafting.word.body import Body
from clausekit.drafting.word.fields import field, run
from clausekit.drafting.word.numbering import Numbering
from clausekit.drafting.word.package import repacked
from clausekit.drafting.word.styles import style

if TYPE_CHECKING:
    from docx.document import Document

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# A document says when it was made. A draft is made anew for every copy, and no two of them are to differ by that.
_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001  as Word writes it
# The page: A4, in millimetres, and its margins.
_WIDTH, _HEIGHT, _MARGIN = 210, 297, 25


def render(document: Draft, phrases: Phrasebook) -> bytes:  # noqa: ARG001  a draft holds all its words
    """The document as a .docx file. Raises WordingError where python-docx is not installed."""
    try:
        import docx
    except ImportError as problem:
        message = "Word documents need python-docx, which is not installed: install `clausekit[word]`"
        raise WordingError(message) from problem
    made = docx.Document()
    style(made)
    numbering = Numbering(document)
    inside = Body(document, numbering).xml()
    _fill(made, inside)
    _number(made, numbering.xml())
    _furnish(made, document)
    _describe(made, document)
    out = BytesIO()
    made.save(out)
    return repacked(out.getvalue())


def _fill(made: Document, inside: str) -> None:
    from docx.oxml import parse_xml

    body = made.element.body
    settings = body[-1]
    for each in parse_xml(f"<w:body {_W}>{inside}</w:body>"):
        settings.addprevious(each)


def _number(made: Document, definitions: str) -> None:
    """Put the lists of the document in the place of those of the template."""
    from docx.oxml import parse_xml

    numbering = made.part.numbering_part.element
    for each in list(numbering):
        numbering.remove(each)
    for each in parse_xml(f"<w:numbering {_W}>{definitions}</w:numbering>"):
        numbering.append(each)


def _furnish(made: Document, document: Draft) -> None:
    """The page, what runs along its head and foot, and that Word is to work out all fields when it opens the file."""
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    head = section.header.paragraphs[0]._p  # noqa: SLF001  as python-docx gives it
    foot = section.footer.paragraphs[0]._p  # noqa: SLF001
    for paragraph, inside in ((head, run(document.short or document.title)), (foot, field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1"))):
        for each in parse_xml(f'<w:p {_W}><w:pPr><w:jc w:val="center"/></w:pPr>{inside}</w:p>'):
            paragraph.append(each)
    made.settings.element.insert(0, parse_xml(f'<w:updateFields {_W} w:val="true"/>'))


def _describe(made: Document, document: Draft) -> None:
    """The properties of the document: its title and its language; nobody's name, and no day."""
    properties = made.core_properties
    properties.title, properties.language = document.title, document.language
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.subject = document.short
    properties.created = properties.modified = _UNDATED
    properties.revision = 1
    from docx.oxml import parse_xml

    defaults = made.styles.element.find(".//{*}rPrDefault/{*}rPr")
    language = defaults.find("{*}lang")
    if language is not None:
        defaults.remove(language)
    defaults.append(parse_xml(f'<w:lang {_W} w:val="{document.language}" w:eastAsia="{document.language}" w:bidi="ar-SA"/>'))


FORMAT = Format("docx", ".docx", is_text=False, render=render)
