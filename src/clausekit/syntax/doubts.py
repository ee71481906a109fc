"""A run of words that could be read as a name → the word that shows it is none.

Names are ordinary words, so nearly any words could be one. What is caught here would otherwise be misread in silence: `shall deploy more than 100 troops`
as deploying "more than", `shall take no measures` as a duty to take them.
"""

from __future__ import annotations

from clausekit.syntax import doubts_amounts, doubts_life
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.words import RawWords

# They open a slot, or say what the language says otherwise; a name holds them further in, if at all.
NEVER_FIRST = frozenset(
    "more of as on in with for between upon at during throughout pending without notwithstanding subject provided pursuant according despite where whereas"
    " once which who whose because although so than only either both no including excluding clause clauses".split()
)
NEVER_LAST = frozenset("than the an at only its their into about approximately".split())
_BEFORE_NUMBERS = frozenset(
    "exceeding below above over under nearly almost roughly around circa some article articles paragraph paragraphs clause part section chapter".split()
)
_BEFORE_THAT = frozenset(
    "ensure ensures agree agrees declare declares confirm confirms determine decide provide recognise recognize acknowledge undertake".split()
)
_DECLARING_ACTS = frozenset("action event status measure".split())
DECLARING = _DECLARING_ACTS | frozenset("party guarantor state signatory organ group body zone term class instrument rule parameter".split())
_CITING = frozenset("clause clauses article articles annex part =".split())  # a parameter may stand for a clause
ABBREVIATED = frozenset("art arts no nos para paras subpara sec ch cf vs etc incl approx max min dept gen st mr mrs dr prof".split())
# Words that belong together and open a slot. Where they stand out of place, the rest of the sentence is not what it seems.
_FIXED = {
    "at": ("all times", "the request of", "the same time as", "any time", "the latest"),
    "as": (
        "soon as possible",
        "soon as practicable",
        "soon as feasible",
        "soon as reasonably",
        "early as possible",
        "determined by",
        "alleged by",
        "it deems necessary",
        "they deem necessary",
    ),
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
_COMPARED = frozenset({"later", "earlier"})
_BEFORE_INCLUDED = frozenset({"including", "having"})
_CITED = frozenset("treaty agreement convention memorandum protocol charter article".split())
_TELLING = frozenset({"that", "which", "who"})
_ABLE = frozenset("right able ready willing entitled".split())
_ROLE_WORDS = frozenset("to against on in from with for between by".split())
# They stand behind their verb. At the end of a role they would be a part of whose name it holds.
_ADVERBS = frozenset(
    "peacefully promptly fully freely directly regularly effectively forthwith together annually temporarily permanently voluntarily gradually periodically"
    " accordingly separately simultaneously".split()
)
# A run on one line without any of these, and with a last word that names may have, raises no doubt: nearly all do.
SUSPECT = (
    _BEFORE_NUMBERS
    | ABBREVIATED
    | _ABLE
    | _ADVERBS
    | set(_FIXED)
    | doubts_amounts.SUSPECT
    | doubts_life.SUSPECT
    | _COMPARED
    | {"that", "which", "who", "no", "acting", "this"}
)


def doubtful_word(raw: RawWords, begin: int, at: int, after: int) -> int:
    """The raw word that shows that those from `at` up to but not including `after`, in a sentence that began at `begin`, are no name; or -1."""
    lowered = raw.lowered
    if lowered[after - 1] in NEVER_LAST and (lowered[after] in HARD or lowered[after] in _BEFORE_INCLUDED or not lowered[after][:1].isalpha()):
        return after - 1
    run = lowered[at:after]
    if run[0] in doubts_amounts.TIMES and doubts_amounts.is_length_of_time(lowered, at):
        return at
    living = doubts_life.life(raw, at, after)
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
    if word not in DECLARING or not raw.begins_line(at) or raw.column(at) > raw.column(begin):
        return False
    return word in _DECLARING_ACTS or raw.texts[at + 1][:1].isupper()


def _breaks_off(raw: RawWords, begin: int, at: int, inner: int) -> bool:
    """Whether raw word `inner` cannot belong to the name that begins at raw word `at`."""
    lowered = raw.lowered
    word = lowered[inner]
    if word == "no" or any(lowered[inner + 1 : inner + 1 + len(rest)] == rest for rest in FIXED_WORDS.get(word, ())):
        return True
    if inner > begin and word in _TELLING and (lowered[begin] == "group" or (word == "that" and lowered[inner - 1] in _BEFORE_THAT)):
        return True
    if doubts_amounts.holds_amount(lowered, at, inner) or (word == "per" and lowered[begin] == "measure"):
        return True
    if word in _COMPARED and lowered[inner + 1] == "of" and lowered[inner - 1] == "the":
        return True
    if inner == at:
        return word == "this" and lowered[at + 1] in _CITED
    return begins_declaration(raw, inner, begin) or raw.begins_paragraph(inner)


def _is_cut_short(run: list[str], follower: str) -> bool:
    """Whether what follows a run of words shows that its last word belongs to it: `article 5`, `about 100`, `Art. 5`, `be obliged to`."""
    if follower == ".":
        return run[-1] in ABBREVIATED
    if follower == "by":
        return run[-1] == "acting"
    if follower == "to":
        return run[-1] == "up" or (len(run) > 1 and (run[0] == "be" or run[-1] in _ABLE))
    return follower[:1].isdigit() and run[-1] in _BEFORE_NUMBERS
