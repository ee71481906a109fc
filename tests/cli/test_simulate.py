"""`clausekit simulate`: what happens, from a scenario or a log, and where it is shown."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from clausekit.chronicle import json_schema
from tests.chronicle.courses import MARKUP, TREATY
from tests.cli.conftest import UNREADABLE, WRONG

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LOG = (
    '{"on": "2026-03-05", "event": "opening of the strait by Alba"}\n'
    '{"on": "2026-03-10", "event": "raid by Corva on Brena"}\n'
    '{"on": "2026-03-12", "event": "sweeping of mines by Elgar"}\n'
)


@pytest.fixture(autouse=True)
def strait(files):
    files(strait_clause=TREATY, markup_clause=MARKUP)
    Path("log.jsonl").write_text(LOG, encoding="utf-8")


# ---------------------------------------------------------------- what happens


def test_the_one_scenario_of_a_file_need_not_be_named(program):
    shown = program("simulate", "strait.clause")
    assert (shown.status, shown.err) == (0, "")
    assert shown == program("simulate", "strait.clause", "--scenario", "a RAID")
    assert shown.out.startswith("1 March 2026\n  - the treaty enters into force for")
    assert "\x1b" not in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_a_log_is_played(program):
    shown = program("simulate", "strait.clause", "--events", "log.jsonl")
    assert (shown.status, shown.err) == (0, "")
    assert "5 March 2026  (day 0)" in shown.out
    assert "fulfilled by Elgar: to sweep the strait of mines" in " ".join(shown.out.split())
    assert shown.out == program("simulate", "strait.clause", "--events", "-", given=LOG).out
    assert shown.out == program("simulate", "-", "--events", "log.jsonl", given=TREATY).out


def test_entry_into_force_may_be_dated(program):
    dated = program("simulate", "strait.clause", "--events", "log.jsonl", "--in-force", "2026-02-01")
    assert dated.out.startswith("1 February 2026\n")
    assert "paragraph 1 (opening)" in dated.out.split("Nothing is told of these")[1]
    moved = program("simulate", "strait.clause", "--scenario", "A raid", "--in-force", "2026-02-01")
    assert moved.out.startswith("1 February 2026\n")
    nothing = program("simulate", "strait.clause", "--in-force", "2026-02-01", "--until", "2026-02-20")
    assert "opening" in nothing.out
    assert "raid" not in nothing.out


def test_it_goes_on_to_a_day(program):
    longer = program("simulate", "strait.clause", "--events", "log.jsonl", "--until", "2026-03-31").out
    assert "VIOLATED by Dorn and Elgar" in longer
    shorter = program("simulate", "strait.clause", "--events", "log.jsonl", "--until", "2026-03-06").out
    assert "raid" not in shorter


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            ["framework"],
            "say what happens: --scenario NAME, or --events LOG; or --in-force DATE where nothing does; its scenarios are: Attack in winter,",
        ),
        (["strait.clause", "--scenario", "A rad"], "there is no scenario `A rad` (did you mean `A raid`?); there are: `A raid`"),
        (["strait.clause", "--scenario", "A raid", "--events", "log.jsonl"], "choose one: --scenario, or --events"),
        (["strait.clause", "--keep-going"], "--keep-going goes with --events"),
        (["-", "--events", "-"], "standard input can be the file or the log, not both"),
        (["strait.clause", "--in-force", "soon"], "there is no such day as `soon`; write it as in `2027-01-10`"),
        (["strait.clause", "--format", "docx"], "there is no format `docx`; there are: text, json, svg, html"),
        (["strait.clause", "-o", "raid.docx"], "no format is known for `.docx` files; choose one with `--format`: text, json, svg, html"),
        (["strait.clause", "--events", "nowhere.jsonl"], "nowhere.jsonl: there is no such file"),
        (["nowhere.clause"], "nowhere.clause: there is no such file"),
        (["strait.clause", "--unstated", "both"], "there is no reading `both`; there are: joint, several"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(asked, message, program):
    words = [str(EXAMPLES / "framework.clause") if word == "framework" else word for word in asked]
    refused = program("simulate", *words, given=TREATY)
    assert (refused.status, refused.out) == (2, "")
    assert message in refused.err
    assert refused.err.count("\n") == 1
    assert refused.err.startswith("clausekit: ")


def test_a_file_with_errors_is_not_played_unasked(program, files):
    files(wrong_clause=WRONG, unreadable_clause=UNREADABLE, part_clause="parameter N: number.\nparty Alba. Alba shall consult within N days.")
    refused = program("simulate", "wrong.clause", "--in-force", "2026-01-01")
    assert refused.status == 2
    assert refused.err == (
        "clausekit: wrong.clause was not played, because it has errors: `clausekit check wrong.clause` shows them; mend them first, or add --anyway\n"
    )
    assert program("simulate", "wrong.clause", "--in-force", "2026-01-01", "--anyway").status == 0
    part = program("simulate", "part.clause", "--in-force", "2026-01-01", "--anyway")
    assert part.err == "clausekit: part.clause has parameters, and is no treaty by itself; name a file that uses it and gives them values\n"


# ---------------------------------------------------------------- bad logs

BAD = LOG + '{"on": "2026-03-11", "event": "raid by Alba"}\n{"on": "2026-03-13", "event": "raid by Corrva on Brena"}\nnot JSON\n{"on": "2026-03-40", "eve'


def test_a_log_with_mistakes_is_refused_with_their_lines(program):
    Path("bad.jsonl").write_text(BAD, encoding="utf-8")
    Path("old.html").write_text("as it was", encoding="utf-8")
    refused = program("simulate", "strait.clause", "--events", "bad.jsonl", "-o", "old.html")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.splitlines() == [
        "bad.jsonl:4: 2026-03-11 lies before the event above it: put the events in order",
        "bad.jsonl:5: the treaty knows nobody called `Corrva`; did you mean `Corva`?",
        "bad.jsonl:6: this is no JSON object: expecting value, at its character 1",
        "bad.jsonl:7: this is no JSON object: unterminated string starting, at its character 22",
        "clausekit: 4 lines of bad.jsonl cannot be read, so nothing was played; mend them, or leave them out with --keep-going",
    ]
    assert Path("old.html").read_text(encoding="utf-8") == "as it was"
    assert sorted(os.listdir(".")) == ["bad.jsonl", "log.jsonl", "markup.clause", "old.html", "strait.clause"]


def test_the_rest_is_played_when_asked(program):
    Path("bad.jsonl").write_text(BAD, encoding="utf-8")
    played = program("simulate", "strait.clause", "--events", "bad.jsonl", "--keep-going")
    assert played.status == 0
    assert played.err.splitlines()[-1] == "clausekit: 4 lines of bad.jsonl cannot be read, and were left out"
    assert played.out == program("simulate", "strait.clause", "--events", "log.jsonl").out
    piped = program("simulate", "strait.clause", "--events", "-", "--keep-going", given=BAD)
    assert (piped.out, piped.err) == (played.out, played.err.replace("bad.jsonl", "<stdin>"))


def test_nothing_in_a_log_reaches_the_terminal_unseen(program):
    Path("bad.jsonl").write_bytes(b'{"on": "\\u001b[31m", "event": "raid"}\n{"on": "2026-03-13", "event": "raid \\u202e by"}\n')
    told = program("simulate", "strait.clause", "--events", "bad.jsonl").err
    assert "\x1b" not in told
    assert "`<U+001B>[31m`" in told
    assert "\u202e" not in told


def test_a_log_of_nonsense_is_given_up_early(program, monkeypatch):
    from clausekit.norms import eventlog

    seen = []
    monkeypatch.setattr(eventlog, "_object", lambda line: seen.append(line) or "nonsense")
    Path("bad.jsonl").write_text("nonsense\n" * 5000, encoding="utf-8")
    refused = program("simulate", "strait.clause", "--events", "bad.jsonl")
    assert refused.status == 2
    assert "50 or more lines of bad.jsonl cannot be read" in refused.err
    assert len(seen) == 50
    assert program("simulate", "strait.clause", "--events", "bad.jsonl", "--keep-going").status == 0
    assert len(seen) == 5050


def test_a_log_too_large_to_be_played_at_once_is_refused(program, monkeypatch):
    from clausekit.cli import told
    from clausekit.norms import eventlog

    monkeypatch.setattr(told, "_MOST_BYTES", 2_000_000)
    Path("bad.jsonl").write_text("\n" * 300_000, encoding="utf-8")
    assert program("simulate", "strait.clause", "--events", "bad.jsonl").err == "clausekit: bad.jsonl: this log is larger than 2 MB: play it in parts\n"
    monkeypatch.setattr(eventlog, "MOST_EVENTS", 2)
    refused = program("simulate", "strait.clause", "--events", "log.jsonl")
    assert refused.err == "clausekit: log.jsonl: there are more than 2 events in it: play it in parts\n"


def test_one_endless_line_is_one_mistake(program):
    with open("bad.jsonl", "wb") as file:
        file.truncate(200_000_000)  # a hole: as long as it is, it takes no room
    refused = program("simulate", "strait.clause", "--events", "bad.jsonl")
    assert refused.err.splitlines()[0] == "bad.jsonl:1: this line is longer than any event"
    assert refused.status == 2


def test_an_empty_log_is_no_history(program):
    Path("empty.jsonl").write_text("\n\n", encoding="utf-8")
    assert program("simulate", "strait.clause", "--events", "empty.jsonl") == (0, "Nothing happens.\n", "")


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize("file", ["strait.clause", "markup.clause"])
@pytest.mark.parametrize("form", ["text", "json", "svg", "html"])
def test_a_file_gets_what_standard_output_would(file, form, program):
    shown = program("simulate", file, "--format", form)
    assert (shown.status, shown.err) == (0, "")
    out = f"course.{form.replace('text', 'txt')}"
    assert program("simulate", file, "-o", out) == (0, "", f"wrote {out}\n")
    assert Path(out).read_text(encoding="utf-8") == shown.out
    assert shown == program("simulate", file, "--format", form, "-o", "-")


def test_json_fits_the_schema_that_is_printed(program):
    schema = json.loads(program("schema", "--of", "timeline").out)
    assert schema == json_schema.timeline()
    data = json.loads(program("simulate", "strait.clause", "--format", "json").out)
    jsonschema.validate(data, schema)


def test_a_picture_is_named_for_the_treaty_and_the_scenario(program):
    root = etree.fromstring(program("simulate", "strait.clause", "--format", "svg").out.encode())
    assert root[0].text == "Treaty of the Strait: A raid"
    root = etree.fromstring(program("simulate", "strait.clause", "--format", "svg", "--events", "log.jsonl").out.encode())
    assert root[0].text == "Treaty of the Strait: log.jsonl"


def test_a_file_that_cannot_be_written_is_told(program):
    refused = program("simulate", "strait.clause", "-o", "nowhere/course.html")
    assert (refused.status, refused.err) == (2, "clausekit: nowhere/course.html: there is no folder `nowhere`; make it first\n")


@pytest.mark.parametrize("name", ["Attack in winter", "Disputed breach", "One guarantor absent", "Staged escalation to force"])
def test_the_framework_agreement_is_played(name, program):
    shown = program("simulate", EXAMPLES / "framework.clause", "--scenario", name)
    assert (shown.status, shown.err) == (0, "")
    assert max(map(len, shown.out.splitlines())) <= 80
