"""English words → their forms: articles, plurals, participles, agreement. What the templates cannot know; the word lists stand in `words.toml`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


class Grammar:
    """The forms of words, with the word lists of the language."""

    def __init__(self, words: dict[str, Any]) -> None:
        """Keep the lists: nouns without an article, irregular participles, words that only look as if they began with a vowel."""
        self._mass = frozenset(words["mass_nouns"])
        self._participles: dict[str, str] = words["participles"]
        self._doubling = frozenset(words["doubling_verbs"])
        self._sounded = words["initial_sounds"]

    def joined(self, parts: list[str], conjunction: str = "and") -> str:
        """`A`, `A and B`, `A, B and C`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"

    def with_article(self, noun: str) -> str:
        """`a breach`, `an armed attack`; `entry into force`, `hostilities` and names stay as they are."""
        lowered = noun.lower()
        first = lowered.split(" ")[0]
        if first in ("a", "an", "the", "any", "each", "no") or lowered in self._mass or self._is_plural(lowered):
            return noun
        if noun[0].isupper() and noun[1:2].islower():
            return f"the {noun}"
        return f"{self.article(first)} {noun}"

    def article(self, word: str) -> str:
        """`a` or `an`, by the sound the word begins with."""
        for beginning in self._sounded["consonant"]:
            if word.startswith(beginning):
                return "a"
        if word.startswith(tuple(self._sounded["vowel"])):
            return "an"
        return "an" if word[:1] in "aeiou" else "a"

    def _is_plural(self, lowered: str) -> bool:
        head = lowered.split(" of ")[0].split(" to ")[0]
        return head.endswith("s") and not head.endswith(("ss", "us", "is"))

    def looks_plural(self, noun: str) -> bool:
        """Whether a noun takes a plural verb."""
        return self._is_plural(noun.lower())

    def participle(self, verb: str) -> str:
        """`deploy` gives `deployed`."""
        lowered = verb.lower()
        if lowered in self._participles:
            return self._participles[lowered]
        if lowered in self._doubling:
            return f"{lowered}{lowered[-1]}ed"
        if lowered.endswith("e"):
            return f"{lowered}d"
        if lowered.endswith("y") and lowered[-2:-1] not in "aeiou":
            return f"{lowered[:-1]}ied"
        return f"{lowered}ed"

    def agreeing(self, modal: str, *, plural: bool) -> str:
        """The modal for its bearer: `undertakes to` becomes `undertake to` for several."""
        if not plural:
            return modal
        first, _, rest = modal.partition(" ")
        return {"undertakes": f"undertake {rest}", "intends": f"intend {rest}", "is": f"are {rest}"}.get(first, modal)

    def day(self, on: date) -> str:
        """`1 January 2027`."""
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"

    def number(self, amount: Decimal | int) -> str:
        """`20,000`, `3.67`."""
        return f"{amount:,}"
