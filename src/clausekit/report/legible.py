"""Any text → what a terminal can show: nothing hidden, nothing that moves the cursor, every width known.

A clause file may come from anybody. What cannot be seen in it (controls, marks that turn the direction of writing, joiners, code points that mean
nothing yet) is shown by its number, as `<U+202E>`, so that no text can paint over the report or read otherwise than it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from clausekit.named_tuples import NamedTuple

# Layout means nothing in a clause file, so a tab need only keep words apart.
TAB = 4
CUT = "…"


class Cell(NamedTuple):
    """What stands for one character on the terminal, and how many columns it takes: 2 for a wide one, 0 for a mark that sits on the one before."""

    shown: str
    width: int


def cells(text: str, column: int = 0) -> Iterator[Cell]:
    """The cells of `text`, one a code point; `column` is where it begins, for the tabs in it."""
    for character in text:
        cell = Cell(" " * (TAB - column % TAB), TAB - column % TAB) if character == "\t" else _cell(character)
        column += cell.width
        yield cell


def visible(text: str) -> str:
    """`text` with all that cannot be seen shown by its number."""
    return text if text.isprintable() else "".join(_cell(character).shown for character in text)


def columns(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    return len(text) if text.isascii() and text.isprintable() else sum(cell.width for cell in cells(text))


def wrap(text: str, room: int) -> list[str]:
    """`text` made visible, in rows of at most `room` columns; a word that is longer than a row is cut in its middle. No row for an empty text."""
    room = max(room, 1)
    rows: list[str] = []
    row, used = "", 0
    for raw in text.split():
        word = shorten(raw, room)
        length = columns(word)
        if row and used + 1 + length > room:
            rows.append(row)
            row, used = "", 0
        row, used = (f"{row} {word}", used + 1 + length) if row else (word, length)
    return [*rows, row] if row else rows


def shorten(text: str, room: int) -> str:
    """`text` made visible, with its middle left out if it takes more than `room` columns."""
    if len(text) <= 4 * room and columns(text) <= room:
        return visible(text)
    kept = (room - 1) // 2
    return _filled(text[: room + 1], room - 1 - kept) + CUT + _filled(text[: -room - 2 : -1], kept, backwards=True)


def _filled(text: str, room: int, *, backwards: bool = False) -> str:
    """As many characters of `text`, from its beginning, as `room` columns hold; `backwards` if it is written from its end, accents before letters."""
    taken: list[Cell] = []
    for cell in map(_cell, text):
        room -= cell.width
        if room < 0:
            break
        taken.append(cell)
    while backwards and taken and not taken[-1].width:
        taken.pop()
    return "".join(cell.shown for cell in (reversed(taken) if backwards else taken))


def _cell(character: str) -> Cell:
    if " " <= character <= "~":
        return Cell(character, 1)
    kind = category(character)
    if not character.isprintable() and kind != "Zs":
        shown = f"<U+{ord(character):04X}>"
        return Cell(shown, len(shown))
    if kind in {"Mn", "Me"}:
        return Cell(character, 0)
    return Cell(character, 2 if east_asian_width(character) in {"W", "F"} else 1)
