"""Ways out of duties that have been set off."""

from __future__ import annotations

import pytest

from clausekit.logic.questions.evasion import evasion
from clausekit.logic.replay import escapes, is_called_off, never_bound, replay, violations
from clausekit.norms.play import play
from tests.logic.asking import Asked, happens

HELP = "help: If attack on Alba, then Corva shall deploy within 60 days."
COUNCIL = """body Council means Alba, Corva and Dorn, deciding by consensus. action approve the plan as "approval of the plan".
"""

ESCAPES = {
    "withdraws in time": (
        f"{HELP} leaving: Any Party may withdraw with 30 days notice.",
        "withdraw",
        ["help", "leaving"],
        ["attack on Alba", "withdrawal by Corva"],
    ),
    "leaves before its step of the ladder": (
        """help: If attack on Alba, then Brena shall pay within 60 days, failing which Corva shall deploy within 60 days.
        leaving: Any Guarantor may withdraw with 30 days notice.""",
        "withdraw",
        ["help", "leaving"],
        ["attack on Alba", "withdrawal by Corva"],
    ),
    "leaves once it may": (
        f"{HELP} leaving: Any Party may withdraw with 30 days notice, not earlier than 10 years after entry into force.",
        "withdraw",
        ["help", "leaving"],
        ["attack on Alba", "withdrawal by Corva"],
    ),
    "suspends what it owes": (f"{HELP} rest: Corva may suspend clause help.", "suspend", ["help", "rest"], ["attack on Alba", "suspension by Corva"]),
    "objects": (
        "help: If attack on Alba, then Corva shall deploy within 60 days, unless objection by Corva.",
        "self-judge",
        ["help"],
        ["attack on Alba", "objection by Corva"],
    ),
    "thinks it futile": (
        "help: If attack on Alba, then Corva shall deploy within 60 days, unless futility in the opinion of Corva.",
        "self-judge",
        ["help"],
        ["attack on Alba", "futility in the opinion of Corva"],
    ),
}


@pytest.mark.parametrize(("text", "kind", "labels", "history"), ESCAPES.values(), ids=ESCAPES)
def test_whoever_is_bound_escapes_lawfully(text, kind, labels, history):
    asked = Asked(evasion, text)
    answer = asked.only()
    witness, timeline = asked.played()
    assert (answer.kind, asked.labels(answer), answer.parties, happens(witness)) == (kind, labels, ("Corva",), history)
    assert escapes(asked.code, witness, answer.norms[0], "Corva")
    assert violations(timeline, answer.norms, "Corva") == ()
    stays = play(asked.code, witness.entries[:1], in_force=witness.in_force, until=witness.until)
    assert [each.who for each in violations(stays, answer.norms[:1])] == [("Corva",)]


HELD = {
    "notice longer than the time to perform": f"{HELP} leaving: Any Party may withdraw with 3 months notice.",
    "no withdrawal while there is an attack": f"{HELP} leaving: Any Party may withdraw with 30 days notice, unless attack on Alba.",
    "violated before it leaves": (
        "help: If attack on Alba, then Brena shall pay within 60 days, failing which Corva shall deploy within 60 days. "
        "leaving: Any Guarantor may withdraw with 100 days notice."
    ),
    "a power of all together": f"{HELP} rest: The Parties acting by consensus may suspend clause help.",
    "a power over something else": f"{HELP} talks: Each Party shall meet every year. rest: Corva may suspend clause talks.",
    "a power of somebody else": f"{HELP} rest: Alba may suspend clause help.",
    "consent of the one to whom it is owed": "help: If attack on Alba, then Corva shall deploy within 60 days, unless consent by Alba.",
    "performance of another kind": "help: If attack on Alba, then Corva shall deploy within 60 days, unless pay by Corva.",
    "somebody else's opinion": "help: If attack on Alba in the opinion of Dorn, then Corva shall deploy within 60 days.",
    "what stands from the beginning": "peace: No Party shall use force. dues: Each Party shall pay every year. leaving: Any Party may withdraw.",
    "a majority without it": COUNCIL.replace("consensus", "a majority")
    + "help: If attack on Alba, then Corva shall deploy within 60 days, provided that approval of the plan by the Council.",
}


@pytest.mark.parametrize("text", HELD.values(), ids=HELD)
def test_whoever_is_bound_stays_bound(text):
    assert Asked(evasion, text).answers == ()


def test_its_own_opinion_binds_it():
    asked = Asked(evasion, "help: If attack on Alba in the opinion of Corva, then Corva shall deploy within 60 days.")
    witness, timeline = asked.played()
    assert (asked.told(), happens(witness)) == ([("opinion", ["help"], ["Corva"])], ["attack on Alba"])
    assert never_bound(timeline, asked.number("help"), "Corva")


@pytest.mark.parametrize("waiting", ["provided that approval of the plan by the Council", "within 60 days of approval of the plan by the Council"])
def test_it_keeps_the_body_from_deciding_that_its_duty_waits_for(waiting):
    within = "" if waiting.startswith("within") else "within 60 days, "
    asked = Asked(evasion, f"{COUNCIL}help: If attack on Alba, then Corva shall deploy {within}{waiting}.")
    answer = asked.only()
    witness, timeline = asked.played()
    assert asked.told() == [("veto", ["help"], ["Corva"])]
    assert [step.said for step in answer.steps] == ["3 of 3 votes in Council are needed, and without Corva there are 2"]
    assert violations(timeline, (asked.number("help"),)) == ()
    assert not never_bound(replay(asked.code, witness), asked.number("help"), "Corva")


def test_one_answer_names_all_that_a_power_lets_escape():
    asked = Asked(evasion, f"{HELP} aid: If call, then each Guarantor shall pay within 90 days. leaving: Any Party may withdraw with 30 days notice.")
    answer = asked.only()
    assert answer.parties == ("Corva", "Dorn", "Edra")
    assert [(asked.code.norms[step.norm].label, step.said) for step in answer.steps] == [
        ("help", "can be escaped by Corva"),
        ("aid", "can be escaped by Corva, Dorn and Edra"),
    ]


CALLED_OFF = "help: If attack by Alba on Brena, then Corva shall deploy within 60 days, unless objection by Alba."


def test_whoever_set_a_duty_off_calls_it_off():
    asked = Asked(evasion, CALLED_OFF)
    answer = asked.only()
    witness, timeline = asked.played()
    assert (answer.kind, asked.labels(answer), answer.parties) == ("called off", ["help"], ("Alba",))
    assert happens(witness) == ["attack by Alba on Brena", "objection by Alba"]
    assert violations(timeline) == ()
    assert is_called_off(asked.code, witness, answer.norms[0], "Alba")
    without = play(asked.code, witness.entries[:1], in_force=witness.in_force, until=witness.until)
    assert [each.who for each in violations(without)] == [("Corva",)]


def test_it_calls_a_step_off_that_its_own_failure_opens():
    asked = Asked(
        evasion, "help: If attack on Brena, then Alba shall pay within 9 days, failing which Corva shall deploy within 9 days, unless objection by Alba."
    )
    answer = asked.only()
    assert (answer.kind, answer.parties, happens(asked.played()[0])) == ("called off", ("Alba",), ["attack on Brena", "objection by Alba"])


NOT_CALLED_OFF = {
    "whoever is attacked may": CALLED_OFF.replace("objection by Alba", "objection by Brena"),
    "two must": CALLED_OFF.replace("objection by Alba", "objection by Alba and Brena"),
    "an act and no word": CALLED_OFF.replace("objection by Alba", "payment by Alba"),
}


@pytest.mark.parametrize("text", NOT_CALLED_OFF.values(), ids=NOT_CALLED_OFF)
def test_nobody_calls_it_off(text):
    assert [each for each in Asked(evasion, text).answers if each.kind == "called off"] == []
