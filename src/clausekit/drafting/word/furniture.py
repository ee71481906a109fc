"""What runs along the head and the foot of every page of a Word draft: the short title, the stamps, the places for initials, page and pages."""

from __future__ import annotations

from clausekit.drafting.tree import Draft
from clausekit.drafting.word.base import Along, Base
from clausekit.drafting.word.fields import field, run
from clausekit.drafting.word.package import Part
from clausekit.drafting.word.styles import W_NAMESPACE

# A table is 5,000 fiftieths of a per cent wide, a column of it so many twentieths of a point; and what is written over.
_FULL, _COLUMN, _ROW, _BLANK = 5_000, 2_268, 4, "________"
_TAGS = {"header": "w:hdr", "footer": "w:ftr"}


def furniture(base: Base, draft: Draft) -> list[Part]:
    """The headers and footers, in the order of `base`: its own, with the stamps of the draft behind them; else ours.

    Our first page has the title and the notice of errors in its text, and neither above it.
    """
    return [_part(base, draft, number, along) for number, along in enumerate(base.along, 1)]


def _part(base: Base, draft: Draft, number: int, along: Along) -> Part:
    more = _stamps(base.styles["Treaty Stamp"], draft.status, "" if not along.xml and along.of == "first" else draft.notice) if along.kind == "header" else ""
    if along.xml:
        end = along.xml.rindex("</")
        return Part(along.kind, f"{along.kind}{number}.xml", along.xml[:end] + more + along.xml[end:], along.relations)
    if along.kind == "header":
        inside = more + _line(base.styles["header"], run(draft.running() if along.of != "first" else ""))
    else:
        inside = _initials(base.styles["footer"], draft.initialling()) + _line(base.styles["footer"], field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1"))
    tag = _TAGS[along.kind]
    return Part(along.kind, f"{along.kind}{number}.xml", f"<{tag} {W_NAMESPACE}>{inside}</{tag}>")


def _initials(style: str, parties: tuple[str, ...]) -> str:
    """A place for the initials of each, four in a row."""
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{_FULL // _ROW}" w:type="pct"/></w:tcPr>{_line(style, run(party))}{_line(style, run(_BLANK))}</w:tc>' for party in parties
    ]
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells[place : place + _ROW])}</w:tr>" for place in range(0, len(cells), _ROW))
    grid = f'<w:gridCol w:w="{_COLUMN}"/>' * min(len(cells), _ROW)
    form = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    return f"<w:tbl {W_NAMESPACE}>{form}{rows}</w:tbl>" if cells else ""


def _stamps(style: str, *texts: str) -> str:
    return "".join(_line(style, run(text)) for text in texts if text)


def _line(style: str, inside: str) -> str:
    return f'<w:p {W_NAMESPACE}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'
