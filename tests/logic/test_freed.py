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


@pytest.mark.parametrize("more", ["", "line: Brena shall not deploy forces.", "other: Corva shall not deploy forces."])
def test_it_can_be_freed_from_at_any_time(more: str) -> None:
    assert freed(f"answer: {NONE}\n{more}")


@pytest.mark.parametrize(
    "said",
    [
        "answer: If attack, then Brena shall deploy forces within 30 days.",
        f"answer: {NONE[:-1]}, failing which clause other ceases. other: Corva shall report at all times.",
        f"answer: {NONE}\nother: If objection by Corva, then Alba shall report within 3 days.",
        f"answer: {NONE}\nother: If violation of clause answer, then Alba shall report within 3 days.",
        f"answer: {NONE}\nline: Brena shall not deploy forces, subject to clause answer.",
        f"answer: {NONE}\nleave: Alba may report, unless objection by Corva.",
        "answer: If attack, then Brena shall deploy forces within 30 days, unless objection by Corva as determined by Alba.",
        "answer: If attack by any Party, then each other Party shall deploy forces within 30 days, unless objection by that Party.",
        "answer: Brena shall deploy forces every month, unless objection by Corva.",
        f"answer: {NONE[:-1]},\n  failing which Alba may report.",
    ],
)
def test_nothing_is_concluded(said: str) -> None:
    assert not freed(said)


def test_a_duty_that_another_can_end_at_once_is_in_no_conflict() -> None:
    source = Source(f"{HEAD}answer: {NONE}\nline: Brena shall not deploy forces.")
    found = read_source(source, proving=Proving(60), select=["CK411", "CK423"]).diagnostics
    assert not found
    source = Source(f"{HEAD}answer: {NONE.replace(', unless objection by Corva', '')}\nline: Brena shall not deploy forces.")
    assert [each.code for each in read_source(source, proving=Proving(60), select=["CK411", "CK423"]).diagnostics] == ["CK411"]


@pytest.mark.parametrize("step", ["this treaty ceases", "this treaty is suspended", "clause answer ceases"])
def test_what_a_step_can_end_is_not_owed_come_what_may(step: str) -> None:
    reading = read_source(Source(f"{HEAD}offer: If attack, then Alba may report within 9 days, failing which {step}.\nanswer: {NONE}\n"))
    assert reading.record is not None
    index = Index(lower(reading.record))
    assert {norm.provision in index.escapable for norm in index.code.norms if norm.label == "answer"} == {True}
