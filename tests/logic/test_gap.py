"""Breaches to which nobody is bound to respond."""

from __future__ import annotations

import pytest

from clausekit.logic.questions.gap import gap
from clausekit.logic.replay import opened_after, violations
from clausekit.pipeline import read_source
from clausekit.pipeline.proving import Proving
from clausekit.source import Source
from tests.logic.asking import Asked, happens

UNANSWERED = {
    "an answer to one, and not to the other": (
        "due: Alba and Brena severally shall pay within 60 days. answer: If violation of clause due by Alba, then Corva shall deploy within 30 days.",
        ["answer", "due"],
        ["Brena"],
    ),
    "an act that is forbidden to all, and answered of one": (
        "peace: No Guarantor shall use force. answer: If use of force by Corva, then Alba shall deploy within 30 days.",
        ["answer", "peace"],
        ["Dorn", "Edra"],
    ),
    "a finding about one of them only": (
        """body Court means Corva and Dorn, deciding by a majority. event breach means violation of clause due.
        due: Alba and Brena severally shall pay within 60 days.
        answer: If breach by Alba as determined by the Court, then Edra shall deploy within 30 days.""",
        ["answer", "due"],
        ["Brena"],
    ),
}


@pytest.mark.parametrize(("text", "labels", "parties"), UNANSWERED.values(), ids=UNANSWERED)
def test_a_violation_binds_nobody(text, labels, parties):
    asked = Asked(gap, text)
    assert asked.told("nobody bound") == [("nobody bound", labels, parties)]
    witness, timeline = asked.played()
    assert {name for each in violations(timeline, since=witness.at) for name in each.who} == set(parties[:1])
    assert opened_after(timeline, witness.at, (asked.number("answer"),)) == ()


def test_the_author_is_the_only_one_who_would_answer():
    head = "party Alba. guarantor Corva. action pay. action deploy.\n"
    asked = Asked(gap, "due: Corva shall pay within 60 days. answer: If violation of clause due, then the Guarantors shall deploy within 30 days.", head=head)
    assert asked.told() == [("nobody bound", ["answer", "due"], ["Corva"])]
    _, timeline = asked.played()
    assert [each.norm for each in timeline.of_kind("nobody bound")] == [asked.number("answer")]


ANSWERED = {
    "whoever it is": "due: Each Party shall pay within 60 days. answer: If violation of clause due, then each other Party shall deploy within 9 days.",
    "by a step": "due: Each Party shall pay within 60 days, failing which Corva shall deploy within 30 days.",
    "by a guarantee": "due: Alba shall pay within 60 days. surety: The Guarantors jointly and severally guarantee clause due within 30 days.",
    "by way of a referral": (
        """body Court means Corva and Dorn, deciding by a majority. event breach means violation of clause due.
        action refer the matter as "referral of the matter". action find a breach.
        due: Each Party shall pay within 60 days. referral: Any Party may refer the matter within 30 days of breach.
        finding: If referral of the matter, then the Court shall find a breach within 30 days."""
    ),
    "by the settlement of disputes": "due: Each Party shall pay within 60 days. talks: If dispute, then the Parties shall consult within 30 days.",
}


@pytest.mark.parametrize("text", ANSWERED.values(), ids=ANSWERED)
def test_a_violation_is_answered(text):
    assert Asked(gap, text).answers == ()


def test_duties_without_a_consequence_are_told_once_for_the_treaty():
    asked = Asked(gap, "first: Alba shall pay within 60 days. second: Brena shall not use force. third: If call, then Corva shall meet within 5 days.")
    assert asked.told() == [("no consequence", ["first", "second", "third"], [])]
    assert asked.only().reason == "nothing hangs on the violation of any duty"


def test_only_the_duties_without_a_consequence_are_told():
    asked = Asked(gap, "first: Alba shall pay within 60 days, failing which Corva shall pay within 10 days. second: Brena shall not use force.")
    assert asked.told() == [("no consequence", ["second"], [])]


def test_ratification_needs_no_consequence():
    assert (
        Asked(
            gap, "first: Alba shall pay within 60 days, failing which Corva shall pay within 10 days. ratification: Each Party shall ratify this treaty."
        ).answers
        == ()
    )


def test_a_finding_that_nobody_can_make():
    text = "due: Alba shall pay within 60 days. answer: If determination of default, then Corva shall deploy within 30 days."
    asked = Asked(gap, text)
    assert asked.told("nobody determines") == [("nobody determines", ["answer"], [])]
    assert Asked(gap, text + " power: Brena may determine default.").told("nobody determines") == []
    assert Asked(gap, text.replace("of default", "of default by Brena")).told("nobody determines") == []


def test_the_violation_in_a_witness_is_the_only_one():
    asked = Asked(gap, UNANSWERED["an answer to one, and not to the other"][0])
    witness, timeline = asked.played()
    assert happens(witness) == ["pay by Alba"]
    assert [each.who for each in violations(timeline)] == [("Brena",)]


HELPED = """party Alba. party Brena. guarantor Corva.
group Belligerents means Alba and Brena.
action use force as "use of force". action {action}.
article 1 "Peace"
  peace: Each Belligerent shall not use force against the other Belligerent.
article 2 "Response"
  answer: If violation of clause peace by Brena, then Corva shall {answer} within 30 days.
"""


@pytest.mark.parametrize(
    ("answer", "is_offered"),
    [("deploy to Alba", False), ("impose sanctions on Brena", False), ("meet", True), ("meet with Brena", True)],
)
def test_help_for_the_one_in_breach_is_no_repair(answer, is_offered):
    said = HELPED.format(action=answer.partition(" to ")[0].partition(" on ")[0].partition(" with ")[0], answer=answer)
    helps = [found.help or "" for found in read_source(Source(said), proving=Proving()).diagnostics if found.code == "CK417"]
    assert len(helps) == 1
    assert ("let it be answered too" in helps[0]) is is_offered


def test_what_was_never_to_happen_is_dated_when_it_does():
    said = (
        "party Alba. party Brena. action deploy. event determination.\n"
        "article 1 a: Alba may deploy. b: If determination, then Brena shall deploy within 30 days.\n"
        'expect "no automatic war": never deploy before determination.'
    )
    (found,) = [each for each in read_source(Source(said), proving=Proving()).diagnostics if each.code == "CK422"]
    assert found.proof is not None
    assert "something has happened that was expected not to" in found.proof.story[-1]
