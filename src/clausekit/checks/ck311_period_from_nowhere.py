"""Period that does not say what it runs from

A period runs from something. In a sentence that an event triggers, it runs from that event. In a sentence without one, it runs from entry into force: so
`shall consult within 60 days at the request of Ukraine` sets one term of sixty days for all time, whenever the request comes, while nearly everybody who
writes it means sixty days from each request.

Say what the period runs from: `within 60 days of request by Ukraine`, or `of entry into force`.

bad:
    party Ukraine.
    party Poland.
    action consult.

    Poland shall consult within 60 days at the request of Ukraine.  # warning: [CK311]

good:
    party Ukraine.
    party Poland.
    action consult.

    Poland shall consult within 60 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.qualifiers import Manner

RULE = Rule("CK311", "period-from-nowhere", Severity.WARNING)


@check(RULE)
def period_from_nowhere(survey: Survey) -> Iterator[Diagnostic]:
    """Acts at somebody's request, within a period that names no event, in a sentence that no event triggers."""
    for use in survey.limbs:
        if use.within.openings or use.within.rung:
            continue
        request = next((each for each in use.limb.qualifiers if isinstance(each, Manner) and each.kind == "at the request of"), None)
        period = next((each for each in use.limb.timing if each.kind == "within" and each.anchor is None), None)
        if request is not None and period is not None:
            yield report(
                RULE,
                "this period does not say what it runs from, so it runs from entry into force and not from the request",
                at(period, "runs from entry into force"),
                at(request, "is this what it should run from?"),
                help="say so: `within … of request by …`, or `of entry into force`",
            )
