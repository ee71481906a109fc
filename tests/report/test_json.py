from __future__ import annotations

import json
from itertools import product

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from clausekit.diagnostics import Diagnostic, Label, Rule, Severity
from clausekit.report import json_format
from clausekit.report.findings import FileFindings
from clausekit.report.json_schema import schema
from clausekit.source import Source, Span
from tests.report.cases import DRAWINGS, SYLDAVIA, UNKNOWN, found
from tests.report.strategies import findings

VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def rendered(*files: FileFindings) -> dict:
    return json.loads(json_format.render(files))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())
    json.dumps(schema())


def test_a_finding_with_everything(golden):
    golden("two-places.json", json_format.render([found(SYLDAVIA, UNKNOWN)]))


def test_files_stand_in_the_order_given_and_clauses_in_theirs():
    rule = Rule("CK304", "no-deadline", Severity.WARNING)
    twice = Diagnostic(rule, Severity.WARNING, "m", clauses=("response", "Article 2", "assistance"))
    value = rendered(FileFindings(None, "z", (twice,)), FileFindings(Source(""), "a", (twice, twice)))
    assert value["files"] == ["z", "a"]
    assert [diagnostic["file"] for diagnostic in value["diagnostics"]] == ["z", "a", "a"]
    assert value["diagnostics"][0]["clauses"] == ["Article 2", "assistance", "response"]
    assert value["summary"] == {"files": 2, "errors": 0, "warnings": 3, "infos": 0}


def test_columns_count_code_points():
    emoji = found("\U0001f91d\U0001f91d France", Diagnostic(UNKNOWN.rule, Severity.ERROR, "m", (Label(Span(3, 9)),)))
    assert rendered(emoji)["diagnostics"][0]["range"] == {"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 10}}


def test_no_file_is_an_object_too():
    assert rendered() == {"version": 1, "files": [], "diagnostics": [], "summary": {"files": 0, "errors": 0, "warnings": 0, "infos": 0}}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_case_is_valid(name):
    VALIDATOR.validate(rendered(DRAWINGS[name]))


@given(findings())
@settings(max_examples=60)
def test_any_findings_are_valid_and_plain_ascii(files):
    text = json_format.render(files)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert text.endswith("}\n")
    value = json.loads(text)
    VALIDATOR.validate(value)
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    assert len(value["diagnostics"]) == sum(len(file.diagnostics) for file in files)


def objects(part: object) -> list[dict]:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [part] * (isinstance(part, dict) and part.get("type") == "object") + [found for value in inner for found in objects(value)]


def test_every_field_is_described():
    described = [field for part in objects(schema()) for field in part["properties"].values()]
    assert len(described) > 30
    undescribed = [field for field in described if "description" not in field and "$ref" not in field]
    assert [field for field in undescribed if field.get("type") != "string"] == []


@pytest.mark.parametrize("field", ["code", "range", "clauses", "related", "fix"])
def test_the_schema_misses_a_field_that_is_gone(field):
    value = rendered(found(SYLDAVIA, UNKNOWN))
    del value["diagnostics"][0][field]
    assert not VALIDATOR.is_valid(value)


@pytest.mark.parametrize(("verdict", "known"), list(product(["shown", "perhaps"], ["core", "kernel"])))
def test_a_proof_has_its_place_in_the_schema(verdict, known):
    value = rendered(found(SYLDAVIA, UNKNOWN))
    witness = {"entry_into_force": "2026-06-01", "events": [{"on": "2027-01-10", "event": "armed attack by Russia on Ukraine", "actor": "Russia"}]}
    value["diagnostics"][0]["proof"] = {"verdict": verdict, known: ["response"], "witness": witness}
    assert VALIDATOR.is_valid(value) == (verdict == "shown" and known == "core")
