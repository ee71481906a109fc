"""Diagnostics → words and drawings for a terminal: what is wrong, every place involved, and the next step.

Reads as well in a file or a pipe as on a screen, and without colours as with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.diagnostics import Diagnostic, Label, Severity
from clausekit.report import excerpt
from clausekit.report.findings import FileFindings, counted, outcome
from clausekit.report.ink import PLAIN, Ink, Role
from clausekit.report.legible import columns, visible, wrap
from clausekit.source import Source, Span

WIDTH = 80
# Below this nothing can be drawn that a person could read.
LEAST_WIDTH = 40
# How far the further rows of a paragraph stand from its first word.
_HANGING = 2
# Nobody reads on after so many; drawing a hundred thousand would take longer than finding them.
MOST_DRAWN = 1_000

_Found = tuple[FileFindings, Diagnostic]
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_ROLES: dict[Severity, Role] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(findings: Sequence[FileFindings], *, colour: bool = False, width: int = WIDTH) -> str:
    """The diagnostics of every file, and a last line that counts them. No line is wider than `width` columns, but for the name of a file.

    Of more than `MOST_DRAWN`, the gravest are drawn, and the rest is counted.
    """
    ink = Ink(colour=colour)
    found = [(file, diagnostic) for file in findings for diagnostic in file.in_order()]
    blocks = [draw(file, diagnostic, ink, width) for file, diagnostic in _gravest(found)]
    if len(found) > len(blocks):
        left_out = f"{len(found) - len(blocks):,} more, none graver than these, are left out; `--format json` lists them all."
        blocks.append("\n".join(wrap(left_out, max(width, LEAST_WIDTH))))
    return "\n\n".join([*blocks, _last_line(findings, ink)]) + "\n"


def _gravest(found: list[_Found]) -> list[_Found]:
    """As many as are drawn, in their order."""
    if len(found) <= MOST_DRAWN:
        return found
    by_gravity = sorted(range(len(found)), key=lambda index: _GRAVITY.index(found[index][1].severity))
    return [found[index] for index in sorted(by_gravity[:MOST_DRAWN])]


def draw(file: FileFindings, diagnostic: Diagnostic, ink: Ink = PLAIN, width: int = WIDTH) -> str:
    """One diagnostic of `file`, without a line end."""
    width = max(width, LEAST_WIDTH)
    role = _ROLES[diagnostic.severity]
    drawings = by_file(file, diagnostic)
    margin = max([2, *(excerpt.number_width(source, [span for span, _ in labels]) for _, source, labels in drawings)])
    rows = [*_header(diagnostic, role, ink, width), *_place(file, diagnostic, margin, ink, width)]
    for number, (name, source, labels) in enumerate(drawings):
        if number:
            position = source.position(labels[0][0].start)
            rows.append(ink("frame", " " * (margin - 1) + "::: ") + f"{visible(name)}:{position.line}:{position.column}")
        rows += excerpt.draw(source, labels, role, ink, width, has_primary=number == 0)
    rows += _proof(diagnostic, margin, ink, width)
    for title, words in _notes(file, diagnostic):
        rows += _note(title, words, margin, ink, width)
    return "\n".join(rows)


def by_file(file: FileFindings, diagnostic: Diagnostic) -> list[tuple[str, Source, list[tuple[Span, str]]]]:
    """The labels that can be drawn, file by file, beginning with the file of the first label."""
    found: dict[str, tuple[str, Source, list[tuple[Span, str]]]] = {}
    for label in diagnostic.labels:
        source, span, name = file.source_of(label), file.span(label), file.name_of(label)
        if source is not None and span is not None:
            found.setdefault(name, (name, source, []))[2].append((span, label.message))
    return list(found.values())


def _header(diagnostic: Diagnostic, role: Role, ink: Ink, width: int) -> list[str]:
    title = f"{_WORDS[diagnostic.severity]}[{visible(diagnostic.code)}]"
    indent = len(title) + 2
    first, *others = wrap(diagnostic.message, width - indent) or [""]
    return [f"{ink(role, title)}: {ink('strong', first)}".rstrip(), *(" " * indent + ink("strong", row) for row in others)]


def _place(file: FileFindings, diagnostic: Diagnostic, margin: int, ink: Ink, width: int) -> list[str]:
    """Where it is: in the file, and in the treaty."""
    arrow = " " * (margin - 1) + "--> "
    first = diagnostic.labels[0] if diagnostic.labels else Label(None)
    place = visible(file.name_of(first))
    found = file.range(first)
    if found is not None:
        place = f"{place}:{found.start.line}:{found.start.column}"
    row = ink("frame", arrow) + place
    citation = wrap(f"({diagnostic.citation})", width - len(arrow)) if diagnostic.citation.strip() else []
    if len(citation) == 1 and len(arrow) + columns(place) + 2 + columns(citation[0]) <= width:
        return [f"{row}  {citation[0]}"]
    return [row, *(" " * len(arrow) + words for words in citation)]


def _notes(file: FileFindings, diagnostic: Diagnostic) -> list[tuple[str, str]]:
    """What is said below the drawing: what could not be drawn, the next step, the fix."""
    spoken = [("note", label.message) for label in diagnostic.labels if file.span(label) is None]
    is_drawn = any(file.span(label) is not None for label in diagnostic.labels)
    clauses = [] if is_drawn else [clause for clause in diagnostic.clauses if clause != diagnostic.citation]
    return [*spoken, ("see", ", ".join(clauses)), ("help", diagnostic.help), ("fix", _edit(diagnostic))]


def _edit(diagnostic: Diagnostic) -> str:
    """What an edit would do, if that is not the next step that is told already."""
    said = diagnostic.fix.message if diagnostic.fix is not None else ""
    return "" if diagnostic.help.startswith(said) else said


def _proof(diagnostic: Diagnostic, margin: int, ink: Ink, width: int) -> list[str]:
    """How a finding was proved: step by step, and by what happens, each in a paragraph of its own."""
    proof = diagnostic.proof
    if proof is None:
        return []
    rows: list[str] = []
    for title, paragraphs in (("step by step", proof.steps), ("shown by", proof.story)):
        if paragraphs:
            rows.append(ink("frame", " " * margin + f" = {title}:"))
            rows += [
                " " * (margin + 3 + (_HANGING if number else 0)) + row
                for each in paragraphs
                for number, row in enumerate(wrap(each, width - margin - 3 - _HANGING))
            ]
    return rows


def _note(title: str, words: str, margin: int, ink: Ink, width: int) -> list[str]:
    """A line such as `= help: …`, its further rows under its first word, lines of its own kept; nothing if there are no words."""
    lead = " " * margin + f" = {title}: "
    rows = [row for line in words.split("\n") for row in wrap(line, width - len(lead))]
    return [(ink("frame", lead) if index == 0 else " " * len(lead)) + row for index, row in enumerate(rows)]


def _last_line(findings: Sequence[FileFindings], ink: Ink) -> str:
    if not findings:
        return "no file was checked"
    if len(findings) == 1:
        place = visible(findings[0].name)
    else:
        concerned = sum(1 for file in findings if file.diagnostics)
        among = counted(len(findings), "file")
        place = among if concerned in {0, len(findings)} else f"{concerned} of {among}"
    return ink("strong", outcome(findings, place))
