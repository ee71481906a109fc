"""Source text → raw words: the cheap first pass, before anything is known of grammar.

One regular expression cuts the text into words, numbers, quotations, marks and punctuation. Which keyword a word is depends on where it
stands, so the parser decides that. Comments are set aside.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clausekit.syntax.nodes import Comment

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_RAW = re.compile(
    r'"[^"]*(?:""[^"]*)*"|“[^”]*”'
    r"|[^\W\d_](?:[\w'’-]*[^\W_])?"
    r"|[.,;:]"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}\s+(?:{_MONTHS})\s+[0-9]{{4}}"
    r"|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    r"|\((?:[a-z]{1,4}|[0-9]{1,3})\)"
    r"|#[^\n]*"
    r"|\S",
    re.IGNORECASE,
)


class RawWords(NamedTuple):
    """The raw words of a text: as written, in lower case, and where each begins. The last one is empty and stands at the end of the text."""

    texts: list[str]
    lowered: list[str]
    starts: list[int]
    comments: list[Comment]

    def begins_line(self, at: int, text: str) -> bool:
        """Whether raw word `at` is the first of its line."""
        if at == 0:
            return True
        before = self.starts[at - 1] + len(self.texts[at - 1])
        return "\n" in text[before : self.starts[at]]


def cut(text: str) -> RawWords:
    """Cut `text` into raw words. Any text can be cut; what means nothing becomes a word of one character."""
    texts: list[str] = []
    starts: list[int] = []
    comments: list[Comment] = []
    for match in _RAW.finditer(text):
        word = match.group()
        if word[0] == "#":
            comments.append(Comment(word.rstrip(), match.start(), match.end()))
        else:
            texts.append(word)
            starts.append(match.start())
    texts.append("")
    starts.append(len(text))
    return RawWords(texts, [word.lower() for word in texts], starts, comments)
