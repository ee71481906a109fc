"""A text and a list of words → the first of them that stands in it, as it stands there.

`forces` is that word alone; `disput*` is any word that begins so; `come to the help of` is these words in a row.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[\w’'-]+")
# A treaty speaks of the same acts and events again and again, and every rule asks about them.
_REMEMBERED = 10_000
# Behind these a second verb may stand: `threaten or use force`, `attack, invade or make war`.
_BEFORE_A_VERB = frozenset({"and", "or"})


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=_REMEMBERED)
def holds(text: str, wanted: tuple[str, ...]) -> str:
    """The words of `text` that the first of `wanted` stands for; empty if none stands in it."""
    said = words_of(text)
    places = ((said[at : at + len(one.split())], one) for one in wanted for at in range(len(said)))
    return next((" ".join(row) for row, one in places if _are(one.split(), row)), "")


@lru_cache(maxsize=_REMEMBERED)
def begins(text: str, verbs: tuple[str, ...]) -> str:
    """The first of `verbs` that `text` begins with, or that begins again behind `and`, `or` or a comma; empty if none does."""
    said = words_of(text)
    places = [at for at in range(len(said)) if not at or said[at - 1] in _BEFORE_A_VERB or _behind_a_comma(text, said, at)]
    return next((verb for verb in verbs if any(_are(verb.split(), said[at : at + len(verb.split())]) for at in places)), "")


def _are(wanted: list[str], row: list[str]) -> bool:
    return len(row) == len(wanted) and all(_same(one, other) for one, other in zip(wanted, row, strict=True))


def _same(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _behind_a_comma(text: str, said: list[str], at: int) -> bool:
    if "," not in text:
        return False
    matches = list(_WORD.finditer(text.lower()))
    return text[matches[at - 1].end() : matches[at].start()].lstrip().startswith(",") if at and len(matches) == len(said) else False
