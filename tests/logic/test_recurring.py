"""Conflicts of duties that recur: in a whole period, or what is left of one, what is owed is forbidden."""

from __future__ import annotations

import pytest

from clausekit.logic.asking import ask
from clausekit.logic.replay import replay, violations
from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

HEAD = 'party Alba. guarantor Corva. guarantor Dorn. action report as "report". action pay. event storm. event call.\n'


@pytest.mark.parametrize(
    "text",
    [
        "due: Corva shall report to Alba every month. rest: If storm, then Corva shall not report to Alba within 6 months.",
        "due: Corva shall report every year. rest: If storm, then Corva shall not report.",
        "due: If call, then Corva shall report every 5 days. rest: If storm, then no Guarantor shall report within 30 days.",
    ],
)
def test_what_recurs_is_forbidden_for_a_period(text):
    said = treaty(HEAD + text)
    code = lower(said)
    (answer,) = ask("conflict", said, code)
    assert answer.status == "shown"
    assert {code.norms[number].label for number in answer.norms} == {"due", "rest"}
    assert answer.parties == ("Corva",)
    witness = answer.witness
    assert witness is not None
    timeline = replay(code, witness._replace(until=witness.at + 24 * 400))
    assert violations(timeline, answer.norms, "Corva", since=witness.at)


@pytest.mark.parametrize(
    "text",
    [
        "due: Corva shall report to Alba every month. rest: If storm, then Corva shall not report to Dorn within 6 months.",
        "due: Corva shall report every month. rest: If storm, then Dorn shall not report within 6 months.",
        "due: Corva shall report every month. rest: If storm, then Corva shall not pay within 6 months.",
        "due: Corva shall report every month, notwithstanding clause rest. rest: If storm, then Corva shall not report within 6 months.",
    ],
)
def test_what_recurs_can_be_done(text):
    said = treaty(HEAD + text)
    assert list(ask("conflict", said, lower(said))) == []
