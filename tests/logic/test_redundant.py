"""Sentences that ask nothing that another does not ask as well."""

from __future__ import annotations

import pytest

from clausekit.logic.answers import Answer
from clausekit.logic.prover import prove
from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

HEAD = 'party Alba. party Brena. action destroy stock as "destruction". action report. event storm.\n'
TWICE = {
    "from entry into force on": """
        a: Each Party shall destroy stock within 4 years of entry into force. b: Each Party shall destroy stock within 5 years of entry into force.
    """,
    "by a later day": "a: Alba shall destroy stock by 2027-05-01. b: Alba shall destroy stock by 2027-06-01.",
    "after an event": "a: If storm, then Alba shall report within 4 days. b: If storm, then Alba shall report within 5 days.",
}
NEEDED = {
    "once more": "a: Alba shall destroy stock by 2027-05-01. b: If storm, then Alba shall destroy stock within 5 years.",
    "another Party": "a: Alba shall destroy stock by 2027-05-01. b: Brena shall destroy stock by 2027-06-01.",
    "something said behind it": """
        a: If storm, then Alba shall report within 4 days. b: If storm, then Alba shall report within 5 days, failing which clause c ceases.
        c: Brena shall destroy stock by 2027-06-01.
    """,
    "an earlier day": "a: If storm, then Alba shall report within 4 days. b: Alba shall report by 2020-01-01.",
}


def redundant(text: str) -> list[Answer]:
    said = treaty(HEAD + text)
    return list(prove(said, lower(said), only=("redundant",), budget_seconds=120))


@pytest.mark.parametrize("text", TWICE.values(), ids=TWICE)
def test_what_is_asked_twice_is_redundant(text):
    assert [(each.status, each.norms) for each in redundant(text)] == [("shown", (1, 0))]


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED)
def test_what_nothing_else_asks_is_needed(text):
    assert redundant(text) == []
