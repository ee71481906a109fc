"""`clausekit status`: for whom a treaty is in force, and what is missing, with histories that are known."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.chronicle.courses import TREATY

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def status(program, treaty: str, *more: str):
    shown = program("status", EXAMPLES / "treaties" / f"{treaty}.clause", "--events", EXAMPLES / "histories" / f"{treaty}.jsonl", *more)
    assert (shown.status, shown.err) == (0, "")
    assert max(map(len, shown.out.splitlines())) <= 80
    return " ".join(shown.out.split())


# ---------------------------------------------------------------- histories that are known


@pytest.mark.parametrize(
    ("treaty", "day", "said"),
    [
        ("paris", "2016-10-04", "missing is ratification by those with at least 55 percent of emissions"),
        ("paris", "2016-10-05", "not in force nothing is missing: it enters into force on 4 November 2016"),
        ("paris", "2016-11-04", "in force since 4 November 2016, for 71: "),
        ("ottawa", "1998-09-15", "missing is deposit of instrument by 2 more (38 have done so)"),
        ("ottawa", "1998-09-16", "nothing is missing: it enters into force on 1 March 1999"),
        ("ottawa", "1998-09-30", "nothing is missing: it enters into force on 1 March 1999"),
        ("ottawa", "1999-03-01", "in force since 1 March 1999, for "),
        ("north-atlantic", "1949-08-23", "missing is "),
        ("north-atlantic", "1949-08-23", "earliest 23 August 1949, if all that is missing happened on 23 August 1949"),
        ("north-atlantic", "1949-08-24", "in force since 24 August 1949, for 12: "),
        ("north-atlantic", "1949-08-24", "by notice on 24 August 1969, and free from 25 August 1970 -- Article 13, paragraph 1 (withdrawal)"),
        ("ctbt", "2023-11-02", "missing is ratification by China, North Korea, Egypt, India, Iran, Israel, Pakistan, Russia and US (35 have done so)"),
        ("ctbt", "2023-11-01", "missing is ratification by China, North Korea, Egypt, India, Iran, Israel, Pakistan and US (36 have done so)"),
        ("ctbt", "2023-11-02", "earliest 30 April 2024, if all that is missing happened on 2 November 2023"),
    ],
)
def test_a_known_history_comes_out_as_it_did(treaty, day, said, program):
    assert said in status(program, treaty, "--on", day)


def test_those_who_consent_on_one_day_are_told_together(program):
    said = status(program, "paris", "--on", "2016-06-01")
    assert "consented 16: 22 April 2016 Barbados, Belize, Fiji, " in said
    assert said.count("22 April 2016") == 1


# ---------------------------------------------------------------- other treaties


@pytest.fixture
def strait(files):
    files(strait_clause=TREATY)


def test_notice_that_runs_is_told(strait, program):
    shown = program("status", "strait.clause")
    assert shown.out.splitlines() == [
        "Treaty of the Strait: status on 30 April 2026",
        "",
        "  in force      since 1 March 2026, for 5: Alba, Brena, Corva, Dorn and Elgar",
        "  leaving       Corva: gave notice on 5 April 2026, and is free from 6 July 2026",
        "                -- Article 3 (leaving)",
        "  may leave     Alba, Brena, Dorn and Elgar: by notice on 30 April 2026, and",
        "                free from 31 July 2026 -- Article 3 (leaving)",
    ]


def test_whoever_has_left_is_bound_no_longer(strait, program):
    said = " ".join(program("status", "strait.clause", "--on", "2026-07-06").out.split())
    assert "in force since 1 March 2026, for 4: Alba, Brena, Dorn and Elgar has left 6 July 2026 Corva" in said
    assert "Corva:" not in said


def test_json_fits_the_schema_that_is_printed(strait, program):
    schema = json.loads(program("schema", "--of", "status").out)
    data = json.loads(program("status", "strait.clause", "--format", "json", "--on", "2026-07-06").out)
    jsonschema.validate(data, schema)
    assert data["in_force_for"] == dict.fromkeys(["Alba", "Brena", "Dorn", "Elgar"], "2026-03-01")
    assert data["left"] == {"Corva": "2026-07-06"}
    assert {each["party"] for each in data["leaving"]} == {"Alba", "Brena", "Dorn", "Elgar"}


PROVISIONAL = """\
treaty "Provisional".
party Alba. party Brena. action report as "report".
Each Party shall report within 10 days of call.
applies provisionally for Alba from signature by Alba until notice of refusal by Alba.
enters into force on ratification by all Parties.
"""


def test_whom_it_applies_to_provisionally_is_told(files, program):
    files(early_clause=PROVISIONAL)
    log = '{"on": "2026-01-05", "event": "signature by Alba"}\n{"on": "2026-03-01", "event": "notice of refusal by Alba"}\n'
    Path("log.jsonl").write_text(log, encoding="utf-8")

    def data(on: str) -> dict:
        found = json.loads(program("status", "early.clause", "--events", "log.jsonl", "--on", on, "--format", "json").out)
        jsonschema.validate(found, json.loads(program("schema", "--of", "status").out))
        return found

    assert (data("2026-01-05")["applies_provisionally_to"], data("2026-01-05")["in_force_for"]) == ({"Alba": "2026-01-05"}, {})
    assert data("2026-03-01")["applies_provisionally_to"] == {}
    shown = program("status", "early.clause", "--events", "log.jsonl", "--on", "2026-01-05").out
    assert "  provisionally applies to 1: 5 January 2026 Alba\n" in shown
    told = program("simulate", "early.clause", "--events", "log.jsonl").out
    assert "  - the treaty applies provisionally for Alba\n" in told
    assert "  - the treaty no longer applies provisionally for Alba\n" in told


def test_a_treaty_that_does_not_say_when_it_begins(files, program):
    files(silent_clause='treaty "Silent".\nparty Alba. party Brena. Each Party shall consult within 3 days of raid.\n')
    Path("log.jsonl").write_text('{"on": "2026-01-05", "event": "signature by Alba"}\n', encoding="utf-8")
    said = " ".join(program("status", "silent.clause", "--events", "log.jsonl").out.split())
    assert "signed 1: Alba" in said


def test_the_end_is_told(files, program):
    files(short_clause='treaty "Short".\nparty Alba. party Brena. remains in force for 1 year.\n')
    said = program("status", "short.clause", "--in-force", "2026-01-01", "--on", "2027-06-01", "--format", "json")
    data = json.loads(said.out)
    assert (data["ended"], data["in_force_for"]) == ("2027-01-02", {})
    assert "ended on 2 January 2027" in " ".join(program("status", "short.clause", "--in-force", "2026-01-01", "--on", "2027-06-01").out.split())


def test_a_bad_log_is_refused(strait, program):
    Path("bad.jsonl").write_text('{"on": "2026-01-05", "event": "ratification by Corrva"}\n', encoding="utf-8")
    refused = program("status", "strait.clause", "--events", "bad.jsonl", "-o", "status.json")
    assert refused.status == 2
    assert refused.err.startswith("bad.jsonl:1: the treaty knows nobody called `Corrva`; did you mean `Corva`?\n")
    assert not Path("status.json").exists()


def test_a_file_gets_what_standard_output_would(strait, program):
    for form, out in (("text", "status.txt"), ("json", "status.json")):
        shown = program("status", "strait.clause", "--format", form)
        assert program("status", "strait.clause", "-o", out) == (0, "", f"wrote {out}\n")
        assert Path(out).read_text(encoding="utf-8") == shown.out
