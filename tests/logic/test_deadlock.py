"""Duties that wait for each other."""

from __future__ import annotations

import pytest

from clausekit.logic.questions.deadlock import deadlock
from clausekit.logic.replay import nobody_begins, violations
from tests.logic.asking import Asked, happens

CIRCLES = {
    "two guarantors, each bound only if the other acts": (
        "first: If deploy by Corva, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy within 10 days.",
        ["first", "second"],
    ),
    "each other guarantor, if one of them acts": ("all: If deploy by any Guarantor, then each other Guarantor shall deploy within 10 days.", ["all"]),
    "one after the fulfilment of the other": (
        "border: Alba shall deploy within 30 days after fulfilment of clause law. law: Brena shall pay within 30 days of deploy by Alba.",
        ["border", "law"],
    ),
    "by way of a state of affairs": (
        """status calm begins on meet by Corva.
        border: While calm, Alba shall deploy within 30 days. law: If deploy by Alba, then Brena shall pay within 30 days.
        talks: If pay by Brena, then Corva shall meet within 3 days.""",
        ["border", "law", "talks"],
    ),
    "each ratifies after the other": (
        "one: Alba shall ratify this treaty within 9 days of ratification by Brena. two: Brena shall ratify this treaty within 9 days of ratification by Alba.",
        ["one", "two"],
    ),
    "by way of two events, each of which is the act of one of them": (
        """event progress means deploy by Corva, or pay by Corva.
        answer: If progress, then Dorn shall meet within 10 days.
        troops: If meet by Dorn, then Corva shall deploy within 10 days. money: If meet by Dorn, then Corva shall pay within 10 days.""",
        ["answer", "money", "troops"],
    ),
}


@pytest.mark.parametrize(("text", "labels"), CIRCLES.values(), ids=CIRCLES)
def test_nobody_is_ever_bound_to_begin(text, labels):
    asked = Asked(deadlock, text)
    answer = asked.only()
    _, timeline = asked.played()
    assert (answer.kind, asked.labels(answer)) == ("nobody begins", labels)
    assert nobody_begins(timeline, answer.norms)
    assert len(answer.steps) == len(answer.norms)


SOUND = {
    "one begins by its date": (
        "first: Corva shall deploy within 10 days. second: If deploy by Corva, then Dorn shall deploy within 10 days. "
        "third: If deploy by Dorn, then Corva shall meet within 10 days."
    ),
    "a third trigger": (
        "first: If deploy by Corva or if call, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy within 10 days."
    ),
    "somebody else may do the act": (
        "first: If deploy by Corva or Edra, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy within 10 days."
    ),
    "one of them may act at choice": (
        "first: If deploy by Corva, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy within 10 days. "
        "choice: Corva may deploy."
    ),
    "a request is nobody's duty": (
        "first: If request by Corva, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy within 10 days."
    ),
    "to somebody else": (
        "first: If deploy to Alba by Corva, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy to Brena within 10 days."
    ),
    "both at one time": (
        "first: Corva shall deploy within 10 days of call at the same time as deploy by Dorn. "
        "second: Dorn shall deploy within 10 days of call at the same time as deploy by Corva."
    ),
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_no_circle(text):
    assert Asked(deadlock, text).answers == ()


def test_what_comes_from_outside_has_happened_in_the_witness():
    asked = Asked(
        deadlock,
        "first: If call and if deploy by Corva, then Dorn shall deploy within 10 days. second: If deploy by Dorn, then Corva shall deploy within 10 days.",
    )
    witness, _ = asked.played()
    assert happens(witness) == ["call"]


def test_neither_act_can_be_the_lawful_first_one():
    text = "border: Alba shall not deploy before pay by Brena. law: Brena shall not pay before deploy by Alba."
    asked = Asked(deadlock, text)
    _, timeline = asked.played()
    assert asked.told() == [("neither may begin", ["border", "law"], ["Alba", "Brena"])]
    assert [each.who for each in violations(timeline, (asked.number("border"),))] == [("Alba",)]
    assert Asked(deadlock, text.replace("Brena shall not pay", "Brena shall not meet")).answers == ()
