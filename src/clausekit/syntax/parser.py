"""Source → Document: the text read sentence by sentence, with a diagnostic for each sentence that could not be."""

from __future__ import annotations

from functools import cache

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.source import Source, Span
from clausekit.syntax import characters, rules, tables
from clausekit.syntax.builders import BUILDERS
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.machine import HEADING_WORDS, UNCLOSED, Fault, Machine
from clausekit.syntax.nodes import Document, HeadingNode, ItemNode, UnreadNode
from clausekit.syntax.words import RawWords, cut, is_plain

# A person mends a few dozen mistakes at a time; a file with more is not a clause file, and listing on would only cost time.
MOST_MISTAKES = 500
# The longest treaties ever made have some two million characters. A text five times as long is something else, and would fill the memory.
LONGEST_TEXT = 10_000_000
# What begins a sentence or declaration, even on the line of a heading.
_BEGINNINGS = HARD | HEADING_WORDS | frozenset("recital text treaty no that upon whenever".split())


def parse(source: Source) -> tuple[Document, list[Diagnostic]]:
    """Read a clause file.

    What could be read is in the document, in order; each sentence that could not be has one diagnostic and is kept as it is written, and reading goes on
    at the next. Never raises for any text. Diagnostics stand in the order of the text.
    """
    if len(source.text) > LONGEST_TEXT:
        message = f"the text has {len(source.text):,} characters, and clausekit reads {LONGEST_TEXT:,} at most"
        return Document((), ()), [report(rules.UNREADABLE_FILE, message, Label(Span(0, 0)), help="split it into several files")]
    text, found = characters.readable(source.text, MOST_MISTAKES)
    raw = cut(text)
    mixed = characters.mixed_alphabets(raw, MOST_MISTAKES)
    found += mixed.values()
    unread: list[UnreadNode] = []
    items = _items(raw, found, mixed, unread)
    if len(found) > 1:
        found.sort(key=lambda finding: finding.span or Span(0, 0))
    return Document(tuple(items), tuple(raw.comments), tuple(unread)), found


@cache
def machine() -> Machine:
    """The reader of the installed grammar, made once."""
    return Machine(tables.load(), BUILDERS)


def _items(raw: RawWords, found: list[Diagnostic], explained: dict[int, Diagnostic], unread: list[UnreadNode]) -> list[ItemNode]:
    """The sentences and headings that could be read. Of what could not be, `unread` keeps the sentences; it is added to `found`, unless explained already."""
    reader = machine()
    items: list[ItemNode] = []
    at = 0
    while raw.texts[at]:
        outcome = reader.item(raw, at)
        if not isinstance(outcome, Fault):
            item, at = outcome
            items.append(item)
            if type(item) is HeadingNode and _runs_on(item, raw, at):
                found.append(_open_heading(raw, at))
                at = raw.next_line(at)
            continue
        if len(found) >= MOST_MISTAKES:
            here = Label(Span(raw.starts[at], raw.starts[at]), "reading stopped here")
            message = f"more than {MOST_MISTAKES} sentences could not be read"
            found.append(report(rules.TOO_MANY_MISTAKES, message, here, help="mend the first ones and run again"))
            break
        begin, at = at, _mend(reader, outcome, raw, at, found, explained)
        if at > begin:
            from clausekit.syntax.unread import sentence  # as with mistakes, most files have none

            kept = sentence(raw, begin, at, len(items))
            unread += [kept] if kept is not None else []
    return items


def _runs_on(heading: HeadingNode, raw: RawWords, at: int) -> bool:
    """Whether words that might be the title of a heading without one stand behind it on its line, at raw word `at`."""
    if heading.title is not None or heading.kind == "preamble" or raw.texts[at - 1] == "." or raw.begins_line(at):
        return False
    return is_plain(raw.lowered[at]) and raw.lowered[at] not in _BEGINNINGS and not raw.label_end(at)


def _open_heading(raw: RawWords, at: int) -> Diagnostic:
    label = Label(Span(raw.starts[at], raw.ends[at]), "title, or first sentence?")
    help_ = 'put the title in quotation marks, `article 5 "Definitions"`, or begin the first sentence on a line of its own'
    return report(rules.UNFINISHED_HEADING, "it is open where this heading ends", label, help=help_)


def _mend(reader: Machine, fault: Fault, raw: RawWords, begin: int, found: list[Diagnostic], explained: dict[int, Diagnostic]) -> int:
    """Add what to say about a fault to `found`; the raw word to go on at."""
    from clausekit.syntax import mistakes, recovery  # the table of mistakes is loaded by the first mistake

    if fault.found == UNCLOSED:
        explained[fault.word] = mistakes.unclosed(raw, fault.word)
        found.append(explained[fault.word])
        raw.close_quotation(fault.word)
        return begin
    after = recovery.next_sentence(reader, fault, raw, begin)
    for at in range(fault.word + 1, after):
        if raw.is_unclosed(at) and len(found) < MOST_MISTAKES:
            explained[at] = mistakes.unclosed(raw, at)
            found.append(explained[at])
    if not any(at in explained for at in range(begin, fault.word + 1)):
        found.append(mistakes.explain(reader, fault, raw, begin))
    return after
