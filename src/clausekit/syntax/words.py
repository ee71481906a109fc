"""Source text → raw words: the cheap first pass, before anything is known of grammar.

One regular expression cuts the text into words, numbers, quotations, marks and punctuation. Which keyword a word is depends on where it
stands, so the parser decides that. Comments are set aside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from clausekit.syntax.ahead import Ahead
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.nodes import Comment

# A line that ends so announces what follows; it is no label.
ANNOUNCING = frozenset("follows following that".split())
# What Word and web pages leave between letters and nobody sees: soft hyphen, zero-width space, marks of direction, word joiner, byte order mark.
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_UNBREAKABLE_HYPHENS = "\u2010\u2011"
_ACCENTS = "\u0300-\u036f"  # written apart from their letter, as macOS does
_JOINERS = "\u200c\u200d"  # Persian and Indian scripts spell with them
_BETWEEN = rf"['’\-{_UNBREAKABLE_HYPHENS}{_ACCENTS}{_JOINERS}{INVISIBLE}]"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_RAW = re.compile(
    r"([A-Za-z]\w++(?=[\s.,;:])"  # most words, the quick way; then all others, and abbreviations such as U.S.
    rf"|[^\W\d_](?:(?:\.[^\W\d_])+\.|\w*(?:{_BETWEEN}+\w+)*[{_ACCENTS}]*)"
    r"|[.,;:]"
    # A mark with a space before it and a letter after it opens a quotation, so the one before was never closed: it reaches to the end of its line.
    r'|"(?>[^"]*(?:""[^"]*)*)(?:(?<!\s)"|"(?![^\W_]))|“[^“”]*”'
    r'|["“][^"“”\n#]*[^"“”\n#\s.,;]'
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}\s+(?ai:{_MONTHS})\s+[0-9]{{4}}"
    r"|[0-2][0-9]:[0-5][0-9](?![0-9])|[+−-][0-1][0-9]:[0-5][0-9](?![0-9])"
    r"|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    r"|\((?:[A-Za-z]{1,4}|[0-9]{1,3})\)"
    r"|#[^\n]*"
    rf"|(?!['’]\s+(?ai:notice)\b)[^\s{INVISIBLE}])"  # `12 months' notice` and `12 months notice` are the same
)
# What these begin is no label: `parameter Defenders: group` declares one, `expect: never war` asks for something.
_NO_LABELS = ("parameter", "expect")
QUOTATION_MARKS = ('"', "“", "”")
# What a translation speaks of, by the first word before its colon (ENTRY in `terms.lark`); these have a name behind it.
TRANSLATED = frozenset(
    "party guarantor state signatory organ class group body zone term action event status measure level rule instrument unit phrase clause part chapter section"
    " article annex".split()
)
TRANSLATED_ONCE = (["title"], ["short"], ["done", "at"])
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_TO_BE_CLEANED = re.compile(f"[{INVISIBLE}{_UNBREAKABLE_HYPHENS}{_ACCENTS}]")
_CLEANED = {**dict.fromkeys(map(ord, INVISIBLE)), **dict.fromkeys(map(ord, _UNBREAKABLE_HYPHENS), "-")}


class RawWords:
    """The raw words of a text, in order: as written, in lower case, where each begins and ends. The last one is empty and stands at the end of the text.

    What has been looked up once is remembered here, so that no text makes the looking up slow. It belongs to one reading, not to several threads.
    """

    __slots__ = ("_no_label_before", "ahead", "comments", "ends", "lowered", "starts", "text", "texts")

    def __init__(self, text: str, texts: list[str], starts: list[int], ends: list[int], comments: list[Comment]) -> None:
        """Keep the words of `text`, and mark its end."""
        self.text = text
        self.texts = [*texts, ""]
        self.lowered = list(map(str.lower, self.texts))
        self.starts = [*starts, len(text)]
        self.ends = [*ends, len(text)]
        self.comments = comments
        self.ahead = Ahead(self.lowered)
        self._no_label_before = 0

    def begins_line(self, at: int) -> bool:
        """Whether raw word `at` is the first of its line."""
        return at == 0 or self.text.find("\n", self.ends[at - 1], self.starts[at]) >= 0

    def begins_paragraph(self, at: int) -> bool:
        """Whether an empty line stands before raw word `at`."""
        return at == 0 or _EMPTY_LINE.search(self.text, self.ends[at - 1], self.starts[at]) is not None

    def next_line(self, at: int) -> int:
        """The first raw word on a line behind that of raw word `at`."""
        at += 1
        while self.texts[at] and not self.begins_line(at):
            at += 1
        return at

    def is_unclosed(self, at: int) -> bool:
        """Whether raw word `at` is a quotation without its closing mark."""
        word = self.texts[at]
        return word[:1] in QUOTATION_MARKS and len(word) > 1 and word[-1] not in QUOTATION_MARKS

    def close_quotation(self, at: int) -> None:
        """Read raw word `at`, an unclosed quotation, as if its closing mark stood where it ends."""
        self.texts[at] += "”" if self.texts[at][0] == "“" else '"'
        self.lowered[at] = self.texts[at].lower()

    def label_end(self, at: int) -> int:
        """The raw word after a label that begins at raw word `at`, or 0: a label is a run of plain words before a colon, on one line."""
        lowered = self.lowered
        if at < self._no_label_before or lowered[at] in _NO_LABELS:
            return 0
        after = at
        while lowered[after][:1].isalpha() and lowered[after] not in HARD:
            after += 1
        if lowered[after] != ":" or after == at or lowered[after - 1] in ANNOUNCING:
            self._no_label_before = after
            return 0
        line_end = self.text.rfind("\n", self.ends[at], self.starts[after])
        if line_end < 0:
            return after
        self._no_label_before = bisect_right(self.starts, line_end)  # `annex A`, then the label: a label stands on one line
        return 0

    def is_translated(self, at: int, after: int) -> bool:
        """Whether the label that stands from raw word `at` up to `after` is none, but says what the quotation behind it translates."""
        if self.texts[after + 1][:1] not in ('"', "“"):
            return False
        words = self.lowered[at:after]
        return len(words) > 1 if words[0] in TRANSLATED else words in TRANSLATED_ONCE

    def column(self, at: int) -> int:
        """The column of raw word `at`, from 1."""
        return self.starts[at] - self.text.rfind("\n", 0, self.starts[at])


def is_plain(word: str) -> bool:
    """Whether a raw word is made of letters, and can be part of a name: not a number, a mark, an abbreviation such as `U.S.`, or the end."""
    return word[:1].isalpha() and word[-1] != "."


def cut(text: str) -> RawWords:
    """Cut `text` into raw words. Any text can be cut; what means nothing becomes a word of one character."""
    pieces = _RAW.split(text)
    offsets = list(accumulate(map(len, pieces)))
    texts, starts, ends = pieces[1::2], offsets[:-1:2], offsets[1::2]
    comments: list[Comment] = []
    if "#" in text:
        comments = [Comment(word.rstrip(), start, end) for word, start, end in zip(texts, starts, ends, strict=True) if word[0] == "#"]
        kept = [(word, start, end) for word, start, end in zip(texts, starts, ends, strict=True) if word[0] != "#"]
        texts, starts, ends = [word for word, _, _ in kept], [start for _, start, _ in kept], [end for _, _, end in kept]
    if not text.isascii() and _TO_BE_CLEANED.search(text):
        texts = [word if word.isascii() or word[0] in '"“' else _clean(word) for word in texts]
    return RawWords(text, texts, starts, ends, comments)


def _clean(word: str) -> str:
    """A word without what nobody sees, with ordinary hyphens, its accents on their letters."""
    import unicodedata  # only the few texts that need it pay for it

    return unicodedata.normalize("NFC", word.translate(_CLEANED)) or word
