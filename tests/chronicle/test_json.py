"""A timeline as JSON: what its schema says, and everything that was recorded."""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest

import clausekit
from clausekit.chronicle import json_schema
from tests.chronicle.courses import TREATY, markup, raid
from tests.docs.pages import ROOT

SCHEMA = json_schema.timeline()


def data_of(simulation) -> dict:
    data = json.loads(simulation.render("json"))
    jsonschema.validate(data, SCHEMA, format_checker=jsonschema.FormatChecker())
    return data


@pytest.mark.parametrize("schema", [json_schema.timeline, json_schema.tests, json_schema.duties, json_schema.status])
def test_a_schema_is_one_and_every_field_says_what_it_means(schema):
    jsonschema.Draft202012Validator.check_schema(schema())
    bare = [path for path, field in fields(schema()) if "$ref" not in field and not field.get("description")]
    assert bare == []


def fields(schema: dict, path: str = ""):
    for name, field in schema.get("properties", {}).items():
        yield f"{path}.{name}", field
        yield from fields(field, f"{path}.{name}")
        if isinstance(field.get("items"), dict):
            yield from fields(field["items"], f"{path}.{name}[]")
    for name, part in schema.get("$defs", {}).items():
        yield from fields(part, name)


@pytest.mark.parametrize("course", [raid, markup])
def test_everything_that_was_recorded_is_there(course):
    data = data_of(course())
    lines = course().lines()
    assert [(each["on"], each.get("hour", ""), each["kind"], each["text"]) for each in data["records"]] == [
        (line.on.isoformat(), line.hour, line.kind, line.text) for line in lines
    ]
    assert [each["number"] for each in data["instances"]] == list(range(len(data["instances"])))
    assert data["until"] == lines[-1].on.isoformat() or data["until"] > lines[-1].on.isoformat()


def test_records_name_their_instances():
    data = data_of(raid())
    numbered = {each["number"]: each for each in data["instances"]}
    violated = [each for each in data["records"] if each["kind"] == "violated" and each["clause"] == "help"]
    assert [each["who"] for each in violated] == [["Dorn"], ["Elgar"]]
    for record in violated:
        instance = numbered[record["instance"]]
        assert instance["bearers"] == record["who"]
        assert instance["variables"] == {"victim": "Brena"}
        assert (instance["opened"], instance["closes"]) == ("2026-03-10", "2026-03-20")


@pytest.mark.parametrize("file", sorted((ROOT / "examples").rglob("*.clause")), ids=lambda path: path.stem)
def test_every_example_fits_the_schema(file):
    reading = clausekit.read(file)
    if reading.record is None:
        assert reading.has_parameters
        return
    data_of(clausekit.simulate(reading, in_force="2026-01-01", until="2027-01-01"))
    for scenario in reading.record.scenarios:
        data_of(clausekit.simulate(reading, scenario=scenario.name))


def test_what_provisions_are_concerned_is_named():
    stopped = raid().after("2026-03-26", "suspension of article 2 by Dorn").after("2026-04-02", "resumption of article 2 by Dorn")
    ends = [each for each in data_of(stopped)["records"] if each["kind"] == "provision ends"]
    assert {tuple(each["provisions"]) for each in ends} == {("Article 2 (passage)",)}


def test_the_status_fits_its_schema():
    jsonschema.Draft202012Validator.check_schema(json_schema.status())
    for treaty, log in (("paris", "paris"), ("ctbt", "ctbt"), ("ottawa", "ottawa"), ("north-atlantic", "north-atlantic")):
        events = [json.loads(line) for line in (ROOT / "examples" / "histories" / f"{log}.jsonl").read_text(encoding="utf-8").splitlines()]
        simulation = clausekit.simulate(clausekit.read(ROOT / "examples" / "treaties" / f"{treaty}.clause"), events=events)
        for day in (events[0]["on"], events[len(events) // 2]["on"], events[-1]["on"], "2050-01-01"):
            standing = simulation.standing(day)
            data = json.loads(standing.render("json"))
            jsonschema.validate(data, json_schema.status(), format_checker=jsonschema.FormatChecker())
            assert date.fromisoformat(data["on"]) == date.fromisoformat(day)
            assert list(data["consented"]) == list(standing.consented)
    left = clausekit.simulate(clausekit.parse(TREATY), scenario="A raid").standing("2026-07-30")
    data = json.loads(left.render("json"))
    jsonschema.validate(data, json_schema.status())
    assert data["left"] == {"Corva": "2026-07-06"}
    assert list(data["in_force_for"]) == ["Alba", "Brena", "Dorn", "Elgar"]
