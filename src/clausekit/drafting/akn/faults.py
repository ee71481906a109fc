"""What can be wrong with an Akoma Ntoso document, each fault with its code; and faults → diagnostics, each with its place in the file.

The codes begin with AK: they speak of files of exchange, where those with CK speak of clause files.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.drafting.akn.markup import Element, tag
from clausekit.source import Source, Span

UNREADABLE = Rule("AK101", "unreadable-xml", Severity.ERROR)
NO_AKOMA_NTOSO = Rule("AK102", "no-akoma-ntoso", Severity.ERROR)
UNKNOWN_PART = Rule("AK103", "unknown-part", Severity.WARNING)
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
    UNREADABLE, NO_AKOMA_NTOSO, UNKNOWN_PART, NOT_VALID, DANGLING, UNDECLARED, WRONG_KIND, DECLARED_TWICE, IDENTIFIER_FORM, IDENTIFIER_PLACE,
    IDENTIFIER_NUMBER, IDENTIFIER_OF_WORK, LANGUAGE_CODE, COUNTRY_CODE, ADDRESS, ADDRESS_DATE, EVENT_ORDER, SIGNED_BY_NOBODY, NOT_SIGNED,
    SAME_NUMBER, NUMBER_ORDER, EMPTY_PART, LANGUAGES_DIFFER,
)  # fmt: skip


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
        self._lines = [0, *(at + 1 for at, character in enumerate(source.text) if character == "\n"), len(source.text) + 1]

    def diagnostic(self, fault: Fault) -> Diagnostic:
        """The fault with its place: its line, and the identifier of the part that it lies in."""
        span = self._span(fault.element) if fault.element is not None else None
        found = report(fault.rule, fault.message, Label(span, fault.seen), help=fault.help)
        return found._replace(citation=nearest(fault.element))

    def on_line(self, line: int) -> Span | None:
        """The words of a line, counted from 1."""
        if not 0 < line < len(self._lines):
            return None
        start, end = self._lines[line - 1], self._lines[line] - 1
        text = self.source.text[start:end]
        return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip())) if text.strip() else Span(start, start)

    def _span(self, element: Element) -> Span | None:
        """The opening tag of an element: on its line, the one with the same name and identifier."""
        line = self.on_line(cast("int | None", element.sourceline) or 0)
        if line is None:
            return None
        text = self.source.text[line.start : line.end]
        opening = "<" + tag(element).rpartition("}")[2]
        identifier = element.get("eId")
        at = text.find(f'{opening} eId="{identifier}"') if identifier else -1
        at = at if at >= 0 else text.find(opening)
        if at < 0:
            return line
        end = text.find(">", at)
        return Span(line.start + at, line.start + (end + 1 if end >= 0 else len(text)))


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
