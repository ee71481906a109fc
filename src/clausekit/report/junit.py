"""Diagnostics → JUnit XML, which most build servers can show: a suite a file, a case a diagnostic.

Only an error is a failure, as only an error makes `clausekit check` end with 1; what a warning or a note says is the output of a case that passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from clausekit.diagnostics import Diagnostic, Label, Severity
from clausekit.report import text
from clausekit.report.findings import FileFindings, summarise
from clausekit.report.legible import visible


def render(findings: Sequence[FileFindings]) -> str:
    """The XML document."""
    suites = ET.Element("testsuites", {"name": "clausekit", **_counts(findings)})
    for file in findings:
        _suite(suites, file)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _suite(suites: ET.Element, file: FileFindings) -> None:
    suite = ET.SubElement(suites, "testsuite", {"name": visible(file.name), **_counts([file])})
    for diagnostic in file.in_order():
        case = ET.SubElement(suite, "testcase", classname=visible(file.name), name=visible(_name(file, diagnostic)))
        if diagnostic.severity is Severity.ERROR:
            outcome = ET.SubElement(case, "failure", type=visible(diagnostic.code), message=visible(diagnostic.message))
        else:
            outcome = ET.SubElement(case, "system-out")
        outcome.text = text.draw(file, diagnostic)
    if not file.diagnostics:
        ET.SubElement(suite, "testcase", classname=visible(file.name), name="no findings")


def _name(file: FileFindings, diagnostic: Diagnostic) -> str:
    title = f"{diagnostic.code} {diagnostic.name}"
    first = diagnostic.labels[0] if diagnostic.labels else Label(None)
    found = file.range(first)
    if found is None:
        return title
    place = f"{found.start.line}:{found.start.column}"
    return f"{title} ({file.name_of(first)}:{place})" if first.source else f"{title} ({place})"


def _counts(findings: Sequence[FileFindings]) -> dict[str, str]:
    cases = sum(max(1, len(file.diagnostics)) for file in findings)
    return {"tests": str(cases), "failures": str(summarise(findings).errors), "errors": "0"}
