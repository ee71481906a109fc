"""The styles of a Word draft: serif, black, centred headings, as treaties are printed. A ministry's own document brings its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

# Times New Roman is there with Word, and LibreOffice has a face of the same widths.
_FACE = "Times New Roman"


class _Style(NamedTuple):
    """A style of paragraphs: lengths in points."""

    name: str
    size: float = 12
    bold: bool = False
    italic: bool = False
    centred: bool = False
    before: float = 0
    after: float = 8
    indent: float = 0
    kept: bool = False


_STYLES = (
    _Style("Treaty Text"),
    _Style("Treaty Chapeau", before=18),
    _Style("Treaty Recital"),
    _Style("Treaty Paragraph"),
    _Style("Treaty Point", indent=56.7),
    _Style("Treaty Notice", bold=True, centred=True, after=16),
    _Style("Treaty Article Number", bold=True, centred=True, before=14, after=2, kept=True),
    _Style("Treaty Signature", before=24, after=0, kept=True),
    _Style("Treaty Signature Line", before=28, after=12),
)
_HEADINGS = tuple(
    _Style(f"Heading {level}", 13 if level < 3 else 12, bold=True, centred=True, before=14 if level < 3 else 0, after=8, kept=True) for level in range(1, 7)
)
_TITLES = (_Style("Title", 16, bold=True, centred=True, after=12), _Style("Subtitle", 12, italic=True, centred=True, after=16))
_CONTENTS = tuple(_Style(f"toc {level}", 11, indent=12 * (level - 1), after=2) for level in range(1, 7))


def style(document: Document) -> None:
    """Give a new document its styles."""
    from docx.styles.style import ParagraphStyle

    known = {each.name: each for each in document.styles if isinstance(each, ParagraphStyle)}
    for each in (*_TITLES, *_HEADINGS, *_STYLES, *_CONTENTS, _Style("TOC Heading", 12, bold=True, centred=True, before=12)):
        _add(document, known, each)
    normal = document.styles["Normal"]
    normal.font.name = _FACE
    normal.font.size = _points(12)


def _add(document: Document, known: dict[str | None, ParagraphStyle], wanted: _Style) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    made = known.get(wanted.name) or document.styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = known["Normal"]
    made.font.name, made.font.size = _FACE, _points(wanted.size)
    made.font.bold, made.font.italic, made.font.color.rgb = wanted.bold, wanted.italic, RGBColor(0, 0, 0)
    fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[attribute]
    for attribute in ("w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), _FACE)
    form = made.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if wanted.centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    form.space_before, form.space_after = _points(wanted.before), _points(wanted.after)
    form.left_indent, form.keep_with_next, form.line_spacing = _points(wanted.indent), wanted.kept, 1.15
    made.quick_style = True
    for border in made.element.findall(".//{*}pBdr"):
        border.getparent().remove(border)


def _points(size: float) -> int:
    from docx.shared import Pt

    return Pt(size)
