from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from clausekit.diagnostics import Diagnostic, Severity
from clausekit.report import junit, text
from clausekit.report.findings import FileFindings, summarise
from clausekit.source import Source
from tests.report.cases import DRAWINGS, NO_DEADLINE, SYLDAVIA, UNKNOWN, found
from tests.report.strategies import findings


def test_a_finding_with_everything(golden):
    clean = FileFindings(Source(""), "clean.clause", ())
    golden("two-files.xml", junit.render([found(SYLDAVIA, UNKNOWN, Diagnostic(NO_DEADLINE, Severity.WARNING, "no deadline")), clean]))


@pytest.mark.parametrize(("severity", "failures"), [("error", 1), ("warning", 0), ("info", 0)])
def test_only_an_error_is_a_failure(severity, failures):
    suites = ET.fromstring(junit.render([FileFindings(None, "a", (Diagnostic(NO_DEADLINE, Severity(severity), "m"),))]))
    assert suites.get("failures") == str(failures)
    assert len(suites.findall(".//failure")) == failures
    assert len(suites.findall(".//system-out")) == 1 - failures


def test_a_clean_file_passes():
    suites = ET.fromstring(junit.render([FileFindings(Source(""), "a.clause", ())]))
    (case,) = suites.findall("./testsuite[@name='a.clause']/testcase")
    assert case.get("name") == "no findings"
    assert len(case) == 0


def test_the_drawing_survives():
    file = DRAWINGS["several-on-one-line"]
    (output,) = ET.fromstring(junit.render([file])).findall(".//system-out")
    assert output.text == text.draw(file, file.diagnostics[0])


@given(findings())
@settings(max_examples=60)
def test_any_findings_can_be_read_back(files):
    suites = ET.fromstring(junit.render(files).encode("utf-8"))
    assert [len(suite) for suite in suites] == [max(1, len(file.diagnostics)) for file in files]
    assert len(suites.findall(".//failure")) == summarise(files).errors
    assert suites.get("tests") == str(len(suites.findall(".//testcase")))
