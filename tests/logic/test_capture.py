"""Who alone can prevent a decision, or entry into force."""

from __future__ import annotations

import pytest

from clausekit.logic.preventing import can_prevent
from clausekit.logic.questions.capture import capture
from clausekit.logic.replay import replay
from clausekit.logic.votes import Votes
from tests.logic.asking import PARTIES, Asked, happens
from tests.norms.treaties import treaty

FOUND = "answer: If attack by Alba as determined by the Court, then Brena shall deploy within 30 days."
FOUR = "body Court means Alba, Corva, Dorn and Edra"

CAPTURED = {
    "by consensus": ("deciding by consensus", ["Alba"], "4 of 4 votes in Court are needed, and without Alba there are 3"),
    "by a number of votes": (
        "deciding by Rule. rule Rule means at least 4 of the Court",
        ["Alba"],
        "4 of 4 votes in Court are needed, and without Alba there are 3",
    ),
    "by a share of them": (
        "deciding by Rule. rule Rule means 80 percent of the Court",
        ["Alba"],
        "4 of 4 votes in Court are needed, and without Alba there are 3",
    ),
    "by staying away": ("deciding by a majority with a quorum of 4", ["Alba"], "Court needs 4 of 4 members to meet, and 3 are left"),
    "by a veto": ("deciding by Rule. rule Rule means a majority of the Court, without objection by Alba", ["Alba"], "Alba may object"),
    "by name": ("deciding by Rule. rule Rule means a majority of the Court, including Alba", ["Alba"], "the vote of Alba is asked for by name"),
    "by a quorum of the rule": (
        "deciding by Rule. rule Rule means a majority of the Court with a quorum of 4",
        ["Alba"],
        "Court needs 4 of 4 members to meet, and 3 are left",
    ),
    "in every step": (
        "deciding by Rule. rule Rule means consensus, failing which after 24 hours two thirds of the Court, without objection by Alba",
        ["Alba"],
        "4 of 4 votes in Court are needed, and without Alba there are 3",
    ),
}


@pytest.mark.parametrize(("rule", "parties", "said"), CAPTURED.values(), ids=CAPTURED)
def test_the_party_in_breach_prevents_the_finding(rule, parties, said):
    asked = Asked(capture, f"{FOUR}, {rule}. {FOUND}")
    assert asked.told("own cause") == [("own cause", ["answer"], parties)]
    assert asked.answers[0].steps[0].said == said


def test_nothing_follows_from_what_it_does():
    asked = Asked(capture, f"{FOUR}, deciding by consensus. {FOUND}")
    witness = next(each.witness for each in asked.answers if each.kind == "own cause")
    assert witness is not None
    assert happens(witness) == ["attack by Alba"]
    assert replay(asked.code, witness).opened == ()
    assert witness.until > witness.at


FREE = {
    "two thirds": f"{FOUR}, deciding by two thirds. {FOUND}",
    "a majority, with a quorum that is met without it": f"{FOUR}, deciding by a majority with a quorum of 3. {FOUND}",
    "those present and voting": f"{FOUR}, deciding by a majority. {FOUND}",
    "an easier second vote": f"{FOUR}, deciding by Rule. rule Rule means consensus, failing which after 24 hours two thirds of the Court. {FOUND}",
    "silence": f"{FOUR}, deciding by Rule. rule Rule means unless rejected by a majority of the Court. {FOUND}",
    "another body can find it too": f"{FOUR}, deciding by consensus. organ Bench. " + FOUND.replace("the Court", "the Court or the Bench"),
    "another way to set it off": f"{FOUR}, deciding by consensus. " + FOUND.replace(", then", " or if call, then"),
    "its own act is its own to leave": "answer: If request by Alba, then Brena shall deploy within 30 days.",
}


@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_nobody_alone_prevents_it(text):
    assert Asked(capture, text).answers == ()


def test_whoever_is_concerned_has_no_vote_where_the_rule_leaves_it_out():
    rule = "deciding by Rule. rule Rule means consensus"
    asked = Asked(capture, f"{FOUR}, {rule}. {FOUND}")
    assert asked.told("own cause") == [("own cause", ["answer"], ["Alba"])]
    asked = Asked(capture, f"{FOUR}, {rule}, excluding that Party. {FOUND}")
    assert asked.told("own cause") == []
    assert asked.told("decision") == [("decision", ["answer"], ["Corva", "Dorn", "Edra"])]


def test_staying_away_is_unlawful_where_members_owe_to_attend():
    asked = Asked(capture, f"{FOUR}, deciding by a majority with a quorum of 4. {FOUND} attendance: Each Party shall attend sessions within 10 days of call.")
    assert "Alba is bound to take part, so that staying away is no lawful way" in [step.said for step in asked.answers[0].steps]


def test_entry_into_force_waits_for_one():
    text = "beginning: enters into force on ratification by at least 3 Parties, including Alba."
    assert Asked(capture, text).told() == [("entry into force", [], ["Alba"])]
    assert Asked(capture, text.replace(", including Alba", "")).answers == ()
    assert Asked(capture, "beginning: enters into force on ratification by all Parties.").answers == ()  # each is free not to be bound


def test_entry_into_force_of_an_open_treaty_waits_for_states_that_are_no_parties():
    head = "state Alba. state Brena. group Listed States means Alba and Brena.\n"
    asked = Asked(capture, "beginning: enters into force on ratification by the Listed States.", head=head)
    assert asked.told() == [("entry into force", [], ["Alba", "Brena"])]


# ---------------------------------------------------------------- expectations


def _prevents(text: str) -> dict[str, bool | None]:
    said = Asked(capture, text)
    (expectation,) = said.treaty.expectations
    return {name: can_prevent(said.treaty, said.code, (name,), expectation.event).can for name in said.code.parties}


@pytest.mark.parametrize(
    ("event", "preventing"),
    [
        ("finding by the Court", []),
        ("approval by the Chamber", ["Alba", "Brena"]),
        ("approval by the Chamber or the Court", []),
        ("request by Corva", ["Corva"]),
        ("request by any Guarantor", []),
        ("request by all Guarantors", ["Corva", "Dorn", "Edra"]),
        ("request by at least 2 Guarantors", []),
        ("entry into force", ["Brena"]),
        ("impasse", []),
        ("deadlock", ["Dorn"]),
        ("attack", []),
        ("violation of clause due", ["Alba"]),
    ],
)
def test_what_nobody_alone_can_prevent(event, preventing):
    text = f"""body Court means Alba, Brena, Corva and Dorn, deciding by two thirds. body Chamber means Alba and Brena, deciding by consensus.
    event impasse means not finding by the Court within 10 days of call. event deadlock means not request by Dorn within 10 days of call.
    due: Alba shall pay within 60 days. beginning: enters into force on ratification by at least 3 Parties, including Brena.
    expect "no veto": no Party alone can prevent {event}."""
    prevents = _prevents(text)
    assert [name for name, can in prevents.items() if can] == preventing
    assert None not in prevents.values()


def test_weights_that_are_not_in_the_treaty_leave_it_open():
    text = """measure people of each Party. body Court means the Parties, deciding by Rule.
    rule Rule means a majority of the Court having at least 60 percent of people.
    expect "no veto": no Party alone can prevent finding by the Court."""
    assert set(_prevents(text).values()) == {None}


# ---------------------------------------------------------------- sets


@pytest.mark.parametrize(
    ("rule", "size", "sets"),
    [
        ("100 percent", 1, 5),
        ("a majority", 3, 10),
        ("two thirds", 2, 10),
        ("80 percent", 2, 10),
        ("at least 2", 0, 0),
    ],
)
def test_the_smallest_sets_that_block_a_body(rule, size, sets):
    votes = Votes(treaty(f"{PARTIES}body Court means the Parties, deciding by Rule. rule Rule means {rule} of the Court."))
    blocking = votes.blocking("Court")
    assert (len(blocking), {len(who) for who, _ in blocking}) == (sets, {size} if sets else set())
