"""Words with a role → words on a terminal, coloured only if that was asked for. Nothing is said by colour alone."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Literal

from clausekit.report.legible import cells

Role = Literal["plain", "error", "warning", "info", "frame", "strong"]

# Bold with the eight colours every terminal has, so that the user's own palette decides how they look.
_CODES: dict[Role, str] = {"error": "1;31", "warning": "1;33", "info": "1;36", "frame": "1;34", "strong": "1"}


class Ink:
    """Writes words in the colour of their role, or plainly."""

    __slots__ = ("_colour",)

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, role: Role, words: str) -> str:
        """`words` in the colour of `role`."""
        code = _CODES.get(role)
        return f"\x1b[{code}m{words}\x1b[0m" if self._colour and code and words else words


PLAIN = Ink(colour=False)


class Row:
    """One line of a drawing, filled column by column; what is put later covers what was there."""

    __slots__ = ("_columns",)

    def __init__(self) -> None:
        self._columns: list[tuple[str, Role]] = []

    def put(self, column: int, words: str, role: Role = "plain") -> None:
        """Write `words` from `column` on (from 0)."""
        self._columns.extend([(" ", "plain")] * (column - len(self._columns)))
        for shown, width in cells(words):
            if width == 0:
                if column:
                    below, its_role = self._columns[column - 1]
                    self._columns[column - 1] = (below + shown, its_role)
                continue
            # A tab or an escape is as many characters as columns; a wide character is one in two columns.
            each = shown if len(shown) == width else [shown, *[""] * (width - 1)]
            self._columns[column : column + width] = [(part, role) for part in each]
            column += width

    def draw(self, ink: Ink) -> str:
        """The line, without the blanks at its end."""
        end = len(self._columns)
        while end and self._columns[end - 1][0] == " ":
            end -= 1
        runs = groupby(self._columns[:end], itemgetter(1))
        return "".join(ink(role, "".join(part for part, _ in run)) for role, run in runs)
