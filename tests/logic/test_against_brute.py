"""The prover is held to all short histories of small treaties, and what it shows to playing alone.

An ordinary run takes more than 5,000 treaties: some of every size, and for the sake of time many more of those with few norms. `make soak` takes 100,000.
"""

from __future__ import annotations

import pytest

from clausekit.logic.answers import Answer
from clausekit.norms.lower import lower
from tests.logic import generate
from tests.logic.against import disagreements, missed
from tests.logic.brute import decide
from tests.logic.compared import Totals, compared, everything
from tests.logic.recheck import Case, doubts
from tests.norms.treaties import treaty

PARTS = 20
SEEDS = range(0, 5_000, 10)
SEEDS_OF_SMALL = range(5_000, 13_500)
MOST_NORMS_OF_SMALL = 3
TREATIES = 5_000
# Of the questions that are put to treaties, so many may be left undecided.
MOST_UNDECIDED = 0.02
# Treaties in which there is much to find.
PLANTED = (11, 18, 25, 33, 40, 138)


def is_small(seed: int) -> bool:
    """Whether a treaty has few norms, by its text: one for each sentence, and for each step behind a failure."""
    text = generate.treaty(seed).text
    return text.count("\n  c") + text.count(", failing which ") <= MOST_NORMS_OF_SMALL


@pytest.mark.parametrize("part", range(PARTS))
def test_neither_short_histories_nor_playing_contradict_the_prover(part):
    totals = Totals()
    for seed, each in compared((*SEEDS[part::PARTS], *filter(is_small, SEEDS_OF_SMALL[part::PARTS]))):
        assert each.wrong == (), f"seed {seed}\n{each.text}"
        totals.add(each)
    assert totals.treaties > 0.9 * TREATIES / PARTS
    assert totals.share_undecided < MOST_UNDECIDED, totals.undecided


def test_a_norm_is_needed_where_its_author_takes_part_in_what_sets_the_others_off():
    """Found by `make soak`: whoever reports with the one whose report sets a prohibition off is left out of it."""
    ((_, each),) = compared([13_542])
    assert each.wrong == ()


def test_the_answers_are_about_something():
    totals = Totals()
    for _, each in compared(SEEDS[:60]):
        totals.add(each)
    assert {"conflict", "collision", "redundant", "gap"} <= {question for question, status in totals.answers if status == "shown"}
    assert {"holds", "refuted"} <= {status for question, status in totals.answers if question == "expectation"}


# ---------------------------------------------------------------- that a wrong answer is found out


def answered(seed: int) -> tuple[Case, list[Answer]]:
    made = generate.treaty(seed)
    said = treaty(made.text)
    code = lower(said)
    return Case(said, code, decide(said, code, step=made.step), made.step), everything(said, code)


def test_what_is_not_found_is_missed():
    found = 0
    for seed in PLANTED:
        case, answers = answered(seed)
        found += bool(list(missed(case.found, [each for each in answers if each.question != "conflict"])))
        found += bool(disagreements(case.found, [each for each in answers if each.question != "collision"]))
    assert found > len(PLANTED) / 2


def test_a_witness_that_shows_nothing_is_found_out():
    shown = 0
    for seed in PLANTED:
        case, answers = answered(seed)
        for each in answers:
            if each.question in ("conflict", "collision") and each.witness is not None and each.witness.entries:
                nothing = each._replace(witness=each.witness._replace(entries=()))
                others = {norm for norm in each.norms if case.code.norms[norm].trigger is not None}
                assert list(doubts(case, [nothing])) or not others
                shown += 1
    assert shown > len(PLANTED) / 2


def test_a_core_that_is_too_large_is_found_out():
    grown = 0
    for seed in PLANTED:
        case, answers = answered(seed)
        for each in answers:
            for norm in case.code.norms:
                if each.question == "conflict" and norm.modality == "duty" and norm.number not in each.norms and not set(norm.bearer.names) & set(each.parties):
                    assert list(doubts(case, [each._replace(norms=tuple(sorted((*each.norms, norm.number))))]))
                    grown += 1
    assert grown
