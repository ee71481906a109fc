"""Flaws planted in real-size treaties are found, are told of the sentences concerned, and are not there without the plant."""

from __future__ import annotations

from collections import Counter

import pytest

from clausekit.checks.registry import checks
from clausekit.diagnostics import Diagnostic
from clausekit.logic.prover import QUESTIONS
from clausekit.pipeline import read_source
from clausekit.pipeline.proving import Proving
from clausekit.source import Source
from tests.logic.planted import PLANTED, Planted

CODES = {each.proved: each.rule.code for each in checks() if each.proved}
# Nothing here hangs on the time that a machine takes.
PROVING = Proving(3_600)


def found(planted: Planted, said: str) -> list[Diagnostic]:
    """What the question finds in a text that stands where the example does."""
    reading = read_source(Source(said, str(planted.path)), folder=str(planted.path.parent), proving=PROVING, select=[CODES[planted.question]])
    return list(reading.diagnostics)


def _named(planted: Planted, number: int) -> str:
    return f"{number}-{planted.question}-{planted.text.rpartition('/')[2]}"


@pytest.mark.parametrize("planted", PLANTED, ids=[_named(each, number) for number, each in enumerate(PLANTED)])
def test_a_planted_flaw_is_found_and_its_repair_is_clean(planted: Planted):
    told = [each for each in found(planted, planted.spoilt) if each.proof is not None and each.proof.verdict in ("shown", "refuted")]
    before = {each.message for each in found(planted, planted.repaired)}
    new = [each for each in told if each.message not in before]
    cores = [set(each.proof.core) for each in new if each.proof is not None]
    assert any(set(planted.labels) <= core for core in cores), [each.message for each in told]


def test_two_flaws_are_planted_for_each_question():
    assert Counter(each.question for each in PLANTED) == dict.fromkeys(QUESTIONS, 2)
