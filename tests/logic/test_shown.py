"""What holds of every answer to the questions that need no solver: it is shown, and what it claims is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings

import clausekit
from clausekit.logic.answers import Answer
from clausekit.logic.questions.capacity import capacity
from clausekit.logic.questions.capture import capture
from clausekit.logic.questions.deadlock import deadlock
from clausekit.logic.questions.evasion import evasion
from clausekit.logic.questions.gap import gap
from clausekit.logic.questions.guarantee import guarantee
from clausekit.logic.replay import is_so
from clausekit.model.published.convert import record
from clausekit.model.treaty import Treaty
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from tests.logic import test_capacity, test_deadlock, test_evasion, test_gap, test_guarantee
from tests.logic.asking import PARTIES
from tests.model.generate_treaties import treaties
from tests.norms.histories import EXAMPLES
from tests.norms.treaties import treaty

QUESTIONS: tuple[Callable[[Treaty, Code], Iterator[Answer]], ...] = (
    lambda _, code: deadlock(code),
    lambda _, code: gap(code),
    evasion,
    capture,
    capacity,
    lambda _, code: guarantee(code),
)
PLANTED = [
    (PARTIES, text)
    for cases in (test_deadlock.CIRCLES, test_gap.UNANSWERED, test_evasion.ESCAPES, test_guarantee.NOBODY, test_guarantee.ROUND, test_guarantee.BEFORE)
    for text, *_ in cases.values()
] + [(test_capacity.HEAD, text) for text, *_ in test_capacity.TOO_MUCH.values()]


def answers(said: Treaty) -> list[tuple[Code, Answer]]:
    code = lower(said)
    return [(code, answer) for question in QUESTIONS for answer in question(said, code)]


def check(found: list[tuple[Code, Answer]]) -> None:
    for code, answer in found:
        assert answer.status == "shown"
        assert answer.witness is not None or answer.steps
        assert len(set(answer.norms)) == len(answer.norms)
        assert is_so(code, answer), (answer.question, answer.kind)


@pytest.mark.parametrize(("head", "text"), PLANTED)
def test_what_is_claimed_of_a_planted_flaw_is_so(head, text):
    found = answers(treaty(head + text))
    assert found
    check(found)
    assert [answer for _, answer in answers(treaty(head + text))] == [answer for _, answer in found]


def test_a_claim_that_is_not_so_is_found_out():
    for head, text in PLANTED:
        for code, answer in answers(treaty(head + text)):
            if answer.witness is not None and answer.witness.entries:
                nothing_happens = answer._replace(witness=answer.witness._replace(entries=()))
                if answer.question in ("evasion", "capacity") or answer.kind in ("never ends", "nobody left"):
                    assert not is_so(code, nothing_happens) or answer.kind == "opinion", answer


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_claimed_of_an_example_is_so(path):
    said = clausekit.read(path).record
    check(answers(said) if said is not None else [])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(treaties())
def test_any_treaty_can_be_asked(made):
    said = record(made)
    code = lower(said)
    for question in QUESTIONS:
        check([(code, answer) for answer in islice(question(said, code), 5)])
