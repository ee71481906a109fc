"""What if: other courses of events from one that was played, which itself never changes, and where two of them part."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clausekit
from clausekit.pipeline.simulation import Simulation
from tests.chronicle.courses import TREATY, raid

READING = clausekit.parse(TREATY)
EVENTS = (
    ("2026-03-05", "opening of the strait by Alba"),
    ("2026-03-10", "raid by Corva on Brena"),
    ("2026-03-12", "sweeping of mines by Elgar"),
    ("2026-03-15", "pay by Dorn to Brena of 60 crowns"),
    ("2026-03-20", "mine the strait by Brena"),
    ("2026-04-05", "withdrawal by Corva"),
)
OPEN = """\
treaty "Open Treaty". action report as "report".
this treaty is open for accession to any State.
enters into force on accession by at least 2 States.
Each Party shall report within 10 days of entry into force.
"""


def simulate(*events: tuple[str, str], until: str = "2026-04-30") -> Simulation:
    return clausekit.simulate(READING, events=events, in_force="2026-03-01", until=until)


def told(simulation: Simulation) -> list[tuple[date, str]]:
    return [(line.on, line.text) for line in simulation.lines()]


# ---------------------------------------------------------------- branches


def test_a_course_of_events_never_changes():
    before, drawn = told(raid()), raid().render("json")
    branches = [raid().after("2026-03-11", "sweeping of mines by Dorn"), raid().after("2026-03-11", "storm"), raid().until("2026-03-12")]
    assert (told(raid()), raid().render("json")) == (before, drawn)
    assert len({branch.render("json") for branch in branches} | {drawn}) == 4


def test_branches_know_nothing_of_one_another():
    paid = raid().after("2026-03-16", "pay by Elgar to Brena of 40 crowns")
    raided = raid().after("2026-03-16", "raid by Corva on Alba")
    assert [line.clause for line in paid.lines("fulfilled")].count("payment") == 1
    assert "payment" not in [line.clause for line in raided.lines("fulfilled")]
    assert told(raid().after("2026-03-16", "pay by Elgar to Brena of 40 crowns")) == told(paid)


@given(st.lists(st.sampled_from(EVENTS), unique=True, min_size=1), st.data())
def test_step_by_step_or_at_once_in_any_order_is_the_same(events, data):
    step_by_step = simulate()
    for on, event in data.draw(st.permutations(events)):
        step_by_step = step_by_step.after(on, event)
    assert sorted(told(step_by_step)) == sorted(told(simulate(*events)))
    assert step_by_step.violations() == simulate(*events).violations()


def test_what_happens_behind_the_end_is_played_to_its_day():
    longer = simulate(*EVENTS, until="2026-04-05").after("2026-06-01", "raid by Alba on Brena")
    assert [line.on for line in longer.lines("opened") if line.clause == "sweeping"] == [date(2026, 3, 10), date(2026, 6, 1)]
    assert longer.lines()[-1].on == date(2026, 6, 1)


@pytest.mark.parametrize("on", ["2026-03-16", "2026-03-16T00:00", date(2026, 3, 16), datetime(2026, 3, 16), datetime(2026, 3, 16, tzinfo=UTC)])  # noqa: DTZ001
def test_a_day_is_given_in_any_way(on):
    assert told(raid().after(on, "storm")) == told(raid().after("2026-03-16", "storm"))


@pytest.mark.parametrize(
    ("on", "event", "message"),
    [
        ("2026-02-30", "storm", "there is no such day as `2026-02-30`"),
        ("2026-03-16", "storm by Albba", "the treaty knows nobody called `Albba`; did you mean `Alba`?"),
        ("2026-03-16", "Alba shall report", "cannot be read as an event"),
        (20260316, "storm", "`on` is a day, as a date or as text, and `event` is text"),
    ],
)
def test_what_is_no_event_is_refused(on, event, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        raid().after(on, event)


def test_others_may_join_an_open_treaty():
    waiting = clausekit.simulate(clausekit.parse(OPEN), events=[("2026-01-05", "accession by Zembla")])
    joined = waiting.after("2026-02-05", "accession by Syldavia")
    assert [line.text for line in waiting.lines("in force")] == []
    assert [line.text for line in joined.lines("in force")] == ["the treaty enters into force for Zembla and Syldavia"]
    assert joined.duties("2026-02-06", party="Syldavia").rows[0].due == date(2026, 2, 15)


def test_many_may_ask_at_once():
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda day: raid().after(f"2026-03-{day:02}", "storm").render("json"), [11, 12, 13, 14] * 3))
    assert found == [raid().after(f"2026-03-{day:02}", "storm").render("json") for day in [11, 12, 13, 14] * 3]


# ---------------------------------------------------------------- compared


def test_where_two_courses_part_is_told():
    paid = raid().after("2026-03-16", "pay by Elgar to Brena of 40 crowns")
    difference = raid().compare(paid)
    assert difference.only_first == ("31 March 2026: Article 1, paragraph 4 (payment): VIOLATED by Dorn and Elgar: to pay of at least 100 crowns to Brena",)
    assert difference.only_second[0] == "16 March 2026: pay by Elgar to Brena of 40 crowns"
    assert any("(payment): fulfilled by" in line for line in difference.only_second)


def test_two_courses_that_are_the_same_do_not_part():
    assert raid().compare(raid()) == ((), ())
    assert raid().compare(clausekit.simulate(READING, scenario="A raid")) == ((), ())


@given(st.lists(st.sampled_from(EVENTS), unique=True), st.lists(st.sampled_from(EVENTS), unique=True))
def test_a_comparison_reads_the_same_from_either_side(first, second):
    one, other = simulate(*first), simulate(*second)
    there, back = one.compare(other), other.compare(one)
    assert (there.only_first, there.only_second) == (back.only_second, back.only_first)
    assert (there == ((), ())) == (set(told(one)) == set(told(other)))
