"""How wide a text is, and where its lines break: so that no label leaves its box, whatever face a reader has.

The widths are those of DejaVu Sans, in thousandths of the size, which is as wide as any face that is used on a screen; in Arial or Helvetica, which come before
it in a picture, all is a little narrower.
"""

from __future__ import annotations

import unicodedata

from clausekit.report.legible import visible

FACE = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
LINE_HEIGHT = 1.35
CUT = "…"

# From the space to the tilde, in the order of ASCII.
_ASCII = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
    634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
# What is not in it: a letter of another alphabet, one of its wide letters, a sign of a full square, and a mark that stands on the letter before it.
_LETTER, _WIDE_LETTER, _SQUARE = 720, 1100, 1000
_WIDE = frozenset("мшщжюфыъдМШЩЖЮФЫЪДЮωΩ—…‰ÆŒæœ")
_BOLD = 1.15


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, at most, in the unit of its `size`."""
    return sum(map(_of, text)) * size / 1000 * (_BOLD if bold else 1)


def _of(character: str) -> int:
    if " " <= character <= "~":
        return _ASCII[ord(character) - 32]
    if character in _WIDE:
        return _WIDE_LETTER
    category = unicodedata.category(character)
    if category in {"Mn", "Me"}:
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"} or category in {"So", "Sm", "Co", "Cn"}:
        return _SQUARE
    plain = unicodedata.normalize("NFD", character)[0]
    return _ASCII[ord(plain) - 32] if " " <= plain <= "~" else _LETTER


def filled(text: str, room: float, size: float, *, bold: bool = False, most: int = 0) -> list[str]:
    """The text in lines that are no wider than `room`, what cannot be seen in it shown by its number; a word that is wider is broken.

    With `most`, there are no more lines than that, and the last ends with an ellipsis where something is left out.
    """
    lines: list[str] = []
    line = ""
    for word in _words(text, room, size, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            lines.append(line)
            line = word
            if most and len(lines) > most:
                break
        else:
            line = longer
    lines += [line] if line else []
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], room, size, bold=bold)]
    return lines


def _words(text: str, room: float, size: float, *, bold: bool) -> list[str]:
    """The words of a text, those that are wider than `room` in pieces."""
    found: list[str] = []
    for word in visible(" ".join(text.split())).split():
        rest = word
        while width(rest, size, bold=bold) > room and len(rest) > 1:
            taken = 1
            while taken < len(rest) - 1 and width(rest[: taken + 1], size, bold=bold) <= room:
                taken += 1
            found.append(rest[:taken])
            rest = rest[taken:]
        found.append(rest)
    return found


def _cut(line: str, room: float, size: float, *, bold: bool) -> str:
    """A line with an ellipsis behind it, less the words, or of a single one the letters, that leave no room for it."""
    while line and width(f"{line} {CUT}", size, bold=bold) > room:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return f"{line.rstrip(' ,;')} {CUT}".strip()
