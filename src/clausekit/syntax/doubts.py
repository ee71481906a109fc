"""A run of words that could be read as a name → the word that shows it is none.

Names are ordinary words, so nearly any words could be one. What is caught here would otherwise be misread in silence: `shall deploy more than 100 troops`
as deploying "more than", `shall take no measures` as a duty to take them.
"""

from __future__ import annotations

from clausekit.syntax.hard_words import HARD
from clausekit.syntax.words import RawWords

# They open a slot, or say what the language says otherwise; a name holds them further in, if at all.
NEVER_FIRST = frozenset(
    "more of as on in with for between upon at during throughout pending without notwithstanding subject provided pursuant according despite where whereas"
    " once which who whose because although so than only either both no including excluding".split()
)
NEVER_LAST = frozenset("than the an at only its their into about approximately".split())
_BEFORE_NUMBERS = frozenset(
    "exceeding below above over under nearly almost roughly around circa some article articles paragraph paragraphs clause part section chapter".split()
)
_TIMES = frozenset(f"{unit}{plural}" for unit in ("hour", "day", "week", "month", "year") for plural in ("", "s"))
_BEFORE_THAT = frozenset(
    "ensure ensures agree agrees declare declares confirm confirms determine decide provide recognise recognize acknowledge undertake".split()
)
_DECLARING_ACTS = frozenset("action event status measure".split())
_DECLARING = _DECLARING_ACTS | frozenset("party guarantor state signatory organ group body zone term class instrument rule".split())
_CITING = frozenset("clause clauses article articles annex part =".split())  # a parameter may stand for a clause
_ABBREVIATED = frozenset("art arts no nos para paras subpara sec ch cf vs etc incl approx max min dept gen st mr mrs dr prof".split())
# Words that belong together and open a slot. Where they stand out of place, the rest of the sentence is not what it seems.
_FIXED = {
    "at": ("all times", "the request of", "the same time as", "any time"),
    "as": ("soon as possible", "determined by", "alleged by", "it deems necessary", "they deem necessary"),
    "in": (
        "consultation with",
        "favour of",
        "favor of",
        "the event of",
        "case of",
        "accordance with",
        "the opinion of",
        "its opinion",
        "its view",
        "so far as",
        "force",
    ),
    "on": ("behalf of",),
    "with": ("the consent of", "a statement of", "effect from"),
    "for": ("the sole purpose of", "each occurrence"),
    "where": ("possible",),
    "provided": ("that",),
    "subject": ("to",),
    "without": ("prejudice to",),
    "failing": ("which",),
    "immediately": ("",),
    "notwithstanding": ("",),
}
FIXED_WORDS = {first: [rest.split() for rest in rests] for first, rests in _FIXED.items()}
_MODALS = frozenset("shall must may should will not never".split())
# What becomes of a treaty or a clause: with a modal before it, it would be read as somebody's duty to do it.
_LIVES = tuple(
    words.split()
    for words in (
        "enter into force", "come into force", "take effect", "remain in force", "count as", "prevail over", "survive", "lapse", "expire", "be deemed",
        "be considered a", "be considered an", "be considered as", "be regarded as", "be treated as",
    )
)  # fmt: skip
# The same, of what is itself a treaty or a part of one.
_LIVES_OF_TEXTS = tuple(
    words.split() for words in ("apply", "cease", "be renewed", "be extended", "be open", "be suspended", "be terminated", "be adopted", "be applied")
)
_TEXTS = frozenset("treaty agreement convention protocol memorandum charter pact covenant statute annex annexes article clause amendments adjustments".split())
# The plural of these is no act: `if breach, the annexes cease`.
_PLURAL_LIVES = (["cease"], ["apply"], ["lapse"], ["resume"], ["survive"], ["apply", "again"], ["enter", "into", "force"], ["take", "effect"])
_BEFORE_BARE_ACTS = frozenset({"then", ",", "which"})
# Verbs that would take an object behind them: only a subject that begins as no act does shows what they are.
_RELATING_PLURALS = frozenset("replace supersede incorporate implement".split())
_BEFORE_INCLUDED = frozenset({"including", "having"})
_ABLE = frozenset("right able ready willing entitled".split())
_ROLE_WORDS = frozenset("to against on in from with for between by".split())
# They stand behind their verb. At the end of a role they would be a part of whose name it holds.
_ADVERBS = frozenset(
    "peacefully promptly fully freely directly regularly effectively forthwith together annually temporarily permanently voluntarily gradually periodically"
    " accordingly separately simultaneously".split()
)
_PARTS = frozenset("third thirds quarter quarters fifth fifths".split())
_NUMERALS = frozenset("one two three four five six seven eight nine ten".split())
_JOINED_FRACTIONS = frozenset("one-half one-third two-thirds one-quarter one-fourth three-quarters three-fourths three-fifths four-fifths".split())
# A run on one line without any of these, and with a last word that names may have, raises no doubt: nearly all do.
SUSPECT = (
    _BEFORE_NUMBERS
    | _TIMES
    | _ABBREVIATED
    | _JOINED_FRACTIONS
    | _RELATING_PLURALS
    | _ABLE
    | _PARTS
    | _NUMERALS
    | _ADVERBS
    | set(_FIXED)
    | {word for words in (*_LIVES, *_LIVES_OF_TEXTS, *_PLURAL_LIVES) for word in (words[0], words[-1])}
    | {"that", "no", "acting", "date", "day"}
)


def doubtful_word(raw: RawWords, begin: int, at: int, after: int) -> int:
    """The raw word that shows that those from `at` up to but not including `after`, in a sentence that began at `begin`, are no name; or -1."""
    lowered = raw.lowered
    if lowered[after - 1] in NEVER_LAST and (lowered[after] in HARD or lowered[after] in _BEFORE_INCLUDED or not lowered[after][:1].isalpha()):
        return after - 1
    run = lowered[at:after]
    if run[0] in _TIMES and _is_length_of_time(raw, at):
        return at
    living = _life(raw, at, after)
    if living >= 0:
        return living
    if not cites(raw, at):
        broken = next((inner for inner in range(at, after) if _breaks_off(raw, begin, at, inner)), -1)
        if broken >= 0:
            return broken
    out_of_place = run[-1] in _ADVERBS and len(run) > 1 and lowered[at - 1] in _ROLE_WORDS
    return after - 1 if out_of_place or _is_cut_short(run, lowered[after]) else -1


def cites(raw: RawWords, at: int) -> bool:
    """Whether the name that begins at raw word `at` is that of a clause or heading: a label may hold nearly any word."""
    return at > 0 and raw.lowered[at - 1] in _CITING


def begins_declaration(raw: RawWords, at: int, begin: int) -> bool:
    """Whether a declaration seems to begin at raw word `at`, within a sentence that began at `begin` and lacks its full stop.

    Layout means nothing, and these are words that a name may hold. So they must begin a line, stand no further in than the sentence, and go on as a
    declaration does.
    """
    word = raw.texts[at]
    if word not in _DECLARING or not raw.begins_line(at) or raw.column(at) > raw.column(begin):
        return False
    return word in _DECLARING_ACTS or raw.texts[at + 1][:1].isupper()


def _breaks_off(raw: RawWords, begin: int, at: int, inner: int) -> bool:
    """Whether raw word `inner` cannot belong to the name that begins at raw word `at`."""
    lowered = raw.lowered
    word = lowered[inner]
    if word == "no" or word in _JOINED_FRACTIONS or any(lowered[inner + 1 : inner + 1 + len(rest)] == rest for rest in FIXED_WORDS.get(word, ())):
        return True
    if word == "that" and inner > begin and (lowered[inner - 1] in _BEFORE_THAT or lowered[begin] == "group"):
        return True
    if word == "the" and (lowered[inner + 1 : inner + 3] in (["date", "of"], ["day", "of"]) or lowered[inner + 2] == "day"):
        return True
    if word in _PARTS and lowered[inner - 1] in _NUMERALS and lowered[inner + 1] != "rule":
        return True
    if word in _NUMERALS and inner == at and lowered[at - 1] == "as" and lowered[at - 2] in ("count", "counts"):
        return True
    return inner > at and (begins_declaration(raw, inner, begin) or raw.begins_paragraph(inner))


def _life(raw: RawWords, at: int, after: int) -> int:
    """The raw word in a run at which it says what becomes of a treaty or a clause, where somebody's act should stand; or -1."""
    lowered = raw.lowered
    before = lowered[at - 1] if at else ""
    if before in _MODALS:
        back = at - 2 if lowered[at - 2] not in _MODALS else at - 3
        lives = (*_LIVES, *_LIVES_OF_TEXTS) if lowered[back] in _TEXTS else _LIVES
        return at if any(lowered[at : at + len(words)] == words for words in lives) else -1
    if before not in _BEFORE_BARE_ACTS:
        return -1
    if lowered[after - 1 : after + 2] == ["remain", "in", "force"]:
        return after - 1 if after - 1 > at else -1
    if lowered[at] == "the" and lowered[after - 1] in _RELATING_PLURALS:
        return after - 1
    return next((after - len(words) for words in _PLURAL_LIVES if after - len(words) > at and lowered[after - len(words) : after] == words), -1)


def _is_cut_short(run: list[str], follower: str) -> bool:
    """Whether what follows a run of words shows that its last word belongs to it: `article 5`, `about 100`, `Art. 5`, `be obliged to`."""
    if follower == ".":
        return run[-1] in _ABBREVIATED
    if follower == "by":
        return run[-1] == "acting"
    if follower == "to":
        return len(run) > 1 and (run[0] == "be" or run[-1] in _ABLE)
    return follower[:1].isdigit() and run[-1] in _BEFORE_NUMBERS


def _is_length_of_time(raw: RawWords, at: int) -> bool:
    """Whether the unit of time at raw word `at` follows a number that is no quantity: `consult 30 days before`, `for at least 10 years`."""
    back = at - 1
    if not raw.lowered[back][:1].isdigit():
        return False
    while raw.lowered[back - 1] in ("at", "least", "most", "exactly", "up", "to") or raw.lowered[back - 1][:1].isdigit():
        back -= 1
    return back == 0 or raw.lowered[back - 1] != "of"
