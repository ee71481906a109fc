"""Draft → a .docx file: the door of this part of the room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from clausekit.drafting.format import Format
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Draft
from clausekit.drafting.word.base import Base, our_base
from clausekit.drafting.word.beside import Beside
from clausekit.drafting.word.body import Body
from clausekit.drafting.word.comments import comments_xml
from clausekit.drafting.word.drawing import drawn
from clausekit.drafting.word.furniture import furniture
from clausekit.drafting.word.numbering import Numbering
from clausekit.drafting.word.package import OFFICE, Part, packed, relation_id
from clausekit.drafting.word.styles import W_NAMESPACE

# A document says when it was made. A draft is made anew for every copy, and no two of them are to differ by that.
_UNDATED = "1980-01-01T00:00:00Z"
_R_NAMESPACE = f'xmlns:r="{OFFICE}"'
_LANGUAGE = re.compile(rb"<w:lang [^>]*/>")


def render(document: Draft, phrases: Phrasebook) -> bytes:  # noqa: ARG001  a draft holds all its words
    """The document as a .docx file. Raises WordingError where python-docx is not installed, and for a reference document that cannot be one."""
    base = _base(document)
    numbering = Numbering(document, base.last_list, base.last_count)
    inside = Body(document, numbering, base).xml()
    along = furniture(base, document)
    parts = [
        *along,
        *(part._replace(data=_in_language(part.data, document.language)) if part.kind == "styles" else part for part in base.parts),
        *([Part("comments", "comments.xml", comments_xml(document.notes, base.styles["annotation text"]))] if document.notes else []),
        Part("numbering", "numbering.xml", numbering.xml(base.lists, base.counts)),
    ]
    settings = _section(base)
    if document.pictures:
        shown, last = drawn(document.pictures, document.words["pictures"], document.words["not_part"], base.styles)
        inside, settings = f"{inside}<w:p><w:pPr>{settings}</w:pPr></w:p>{shown}", last
    text = f"<w:document {W_NAMESPACE} {_R_NAMESPACE}><w:body>{inside}{settings}</w:body></w:document>"
    return packed(text, _properties(document), parts, base.pictures)


def side_by_side(documents: Sequence[Draft], phrases: Phrasebook) -> bytes:  # noqa: ARG001  drafts hold all their words
    """Drafts in several languages as one table, on pages laid across. Raises WordingError as `render` does."""
    first = documents[0]
    base = _base(first)
    table = Beside(documents, base)
    base = base._replace(page=table.page())
    parts = [*furniture(base, first), *(part._replace(data=_in_language(part.data, first.language)) if part.kind == "styles" else part for part in base.parts)]
    parts.append(Part("numbering", "numbering.xml", Numbering(first, base.last_list, base.last_count).xml(base.lists, base.counts)))
    text = f"<w:document {W_NAMESPACE} {_R_NAMESPACE}><w:body>{table.xml()}{_section(base)}</w:body></w:document>"
    return packed(text, _properties(first), parts, base.pictures)


def _base(document: Draft) -> Base:
    """What the document stands on: our own styles, or those of a ministry."""
    try:
        import docx  # noqa: F401  asked for here, and used by what is called below
    except ImportError as problem:
        message = "Word documents need python-docx, which is not installed: install `clausekit[word]`, or `.[word]` from a checkout"
        raise WordingError(message) from problem
    if not document.layout.reference:
        return our_base()
    from clausekit.drafting.word.reference import reference_base  # with lxml, which most who draft have no need of

    return reference_base(document.layout.reference)


def _section(base: Base) -> str:
    """The settings of the pages. What runs along them stands first in the list of parts."""
    named = "".join(f'<w:{each.kind}Reference w:type="{each.of}" r:id="{relation_id(place)}"/>' for place, each in enumerate(base.along))
    return f"<w:sectPr>{named}{base.page}</w:sectPr>"


def _in_language(styles: str | bytes, language: str) -> bytes:
    """The styles, by which Word knows the language of every word."""
    assert isinstance(styles, bytes)
    said = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'.encode()
    return _LANGUAGE.sub(said, styles, count=1)


def _properties(document: Draft) -> str:
    """The properties of the document: its title and its language; nobody's name, and no day."""
    when = "".join(f'<dcterms:{each} xsi:type="dcterms:W3CDTF">{_UNDATED}</dcterms:{each}>' for each in ("created", "modified"))
    title, subject = (escape(text) for text in (document.title, document.short))
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{when}<dc:language>{escape(document.language)}</dc:language></cp:coreProperties>"
    )


FORMAT = Format("docx", ".docx", is_text=False, render=render, join=side_by_side)
