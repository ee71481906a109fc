"""Source → Document: the text read sentence by sentence, with a diagnostic for each sentence that could not be."""

from __future__ import annotations

from functools import cache

from clausekit.diagnostics import Diagnostic, Label, report
from clausekit.source import Source, Span
from clausekit.syntax import mistakes, rules, tables
from clausekit.syntax.build_clauses import CLAUSE_BUILDERS
from clausekit.syntax.build_slots import SLOT_BUILDERS
from clausekit.syntax.machine import Fault, Machine, label_end
from clausekit.syntax.nodes import Document, ItemNode
from clausekit.syntax.words import RawWords, cut

# A person mends a few dozen mistakes at a time; a file with more is not a clause file, and listing on would only cost time.
MOST_MISTAKES = 500


def parse(source: Source) -> tuple[Document, list[Diagnostic]]:
    """Read a clause file.

    What could be read is in the document, in order; each sentence that could not be has one diagnostic, and reading goes on at the next. Never raises
    for any text.
    """
    raw = cut(source.text)
    reader = machine()
    items: list[ItemNode] = []
    found: list[Diagnostic] = []
    at = 0
    while raw.texts[at]:
        outcome = reader.item(raw, source.text, at)
        if not isinstance(outcome, Fault):
            item, at = outcome
            items.append(item)
            continue
        found.append(mistakes.explain(reader, outcome, raw, source.text, at))
        at = _next_sentence(reader, raw, source.text, at, outcome.word)
        if len(found) >= MOST_MISTAKES and raw.texts[at]:
            here = Label(Span(raw.starts[at], raw.starts[at]), "reading stopped here")
            found.append(report(rules.TOO_MANY_MISTAKES, f"more than {MOST_MISTAKES} sentences could not be read", here, help="mend the first ones and run again"))
            break
    return Document(tuple(items), tuple(raw.comments)), found


@cache
def machine() -> Machine:
    """The reader of the installed grammar, made once."""
    return Machine(tables.load(), {**SLOT_BUILDERS, **CLAUSE_BUILDERS})


def _next_sentence(reader: Machine, raw: RawWords, text: str, begin: int, stopped: int) -> int:
    """Where to go on after a sentence that stopped at raw word `stopped`: after its full stop, or at a heading or label that begins a line."""
    at = max(stopped, begin)
    while raw.texts[at]:
        if raw.texts[at] == ".":
            return at + 1
        if at > begin and (reader.opens_heading(raw, text, at) or raw.begins_line(at, text) and label_end(raw, at)):
            return at
        at += 1
    return at
