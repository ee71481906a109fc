"""Running checks: a faulty one takes no other with it, findings are chosen, weighed, ordered and cited."""

from __future__ import annotations

import pytest

from clausekit.checks.engine import FAILED_CHECK, STRICT, run_checks, settle
from clausekit.checks.registry import Check, checks
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Label, Rule, Severity, report
from clausekit.pipeline import read_source
from clausekit.source import Source, Span
from tests.checks.examples import read

TEXT = """party Ukraine.
guarantor Poland.
action assist.
article 1 "Assistance"
help: Poland shall assist Ukraine.
article 2 "Consultation"
talks: Poland shall consult Ukriane within 3 days of request by Ukraine.
records: Poland shall keep records at all times.
"""
ALL = Rule("XY001", "always", Severity.INFO)


def survey_of(text: str) -> Survey:
    reading = read(text)
    return Survey(reading.record, reading.source)


def codes(text: str, **chosen) -> list[str]:
    return [each.code for each in read_source(Source(text), **chosen).diagnostics]


def test_a_check_that_fails_is_one_finding_and_the_others_go_on():
    def fails(survey):
        yield report(ALL, "before the fault", Label(None), help="-")
        message = "no such thing"
        raise LookupError(message)

    def works(survey):
        yield report(ALL, "after the fault", Label(None), help="-")

    found = run_checks(survey_of(TEXT), [Check(ALL, fails, __name__), Check(ALL, works, __name__)])
    assert [each.message for each in found] == [
        "before the fault",
        "the check XY001 (always) could not be made: LookupError: no such thing",
        "after the fault",
    ]
    assert found[1].rule is FAILED_CHECK
    assert found[1].severity is Severity.WARNING
    assert "--ignore" in found[1].help


def test_a_failing_check_is_reported_through_the_whole_road(monkeypatch):
    def fails(survey):
        raise ZeroDivisionError

    everything = [*checks(), Check(Rule("CK998", "broken", Severity.ERROR), fails, __name__)]
    monkeypatch.setattr("clausekit.checks.engine.text_checks", lambda: everything)
    with_fault = read(TEXT)
    monkeypatch.undo()
    assert sorted(each.code for each in with_fault.diagnostics) == sorted([*codes(TEXT), "CK901"])


def test_only_what_is_selected_is_told():
    assert codes(TEXT) == ["CK301", "CK204", "CK207"]
    assert codes(TEXT, select=["CK301"]) == ["CK301"]
    assert codes(TEXT, select=["no-deadline"]) == ["CK301"]
    assert codes(TEXT, select=["CK2"]) == ["CK204", "CK207"]
    assert codes(TEXT, select=["ck2"]) == ["CK204", "CK207"]
    assert codes(TEXT, select=["undeclared-name", "CK3"]) == ["CK301", "CK207"]
    assert codes(TEXT, select=["no-such-check"]) == []


def test_what_is_ignored_is_left_out():
    assert codes(TEXT, ignore=["CK301"]) == ["CK204", "CK207"]
    assert codes(TEXT, ignore=["undeclared-name"]) == ["CK301", "CK204"]
    assert codes(TEXT, ignore=["CK2", "no-deadline"]) == []
    assert codes(TEXT, select=["CK2"], ignore=["CK204"]) == ["CK207"]


def test_strict_makes_errors_of_what_an_undeclared_vocabulary_allows():
    def weights(**chosen):
        return {each.name: str(each.severity) for each in read_source(Source(TEXT), **chosen).diagnostics}

    assert weights() == {"no-deadline": "warning", "unknown-place": "error", "undeclared-name": "info"}
    assert weights(strict=True) == {"no-deadline": "warning", "unknown-place": "error", "undeclared-name": "error"}
    assert {each.rule.name for each in checks()} >= STRICT


def test_findings_stand_in_the_order_of_the_text_each_once():
    first, second = (report(ALL, "said", Label(Span(at, at + 3)), help="-") for at in (40, 2))
    nowhere = report(ALL, "of the whole", Label(None), help="-")
    assert settle([first, second, first, nowhere], None) == (nowhere, second, first)


@pytest.mark.parametrize(
    ("words", "citation", "clauses"),
    [
        ("party Ukraine", "", ()),
        ('article 1 "Assistance"', "Article 1", ("Article 1",)),
        ("Poland shall assist", "Article 1", ("help",)),
        ("Poland shall consult", "Article 2, paragraph 1", ("talks",)),
        ("keep records", "Article 2, paragraph 2", ("records",)),
    ],
)
def test_a_finding_is_cited_by_where_it_stands(words, citation, clauses):
    at = TEXT.index(words)
    (settled,) = settle([report(ALL, "said", Label(Span(at, at + 3)), help="-")], survey_of(TEXT))
    assert (settled.citation, settled.clauses) == (citation, clauses)


def test_every_clause_that_is_touched_is_named():
    places = [Label(Span(TEXT.index(words), TEXT.index(words) + 3)) for words in ("keep records", "shall assist", "party Ukraine")]
    (settled,) = settle([report(ALL, "said", *places, help="-")], survey_of(TEXT))
    assert (settled.citation, settled.clauses) == ("Article 2, paragraph 2", ("help", "records"))


def test_a_sentence_that_was_not_read_is_cited_by_its_place():
    text = TEXT.replace("help: Poland shall assist Ukraine.", "help: Poland shall assist Ukraine.\nPoland shall.")
    (finding,) = read_source(Source(text), select=["CK1"]).diagnostics
    assert finding.citation == "Article 1, paragraph 2"
