"""`clausekit report`: reports for people, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cli import report
from clausekit.drafting.reports.report import FORMATS, KINDS
from tests.cli.conftest import CLEAN, WRONG


@pytest.fixture(autouse=True)
def written(files):
    files(clean_clause=CLEAN, wrong_clause=WRONG)


def test_a_summary_goes_to_standard_output(program):
    shown = program("report", "clean.clause")
    assert (shown.status, shown.err) == (0, "")
    assert "Parties: Ukraine and Poland." in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80
    assert program("report", "-", given=CLEAN) == shown


@pytest.mark.parametrize("kind", KINDS)
def test_every_report_can_be_asked_for(kind, program):
    shown = program("report", "clean.clause", "--kind", kind)
    assert (shown.status, shown.err) == (0, "")


@pytest.mark.parametrize(("name", "begins"), [("a.txt", b" "), ("a.md", b"# "), ("a.html", b"\n<!DOCTYPE"), ("a.docx", b"PK"), ("a.pdf", b"%PDF")])
def test_the_name_of_the_file_decides_the_format(name, begins, program):
    shown = program("report", "clean.clause", "--kind", "duties", "-o", name)
    assert (shown.status, shown.out, shown.err) == (0, "", f"wrote {name}\n")
    assert begins.strip() in Path(name).read_bytes()[:200]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "song"), "report: --kind: there is no report `song`; there are: summary, duties, issues, memorandum"),
        (("--format", "json"), "report: --format: there is no format `json`"),
        (("--party", "Ukraine"), "report: --party goes with `--kind duties`, and this is summary"),
        (("--kind", "duties", "--party", "Polandia"), "the treaty knows nobody called `Polandia`; did you mean `Poland`?"),
        (("-o", "a.png"), "report: no format is known for `.png` files"),
        (("--templates", "nowhere"), "nowhere: there is no such folder of templates"),
        (("--language", "xx"), "there are no templates for the language `xx`"),
    ],
)
def test_what_cannot_be_reported_is_said_in_a_line(words, said, program):
    shown = program("report", "clean.clause", *words)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"clausekit: {said}")
    assert len(shown.err.splitlines()) == 1


def test_a_file_with_errors_has_a_sheet_of_open_issues(program):
    refused = program("report", "wrong.clause")
    assert (refused.status, refused.out) == (2, "")
    assert "was not reported on, because it has errors" in refused.err
    assert "(CK201)" in program("report", "wrong.clause", "--kind", "issues").out
    assert program("report", "wrong.clause", "--anyway").status == 0


def test_the_command_knows_what_can_be_reported():
    assert report._KINDS == KINDS
    assert report._FORMATS == FORMATS
