"""Guarantees that nobody is left to honour, and recourse that goes round."""

from __future__ import annotations

import pytest

from clausekit.logic.questions.deadlock import deadlock
from clausekit.logic.questions.guarantee import guarantee
from clausekit.logic.replay import comes_back, nobody_begins, nobody_is_left
from tests.logic.asking import Asked, happens

SURETY = "surety: The Guarantors jointly and severally guarantee clause aid in favour of Alba within 30 days."

NOBODY = {
    "all of them owe it together": (f"aid: If attack on Alba, then the Guarantors jointly shall deploy within 60 days. {SURETY}", ["Corva", "Dorn", "Edra"]),
    "any of them was to do it": (f"aid: If attack on Alba, then any Guarantor shall deploy within 60 days. {SURETY}", ["Corva", "Dorn", "Edra"]),
    "the one guarantor owes it too": (
        "aid: Each Party shall pay within 60 days. surety: Corva guarantees clause aid in favour of Alba within 30 days.",
        ["Corva"],
    ),
}


@pytest.mark.parametrize(("text", "parties"), NOBODY.values(), ids=NOBODY)
def test_nobody_is_left(text, parties):
    asked = Asked(guarantee, text)
    witness, timeline = asked.played()
    assert asked.told() == [("nobody left", ["aid", "surety"], parties)]
    assert nobody_is_left(timeline, asked.number("surety"), witness.at)


SOMEBODY = {
    "each owes it alone": f"aid: If attack on Alba, then each Guarantor shall deploy within 60 days. {SURETY}",
    "one of them is no debtor": f"aid: If attack on Alba, then Corva and Dorn jointly shall deploy within 60 days. {SURETY}",
    "only the duties of another": (
        "aid: Each Party shall pay within 60 days. surety: Corva guarantees the duties of Brena under clause aid in favour of Alba within 30 days."
    ),
    "its own alone, which the text shows": "aid: Corva shall pay within 60 days. surety: Corva guarantees clause aid in favour of Alba within 30 days.",
}


@pytest.mark.parametrize("text", SOMEBODY.values(), ids=SOMEBODY)
def test_somebody_is_left(text):
    assert Asked(guarantee, text).answers == ()


ROUND = {
    "two consequences of one another": (
        """first: If call or if violation of clause second by Dorn, then Corva shall pay within 30 days.
        second: If violation of clause first by Corva, then Dorn shall deploy within 30 days.""",
        ["first", "second"],
    ),
    "a ladder whose last step leads back": (
        """first: If call or if violation of clause third by Edra, then Corva shall pay within 30 days.
        second: If violation of clause first by Corva, then Dorn shall deploy within 30 days.
        third: If violation of clause second by Dorn, then Edra shall deploy within 30 days.""",
        ["first", "second", "third"],
    ),
}


@pytest.mark.parametrize(("text", "labels"), ROUND.values(), ids=ROUND)
def test_recourse_never_ends(text, labels):
    asked = Asked(guarantee, text)
    answer = asked.only()
    witness, timeline = asked.played()
    assert (answer.kind, asked.labels(answer), happens(witness)) == ("never ends", labels, ["call"])
    assert comes_back(timeline, answer.norms, witness.entries[-1].at)


BEFORE = {
    "two consequences of one another": (
        """first: If violation of clause second by Dorn, then Corva shall pay within 30 days.
        second: If violation of clause first by Corva, then Dorn shall deploy within 30 days.""",
        ["first", "second"],
    ),
    "a guarantee of its own consequence": (
        """surety: Corva guarantees clause answer in favour of Alba within 30 days.
        answer: If violation of clause surety by Corva, then Dorn shall deploy within 30 days.""",
        ["answer", "surety"],
    ),
}


@pytest.mark.parametrize(("text", "labels"), BEFORE.values(), ids=BEFORE)
def test_recourse_never_begins(text, labels):
    asked = Asked(guarantee, text)
    answer = asked.only()
    _, timeline = asked.played()
    assert (answer.kind, asked.labels(answer)) == ("never begins", labels)
    assert nobody_begins(timeline, answer.norms)
    assert Asked(deadlock, text).answers == ()  # told once


ENDS = {
    "the last step stands alone": (
        """first: If call, then Corva shall pay within 30 days.
        second: If violation of clause first by Corva, then Dorn shall deploy within 30 days."""
    ),
    "guarantees that cite one another, which the text shows": (
        "first: Corva guarantees clause second in favour of Alba. second: Dorn guarantees clause first in favour of Alba."
    ),
    "a violation by somebody else leads on": (
        """first: If call or if violation of clause second by Edra, then Corva shall pay within 30 days.
        second: If violation of clause first by Corva, then Dorn shall deploy within 30 days."""
    ),
}


@pytest.mark.parametrize("text", ENDS.values(), ids=ENDS)
def test_recourse_ends(text):
    assert Asked(guarantee, text).answers == ()
