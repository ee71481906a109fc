"""Diagnostics → a page for a browser: each finding with its place, its sentences, its proof, and a picture of the course of events that shows it.

One file without anything from elsewhere, which can be read without colours and printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from clausekit.diagnostics import Diagnostic, Severity
from clausekit.report import excerpt
from clausekit.report.findings import FileFindings, outcome
from clausekit.report.ink import PLAIN, Role
from clausekit.report.legible import visible
from clausekit.report.text import by_file

Picture = Callable[[FileFindings, Diagnostic], str]
"""The course of events behind a finding as an SVG picture; empty where there is none."""
# How wide the excerpts of the text are, in columns.
_COLUMNS = 100
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROLES: dict[Severity, Role] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 74rem; margin: 2rem auto; padding: 0 1rem; color: #111827; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 0 0 .3rem; } h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
section { border-top: 1px solid #d1d5db; padding: 1.2rem 0; }
pre { font: 13px/1.45 ui-monospace, monospace; overflow-x: auto; background: #f9fafb; padding: .6rem; }
figure { margin: .6rem 0; overflow-x: auto; } .place { color: #4b5563; }
@media print { body { margin: 0; } section { break-inside: avoid; } figure { overflow: visible; } svg { width: 100%; height: auto; } }
"""


def render(findings: Sequence[FileFindings], picture: Picture = lambda _file, _found: "") -> str:
    """The page. `picture` draws the course of events behind a finding."""
    names = ", ".join(visible(file.name) for file in findings) or "no file"
    sections = "\n".join(_section(file, found, picture(file, found)) for file in findings for found in file.in_order())
    title = escape(f"Findings in {names}")
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{escape(outcome(findings, names))}</p>\n{sections}\n</main>\n</body>\n</html>\n"
    )


def _section(file: FileFindings, found: Diagnostic, drawn: str) -> str:
    """One finding."""
    parts = [f"<h2>{_WORDS[found.severity]} {escape(visible(found.code))}: {_said(found.message)}</h2>", *_place(file, found)]
    for name, source, labels in by_file(file, found):
        rows = "\n".join(excerpt.draw(source, labels, _ROLES[found.severity], PLAIN, _COLUMNS, has_primary=name == file.name))
        parts.append(f"<pre>{escape(rows)}</pre>")
    if found.proof is not None:
        parts += _listed("Step by step", found.proof.steps, "ul")
        parts += _listed("Shown by", found.proof.story, "ol")
    if drawn:
        parts.append(f"<figure>\n{drawn}</figure>")
    parts += [f"<p><strong>{title}:</strong> {_said(said)}</p>" for title, said in _next(found) if said]
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _place(file: FileFindings, found: Diagnostic) -> list[str]:
    first = found.labels[0] if found.labels else None
    at = file.range(first) if first is not None else None
    where = f"{file.name_of(first)}:{at.start.line}:{at.start.column}" if first is not None and at is not None else file.name
    cited = f" ({found.citation})" if found.citation else ""
    return [f'<p class="place">{_said(where + cited)}</p>']


def _listed(title: str, paragraphs: Sequence[str], kind: str) -> list[str]:
    rows = "".join(f"<li>{_said(each)}</li>" for each in paragraphs)
    return [f"<h3>{title}</h3>\n<{kind}>{rows}</{kind}>"] if paragraphs else []


def _next(found: Diagnostic) -> list[tuple[str, str]]:
    return [("Next", found.help), ("Edit", found.fix.message if found.fix is not None else "")]


def _said(words: str) -> str:
    return escape(visible(words))
