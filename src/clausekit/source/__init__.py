"""Bytes on disk or in memory → Source: the text that is read, and where anything in it stands.

Offsets count code points of the text. People and JSON get 1-based lines and columns in code points; editors get 0-based columns in UTF-16 units,
as the Language Server Protocol asks.
"""

from __future__ import annotations

from bisect import bisect_right

from clausekit.named_tuples import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, from `start` up to but not including `end`, in code points."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two stretches share a point, or lie end to end."""
        return self.start <= other.end and other.start <= self.end


class Position(NamedTuple):
    """A place as people count it: line and column both begin at 1, the column in code points."""

    line: int
    column: int


class Source:
    """One clause file: its name as the user gave it, and its text."""

    __slots__ = ("_line_starts", "name", "text")

    def __init__(self, text: str, name: str = "<text>") -> None:
        """Keep `text` under `name`; lines are found only when somebody asks for a position."""
        self.text = text
        self.name = name
        self._line_starts: list[int] | None = None

    def position(self, offset: int) -> Position:
        """Line and column of `offset`; an offset past the end is the end of the last line."""
        starts = self._starts()
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column; what lies outside the text is moved to its nearest end."""
        starts = self._starts()
        line = max(1, min(position.line, len(starts)))
        last = starts[line] - 1 if line < len(starts) else len(self.text)
        return min(starts[line - 1] + max(position.column, 1) - 1, max(last, starts[line - 1]))

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end."""
        start, end = self.line_span(number)
        return self.text[start:end]

    def line_span(self, number: int) -> Span:
        """Where line `number` (from 1) stands, without its line end."""
        starts = self._starts()
        start = starts[number - 1]
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return Span(start, end - 1 if end > start and self.text[end - 1] == "\r" else end)

    @property
    def beginnings(self) -> tuple[int, ...]:
        """Where each text in it begins: one text, unless several files were put together (`source.volume`)."""
        return (0,)

    @property
    def line_count(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self._starts())

    def utf16_column(self, offset: int) -> int:
        """The 0-based column of `offset` in UTF-16 units: a character outside the basic plane counts two."""
        start = self._starts()[self.position(offset).line - 1]
        return len(self.text[start:offset].encode("utf-16-le")) // 2

    def _starts(self) -> list[int]:
        if self._line_starts is None:
            starts = [0]
            find = self.text.find
            at = find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = find("\n", at + 1)
            self._line_starts = starts
        return self._line_starts
