"""The framework agreement with one sentence changed: the flaw that this brings in is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.logic.answers import Answer
from clausekit.logic.preventing import can_prevent
from clausekit.logic.replay import is_so
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from tests.logic.test_shown import answers
from tests.norms.treaties import treaty

TEXT = (Path(__file__).resolve().parents[2] / "examples" / "framework.clause").read_text(encoding="utf-8")
CHOSEN = ("capture", "entry into force")
"""That Ukraine and Russia must both ratify is the drafter's choice."""

VARIANTS = {
    "a guarantor may leave in time to escape": (
        "Any Party may withdraw not earlier than 10 years after entry into force with 12 months\n      notice, unless established breach",
        "Any Party may withdraw with 1 month notice",
        ("evasion", "withdraw", ["conclusion", "leaving"], ["France", "Germany", "Poland", "Russia", "Türkiye", "UK", "US", "Ukraine"]),
    ),
    "a breach by some that nobody is bound to answer": (
        "within 30 days of breach.",
        "within 30 days of breach by Russia.",
        (
            "gap",
            "nobody bound",
            ["consultation", "good offices", "respect"],
            ["France", "Germany", "Poland", "Türkiye", "UK", "US"],
        ),
    ),
    "forces beyond the pledges, once both are due": (
        "the European Allies jointly shall deploy forces\n      to Ukraine of at least 5,000 troops within 60 days",
        "the European Allies jointly shall deploy forces\n      to Poland of at least 15,000 troops within 60 days",
        ("capacity", "pledges", ["deployment", "presence"], ["France", "Germany", "Poland", "Türkiye", "UK"]),
    ),
    "guarantors each bound only if another acts": (
        "Ukraine and the European Allies jointly shall hold exercises every 6 months",
        "If hold exercises by any European Ally, then each other European Ally shall hold exercises within 60 days",
        ("deadlock", "nobody begins", ["exercises"], ["France", "Germany", "Poland", "Türkiye", "UK"]),
    ),
    "a guarantee that nobody is left to honour": (
        "guarantee the duties of Ukraine under article\n      ceasefire and article disengagement in favour of Russia by clause good offices",
        "guarantee clause emergency in favour of Ukraine by clause good offices",
        ("guarantee", "nobody left", ["counterpart", "emergency"], ["France", "Germany", "Poland", "Türkiye", "UK", "US"]),
    ),
}


def _found(text: str) -> list[tuple[Code, Answer]]:
    return [(code, answer) for code, answer in answers(treaty(text)) if (answer.question, answer.kind) != CHOSEN]


def test_as_it_stands_nothing_is_found():
    assert _found(TEXT) == []


@pytest.mark.parametrize(("before", "after", "expected"), VARIANTS.values(), ids=VARIANTS)
def test_a_changed_sentence_is_found(before, after, expected):
    assert TEXT.count(before) == 1
    found = _found(TEXT.replace(before, after))
    told = [(answer.question, answer.kind, sorted({code.norms[number].label for number in answer.norms}), sorted(answer.parties)) for code, answer in found]
    assert told == [expected]
    assert all(is_so(code, answer) for code, answer in found)


def test_a_commission_that_the_party_in_breach_can_block():
    by_consensus = TEXT.replace("deciding by two thirds\n    with a quorum of 4", "deciding by consensus")
    said = treaty(by_consensus)
    expectation = next(each for each in said.expectations if each.kind == "no veto")
    assert can_prevent(said, lower(said), ("Russia",), expectation.event).said == "5 of 5 votes in Joint Commission are needed, and without Russia there are 4"
    kinds = {answer.kind for _, answer in _found(by_consensus)}
    assert kinds == {"decision"}  # the Council of Guarantors finds the breach where the Commission does not
    alone = by_consensus.replace("as determined by the Joint\n    Commission or the Council of Guarantors.", "as determined by the Joint\n    Commission.")
    own = [answer for _, answer in _found(alone) if answer.kind == "own cause"]
    assert [answer.parties for answer in own] == [("Russia",)]


def test_a_quorum_that_cannot_be_met_without_it():
    said = treaty(TEXT.replace("with a quorum of 4.\nbody Council", "with a quorum of 5.\nbody Council"))
    event = next(each for each in said.expectations if each.kind == "no veto").event
    prevention = can_prevent(said, lower(said), ("Ukraine",), event)
    assert (prevention.can, prevention.how) == (True, "absence")
