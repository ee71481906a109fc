"""The JSON of diagnostics → its JSON Schema (draft 2020-12): what each field means, for whoever reads it."""

from __future__ import annotations

from clausekit.diagnostics import Severity
from clausekit.report.json_format import VERSION
from clausekit.report.schema_parts import Schema, count_of, date_of, list_of, object_of, or_null, text_of


def schema() -> Schema:
    """The JSON Schema of what `json_format.render` writes, ready for `json.dumps`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "clausekit diagnostics",
        **object_of(
            "What was found in the clause files that were checked.",
            {
                "version": {"const": VERSION, "description": "The version of this format; it changes only when a reader would have to."},
                "files": list_of("The files that were checked, as they were named, in that order.", {"type": "string"}),
                "diagnostics": list_of("Every finding: by file, then from top to bottom.", {"$ref": "#/$defs/diagnostic"}),
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
    return object_of(
        "One finding.",
        {
            "code": text_of("Its code, such as CK201. `clausekit explain CK201` shows the page of the check."),
            "name": text_of("The name of the check, such as unknown-party."),
            "severity": {
                "enum": [str(severity) for severity in Severity],
                "description": "error: a draft is refused; warning: asks for a decision; info: worth knowing.",
            },
            "message": text_of("What is wrong, in a sentence."),
            "file": text_of("The file it is in, as it was named."),
            "range": or_null("#/$defs/range", "Where it is; null if it has no place in a text."),
            "label": text_of("What is to be seen at that place; may be empty."),
            "citation": text_of('The provision it is in, such as "Article 5, paragraph 1"; empty if in none.'),
            "clauses": list_of("Labels or citations of every sentence involved, sorted.", {"type": "string"}),
            "related": list_of("The other places involved.", {"$ref": "#/$defs/related"}),
            "help": text_of("The next step, in a sentence; may be empty."),
            "fix": or_null("#/$defs/fix", "A change that would settle it; null if there is none to offer."),
        },
        {"proof": {"$ref": "#/$defs/proof"}},
    )


def _summary() -> Schema:
    return object_of(
        "How much was found.",
        {
            "files": count_of("How many files were checked."),
            "errors": count_of("How many findings are errors."),
            "warnings": count_of("How many findings are warnings."),
            "infos": count_of("How many findings are for information."),
        },
    )


def _position() -> Schema:
    number: Schema = {"type": "integer", "minimum": 1}
    return object_of(
        "A place in a text.",
        {
            "line": {**number, "description": "The line, from 1."},
            "column": {**number, "description": "The column in the line, from 1, in Unicode code points."},
        },
    )


def _range() -> Schema:
    position = {"$ref": "#/$defs/position"}
    return object_of(
        "A stretch of a text.", {"start": {**position, "description": "Its first place."}, "end": {**position, "description": "The place just after it."}}
    )


def _related() -> Schema:
    return object_of(
        "Another place involved in a finding.",
        {
            "message": text_of("What is to be seen there; may be empty."),
            "file": text_of("The file it is in, as it was named."),
            "range": or_null("#/$defs/range", "Where it is; null if it has no place in a text."),
        },
    )


def _fix() -> Schema:
    edit = object_of(
        "Replace a stretch of the finding's file; an empty stretch inserts.",
        {"range": {"$ref": "#/$defs/range"}, "text": text_of("What is to stand there.")},
    )
    return object_of(
        "A change that would settle a finding.",
        {
            "message": text_of("What it does, in words."),
            "applicability": {
                "enum": ["layout", "meaning"],
                "description": "layout: it changes no obligation; meaning: it may, and is never applied unasked.",
            },
            "edits": list_of("The edits that make it up, all to be made at once.", edit),
        },
    )


def _proof() -> Schema:
    event = object_of(
        "Something that happens; a line of an event log.",
        {
            "on": text_of("Its day, as 2027-01-10; or its day and hour, as 2027-01-10T14:00."),
            "event": text_of("What happens, in the words of the clause language."),
        },
    )
    witness = object_of(
        "A course of events that shows it. `clausekit simulate FILE --events LOG --in-force DATE --until DATE` plays it, with one event a line in LOG.",
        {
            "entry_into_force": date_of("When the treaty enters into force in it."),
            "events": list_of("What happens, in order of time.", event),
            "until": date_of("Until when it is to be played, so that the flaw is seen."),
        },
        {"seen": text_of("The day on which the flaw shows, with its hour where it is not the first.")},
    )
    return object_of(
        "For a proved finding: how it was shown.",
        {
            "verdict": {"enum": ["shown", "refuted", "undecided"], "description": "undecided: the time or the effort allowed was not enough."},
            "core": list_of("The clauses that together are enough to show it, each of them needed.", {"type": "string"}),
            "steps": list_of("The sum or the circle that shows it, step by step, in words.", {"type": "string"}),
            "story": list_of("What happens, told in prose.", {"type": "string"}),
        },
        {"witness": witness},
    )
