"""Scenarios and expectations that were tried out → JUnit XML: a suite a file, a case a scenario or an expectation."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from clausekit.chronicle import text
from clausekit.chronicle.trials import Outcome, Trials, named
from clausekit.report.legible import visible

_WIDTH = 100


def render(trials: Sequence[Trials]) -> str:
    """The XML document. An expectation that nothing refutes and nothing proves is a case that was skipped, with the reason."""
    suites = ET.Element("testsuites", {"name": "clausekit", **_counts(trials)})
    for each in trials:
        suite = ET.SubElement(suites, "testsuite", {"name": visible(each.file), **_counts([each])})
        for outcome in each.outcomes:
            _case(suite, each.file, outcome)
        for expected, line, verdict, words in each.findings:
            case = ET.SubElement(suite, "testcase", classname=visible(each.file), name=visible(f"expect {named(expected, line)}"))
            said = visible(words)
            if verdict == "refuted":
                ET.SubElement(case, "failure", type="expectation", message=said)
            elif verdict != "shown":
                ET.SubElement(case, "skipped", message=said)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(suite: ET.Element, file: str, outcome: Outcome) -> None:
    case = ET.SubElement(suite, "testcase", classname=visible(file), name=visible(outcome.name))
    if outcome.failed:
        line, first = outcome.failures[0]
        message = visible(f"line {line}, {outcome.words.date(first.at)}: {first.claim}, but {first.instead}")
        failure = ET.SubElement(case, "failure", type="scenario", message=message)
        failure.text = "\n".join(text.lines(outcome.played.timeline, outcome.words, width=_WIDTH))


def _counts(trials: Sequence[Trials]) -> dict[str, str]:
    verdicts = [verdict for one in trials for verdict in one.verdicts]
    outcomes = [outcome for each in trials for outcome in each.outcomes]
    failures = sum(outcome.failed for outcome in outcomes) + verdicts.count("refuted")
    skipped = sum(verdict not in {"refuted", "shown"} for verdict in verdicts)
    return {"tests": str(len(outcomes) + len(verdicts)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}
