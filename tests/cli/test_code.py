"""`clausekit code`: the variables of a coding scheme, with their clauses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import ONE, UNREADABLE

ALLIANCE = """\
party Syldavia.
party Borduria.
event armed attack.
action succour.

article 1 "Help"
  help: If armed attack on Syldavia, then Borduria shall assist Syldavia within 3 days.
  more: If armed attack on Borduria, then Syldavia shall succour Borduria within 3 days.
"""


@pytest.fixture
def alliance(files):
    files(alliance_clause=ALLIANCE)


def test_a_file_is_coded(alliance, program):
    shown = program("code", "alliance.clause")
    assert (shown.status, shown.err) == (0, "")
    assert "  defense        1  help against an attack is owed\n                    Article 1, paragraph 1 (help), line 7\n" in shown.out
    assert "  neutral        0  no clause owes neutrality\n" in shown.out
    assert "  endyr          -  not derivable: " in shown.out
    assert shown.out.endswith("HOW THE ACTS WERE READ\n  assist: support (assist)\n  succour: nothing\n")
    assert max(map(len, shown.out.splitlines())) <= 80
    assert program("code", "alliance.clause", "--scheme", "atop", "--format", "text") == shown


def test_some_variables_only(alliance, program):
    shown = program("code", "alliance.clause", "--only", "asymm, nonagg")
    assert [line.split()[0] for line in shown.out.splitlines() if line.startswith("  ") and line[2] != " "] == ["nonagg", "asymm"]
    assert "HOW THE ACTS" not in shown.out


def test_standard_input(program):
    shown = program("code", "-", "--only", "defense", given=ALLIANCE)
    assert shown.out.startswith("<stdin>, coded by ")


def test_other_formats(alliance, program):
    made = json.loads(program("code", "alliance.clause", "--format", "json").out)
    assert (made["scheme"], made["file"], len(made["codes"])) == ("atop", "alliance.clause", 115)
    rows = list(csv.DictReader(io.StringIO(program("code", "alliance.clause", "--format", "csv").out)))
    assert ("defense", "1") in {(row["variable"], row["value"]) for row in rows}


@pytest.mark.parametrize(("name", "begins"), [("codes.json", "{"), ("codes.CSV", "variable,"), ("codes.txt", "alliance.clause, coded by")])
def test_the_suffix_of_the_output_decides(name, begins, alliance, program):
    assert program("code", "alliance.clause", "-o", name) == (0, "", f"wrote {name}\n")
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


def test_a_drafter_says_what_acts_count_as(alliance, program):
    Path("acts.toml").write_text('[acts]\n"Succour" = "support"\n"assist" = ["nothing"]\n', encoding="utf-8")
    shown = program("code", "alliance.clause", "--acts", "acts.toml")
    assert shown.status == 0
    assert "Article 1, paragraph 2 (more), line 8\n" in shown.out.partition("  defense ")[2].partition("  offense ")[0]
    assert shown.out.endswith("  assist: nothing (as you say)\n  succour: support (as you say)\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[acts", "acts.toml: it is not TOML: "),
        ("acts = 3", "acts.toml: under the heading `[acts]`, and nowhere else, say what acts count as"),
        ('[acts]\n[more]\n"x" = 1', "acts.toml: under the heading `[acts]`, and nowhere else, say what acts count as"),
        ('[acts]\n"assist" = "suport"', "acts.toml: `assist`: there is no kind of act `suport`; did you mean `support`?; there are: support, "),
        ('[acts]\n"assist" = 5', "acts.toml: `assist`: there is no kind of act `5`; there are: support, "),
        ('[acts]\n"assist" = ["support", "nothing"]', "acts.toml: `assist`: there is no kind of act `nothing`"),
        ('[acts]\n"asist" = "support"', "there is no act `asist` in alliance.clause; did you mean `assist`?"),
    ],
)
def test_what_cannot_be_said_of_acts(text, told, alliance, program):
    Path("acts.toml").write_text(text, encoding="utf-8")
    shown = program("code", "alliance.clause", "--acts", "acts.toml")
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"clausekit: {told}")
    assert shown.err.count("\n") == 1


def test_a_file_with_errors_is_coded_as_far_as_it_can_be_read(files, program):
    files(bad_clause=ALLIANCE + UNREADABLE.splitlines()[1])
    shown = program("code", "bad.clause", "--only", "defense")
    assert shown.status == 1
    assert "  defense        1" in shown.out
    assert shown.err.startswith("clausekit: bad.clause has errors, which `clausekit check bad.clause` shows")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["one.clause", "--only", "defence"], "clausekit: code: atop has no variable `defence`; did you mean `defense`?\n"),
        (["one.clause", "--scheme", "atap"], "clausekit: code: --scheme: there is no scheme `atap`; did you mean `atop`?; there are: atop; "),
        (["one.clause", "--format", "xml"], "clausekit: code: --format: there is no format `xml`; there are: text, json, csv; "),
        (["one.clause", "--acts", "gone.toml"], "clausekit: gone.toml: there is no such file\n"),
        (["empty.clause"], "clausekit: empty.clause: no sentence of it can be read; `clausekit check empty.clause` says why\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_coded(arguments, told, files, program):
    files(one_clause=ONE, empty_clause="# nothing\n")
    shown = program("code", *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(told)


def test_one_sentence_can_be_coded(files, program):
    files(one_clause=ONE)
    assert "  bilat          -  not derivable: no party is declared\n" in program("code", "one.clause").out
