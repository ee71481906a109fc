"""What duties ask together, against what was pledged and who is left."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.logic.pledging import Asked as Demand
from clausekit.logic.pledging import feasible
from clausekit.logic.questions.capacity import capacity
from clausekit.logic.replay import bearers_of, binds_together
from tests.logic.asking import Asked, happens

HEAD = """party Alba. party Brena.
guarantor Corva pledging 100 troops. guarantor Dorn pledging 100 troops. guarantor Edra pledging 50 troops.
action deploy in troops. action train in troops. action meet. event attack. event call.
"""
PLEDGED = "pledged: Corva 100, Dorn 100, Edra 50, together 250 troops"

TOO_MUCH = {
    "to two recipients": (
        """first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 150 troops within 60 days.
        second: If call by Brena, then the Guarantors jointly shall deploy to Brena of at least 150 troops within 60 days.""",
        ["first", "second"],
        ["attack on Alba", "call by Brena"],
    ),
    "beside what stands": (
        """first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 150 troops within 60 days.
        training: Each Guarantor shall train of at least 40 troops every year.""",
        ["first", "training"],
        ["attack on Alba"],
    ),
    "twice by one sentence": (
        "first: If attack on any Party as victim, then the Guarantors jointly shall deploy to victim of at least 150 troops within 60 days.",
        ["first"],
        ["attack on Alba", "attack on Brena"],
    ),
    "three that go two by two": (
        """first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 100 troops within 60 days.
        second: If call by Brena, then the Guarantors jointly shall deploy to Brena of at least 100 troops within 60 days.
        third: If call by Corva, then the Guarantors jointly shall train of at least 100 troops within 60 days.""",
        ["first", "second", "third"],
        ["attack on Alba", "call by Brena", "call by Corva"],
    ),
}


def _asked(text: str) -> Asked:
    return Asked(capacity, text, head=HEAD)


@pytest.mark.parametrize(("text", "labels", "history"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_duties_ask_for_more_than_was_pledged(text, labels, history):
    asked = _asked(text)
    answer = asked.only()
    witness, timeline = asked.played()
    assert (answer.kind, asked.labels(answer), happens(witness)) == ("pledges", labels, history)
    assert binds_together(timeline, answer.norms, witness.at)
    assert answer.steps[-1].said == PLEDGED


ENOUGH = {
    "one act serves both": (
        """first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 150 troops within 60 days.
        second: If call by Brena, then the Guarantors jointly shall deploy to Alba of at least 200 troops within 60 days."""
    ),
    "together less than was pledged": (
        """first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 150 troops within 60 days.
        training: Each Guarantor shall train of at least 20 troops every year."""
    ),
    "one after the other": (
        """first: The Guarantors jointly shall deploy to Alba of at least 150 troops by 2026-03-31.
        second: The Guarantors jointly shall deploy to Brena of at least 150 troops from 2026-05-01."""
    ),
    "in another unit": (
        """first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 150 troops within 60 days.
        second: If call by Brena, then the Guarantors jointly shall meet of at least 150 days within 60 days."""
    ),
}


@pytest.mark.parametrize("text", ENOUGH.values(), ids=ENOUGH)
def test_the_pledges_suffice(text):
    assert _asked(text).answers == ()


def test_one_alone_asks_for_more_than_was_pledged():
    asked = _asked("first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 400 troops within 60 days.")
    answer = asked.only()
    witness, timeline = asked.played()
    assert (answer.kind, asked.labels(answer)) == ("beyond pledges", ["first"])
    assert [step.said for step in answer.steps] == ["asks for 400 troops from Corva, Dorn, Edra", PLEDGED]
    given = [entry.amounts for entry in witness.entries if entry.name == "deploy"]
    assert given == [((Decimal(100), "troops"),), ((Decimal(100), "troops"),), ((Decimal(50), "troops"),)]
    assert [record.who for record in timeline.violations()] == [("Corva", "Dorn", "Edra")]


def test_what_has_no_deadline_is_never_violated():
    assert _asked("first: If attack on Alba, then the Guarantors jointly shall deploy to Alba of at least 400 troops.").answers == ()


def test_one_without_any_pledge_has_no_bound():
    text = TOO_MUCH["to two recipients"][0]
    assert Asked(capacity, text, head=HEAD.replace("guarantor Edra pledging 50 troops", "guarantor Edra")).answers == ()


def test_the_pledges_of_those_who_are_left():
    text = "first: If attack by any Party on Alba, then the Guarantors jointly shall deploy to Alba of at least 200 troops within 60 days."
    asked = _asked(text)
    _, timeline = asked.played()
    assert asked.told() == [("pledges left", ["first"], ["Corva"])]
    assert list(bearers_of(timeline, 0)) == [("Dorn", "Edra")]
    assert _asked(text.replace("by any Party", "by Brena")).answers == ()
    assert _asked(text.replace("200", "150")).answers == ()


def test_the_members_who_are_left():
    text = "first: If attack by any Party on Alba, then at least 3 Guarantors shall meet within 60 days."
    asked = _asked(text)
    assert asked.told() == [("members left", ["first"], ["Corva"])]
    assert [step.said for step in asked.only().steps] == ["asks for 3 of 3, and without Corva 2 are left"]
    assert _asked(text.replace("at least 3", "at least 2")).answers == ()


def test_the_votes_that_are_left():
    text = """body Council means Corva and Dorn, deciding by Rule One. rule Rule One means at least 2 of the Council, excluding that Party.
    first: If attack by any Party as determined by the Council, then each Guarantor shall meet within 60 days."""
    asked = _asked(text)
    assert asked.told() == [("quorum", ["first"], ["Corva", "Dorn"])]
    assert [step.said for step in asked.only().steps] == ["Council has 2 members; without Corva 1 are left, and 2 are needed"]
    assert _asked(text.replace("at least 2", "a majority")).answers == ()
    assert _asked(text.replace("means Corva and Dorn", "means Corva, Dorn and Edra")).answers == ()


# ---------------------------------------------------------------- the arithmetic


def _by_trying(duties: list[Demand], pledges: dict[str, int]) -> bool:
    """Whether whole numbers can be given so that every duty is met: by trying them all."""
    if not duties:
        return True
    duty, rest = duties[0], duties[1:]
    return any(
        _met(duty, given) and _by_trying(rest, {name: pledges[name] - given.get(name, 0) for name in pledges}) for given in _given(duty.bearers, pledges)
    )


def _given(names: tuple[str, ...], pledges: dict[str, int]) -> list[dict[str, int]]:
    found: list[dict[str, int]] = [{}]
    for name in names:
        found = [{**before, name: number} for before in found for number in range(pledges[name] + 1)]
    return found


def _met(duty: Demand, given: dict[str, int]) -> bool:
    enough = [name for name, number in given.items() if number >= duty.amount]
    return {
        "sum": sum(given.values()) >= duty.amount,
        "any": bool(enough),
        "number": len(enough) >= duty.need,
        "each": len(enough) == len(duty.bearers),
    }[duty.mode]


@given(st.data())
def test_rationing_agrees_with_trying_everything(data):
    names = ("Alba", "Brena", "Corva")
    pledges = {name: data.draw(st.integers(0, 3)) for name in names}
    duties = []
    for number in range(data.draw(st.integers(1, 3))):
        bearers = tuple(data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True)))
        mode = data.draw(st.sampled_from(["sum", "any", "number", "each"]))
        need = data.draw(st.integers(1, len(bearers)))
        duties.append(Demand(number, bearers, mode, need, Decimal(data.draw(st.integers(1, 4)))))
    assert feasible(duties, {name: Decimal(number) for name, number in pledges.items()}) == _by_trying(duties, pledges)
