"""Drafts of one treaty in several languages → a table in a Word document: a column for each language, a row for each paragraph, on pages laid across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from clausekit.drafting.concordance import Cell, Row, rows
from clausekit.drafting.tree import Draft, runs
from clausekit.drafting.word.base import Base
from clausekit.drafting.word.marks import Marks

# Of the paper that lies across: A4 in twentieths of a point, less margins of 20 mm.
_ACROSS = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"'
)
_ACROSS += ' w:gutter="0"/>'
_INSIDE = 16838 - 2 * 1134
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
# Half-points: smaller than a treaty is printed in, so that three columns can be read.
_SIZE = 19


class Beside:
    """Writes one table."""

    def __init__(self, documents: Sequence[Draft], base: Base) -> None:
        """The rows of the first document have the bookmarks that references lead to."""
        self._documents = documents
        self._base = base
        self._marks = Marks(documents[0])

    def xml(self) -> str:
        """Everything between the first paragraph and the page settings."""
        width = _INSIDE // len(self._documents)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in self._documents)
        whole = f'<w:tblW w:w="{width * len(self._documents)}" w:type="dxa"/>'
        looks = f'<w:tblPr>{whole}<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        body = "".join(self._row(row, width) for row in rows(self._documents) if row.kind != "title")
        titles = "".join(self._paragraph("Title", self._run(each.title, each.language, titled=True)) for each in self._documents)
        notices = "".join(self._paragraph("Treaty Notice", self._run(each.notice, each.language)) for each in self._documents if each.notice)
        return f"{notices}{titles}<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{self._head(width)}{body}</w:tbl>{self._paragraph('Treaty Text', '')}"

    @staticmethod
    def page() -> str:
        """The pages, which lie across; without a first page of its own."""
        return _ACROSS

    def _head(self, width: int) -> str:
        """The names of the languages, said again on every page."""
        cells = "".join(self._cell(self._run(each.words["language"], each.language, bold=True), width, shaded=True) for each in self._documents)
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, row: Row, width: int) -> str:
        is_heading = row.kind == "heading"
        cells = []
        for place, cell in enumerate(row.cells):
            inside = self._inside(cell, self._documents[place].language, bold=is_heading)
            if place == 0 and self._marks.name(row.id):
                inside = self._marks.around(row.id, inside)
            cells.append(self._cell(inside, width, shaded=is_heading, indented=row.kind == "point", kept=is_heading))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _inside(self, cell: Cell, language: str, *, bold: bool) -> str:
        number = self._run(f"{cell.number} ", language) if cell.number else ""
        return number + "".join(self._piece(text, target, language, bold=bold) for text, target in runs(cell.text))

    def _piece(self, text: str, target: str, language: str, *, bold: bool) -> str:
        said = self._run(text, language, bold=bold)
        name = self._marks.name(target) if target else ""
        return f"<w:hyperlink w:anchor={quoteattr(name)}>{said}</w:hyperlink>" if name else said

    def _run(self, text: str, language: str, *, bold: bool = False, titled: bool = False) -> str:
        if not text:
            return ""
        size = "" if titled else f'<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/>'
        looks = f'<w:rPr>{"<w:b/>" if bold else ""}{size}<w:lang w:val="{language}"/></w:rPr>'
        return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def _cell(self, inside: str, width: int, *, shaded: bool = False, indented: bool = False, kept: bool = False) -> str:
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E9EEF7"/>' if shaded else ""
        looks = "".join(_looks(indented=indented, kept=kept))
        paragraph = self._paragraph("Treaty Text", inside, looks)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{paragraph}</w:tc>'

    def _paragraph(self, style: str, inside: str, looks: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._base.styles[style]}"/>{looks}</w:pPr>{inside}</w:p>'


def _looks(*, indented: bool, kept: bool) -> Iterator[str]:
    """Of a paragraph in a cell, in the order that Word wants."""
    if kept:
        yield "<w:keepNext/>"
    yield '<w:spacing w:before="40" w:after="40"/>'
    if indented:
        yield '<w:ind w:left="284"/>'
    yield '<w:jc w:val="left"/>'
