"""Who owes what at the end of a day: statuses, deadlines, and those to whom it is owed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import clausekit
from clausekit.norms.calendar import NEVER
from clausekit.norms.duties import Due, duties
from clausekit.norms.play import play
from tests.norms.histories import FIRST, histories, rules

PARTIES = "party Alba. party Brena. party Corva.\n"


def owed(text: str, events=(), *, on: str, in_force: str = "2026-03-01", until: str | None = None) -> list[tuple[str, str, str | None]]:
    """Who owes it, how it stands, and its day."""
    simulation = clausekit.simulate(clausekit.parse(PARTIES + text), events=events, in_force=in_force)
    rows = simulation.duties(on, until=until, conditional=True).rows
    return [(row.party, row.status, row.due.isoformat() if row.due else None) for row in rows]


@pytest.mark.parametrize(
    ("text", "on", "status", "due"),
    [
        ("Alba shall report within 10 days.", "2026-03-05", "due", "2026-03-11"),
        ("Alba shall report within 10 days.", "2026-03-11", "due", "2026-03-11"),
        ("Alba shall report within 10 days.", "2026-03-12", "overdue", "2026-03-11"),
        ("Alba shall report by 2026-04-01.", "2026-03-05", "due", "2026-04-01"),
        ("Alba shall report within 36 hours.", "2026-03-01", "due", "2026-03-02"),
        ("Alba shall report.", "2030-01-01", "standing", None),
        ("Alba shall report at all times.", "2030-01-01", "standing", None),
        ("Alba shall not report.", "2030-01-01", "standing", None),
        ("Alba shall not report for 1 year.", "2026-05-01", "standing", None),
        ("If raid, then Alba shall report within 10 days.", "2026-03-05", "if", None),
        ("Alba should report within 10 days.", "2026-03-05", "due", "2026-03-11"),
        ("Alba shall report every 3 months.", "2026-03-05", "due", "2026-05-31"),
        ("Alba shall report every 3 months.", "2026-07-05", "due", "2026-08-31"),
    ],
)
def test_how_a_duty_stands(text, on, status, due):
    assert owed(text, on=on) == [("Alba", status, due)]


@pytest.mark.parametrize(
    ("text", "events", "on"),
    [
        ("Alba may report within 10 days.", (), "2026-03-05"),
        ("Alba need not report.", (), "2026-03-05"),
        ("Alba shall report within 10 days.", [("2026-03-03", "report by Alba")], "2026-03-05"),
        ("Alba shall report within 10 days.", [("2026-03-20", "report by Alba")], "2026-03-21"),
        ("Alba shall not report for 1 month.", (), "2026-05-01"),
        ("Alba should report within 10 days.", (), "2026-03-20"),
        ("Alba shall report every 3 months.", [("2026-03-03", "report by Alba")], "2026-03-05"),
        ("Alba shall report within 10 days unless war.", [("2026-03-02", "war")], "2026-03-05"),
        ("Alba shall report within 10 days.", (), "2026-02-27"),
    ],
)
def test_what_is_not_owed(text, events, on):
    assert owed(text, events, on=on) == []


def test_what_recurs_is_owed_again_and_again():
    text = "Alba shall report every 1 month."
    assert owed(text, on="2026-03-15", until="2026-06-30") == [
        ("Alba", "due", "2026-03-31"),
        ("Alba", "to come", "2026-04-30"),
        ("Alba", "to come", "2026-05-31"),
        ("Alba", "to come", "2026-06-30"),
    ]
    assert owed(text, [("2026-03-02", "report by Alba")], on="2026-03-15", until="2026-05-31") == [
        ("Alba", "to come", "2026-04-30"),
        ("Alba", "to come", "2026-05-31"),
    ]


def test_a_suspended_duty_moves_its_day():
    text = "payment: Alba shall pay within 10 days.\noff: Brena may suspend clause payment.\non: Brena may resume clause payment.\n"
    stopped = ("2026-03-05", "suspension of clause payment by Brena")
    assert owed(text, [stopped], on="2026-03-08") == [("Alba", "suspended", None)]
    assert owed(text, [stopped, ("2026-03-10", "resumption of clause payment by Brena")], on="2026-03-11") == [("Alba", "due", "2026-03-16")]


def test_only_those_who_fell_short_are_in_arrears():
    text = "Each Party shall report within 10 days."
    assert owed(text, [("2026-03-03", "report by Alba"), ("2026-03-04", "report by Corva")], on="2026-03-20") == [("Brena", "overdue", "2026-03-11")]


def test_all_are_in_arrears_who_owe_it_together():
    text = "The Parties jointly and severally shall report within 10 days."
    assert [who for who, status, _ in owed(text, on="2026-03-20") if status == "overdue"] == ["Alba", "Brena", "Corva"]
    assert owed(text, [("2026-03-03", "report by Alba")], on="2026-03-20") == []


def test_to_whom_it_is_owed():
    text = "Each Party shall report to each other Party within 10 days.\nIf raid on any Party as victim, then Corva shall pay to victim within 10 days."
    simulation = clausekit.simulate(clausekit.parse(PARTIES + text), events=[("2026-03-02", "raid on Brena")], in_force="2026-03-01")
    rows = {(row.party, row.act): row.owed_to for row in simulation.duties("2026-03-03").rows}
    assert rows["Alba", "report to Brena or Corva"] == ("Brena", "Corva")
    assert rows["Corva", "pay to Brena"] == ("Brena",)


def test_whoever_has_left_owes_nothing_that_was_not_yet_due():
    text = "Each Party shall report every 1 year.\nAny Party may withdraw with 1 month notice."
    assert [who for who, *_ in owed(text, [("2026-04-01", "withdrawal by Corva")], on="2026-06-01")] == ["Alba", "Brena"]


@settings(max_examples=150)
@given(data=st.data())
def test_whatever_happens_the_books_are_in_order(data):
    """Each who owes is bound; what is due lies ahead, what is overdue behind; and nothing is owed before entry into force."""
    code = data.draw(st.sampled_from(rules()))
    timeline = play(code, data.draw(histories(code)), in_force=data.draw(st.sampled_from([None, FIRST])), until=FIRST + 24 * 500)
    at = data.draw(st.integers(FIRST - 24, FIRST + 24 * 500))
    begins = min((each.at for each in timeline.of_kind("in force", "provisionally")), default=NEVER)
    found = duties(timeline, at, until=at + 24 * 200)
    for due in found:
        assert isinstance(due, Due)
        if due.opened is None:
            assert (due.status, due.closes) == ("if", NEVER)
            continue
        assert begins <= at
        assert due.who in due.opened.bearers
        assert {"overdue": due.closes < at, "due": due.closes >= at, "to come": due.closes > at}.get(due.status, True)
        assert due.status != "to come" or due.closes <= at + 24 * 200
    for name in code.actors:
        assert duties(timeline, at, party=name) == tuple(each for each in duties(timeline, at) if each.who == name)


def test_a_day_of_the_whole_calendar_can_be_asked_about():
    simulation = clausekit.simulate(clausekit.parse(PARTIES + "Alba shall report within 10 days."), in_force="2026-03-01")
    assert simulation.duties(date.min).rows == ()
    assert [row.status for row in simulation.duties(date.max).rows] == ["overdue"]
