"""The codes derived from seven modelled treaties, beside the published ones: they agree, or the page says why not."""

from __future__ import annotations

from clausekit.codes.atop.variables import BY_NAME
from tests.codes.generate import PAGE, TREATIES, compared, differences, renewed

LEAST = 0.95


def test_hardly_any_derivable_code_differs():
    derivable = [each for each in compared() if each.derived is not None]
    agree = [each for each in derivable if each.derived == each.published]
    assert len(derivable) > 400
    assert len(agree) >= LEAST * len(derivable)


def test_hardly_any_published_code_is_not_derivable():
    every = compared()
    assert len(every) == 63 * len(TREATIES)
    assert sum(each.derived is None for each in every) <= 0.05 * len(every)


def test_every_difference_is_explained_and_nothing_else():
    differing = {(each.treaty, each.variable) for each in compared() if each.derived != each.published}
    assert differing == set(differences())
    assert all(len(reason.split()) >= 4 for reason in differences().values())


def test_a_derived_value_is_one_that_the_variable_has():
    for each in compared():
        values = BY_NAME[each.variable].values
        assert each.derived is None or not values or each.derived in values, each


def test_the_tables_of_the_page_are_current():
    """`python -m tests.codes.generate` brings them up to date."""
    text = PAGE.read_text(encoding="utf-8")
    assert renewed(text) == text
