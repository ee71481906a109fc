"""Diagnostics → one JSON object, for other programs. `json_schema` says what is in it, field by field.

Written in ASCII, so that it survives any terminal, pipe and encoding; half a surrogate pair, which no file can hold, becomes U+FFFD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from clausekit.diagnostics import Diagnostic, Fix, Label, Proof
from clausekit.report.findings import FileFindings, range_of, summarise
from clausekit.source import Position, Source, Span

VERSION = 1

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def render(findings: Sequence[FileFindings]) -> str:
    """The object, on several lines."""
    summary = summarise(findings)
    found = {
        "version": VERSION,
        "files": [file.name for file in findings],
        "diagnostics": [_diagnostic(file, diagnostic) for file in findings for diagnostic in file.in_order()],
        "summary": {"files": len(findings), **summary._asdict()},
    }
    return json.dumps(storable(found), indent=2) + "\n"


def storable(value: Any) -> Any:
    """`value` with every text in it such as UTF-8 can hold."""
    if isinstance(value, str):
        return value if value.isascii() else _HALF_A_PAIR.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: storable(inner) for key, inner in value.items()}
    return [storable(inner) for inner in value] if isinstance(value, list) else value


def _diagnostic(file: FileFindings, diagnostic: Diagnostic) -> dict[str, Any]:
    first = diagnostic.labels[0] if diagnostic.labels else Label(None)
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "file": file.name_of(first),
        "range": _place(file, first),
        "label": first.message,
        "citation": diagnostic.citation,
        "clauses": sorted(diagnostic.clauses),
        "related": [{"message": label.message, "file": file.name_of(label), "range": _place(file, label)} for label in diagnostic.labels[1:]],
        "help": diagnostic.help,
        "fix": _fix(file.source, diagnostic.fix),
        **({"proof": _proof(diagnostic.proof)} if diagnostic.proof is not None else {}),
    }


def _proof(proof: Proof) -> dict[str, Any]:
    found: dict[str, Any] = {"verdict": proof.verdict, "core": list(proof.core), "steps": list(proof.steps), "story": list(proof.story)}
    if proof.witness is not None:
        events = [event._asdict() for event in proof.witness.events]
        found["witness"] = {"entry_into_force": proof.witness.entry_into_force, "events": events, "until": proof.witness.until}
        found["witness"] |= {"seen": proof.witness.seen} if proof.witness.seen else {}
    return found


def _fix(source: Source | None, fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"range": _range(source, edit.span), "text": edit.text} for edit in fix.edits] if source else []
    return {"message": fix.message, "applicability": fix.applicability, "edits": edits}


def _place(file: FileFindings, label: Label) -> dict[str, Any] | None:
    found = file.range(label)
    return None if found is None else {"start": _position(found.start), "end": _position(found.end)}


def _range(source: Source, span: Span) -> dict[str, Any]:
    start, end = range_of(source, span)
    return {"start": _position(start), "end": _position(end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
