"""The commands read what a file uses: beside it, and in the folders of `--library`."""

from __future__ import annotations

import json

import pytest

MAIN = 'party Arendia.\nparty Belmora.\n\nuse "parts/talks" with Delay = 3 days.\n'
TALKS = """\
parameter Delay: period.
action consult as "consultation".

article talks "Talks"
  talks: The Parties shall consult within Delay of request by any Party.
"""


def test_beside_the_file(program, files):
    files(main_clause=MAIN, parts__talks_clause=TALKS)
    assert program("check", "main.clause", "--no-prover") == (0, "main.clause: no errors, no warnings\n", "")
    assert "The Parties shall consult within 3 days of a request by any Party." in program("draft", "main.clause").out
    assert "within 3 days" in program("explain", "talks", "main.clause").out


@pytest.mark.parametrize("command", [["check"], ["draft"], ["explain", "talks"]])
def test_in_a_library(program, files, command):
    files(treaties__main_clause=MAIN, shelf__parts__talks_clause=TALKS)
    assert program(*command, "treaties/main.clause").status != 0
    assert program(*command, "treaties/main.clause", "--library", "empty").err == "clausekit: empty: there is no such folder to use files from\n"
    found = program(*command, "treaties/main.clause", "--library", ".", "--library", "shelf")
    assert (found.status, found.err) == (0, "")


def test_standard_input_uses_libraries_only(program, files):
    files(parts__talks_clause=TALKS)
    assert "error[CK241]: there is no file `parts/talks` to be used" in program("check", "-", given=MAIN).out
    assert program("check", "-", "--library", ".", given=MAIN).status == 0
    assert program("draft", "-", given='party A.\nparty B.\nuse "std/entry-into-force/on-signature".').status == 0


def test_every_file_is_counted_from_its_own_folder(program, files):
    files(one__main_clause=MAIN, one__parts__talks_clause=TALKS, two__main_clause=MAIN)
    outcome = program("check", "one/main.clause", "two/main.clause")
    assert outcome.status == 1
    assert outcome.out.count("CK241") == 1
    assert "--> two/main.clause:4:1" in outcome.out.replace("\\", "/")


def test_a_file_with_parameters_is_no_treaty(program, files):
    files(talks_clause=TALKS)
    assert program("check", "talks.clause") == (0, "talks.clause: no errors, no warnings\n", "")
    drafted = program("draft", "talks.clause")
    assert (drafted.status, drafted.out) == (2, "")
    assert drafted.err == "clausekit: talks.clause has parameters, and is no treaty by itself; draft a file that uses it and gives them values\n"
    assert "explain its clauses in a file that uses it" in program("explain", "talks", "talks.clause").err
    assert program("draft", "talks.clause", "--anyway").status == 2


def test_the_model_that_is_drafted_holds_all_of_it(program, files):
    files(main_clause=MAIN, parts__talks_clause=TALKS)
    treaty = json.loads(program("draft", "main.clause", "--format", "json").out)
    assert [division["title"] for division in treaty["divisions"]] == ["Talks"]
    assert "3 days" not in json.dumps(treaty["title"])
    assert [action["name"] for action in treaty["actions"]] == ["consult"]


def test_a_refused_draft_points_into_the_used_file(program, files):
    files(main_clause=MAIN, parts__talks_clause=TALKS + "  wrong: The Parties consult.\n")
    refused = program("draft", "main.clause")
    assert refused.status == 1
    assert "--> parts/talks.clause:6:" in refused.err.replace("\\", "/")
    assert "::: main.clause:4:1" in refused.err
