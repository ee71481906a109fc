"""Cores: without any one of the norms that bring a flaw about together, the others do not bring it about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clausekit.logic.answers import Answer, Question
from clausekit.logic.prover import prove
from clausekit.model.treaty import Treaty
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.logic.variants import VARIANTS, Variant

HEAD = """party Alba. party Brena. guarantor Corva pledging 100 troops. guarantor Dorn pledging 100 troops. guarantor Edra pledging 50 troops.
action deploy forces as "deployment of forces" in troops. action pay as "payment". action train in troops. event attack. event call.
"""
SMALL: dict[str, tuple[Question, str]] = {
    "three that clash": (
        "conflict",
        """first: Corva shall pay from 2027-03-01 until 2027-03-20. second: Corva shall not pay from 2027-03-01 until 2027-03-10.
        third: Corva shall not pay from 2027-03-11 until 2027-03-20.""",
    ),
    "allowed and forbidden": ("collision", "right: Alba may pay. line: No Party shall pay."),
    "two recipients": (
        "capacity",
        """first: If attack on Alba, then the Guarantors jointly shall deploy forces to Alba of at least 150 troops within 60 days.
        second: If call by Brena, then the Guarantors jointly shall deploy forces to Brena of at least 150 troops within 60 days.""",
    ),
    "nobody left": (
        "guarantee",
        """aid: If attack on Alba, then the Guarantors jointly shall pay within 60 days.
        surety: The Guarantors jointly and severally guarantee clause aid in favour of Alba within 30 days.""",
    ),
    "recourse that goes round": (
        "guarantee",
        """first: If call or if violation of clause third by Edra, then Corva shall pay within 30 days.
        second: If violation of clause first by Corva, then Dorn shall pay within 30 days.
        third: If violation of clause second by Dorn, then Edra shall pay within 30 days.""",
    ),
    "waiting in a circle of three": (
        "deadlock",
        """one: If payment by Edra, then Corva shall pay within 9 days. two: If payment by Corva, then Dorn shall pay within 9 days.
        three: If payment by Dorn, then Edra shall pay within 9 days.""",
    ),
    "answered of others only": (
        "gap",
        """due: Alba and Brena severally shall pay within 60 days of entry into force.
        answer: If violation of clause due by Alba, then Corva shall deploy forces within 30 days.""",
    ),
    "found by consensus": (
        "capture",
        """body Court means Alba, Corva, Dorn and Edra, deciding by consensus.
        answer: If attack by Alba as determined by the Court, then Brena shall pay within 9 days.""",
    ),
}
OF_THE_AGREEMENT = [each for each in VARIANTS if each.question not in ("gap", "capture", "expectation")]


def read(text: str) -> tuple[Treaty, Code]:
    reading = read_source(Source(text))
    assert reading.record is not None
    return reading.record, lower(reading.record)


def shown(treaty: Treaty, code: Code, question: Question) -> list[Answer]:
    return [each for each in prove(treaty, code, only=(question,), budget_seconds=3_600) if each.status == "shown"]


def without(code: Code, number: int) -> tuple[Code, dict[int, int]]:
    """The code without a norm, and the number that each of the others has there. The step behind it stands by itself."""
    left = [norm for norm in code.norms if norm.number != number]
    placed = {norm.number: place for place, norm in enumerate(left)}
    norms = tuple(norm._replace(number=placed[norm.number], after=tuple(placed[each] for each in norm.after if each in placed)) for norm in left)
    return code._replace(norms=norms), placed


def left_over(treaty: Treaty, code: Code, answer: Answer) -> Iterator[tuple[int, Answer]]:
    """For each norm of a core, the flaws of the same kind that the others bring about without it."""
    for number in answer.norms:
        part, placed = without(code, number)
        rest = {placed[other] for other in answer.norms if other != number}
        for again in shown(treaty, part, answer.question):
            if again.kind == answer.kind and again.norms and set(again.norms) <= rest:
                yield number, again


@pytest.mark.parametrize(("question", "text"), SMALL.values(), ids=SMALL)
def test_each_norm_of_a_core_is_needed(question: Question, text: str) -> None:
    treaty, code = read(HEAD + text)
    found = [each for each in shown(treaty, code, question) if each.norms]
    assert found
    for answer in found:
        assert list(left_over(treaty, code, answer)) == []


@pytest.mark.parametrize("variant", OF_THE_AGREEMENT, ids=lambda each: each.name)
def test_each_sentence_of_a_core_of_the_agreement_is_needed(variant: Variant) -> None:
    treaty, code = read(variant.changed)
    found = [each for each in shown(treaty, code, variant.question) if set(variant.labels) & {code.norms[number].label for number in each.norms}]
    assert found
    for answer in found:
        assert list(left_over(treaty, code, answer)) == []
