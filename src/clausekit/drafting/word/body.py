"""Draft → the body of a Word document, as XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from clausekit.drafting.tree import Contents, Draft, Paragraph, Point, Section, unlinked
from clausekit.drafting.word.fields import Referring, field, run
from clausekit.drafting.word.marks import Marks
from clausekit.drafting.word.numbering import Numbering, Place

# A title of its own paragraph has the style of its level; Word knows nine.
_MOST_LEVELS = 6
# What makes an Article's number a line of the table of contents: Word leaves out a paragraph without a character.
_UNSEEN = "\u200b"


class Body:
    """Writes one document."""

    def __init__(self, draft: Draft, numbering: Numbering) -> None:
        """Number the parts of the draft, so that references to any of them know what is counted."""
        self._draft = draft
        self._marks = Marks(draft)
        self._places: dict[str, Place] = {}
        self._place_all(numbering)
        self._text = Referring(self._marks, set(self._places)).text
        self._controls = 0

    # ------------------------------------------------------------ numbers

    def _place_all(self, numbering: Numbering) -> None:
        for paragraph in (*self._draft.definitions, *self._draft.paragraphs):
            self._place_paragraph(numbering, paragraph)
        for section in (*self._draft.sections, *self._draft.annexes):
            self._place_section(numbering, section)

    def _place_section(self, numbering: Numbering, section: Section) -> None:
        place = numbering.place(section.kind, section.number)
        self._place(section.id, place)
        if place is not None and section.title:
            self._place(f"{section.id}.title", numbering.title(section.kind))
        for paragraph in section.paragraphs:
            self._place_paragraph(numbering, paragraph)
        for inner in section.sections:
            self._place_section(numbering, inner)

    def _place_paragraph(self, numbering: Numbering, paragraph: Paragraph) -> None:
        if paragraph.number:
            self._place(paragraph.id, numbering.place("paragraph", paragraph.number))
        for point in paragraph.points:
            kind = "item" if point.mark.isdigit() else "point"
            self._place(f"{paragraph.id}.{point.mark}", numbering.place(kind, point.mark))

    def _place(self, identity: str, place: Place | None) -> None:
        if place is not None:
            self._places[identity] = place

    # ------------------------------------------------------------ the document

    def xml(self) -> str:
        """Everything between the first paragraph and the page settings."""
        draft = self._draft
        return "".join(
            [
                *([_paragraph("TreatyNotice", run(draft.notice))] if draft.notice else []),
                _paragraph("Title", run(draft.title)),
                *([_paragraph("Subtitle", run(draft.short))] if draft.short else []),
                *self._table_of_contents(draft.contents()),
                *([_paragraph("TreatyChapeau", self._text(draft.chapeau))] if draft.chapeau else []),
                *(_paragraph("TreatyRecital", self._text(recital)) for recital in draft.recitals),
                *([_paragraph("TreatyText", run(draft.agreement))] if draft.agreement else []),
                *self._paragraphs((*draft.definitions, *draft.paragraphs)),
                *self._sections(draft.sections),
                *(_paragraph("TreatyText", self._text(text)) for text in draft.testimonium),
                *self._signatures(),
                *self._sections(draft.annexes),
            ]
        )

    def _table_of_contents(self, lines: tuple[Contents, ...]) -> Iterator[str]:
        """The field that Word fills, with its lines as they are now."""
        if not lines:
            return
        yield _paragraph("TOCHeading", run(self._draft.words["contents"]))
        levels = ",".join(f"Heading {level},{level}" for level in range(1, _MOST_LEVELS + 1)) + ",Treaty Article Number,3"
        begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\z \\t "{levels}" </w:instrText></w:r>'
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        for place, line in enumerate(lines):
            name = self._marks.name(line.id)
            words = run(f"{line.heading}{'. ' if line.title else ''}{line.title}")
            page = "<w:r><w:tab/></w:r>" + field(rf"PAGEREF {name} \h", "")
            inside = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{page}</w:hyperlink>'
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(lines) - 1 else ""
            yield _paragraph(f"TOC{min(line.level, _MOST_LEVELS)}", f"{begin if not place else ''}{inside}{end}")

    def _sections(self, sections: Iterable[Section]) -> Iterator[str]:
        for section in sections:
            yield from self._heading(section)
            yield from self._paragraphs(section.paragraphs)
            yield from self._sections(section.sections)

    def _heading(self, section: Section) -> Iterator[str]:
        """The number and the title: two paragraphs, kept together, so that a reference shows the number alone."""
        style = f"Heading{min(section.level, _MOST_LEVELS)}"
        place = self._places.get(section.id)
        breaks = "<w:pageBreakBefore/>" if section.kind == "annex" else ""
        words = run(_UNSEEN) if place is not None else run(section.heading)
        yield _paragraph("TreatyArticleNumber" if section.title else style, self._marks.around(section.id, words), place, breaks)
        if section.title:
            title = f"{section.id}.title"
            yield _paragraph(style, self._marks.around(title, self._text(section.title)), self._places.get(title))

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
        for paragraph in paragraphs:
            place = self._places.get(paragraph.id)
            typed = f"{paragraph.number}. " if paragraph.number and place is None else ""
            yield _paragraph("TreatyParagraph", self._clause(paragraph.id, run(typed) + self._text(paragraph.text)), place)
            yield from (self._point(paragraph, point) for point in paragraph.points)
            if paragraph.closing:
                yield _paragraph("TreatyParagraph", self._text(paragraph.closing))

    def _point(self, paragraph: Paragraph, point: Point) -> str:
        identity = f"{paragraph.id}.{point.mark}"
        place = self._places.get(identity)
        typed = "" if place is not None else f"({point.mark}) "
        return _paragraph("TreatyPoint", self._clause(identity, run(typed) + self._text(point.text)), place)

    def _clause(self, identity: str, inside: str) -> str:
        """The words of a clause in its bookmark, and in a content control that carries its id.

        The control stands inside the paragraph: of one around whole paragraphs LibreOffice loses the fields.
        """
        self._controls += 1
        name = quoteattr(identity)
        properties = f'<w:sdtPr><w:alias w:val={name}/><w:tag w:val={name}/><w:id w:val="{self._controls}"/></w:sdtPr>'
        return self._marks.around(identity, f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>")

    def _signatures(self) -> Iterator[str]:
        """A table of signature blocks, two in a row."""
        signatures = self._draft.signatures
        if not signatures:
            return
        cells = [_paragraph("TreatySignature", run(each.text)) + _paragraph("TreatySignatureLine", "") for each in signatures]
        rows = [cells[place : place + 2] for place in range(0, len(cells), 2)]
        body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(_cell, [*row, _paragraph('TreatyText', '')][:2]))}</w:tr>" for row in rows)
        told = quoteattr("; ".join(unlinked(each.text) for each in signatures))
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblDescription w:val={told}/></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="4535"/><w:gridCol w:w="4535"/></w:tblGrid>{body}</w:tbl>'
        )
        yield _paragraph("TreatyText", "")


def _cell(inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>{inside}</w:tc>'


def _paragraph(style: str, inside: str, place: Place | None = None, more: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.number_id}"/></w:numPr>' if place is not None else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}{number}</w:pPr>{inside}</w:p>'
