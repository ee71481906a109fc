"""A text and the labels in it → the lines concerned, each place underlined and its message beside or below it.

The primary place is underlined with carets, the others with dashes. Indentation is left out, since layout means nothing and width is dear; a long
line is cut to a window around its labels. Nothing here takes time by the length of a line, only by the width of the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clausekit.named_tuples import NamedTuple
from clausekit.report.ink import Ink, Role, Row
from clausekit.report.legible import CUT, TAB, cells, columns, wrap
from clausekit.source import Source, Span

# The numbers show by themselves how far apart two lines are; when a screenful lies between, dots say that it was left out.
FAR_APART = 20
# A message beside the right edge is given at least this much room; the line is moved to the left for it.
LEAST_ROOM = 20
# What stands before the first label of a long line, to see where one is.
CONTEXT = 10
# Most characters are one column wide, the others rarely more than eight (`<U+202E>`) or less than a quarter (accents upon one letter).
REACH = 4


class Mark(NamedTuple):
    """A place to underline, within one line of the text."""

    span: Span
    message: str
    is_primary: bool


class Stroke(NamedTuple):
    """A mark as drawn: its first column, the column after its last, and what it says."""

    start: int
    end: int
    message: str
    is_primary: bool


def number_width(source: Source, spans: Sequence[Span]) -> int:
    """How wide the line numbers are; at least 2, so that the drawings of a short file stand in line."""
    return max(2, *(len(str(source.position(span.start).line)) for span in spans)) if spans else 2


def draw(source: Source, labels: Sequence[tuple[Span, str]], role: Role, ink: Ink, width: int, *, has_primary: bool = True) -> list[str]:
    """The rows of the drawing. `labels` lie inside the text, the primary one first if there is one; `role` colours its carets.

    No row is wider than `width` columns.
    """
    margin = number_width(source, [span for span, _ in labels])
    blank = " " * margin + " "
    rows = [ink("frame", blank + "|")]
    last = 0
    marks = sorted(_marks(source, labels, has_primary=has_primary), key=lambda pair: (pair[0], pair[1].span.start, pair[1].is_primary))
    for line, group in groupby(marks, key=lambda pair: pair[0]):
        if last and line - last > FAR_APART:
            rows.append(ink("frame", "..."))
        last = line
        for cluster in _clusters(source, [mark for _, mark in group], width - margin - 3):
            text, strokes = _window(source, line, cluster, width - margin - 3)
            rows.append(ink("frame", f"{line:>{margin}} |") + (" " + text if text else ""))
            rows += [ink("frame", blank + "|") + row for row in _strokes(strokes, role, ink, width - margin - 3)]
    return rows


def _marks(source: Source, labels: Sequence[tuple[Span, str]], *, has_primary: bool) -> Iterator[tuple[int, Mark]]:
    """Each label as a mark on the line where it begins; one that goes on over further lines says how far."""
    for index, (span, message) in enumerate(labels):
        line = source.position(span.start).line
        end_of_line = source.line_span(line).end
        start = min(span.start, end_of_line)
        # A label that takes in the line end, and nothing after it, lies on one line.
        last = source.position(max(span.start, span.end - 1)).line
        if last > line:
            message = f"{message} {CUT} to line {last}".lstrip()  # noqa: PLW2901  the rest of the sentence
        yield line, Mark(Span(start, max(start, min(span.end, end_of_line))), message, has_primary and index == 0)


def _clusters(source: Source, marks: list[Mark], room: int) -> list[list[Mark]]:
    """The marks of one line, cut into groups that can be drawn together in `room` columns."""
    clusters: list[list[Mark]] = []
    for mark in marks:
        if clusters:
            first = clusters[-1][0].span.start
            between = mark.span.start - first
            if between <= room and columns(source.text[first : mark.span.start]) + TAB + min(LEAST_ROOM, room // 2) <= room:
                clusters[-1].append(mark)
                continue
        clusters.append([mark])
    return clusters


def _window(source: Source, line: int, marks: list[Mark], room: int) -> tuple[str, list[Stroke]]:
    """What of the line is shown in `room` columns, and where the marks fall in it."""
    line_start, line_end = source.line_span(line)
    first, last = marks[0].span.start, marks[-1].span.start
    seen = max(line_start, first - REACH * room)
    lead = source.text[seen:first]
    start = first - len(lead.lstrip(" \t")) if seen == line_start else seen
    end = min(line_end, last + REACH * room)
    pieces = list(cells(source.text[start:end]))
    at = [0]
    for piece in pieces:
        at.append(at[-1] + piece.width)
    left = _left(marks, at, start, room)
    dropped = next(index for index, column in enumerate(at) if column >= left)
    while start + dropped < first and not pieces[dropped].width:
        dropped += 1
    before = CUT if seen > line_start or dropped else ""
    shift = len(before) - at[dropped]
    shown = before + "".join(piece.shown for piece in pieces[dropped:])
    if at[-1] + shift > room or end < line_end:
        kept = max(index for index, column in enumerate(at) if column + shift <= room - 1)
        shown = before + "".join(piece.shown for piece in pieces[dropped:kept]) + CUT
    strokes = []
    for mark in marks:
        opening = at[mark.span.start - start] + shift
        closing = min(room, at[min(mark.span.end - start, len(pieces))] + shift)
        strokes.append(Stroke(opening, max(opening + 1, closing), mark.message, mark.is_primary))
    return shown.rstrip(), strokes


def _left(marks: list[Mark], at: list[int], start: int, room: int) -> int:
    """How many columns of the line to leave out at its left, so that every mark and its message have room."""
    least = min(LEAST_ROOM, room // 2)
    must = underlined = beside = 0
    for mark in marks:
        opening, closing = at[mark.span.start - start], at[min(mark.span.end - start, len(at) - 1)]
        words = columns(mark.message[:room])
        must = max(must, opening + 1 + min(least, max(words, closing - opening, 1)))
        underlined = max(underlined, closing + 1)
        beside = max(beside, closing + 2 + words)
    left = max(0, must - room)
    if at[-1] > room:
        # Something is left out in any case: rather at the left than an underline or the message beside it, but for a little context.
        most = at[marks[0].span.start - start] - CONTEXT
        left = max(left, beside - room if beside - room <= most else min(underlined - room, most))
    return left


def _strokes(strokes: list[Stroke], role: Role, ink: Ink, room: int) -> Iterator[str]:
    """The rows below a line: the underlines, with the last message beside them if it fits, then the other messages from right to left."""
    underline = Row()
    for stroke in sorted(strokes, key=lambda stroke: stroke.is_primary):
        underline.put(1 + stroke.start, ("^" if stroke.is_primary else "-") * (stroke.end - stroke.start), _role(stroke, role))
    hanging = [stroke for stroke in strokes if stroke.message]
    if hanging and (beside := _beside(strokes, room)):
        underline.put(1 + strokes[-1].end + 1, beside, _role(strokes[-1], role))
        hanging.pop()
    yield underline.draw(ink)
    if len({stroke.start for stroke in hanging}) > 1:
        yield _connectors(hanging, room + 1, role).draw(ink)
    while hanging:
        stroke = hanging.pop()
        for words in wrap(stroke.message, room - stroke.start):
            row = _connectors(hanging, stroke.start, role)
            row.put(1 + stroke.start, words, _role(stroke, role))
            yield row.draw(ink)


def _beside(strokes: list[Stroke], room: int) -> str:
    """The message of the last stroke, if it can stand to the right of all underlines; else nothing."""
    last = strokes[-1]
    if any(stroke.end > last.end for stroke in strokes):
        return ""
    rows = wrap(last.message, room)
    return rows[0] if len(rows) == 1 and last.end + 1 + columns(rows[0]) <= room else ""


def _connectors(strokes: list[Stroke], before: int, role: Role) -> Row:
    """A row with a bar under each stroke whose message is still to come, left of column `before`."""
    row = Row()
    for stroke in strokes:
        if stroke.start < before:
            row.put(1 + stroke.start, "|", _role(stroke, role))
    return row


def _role(stroke: Stroke, role: Role) -> Role:
    return role if stroke.is_primary else "frame"
