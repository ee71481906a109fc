"""Second vote no easier than the first

`Consensus, failing which after 24 hours two thirds` makes the second vote easier, so that a decision is reached after all. Where the second vote asks for as
much as the first, or more, it can never succeed where the first failed, and the step leads nowhere.

Put the harder vote first, or ask for less in the second. The Comprehensive Nuclear-Test-Ban Treaty goes from consensus to two thirds (Article II).

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    body Council means the Parties, deciding by Council Rule.
    rule Council Rule means two thirds of the Council, failing which after 24 hours consensus.  # warning: [CK716]
    action admit members.

    growth: The Council may admit members at any time.

good:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    body Council means the Parties, deciding by Council Rule.
    rule Council Rule means consensus, failing which after 24 hours two thirds of the Council.
    action admit members.

    growth: The Council may admit members at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.decisions import threshold
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import RuleCondition, RuleStep
from clausekit.model.terms import Decision

RULE = Rule("CK716", "ladder-without-relief", Severity.WARNING)
# Where only those are counted who vote, fewer are counted.
_FEWER = {"": 0, "present and voting": 1, "voting": 1}


@check(RULE)
def ladder_without_relief(survey: Survey) -> Iterator[Diagnostic]:
    """Steps of a rule that can be met only when the step before them is met too."""
    for rule in survey.treaty.rules:
        for before, after in pairwise(rule.steps):
            if all(any(_as_strict(wanted, given) for given in after.conditions) for wanted in before.conditions) and _nobody_less(before, after):
                yield report(
                    RULE,
                    "this vote asks for no less than the one before it, so it can never succeed where that failed",
                    at(after, "the second vote"),
                    at(before, "the first"),
                    help="ask for less here, or put the harder vote first",
                )


def _as_strict(wanted: RuleCondition, given: RuleCondition) -> bool:
    """Whether whatever meets `given` meets `wanted` too."""
    if wanted == given:
        return True
    if wanted.kind != given.kind:
        return False
    if wanted.vote is not None and given.vote is not None:
        return wanted.kind in ("vote", "quorum") and _no_less(wanted.vote, given.vote)
    if wanted.share is not None and given.share is not None:
        return wanted.share.measure == given.share.measure and wanted.share.percent <= given.share.percent
    if wanted.kind == "quorum" and wanted.number is not None and given.number is not None:
        return wanted.number <= given.number
    return wanted.kind in ("including", "veto") and wanted.within == given.within and set(wanted.actors) <= set(given.actors)


def _no_less(wanted: Decision, given: Decision) -> bool:
    if wanted.reverse or given.reverse or _FEWER[given.voting] > _FEWER[wanted.voting]:
        return False
    least, asked = threshold(wanted), threshold(given)
    if "at least" in (wanted.kind, given.kind):
        return wanted.kind == given.kind and wanted.of == given.of and (wanted.number or 0) <= (given.number or 0)
    everybody = given.kind in ("consensus", "unanimity")
    return (wanted.of == given.of or (everybody and given.of is None)) and least is not None and asked is not None and least <= asked


def _nobody_less(before: RuleStep, after: RuleStep) -> bool:
    """Whether the second step leaves out nobody whom the first counts."""
    return {each for each in after.conditions if each.kind == "excluding"} <= {each for each in before.conditions if each.kind == "excluding"}
