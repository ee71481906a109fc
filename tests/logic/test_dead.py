"""What is called dead can be opened by nothing: neither by what a scenario tells, nor by what only the world can tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

import clausekit
from clausekit.logic.answers import Answer
from clausekit.logic.prover import prove
from clausekit.norms.lower import lower
from clausekit.norms.scenario import run
from clausekit.norms.telling import Telling
from tests.norms.treaties import treaty

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [path for path in sorted((ROOT / "examples").rglob("*.clause")) if path.parent.name != "parts"]
HEAD = """
party Alba. party Brena. guarantor Corva. state Dorn. body Council means Alba and Brena.
group Coastal States means each State that "has a coast".
action deploy. action pay. action intervene. action report. action withdraw forces as "withdrawal of forces". event attack. event call.
"""
ALIVE = {
    "a completion": "a: Upon completion of withdrawal of forces, Alba shall report within 9 days.",
    "somebody whom the treaty does not name": "a: If attack by any Coastal State on Brena, then Alba shall report within 9 days.",
    "one who asks, whoever it is": "a: If attack on any Coastal State as victim and if call by victim, then Alba shall report within 9 days.",
    "a finding": "a: Alba shall not deploy. b: If violation of clause a as determined by the Council, then Corva shall report within 9 days.",
    "a violation without a deadline": "a: Alba shall pay as soon as possible. b: If violation of clause a by Alba, then Corva shall report within 9 days.",
    "a step behind it": """
        a: Alba shall pay as soon as possible. b: If violation of clause a by Alba, then Brena shall pay within 9 days, failing which Corva may intervene.
    """,
    "what may prove impossible": "a: If attack, then Alba and Brena jointly may deploy, failing which each of Alba and Brena may intervene.",
    "what stands at all times": "a: Alba shall report at all times, failing which Brena may intervene.",
    "who has to accept first": "a: If attack, then Dorn shall pay within 9 days.",
}
DEAD = {
    "nothing is ever late": "a: Alba shall pay as soon as possible, failing which Brena may intervene.",
    "behind what cannot fail": """
        a: Alba shall pay within 9 days, failing which clause b ceases, failing which Corva may intervene. b: Brena shall report at all times.
    """,
    "behind what is never reached": "a: Alba shall pay as soon as possible, failing which Brena shall pay within 9 days, failing which Corva may intervene.",
}


def dead(text: str) -> list[Answer]:
    said = treaty(HEAD + text)
    return list(prove(said, lower(said), only=("dead",), budget_seconds=120))


@pytest.mark.parametrize("text", ALIVE.values(), ids=ALIVE)
def test_what_can_be_opened_is_not_dead(text):
    assert dead(text) == []


@pytest.mark.parametrize("text", DEAD.values(), ids=DEAD)
def test_what_nothing_can_open_is_dead(text):
    assert {each.status for each in dead(text)} == {"shown"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_that_a_scenario_opens_is_dead(path):
    said = clausekit.read(path).record
    if said is None:
        pytest.skip("a part for others to use")
    code = lower(said)
    telling = Telling(said, code)
    opened = {each.norm for scenario in said.scenarios for each in run(scenario, telling).timeline.opened}
    assert opened.isdisjoint(answer.norms[0] for answer in prove(said, code, only=("dead",), budget_seconds=120))
