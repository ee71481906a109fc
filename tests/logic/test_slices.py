"""Slices: what can have to do with one another stays together, and what is asked of slices is what is asked of the whole."""

from __future__ import annotations

import pytest

import clausekit
from clausekit.logic.asking import ask
from clausekit.logic.slices import slices
from clausekit.norms.lower import lower
from tests.norms.histories import EXAMPLES
from tests.norms.treaties import treaty

HEAD = """party Alba. party Brena. guarantor Corva pledging 9 troops.
action deploy in troops. action pay. action train in troops. action trade. event call. status calm.
"""

TOGETHER = {
    "the same act of the same Party": "a: Alba shall pay within 9 days. b: Alba shall not pay.",
    "one opened by what the other asks for": "a: Alba shall pay within 9 days. b: If pay by Alba, then Brena shall trade within 9 days.",
    "one opened by an act whoever does it": "a: Alba shall pay within 9 days. b: If pay, then Brena shall trade within 9 days.",
    "one about the violation of the other": "a: Alba shall pay within 9 days. b: If violation of clause a, then Brena shall trade within 9 days.",
    "one excepted by what the other asks for": "a: Alba shall pay within 9 days. b: Brena shall trade within 9 days, unless pay by Alba.",
    "steps of a ladder": "a: Alba shall pay within 9 days, failing which Brena shall trade within 9 days.",
    "one that ends by a step behind the other": "a: Alba shall pay within 9 days, failing which clause b ceases. b: Brena shall trade within 9 days.",
    "one that yields to the other": "a: Alba shall pay within 9 days. b: Brena shall trade within 9 days, subject to clause a.",
    "one guaranteed by the other": "a: Alba shall pay within 9 days. b: Corva guarantees clause a within 9 days.",
    "one suspended by the other": "a: Alba shall pay within 9 days. b: Brena may suspend clause a.",
    "in one unit": "a: Corva shall deploy of at least 5 troops within 9 days. b: Corva shall train of at least 5 troops within 9 days.",
    "by a state of affairs": "a: While calm, Alba shall pay within 9 days. b: While calm, Brena shall trade within 9 days.",
}


@pytest.mark.parametrize("text", TOGETHER.values(), ids=TOGETHER)
def test_these_stay_together(text):
    assert len(slices(lower(treaty(HEAD + text)))) == 1


APART = {
    "other acts": "a: Alba shall pay within 9 days. b: Brena shall trade within 9 days.",
    "the same act of others": "a: Alba shall pay within 9 days. b: Brena shall pay within 9 days.",
    "the same entry into force": "a: Alba shall pay within 9 days of entry into force. b: Brena shall trade within 9 days of entry into force.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_these_are_apart(text):
    assert [each.norms for each in slices(lower(treaty(HEAD + text)))] == [(0,), (1,)]


def test_what_acts_on_the_whole_treaty_is_in_every_slice():
    parts = slices(lower(treaty(HEAD + "a: Alba shall pay within 9 days. b: Brena shall trade within 9 days. c: Any Party may withdraw.")))
    assert len(parts) == 2
    assert all(len(each.norms) > 1 for each in parts)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_norm_is_in_a_slice(path):
    said = clausekit.read(path).record
    code = lower(said) if said is not None else None
    if code is not None and code.norms:
        parts = slices(code)
        assert {number for part in parts for number in part.norms} == set(range(len(code.norms)))
        for part in parts:
            assert [norm.number for norm in part.code.norms] == list(range(len(part.norms)))
            assert [norm.said for norm in part.code.norms] == [code.norms[number].said for number in part.norms]


@pytest.mark.parametrize("name", ["anzus", "vienna", "budapest"])
@pytest.mark.parametrize("question", ["dead", "collision"])
def test_slices_are_answered_as_the_whole_is(name, question):
    said = clausekit.read(next(path for path in EXAMPLES if path.stem == name)).record
    assert said is not None
    code = lower(said)
    whole = {(each.status, each.kind, each.norms) for each in ask(question, said, code)}
    parts = {(each.status, each.kind, tuple(part.norms[number] for number in each.norms)) for part in slices(code) for each in ask(question, said, part.code)}
    assert parts == whole
