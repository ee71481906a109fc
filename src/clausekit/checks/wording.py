"""What checks share when they speak: places, lists of names, suggestions."""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.diagnostics import Edit, Fix, Label
from clausekit.model.part import Part
from clausekit.source import Span

# More names than this in one message are no help; the rest are counted.
MOST_NAMED = 5


def at(part: Part, message: str = "") -> Label:
    """A place in the text: where `part` stands, and what is to be seen there."""
    return Label(part.span, message)


def listed(names: Iterable[str], conjunction: str = "and") -> str:
    """`A`, `A and B`, `A, B and 3 others`."""
    all_names = list(names)
    shown = all_names if len(all_names) <= MOST_NAMED else [*all_names[: MOST_NAMED - 1], f"{len(all_names) - MOST_NAMED + 1} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {conjunction} {shown[-1]}" if shown else ""


def spelled_as(text: str | None, written: str, span: Span | None, meant: str) -> Fix | None:
    """The fix that replaces a misspelt name by the one meant, when it can be found in the text."""
    if text is None or span is None:
        return None
    within = text[span.start : span.end]
    found = within.lower().find(written.lower())
    if found < 0:
        return None
    start = span.start + found
    return Fix(f"replace with `{meant}`", (Edit(Span(start, start + len(written)), meant),), "meaning")
