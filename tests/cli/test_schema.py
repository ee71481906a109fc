"""`clausekit schema`: what other programs may rely on."""

from __future__ import annotations

import json

import jsonschema
import pytest


@pytest.mark.parametrize(("asked", "title"), [([], "Treaty"), (["--of", "treaty"], "Treaty"), (["--of", "diagnostics"], "clausekit diagnostics")])
def test_a_schema_is_one(asked, title, program):
    printed = program("schema", *asked)
    assert (printed.status, printed.err) == (0, "")
    schema = json.loads(printed.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == title
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
