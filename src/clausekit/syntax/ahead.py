"""Raw words → what stands further on: whether a modal follows, and so whether what begins here has a bearer.

The grammar says it with patterns (see the terminals that look ahead in `terms.lark`). Here it is looked up word by word, and what was found is
remembered, so that the time for a text grows with its length alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from clausekit.syntax.hard_words import HARD

_MODALS = frozenset("shall must may should will undertake undertakes intend intends".split())
_OF_TWO_WORDS = {"need": ("not",), "is": ("entitled", "not"), "are": ("entitled", "not")}
_GUARANTEES = frozenset({"guarantee", "guarantees"})
_LIMB_MARKS = _MODALS | _GUARANTEES | _OF_TWO_WORDS.keys() | {"", ".", ";", "failing"}
# What may end a list of bearers: punctuation, and every word that opens something else.
_PHRASE_MARKS = (HARD - {"each", "any", "every"}) | _MODALS | _OF_TWO_WORDS.keys() | {"", ".", ",", ";", ":", "(", ")"}


# What ends it behind a comma: the sentence around goes on, or a slot begins.
_AFTER_A_COMMA = frozenset("and or failing subject provided notwithstanding without immediately in with for on between upon as".split())


class _Phrase(NamedTuple):
    """What was found from one raw word on: where it ends, whether with a modal, and where its last comma and its last `and` or `or` stand."""

    begin: int
    end: int
    modal: bool
    comma: int
    joint: int


class Ahead:
    """What stands ahead in the raw words of one text. It remembers what it saw, so it belongs to one reading."""

    __slots__ = ("_limb", "_lowered", "_phrase")

    def __init__(self, lowered: Sequence[str]) -> None:
        """Look at raw words in lower case; the last one is empty."""
        self._lowered = lowered
        self._limb = (0, 0, False)
        self._phrase = _Phrase(0, 0, modal=False, comma=-1, joint=-1)

    def modal_in_limb(self, at: int) -> bool:
        """Whether a modal stands at raw word `at` or after it in the same limb of the sentence: up to a full stop, semicolon, quotation or `failing which`."""
        begin, end, found = self._limb
        if begin <= at < end:
            return found
        lowered = self._lowered
        here = at
        while True:
            word = lowered[here]
            if word in _LIMB_MARKS:
                found = word in _GUARANTEES or self._is_modal(here)
                if found or word in ("", ".", ";") or (word == "failing" and lowered[here + 1] == "which"):
                    break
            elif word[0] in '"“':
                found = False
                break
            here += 1
        self._limb = (at, here + 1, found)
        return found

    def bearer_and_modal(self, at: int) -> bool:
        """Whether a bearer and its modal begin at raw word `at`.

        Bearers may be listed with commas if `and` or `or` stands before the last: `Poland, France and UK shall`. A comma with `and` behind it ends the
        list, as does an `and` right before the modal: both belong to the sentence around.
        """
        seen = self._phrase_from(at)
        return seen.modal and (seen.comma < at or seen.joint > seen.comma)

    def joint_before_modal(self, at: int) -> bool:
        """Whether `and` or `or` stands between raw word `at` and the modal behind it."""
        return self._phrase_from(at).joint >= at

    def _phrase_from(self, at: int) -> _Phrase:
        if self._phrase.begin <= at <= self._phrase.end:
            return self._phrase
        lowered = self._lowered
        here, comma, joint, modal = at, -1, -1, False
        while True:
            word = lowered[here]
            if word in _PHRASE_MARKS:
                following = lowered[here + 1] if word else ""
                if word == ",":
                    if following in _AFTER_A_COMMA:
                        break
                    comma = here
                elif word in ("and", "or"):
                    if self._is_modal(here + 1) and here > at:
                        break
                    joint = here
                elif self._is_modal(here):
                    modal = True
                    break
                elif word != "by" or lowered[here - 1] != "acting":  # but: `acting by consensus`
                    break
            elif word[0] in '"“':
                break
            here += 1
        self._phrase = _Phrase(at, here, modal, comma, joint)
        return self._phrase

    def _is_modal(self, at: int) -> bool:
        word = self._lowered[at]
        return word in _MODALS or (word in _OF_TWO_WORDS and self._lowered[at + 1] in _OF_TWO_WORDS[word])
