"""Ambiguous `may not`

`Poland may not inspect` can be read in two ways: that Poland is forbidden to inspect, or that it is possible that it
does not. The language takes it as a prohibition, but those who sign the draft read it without that rule.

Write `shall not` for a prohibition, and `need not` for an exemption.

bad:
    party Ukraine.
    party Poland.
    action station tanks.

    limit: Poland may not station tanks in Ukraine.  # info: [CK506]

good:
    party Ukraine.
    party Poland.
    action station tanks.

    limit: Poland shall not station tanks in Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, respelled
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK506", "may-not", Severity.INFO)


@check(RULE)
def may_not(survey: Survey) -> Iterator[Diagnostic]:
    """Statements whose modal is `may not`."""
    for use in survey.statements:
        if use.statement.modal == "may not":
            yield report(
                RULE,
                "`may not` can be read as a prohibition, or as leave not to act",
                at(use.statement, "read here as a prohibition"),
                help="write `shall not` for a prohibition, or `need not` for an exemption",
                fix=respelled(survey.source, (use.statement,), "may not", "shall not"),
            )
