"""What can be wrong with an Akoma Ntoso document, each fault with its code; and faults → diagnostics, each with its place in the file.

The codes begin with AK: they speak of files of exchange, where those with CK speak of clause files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.drafting.akn.markup import Element, tag
from clausekit.source import Source, Span

UNREADABLE = Rule("AK101", "unreadable-xml", Severity.ERROR)
NO_AKOMA_NTOSO = Rule("AK102", "no-akoma-ntoso", Severity.ERROR)
UNKNOWN_PART = Rule("AK103", "unknown-part", Severity.WARNING)
TOO_MANY = Rule("AK105", "too-many-faults", Severity.ERROR)
NOT_VALID = Rule("AK104", "not-valid", Severity.ERROR)
DANGLING = Rule("AK201", "dangling-reference", Severity.ERROR)
UNDECLARED = Rule("AK202", "undeclared-reference", Severity.ERROR)
WRONG_KIND = Rule("AK203", "wrong-kind-of-reference", Severity.ERROR)
DECLARED_TWICE = Rule("AK204", "declared-twice", Severity.WARNING)
IDENTIFIER_FORM = Rule("AK301", "identifier-form", Severity.ERROR)
IDENTIFIER_PLACE = Rule("AK302", "identifier-place", Severity.ERROR)
IDENTIFIER_NUMBER = Rule("AK303", "identifier-number", Severity.ERROR)
IDENTIFIER_OF_WORK = Rule("AK304", "identifier-of-work", Severity.ERROR)
LANGUAGE_CODE = Rule("AK401", "language-code", Severity.ERROR)
COUNTRY_CODE = Rule("AK402", "country-code", Severity.ERROR)
ADDRESS = Rule("AK403", "address-mismatch", Severity.ERROR)
ADDRESS_DATE = Rule("AK404", "date-mismatch", Severity.ERROR)
EVENT_ORDER = Rule("AK501", "events-out-of-order", Severity.ERROR)
SIGNED_BY_NOBODY = Rule("AK601", "signature-of-nobody", Severity.ERROR)
NOT_SIGNED = Rule("AK602", "party-without-signature", Severity.WARNING)
SAME_NUMBER = Rule("AK701", "duplicate-number", Severity.ERROR)
NUMBER_ORDER = Rule("AK702", "number-out-of-order", Severity.WARNING)
EMPTY_PART = Rule("AK703", "empty-part", Severity.ERROR)
LANGUAGES_DIFFER = Rule("AK801", "languages-differ", Severity.ERROR)

RULES = (
    UNREADABLE, NO_AKOMA_NTOSO, UNKNOWN_PART, NOT_VALID, TOO_MANY, DANGLING, UNDECLARED, WRONG_KIND, DECLARED_TWICE, IDENTIFIER_FORM, IDENTIFIER_PLACE,
    IDENTIFIER_NUMBER, IDENTIFIER_OF_WORK, LANGUAGE_CODE, COUNTRY_CODE, ADDRESS, ADDRESS_DATE, EVENT_ORDER, SIGNED_BY_NOBODY, NOT_SIGNED,
    SAME_NUMBER, NUMBER_ORDER, EMPTY_PART, LANGUAGES_DIFFER,
)  # fmt: skip


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
