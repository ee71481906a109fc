from __future__ import annotations

import re

import pytest
from hypothesis import given

from clausekit.diagnostics import Diagnostic, Label, Rule, Severity
from clausekit.report import github
from clausekit.report.findings import FileFindings
from clausekit.source import Source, Span
from tests.report.cases import SYLDAVIA, UNKNOWN, found
from tests.report.strategies import findings

RULE = Rule("CK304", "no-deadline", Severity.WARNING)


def command(diagnostic: Diagnostic, text: str | None = "", name: str = "a.clause") -> str:
    return github.render([FileFindings(None if text is None else Source(text), name, (diagnostic,))]).splitlines()[0]


def test_a_finding_with_everything():
    assert github.render([found(SYLDAVIA, UNKNOWN)]) == (
        "::error file=framework.clause,line=12,col=14,endLine=12,endColumn=22,title=CK201 unknown-party::"
        "`Syldavja` is not a party to this treaty (Article 3, paragraph 1)%0Aline 3: did you mean `Syldavia`?\n"
        "1 error in 1 file\n"
    )


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_levels(severity, level):
    assert command(Diagnostic(RULE, Severity(severity), "m"), text=None) == f"::{level} file=a.clause,title=CK304 no-deadline::m"


def test_what_means_something_to_the_runner_is_escaped():
    tricky = Diagnostic(RULE, Severity.ERROR, "50%: a, b\r\nc\nd", help="100% sure")
    assert command(tricky, text=None, name="a:b,c%d\n::error::x.clause") == (
        "::error file=a%3Ab%2Cc%25d<U+000A>%3A%3Aerror%3A%3Ax.clause,title=CK304 no-deadline::50%25: a, b%0Ac%0Ad%0A100%25 sure"
    )


def test_columns_are_left_out_over_several_lines():
    over = Diagnostic(RULE, Severity.ERROR, "m", (Label(Span(1, 5)),))
    assert command(over, text="abc\ndef") == "::error file=a.clause,line=1,endLine=2,title=CK304 no-deadline::m"


def test_a_file_without_findings_says_so():
    assert github.render([FileFindings(Source(""), "::error::x", ())]) == "1 file: no errors, no warnings\n"


@given(findings())
def test_any_findings_are_one_command_each(files):
    lines = github.render(files).split("\n")
    assert lines.pop() == ""
    assert not lines.pop().startswith(":")
    assert len(lines) == sum(len(file.diagnostics) for file in files)
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) file=[^,:]*(,\w+=[^,:]*)*,title=[^,:]*::.*", line)
        assert re.search(r"%(?!25|0A|3A|2C)", line) is None
        assert all(character.isprintable() or character.isspace() for character in line)
        assert "\r" not in line
