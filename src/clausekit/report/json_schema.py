"""The JSON of diagnostics → its JSON Schema (draft 2020-12): what each field means, for whoever reads it."""

from __future__ import annotations

from typing import Any

from clausekit.diagnostics import Severity
from clausekit.report.json_format import VERSION

Schema = dict[str, Any]


def schema() -> Schema:
    """The JSON Schema of what `json_format.render` writes, ready for `json.dumps`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "clausekit diagnostics",
        **_object(
            "What was found in the clause files that were checked.",
            {
                "version": {"const": VERSION, "description": "The version of this format; it changes only when a reader would have to."},
                "files": _list("The files that were checked, as they were named, in that order.", {"type": "string"}),
                "diagnostics": _list("Every finding: by file, then from top to bottom.", {"$ref": "#/$defs/diagnostic"}),
                "summary": {"$ref": "#/$defs/summary"},
            },
        ),
        "$defs": {
            "diagnostic": _diagnostic(),
            "summary": _summary(),
            "position": _position(),
            "range": _range(),
            "related": _related(),
            "fix": _fix(),
            "proof": _proof(),
        },
    }


def _diagnostic() -> Schema:
    return _object(
        "One finding.",
        {
            "code": _text("Its code, such as CK201. `clausekit explain CK201` shows the page of the check."),
            "name": _text("The name of the check, such as unknown-party."),
            "severity": {
                "enum": [str(severity) for severity in Severity],
                "description": "error: a draft is refused; warning: asks for a decision; info: worth knowing.",
            },
            "message": _text("What is wrong, in a sentence."),
            "file": _text("The file it is in, as it was named."),
            "range": _or_null("#/$defs/range", "Where it is; null if it has no place in a text."),
            "label": _text("What is to be seen at that place; may be empty."),
            "citation": _text('The provision it is in, such as "Article 5, paragraph 1"; empty if in none.'),
            "clauses": _list("Labels or citations of every sentence involved, sorted.", {"type": "string"}),
            "related": _list("The other places involved.", {"$ref": "#/$defs/related"}),
            "help": _text("The next step, in a sentence; may be empty."),
            "fix": _or_null("#/$defs/fix", "A change that would settle it; null if there is none to offer."),
        },
        {"proof": {"$ref": "#/$defs/proof"}},
    )


def _summary() -> Schema:
    return _object(
        "How much was found.",
        {
            "files": _count("How many files were checked."),
            "errors": _count("How many findings are errors."),
            "warnings": _count("How many findings are warnings."),
            "infos": _count("How many findings are for information."),
        },
    )


def _position() -> Schema:
    number: Schema = {"type": "integer", "minimum": 1}
    return _object(
        "A place in a text.",
        {
            "line": {**number, "description": "The line, from 1."},
            "column": {**number, "description": "The column in the line, from 1, in Unicode code points."},
        },
    )


def _range() -> Schema:
    position = {"$ref": "#/$defs/position"}
    return _object(
        "A stretch of a text.", {"start": {**position, "description": "Its first place."}, "end": {**position, "description": "The place just after it."}}
    )


def _related() -> Schema:
    return _object(
        "Another place involved in a finding.",
        {
            "message": _text("What is to be seen there; may be empty."),
            "file": _text("The file it is in, as it was named."),
            "range": _or_null("#/$defs/range", "Where it is; null if it has no place in a text."),
        },
    )


def _fix() -> Schema:
    edit = _object(
        "Replace a stretch of the finding's file; an empty stretch inserts.",
        {"range": {"$ref": "#/$defs/range"}, "text": _text("What is to stand there.")},
    )
    return _object(
        "A change that would settle a finding.",
        {
            "message": _text("What it does, in words."),
            "applicability": {
                "enum": ["layout", "meaning"],
                "description": "layout: it changes no obligation; meaning: it may, and is never applied unasked.",
            },
            "edits": _list("The edits that make it up, all to be made at once.", edit),
        },
    )


def _proof() -> Schema:
    event = {
        "type": "object",
        "description": "Something that happens.",
        "properties": {"on": {"type": "string", "format": "date"}, "event": {"type": "string"}},
        "required": ["on", "event"],
    }
    witness = _object(
        "A course of events that shows it; `clausekit simulate --events` plays it.",
        {
            "entry_into_force": {"type": "string", "format": "date", "description": "When the treaty enters into force in it."},
            "events": _list("What happens, in order of time.", event),
        },
    )
    return _object(
        "For a proved finding: how it was shown.",
        {
            "verdict": {"enum": ["shown", "undecided"], "description": "undecided: the time allowed was not enough."},
            "core": _list("The clauses that together are enough to show it.", {"type": "string"}),
        },
        {"witness": witness},
    )


def _object(description: str, required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(description: str, items: Schema) -> Schema:
    return {"type": "array", "description": description, "items": items}


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}


def _count(description: str) -> Schema:
    return {"type": "integer", "minimum": 0, "description": description}


def _or_null(reference: str, description: str) -> Schema:
    return {"anyOf": [{"$ref": reference}, {"type": "null"}], "description": description}
