"""The semantics page holds: each of its examples is played, and each of its assertions is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.norms.calendar import date_of
from clausekit.norms.lower import lower
from clausekit.norms.scenario import run
from clausekit.norms.telling import Telling
from tests.norms.treaties import treaty

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "semantics.md").read_text(encoding="utf-8")
PART = re.compile(r"^#{2,3} (?P<heading>.*?)$|^```clause\n(?P<example>.*?)^```", re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Each example, with the heading of its rule."""
    found, heading = [], ""
    for part in PART.finditer(PAGE):
        heading = part["heading"] or heading
        if part["example"]:
            found.append((heading, part["example"]))
    return found


@pytest.mark.parametrize(("heading", "example"), examples(), ids=[heading for heading, _ in examples()])
def test_a_rule_has_an_example_that_holds(heading, example):
    said = treaty(example)
    assert said.scenarios, heading
    telling = Telling(said, lower(said))
    for scenario in said.scenarios:
        played = run(scenario, telling)
        assert played.asserted, scenario.name
        wrong = [f"{date_of(each.at, telling.code.calendar)}: {each.claim}, but {each.instead}" for each in played.failures]
        assert wrong == [], scenario.name


def test_every_rule_has_an_example():
    headings = re.findall(r"^### (.*?)$", PAGE, re.MULTILINE)
    assert len(headings) >= 24
    assert set(headings) <= {heading for heading, _ in examples()}
