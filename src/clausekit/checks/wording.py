"""What checks share when they speak: places, lists of names, suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausekit.diagnostics import Edit, Fix, Label
from clausekit.model.clauses import Clause
from clausekit.model.part import Part
from clausekit.model.treaty import Division
from clausekit.source import Source, Span

# More names than this in one message are no help; the rest are counted.
MOST_NAMED = 5


def at(part: Part, message: str = "") -> Label:
    """A place in the text: where `part` stands, and what is to be seen there."""
    return Label(part.span, message)


def heading(source: Source | None, division: Division, message: str = "") -> Label:
    """The heading of a division: its first line, without what stands under it."""
    span = division.span
    if source is None or span is None:
        return Label(span, message)
    line = source.text.find("\n", span.start, span.end)
    inside = [part.span.start for part in (*division.clauses[:1], *division.divisions[:1]) if part.span]
    end = min([span.end, *inside, *([line] if line > 0 else [])])
    return Label(Span(span.start, span.start + len(source.text[span.start : end].rstrip())), message)


def label_of(source: Source | None, clause: Clause, message: str = "") -> Label:
    """The label of a provision, or the whole of it where it has none."""
    return Label((found_in(source, clause.span, clause.label) if clause.label else None) or clause.span, message)


def listed(names: Iterable[str], conjunction: str = "and") -> str:
    """`A`, `A and B`, `A, B and 3 others`."""
    all_names = list(names)
    shown = all_names if len(all_names) <= MOST_NAMED else [*all_names[: MOST_NAMED - 1], f"{len(all_names) - MOST_NAMED + 1} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {conjunction} {shown[-1]}" if shown else ""


def respelled(source: Source | None, parts: Iterable[Part], written: str, meant: str) -> Fix | None:
    """The fix that writes `meant` for `written` wherever one of `parts` has it; None when the text is not there to be edited."""
    edits = []
    for part in parts:
        place = found_in(source, part.span, written)
        if place is not None:
            edits.append(Edit(place, meant))
    return Fix(f"replace with `{meant}`", tuple(dict.fromkeys(edits)), "meaning") if edits else None


def found_in(source: Source | None, within: Span | None, written: str) -> Span | None:
    """Where some words first stand within a part of the text, whatever their case and spacing."""
    if source is None or within is None:
        return None
    words = r"\s+".join(re.escape(word) for word in written.split())
    found = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE).search(source.text, within.start, within.end)
    return Span(*found.span()) if found else None
