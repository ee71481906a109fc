from __future__ import annotations

import random
import subprocess
import sys

import pytest

from clausekit.diagnostics import Diagnostic, Label, Rule, Severity
from clausekit.report.findings import FileFindings, Range, Summary, exit_status, range_of, summarise
from clausekit.source import Position, Source, Span

FIRST = Rule("CK101", "first", Severity.ERROR)
SECOND = Rule("CK202", "second", Severity.WARNING)


def at(rule: Rule, start: int | None, end: int = 9, message: str = "m") -> Diagnostic:
    labels = () if start is None else (Label(Span(start, end)),)
    return Diagnostic(rule, rule.severity, message, labels)


def test_findings_come_in_reading_order():
    ordered = [
        at(FIRST, None),
        at(SECOND, None),
        at(SECOND, 0),
        at(FIRST, 3, end=4),
        at(FIRST, 3, message="a"),
        at(FIRST, 3, message="b"),
        at(SECOND, 3),
        at(FIRST, 8),
    ]
    shuffled = ordered.copy()
    random.Random(5).shuffle(shuffled)
    assert shuffled != ordered
    assert FileFindings(None, "a", tuple(shuffled)).in_order() == ordered


@pytest.mark.parametrize(("rules", "status"), [([], 0), ([SECOND, SECOND], 0), ([SECOND, FIRST], 1)])
def test_only_an_error_makes_the_check_fail(rules, status):
    files = [FileFindings(None, "a", ()), FileFindings(None, "b", tuple(at(rule, None) for rule in rules))]
    assert exit_status(files) == status


def test_the_severity_of_the_finding_counts_and_not_that_of_its_rule():
    strict = Diagnostic(SECOND, Severity.ERROR, "m")
    assert summarise([FileFindings(None, "a", (strict, at(SECOND, None)))]) == Summary(1, 1, 0)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 0), ((1, 1), (1, 1))),
        (Span(4, 7), ((2, 1), (2, 4))),
        (Span(1, 6), ((1, 2), (2, 3))),
        (Span(-5, 2), ((1, 1), (1, 3))),
        (Span(5, 2), ((2, 2), (2, 2))),
        (Span(90, 99), ((2, 4), (2, 4))),
    ],
)
def test_a_range_lies_inside_the_text(span, expected):
    start, end = expected
    assert range_of(Source("abc\nxy\U0001f91d"), span) == Range(Position(*start), Position(*end))


@pytest.mark.parametrize(
    ("text", "spans"),
    [("", [(0, 0)]), ("a", [(0, 1)]), ("a\n", [(0, 1), (2, 2)]), ("a\r\nb\r", [(0, 1), (3, 4)]), ("\n\r\n", [(0, 0), (1, 1), (3, 3)]), ("a\rb", [(0, 3)])],
)
def test_a_line_stands_without_its_end(text, spans):
    source = Source(text)
    assert [source.line_span(number) for number in range(1, source.line_count + 1)] == [Span(*span) for span in spans]
    assert [source.line(number) for number in range(1, source.line_count + 1)] == [text[start:end] for start, end in spans]


def test_the_room_loads_no_format():
    program = "import clausekit.report, sys; print([name for name in sys.modules if name.startswith('clausekit.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['clausekit.report']"
