"""A timeline as a picture: well formed, nothing from elsewhere, readable by all, and no word over another."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import clausekit
from clausekit.chronicle.picture import MOST_BARS, MOST_EVENTS
from clausekit.chronicle.picture_parts import Bar, rows_of, ticks, width_of
from clausekit.pipeline.simulation import Simulation
from tests.chronicle.courses import TREATY, markup, raid
from tests.docs.pages import ROOT

SVG = "{http://www.w3.org/2000/svg}"
FROM_ELSEWHERE = re.compile(r"@font-face|@import|<script|<image|<use|<foreignObject|href=|src=|url\(", re.IGNORECASE)
EXAMPLE = ROOT / "examples" / "framework.clause"


def scenarios() -> list[str]:
    return [scenario.name for scenario in clausekit.read(EXAMPLE).record.scenarios]


def played(name: str) -> Simulation:
    return clausekit.simulate(clausekit.read(EXAMPLE), scenario=name)


def drawn(simulation: Simulation, **how) -> etree._Element:
    text = simulation.render("svg", **how)
    assert FROM_ELSEWHERE.findall(text) == []
    return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


def boxes(root: etree._Element) -> list[tuple[str, float, float, float, float]]:
    """Every text with the room it takes, by the same measure that places it."""
    found = []
    for element in root.iter(f"{SVG}text"):
        wide = width_of(element.text, bold=element.get("font-weight") == "600")
        x, y = float(element.get("x")), float(element.get("y"))
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[element.get("text-anchor", "start")]
        found.append((element.text, left, left + wide, y - 10, y + 3))
    return found


def over_one_another(root: etree._Element) -> list[tuple[str, str]]:
    return [
        (first[0], second[0])
        for first, second in combinations(boxes(root), 2)
        if first[1] < second[2] and second[1] < first[2] and first[3] < second[4] and second[3] < first[4]
    ]


ALL = [raid, markup, *(lambda name=name: played(name) for name in scenarios())]


@pytest.mark.parametrize("course", ALL)
@pytest.mark.parametrize("whole", [False, True])
def test_no_word_stands_over_another_or_outside(course, whole):
    root = drawn(course(), whole=whole)
    _, _, width, height = map(float, root.get("viewBox").split())
    assert over_one_another(root) == []
    assert [box for box in boxes(root) if box[1] < 0 or box[2] > width or box[4] > height] == []


def test_words_over_one_another_are_found():
    text = '<svg xmlns="http://www.w3.org/2000/svg"><text x="10" y="10">one word</text><text x="30" y="12">another</text></svg>'
    assert over_one_another(etree.fromstring(text)) == [("one word", "another")]


def test_it_has_words_for_those_who_cannot_see_it():
    root = drawn(raid(), title="A raid")
    named = {element.get("id"): element.text for element in root if element.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert root.get("role") == "img"
    assert list(named) == root.get("aria-labelledby").split()
    title, said = named.values()
    assert title == "A raid"
    assert said.startswith("The timeline has 10 moments at which something happens, and ")
    assert "Violated: Article 1, paragraph 2 (no mines), 20 March 2026;" in said
    assert "Nothing shown is violated." in drawn(raid().until("2026-03-12")).find(f"{SVG}desc").text


def test_every_window_and_every_mark_says_what_it_is_when_hovered():
    root = drawn(raid())
    for group in root.iter(f"{SVG}g"):
        assert group.find(f"{SVG}title") is not None
        assert len(group.find(f"{SVG}title").text.split()) > 2
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert "Article 1, paragraph 5 (sweeping): Dorn or Elgar must sweep the strait of mines by 15 March 2026. Fulfilled." in titles
    assert any(title.startswith("20 March 2026: Article 1, paragraph 2 (no mines): VIOLATED by Brena") for title in titles)


def test_a_state_is_told_by_a_sign_and_not_by_colour_alone():
    words = [element.text for element in drawn(raid()).iter(f"{SVG}text")]
    assert {"sweeping ✓", "no mines ✗", "payment ✗", "help ✓", "help ✗"} <= set(words)


def test_lanes_stand_in_the_order_of_the_treaty():
    bold = [element.text for element in drawn(raid(), whole=True).iter(f"{SVG}text") if element.get("text-anchor") == "end"]
    assert [name for name in bold if not name.isdigit()] == ["Alba", "Brena", "Corva", "Dorn", "Elgar", "Strait Commission"]


def test_texts_are_texts_whatever_is_written_in_them():
    root = drawn(markup())
    assert root.find(f"{SVG}title").text == "=1+1 <b>&amp;</b>: <script>alert(2)</script> & ]]> <!-- -->"
    assert any("pay <script>alert(1)</script> & more </title></svg> ]]>" in title.text for title in root.iter(f"{SVG}title"))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "desc", "rect", "line", "text", "g", "path", "circle"}


def test_the_same_history_gives_the_same_picture():
    fresh = clausekit.simulate(clausekit.parse(TREATY), scenario="A raid")
    assert fresh.render("svg") == raid().render("svg")


def test_a_history_of_nothing_is_a_picture_too():
    for simulation in (clausekit.simulate(clausekit.parse(TREATY)), clausekit.simulate(clausekit.parse(TREATY), in_force="9999-12-31")):
        assert over_one_another(drawn(simulation)) == []


def test_what_is_too_much_for_a_picture_is_left_to_words():
    events = [(f"2026-{month:02}-{day:02}", "raid by Corva on Brena") for month in range(1, 13) for day in range(1, 28)]
    root = drawn(clausekit.simulate(clausekit.parse(TREATY), events=events), whole=True)
    assert over_one_another(root) == []
    assert len([rect for rect in root.iter(f"{SVG}rect") if rect.getparent().tag == f"{SVG}g"]) <= MOST_BARS * 6
    more = [element.text for element in root.iter(f"{SVG}text") if element.text.endswith("moments more")]
    assert len(more) == 1
    assert int(more[0].split()[1]) >= len(events) - MOST_EVENTS


# ---------------------------------------------------------------- parts

names = st.text("abcdefghij klmnop", min_size=1, max_size=28)
instants = st.integers(0, 900)


@st.composite
def bars(draw) -> Bar:
    opens = draw(instants)
    return Bar("A", 1, opens, opens + draw(st.integers(0, 900 - opens)), "active", draw(names), "", open_ended=False)


@given(st.lists(bars(), max_size=40))
def test_windows_of_a_lane_never_overlap(lane):
    def x(at: int) -> float:
        return 200.0 + at

    taken: dict[int, list[tuple[float, float]]] = {}
    for bar, row in zip(lane, rows_of(lane, x), strict=True):
        begins, ends, label = bar.place(x)
        low, high = min(begins, label), max(ends, label + width_of(bar.label))
        assert all(high < other[0] or low > other[1] for other in taken.get(row, []))
        assert low >= 0
        assert high <= 1120
        taken.setdefault(row, []).append((low, high))
    assert set(taken) == set(range(len(taken)))


@settings(max_examples=300)
@given(st.dates(), st.dates())
def test_there_are_never_more_days_named_than_have_room(one, other):
    named = ticks(min(one, other), max(one, other))
    assert len(named) <= 9
    assert sorted(set(named)) == named
    assert all(min(one, other) <= day <= max(one, other) for day in named)
