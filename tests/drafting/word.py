"""A reader of Word documents that counts their lists as Word does, from the file alone."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = ["", *(ten + one for ten in ("", "X", "XX", "XXX") for one in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))][1:]
_WORDS = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]


class Line(NamedTuple):
    """A paragraph as it is read: its style, its number as Word counts it, its words, the fields in it, and the tag of its content control."""

    style: str
    number: str
    text: str
    fields: tuple[tuple[str, str], ...]
    tag: str
    is_seen: bool = True


class _Level(NamedTuple):
    text: str
    how: str
    restart: int | None
    is_seen: bool


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines(data: bytes) -> list[Line]:
    """The paragraphs of the body, those of its tables among them, as a reader sees them."""
    files = parts(data)
    count = _Counting(etree.fromstring(files["word/numbering.xml"]))
    body = etree.fromstring(files["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return [_line(paragraph, count) for paragraph in body.iter(f"{W}p")]


class _Counting:
    """The lists of a document, counted on."""

    def __init__(self, numbering: Any) -> None:
        self._levels: dict[str, list[_Level]] = {}
        for each in numbering.findall(f"{W}abstractNum"):
            self._levels[each.get(f"{W}abstractNumId")] = [
                _Level(
                    level.find(f"{W}lvlText").get(f"{W}val"),
                    level.find(f"{W}numFmt").get(f"{W}val"),
                    None if (restart := level.find(f"{W}lvlRestart")) is None else int(restart.get(f"{W}val")),
                    level.find(f"{W}rPr/{W}vanish") is None,
                )
                for level in each.findall(f"{W}lvl")
            ]
        self._lists = {each.get(f"{W}numId"): each.find(f"{W}abstractNumId").get(f"{W}val") for each in numbering.findall(f"{W}num")}
        self._starts = {
            (each.get(f"{W}numId"), int(override.get(f"{W}ilvl"))): int(override.find(f"{W}startOverride").get(f"{W}val"))
            for each in numbering.findall(f"{W}num")
            for override in each.findall(f"{W}lvlOverride")
        }
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def is_seen(self, number: str, level: int) -> bool:
        """Whether the numbers of a level are shown."""
        return self._levels[self._lists[number]][level].is_seen

    def next(self, number: str, level: int) -> str:
        name = self._lists[number]
        counts, levels = self._counts[name], self._levels[name]
        start = self._starts.pop((number, level), None)
        counts[level] = start if start is not None else counts.get(level, 0) + 1
        for inner in [each for each in counts if each > level]:
            if levels[inner].restart != 0:
                del counts[inner]
        shown = levels[level].text
        for place, each in enumerate(levels):
            shown = shown.replace(f"%{place + 1}", _shown(counts.get(place, 1), each.how))
        return shown


def _shown(number: int, how: str) -> str:
    return {
        "decimal": str(number),
        "lowerLetter": _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1),
        "upperLetter": _LETTERS[(number - 1) % 26].upper(),
        "upperRoman": _ROMANS[number] if number < len(_ROMANS) else "?",
        "lowerRoman": _ROMANS[number].lower() if number < len(_ROMANS) else "?",
        "cardinalText": _WORDS[number] if number < len(_WORDS) else "?",
    }[how]


def _line(paragraph: Any, count: _Counting) -> Line:
    properties = paragraph.find(f"{W}pPr")
    style = properties.find(f"{W}pStyle").get(f"{W}val")
    numbered = properties.find(f"{W}numPr")
    number, is_seen = "", True
    if numbered is not None and numbered.find(f"{W}numId").get(f"{W}val") != "0":
        place = numbered.find(f"{W}numId").get(f"{W}val"), int(numbered.find(f"{W}ilvl").get(f"{W}val"))
        number, is_seen = count.next(*place), count.is_seen(*place)
    tag = next((each.get(f"{W}val") for each in paragraph.iter(f"{W}tag")), "")
    text = "".join(each.text or "" for each in paragraph.iter(f"{W}t")).replace("\u200b", "")
    return Line(style, number, text, tuple(_fields(paragraph)), tag, is_seen)


def _fields(paragraph: Any) -> Iterator[tuple[str, str]]:
    """Each field: what it asks for, and what it shows."""
    instruction, shown, inside = "", "", ""
    for each in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if each.tag == f"{W}fldChar":
            inside = each.get(f"{W}fldCharType")
            if inside == "end" and instruction:
                yield instruction.strip(), shown
                instruction, shown = "", ""
        elif each.tag == f"{W}instrText":
            instruction += each.text
        elif inside == "separate":
            shown += each.text or ""
