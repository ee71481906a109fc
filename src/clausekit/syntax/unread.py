"""A stretch of text that could not be read → the sentence that stands there, as it is written: a draft shows where it is missing."""

from __future__ import annotations

from clausekit.syntax.doubts import DECLARING
from clausekit.syntax.machine import HEADING_WORDS
from clausekit.syntax.nodes import Name, UnreadNode
from clausekit.syntax.spelling import single_spaced
from clausekit.syntax.words import RawWords

# So much of it tells which sentence it is.
LONGEST_SHOWN = 300
_FEWEST_WORDS = 2
# What begins a line of a scenario, or a test of the treaty, or what else is no sentence of it.
_ELSEWHERE = HEADING_WORDS | DECLARING | frozenset("treaty expect recital use on then in".split())


def sentence(raw: RawWords, begin: int, after: int, before: int) -> UnreadNode | None:
    """The sentence between two raw words, with `before` items before it.

    None for a declaration, a heading, a line of a scenario, or the number that somebody set before a sentence.
    """
    labelled = raw.label_end(begin)
    first = labelled + 1 if labelled else begin
    words = [word for word in raw.lowered[first:after] if word[:1].isalpha()]
    elsewhere = not labelled and raw.texts[begin] in _ELSEWHERE  # a sentence would begin with a capital
    if elsewhere or len(words) < _FEWEST_WORDS:
        return None
    start, end = raw.starts[begin], raw.ends[after - 1]
    label = Name(single_spaced(raw.text[start : raw.ends[labelled - 1]]), start, raw.ends[labelled - 1]) if labelled else None
    text = single_spaced(raw.text[raw.starts[first] : min(end, raw.starts[first] + 4 * LONGEST_SHOWN)]).rstrip(" .")
    return UnreadNode(label, text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1].rstrip()}…", before, start, end)
