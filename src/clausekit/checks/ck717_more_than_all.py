"""Percentage of more than all

No vote can be carried by 150 percent of those who have one, and 0 percent of them is nobody. The number is a slip, or a fraction was meant: `two thirds`
rather than `66 percent` says what is meant to the last vote.

Put in a percentage between 1 and 100.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    body Council means the Parties, deciding by Council Rule.
    rule Council Rule means 150 percent of the Council.  # error: [CK717]
    action admit members.

    growth: The Council may admit members at any time.

good:
    party Ukraine.
    party Poland.
    party Moldova.
    body Council means the Parties, deciding by Council Rule.
    rule Council Rule means 55 percent of the Council.
    action admit members.

    growth: The Council may admit members at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.part import Part

RULE = Rule("CK717", "more-than-all", Severity.ERROR)
_WHOLE = 100


@check(RULE)
def more_than_all(survey: Survey) -> Iterator[Diagnostic]:
    """Percentages of votes or actors above one hundred, or of nothing. A limit may be 120 percent of a baseline."""
    for use in survey.decisions:
        if use.decision.kind == "percent" and use.decision.number is not None:
            yield from _out_of_range(use.decision, use.decision.number)
    for actor in [use.actor for use in survey.counted if use.actor.quantifier == "percent"]:
        yield from _out_of_range(actor, Decimal(actor.count or 0))


def _out_of_range(part: Part, percent: Decimal) -> Iterator[Diagnostic]:
    if not 0 < percent <= _WHOLE:
        yield report(
            RULE,
            f"{percent} percent of them is {'nobody' if percent <= 0 else 'more than all'}",
            at(part, "this percentage"),
            help="put in a percentage between 1 and 100",
        )
