"""Duties that only hand on: which they are, and that what they hand on to is where a conflict is seen."""

from __future__ import annotations

import pytest

from clausekit.logic.handing_on import handing_on
from clausekit.logic.index import Index
from clausekit.logic.prover import prove
from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

HEAD = """party Alba. party Brena. event call. event halt. status settled begins on pay and ends on halt.
action pay. action report. action trade.
"""
DUTY = "a: If call, then Alba shall report within 9 days. "

HANDS_ON = {
    "nothing hangs on it": DUTY,
    "it opens a duty": DUTY + "b: If report by Alba, then Brena shall trade within 9 days.",
    "a time is counted from it": DUTY + "b: Brena shall trade within 9 days of report by Alba.",
    "it opens what forbids something else": DUTY + "b: If report by Alba, then Alba shall not trade within 9 days.",
    "somebody else is forbidden it": DUTY + "b: Brena shall not report.",
    "it may be done too": DUTY + "b: Alba may report.",
    "it is owed by whom nothing forbids it": "a: If call, then Alba and Brena jointly and severally shall report within 9 days. b: Brena shall not report.",
}


@pytest.mark.parametrize("text", HANDS_ON.values(), ids=HANDS_ON)
def test_a_duty_only_hands_on(text):
    assert 0 in handing_on(Index(lower(treaty(HEAD + text))))


MORE_THAN_THAT = {
    "it is forbidden": DUTY + "b: If halt, then Alba shall not report within 9 days.",
    "it is forbidden to everybody": DUTY + "b: No Party shall report.",
    "it opens itself": "a: If report by Alba, then Alba shall report within 9 days.",
    "it excepts from something": DUTY + "b: If call, then Alba shall trade within 9 days, unless report by Alba.",
    "something must be done before it": DUTY + "b: If call, then Alba shall trade before report by Alba.",
    "its absence opens something": "event silence means not report within 9 days of call. " + DUTY + "b: If silence, then Brena shall trade within 9 days.",
    "a state of affairs begins with it": "a: If call, then Alba shall pay within 9 days. b: While settled, Alba shall not trade.",
    "something is said of its violation": DUTY + "b: If violation of clause a, then Alba shall trade within 9 days.",
    "a next step hangs on it": "a: If call, then Alba shall report within 9 days, failing which Alba shall trade within 9 days.",
    "it has its own exceptions": "a: If call, then Alba shall report within 9 days, unless halt.",
    "its time hangs on an event": "a: If call, then Alba shall report after halt within 9 days.",
    "all who owe it together are forbidden it": "a: If call, then the Parties jointly and severally shall report within 9 days. b: No Party shall report.",
    "it is owed together and opens something": """
        a: If call, then Alba and Brena jointly and severally shall report within 9 days. b: If report, then Alba shall trade within 9 days.
    """,
}


@pytest.mark.parametrize("text", MORE_THAN_THAT.values(), ids=MORE_THAN_THAT)
def test_a_duty_does_more_than_that(text):
    assert 0 not in handing_on(Index(lower(treaty(HEAD + text))))


def test_a_conflict_is_seen_where_it_is_handed_on_to():
    """Whoever is called must report, having reported must trade, and has been forbidden to for longer than there is time: that is seen at the last of them."""
    said = treaty(HEAD + DUTY + "b: If report by Alba, then Alba shall trade within 9 days. c: If call, then Alba shall not trade within 60 days.")
    answers = prove(said, lower(said), only=("conflict",), budget_seconds=60)
    assert [(each.status, each.norms, each.parties) for each in answers] == [("shown", (1, 2), ("Alba",))]
