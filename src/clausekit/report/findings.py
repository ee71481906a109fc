"""Diagnostics → the same, file by file and in order, counted: what every format begins with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausekit.diagnostics import Diagnostic, Label, Severity
from clausekit.named_tuples import NamedTuple
from clausekit.source import Position, Source, Span


class FileFindings(NamedTuple):
    """What was found in one file. `source` is None when the file could not be read, or when the treaty was built without a text."""

    source: Source | None
    name: str
    diagnostics: tuple[Diagnostic, ...]

    def in_order(self) -> list[Diagnostic]:
        """The diagnostics as a person reads a file: those of the whole file first, then from top to bottom, those of one place by code.

        Those of the files it uses come last.
        """
        return sorted(self.diagnostics, key=_reading_order)

    def source_of(self, label: Label) -> Source | None:
        """The text that `label` points into: that of a file it uses, if the label says so."""
        return label.source or self.source

    def name_of(self, label: Label) -> str:
        """The name of the file that `label` points into."""
        return label.source.name if label.source else self.name

    def span(self, label: Label) -> Span | None:
        """Where `label` points in its text, moved inside the text if it is not; None when there is no text to point at."""
        source = self.source_of(label)
        return None if source is None or label.span is None else within(source, label.span)

    def range(self, label: Label) -> Range | None:
        """The lines and columns that `label` points at."""
        source = self.source_of(label)
        return None if source is None or label.span is None else range_of(source, label.span)

    def names(self) -> list[str]:
        """The name of the file, and of every file it uses that something was found in."""
        return list(dict.fromkeys([self.name, *(self.name_of(label) for found in self.diagnostics for label in found.labels)]))


class Range(NamedTuple):
    """A stretch of a text as people count it; `end` is the place just after it."""

    start: Position
    end: Position


class Summary(NamedTuple):
    """How many findings of each severity there are."""

    errors: int
    warnings: int
    infos: int

    def words(self) -> str:
        """The counts that are not zero, such as "2 errors, 1 warning"; empty if all are."""
        counts = ((self.errors, "error"), (self.warnings, "warning"), (self.infos, "note"))
        return ", ".join(counted(number, noun) for number, noun in counts if number)


def summarise(findings: Iterable[FileFindings]) -> Summary:
    """Count what was found in all the files."""
    severities = [diagnostic.severity for file in findings for diagnostic in file.diagnostics]
    return Summary(severities.count(Severity.ERROR), severities.count(Severity.WARNING), severities.count(Severity.INFO))


def exit_status(findings: Iterable[FileFindings]) -> int:
    """What `clausekit check` ends with: 1 if anything is an error, else 0. That it could not run is for the front door to say."""
    return 1 if summarise(findings).errors else 0


def range_of(source: Source, span: Span) -> Range:
    """Lines and columns of `span`, both from 1, columns in code points."""
    inside = within(source, span)
    return Range(source.position(inside.start), source.position(inside.end))


def within(source: Source, span: Span) -> Span:
    """`span`, moved inside the text of `source`: a check of another hand may point past the end, or backwards."""
    start = max(0, min(span.start, len(source.text)))
    return Span(start, max(start, min(span.end, len(source.text))))


def outcome(findings: Sequence[FileFindings], place: str) -> str:
    """One line on the whole: "2 errors, 1 warning in framework.clause", or "framework.clause: no errors, 3 notes"."""
    summary = summarise(findings)
    if summary.errors:
        return f"{summary.words()} in {place}"
    return f"{place}: no errors, {summary.words() or 'no warnings'}"


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _reading_order(diagnostic: Diagnostic) -> tuple[int, str, int, int, str, str]:
    span, source = diagnostic.span, diagnostic.labels[0].source if diagnostic.labels else None
    where = (0, "", 0, 0) if span is None else (2 if source else 1, source.name if source else "", span.start, span.end)
    return (*where, diagnostic.code, diagnostic.message)
