"""Picture → SVG: readable on paper and on a dark screen, to those who see no colours, and to those who see nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from clausekit.drafting.diagrams.measure import FACE
from clausekit.drafting.diagrams.shapes import SMALL, Box, Label, Mark, Path, Picture
from clausekit.report.legible import visible

_INK, _SOFT, _PAPER = "#1d1d1f", "#5c6066", "#ffffff"
# Each kind of line by its colour, its dashes and its width: a picture must not rest on colour alone.
LINES = {
    "triggers": ("#1f4e8c", "", 1.4),
    "failing": ("#a3262a", "7 3", 1.6),
    "refers": ("#5c6066", "1.5 3", 1.3),
    "guarantees": ("#2f6f4f", "9 3 2 3", 1.8),
    "axis": ("#5c6066", "", 1.4),
    "rule": ("#c9ccd1", "", 1.0),
}
FILLS = {"box": "#f6f8fb", "round": "#fff8e6", "double": "#eef4ee", "bare": "none", "head": "#eef1f6"}
STROKES = {"box": "#44506a", "round": "#8a6d1d", "double": "#2f6f4f", "bare": "#c9ccd1", "head": "#c9ccd1"}
_FONT = f".ck-picture {{ font-family: {FACE}; font-size: 12px; }} .ck-large {{ font-size: 13px; }}\n"
# The same on a dark screen: paper, ink, fills and lines.
_DARK = """@media screen and (prefers-color-scheme: dark) {
.ck-paper { fill: #17181a; } .ck-ink { fill: #e8e8ea; } .ck-box { fill: #20252e; stroke: #9aa9c7; } .ck-round { fill: #2e2817; stroke: #d8b65a; }
.ck-double { fill: #1c2a21; stroke: #7cc29b; } .ck-bare { stroke: #44484e; } .ck-head { fill: #262b33; stroke: #44484e; }
.ck-triggers { stroke: #9dbcf0; } .ck-failing { stroke: #ffb4ab; } .ck-refers, .ck-axis { stroke: #a3a7ad; } .ck-guarantees { stroke: #7cc29b; }
.ck-rule { stroke: #44484e; } .ck-tip-axis { fill: #a3a7ad; } .ck-tip-triggers { fill: #9dbcf0; } .ck-tip-failing { fill: #ffb4ab; }
.ck-tip-refers { stroke: #a3a7ad; } .ck-tip-guarantees { fill: #17181a; stroke: #7cc29b; } .ck-mark { stroke: #e8e8ea; } .ck-disc { fill: #e8e8ea; }
.ck-ring, .ck-diamond { fill: #17181a; } }"""


def svg(picture: Picture, *, linked: bool = False) -> str:
    """The picture as SVG. If `linked`, a box is a link to its clause in the page that the picture stands in."""
    wide, high = _n(picture.wide), _n(picture.high)
    name = picture.name
    role = "group" if linked else "img"  # of an image, nobody would be told that there are links in it
    described = f'aria-labelledby="{name}-picture-title {name}-picture-said" class="ck-picture"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="{role}" {described}>',
        f'<title id="{name}-picture-title">{_shown(picture.title)}</title>',
        f'<desc id="{name}-picture-said">{_shown(picture.said)}</desc>',
        f"<style>{_FONT}{_DARK}</style>",
        f'<rect class="ck-paper" width="{wide}" height="{high}" fill="{_PAPER}"/>',
        *(part for path in picture.paths for part in _path(path)),
        *(part for box in picture.boxes for part in _box(box, linked=linked)),
        *(_mark(mark) for mark in picture.marks),
        *(_label(label) for label in picture.labels),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _shown(text: str) -> str:
    return escape(visible(text))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _box(box: Box, *, linked: bool) -> Iterator[str]:
    if linked and box.link:
        yield f'<a href="#{escape(box.link)}">'
    yield f"<g><title>{_shown(box.said)}</title>" if box.said else "<g>"
    radius = min(box.h / 2, 16) if box.outline == "round" else 3 if box.outline in {"box", "double"} else 0
    yield _rect(box, 0, radius)
    if box.outline == "double":
        yield _rect(box, 3, 2)
    yield from map(_label, box.labels)
    yield "</g>"
    if linked and box.link:
        yield "</a>"


def _rect(box: Box, inset: float, radius: float) -> str:
    x, y, w, h = _n(box.x + inset), _n(box.y + inset), _n(box.w - 2 * inset), _n(box.h - 2 * inset)
    rounded = f' rx="{_n(radius)}"' if radius else ""
    return f'<rect class="ck-{box.outline}" x="{x}" y="{y}" width="{w}" height="{h}"{rounded} fill="{FILLS[box.outline]}" stroke="{STROKES[box.outline]}"/>'


def _label(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    large = " ck-large" if label.size > SMALL else ""
    anchor = f' text-anchor="{label.anchor}"' if label.anchor != "start" else ""
    return f'<text class="ck-ink{large}" x="{_n(label.x)}" y="{_n(label.y)}"{weight}{anchor} fill="{_INK}">{_shown(label.text)}</text>'


def _path(path: Path) -> Iterator[str]:
    colour, dashes, thick = LINES[path.kind]
    drawn = [f"M{_n(path.start[0])} {_n(path.start[1])}"]
    for stretch in path.stretches:
        end = f"{_n(stretch.to[0])} {_n(stretch.to[1])}"
        if stretch.first is not None and stretch.second is not None:
            drawn.append(f"C{_n(stretch.first[0])} {_n(stretch.first[1])} {_n(stretch.second[0])} {_n(stretch.second[1])} {end}")
        else:
            drawn.append(f"L{end}")
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    yield f"<g><title>{_shown(path.said)}</title>" if path.said else "<g>"
    yield f'<path class="ck-{path.kind}" d="{"".join(drawn)}" fill="none" stroke="{colour}" stroke-width="{_n(thick)}"{dashed}/>'
    if path.points_to:
        yield _tip(path, colour)
    yield "</g>"


def _tip(path: Path, colour: str) -> str:
    """What a line ends in: a full tip, for a reference an open one, for a guarantee a diamond. Lines end straight: level, or upright."""
    x, y = path.stretches[-1].to
    before = path.stretches[-2].to if len(path.stretches) > 1 else path.start
    across, down = x - before[0], y - before[1]
    u, v = (1.0 if across > 0 else -1.0, 0.0) if abs(across) >= abs(down) else (0.0, 1.0 if down > 0 else -1.0)

    def at(along: float, aside: float) -> str:
        return f"{_n(x - along * u + aside * v)} {_n(y - along * v + aside * u)}"

    if path.kind == "refers":
        return f'<path class="ck-tip-refers" d="M{at(7, 4)}L{at(0, 0)}L{at(7, -4)}" fill="none" stroke="{colour}" stroke-width="1.3"/>'
    if path.kind == "guarantees":
        return f'<path class="ck-tip-guarantees" d="M{at(0, 0)}L{at(6, 4)}L{at(12, 0)}L{at(6, -4)}Z" fill="{_PAPER}" stroke="{colour}" stroke-width="1.4"/>'
    return f'<path class="ck-tip-{path.kind}" d="M{at(0, 0)}L{at(8, 4)}L{at(8, -4)}Z" fill="{colour}"/>'


def _mark(mark: Mark) -> str:
    x, y = _n(mark.x), _n(mark.y)
    if mark.form == "diamond":
        return f'<path class="ck-mark ck-diamond" d="M{x} {_n(mark.y - 6)}l6 6l-6 6l-6 -6Z" fill="{_PAPER}" stroke="{_INK}" stroke-width="1.6"/>'
    fill = _INK if mark.form == "disc" else _PAPER
    return f'<circle class="ck-mark ck-{mark.form}" cx="{x}" cy="{y}" r="5" fill="{fill}" stroke="{_INK}" stroke-width="1.6"/>'
