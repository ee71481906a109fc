"""Diagnostics → workflow commands of GitHub Actions, which show them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.diagnostics import Diagnostic, Label, Severity
from clausekit.report.findings import FileFindings, counted, outcome
from clausekit.report.legible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Sequence[FileFindings]) -> str:
    """One command a diagnostic, and a last line that counts them. That line names no file: a name could look like a command."""
    commands = [_command(file, diagnostic) for file in findings for diagnostic in file.in_order()]
    return "\n".join([*commands, outcome(findings, counted(len(findings), "file"))]) + "\n"


def _command(file: FileFindings, diagnostic: Diagnostic) -> str:
    first = diagnostic.labels[0] if diagnostic.labels else Label(None)
    properties = {"file": file.name_of(first), **_place(file, first), "title": f"{diagnostic.code} {diagnostic.name}"}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(_message(file, diagnostic))}"


def _place(file: FileFindings, label: Label) -> dict[str, str]:
    """Where it is. The runner takes columns only for an annotation that lies on one line."""
    found = file.range(label)
    if found is None:
        return {}
    start, end = found
    if start.line != end.line:
        return {"line": str(start.line), "endLine": str(end.line)}
    return {"line": str(start.line), "col": str(start.column), "endLine": str(end.line), "endColumn": str(end.column)}


def _message(file: FileFindings, diagnostic: Diagnostic) -> str:
    """What is wrong; what is to be seen at each other place, which an annotation cannot point at; the next step."""
    where = f" ({diagnostic.citation})" if diagnostic.citation else ""
    lines = [diagnostic.message + where, *(_other_place(file, label, diagnostic.labels[0]) for label in diagnostic.labels[1:]), diagnostic.help]
    return "\n".join(filter(None, lines))


def _other_place(file: FileFindings, label: Label, first: Label) -> str:
    found = file.range(label)
    if found is None or not label.message:
        return label.message
    elsewhere = "" if file.name_of(label) == file.name_of(first) else f"{file.name_of(label)}, "
    return f"{elsewhere}line {found.start.line}: {label.message}"


def _data(text: str) -> str:
    """`text` as the words of a command: its lines kept, escaped as the documentation of workflow commands asks."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    """`text` as the value of a property, where a colon and a comma mean something too."""
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
