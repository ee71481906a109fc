"""Two tests of one name

Scenarios and expectations are asked for by their names, and a report of their results names them. Two of one name cannot be told apart there.

Give each a name that says what is different about it.

bad:
    party Ukraine.
    action report.
    reports: Ukraine shall report every 6 months.

    scenario "Silence"
      in force from 2026-01-01.
      then on 2026-07-01: clause reports is violated by Ukraine.

    scenario "Silence"  # error: [CK262]
      in force from 2027-01-01.
      then on 2027-07-01: clause reports is violated by Ukraine.

good:
    party Ukraine.
    action report.
    reports: Ukraine shall report every 6 months.

    scenario "Silence in 2026"
      in force from 2026-01-01.
      then on 2026-07-01: clause reports is violated by Ukraine.

    scenario "Silence in 2027"
      in force from 2027-01-01.
      then on 2027-07-01: clause reports is violated by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import found_in
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.names import key
from clausekit.model.scenarios import Expectation, Scenario

RULE = Rule("CK262", "duplicate-scenario", Severity.ERROR)


@check(RULE)
def duplicate_scenario(survey: Survey) -> Iterator[Diagnostic]:
    """Scenarios, and expectations, that have the name of one before them."""
    yield from _twice(survey, "scenario", survey.treaty.scenarios)
    yield from _twice(survey, "expectation", survey.treaty.expectations)


def _twice(survey: Survey, kind: str, tests: Sequence[Scenario] | Sequence[Expectation]) -> Iterator[Diagnostic]:
    first: dict[str, Scenario | Expectation] = {}
    for test in tests:
        before = first.setdefault(key(test.name), test) if test.name else test
        if before is not test:
            yield report(
                RULE,
                f"there is another {kind} `{test.name}`",
                _label(survey, test, "of the same name"),
                _label(survey, before, "the first"),
                help="give each a name that says what is different about it",
            )


def _label(survey: Survey, test: Scenario | Expectation, message: str) -> Label:
    return Label(found_in(survey.source, test.span, test.name) or test.span, message)
