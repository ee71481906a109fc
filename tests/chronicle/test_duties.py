"""Duties as text, CSV, JSON and iCalendar: the same duties in each, and nothing in them that a reader takes for its own."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import icalendar
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import clausekit
from clausekit.chronicle import json_schema
from clausekit.chronicle.calendar_of_duties import FORMATS, Duties, Duty
from tests.chronicle.courses import TREATY, markup, raid

DAY = date(2026, 4, 30)


def owed(simulation, day=DAY, **how) -> Duties:
    return simulation.duties(day, **how)


def rows_of(duties: Duties) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(duties.render("csv"), newline="")))


def calendar_of(duties: Duties) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(duties.render("ics"))


# ---------------------------------------------------------------- what is owed


def test_who_owes_it_with_whom_is_said():
    shared = {(row.party, row.clause): row.shared for row in owed(raid(), conditional=True).rows}
    assert shared["Dorn", "payment"] == "in all, together with Elgar"
    assert shared["Dorn", "sweeping"] == "unless Elgar does it"
    assert shared["Dorn", "help"] == ""


@pytest.mark.parametrize(
    ("bearer", "shared"),
    [
        ("Each Party", ""),
        ("The Parties jointly", "jointly with Brena and Corva"),
        ("The Parties jointly and severally", "unless Brena or Corva does it"),
        ("Any Party", "unless Brena or Corva does it"),
        ("At least 2 Parties", "2 of Alba, Brena and Corva must"),
        ("A majority of the Parties", "2 of Alba, Brena and Corva must"),
    ],
)
def test_a_duty_of_several_never_reads_like_another(bearer, shared):
    text = f"party Alba. party Brena. party Corva. {bearer} shall report within 10 days."
    duties = owed(clausekit.simulate(clausekit.parse(text), in_force="2026-04-29", until="2026-05-30"))
    assert [row.shared for row in duties.rows if row.party == "Alba"] == [shared]


def test_a_commitment_is_no_duty():
    (row,) = owed(raid(), "2026-03-02", party="Dorn").rows[:1]
    assert (row.clause, row.kind) == ("hope", "commitment")
    assert "by 31 March 2026 (a commitment): patrol" in owed(raid(), "2026-03-02").render()


def test_a_prohibition_stands_on_after_a_breach():
    assert [row.status for row in owed(raid()).rows if row.party == "Brena" and row.clause == "no mines"] == ["standing"]


def test_what_is_suspended_is_not_owed_for_now():
    stopped = raid().after("2026-03-26", "suspension of article 2 by Dorn")
    (row,) = [row for row in owed(stopped, "2026-03-28", party="Alba").rows if row.clause == "passage"]
    assert (row.status, row.due) == ("suspended", None)
    assert "suspended, not owed for now: patrol" in owed(stopped, "2026-03-28").render()


def test_the_present_period_of_what_recurs_is_owed():
    commission = {"party": "Strait Commission"}
    assert [row.due for row in owed(raid(), "2026-09-15", **commission).rows] == [date(2026, 11, 30)]
    reported = raid().after("2026-06-10", "report by Strait Commission")
    assert owed(reported, "2026-06-15", **commission).rows == ()
    later = owed(reported, "2026-06-15", until="2027-03-01", **commission).rows
    assert [(row.due, row.status) for row in later] == [(date(2026, 11, 30), "to come"), (date(2027, 2, 28), "to come")]


def test_a_deadline_that_waited_for_its_event_is_a_day():
    text = "party Alba. party Brena. settled: If report by Alba, then Brena shall pay within 10 days of delivery."
    waiting = clausekit.simulate(clausekit.parse(text), events=[("2026-01-15", "report by Alba")])
    assert [(row.status, row.due) for row in owed(waiting, "2026-03-02").rows] == [("standing", None)]
    dated = waiting.after("2026-03-01", "delivery")
    assert [(row.status, row.due) for row in owed(dated, "2026-03-02").rows] == [("due", date(2026, 3, 11))]


def ceilings():
    text = (
        "party Alba. party Brena. measure tanks of each Party in tanks. action consult. event alarm. "
        "later: Each Party shall ensure that tanks of that Party are at most 20 from 2027-06-15. "
        "now: Each Party shall ensure that tanks of that Party are at most 40 at all times. "
        "talk: If alarm, then Alba shall consult within 72 hours."
    )
    return clausekit.simulate(clausekit.parse(text), events=[("2027-03-01", "tanks of Alba are 45"), ("2027-05-05", "alarm")], in_force="2027-01-01")


def test_what_stands_says_that_it_was_violated_and_when_it_begins():
    rows = {(row.party, row.clause): row for row in owed(ceilings(), "2027-05-06").rows}
    assert (rows["Alba", "now"].violated, rows["Brena", "now"].violated) == (date(2027, 3, 1), None)
    assert (rows["Alba", "later"].begins, rows["Alba", "now"].begins) == (date(2027, 6, 15), None)
    text = owed(ceilings(), "2027-05-06").render()
    assert "VIOLATED on 1 March 2027, at all times: ensure: tanks of Alba at most 40" in text
    assert "from 15 June 2027: ensure: tanks of Brena at most 20" in text
    table = {(row["party"], row["clause"]): row for row in rows_of(owed(ceilings(), "2027-05-06"))}
    assert (table["Alba", "now"]["violated"], table["Alba", "later"]["begins"]) == ("2027-03-01", "2027-06-15")


def test_a_deadline_by_the_hour_names_its_hour_everywhere():
    duties = owed(ceilings(), "2027-05-06", party="Alba")
    (row,) = [each for each in duties.rows if each.clause == "talk"]
    assert (row.due, row.hour, row.by) == (date(2027, 5, 8), "00:00", "8 May 2027, 00:00")
    assert [each["hour"] for each in rows_of(duties) if each["clause"] == "talk"] == ["00:00"]
    (event,) = calendar_of(duties).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2027, 5, 8, tzinfo=UTC)


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize("course", [raid, markup])
def test_json_says_what_the_schema_says(course):
    duties = owed(course(), conditional=True, until="2027-04-30")
    data = json.loads(duties.render("json"))
    schema = json_schema.duties()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    assert data["on"] == "2026-04-30"
    assert [(each["party"], each["duty"]) for each in data["duties"]] == [(row.party, row.act) for row in duties.rows]
    assert [each["due"] for each in data["duties"]] == [row.due.isoformat() if row.due else None for row in duties.rows]


@pytest.mark.parametrize("course", [raid, markup])
def test_csv_reads_back(course):
    duties = owed(course(), conditional=True)
    rows = rows_of(duties)
    assert len(rows) == len(duties.rows)
    assert list(rows[0]) == ["party", "status", "due", "hour", "begins", "violated", "duty", "kind", "shared", "owed to", "clause", "article", "if"]
    assert [row["party"] for row in rows] == [row.party for row in duties.rows]
    assert [row["duty"].removeprefix("'") for row in rows] == [row.act for row in duties.rows]


def test_no_cell_is_taken_for_a_formula():
    duties = owed(markup(), date(2026, 3, 5))
    assert any(row.act.startswith("=HYPERLINK") for row in duties.rows)
    assert [row["duty"] for row in rows_of(duties) if "HYPERLINK" in row["duty"]] == ["'=HYPERLINK(http://example.org)"]


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
starts = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", ""])
cells = st.tuples(starts, texts).map("".join)


@st.composite
def any_duty(draw) -> Duty:
    return Duty(
        draw(cells),
        "due",
        draw(st.none() | st.dates()),
        draw(texts),
        draw(cells),
        tuple(draw(st.lists(cells, max_size=2))),
        draw(cells),
        draw(cells),
        draw(cells),
    )


@given(st.lists(any_duty(), min_size=1, max_size=4))
def test_whatever_is_written_no_cell_begins_like_a_formula_and_none_is_lost(rows):
    read = rows_of(Duties("T", DAY, tuple(rows)))
    assert len(read) == len(rows)
    for row, duty in zip(read, rows, strict=True):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")) for cell in row.values())
        assert row["duty"].removeprefix("'") == duty.act.removeprefix("'")


def test_a_calendar_reads_back():
    duties = owed(raid(), until="2026-12-31")
    events = calendar_of(duties).walk("VEVENT")
    dated = [row for row in duties.rows if row.due is not None]
    assert len(events) == len(dated) > 8
    assert [event.decoded("dtstart") for event in events] == [row.due for row in dated]
    assert str(events[0]["summary"]) == "Alba: patrol (overdue)"
    assert all(event.decoded("dtstamp") == datetime(2026, 4, 30, tzinfo=UTC) for event in events)
    assert any("Owed to Brena" in str(event["description"]) and "together with Elgar" in str(event["description"]) for event in events)


def test_every_event_of_a_calendar_has_a_name_of_its_own_that_stays():
    first = [str(event["uid"]) for event in calendar_of(owed(raid(), until="2026-12-31")).walk("VEVENT")]
    later = [str(event["uid"]) for event in calendar_of(owed(raid(), "2026-05-01", until="2026-12-31")).walk("VEVENT")]
    assert len(set(first)) == len(first)
    assert first == later
    twice = Duties("T", DAY, (Duty("A", "due", DAY, "", "pay", (), "", "", ""),) * 2)
    assert len({str(event["uid"]) for event in calendar_of(twice).walk("VEVENT")}) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_duties_are_the_same_bytes(form):
    fresh = clausekit.simulate(clausekit.parse(TREATY), scenario="A raid")
    assert owed(fresh, until="2026-12-31").render(form) == owed(raid(), until="2026-12-31").render(form)


def test_a_calendar_carries_any_text():
    duties = Duties("Treaty; of, \\ the <b>\nStrait", DAY, (Duty("Alba, and; Brena", "due", DAY, "1 May", "pay\nBEGIN:VEVENT", (), "", "", ""),))
    calendar = calendar_of(duties)
    assert b"X-WR-CALNAME:Treaty\\; of\\, \\\\ the <b>\\nStrait\r\n" in duties.render("ics")
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == "Alba, and; Brena: pay\nBEGIN:VEVENT"


def test_a_format_that_is_none_is_refused():
    with pytest.raises(ValueError, match="duties have no format `docx`; there are: text, csv, ics, html, json"):
        owed(raid()).render("docx")
