"""No time left for what comes first

A duty falls due before what it waits for can have happened: the periods of the steps before it add up to more than it leaves. Whoever keeps every deadline of
the earlier steps cannot keep this one.

Count the steps together, and give the last one the time that the others take.

bad:
    party Alba.
    party Brena.
    action answer as "answer".
    action report as "report".
    event call.
    event silence means not answer by Alba within 30 days of call.

    inquiry: If call, then Alba shall answer within 30 days.
    finding: If call, then Brena shall report after silence within 10 days.  # error: [CK415]

good:
    party Alba.
    party Brena.
    action answer as "answer".
    action report as "report".
    event call.
    event silence means not answer by Alba within 30 days of call.

    inquiry: If call, then Alba shall answer within 30 days.
    finding: If silence, then Brena shall report within 10 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK415", "deadline-budget", Severity.ERROR)


@check(RULE, proved="budget")
def deadline_budget(survey: Survey) -> Iterator[Diagnostic]:
    """Duties that fall due before what they wait for can happen."""
    for told, case in survey.proved.of("budget"):
        yield case.found(
            RULE,
            told.answer.reason or f"{case.first} falls due before what it waits for can have happened",
            help="count its time from what it waits for, or give it the time that the steps before it take",
        )
