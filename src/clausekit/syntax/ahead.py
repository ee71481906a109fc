"""Raw words → what stands further on: a modal, and so whether what begins here has a bearer; or a verb of the life of a treaty.

The grammar says it with patterns (see the terminals that look ahead in `terms.lark`). Here it is looked up word by word, and what was found is
remembered, so that the time for a text grows with its length alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.hard_words import HARD

_MODALS = frozenset("shall must may should will undertake undertakes intend intends".split())
_OF_TWO_WORDS = {"need": ("not",), "is": ("entitled", "not"), "are": ("entitled", "not")}
# The verbs of the life of a treaty and its clauses (LIFE_AHEAD in `terms.lark`): the first word of each, and what must follow it.
_LIFE: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys("apply applies cease ceases resume resumes lapse lapses survive survives prevail prevails replace replaces".split(), ((),)),
    **dict.fromkeys("supersede supersedes incorporate incorporates implement implements".split(), ((),)),
    **dict.fromkeys(("enter", "enters"), (("into", "force"),)),
    **dict.fromkeys(("take", "takes"), (("effect",),)),
    **dict.fromkeys(("remain", "remains"), (("in", "force"),)),
    **dict.fromkeys(("count", "counts"), (("as",),)),
    **dict.fromkeys(("do", "does"), (("not", "apply"), ("not", "count"), ("not", "affect"))),
    "only": (("if",),),
    "open": (("for",),),
    **dict.fromkeys(("is", "are"), tuple((word,) for word in "suspended terminated renewed extended open deferred adopted".split())),
}
# What has a bearer or a subject, beside the modals: guarantees, recognition, and the life of a treaty in the third person. `apply sanctions` is an act.
_ASSERTING = frozenset(
    f"{verb}{ending}" for verb in ("guarantee", "assure", "recognise", "declare", "reaffirm", "confirm", "acknowledge") for ending in ("", "s")
)
_STANDING = {verb: rests for verb, rests in _LIFE.items() if verb.endswith("s") or verb in ("do", "are")}
# In the plural a subject must stand before it, since `cease fire` is an act, and of some verbs no object behind it: `the annexes cease on breach`.
_PLURAL: dict[str, tuple[tuple[str, ...], ...]] = {
    "enter": (("into", "force"),),
    "take": (("effect",),),
    "remain": (("in", "force"),),
    "prevail": (("over",),),
    "count": (("as",),),
    "survive": ((),),
    **dict.fromkeys(("cease", "lapse", "resume"), ((),)),
    "apply": (("again",), ("only",), ("provisionally",), ()),
}
_OBJECTLESS = frozenset({"cease", "lapse", "resume", "apply"})
_BEHIND_OBJECTLESS = HARD | frozenset(
    (
        "on for in with between at as again only provisionally immediately indefinitely exactly failing subject source subsidiarily where notwithstanding"
        " without provided understanding up"
    ).split()
)
_LIMB_MARKS = _MODALS | _ASSERTING | _OF_TWO_WORDS.keys() | _STANDING.keys() | _PLURAL.keys() | {"", ".", ";", "failing"}
_LIFE_MARKS = _LIFE.keys() | _MODALS | _OF_TWO_WORDS.keys() | {"", ".", ";", ":"}
_LIFE_PHRASE_MARKS = _LIFE_MARKS | {","}
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

    __slots__ = ("_life", "_life_phrase", "_limb", "_lowered", "_phrase")

    def __init__(self, lowered: Sequence[str]) -> None:
        """Look at raw words in lower case; the last one is empty."""
        self._lowered = lowered
        self._limb = self._life = self._life_phrase = (0, 0, False)
        self._phrase = _Phrase(0, 0, modal=False, comma=-1, joint=-1)

    def modal_in_limb(self, at: int) -> bool:
        """Whether a modal stands at raw word `at` or after it in the same limb of the sentence: up to a full stop, semicolon or `failing which`.

        A verb that has its subject before it (`guarantees`, `ceases`) stands for a modal. What is quoted is passed over: the source of what stands first.
        """
        begin, end, found = self._limb
        if begin <= at < end:
            return found
        lowered = self._lowered
        here = at
        while True:
            word = lowered[here]
            if word in _LIMB_MARKS:
                found = word in _ASSERTING or self._is_modal(here) or self._is(_STANDING, here)
                if here > at and self._is_plural_life(here):
                    self._limb = (at, here, True)
                    return True
                if found or word in ("", ".", ";") or (word == "failing" and lowered[here + 1] == "which"):
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

    def life_in_sentence(self, at: int) -> bool:
        """Whether a verb of the life of a treaty stands at raw word `at` or after it in the same sentence, before any modal."""
        begin, end, _ = self._life
        if not begin <= at < end:
            self._life = self._life_from(at, _LIFE_MARKS)
        return self._life[2]

    def life_in_phrase(self, at: int) -> bool:
        """As `life_in_sentence`, before the next comma."""
        begin, end, _ = self._life_phrase
        if not begin <= at < end:
            self._life_phrase = self._life_from(at, _LIFE_PHRASE_MARKS)
        return self._life_phrase[2]

    def _life_from(self, at: int, marks: Collection[str]) -> tuple[int, int, bool]:
        lowered, here, found = self._lowered, at, False
        while True:
            word = lowered[here]
            if word in marks:
                found = self._is(_LIFE, here)
                if found or self._is_modal(here) or (word not in _LIFE and word not in _OF_TWO_WORDS):
                    break
            elif word[0] in '"“':
                break
            here += 1
        return at, here + 1, found

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

    def _is(self, verbs: dict[str, tuple[tuple[str, ...], ...]], at: int) -> bool:
        """Whether one of `verbs` stands whole at raw word `at`."""
        lowered = self._lowered
        return any(tuple(lowered[at + 1 : at + 1 + len(rest)]) == rest for rest in verbs.get(lowered[at], ()))

    def _is_plural_life(self, at: int) -> bool:
        """Whether a verb of the life of several clauses stands at raw word `at`, with nothing behind it that would make it an act."""
        if self._lowered[at - 1] in ("to", "then") or not self._is(_PLURAL, at):
            return False
        following = self._lowered[at + 1]
        return self._lowered[at] not in _OBJECTLESS or not following[:1].isalpha() or following in _BEHIND_OBJECTLESS

    def _is_modal(self, at: int) -> bool:
        word = self._lowered[at]
        return word in _MODALS or (word in _OF_TWO_WORDS and self._lowered[at + 1] in _OF_TWO_WORDS[word])
