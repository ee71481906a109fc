"""The models others build on: validated, frozen, equal by what they say, with JSON both ways and a schema that explains every field."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import clausekit
from clausekit.model import clauses as records_of_clauses
from clausekit.model.published import records
from clausekit.model.published.clauses import Prose
from clausekit.model.published.convert import published, record
from clausekit.model.published.declarations import DeclaredActor
from clausekit.model.published.treaty import Treaty
from tests.model.generate_treaties import treaties

ROOT = Path(__file__).resolve().parents[2]
CLAUSE_FILES = [
    *(ROOT / "examples").glob("*.clause"),
    *(ROOT / "examples/treaties").glob("*.clause"),
    *(ROOT / "templates/new").glob("*.clause"),
    *(ROOT / "tests/corpus").rglob("*.clause"),
]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = Treaty.model_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@settings(max_examples=20, suppress_health_check=SLOW)
@given(treaties())
def test_json_goes_both_ways(built):
    dumped = built.model_dump_json()
    assert Treaty.model_validate_json(dumped) == built
    assert Treaty.model_validate(built.model_dump()) == built
    validator().validate(json.loads(dumped))


@settings(max_examples=10, suppress_health_check=SLOW)
@given(treaties())
def test_records_go_both_ways(built):
    assert published(record(built)) == built
    assert record(published(record(built))) == record(built)


@pytest.mark.parametrize("path", CLAUSE_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_read_is_valid(path):
    """The resolver makes its parts without validation, for speed: here what it makes is held to the models."""
    said = clausekit.read(path).treaty
    if said is not None:
        assert Treaty.model_validate_json(said.model_dump_json()) == said


NAME_LETTERS = st.text(st.sampled_from("aBé’'-_ 2²İß٣\u0301\u00a0\u00ad\u2011,."), min_size=1, max_size=8)


@given(NAME_LETTERS)
@example("İf")
@example("Côte d’Ivoire")
def test_whatever_the_language_takes_for_a_name_is_one(written):
    said = clausekit.parse(f"party {written}.").treaty
    if said is not None:
        assert Treaty.model_validate(said.model_dump()) == said


@given(st.text(max_size=30))
def test_whatever_the_language_takes_for_a_text_is_one(written):
    said = clausekit.parse(f'text "{written}".').treaty
    if said is not None:
        assert Treaty.model_validate(said.model_dump()) == said


@pytest.mark.parametrize("name", ["", " Poland", "Poland ", "East  Poland", "Poland.", "3 Powers", "State by the Sea", "Poland\n", "_", "d'"])
def test_what_cannot_be_a_name_is_refused(name):
    with pytest.raises(ValidationError, match="name"):
        DeclaredActor(role="party", name=name)


def test_a_reserved_word_is_named():
    with pytest.raises(ValidationError, match="`by` is a reserved word"):
        DeclaredActor(role="party", name="State by the Sea")


def test_a_treaty_never_changes_and_takes_nothing_else():
    built = Treaty(title="Treaty of Peace")
    with pytest.raises(ValidationError, match="frozen"):
        built.title = "Treaty of War"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Treaty(titel="Treaty of Peace")  # type: ignore[call-arg]


def test_a_place_is_no_part_of_what_is_said():
    one = clausekit.parse("party Poland.\nPoland shall consult.").treaty
    other = clausekit.parse("party    Poland.\n\n\n  Poland   shall consult").treaty
    assert one is not None
    assert other is not None
    assert one == other
    assert hash(one) == hash(other)
    assert one.clauses[0].span != other.clauses[0].span
    assert one.model_dump_json() == other.model_dump_json()
    assert "span" not in one.model_dump_json()
    assert "start" not in one.model_dump_json()


def test_a_part_knows_its_place_and_one_built_in_python_has_none():
    text = "party Poland.\nPoland shall consult."
    said = clausekit.parse(text).treaty
    assert said is not None
    span = said.clauses[0].span
    assert span is not None
    assert text[span.start : span.end] == "Poland shall consult"
    assert Prose(text="This is said.").span is None
    assert record(Treaty(clauses=(Prose(text="This is said."),))).clauses[0].span is None


def test_the_schema_explains_every_part_and_every_field():
    schema = Treaty.model_json_schema()
    parts = {"Treaty": schema, **schema["$defs"]}
    assert len(parts) > 30
    unexplained = [name for name, part in parts.items() if not part.get("description")]
    unexplained += [f"{name}.{field}" for name, part in parts.items() for field, described in part["properties"].items() if not described.get("description")]
    assert unexplained == []


def test_the_schema_refuses_what_the_models_refuse():
    wrong: list[dict[str, Any]] = [{"title": 3}, {"style": "baroque"}, {"clauses": [{"kind": "sentence"}]}, {"titel": "x"}]
    for each in wrong:
        assert not validator().is_valid(each)
        with pytest.raises(ValidationError):
            Treaty.model_validate(each)


@pytest.mark.parametrize("module", records.MODULES)
def test_the_records_are_those_of_the_models(module):
    """`make records` writes them anew."""
    written = (ROOT / "src/clausekit/model" / f"{module}.py").read_text(encoding="utf-8")
    assert written == records.generate(module)


def test_records_of_different_kinds_are_never_equal():
    """Named tuples are equal by their values alone; a prohibition of nothing must not equal a permission of nothing."""
    prose = records_of_clauses.Prose(0, 0, "prose", None, "x", "", ())
    assert prose != tuple(prose)
    assert prose == prose._replace(start=7)
