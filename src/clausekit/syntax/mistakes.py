"""Where reading stopped → what to say about it, in words a drafter can act on.

The words come from `grammars/mistakes.toml`, a table of real mistakes. What is not in the table is answered from what the grammar could
have taken at that place.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from clausekit import resources
from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.source import Span
from clausekit.syntax import rules
from clausekit.syntax.machine import HARD, Fault, Machine
from clausekit.syntax.words import RawWords, cut

_MODALS = frozenset({"shall", "must", "may", "should", "will"})
_SYMBOLS = frozenset("\"“”«»„()[]{}|/\\%&*+-=<>@^_`~$€£§'’‘!?…–—")
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


class Mistake(NamedTuple):
    """One entry of the table."""

    code: str
    message: str
    help: str
    examples: tuple[str, ...]


def explain(machine: Machine, fault: Fault, raw: RawWords, text: str, begin: int) -> Diagnostic:
    """The diagnostic for an item that begins at raw word `begin` and could not be read."""
    at = fault.word
    place = _span(raw, at)
    found = raw.texts[at]
    if found[:1] in '"“' and len(found) == 1 or _opens_quotation(raw, begin, at):
        opened = at if len(found) == 1 else _opens_quotation(raw, begin, at) or at
        return report(
            rules.UNCLOSED_QUOTATION,
            "this quotation is not closed where it should be",
            Label(Span(raw.starts[opened], raw.starts[opened] + 1), "opens here"),
            help='close it with `"` at the end of its text',
        )
    if len(found) == 1 and found in _SYMBOLS or not found[:1].isalnum() and found[:1] not in ".,;:(\"“" and found:
        return report(
            rules.STRAY_CHARACTER,
            f"`{found}` has no meaning here",
            Label(place, "not part of the language"),
            help="take it out, or put the text it belongs to in quotation marks",
        )
    known = _marks(machine).get((fault.state, _found_kind(fault)))
    if known is not None:
        rule = next(rule for rule in rules.SYNTAX_RULES if rule.name == known.code)
        return report(rule, known.message.replace("{found}", found or "the end of the file"), Label(place), help=known.help)
    if fault.found in _MODALS and "MODAL" not in fault.expected:
        return report(rules.TWO_MODALS, f"`{found}` cannot stand here", Label(place), help="one statement has one modal, after its bearer")
    if at > begin and raw.begins_line(at, text) and "_DOT" in fault.expected:
        return report(
            rules.MISSING_FULL_STOP,
            "the sentence before this line is not ended",
            Label(place, "a new sentence seems to begin here"),
            Label(_span(raw, at - 1), "a full stop is missing after this"),
            help="end every sentence with a full stop",
        )
    what = f"`{found}` cannot stand here" if found else "the file ends in the middle of a sentence"
    return report(rules.UNREADABLE_SENTENCE, what, Label(place), help=_expected(fault))


def _found_kind(fault: Fault) -> str:
    return "MODAL" if fault.found in _MODALS else fault.found


def _span(raw: RawWords, at: int) -> Span:
    start = raw.starts[at]
    return Span(start, start + len(raw.texts[at]))


def _opens_quotation(raw: RawWords, begin: int, at: int) -> int:
    """The raw word before `at` that looks like two quotations run together: one over several lines, with a sentence inside."""
    for index in range(max(begin, at - 2), at):
        text = raw.texts[index]
        if text[:1] in '"“' and "\n" in text and ".\n" in text.replace(" ", "").replace("\r", ""):
            return index
    return 0


def _expected(fault: Fault) -> str:
    wanted = [words for words, terminals in _WANTED if any(name in fault.expected for name in terminals)]
    if not wanted:
        return "take it out, or look at the examples in the language reference"
    listed = wanted[0] if len(wanted) == 1 else ", ".join(wanted[:-1]) + " or " + wanted[-1]
    hint = " (a reserved word cannot be part of a name)" if fault.found in HARD and "WORD" in fault.expected else ""
    return f"expected here: {listed}{hint}"


@cache
def table() -> tuple[Mistake, ...]:
    """The table of mistakes, as shipped beside the grammar."""
    entries = tomllib.loads((resources.folder("grammars") / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
    return tuple(Mistake(entry["code"], entry["message"], entry["help"], tuple(entry["examples"])) for entry in entries)


_marked: dict[int, dict[tuple[int, str], Mistake]] = {}


def _marks(machine: Machine) -> dict[tuple[int, str], Mistake]:
    """Where each example stops, worked out once for a machine."""
    marks = _marked.get(id(machine))
    if marks is None:
        marks = {}
        for mistake in table():
            for example in mistake.examples:
                stopped = first_fault(machine, example)
                if stopped is not None:
                    marks.setdefault((stopped.state, _found_kind(stopped)), mistake)
        _marked[id(machine)] = marks
    return marks


def first_fault(machine: Machine, text: str) -> Fault | None:
    """Where the reading of `text` first stops, if it does."""
    raw = cut(text)
    at = 0
    while raw.texts[at]:
        outcome = machine.item(raw, text, at)
        if isinstance(outcome, Fault):
            return outcome
        at = outcome[1]
    return None
