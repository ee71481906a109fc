from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from clausekit.diagnostics import Course, Diagnostic, Label, Proof, Rule, Severity, Told
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


PROOF = Proof(
    "shown", ("response", "neutrality"), Course("2026-06-01", (Told("2027-01-10", "armed attack by Russia on Ukraine"),), "2027-02-10"), ("It happens.",)
)


@pytest.mark.parametrize("proof", [PROOF, PROOF._replace(witness=None), Proof("undecided")], ids=["shown", "without a course of events", "undecided"])
def test_a_proof_is_told_in_full(proof):
    value = rendered(found(SYLDAVIA, UNKNOWN._replace(proof=proof)))
    assert VALIDATOR.is_valid(value)
    told = value["diagnostics"][0]["proof"]
    assert (told["verdict"], told["core"], told["story"]) == (proof.verdict, list(proof.core), list(proof.story))
    assert ("witness" in told) == (proof.witness is not None)


def test_the_schema_sees_what_is_no_proof():
    value = rendered(found(SYLDAVIA, UNKNOWN._replace(proof=PROOF)))
    told = value["diagnostics"][0]["proof"]
    told["verdict"] = "perhaps"
    assert not VALIDATOR.is_valid(value)
    told["verdict"], told["kernel"] = "shown", []
    assert not VALIDATOR.is_valid(value)


def test_what_was_not_proved_has_no_proof():
    assert "proof" not in rendered(found(SYLDAVIA, UNKNOWN))["diagnostics"][0]
