"""A run of words that could be read as an act → the word that shows it is none, but what becomes of a treaty or a clause.

`The Convention shall enter into force` would bind the Convention to enter into force; `if breach, the annexes cease` would be a duty to "the annexes cease".
"""

from __future__ import annotations

from clausekit.syntax.words import RawWords

_MODALS = frozenset("shall must may should will not never".split())
# What becomes of a treaty or a clause: with a modal before it, it would be read as somebody's duty to do it.
_LIVES = tuple(
    words.split()
    for words in (
        "enter into force", "come into force", "take effect", "remain in force", "count as", "prevail over", "survive", "lapse", "expire", "be deemed",
        "be considered a", "be considered an", "be considered as", "be regarded as", "be treated as",
        "constitute a breach", "constitute a violation", "constitute a material", "constitute a serious", "constitute an act", "constitute an armed",
        "constitute an attack", "constitute aggression", "amount",
    )
)  # fmt: skip
# The same, of what is itself a treaty or a part of one.
_LIVES_OF_TEXTS = tuple(
    words.split() for words in ("apply", "cease", "be renewed", "be extended", "be open", "be suspended", "be terminated", "be adopted", "be applied")
)
_TEXTS = frozenset("treaty agreement convention protocol memorandum charter pact covenant statute annex annexes article clause amendments adjustments".split())
# Behind a subject in the plural these are no acts.
_PLURAL_LIVES = (["cease"], ["apply"], ["lapse"], ["resume"], ["survive"], ["apply", "again"], ["enter", "into", "force"], ["take", "effect"])
# Nor are these, though they take an object as acts do: a subject that begins as no act does shows it.
_RELATING = frozenset("replace supersede incorporate implement".split())
_BEFORE_BARE_ACTS = frozenset({"then", ",", "which"})
# A vote is no act either: `failing which a majority of the Parties`.
_VOTES = (["a", "majority"], ["a", "simple", "majority"], ["consensus"], ["unanimity"], ["two", "thirds"], ["three", "quarters"])
# The first word of each is enough: treaties have more names with `force` in them than with `enter`.
SUSPECT = {"majority", "consensus", "unanimity", "thirds", "quarters"} | _RELATING | {words[0] for words in (*_LIVES, *_LIVES_OF_TEXTS, *_PLURAL_LIVES)}


def life(raw: RawWords, at: int, after: int) -> int:
    """The raw word, from `at` up to but not including `after`, at which a run of words says what becomes of a treaty or a clause; or -1."""
    lowered = raw.lowered
    before = lowered[at - 1] if at else ""
    if before in _MODALS:
        back = at - 2 if lowered[at - 2] not in _MODALS else at - 3
        lives = (*_LIVES, *_LIVES_OF_TEXTS) if lowered[back] in _TEXTS else _LIVES
        return at if any(lowered[at : at + len(words)] == words for words in lives) else -1
    if before not in _BEFORE_BARE_ACTS:
        return -1
    if any(lowered[at : at + len(words)] == words for words in _VOTES):
        return at
    if lowered[after - 1 : after + 2] == ["remain", "in", "force"]:
        return after - 1 if after - 1 > at else -1
    if lowered[at] == "the" and lowered[after - 1] in _RELATING:
        return after - 1
    return next((after - len(words) for words in _PLURAL_LIVES if after - len(words) > at and lowered[after - len(words) : after] == words), -1)
