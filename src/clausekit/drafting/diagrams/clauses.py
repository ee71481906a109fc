"""The graph of clauses → its picture."""

from __future__ import annotations

from collections.abc import Hashable

from clausekit.drafting.diagrams.clause_graph import Graph, clause_graph
from clausekit.drafting.diagrams.layered import Link, layered
from clausekit.drafting.diagrams.shapes import PAD, SIZE, SMALL, Box, Curve, Kind, Label, Outline, Path, Picture, Text, Written, paragraph, written
from clausekit.drafting.wording import Wording

_WIDE, _EVENT_WIDE, _ROOM = 224.0, 180.0, 1500.0
_EDGE, _LEGEND = 16.0, 26.0
_MOST_LINES = 4
_OUTLINES: dict[str, Outline] = {"clause": "box", "event": "round", "whole": "double"}
KINDS: tuple[Kind, ...] = ("triggers", "failing", "refers", "guarantees")


def clauses(wording: Wording) -> Picture:
    """The picture of which clause opens, answers, cites or guarantees which. Raises TooLargeError where nobody could read it."""
    graph = clause_graph(wording)
    words: dict[str, str] = wording.phrases.word_list("diagram")
    texts = {node.name: _text(node.form, node.heading, node.text) for node in graph.nodes}
    sizes: dict[Hashable, tuple[float, float]] = {name: (text.w, text.h) for name, text in texts.items()}
    layout = layered(sizes, [Link(edge.source, edge.target, edge.kind) for edge in graph.edges], room=_ROOM)
    top = _EDGE + _LEGEND
    boxes = []
    for node in graph.nodes:
        x, y = layout.corners[node.name]
        x, y, text = x + _EDGE, y + top, texts[node.name]
        said = f"{node.heading}: {node.said}" if node.heading and node.form == "clause" else node.said
        boxes.append(Box(x, y, text.w, text.h, _OUTLINES[node.form], text.labels(x, y), said, node.link))
    names = {node.name: node.heading or node.text for node in graph.nodes}
    paths = [
        _path(route, edge.kind, f"{names[edge.source]} {words[edge.kind]} {names[edge.target]}", (_EDGE, top))
        for edge, route in zip(graph.edges, layout.routes, strict=True)
    ]
    keys, samples, wide = _legend(graph, words)
    wide = max(wide, layout.wide + 2 * _EDGE, 560.0)
    below = top + layout.high + (_EDGE if boxes else 0)
    labels, below = _alone(graph, words, below, wide)
    said = words["clauses"] + ". " + " ".join(f"{each.said}." for each in paths[:60]) if paths else words["nothing"]
    return Picture("clauses", wide, below + _EDGE, words["clauses"], said, tuple(boxes), (*samples, *paths), (), (*keys, *labels))


def _text(form: str, heading: str, text: str) -> Written:
    wide = _EVENT_WIDE if form == "event" else _WIDE
    lines = (*([Text(heading, bold=True)] if heading else []), *([Text(text, size=SMALL if heading else SIZE, most=_MOST_LINES)] if text else []))
    return written(lines, wide, snug=form == "event")


def _path(route: list[tuple[float, float]], kind: Kind, said: str, by: tuple[float, float]) -> Path:
    """A route as stretches: level and curved by turns; around a corner of its own box, all straight."""
    points = [(round(x + by[0], 1), round(y + by[1], 1)) for x, y in route]
    stretches = []
    for place, point in enumerate(points[1:]):
        before = points[place]
        if place % 2 and len(points) != 5:
            middle = round((before[0] + point[0]) / 2, 1)
            stretches.append(Curve(point, (middle, before[1]), (middle, point[1])))
        else:
            stretches.append(Curve(point))
    return Path(kind, points[0], tuple(stretches), said)


def _legend(graph: Graph, words: dict[str, str]) -> tuple[list[Label], list[Path], float]:
    """What the lines mean, as far as there are any of them, in a row on top."""
    labels: list[Label] = []
    samples: list[Path] = []
    x = _EDGE
    for kind in KINDS:
        if any(edge.kind == kind for edge in graph.edges):
            y = _EDGE + SMALL / 2
            samples.append(Path(kind, (x, y), (Curve((x + 44, y)),)))
            labels.append(Label(x + 52, y + 4, words[kind], SMALL))
            x += 52 + labels[-1].wide + 22
    return labels, samples, x


def _alone(graph: Graph, words: dict[str, str], y: float, wide: float) -> tuple[tuple[Label, ...], float]:
    """Which clauses are tied to no other; in a picture of nothing, that there is nothing."""
    if not graph.alone:
        return ((), y) if graph.nodes else paragraph(words["nothing"], _EDGE, y, wide - 2 * _EDGE)
    heading, y = paragraph(f"{words['alone']}:", _EDGE, y + PAD, wide - 2 * _EDGE, bold=True, size=SMALL)
    listed, y = paragraph("; ".join(graph.alone), _EDGE, y, wide - 2 * _EDGE, size=SMALL)
    return (*heading, *listed), y
