"""Pictures of a treaty → shapes of a Word document: the same boxes and lines as in the SVG, sharp at any size, their words to be searched and read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from clausekit.drafting.diagrams.shapes import PAD, Box, Label, Mark, Path, Picture
from clausekit.drafting.diagrams.slicing import slices
from clausekit.drafting.diagrams.svg import FILLS, LINES, STROKES
from clausekit.report.legible import visible

# A pixel, a millimetre and a point, in the units of DrawingML; and a millimetre in twentieths of a point.
_PIXEL, _MILLIMETRE, _POINT, _TWENTIETHS = 9525, 36000, 12700, 56.693
_MARGIN, _HEADING = 20, 18
_INK, _PAPER = "1d1d1f", "ffffff"
_DASHES = {"failing": "dash", "refers": "sysDot", "guarantees": "dashDot"}
_TIPS = {"refers": "arrow", "guarantees": "diamond"}
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


class Sheet(NamedTuple):
    """A page for pictures, in millimetres."""

    wide: int
    high: int

    @property
    def room(self) -> tuple[float, float]:
        """How much of it a picture may take, in pixels, with its heading above it."""
        inside = (self.wide - 2 * _MARGIN, self.high - 2 * _MARGIN - _HEADING)
        return inside[0] * _MILLIMETRE / _PIXEL, inside[1] * _MILLIMETRE / _PIXEL

    def xml(self) -> str:
        """The settings of its section; what runs along it goes on from the section before."""
        wide, high, margin = (round(length * _TWENTIETHS) for length in (self.wide, self.high, _MARGIN))
        turned = ' w:orient="landscape"' if self.wide > self.high else ""
        edges = " ".join(f'w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
        return f'<w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar {edges} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'


# A4 upright, A4 across, A3 across: the first on which a picture is hardly smaller than it was drawn.
_SHEETS = (Sheet(210, 297), Sheet(297, 210), Sheet(420, 297))
_READABLE = 0.8


def drawn(pictures: Iterable[Picture], heading: str, note: str, styles: dict[str, str]) -> tuple[str, str]:
    """All pictures as paragraphs, in sections of their own but for the last, and the settings of that."""
    numbers = count(1000)
    parts: list[str] = []
    last = ""
    for place, picture in enumerate(pictures):
        sheet = next((each for each in _SHEETS if _scale(picture, each) >= _READABLE), _SHEETS[-1])
        scale = _scale(picture, sheet)
        if last:
            parts.append(f"<w:p><w:pPr>{last}</w:pPr></w:p>")
        if not place:
            parts += [_paragraph(styles["heading 1"], heading), _paragraph(styles["Treaty Text"], note)]
        parts.append(_paragraph(styles["heading 2"], picture.title))
        room = sheet.room[1] - (60 if not place else 0)
        for number, piece in enumerate(slices(picture, room / scale)):
            whole = min(scale, room / piece.high)
            parts.append(_Drawing(piece, whole, numbers, is_first=number == 0).xml())
        last = sheet.xml()
    return "".join(parts), last


def _scale(picture: Picture, sheet: Sheet) -> float:
    """How large a picture is on a page: one that can be cut needs only be as wide as that."""
    wide, high = sheet.room
    is_whole = len(slices(picture, high)) == 1
    return min(1.0, wide / picture.wide, high / picture.high if is_whole and picture.high > high else 1.0)


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">{_said(text)}</w:t></w:r></w:p>'


def _said(text: str) -> str:
    return escape(visible(text))


class _Drawing:
    """One picture as a group of shapes in a paragraph. What is said of it belongs to the first piece of a picture that is cut."""

    def __init__(self, picture: Picture, scale: float, numbers: Iterator[int], *, is_first: bool) -> None:
        self._picture = picture
        self._scale = scale
        self._numbers = numbers
        self._is_first = is_first

    def xml(self) -> str:
        picture = self._picture
        wide, high = self._unit(picture.wide), self._unit(picture.high)
        shapes = [*map(self._path, picture.paths), *map(self._box, picture.boxes), *map(self._mark, picture.marks), *map(self._label, picture.labels)]
        told = f" descr={quoteattr(visible(picture.said))}" if self._is_first else ""
        number = next(self._numbers)
        return (
            f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr><w:r>'
            f'<mc:AlternateContent {_NAMESPACES}><mc:Choice Requires="wpg"><w:drawing>'
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="{picture.name} {number}" title={quoteattr(visible(picture.title))}{told}/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
            f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm></wpg:grpSpPr>{"".join(shapes)}</wpg:wgp></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>"
        )

    # ------------------------------------------------------------ shapes

    def _unit(self, length: float) -> int:
        return round(length * self._scale * _PIXEL)

    def _shape(self, place: tuple[float, float, float, float], geometry: str, look: str, words: str = "") -> str:
        x, y, w, h = map(self._unit, place)
        number = next(self._numbers)
        body = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
        inside = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
        return (
            f'<wps:wsp><wps:cNvPr id="{number}" name="{number}"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            f"{geometry}{look}</wps:spPr>{inside}{body}</wps:wsp>"
        )

    def _box(self, box: Box) -> str:
        rounded = box.outline in {"round", "box", "double"}
        part = round(min(1.0, (16 if box.outline == "round" else 3) / max(min(box.w, box.h), 1)) * 100_000)
        shape = (
            f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {min(part, 50_000)}"/></a:avLst></a:prstGeom>' if rounded else _preset("rect")
        )
        fill = "<a:noFill/>" if FILLS[box.outline] == "none" else _filled(FILLS[box.outline])
        double = ' cmpd="dbl"' if box.outline == "double" else ""
        line = f'<a:ln w="{28575 if double else 9525}"{double}>{_filled(STROKES[box.outline])}</a:ln>'
        return self._shape((box.x, box.y, box.w, box.h), shape, fill + line, self._lines(box))

    def _lines(self, box: Box) -> str:
        """The lines of a box, each as high as it was drawn, so that none leaves it."""
        said = []
        for place, label in enumerate(box.labels):
            above = label.y - label.size - (box.y if not place else box.labels[place - 1].y + 2)
            said.append(self._line(label, above=max(above, 0) if not place else 0, left=label.x - box.x))
        return "".join(said) or "<w:p/>"

    def _line(self, label: Label, *, above: float = 0.0, left: float = 0.0) -> str:
        points = label.size * self._scale * _PIXEL / _POINT
        height, before, indent = (round(each * 20) for each in (points * 1.35, above * points / label.size, left * points / label.size))
        bold = "<w:b/>" if label.bold else ""
        size = max(2, int(points * 2))
        return (
            f'<w:p><w:pPr><w:spacing w:before="{before}" w:after="0" w:line="{height}" w:lineRule="exact"/><w:ind w:left="{indent}"/>'
            f'<w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{bold}<w:color w:val="{_INK}"/>'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t xml:space="preserve">{_said(label.text)}</w:t></w:r></w:p>'
        )

    def _label(self, label: Label) -> str:
        place = (label.x, label.y - label.size, label.wide + PAD, label.size * 1.4)
        return self._shape(place, _preset("rect"), "<a:noFill/><a:ln><a:noFill/></a:ln>", self._line(label))

    def _mark(self, mark: Mark) -> str:
        fill = _filled(_INK if mark.form == "disc" else _PAPER)
        form = "diamond" if mark.form == "diamond" else "ellipse"
        return self._shape((mark.x - 5.5, mark.y - 5.5, 11, 11), _preset(form), f'{fill}<a:ln w="15240">{_filled(_INK)}</a:ln>')

    def _path(self, path: Path) -> str:
        points = [path.start, *(point for stretch in path.stretches for point in (stretch.first, stretch.second, stretch.to) if point is not None)]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top

        def at(point: tuple[float, float]) -> str:
            return f'<a:pt x="{self._unit(point[0] - left)}" y="{self._unit(point[1] - top)}"/>'

        steps = [f"<a:moveTo>{at(path.start)}</a:moveTo>"]
        for stretch in path.stretches:
            if stretch.first is not None and stretch.second is not None:
                steps.append(f"<a:cubicBezTo>{at(stretch.first)}{at(stretch.second)}{at(stretch.to)}</a:cubicBezTo>")
            else:
                steps.append(f"<a:lnTo>{at(stretch.to)}</a:lnTo>")
        geometry = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{self._unit(wide)}" h="{self._unit(high)}" fill="none">{"".join(steps)}</a:path></a:pathLst></a:custGeom>'
        )
        colour, _, thick = LINES[path.kind]
        dash = f'<a:prstDash val="{_DASHES[path.kind]}"/>' if path.kind in _DASHES else ""
        tip = f'<a:tailEnd type="{_TIPS.get(path.kind, "triangle")}"/>' if path.points_to else ""
        look = f'<a:noFill/><a:ln w="{max(round(thick * self._scale * _PIXEL), 3175)}">{_filled(colour)}{dash}<a:round/>{tip}</a:ln>'
        return self._shape((left, top, wide, high), geometry, look)


def _preset(form: str) -> str:
    return f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'
