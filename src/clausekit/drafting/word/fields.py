"""Texts with cross-references → runs of Word, with fields in the place of each number that a list counts."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from clausekit.drafting.tree import runs
from clausekit.drafting.word.marks import Marks, Target


def run(text: str, style: str = "") -> str:
    """Plain words."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def field(instruction: str, result: str) -> str:
    """A field with what it shows until Word works it out anew."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


class Referring:
    """Writes cross-references. `counted` are the ids of the parts whose numbers are counted by a list, and not typed."""

    def __init__(self, marks: Marks, counted: set[str]) -> None:
        """Know the bookmarks."""
        self._marks = marks
        self._counted = counted

    def text(self, text: str) -> str:
        """A text with its references."""
        return "".join(self._reference(piece, target) if target else run(piece) for piece, target in runs(text))

    def _reference(self, words: str, identity: str) -> str:
        target = self._marks.targets.get(identity)
        if target is None:
            return run(words)
        pieces = self._pieces(words, target)
        if not any(instruction for _, instruction in pieces):
            return f'<w:hyperlink w:anchor="{self._marks.name(identity)}">{run(words)}</w:hyperlink>'
        return "".join(field(instruction, piece) if instruction else run(piece) for piece, instruction in pieces)

    def _pieces(self, words: str, target: Target) -> list[tuple[str, str]]:
        """The words of a reference in pieces, each with the field that shows it, or "" for plain words: `paragraph `, `2`, ` of `, `Article 5`."""
        found: list[tuple[int, int, str]] = []
        behind = _behind(words, target.paragraph)
        before = words[: behind.start()] if behind is not None else words
        at, division = self._division(before, target)
        if division is not None:
            found.append(division)
        if target.paragraph and target.id in self._counted:
            number = behind or re.search(rf"(?<!\w){re.escape(target.paragraph)}(?!\w)", words[:at] if at >= 0 else words)
            if number is not None:
                start, end = number.span("number") if behind is not None else number.span()
                found.append((start, end, rf"REF {self._marks.name(target.id)} \n \t \h"))
        pieces: list[tuple[str, str]] = []
        done = 0
        for start, end, instruction in sorted(found):
            pieces += [(words[done:start], ""), (words[start:end], instruction)]
            done = end
        return [piece for piece in (*pieces, (words[done:], "")) if piece[0]]

    def _division(self, words: str, target: Target) -> tuple[int, tuple[int, int, str] | None]:
        """Where a reference names the division of its target, -1 for nowhere, and the field that shows it."""
        division = target.division or ("" if target.paragraph else target.id)
        title = f"{division}.title"
        at = words.rfind(target.heading) if target.heading and division in self._counted else -1
        if at >= 0:
            return at, (at, at + len(target.heading), rf"REF {self._marks.name(division)} \n \h")
        if title not in self._counted or not target.number or words.strip("() ") == target.paragraph != "":
            return -1, None
        # The word for it is declined (`статті 5`, `de l’article 5`), or stands before several numbers. The number is a field all the same.
        at = max((each.start() for each in re.finditer(rf"(?<!\w){re.escape(target.number)}(?!\w)", words)), default=-1)
        return at, (at, at + len(target.number), rf"REF {self._marks.name(title)} \n \h") if at >= 0 else None


def _behind(words: str, paragraph: str) -> re.Match[str] | None:
    """The number of a paragraph that stands behind its Article: `Article 5(2)`, `l’article 5, paragraphe 2`."""
    return re.search(rf"(?:, \w+ |(?<=\w)\()(?P<number>{re.escape(paragraph)})\)?$", words) if paragraph else None
