"""How many votes a decision takes, and who can stand in its way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.checks.amounts import SHARES, counted_as, least, most
from clausekit.checks.decisions import blockers, declared_body, seats, sitting_in, spoken, threshold, votes_needed
from clausekit.checks.survey import Survey
from clausekit.model.terms import Decision
from tests.checks.examples import read

PARTIES = "".join(f"party {name}.\n" for name in ("Chad", "Mali", "Niger", "Togo"))


def decision(kind: str, *, fraction: str | None = None, number: int | None = None, reverse: bool = False) -> Decision:
    return Decision(-1, -1, kind, fraction, None if number is None else Decimal(number), None, "", reverse)


def survey_of(declarations: str) -> Survey:
    reading = read(f"{PARTIES}{declarations}\nThe Parties shall consult every year.")
    assert reading.record is not None
    return Survey(reading.record, reading.source)


@pytest.mark.parametrize(
    ("vote", "size", "needed", "said"),
    [
        (decision("consensus"), 7, 7, "consensus"),
        (decision("unanimity"), 7, 7, "unanimity"),
        (decision("majority"), 7, 4, "a majority"),
        (decision("majority"), 8, 5, "a majority"),
        (decision("fraction", fraction="two thirds"), 9, 6, "two thirds"),
        (decision("fraction", fraction="two thirds"), 10, 7, "two thirds"),
        (decision("percent", number=55), 20, 11, "55 percent"),
        (decision("percent", number=55), 3, 2, "55 percent"),
        (decision("at least", number=9), 15, 9, "at least 9"),
        (decision("majority", reverse=True), 15, 0, "rejection by a majority"),
    ],
)
def test_votes(vote, size, needed, said):
    assert votes_needed(vote, size) == needed
    assert spoken(vote) == said


VOTES = st.one_of(
    st.sampled_from(["consensus", "unanimity", "majority"]).map(decision),
    st.sampled_from(sorted(SHARES)).map(lambda share: decision("fraction", fraction=share)),
    st.integers(1, 100).map(lambda number: decision("percent", number=number)),
)


@given(VOTES, VOTES, st.integers(1, 200))
def test_more_is_needed_where_more_is_asked(one, other, size):
    least_of_one, least_of_other = threshold(one), threshold(other)
    assert least_of_one is not None
    assert least_of_other is not None
    assert 1 <= votes_needed(one, size) <= size
    if least_of_one <= least_of_other and "majority" not in (one.kind, other.kind):
        assert votes_needed(one, size) <= votes_needed(other, size)


@pytest.mark.parametrize(
    ("declarations", "names"),
    [
        ("body Board means Chad and Mali.", ("Chad", "Mali")),
        ("group Dry means Chad and Mali.\nbody Board means Dry and Togo.", ("Chad", "Mali", "Togo")),
        ("body Board means the Parties.", ("Chad", "Mali", "Niger", "Togo")),
        ("body Board means the Parties.\nthis treaty is open for accession to any State.", None),
        ("body Board means Chad and Peru.", None),
        ("body Board means the States.", None),
        ('group Big means each Party that "is big".\nbody Board means Big.', None),
        ("class herders.\nbody Board means herders and Chad.", None),
        ("body Board means Board.", None),
        ("body Board of 12 members.", None),
        ("".join(f"group g{at} means g{at + 1}.\n" for at in range(300)) + "group g300 means Chad.\nbody Board means g0.", None),
    ],
)
def test_who_sits_in_a_body_is_known_or_it_is_not(declarations, names):
    assert sitting_in(survey_of(declarations), "Board") == names


def test_seats_are_members_or_their_stated_number():
    survey = survey_of("body Board means Chad and Mali.\nbody Panel of 12 members.\norgan Bank.")
    assert [seats(survey, name) for name in ("Board", "Panel", "Bank", "Chad", "Nobody", "Party")] == [2, 12, None, None, None, 4]


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        ("consensus", ("Chad", "Mali", "Niger")),
        ("two thirds of Board", ()),
        ("three quarters of Board", ("Chad", "Mali", "Niger")),
        ("at least 3 of Board", ("Chad", "Mali", "Niger")),
        ("a majority of Board, including Mali", ("Mali",)),
        ("a majority of Board, without objection by Niger", ("Niger",)),
        ("consensus, excluding Chad", ()),
        ("consensus, failing which a majority of Board", ()),
        ("consensus, failing which a majority of Board, including Chad", ("Chad",)),
        ("unless rejected by at least 1 of Board within 2 days", ("Chad", "Mali", "Niger")),
        ("unless rejected by at least 2 of Board within 2 days", ()),
        ("a majority of Board together with a majority of Pair", ("Chad", "Mali")),
    ],
)
def test_who_can_keep_a_body_from_deciding(rule, names):
    survey = survey_of(f"rule Vote means {rule}.\nbody Board means Chad, Mali and Niger, deciding by Vote.\ngroup Pair means Chad and Mali.")
    body = declared_body(survey, "Board")
    assert body is not None
    assert blockers(survey, body) == names


@pytest.mark.parametrize(
    ("written", "counted", "low", "high"),
    [
        ("at least 40 guns", "gun", 40, None),
        ("at most 40 guns", "gun", None, 40),
        ("40 to 50 guns", "gun", 40, 50),
        ("40", None, 40, 40),
        ("at least 20 percent of stock", "percent of stock", 20, None),
        ("at most one quarter of stock", "percent of stock", None, 25),
        ("at least 40 guns plus 20 guns", "gun", 60, None),
        ("at least 40 guns minus 15 guns", "gun", 25, None),
        ("at most the smaller of 40 guns and 30 guns", "gun", None, 30),
        ("at least the larger of 40 guns and 30 guns", "gun", 40, None),
        ("at least the larger of 40 guns and 30 percent of stock", None, None, None),
        ("at least its previous stock", None, None, None),
    ],
)
def test_what_an_amount_comes_to(written, counted, low, high):
    reading = read(f"party Chad.\nmeasure stock.\naction pay.\nChad shall pay of {written} every year.")
    assert reading.record is not None
    (quantity,) = [use.quantity for use in Survey(reading.record).quantities]
    assert counted_as(quantity) == counted
    assert least(quantity) == low
    assert most(quantity) == high
