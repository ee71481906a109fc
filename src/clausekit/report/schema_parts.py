"""The parts of JSON Schemas → those that `clausekit schema` prints: each field with what it means."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def object_of(description: str, required: Schema, optional: Schema | None = None) -> Schema:
    """An object with these fields, and no others."""
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(description: str, items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "description": description, "items": items}


def text_of(description: str) -> Schema:
    """A text."""
    return {"type": "string", "description": description}


def count_of(description: str) -> Schema:
    """A number of things."""
    return {"type": "integer", "minimum": 0, "description": description}


def or_null(reference: str, description: str) -> Schema:
    """What a reference says, or null."""
    return {"anyOf": [{"$ref": reference}, {"type": "null"}], "description": description}


def date_of(description: str) -> Schema:
    """A day."""
    return {"type": "string", "format": "date", "description": description}


def date_or_null(description: str) -> Schema:
    """A day, or null."""
    return {"type": ["string", "null"], "format": "date", "description": description}


def names_of(description: str) -> Schema:
    """A list of names."""
    return list_of(description, {"type": "string"})


def dated_names(description: str) -> Schema:
    """Names, each with a day."""
    return {"type": "object", "description": description, "additionalProperties": {"type": "string", "format": "date"}}
