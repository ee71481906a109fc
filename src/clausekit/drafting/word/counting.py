"""Numbers as a treaty shows them ↔ what Word counts: `5`, `IV`, `B`, `Three`, and the format of a list that counts so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

# In the order in which they are tried: `I` alone is the first Roman numeral, and `C` the third letter.
FORMATS = ("decimal", "upperRoman", "upperLetter", "lowerLetter", "lowerRoman", "cardinalText")
_CARDINALS = (
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
)  # fmt: skip
_ROMANS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# No list of a treaty is longer.
MOST = 3_000


def shown(number: int, how: str) -> str:
    """A number as Word shows it in a format. Beyond `Z`, Word doubles the letter."""
    if how == "decimal":
        return str(number)
    if how == "cardinalText":
        return _CARDINALS[number - 1] if number <= len(_CARDINALS) else ""
    if how.endswith("Letter"):
        text = _LETTERS[(number - 1) % len(_LETTERS)] * ((number - 1) // len(_LETTERS) + 1)
    else:
        text = ""
        for value, numeral in _ROMANS:
            times, number = divmod(number, value)
            text += numeral * times
    return text.lower() if how.startswith("lower") else text


def counted(text: str, how: str) -> int | None:
    """What a number shown in a format counts; None where it is none of that format."""
    if how == "decimal":
        return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= MOST and not text.startswith("0") else None
    if not text or len(text) > 16 or not text.isalpha():
        return None
    return _counts(how).get(text)


@cache
def _counts(how: str) -> dict[str, int]:
    """What each number shown in a format counts; of two that look alike, the smaller one."""
    return {shown(number, how): number for number in reversed(range(1, MOST if how.endswith("Roman") else 27 * 4))}


def format_of(numbers: Iterable[str]) -> str:
    """The format in which the most of some numbers can be counted."""
    known = [number for number in numbers if number]
    fitting = {how: sum(counted(number, how) is not None for number in known) for how in FORMATS}
    return max(FORMATS, key=lambda how: fitting[how]) if known else FORMATS[0]
