"""What is wrong with an Akoma Ntoso document → diagnostics, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.diagnostics import Diagnostic, Label, Rule, report
from clausekit.drafting.akn.markup import Element, tag
from clausekit.source import Source, Span

# In a well-formed document, these are all places where a `<` can stand; a `>` may stand in the value of an attribute.
_TAGS = re.compile(r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<opening><[^/!?][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)""", re.DOTALL)


class Fault(NamedTuple):
    """One thing that is wrong: its rule, what it is, at which element (None for the file as a whole), what to do, and what is to be seen at the place."""

    rule: Rule
    message: str
    element: Element | None
    help: str
    seen: str = ""


class Places:
    """Where the elements of one document stand in its text."""

    def __init__(self, source: Source) -> None:
        """`source` is the text that was read."""
        self.source = source

    def diagnostics(self, root: Element, faults: list[Fault]) -> tuple[Diagnostic, ...]:
        """The faults of a document, each with its place: its opening tag, and the identifier of the part that it lies in."""
        wanted = {fault.element: Span(0, 0) for fault in faults if fault.element is not None}
        if wanted:
            for element, opening in zip(root.iter("*"), self._openings(), strict=False):
                if element in wanted:
                    wanted[element] = Span(opening.start(), opening.end())
        return tuple(_placed(fault, wanted.get(fault.element) if fault.element is not None else None) for fault in faults)

    def on_line(self, line: int) -> Span | None:
        """The words of a line, counted from 1."""
        lines = self.source.text.split("\n", line)
        if not 0 < line <= len(lines):
            return None
        start = sum(len(each) + 1 for each in lines[: line - 1])
        text = lines[line - 1]
        return Span(start + len(text) - len(text.lstrip()), start + max(len(text.rstrip()), len(text) - len(text.lstrip())))

    def _openings(self) -> Iterator[re.Match[str]]:
        """Every opening tag, in the order of the elements."""
        return (found for found in _TAGS.finditer(self.source.text) if found["opening"])


def _placed(fault: Fault, span: Span | None) -> Diagnostic:
    found = report(fault.rule, fault.message, Label(span, fault.seen), help=fault.help)
    return found._replace(citation=nearest(fault.element))


def nearest(element: Element | None) -> str:
    """The identifier of the part that an element is or lies in; empty outside all of them."""
    while element is not None:
        if element.get("eId"):
            return str(element.get("eId"))
        element = element.getparent()
    return ""


def named(element: Element) -> str:
    """How a message calls an element: `<article>`."""
    return f"`<{tag(element).rpartition('}')[2]}>`"
