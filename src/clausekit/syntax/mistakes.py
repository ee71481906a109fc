"""Where reading stopped → what to say about it, in words a drafter can act on.

The words come from `grammars/mistakes.toml`, a table of real mistakes. What is not in the table is answered from what the grammar could
have taken at that place.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from clausekit import resources
from clausekit.diagnostics import Diagnostic, Label, Rule, report
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span
from clausekit.syntax import recovery, rules
from clausekit.syntax.characters import shown
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.machine import ENTANGLED, LONG_NAME, Fault, Machine
from clausekit.syntax.words import QUOTATION_MARKS, RawWords, cut

_MODALS = frozenset({"shall", "must", "may", "should", "will"})
# What a terminal is called where it could have stood, most helpful first. Terminals that share words are named once.
_WANTED = (
    ("a modal such as `shall` or `may`", ("MODAL",)),
    ("an act", ("_IMMEDIATELY",)),
    ("a name", ("WORD",)),
    ("a number", ("NUMBER", "NUMERAL")),
    ("a date such as `2027-01-01`", ("DATE",)),
    ("a text in quotation marks", ("STRING",)),
    ("a unit of time such as `days`", ("UNIT",)),
    ("a lettered point such as `(a)`", ("MARK",)),
    ("`then` or a comma", ("_THEN", "_BARE_THEN", "_CLOSING_COMMA")),
    ("`means`", ("_MEANS",)),
    ("a role such as `to Ukraine`", ("TO",)),
    ("a deadline such as `within 30 days`", ("_WITHIN",)),
    ("a condition such as `if breach`", ("IF",)),
    ("a cross-reference such as `article 5`", ("_ARTICLE",)),
    ("a full stop", ("_DOT",)),
)
# How much text around a character decides what it is there for: `and/or`, `01/02/2027`.
_AROUND = 24
# How far a sentence is looked at for what it is about.
_MOST_BEFORE, _MOST_BEHIND = 600, 60


class Mistake(NamedTuple):
    """One entry of the table: what it says, and the examples whose place and kind of word it stands for.

    With `first_words`, it is meant only for sentences that begin with one of them. With `stopped_by`, it is meant for these words or characters wherever
    they stand; with `around`, only where that pattern is found about the place; with `sentence`, only where that pattern is found in the sentence.
    """

    code: str
    message: str
    help: str
    examples: tuple[str, ...]
    first_words: tuple[str, ...] = ()
    stopped_by: tuple[str, ...] = ()
    around: str = ""
    sentence: str = ""

    @property
    def narrow(self) -> bool:
        """Whether it is meant for some sentences only, and so comes before those that are meant for all."""
        return bool(self.first_words or self.around or self.sentence)


class Marks(NamedTuple):
    """The table made ready for one machine: entries by the state and the kind of word where their examples stop, and entries by word."""

    places: dict[tuple[int, str], list[Mistake]]
    words: dict[str, list[Mistake]]


def explain(machine: Machine, fault: Fault, raw: RawWords, begin: int) -> Diagnostic:
    """The diagnostic for an item that begins at raw word `begin` and could not be read."""
    found = raw.texts[fault.word]
    place = _span(raw, fault.word)
    if found in QUOTATION_MARKS:
        return unclosed(raw, fault.word)
    if fault.found == LONG_NAME:
        return report(
            rules.UNREADABLE_SENTENCE,
            "a name of more than a thousand characters is no name",
            Label(Span(place.start, place.start), "begins here"),
            help="a modal, a comma or a full stop seems to be missing in it",
        )
    if fault.found == ENTANGLED:
        help_ = "declare a measure for a part of it, and name that; or check whether a full stop is missing"
        return report(rules.UNREADABLE_SENTENCE, "too much stands in one another here to be followed", Label(place, "entangled"), help=help_)
    unended = recovery.unended_before(machine, fault, raw, begin)
    if unended:
        return report(
            rules.MISSING_FULL_STOP,
            "the sentence before this line is not ended",
            Label(_span(raw, unended), "a new sentence seems to begin here"),
            Label(_span(raw, unended - 1), "a full stop is missing after this"),
            help="end every sentence with a full stop",
        )
    if fault.word < recovery.hand_numbering(raw, begin):
        known: Mistake | None = _numbered()
        found, place = raw.texts[begin], _span(raw, begin)
    else:
        known = _known(marks(machine), fault, raw, begin)
    if known is not None:
        word = shown(found) or "the end of the file"
        return report(_rule(known.code), known.message.replace("{found}", word), Label(place), help=known.help.replace("{found}", word))
    if found and not found[0].isalnum() and found not in (".", ",", ";", ":") and found[0] not in QUOTATION_MARKS and len(found) == 1:
        help_ = "take it out, or put the text it belongs to in quotation marks"
        return report(rules.STRAY_CHARACTER, f"`{shown(found)}` has no meaning here", Label(place, "not part of the language"), help=help_)
    if fault.found in _MODALS and "MODAL" not in machine.expected(fault):
        return report(rules.TWO_MODALS, f"`{found}` cannot stand here", Label(place), help="one statement has one modal, after its bearer")
    what = f"`{shown(found)}` cannot stand here" if found else "the file ends in the middle of a sentence"
    return report(rules.UNREADABLE_SENTENCE, what, Label(place), help=_expected(machine, fault))


def unclosed(raw: RawWords, at: int) -> Diagnostic:
    """The diagnostic for a quotation mark without its partner, at raw word `at`."""
    label = Label(Span(raw.starts[at], raw.starts[at] + 1), "its partner is missing on this line")
    help_ = 'put `"` at the beginning and at the end of the text'
    return report(rules.UNCLOSED_QUOTATION, "this quotation is not closed where it should be", label, help=help_)


@cache
def table() -> tuple[Mistake, ...]:
    """The table of mistakes, as shipped beside the grammar."""
    entries = tomllib.loads((resources.folder("grammars") / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
    return tuple(
        Mistake(
            entry["code"],
            entry["message"],
            entry["help"],
            tuple(entry["examples"]),
            tuple(entry.get("first_words", ())),
            tuple(entry.get("stopped_by", ())),
            entry.get("around", ""),
            entry.get("sentence", ""),
        )
        for entry in entries
    )


@cache
def marks(machine: Machine) -> Marks:
    """Where each example stops, worked out once for a machine. Entries for some sentences only come before those for all."""
    made = Marks({}, {})
    for mistake in sorted(table(), key=lambda entry: not entry.narrow):
        for word in mistake.stopped_by:
            made.words.setdefault(word, []).append(mistake)
        for example in () if mistake.stopped_by and not (mistake.sentence or mistake.first_words) else mistake.examples:
            stopped = first_fault(machine, example)
            if stopped is not None:
                entries = made.places.setdefault((stopped.state, _kind(stopped)), [])
                if mistake not in entries:
                    entries.append(mistake)
    return made


def first_fault(machine: Machine, text: str) -> Fault | None:
    """Where the reading of `text` first stops, if it does."""
    raw = cut(text)
    at = 0
    while raw.texts[at]:
        outcome = machine.item(raw, at)
        if isinstance(outcome, Fault):
            return outcome
        at = outcome[1]
    return None


def _numbered() -> Mistake:
    return next(mistake for mistake in table() if mistake.code == rules.HAND_NUMBERED_PARAGRAPH.name)


def _known(made: Marks, fault: Fault, raw: RawWords, begin: int) -> Mistake | None:
    at = fault.word
    around = raw.text[max(0, raw.starts[at] - _AROUND) : raw.starts[at] + _AROUND]
    labelled = raw.label_end(begin)
    if labelled and not raw.is_translated(begin, labelled):
        begin = labelled + 1
    by_place = made.places.get((fault.state, _kind(fault)), [])
    by_word: list[Mistake] = [*made.words.get(fault.found, ()), *made.words.get(raw.lowered[at], ())]
    for mistake in sorted((*by_place, *by_word), key=lambda entry: not entry.narrow):
        if mistake.first_words and raw.lowered[begin] not in mistake.first_words:
            continue
        if mistake.around and not re.search(mistake.around, around, re.IGNORECASE):
            continue
        if mistake.sentence and not re.search(mistake.sentence, _sentence(raw, begin, at), re.IGNORECASE):
            continue
        return mistake
    return None


def _sentence(raw: RawWords, begin: int, at: int) -> str:
    """The sentence that begins at raw word `begin`, from not too far before raw word `at` to not too far behind it."""
    after = next((word for word in range(at, min(at + _MOST_BEHIND, len(raw.texts))) if raw.texts[word] in (".", "")), at)
    return raw.text[max(raw.starts[begin], raw.starts[at] - _MOST_BEFORE) : raw.ends[after]]


def _kind(fault: Fault) -> str:
    return "MODAL" if fault.found in _MODALS else fault.found


def _rule(name: str) -> Rule:
    return next(rule for rule in rules.SYNTAX_RULES if rule.name == name)


def _span(raw: RawWords, at: int) -> Span:
    return Span(raw.starts[at], raw.ends[at])


def _expected(machine: Machine, fault: Fault) -> str:
    expected = machine.expected(fault)
    wanted = [words for words, terminals in _WANTED if any(name in expected for name in terminals)]
    if not wanted:
        return "take it out, or look at the examples in the language reference"
    listed = wanted[0] if len(wanted) == 1 else ", ".join(wanted[:-1]) + " or " + wanted[-1]
    hint = " (a reserved word cannot be part of a name)" if fault.found in HARD and "WORD" in expected else ""
    return f"expected here: {listed}{hint}"
