"""`clausekit check`: what it reads, what it reports, how it ends."""

from __future__ import annotations

import json
import sys
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.cli.conftest import CLEAN, ONE, UNREADABLE, WRONG


def codes(out: str) -> list[str]:
    return [finding["code"] for finding in json.loads(out)["diagnostics"]]


def test_nothing_of_error_severity_ends_with_0(program, files):
    files(talks_clause=CLEAN)
    checked = program("check", "talks.clause")
    assert (checked.status, checked.err) == (0, "")
    assert checked.out.splitlines()[-1].startswith("talks.clause: no errors")


def test_an_error_ends_with_1(program, files):
    files(help_clause=WRONG)
    checked = program("check", "help.clause")
    assert (checked.status, checked.err) == (1, "")
    assert "error[CK201]" in checked.out
    assert "help.clause:4:7" in checked.out


def test_one_sentence_is_asked_about(program):
    """Who deploys, what is a breach, by when."""
    checked = program("check", "-", "--format", "json", given=ONE)
    assert checked.status == 0
    assert {"CK401", "CK405", "CK301"} <= set(codes(checked.out))


def test_standard_input_has_a_name(program):
    assert "<stdin>:4:7" in program("check", "-", given=WRONG).out


def test_several_files_are_one_report(program, files):
    files(one_clause=ONE, help_clause=WRONG, talks_clause=CLEAN)
    checked = program("check", "one.clause", "help.clause", "talks.clause", "--format", "json")
    report = json.loads(checked.out)
    assert checked.status == 1
    assert report["files"] == ["one.clause", "help.clause", "talks.clause"]
    assert report["summary"]["files"] == 3
    assert [each["file"] for each in report["diagnostics"] if each["severity"] == "error"] == ["help.clause"]


def test_a_folder_stands_for_its_clause_files(program, files):
    files(drafts__b_clause=ONE, drafts__a_clause=ONE, drafts__inner__c_clause=ONE, drafts__notes=WRONG, **{"drafts__.hidden__d_clause": WRONG})
    checked = program("check", "drafts", "drafts/a.clause", "--format", "json")
    assert checked.status == 0
    assert json.loads(checked.out)["files"] == ["drafts/a.clause", "drafts/b.clause", "drafts/inner/c.clause"]


def test_a_folder_without_clause_files(program, files):
    files(drafts__notes="")
    assert program("check", "drafts") == (2, "", "clausekit: drafts: there is no .clause file in this folder\n")


def test_strict_makes_errors_of_undeclared_names(program, files):
    files(one_clause=ONE)
    assert program("check", "one.clause").status == 0
    strict = program("check", "one.clause", "--strict", "--format", "json")
    assert strict.status == 1
    assert "CK207" in [each["code"] for each in json.loads(strict.out)["diagnostics"] if each["severity"] == "error"]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (["--select", "CK301"], {"CK301"}),
        (["--select", "ck3"], {"CK301"}),
        (["--select", "no-deadline,breach-undefined"], {"CK301", "CK405"}),
        (["--select", "no-deadline", "--select", "CK405"], {"CK301", "CK405"}),
        (["--select", "CK4,CK3", "--ignore", "CK405"], {"CK301", "CK401"}),
        (["--ignore", "CK2, CK3 CK4"], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_selected_and_ignored(chosen, kept, program):
    assert set(codes(program("check", "-", "--format", "json", *chosen, given=ONE).out)) == kept


def test_what_is_ignored_does_not_count(program):
    assert program("check", "-", given=WRONG).status == 1
    assert program("check", "-", "--ignore", "unknown-party", given=WRONG).status == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_no_check_of_that_name(option, program):
    asked = program("check", "-", option, "no-deadlin", given=ONE)
    assert asked == (2, "", "clausekit: check: no check is called `no-deadlin`; did you mean `no-deadline`? (`clausekit explain --list` lists them)\n")


def test_one_unreadable_file_does_not_keep_the_others(program, files):
    files(one_clause=ONE, help_clause=WRONG)
    checked = program("check", "one.clause", "gone.clause", "help.clause")
    assert checked.status == 2
    assert checked.err == "clausekit: gone.clause: there is no such file\n"
    assert "error[CK201]" in checked.out
    assert "one.clause:1:" in checked.out


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit"])
def test_other_programs_are_told_of_unreadable_files_too(form, program, files):
    files(talks_clause=CLEAN)
    checked = program("check", "gone.clause", "talks.clause", "--format", form)
    assert checked.status == 2
    assert "CK101" in checked.out
    assert "there is no such file" in checked.out
    assert checked.err == "clausekit: gone.clause: there is no such file\n"


def test_json_keeps_to_its_published_schema(program):
    schema = json.loads(program("schema", "--of", "diagnostics").out)
    for text in (ONE, WRONG, UNREADABLE, ""):
        jsonschema.validate(json.loads(program("check", "-", "--format", "json", given=text).out), schema)


def test_sarif_says_who_made_it_and_what_the_rules_mean(program):
    import clausekit

    (made,) = json.loads(program("check", "-", "--format", "sarif", given=WRONG).out)["runs"]
    driver = made["tool"]["driver"]
    assert driver["semanticVersion"] == clausekit.__version__
    titles = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    assert titles["CK201"] == "Unknown party"


def test_github_and_junit(program):
    assert program("check", "-", "--format", "github", given=WRONG).out.startswith("::error file=")
    suites = ET.fromstring(program("check", "-", "--format", "junit", given=WRONG).out)
    assert suites.attrib["failures"] == "1"


@pytest.mark.parametrize(("when", "coloured"), [("auto", False), ("never", False), ("always", True)])
def test_colours(when, coloured, program):
    assert ("\x1b[" in program("check", "-", "--colour", when, given=ONE).out) == coloured
    assert ("\x1b[" in program("check", "-", "--color", when, given=ONE).out) == coloured


def test_a_terminal_has_colours_unless_asked_not_to(program, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in program("check", "-", given=ONE).out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    assert "\x1b[" in program("check", "-", given=ONE).out
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in program("check", "-", given=ONE).out  # no-color.org: an empty value asks for nothing
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in program("check", "-", given=ONE).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in program("check", "-", given=ONE).out


def test_an_empty_file_is_told_so(program):
    for text in ("", "\n  \n", "# later\n", "\ufeff"):
        checked = program("check", "-", given=text)
        assert checked.status == 1
        assert checked.out.count("error[") == 1
        assert "CK115" in checked.out


def test_ten_mistakes_are_ten_findings(program):
    text = "\n".join(f"Poland assist Ukraine {number} times." for number in range(10))
    report = json.loads(program("check", "-", "--format", "json", given=text).out)
    assert sorted({each["range"]["start"]["line"] for each in report["diagnostics"] if each["severity"] == "error"}) == list(range(1, 11))


def test_progress_is_shown_on_a_terminal_when_it_takes_long(program, files, monkeypatch):
    files(a_clause=ONE, b_clause=ONE, c_clause=ONE)
    clock = iter(range(0, 1000, 2))
    monkeypatch.setattr("clausekit.cli.console.monotonic", lambda: next(clock))
    assert program("check", "a.clause", "b.clause", "c.clause").err == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True)
    shown = program("check", "a.clause", "b.clause", "c.clause").err
    assert "checked 1 of 3 files" in shown
    assert shown.endswith("\r")  # and is wiped off again
