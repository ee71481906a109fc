"""A treaty that names none of its Parties is asked about as if three States had joined it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from clausekit.norms.joining import as_joined
from clausekit.pipeline import read_source
from clausekit.pipeline.proving import Proving
from clausekit.pipeline.simulation import Stage
from clausekit.source import Source
from tests.norms.treaties import treaty

OTTAWA = (Path(__file__).resolve().parents[2] / "examples" / "treaties" / "ottawa.clause").read_text(encoding="utf-8")
STATES = ("First State", "Second State", "Third State")


def test_a_flaw_of_an_open_treaty_is_shown_of_states_that_joined_it():
    said = OTTAWA.replace("6 months notice", "2 days notice")
    reading = read_source(Source(said, "open.clause"), proving=Proving(3_600), select=["CK418"])
    (found,) = [each for each in reading.diagnostics if each.proof is not None]
    assert found.proof is not None
    assert found.proof.core == ("clarification", "withdrawal")
    assert found.proof.story[0] == "This treaty names none of its Parties: First State, Second State and Third State are taken to have joined it."
    witness = found.proof.witness
    assert witness is not None
    assert reading.record is not None
    lines = [json.loads(json.dumps(each._asdict())) for each in witness.events]
    played = Stage(reading.record).events(lines, in_force=date.fromisoformat(witness.entry_into_force)).until(witness.until)
    clarification = next(norm.number for norm in played.timeline.code.norms if norm.label == "clarification")
    (owed,) = [each for each in played.timeline.opened if each.norm == clarification]
    assert owed.bearers == ("Second State",)
    assert [each for each in played.timeline.of_kind("violated") if each.norm == clarification] == []
    assert read_source(Source(OTTAWA, "open.clause"), proving=Proving(3_600), select=["CK41", "CK42"]).diagnostics == ()


def test_who_is_taken_to_have_joined():
    declared = treaty("action deploy.\n\nhelp: Each State shall deploy within 3 days.")
    assert as_joined(declared)[1] == STATES
    assert [actor.name for actor in as_joined(declared)[0].actors] == list(STATES)
    named = treaty('organ First State "a first State".\naction deploy.\n\nhelp: Each State shall deploy within 3 days.')
    assert as_joined(named)[1] == STATES[1:]
    closed = treaty("party Alba.\naction deploy.\n\nhelp: Alba shall deploy within 3 days.")
    assert as_joined(closed) == (closed, ())
