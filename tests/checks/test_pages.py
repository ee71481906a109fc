"""Every finding has a page, and its examples show what it says."""

from __future__ import annotations

from collections import Counter

import pytest

from clausekit.checks.engine import FAILED_CHECK
from clausekit.checks.page import Mark, Page, page, unmarked
from clausekit.checks.registry import Check, checks, pages
from clausekit.diagnostics import Severity
from clausekit.model.rules import MODEL_RULES
from clausekit.modules.rules import MODULE_RULES
from clausekit.syntax import rules as syntax_rules
from tests.checks.examples import as_marks, assert_fixes_settle, read

PAGES = pages()
# No short text shows a file that is no text, five hundred mistakes, what takes several files, what the prover cannot settle, or a mistake of ours.
WITHOUT_EXAMPLE = {"unreadable-file", "too-many-mistakes", "circular-use", "too-many-files", "unreadable-used-file", "failed-check", "undecided"}
WITH_EXAMPLE = [each for each in PAGES if each.rule.name not in WITHOUT_EXAMPLE]


def named(each: Check) -> str:
    return f"{each.rule.code}-{each.rule.name}"


def test_codes_and_names_are_unique():
    for field in ("code", "name"):
        counted = Counter(getattr(each.rule, field) for each in PAGES)
        assert {value: count for value, count in counted.items() if count > 1} == {}


@pytest.mark.parametrize("each", PAGES, ids=named)
def test_a_file_is_named_for_its_rule(each):
    expected = f"{each.rule.code.lower()}_{each.rule.name.replace('-', '_')}"
    assert each.module.rpartition(".")[2] == expected


@pytest.mark.parametrize("rule", [*MODEL_RULES, *MODULE_RULES, *syntax_rules.SYNTAX_RULES, FAILED_CHECK], ids=lambda rule: rule.code)
def test_what_other_rooms_report_has_a_page(rule):
    assert [each.rule for each in PAGES if each.rule.code == rule.code] == [rule]


@pytest.mark.parametrize("each", PAGES, ids=named)
def test_a_page_is_complete(each):
    shown = page(each)
    assert len(shown.title) <= 60
    assert shown.title[0].isupper()
    assert len(shown.reason) >= 100, "a reason tells a drafter why it matters, and what to do"
    assert bool(shown.no_example) == (each.rule.name in WITHOUT_EXAMPLE)


@pytest.mark.parametrize("each", WITH_EXAMPLE, ids=named)
def test_the_bad_example_shows_it(each):
    shown = page(each)
    reading = read(shown.bad, code=each.rule.code)
    found = as_marks(reading)
    assert Mark(shown.marks[0].line, str(each.rule.severity), each.rule.code) in shown.marks
    assert {mark.code for mark in shown.marks if mark.severity == "error"} <= {each.rule.code}
    # What is worth knowing about an example besides (an info of another rule) need not be marked; everything graver is.
    wanted = sorted(shown.marks)
    assert [mark for mark in found if mark in wanted or mark.code == each.rule.code or mark.severity != "info"] == wanted
    assert_fixes_settle(reading, code=each.rule.code)


@pytest.mark.parametrize("each", WITH_EXAMPLE, ids=named)
def test_the_good_example_is_good(each):
    reading = read(page(each).good, code=each.rule.code)
    assert reading.record is not None
    assert [mark for mark in as_marks(reading) if mark.code == each.rule.code or mark.severity != "info"] == []


@pytest.mark.parametrize("each", WITH_EXAMPLE, ids=named)
def test_every_finding_offers_a_next_step(each):
    for finding in read(page(each).bad, code=each.rule.code).diagnostics:
        assert finding.help
        assert finding.labels
        assert not finding.message.endswith(".")


def test_what_runs_has_a_page_too():
    assert set(checks()) <= set(PAGES)
    assert all(each.run is not None for each in checks())
    assert {each.rule.severity for each in PAGES} == set(Severity)


def test_marks_are_read_and_taken_out():
    plain, marks = unmarked("party A.  # error: [CK201] # info: [CK207]\n# a remark\nparty B.  # warning: [CK301]\n")
    assert plain == "party A.\n# a remark\nparty B.\n"
    assert marks == (Mark(1, "error", "CK201"), Mark(1, "info", "CK207"), Mark(3, "warning", "CK301"))


def test_a_page_says_what_it_lacks(monkeypatch):
    each = checks()[0]
    module = __import__("sys").modules[each.module]
    monkeypatch.setattr(module, "__doc__", "Title\n\nA reason.\n\nbad:\n    party A.\n")
    with pytest.raises(ValueError, match="no complete page"):
        page(each)
    monkeypatch.setattr(module, "__doc__", "Title\n\nA reason.\n\nno example: because\nof this.")
    assert page(each) == Page("Title", "A reason.", "", "", (), "because of this.")
