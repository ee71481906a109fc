"""A run of words that could be read as a name → the word that shows it holds an amount, or how often something is done.

Shares and repetitions are read where they stand in the forms of the language; in a name, `a third of the budget` or `twice a year` would mean nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

TIMES = frozenset(f"{unit}{plural}" for unit in ("hour", "day", "week", "month", "year") for plural in ("", "s"))
_PARTS = frozenset("third thirds quarter quarters fifth fifths".split())
NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety".split())
_JOINED = frozenset("one-half one-third two-thirds one-quarter one-fourth three-quarters three-fourths three-fifths four-fifths".split())
_BEHIND_HALF = frozenset("the its their this that".split())
_REPEATING = frozenset("annually yearly monthly weekly daily quarterly".split())
_FREQUENCIES = frozenset("twice thrice".split())
_BEHIND_ONCE = frozenset("a every each per in during".split())
_DAYS = (["date", "of"], ["day", "of"])
SUSPECT = TIMES | _PARTS | NUMERALS | _JOINED | _REPEATING | _FREQUENCIES | {"half", "once", "per", "times", "date", "than", "up"}


def holds_amount(lowered: Sequence[str], at: int, inner: int) -> bool:
    """Whether raw word `inner` of a name that begins at raw word `at` begins or ends an amount, or says how often or on which day."""
    word, before, behind = lowered[inner], lowered[inner - 1], lowered[inner + 1]
    if word in _JOINED or word in _FREQUENCIES or word == "than" or (word == "per" and behind == "cent"):
        return True
    if word == "once":
        return behind in _BEHIND_ONCE
    if word in _PARTS and before in NUMERALS:
        return behind != "rule"  # a rule may be named for the share it asks for
    if word == "half" or word in _PARTS:
        return behind in _BEHIND_HALF if word == "half" else before == "a" and behind == "of"
    if word == "times":
        return before in NUMERALS or (inner == at and before[:1].isdigit())
    if word in NUMERALS:
        return behind == "members" or (inner == at and before == "as" and lowered[inner - 2] in ("count", "counts"))
    if word in _REPEATING:
        return inner > at and not behind[:1].isalpha()
    return word == "the" and (lowered[inner + 1 : inner + 3] in _DAYS or (behind.endswith("th") and lowered[inner + 2 : inner + 3] == ["day"]))


def is_length_of_time(lowered: Sequence[str], at: int) -> bool:
    """Whether the unit of time at raw word `at` follows a number that is no quantity: `consult 30 days before`, `for at least 10 years`."""
    back = at - 1
    if not lowered[back][:1].isdigit():
        return False
    while lowered[back - 1] in ("at", "least", "most", "exactly", "up", "to") or lowered[back - 1][:1].isdigit():
        back -= 1
    return back == 0 or lowered[back - 1] != "of"
