"""Draft → the body of a Word document, as XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from clausekit.drafting.tree import Contents, Draft, Paragraph, Point, Section, unlinked
from clausekit.drafting.word.base import Base
from clausekit.drafting.word.comments import Comments
from clausekit.drafting.word.fields import Referring, field, run
from clausekit.drafting.word.marks import Marks
from clausekit.drafting.word.numbering import Numbering, Place

# A title of its own paragraph has the style of its level; Word knows nine.
_MOST_LEVELS = 6
# What makes an Article's number a line of the table of contents: Word leaves out a paragraph without a character.
_UNSEEN = "\u200b"
# A heading without a title stands apart from what is above it; a title is below its number.
_ABOVE = '<w:spacing w:before="280"/>'
# A table needs a paragraph behind it: of one twentieth of a point it fills no page.
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_BELOW = '<w:spacing w:before="0"/>'


class Body:
    """Writes one document."""

    def __init__(self, draft: Draft, numbering: Numbering, base: Base) -> None:
        """Number the parts of the draft, so that references to any of them know what is counted."""
        self._draft = draft
        self._begun = {name: _begun(identity, counts=identity in base.numbered) for name, identity in base.styles.items()}
        self._comments = Comments(draft)
        self._below = "" if base.is_ours else _BELOW
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
        place = numbering.place(section.kind, section.number) if section.number in section.heading else None
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
                *([self._paragraph("Treaty Notice", run(draft.notice))] if draft.notice else []),
                self._paragraph("Title", self._comments.around("", run(draft.title))),
                *([self._paragraph("Subtitle", run(draft.short))] if draft.short else []),
                *self._table_of_contents(draft.contents()),
                *([self._paragraph("Treaty Chapeau", self._text(draft.chapeau))] if draft.chapeau else []),
                *(self._paragraph("Treaty Recital", self._text(recital)) for recital in draft.recitals),
                *([self._paragraph("Treaty Text", run(draft.agreement))] if draft.agreement else []),
                *self._paragraphs((*draft.definitions, *draft.paragraphs)),
                *self._sections(draft.sections),
                *(self._paragraph("Treaty Text", self._text(text), more="<w:keepNext/>") for text in draft.testimonium),
                *self._signatures(),
                *self._sections(draft.annexes),
            ]
        )

    def _table_of_contents(self, lines: tuple[Contents, ...]) -> Iterator[str]:
        """The field that Word fills, with its lines as they are now."""
        if not lines:
            return
        yield self._paragraph("TOC Heading", run(self._draft.words["contents"]))
        levels = ",".join(f"Heading {level},{level}" for level in range(1, _MOST_LEVELS + 1)) + ",Treaty Article Number,3"
        begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\z \\t "{levels}" </w:instrText></w:r>'
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        for place, line in enumerate(lines):
            name = self._marks.name(line.id)
            words = run(f"{line.heading}{'. ' if line.title else ''}{line.title}")
            page = "<w:r><w:tab/></w:r>" + field(rf"PAGEREF {name} \h", "")
            inside = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{page}</w:hyperlink>'
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(lines) - 1 else ""
            yield self._paragraph(f"toc {min(line.level, _MOST_LEVELS)}", f"{begin if not place else ''}{inside}{end}")

    def _sections(self, sections: Iterable[Section]) -> Iterator[str]:
        for section in sections:
            yield from self._heading(section)
            yield from self._paragraphs(section.paragraphs)
            yield from self._sections(section.sections)

    def _heading(self, section: Section) -> Iterator[str]:
        """The number and the title: two paragraphs, kept together, so that a reference shows the number alone."""
        style = f"heading {min(section.level, _MOST_LEVELS)}"
        place = self._places.get(section.id)
        breaks = "<w:pageBreakBefore/>" if section.kind == "annex" else ""
        words = run(_UNSEEN) if place is not None else run(section.heading)
        inside = self._comments.around(section.id, self._marks.around(section.id, words))
        yield self._paragraph("Treaty Article Number" if section.title else style, inside, place, breaks, "" if section.title else _ABOVE)
        if section.title:
            title = f"{section.id}.title"
            yield self._paragraph(style, self._marks.around(title, self._text(section.title)), self._places.get(title), last=self._below)

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
        for paragraph in paragraphs:
            place = self._places.get(paragraph.id)
            typed = f"{paragraph.number}. " if paragraph.number and place is None else ""
            said = self._clause(paragraph.id, run(typed) + self._text(paragraph.text))
            yield self._paragraph("Treaty Paragraph", self._comments.around(paragraph.id, said), place)
            yield from (self._point(paragraph, point) for point in paragraph.points)
            if paragraph.closing:
                yield self._paragraph("Treaty Paragraph", self._text(paragraph.closing))

    def _point(self, paragraph: Paragraph, point: Point) -> str:
        identity = f"{paragraph.id}.{point.mark}"
        place = self._places.get(identity)
        typed = "" if place is not None else f"({point.mark}) "
        return self._paragraph("Treaty Point", self._clause(identity, run(typed) + self._text(point.text)), place)

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
        cells = [self._paragraph("Treaty Signature", run(each.text)) + self._paragraph("Treaty Signature Line", "") for each in signatures]
        rows = [cells[place : place + 2] for place in range(0, len(cells), 2)]
        body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(_cell, [*row, self._paragraph('Treaty Text', '')][:2]))}</w:tr>" for row in rows)
        told = quoteattr("; ".join(unlinked(each.text) for each in signatures))
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblDescription w:val={told}/></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="4535"/><w:gridCol w:w="4535"/></w:tblGrid>{body}</w:tbl>'
        )
        yield self._paragraph("Treaty Text", "", last=_THIN)

    def _paragraph(self, style: str, inside: str, place: Place | None = None, more: str = "", last: str = "") -> str:
        """A paragraph. The schema has `more` of its form before its number, and the `last` behind it."""
        begun, uncounted = self._begun[style]
        if place is None:
            return f"{begun}{more}{uncounted}{last}</w:pPr>{inside}</w:p>"
        return f'{begun}{more}<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.number_id}"/></w:numPr>{last}</w:pPr>{inside}</w:p>'


def _cell(inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>{inside}</w:tc>'


def _begun(identity: str, *, counts: bool) -> tuple[str, str]:
    """How a paragraph of a style begins; and what one says that shows no number, where the style would count it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{identity}"/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if counts else ""
