"""The styles of a Word draft: serif, black, centred headings, as treaties are printed. A ministry's own document keeps its own, and gets what it lacks."""

from __future__ import annotations

from typing import Any, NamedTuple

# Times New Roman is there with Word, and LibreOffice has a face of the same widths.
_FACE = "Times New Roman"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# A line, in twentieths of a point; and how far lines stand apart, in 240ths of one.
_TWENTIETHS, _LEADING = 20, 276
# How wide our page is between its margins, in the same.
_LINE = 9072


class _Style(NamedTuple):
    """A style of paragraphs: lengths in points. `outline` is the level of a heading, from 1; `leads` that dots lead to the number of a page."""

    name: str
    size: float = 12
    bold: bool = False
    italic: bool = False
    centred: bool = False
    left: bool = False
    before: float = 0
    after: float = 8
    indent: float = 0
    kept: bool = False
    underlined: bool = False
    leads: bool = False
    outline: int = 0


_STYLES = (
    _Style("Title", 16, bold=True, centred=True, after=12),
    _Style("Subtitle", 12, italic=True, centred=True, after=16),
    *(_Style(f"heading {level}", 13 if level < 3 else 12, bold=True, centred=True, after=8, kept=True, outline=level) for level in range(1, 7)),
    _Style("TOC Heading", 12, bold=True, centred=True, before=12),
    *(_Style(f"toc {level}", 11, left=True, indent=12 * (level - 1), after=2, leads=True) for level in range(1, 7)),
    _Style("Treaty Text"),
    _Style("Treaty Chapeau", before=18),
    _Style("Treaty Recital"),
    _Style("Treaty Paragraph"),
    _Style("Treaty Point", indent=56.7),
    _Style("Treaty Notice", bold=True, centred=True, after=16),
    _Style("Treaty Stamp", 10, bold=True, centred=True, after=2),
    _Style("Treaty Article Number", bold=True, centred=True, before=14, after=2, kept=True),
    _Style("Treaty Signature", left=True, before=24, after=0, kept=True),
    _Style("Treaty Signature Line", before=28, after=12, kept=True, underlined=True),
    _Style("header", 10, centred=True, after=0),
    _Style("footer", 10, centred=True, after=0),
    _Style("annotation text", 10, after=0),
)
# The style of the number of a division that has a title besides.
_NUMBER = "Treaty Article Number"
NAMES = tuple(each.name for each in _STYLES)


def add_styles(styles: Any, *, own: bool, line: int = 0) -> dict[str, str]:
    """Add what a document lacks to its styles, and tell under which id it knows each. `own` documents have all of ours, in our face and sizes.

    `line` is how wide a line is, in twentieths of a point, where it is not as wide as on our page.
    """
    known = {_value(each.find(f"{W}name")).lower(): each for each in styles.findall(f"{W}style") if each.find(f"{W}name") is not None}
    normal = next((each.get(f"{W}styleId") for each in known.values() if each.get(f"{W}default") and each.get(f"{W}type") == "paragraph"), "")
    taken = {each.get(f"{W}styleId") for each in styles.findall(f"{W}style")}
    ids: dict[str, str] = {}
    below = {} if own else {_NUMBER: "heading 1"}
    for wanted in _STYLES:
        found = known.get(wanted.name.lower())
        if found is not None and not own and found.get(f"{W}type") == "paragraph":
            ids[wanted.name] = found.get(f"{W}styleId")
            continue
        if found is not None and own:
            styles.remove(found)
            taken.discard(found.get(f"{W}styleId"))
        ids[wanted.name] = identity = _free(wanted.name, taken)
        taken.add(identity)
        styles.append(_parsed(_xml(wanted, identity, ids.get(below.get(wanted.name, ""), normal), line or _LINE, own=own)))
    return ids


def plain_styles(styles: Any) -> None:
    """Leave of the styles of an empty document only those that others stand on: it has a hundred for tables that no treaty has."""
    for each in styles.findall(f"{W}style"):
        if not each.get(f"{W}default") and _value(each.find(f"{W}name")).lower() not in {name.lower() for name in NAMES}:
            styles.remove(each)
    normal = next(each for each in styles.findall(f"{W}style") if each.get(f"{W}default") and each.get(f"{W}type") == "paragraph")
    for each in normal.findall(f"{W}rPr"):
        normal.remove(each)
    normal.append(_parsed(f"<w:rPr {W_NAMESPACE}>{_fonts()}{_size(12)}</w:rPr>"))


def numbered_styles(styles: Any) -> frozenset[str]:
    """The ids of styles that count their paragraphs, by themselves or by the style that they stand on."""
    by_id = {each.get(f"{W}styleId"): each for each in styles.findall(f"{W}style")}
    found = {identity for identity, each in by_id.items() if each.find(f"{W}pPr/{W}numPr") is not None}
    return frozenset(identity for identity in by_id if not found.isdisjoint(_below(identity, by_id)))


def _below(identity: str, by_id: dict[str, Any]) -> set[str]:
    """A style with those that it stands on; each once, also where they go round in a circle."""
    seen: set[str] = set()
    while identity in by_id and identity not in seen:
        seen.add(identity)
        identity = _value(by_id[identity].find(f"{W}basedOn"))
    return seen


def _free(name: str, taken: set[str]) -> str:
    """An id for a style, as Word makes it of its name."""
    wanted = "TOCHeading" if name == "TOC Heading" else "".join(word[0].upper() + word[1:] for word in name.split()).replace("Toc", "TOC")
    while wanted in taken:
        wanted += "1"
    return wanted


def _value(element: Any) -> str:
    return str(element.get(f"{W}val") or "") if element is not None else ""


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)


def _xml(style: _Style, identity: str, normal: str, line: int, *, own: bool) -> str:
    custom = ' w:customStyle="1"' if style.name.startswith("Treaty") else ""
    below = f'<w:basedOn w:val="{normal}"/>' if normal else ""
    kept = "<w:keepNext/>" if style.kept else ""
    lines = f' w:line="{_LEADING}" w:lineRule="auto"' if own else ""
    spaced = f'<w:spacing w:before="{_twentieths(style.before)}" w:after="{_twentieths(style.after)}"{lines}/>'
    indent = f'<w:ind w:left="{_twentieths(style.indent)}"/>' if style.indent else ""
    outline = f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else ""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>' if style.underlined else ""
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{line}"/></w:tabs>' if style.leads else ""
    side = "center" if style.centred else "left" if style.left else "both"
    form = f'{kept}{border}{tab}{spaced}{indent}<w:jc w:val="{side}"/>{outline}'
    weight = ("<w:b/>" if style.bold else "") + ("<w:i/>" if style.italic else "")
    letters = f'{_fonts()}{weight}<w:color w:val="000000"/>{_size(style.size)}' if own else weight + (_size(style.size) if style.size != 12 else "")
    if style.name == _NUMBER and not own:  # it looks as the title below it, and is no heading besides
        form, letters = '<w:keepNext/><w:spacing w:after="0"/><w:outlineLvl w:val="9"/>', ""
    return (
        f'<w:style {W_NAMESPACE} w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{style.name}"/>{below}<w:qFormat/>'
        f"<w:pPr>{form}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:cs="{_FACE}" w:eastAsia="{_FACE}"/>'


def _size(points: float) -> str:
    """Word counts half points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _twentieths(points: float) -> int:
    return round(points * _TWENTIETHS)
