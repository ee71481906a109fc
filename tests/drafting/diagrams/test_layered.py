"""The layered layout: no box over another, no line through a box, the same each time, whatever there is to draw."""

from __future__ import annotations

import random
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.drafting.diagrams.clauses import _path
from clausekit.drafting.diagrams.layered import MOST_BOXES, Layout, Link, TooLargeError, layered
from clausekit.drafting.diagrams.ordering import _crossings, ordered
from tests.drafting.diagrams.shapes_of import bent, crosses, overlapping

Sizes = dict[object, tuple[float, float]]
KINDS = ("triggers", "failing")


@st.composite
def graphs(draw: st.DrawFn, most: int = 14) -> tuple[Sizes, list[Link]]:
    count = draw(st.integers(0, most))
    sizes: Sizes = {name: (draw(st.integers(1, 240)), draw(st.integers(1, 120))) for name in range(count)}
    ends = st.integers(0, count - 1) if count else st.nothing()
    links = draw(st.lists(st.builds(Link, ends, ends, st.sampled_from(KINDS)), max_size=3 * most, unique=True)) if count else []
    return sizes, links


def stretches(route: list[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """A route as it is drawn, its curves in short straight pieces."""
    path = _path(route, "triggers", "", (0, 0))
    points = [path.start]
    for stretch in path.stretches:
        is_curve = stretch.first is not None and stretch.second is not None
        points += list(bent(points[-1], stretch.first, stretch.second, stretch.to)) if is_curve else [stretch.to]
    return list(pairwise(points))


def boxes_of(sizes: Sizes, layout: Layout) -> dict[object, tuple[float, float, float, float]]:
    return {name: (x, y, x + sizes[name][0], y + sizes[name][1]) for name, (x, y) in layout.corners.items()}


def run_through(sizes: Sizes, links: list[Link], layout: Layout) -> list[tuple[object, Link]]:
    """The lines that run through a box, their own ones too."""
    boxes = boxes_of(sizes, layout)
    found = []
    for link, route in zip(links, layout.routes, strict=True):
        drawn = stretches(route)
        for name, box in boxes.items():
            found += [(name, link) for one, other in drawn if crosses(one, other, box)]
    return found


@settings(derandomize=True, max_examples=250)
@given(graph=graphs())
def test_any_graph(graph):
    sizes, links = graph
    layout = layered(sizes, links)
    boxes = boxes_of(sizes, layout)
    assert set(layout.corners) == set(sizes)
    assert overlapping(boxes) == []
    assert run_through(sizes, links, layout) == []
    for left, top, right, bottom in boxes.values():
        assert -0.1 <= left <= right <= layout.wide + 0.1
        assert -0.1 <= top <= bottom <= layout.high + 0.1


@settings(derandomize=True, max_examples=60)
@given(graph=graphs())
def test_a_line_begins_and_ends_at_its_boxes(graph):
    sizes, links = graph
    layout = layered(sizes, links)
    for link, route in zip(links, layout.routes, strict=True):
        for name, (x, y) in ((link.source, route[0]), (link.target, route[-1])):
            left, top, right, bottom = boxes_of(sizes, layout)[name]
            assert left - 0.2 <= x <= right + 0.2
            assert top - 0.2 <= y <= bottom + 0.2
            assert min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= 0.2, "on an edge of the box"


@settings(derandomize=True, max_examples=40)
@given(graph=graphs())
def test_the_same_graph_is_laid_out_the_same(graph):
    assert layered(*graph) == layered(*graph)


def large(boxes: int, lines: int, seed: int) -> tuple[Sizes, list[Link]]:
    chance = random.Random(seed)
    sizes: Sizes = {f"n{number}": (chance.randint(60, 220), chance.randint(24, 110)) for number in range(boxes)}
    names = list(sizes)
    return sizes, list(dict.fromkeys(Link(chance.choice(names), chance.choice(names), chance.choice(KINDS)) for _ in range(lines)))


@pytest.mark.parametrize("seed", range(2))
def test_sixty_boxes_and_two_hundred_lines(seed):
    sizes, links = large(60, 200, seed)
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    layout = layered(sizes, links)
    sys.setprofile(None)
    assert calls < 300_000, "a bound on the work, which no slow machine changes"
    assert overlapping(boxes_of(sizes, layout)) == []
    assert run_through(sizes, links, layout) == []


def test_a_circle_is_drawn_and_its_lines_keep_their_direction():
    sizes: Sizes = dict.fromkeys("abc", (50, 20))
    links = [Link("a", "b"), Link("b", "c"), Link("c", "a")]
    layout = layered(sizes, links)
    boxes = boxes_of(sizes, layout)
    assert boxes["a"][2] < boxes["b"][0] < boxes["b"][2] < boxes["c"][0], "from left to right"
    assert layout.routes[2][0][0] == boxes["c"][0], "the way back begins where it says"
    assert layout.routes[2][-1][0] == boxes["a"][2]


def test_a_box_may_lead_to_itself():
    sizes: Sizes = {"a": (80, 40), "b": (80, 40)}
    links = [Link("a", "a"), Link("a", "b")]
    assert run_through(sizes, links, layered(sizes, links)) == []


def test_nothing_is_drawn_as_nothing():
    assert layered({}, []) == Layout({}, [], 0.0, 0.0)


def test_parts_that_hang_apart_stand_apart_and_the_largest_first():
    sizes: Sizes = dict.fromkeys(["alone", "a", "b", "c"], (100, 30))
    layout = layered(sizes, [Link("a", "b"), Link("b", "c")], room=300)
    assert layout.corners["alone"][1] > layout.corners["a"][1] + 30


def test_a_line_over_several_layers_keeps_clear_of_what_stands_between():
    sizes: Sizes = dict.fromkeys("abcd", (60, 60))
    links = [Link("a", "b"), Link("b", "c"), Link("c", "d"), Link("a", "d")]
    layout = layered(sizes, links)
    assert run_through(sizes, links, layout) == []
    assert len(layout.routes[3]) == 8, "it passes two layers"


def test_lines_are_uncrossed():
    layers = [[0, 1, 2], [3, 4, 5]]
    steps = [(0, 5), (1, 4), (2, 3)]
    behind = {source: [target] for source, target in steps}
    assert _crossings(layers, {**behind, 3: [], 4: [], 5: []}) == 3
    assert _crossings(ordered(layers, steps), {**behind, 3: [], 4: [], 5: []}) == 0


def test_more_than_a_picture_can_hold_is_refused():
    with pytest.raises(TooLargeError, match=str(MOST_BOXES)):
        layered(dict.fromkeys(range(MOST_BOXES + 1), (1, 1)), [])
    chain = [Link(number, number + 1) for number in range(MOST_BOXES - 1)]
    ends = [Link(number, MOST_BOXES - 1) for number in range(MOST_BOXES - 2)]
    with pytest.raises(TooLargeError, match="pass more boxes"):
        layered(dict.fromkeys(range(MOST_BOXES), (1, 1)), [*chain, *ends])


def test_a_line_through_a_box_would_be_seen():
    sizes: Sizes = {"a": (10, 10), "b": (10, 10), "c": (10, 10)}
    layout = Layout({"a": (0, 0), "b": (20, 0), "c": (40, 0)}, [[(10, 5), (40, 5)]], 50, 10)
    assert [name for name, _ in run_through(sizes, [Link("a", "c")], layout)] == ["b"]
    assert overlapping({"a": (0, 0, 10, 10), "b": (9, 9, 20, 20)}) == [("a", "b")]
