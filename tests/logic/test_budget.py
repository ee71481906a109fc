"""Deadlines that leave no time for what they wait for."""

from __future__ import annotations

import pytest

from clausekit.logic.answers import Answer
from clausekit.logic.prover import prove
from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

HEAD = 'party Alba. party Brena. action withdraw forces as "withdrawal of forces". action report. event ceasefire. event inspection.\n'
IN_TIME = {
    "what is begun can be completed": """
        a: Alba shall begin withdrawal of forces within 2 days of ceasefire and
        shall complete withdrawal of forces within 14 days of beginning of withdrawal of forces.
    """,
    "what is begun soon can be reported": "a: Alba shall begin withdrawal of forces within 1 day of inspection.",
}
TOO_LATE = """
event silence means not inspection within 60 days of ceasefire.
a: If ceasefire, then Alba shall complete withdrawal of forces after silence within 14 days.
"""


def budget(text: str) -> list[Answer]:
    said = treaty(HEAD + text)
    return list(prove(said, lower(said), only=("budget",), budget_seconds=120))


@pytest.mark.parametrize("text", IN_TIME.values(), ids=IN_TIME)
def test_there_is_time(text):
    assert budget(text) == []


def test_there_is_no_time():
    assert [(each.status, each.parties) for each in budget(TOO_LATE)] == [("shown", ("Alba",))]
