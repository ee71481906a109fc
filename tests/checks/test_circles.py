"""Circles: each is found, begins where the author began, and no name stands in two."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.checks.circles import circles


@pytest.mark.parametrize(
    ("leads_to", "found"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"]}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b"], "b": ["a"]}, [("a", "b")]),
        ({"x": ["b"], "a": ["b"], "b": ["c"], "c": ["a"]}, [("a", "b", "c")]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["c"]}, [("a", "b"), ("c",)]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
    ],
    ids=["nothing", "chain", "itself", "pair", "from outside", "two", "diamond"],
)
def test_circles(leads_to, found):
    assert list(circles(leads_to)) == found


def test_a_chain_may_be_longer_than_the_stack():
    chain = {str(at): [str(at + 1)] for at in range(20_000)} | {"20000": ["0"]}
    (circle,) = circles(chain)
    assert len(circle) == 20_001


GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3))


@given(GRAPHS)
def test_a_circle_is_found_exactly_when_there_is_one(leads_to):
    found = list(circles(leads_to))
    try:
        TopologicalSorter(leads_to).prepare()
    except CycleError:
        assert found
    else:
        assert not found


@given(GRAPHS)
def test_a_circle_leads_along_itself(leads_to):
    names = [name for circle in circles(leads_to) for name in circle]
    assert len(names) == len(set(names))
    for circle in circles(leads_to):
        assert all(after in leads_to[name] for name, after in zip(circle, (*circle[1:], circle[0]), strict=True))
        assert min(circle, key=list(leads_to).index) == circle[0]
