"""What a picture is made of, before it is SVG or anything else: boxes with lines of text in them, lines between them, and texts.

Lengths are in pixels of 1/96 inch; the origin is the upper left corner.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from clausekit.drafting.diagrams.measure import LINE_HEIGHT, filled, width

Point = tuple[float, float]
Outline = Literal["box", "round", "double", "bare", "head"]
"""`box` is a clause, `round` an event, `double` an Article as a whole, `bare` a cell of a table, `head` a cell at the head of one."""
Kind = Literal["triggers", "failing", "refers", "guarantees", "axis", "rule"]
"""What a line says: that one opens the other, is answered by it, cites it, guarantees it; an axis; a rule of a table."""

SIZE = 13.0
SMALL = 12.0


class Label(NamedTuple):
    """A line of text. `y` is its base line. `wide` is how much room it takes at most."""

    x: float
    y: float
    text: str
    size: float = SIZE
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"

    @property
    def wide(self) -> float:
        """How wide it is, at most."""
        return width(self.text, self.size, bold=self.bold)


class Box(NamedTuple):
    """A box with its lines of text. `said` is all of it in words, `link` the id of the clause in a document, if it has one."""

    x: float
    y: float
    w: float
    h: float
    outline: Outline
    labels: tuple[Label, ...]
    said: str = ""
    link: str = ""


class Curve(NamedTuple):
    """One stretch of a path: straight to `to`, or, where it has two control points, a Bézier curve."""

    to: Point
    first: Point | None = None
    second: Point | None = None


class Path(NamedTuple):
    """A line: where it begins, its stretches, what it says by its `kind`, and in words. `points_to` says whether it ends in a tip."""

    kind: Kind
    start: Point
    stretches: tuple[Curve, ...]
    said: str = ""
    points_to: bool = True


class Mark(NamedTuple):
    """A mark on an axis: a disc for a deadline, a ring for what recurs, a diamond for what is counted back or stands for a length of time."""

    x: float
    y: float
    form: Literal["disc", "ring", "diamond"]


class Picture(NamedTuple):
    """A whole picture. `name` tells its parts from those of another in the same page; `title` and `said` are read to those who cannot see it."""

    name: str
    wide: float
    high: float
    title: str
    said: str
    boxes: tuple[Box, ...] = ()
    paths: tuple[Path, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()


class Text(NamedTuple):
    """Some words of a box, before they are broken into lines; `most` bounds these, 0 does not."""

    words: str
    bold: bool = False
    size: float = SIZE
    most: int = 0


PAD = 8.0


class Written(NamedTuple):
    """Text in lines, and how much room it takes with its margins."""

    lines: tuple[tuple[str, Text], ...]
    w: float
    h: float

    def labels(self, x: float, y: float) -> tuple[Label, ...]:
        """The lines in a box whose upper left corner is given."""
        at = y + PAD
        found = []
        for line, text in self.lines:
            at += text.size * LINE_HEIGHT
            found.append(Label(x + PAD, round(at - text.size * (LINE_HEIGHT - 1) - 0.5, 1), line, text.size, text.bold))
        return tuple(found)


def written(texts: tuple[Text, ...], w: float, *, snug: bool = False) -> Written:
    """Texts one below the other in a box of the width `w`; no wider than they need, if it is to be `snug`."""
    lines = tuple((line, text) for text in texts for line in filled(text.words, w - 2 * PAD, text.size, bold=text.bold, most=text.most))
    widest = max((width(line, text.size, bold=text.bold) for line, text in lines), default=0.0)
    h = sum(text.size * LINE_HEIGHT for _, text in lines) + 2 * PAD
    return Written(lines, round(widest + 3 * PAD, 1) if snug else w, round(h, 1))


def paragraph(text: str, x: float, y: float, room: float, *, size: float = SIZE, bold: bool = False) -> tuple[tuple[Label, ...], float]:
    """A text in lines below `y`, and where what comes below it begins."""
    found = []
    for line in filled(text, room, size, bold=bold):
        y += size * LINE_HEIGHT
        found.append(Label(x, round(y - size * (LINE_HEIGHT - 1), 1), line, size, bold))
    return tuple(found), round(y, 1)
