"""A sentence that could not be read → where the next one begins, so that one mistake hides no other."""

from __future__ import annotations

from clausekit.syntax.doubts import ABBREVIATED, begins_declaration
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.machine import ENTANGLED, LONG_NAME, UNCLOSED, Fault, Machine
from clausekit.syntax.words import RawWords

# A label has a few words; further back, the line above a colon has nothing to do with it.
_LONGEST_LABEL = 12
_QUOTING = frozenset({"recital", "text", "treaty", "use", "translation"})
_ROMAN = frozenset("ivxlc")
# Openings: behind an unended sentence, one is taken for its last condition until its comma comes.
_OPENING = frozenset("If When Whenever While Upon Unless Within After Before Until By Subject Notwithstanding Without At In As".split())
_CLOSED = frozenset(')"”')
_ENDING = frozenset("?!…")
_CLOSING = frozenset("])}’”»")
_BULLETS = frozenset("-–—•*·▪◦●○■□‣>§")


def next_sentence(machine: Machine, fault: Fault, raw: RawWords, begin: int) -> int:
    """The raw word at which to go on after the fault of an item that began at raw word `begin`; always a later one."""
    numbered = hand_numbering(raw, begin)
    if numbered and fault.word < numbered:
        return numbered
    begun = unended_before(machine, fault, raw, begin)
    if begun:
        return begun
    if fault.found in _ENDING:
        return fault.word + 1
    if fault.found == ";" and raw.texts[fault.word + 1][:1].isalpha():
        return fault.word + 1
    abbreviated = raw.lowered[fault.word] in ABBREVIATED and raw.texts[fault.word + 1] == "."
    return _after_full_stop(machine, raw, begin, fault.word + 2 if abbreviated else fault.word)


def hand_numbering(raw: RawWords, begin: int) -> int:
    """The raw word after a number, letter or bullet set by hand before a sentence, or 0: `1.`, `(a)`, `a)`, `ii.`, `•`."""
    first, second = raw.texts[begin], raw.texts[begin + 1 : begin + 2]
    after = begin + 1
    if first[:1].isdigit():
        after += second in (["."], [")"])
    elif len(first) == 1 or _ROMAN.issuperset(first.lower()):
        if first.isalpha():
            if second not in (["."], [")"]):
                return 0
            after += 1
        elif first not in _BULLETS:
            return 0
    elif first[0] != "(":
        return 0
    return after if raw.texts[after][:1].isalpha() and not raw.begins_line(after) else 0


def unended_before(machine: Machine, fault: Fault, raw: RawWords, begin: int) -> int:
    """The raw word at which a new sentence seems to begin while the one before lacks its full stop, or 0.

    Layout means nothing to the language, but a line that begins with a capital, a label or a declaration is a strong hint once reading has stopped.
    """
    at = fault.word
    if at <= begin or fault.found in (ENTANGLED, LONG_NAME, UNCLOSED):
        return 0
    if begins_declaration(raw, at, begin) or raw.begins_paragraph(at):
        return at
    if raw.begins_line(at) and (raw.texts[at][:1].isupper() or raw.label_end(at) or raw.lowered[at] in _QUOTING) and "_DOT" in machine.expected(fault):
        return at
    if fault.found == "STRING" and raw.lowered[at - 1] in _QUOTING and raw.begins_line(at - 1) and at - 1 > begin:
        return at - 1
    if fault.found == ":":
        return next((back for back in _back_from(at, begin) if raw.begins_line(back) and raw.label_end(back) == at), 0)
    if raw.lowered[at] in HARD or raw.lowered[at] == "," or raw.lowered[at].startswith("guarantee"):
        for back in _back_from(at, begin):
            if raw.begins_line(back):
                begun = raw.texts[back] in _OPENING if raw.lowered[at] == "," else raw.texts[back][:1].isupper()
                before = raw.texts[back - 1][-1:]
                return back if begun and (before.isalnum() or before in _CLOSED) else 0
    return 0


def _back_from(at: int, begin: int) -> range:
    return range(at - 1, max(begin, at - 1 - _LONGEST_LABEL), -1)


def _after_full_stop(machine: Machine, raw: RawWords, begin: int, at: int) -> int:
    """After the next full stop; or at a heading, at a label or declaration that begins a line, or after an empty line."""
    texts = raw.texts
    at = max(at, begin)
    while texts[at]:
        if texts[at] == "." and (raw.starts[at + 1] > raw.ends[at] or texts[at + 1] in _CLOSING):
            return at + 2 if texts[at + 1] in _CLOSING else at + 1
        if at > begin:
            if machine.opens_heading(raw, at):
                return at
            if raw.begins_line(at) and (raw.begins_paragraph(at) or raw.label_end(at) or begins_declaration(raw, at, begin)):
                return at
        at += 1
    return at
