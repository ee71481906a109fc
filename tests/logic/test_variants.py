"""Each of eleven flaws of the framework agreement is there, and is shown by playing a course of events."""

from __future__ import annotations

from functools import cache

import pytest

from clausekit.diagnostics import Severity
from clausekit.model.treaty import Treaty
from clausekit.norms.expecting import Expecting
from clausekit.norms.lower import lower
from clausekit.norms.scenario import Played, run
from clausekit.norms.telling import Telling
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.logic.variants import FRAMEWORK, VARIANTS, Variant

NAMES = [each.name for each in VARIANTS]


@cache
def said(text: str) -> Treaty:
    """The treaty of a text, which must be read whole; what its checks find wrong in it is the flaw."""
    reading = read_source(Source(text, "variant"))
    errors = [each for each in reading.diagnostics if each.severity is Severity.ERROR]
    assert [each.message for each in errors if each.code < "CK3"] == []
    assert reading.record is not None
    return reading.record


def last(text: str) -> tuple[Treaty, Telling, Played]:
    """A text, and its last scenario as it was played."""
    treaty = said(text)
    telling = Telling(treaty, lower(treaty))
    return treaty, telling, run(treaty.scenarios[-1], telling)


def test_there_are_eleven_that_differ():
    assert len({each.name for each in VARIANTS}) == len(VARIANTS) == 11


@pytest.mark.parametrize("variant", VARIANTS, ids=NAMES)
def test_the_flaw_is_shown(variant: Variant):
    treaty, _, played = last(variant.text)
    assert [each.claim for each in played.failures] == []
    labels = {each.label for each in lower(treaty).provisions}
    assert set(variant.labels) <= labels


@pytest.mark.parametrize("variant", VARIANTS, ids=NAMES)
def test_the_flaw_is_not_there_without_the_change(variant: Variant):
    if variant.question == "expectation":
        return  # it is not the scenario that differs
    assert last(f"{FRAMEWORK}\n{variant.scenario}")[2].failures


@pytest.mark.parametrize("variant", VARIANTS, ids=NAMES)
def test_all_other_scenarios_can_still_be_played(variant: Variant):
    treaty = said(variant.text)
    telling = Telling(treaty, lower(treaty))
    assert len([run(each, telling) for each in treaty.scenarios]) == len(said(FRAMEWORK).scenarios) + 1


def test_the_expectation_is_refuted_while_the_guarantors_comply():
    treaty, telling, played = last(next(each for each in VARIANTS if each.question == "expectation").text)
    expectation = next(each for each in treaty.expectations if each.name == "an attack is answered")
    tried = Expecting(treaty, telling).verdict(expectation, [played]).tried[0]
    assert (tried.bearing, tried.who) == ("refuted", ())
