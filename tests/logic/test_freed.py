"""Duties that an event can free from at any time stand in no conflict; where the event or the duty has another part in the treaty, nothing is concluded."""

from __future__ import annotations

import pytest

from clausekit.logic.freed import Freed
from clausekit.logic.index import Index
from clausekit.norms.lower import lower
from clausekit.pipeline import read_source
from clausekit.pipeline.proving import Proving
from clausekit.source import Source

HEAD = """party Alba.
party Brena.
party Corva.
action deploy forces as "deployment of forces".
action report as "report".
event attack "an attack".
event objection "an objection".
"""
NONE = "If attack, then Brena shall deploy forces within 30 days, unless objection by Corva."


def freed(sentences: str) -> bool:
    reading = read_source(Source(HEAD + sentences))
    assert reading.record is not None
    code = lower(reading.record)
    return Freed(Index(code)).can_be(next(norm for norm in code.norms if norm.label == "answer"))


@pytest.mark.parametrize(
    ("said", "can_be"),
    [
        (f"answer: {NONE}", True),
        (f"answer: {NONE}\nline: Brena shall not deploy forces.", True),
        ("answer: If attack, then Brena shall deploy forces within 30 days.", False),
        (f"answer: {NONE}\nother: If objection by Corva, then Alba shall report within 3 days.", False),
        (f"answer: {NONE}\nother: Corva shall not deploy forces.", True),
        (f"answer: {NONE}\nother: If violation of clause answer, then Alba shall report within 3 days.", False),
        (f"answer: {NONE}\nline: Brena shall not deploy forces, subject to clause answer.", False),
        (f"answer: {NONE}\nleave: Alba may report, unless objection by Corva.", False),
        ("answer: If attack, then Brena shall deploy forces within 30 days, unless objection by Corva as determined by Alba.", False),
        ("answer: If attack by any Party, then each other Party shall deploy forces within 30 days, unless objection by that Party.", False),
        ("answer: If attack, then Brena shall deploy forces within 30 days, unless not objection by Corva within 3 days of attack.", False),
        ("answer: Brena shall deploy forces every month, unless objection by Corva.", False),
        (f"answer: {NONE[:-1]},\n  failing which Alba may report.", False),
    ],
)
def test_what_can_be_freed_from_at_any_time(said: str, can_be: bool):
    assert freed(said) is can_be


def test_a_duty_that_another_can_end_at_once_is_in_no_conflict():
    source = Source(f"{HEAD}answer: {NONE}\nline: Brena shall not deploy forces.")
    found = read_source(source, proving=Proving(60), select=["CK411", "CK423"]).diagnostics
    assert not found
    source = Source(f"{HEAD}answer: {NONE.replace(', unless objection by Corva', '')}\nline: Brena shall not deploy forces.")
    assert [each.code for each in read_source(source, proving=Proving(60), select=["CK411", "CK423"]).diagnostics] == ["CK411"]
