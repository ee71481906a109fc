"""`clausekit duties`: who owes what to whom by when, on the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import icalendar
import jsonschema
import pytest

from tests.chronicle.courses import MARKUP, TREATY

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = ("--on", "2026-04-30")


@pytest.fixture(autouse=True)
def strait(files):
    files(strait_clause=TREATY, markup_clause=MARKUP)


def test_the_last_day_of_what_happens_is_asked_about(program):
    shown = program("duties", "strait.clause")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith("Treaty of the Strait: duties on 30 April 2026\n\nAlba\n")
    assert shown == program("duties", "strait.clause", *DAY)
    assert max(map(len, shown.out.splitlines())) <= 80
    assert "\x1b" not in shown.out


def test_where_nothing_happened_the_day_of_entry_into_force_is_enough(program):
    shown = program("duties", "strait.clause", "--in-force", "2026-03-01", "--on", "2026-03-05", "--party", "Dorn")
    assert shown.out.splitlines() == [
        "Treaty of the Strait: duties on 5 March 2026",
        "",
        "Dorn",
        "  by 31 March 2026 (a commitment): patrol -- Article 1, paragraph 7 (hope)",
        "  at all times: not to mine the strait -- Article 1, paragraph 2 (no mines)",
    ]


def test_one_party_is_found_by_either_of_its_names(program):
    short = program("duties", "strait.clause", *DAY, "--party", "alba")
    assert "Brena" not in short.out
    assert short == program("duties", "strait.clause", *DAY, "--party", "the Republic of Alba")
    assert short == program("duties", "strait.clause", *DAY, "--party", "Republic of Alba")
    assert "report" in program("duties", "strait.clause", "--on", "2026-09-01", "--party", "Strait Commission").out
    refused = program("duties", "strait.clause", "--party", "Albba")
    assert (refused.status, refused.err) == (2, refused.err)
    assert "the treaty knows nobody called `Albba`; did you mean `Alba`?" in refused.err


def test_what_may_come_is_told_when_asked(program):
    assert "if raid" not in program("duties", "strait.clause", *DAY).out
    assert "if raid: sweep the strait of mines, unless Dorn does it" in program("duties", "strait.clause", *DAY, "--conditional").out


def test_later_periods_are_told_up_to_a_day(program):
    found = csv.DictReader(io.StringIO(program("duties", "strait.clause", *DAY, "--until", "2026-12-31", "--format", "csv").out))
    assert [(row["due"], row["status"]) for row in found if row["party"] == "Strait Commission"] == [
        ("2026-05-31", "due"),
        ("2026-08-31", "to come"),
        ("2026-11-30", "to come"),
    ]
    refused = program("duties", "strait.clause", *DAY, "--until", "2026-01-01")
    assert "duties: --until 2026-01-01 lies before the day asked about, 2026-04-30" in refused.err


@pytest.mark.parametrize("file", ["strait.clause", "markup.clause"])
@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("csv", "csv"), ("ics", "ics"), ("html", "html"), ("json", "json")])
def test_a_file_gets_what_standard_output_would(file, form, suffix, program):
    shown = program("duties", file, "--on", "2026-03-05", "--format", form)
    assert (shown.status, shown.err) == (0, "")
    assert program("duties", file, "--on", "2026-03-05", "-o", f"owed.{suffix}") == (0, "", f"wrote owed.{suffix}\n")
    written = Path(f"owed.{suffix}").read_bytes()
    assert written.replace(b"\r\n", b"\n") == shown.out.encode().replace(b"\r\n", b"\n")
    program("duties", file, "--on", "2026-03-05", "-o", f"again.{suffix}")
    assert Path(f"again.{suffix}").read_bytes() == written


def test_json_fits_the_schema_that_is_printed(program):
    data = json.loads(program("duties", "strait.clause", "--format", "json", "--conditional").out)
    jsonschema.validate(data, json.loads(program("schema", "--of", "duties").out))
    assert (data["treaty"], data["on"]) == ("Treaty of the Strait", "2026-04-30")


def test_a_calendar_can_be_brought_into_any_other(program):
    program("duties", EXAMPLES / "framework.clause", "--in-force", "2026-06-01", "--party", "France", "--until", "2027-05-31", "-o", "france.ics")
    calendar = icalendar.Calendar.from_ical(Path("france.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) >= 5
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert all(date(2026, 6, 1) <= event.decoded("dtstart") for event in events)
    assert {str(event["summary"]).partition(":")[0] for event in events} == {"France"}


def test_a_calendar_needs_its_extra_and_says_so(program, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    Path("owed.ics").write_text("as it was", encoding="utf-8")
    refused = program("duties", "strait.clause", "-o", "owed.ics")
    assert (refused.status, refused.err) == (
        2,
        "clausekit: a calendar needs the extra `calendar` of clausekit: install `clausekit[calendar]`, or `.[calendar]` from a checkout\n",
    )
    assert Path("owed.ics").read_text(encoding="utf-8") == "as it was"


def test_a_treaty_without_a_name_goes_by_its_file(program, files):
    files(plain_clause="party Alba. Alba shall consult within 3 days.\n")
    shown = program("duties", "plain.clause", "--in-force", "2026-03-01")
    assert shown.out.startswith("plain.clause: duties on 1 March 2026\n")
    assert "  by 4 March 2026: consult -- the sentence" in shown.out


def test_a_bad_log_writes_nothing(program):
    Path("bad.jsonl").write_text('{"on": "2026-03-05", "event": "raid by Nobody"}\n', encoding="utf-8")
    refused = program("duties", "strait.clause", "--events", "bad.jsonl", "-o", "owed.csv")
    assert refused.status == 2
    assert not Path("owed.csv").exists()
    assert "1 line of bad.jsonl cannot be read, so nothing was played" in refused.err
