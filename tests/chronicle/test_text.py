"""A timeline as text: what is told, in which order, in how many columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clausekit
from clausekit.report.legible import columns
from tests.chronicle.courses import TREATY, markup, raid

WIDTH = 80


def lines_of(simulation, **how) -> list[str]:
    return simulation.render("text", **how).splitlines()


def test_what_happens_stands_before_what_follows_from_it():
    told = lines_of(raid())
    day = told.index("10 March 2026, 14:00  (day 5)")
    assert told[day + 1 : day + 5] == [
        "  - raid by Corva on Brena",
        "      Dorn and Elgar must pay of at least 100 crowns to Brena by 30 March 2026",
        "      Dorn or Elgar must sweep the strait of mines by 15 March 2026",
        "      Alba, Dorn and Elgar must each assist Brena by 20 March 2026",
    ]


def test_a_breach_stands_out_and_says_whose_it_is():
    told = " ".join(line.strip() for line in lines_of(raid()))
    assert "Article 1, paragraph 2 (no mines): VIOLATED by Brena: not to mine the strait" in told
    assert "Article 1, paragraph 4 (payment): VIOLATED by Dorn and Elgar: to pay of at least 100 crowns to Brena" in told


def test_what_merely_stands_is_told_when_asked():
    assert "no mines" not in "".join(lines_of(raid().until("2026-03-19")))
    whole = lines_of(raid().until("2026-03-19"), whole=True)
    assert "      Alba, Brena, Corva, Dorn and Elgar each must not mine the strait" in whole
    assert "      Dorn and Elgar are each to patrol by 31 March 2026" in whole


def test_what_nothing_is_told_of_is_named_at_the_end():
    silent = clausekit.simulate(clausekit.parse(TREATY), in_force="2026-03-01", until="2026-09-05")
    *_, last = silent.render().strip().split("\n\n")
    assert " ".join(last.split()) == (
        "Nothing is told of these, so they count as not complied with: Article 1, paragraph 1 (opening); Article 1, paragraph 7 (hope); "
        "Article 1, paragraph 3 (reports)."
    )
    assert "Nothing is told" not in silent.render(whole=True)


def test_a_history_in_which_nothing_happens_says_so():
    unmoved = clausekit.simulate(clausekit.parse("party Alba. Alba shall consult within 3 days of raid."))
    assert unmoved.render() == "Nothing happens.\n"


@pytest.mark.parametrize("course", [raid, markup])
@pytest.mark.parametrize("whole", [False, True])
def test_no_line_is_wider_than_the_screen(course, whole):
    for width in (40, WIDTH, 110):
        assert max(map(columns, lines_of(course(), whole=whole, width=width))) <= width


@given(st.integers(20, 200))
def test_the_words_do_not_depend_on_the_width(width):
    def said(text: str) -> str:
        return " ".join(text.split())

    assert said(raid().render(width=width)) == said(raid().render())


def test_nothing_in_a_text_can_move_the_cursor():
    built = clausekit.parse(TREATY).treaty.model_copy(update={"title": "Treaty\x1b[31m\u202e of red", "short": None})
    assert "\x1b" not in clausekit.simulate(built, in_force="2026-03-01").duties("2026-03-02").render()
    assert "<U+202E>" in clausekit.simulate(built, in_force="2026-03-01").duties("2026-03-02").render()


def test_the_deadline_that_waited_for_its_event_is_told_when_that_comes():
    text = "party Alba. party Brena. settled: If report by Alba, then Brena shall pay within 10 days of delivery."
    played = clausekit.simulate(clausekit.parse(text), events=[("2026-01-15", "report by Alba"), ("2026-03-01", "delivery")])
    assert [line.text for line in played.lines("opened", "dated")] == ["Brena must pay", "Brena must pay by 11 March 2026"]
    assert "      Brena must pay by 11 March 2026" in lines_of(played)
