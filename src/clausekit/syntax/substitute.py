"""Source text, and what some names of it stand for → the text with that in their place, and where each stretch of it comes from.

A name is replaced wherever it stands whole, whatever its case and spacing: `the Defenders`, `each Defender`. Where two names begin alike, the longer one is
meant. Quotations and comments stay as they are: they are words for readers. So do the labels and names of the file's own provisions, where they stand and
where they are cited: a label may hold nearly any word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from clausekit.named_tuples import NamedTuple
from clausekit.source import Span
from clausekit.source.volume import Piece
from clausekit.syntax.words import QUOTATION_MARKS, RawWords

_CITING = frozenset("clause clauses article articles".split())


class Rewritten(NamedTuple):
    """A text with other words in it: its pieces, and which names were found."""

    text: str
    pieces: tuple[Piece, ...]
    found: frozenset[str]


class Names:
    """Names, and the words that stand for each, ready to be found in a text."""

    def __init__(self, meant: Mapping[str, str]) -> None:
        """Take the names in lower case with single spaces, and what is to be written for each."""
        self._meant = meant
        self._lengths: dict[str, list[int]] = {}
        for words in sorted((name.split(" ") for name in meant), key=len, reverse=True):
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))

    def __bool__(self) -> bool:
        return bool(self._meant)

    def __contains__(self, name: str) -> bool:
        return name in self._meant

    def at(self, words: list[str], begin: int) -> tuple[str, int] | None:
        """The longest name that begins at one of these words, all of them in lower case, and the word after it."""
        for length in self._lengths.get(words[begin], ()):
            name = " ".join(words[begin : begin + length])
            if name in self._meant:
                return name, begin + length
        return None

    def meant(self, name: str) -> str:
        """What is to be written for a name."""
        return self._meant[name]

    def written_out(self, phrase: str) -> tuple[str, frozenset[str]]:
        """A phrase with what its names stand for, and which names were found in it."""
        spelled = phrase.split()
        words = phrase.lower().split()
        out: list[str] = []
        found: set[str] = set()
        at = 0
        while at < len(words):
            name = self.at(words, at)
            if name is None:
                out.append(spelled[at])
                at += 1
            else:
                out.append(self._meant[name[0]])
                found.add(name[0])
                at = name[1]
        return " ".join(out), frozenset(found)


class Outline(NamedTuple):
    """What of a text is not for names: the stretches that stay as they are, in order, and the designations of its provisions, which are cited."""

    aside: tuple[Span, ...]
    designations: Names


def rewritten(raw: RawWords, names: Names, outline: Outline, others: Names | None = None, instead: Mapping[int, tuple[int, str]] | None = None) -> Rewritten:
    """The text of `raw` with what its names stand for.

    The longer names of `others` are left whole: a `High Council` is no `Council`. `instead` gives, by the place where a stretch begins, the place where it ends
    and what is written there, whatever its words.
    """
    whole = others or Names({})
    begins = [span.start for span in outline.aside]
    edits: list[tuple[int, int, str]] = []
    found: set[str] = set()
    lowered = raw.lowered
    at = 0
    while at < len(lowered) - 1:
        start = raw.starts[at]
        if instead and start in instead:
            end, text = instead[start]
            edits.append((start, end, text))
            while raw.starts[at] < end:
                at += 1
            continue
        inside = bisect_right(begins, start) - 1
        if lowered[at][:1] in QUOTATION_MARKS or (inside >= 0 and start < outline.aside[inside].end):
            at += 1
            continue
        cited = outline.designations.at(lowered, at) if at and lowered[at - 1] in _CITING else None
        other = whole.at(lowered, at)
        name = names.at(lowered, at)
        if cited is not None and (name is None or name[1] <= cited[1]):
            at = cited[1]
        elif other is not None and (name is None or name[1] < other[1]):
            at = other[1]
        elif name is None:
            at += 1
        else:
            edits.append((start, raw.ends[name[1] - 1], names.meant(name[0])))
            found.add(name[0])
            at = name[1]
    return Rewritten(*_edited(raw.text, edits), frozenset(found))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> tuple[str, tuple[Piece, ...]]:
    if not edits:
        return text, ()
    parts: list[str] = []
    pieces: list[Piece] = []
    length = done = 0
    for start, end, written in edits:
        if start > done:
            pieces.append(Piece(length, Span(done, start), kept=True))
            parts.append(text[done:start])
            length += start - done
        pieces.append(Piece(length, Span(start, end), kept=False))
        parts.append(written)
        length += len(written)
        done = end
    pieces.append(Piece(length, Span(done, len(text)), kept=True))
    parts.append(text[done:])
    return "".join(parts), tuple(pieces)
