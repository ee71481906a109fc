"""Body that decides without a rule

A body of several members that is to determine or decide something needs a rule for doing so. Without one, the first dispute will be whether a majority is
enough or every member has a veto.

Add the rule to its declaration: `deciding by consensus`, `by a majority`, `by two thirds`, with a quorum if members may stay away. Or declare a rule that
speaks of its votes: `rule Council Rule means two thirds of the Council, excluding that Party.`

bad:
    party Ukraine.
    party Russia.
    body Joint Commission means Ukraine and Russia.  # warning: [CK612]
    event incident.
    action suspend flights as "suspension of flights".

    flights: If incident as determined by Joint Commission, then Russia shall suspend flights within 24 hours.

good:
    party Ukraine.
    party Russia.
    body Joint Commission means Ukraine and Russia, deciding by consensus.
    event incident.
    action suspend flights as "suspension of flights".

    flights: If incident as determined by Joint Commission, then Russia shall suspend flights within 24 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import asked_to_decide, decided_by_rule, declared_body, membership
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK612", "body-without-rule", Severity.WARNING)


@check(RULE)
def body_without_rule(survey: Survey) -> Iterator[Diagnostic]:
    """Bodies of several members that are asked to decide, and of whose votes nothing speaks. A single member needs no rule."""
    for name, first in asked_to_decide(survey).items():
        body = declared_body(survey, name)
        if body is None or name in decided_by_rule(survey):
            continue
        if body.decision is None and body.members and (len(body.members) > 1 or len(membership(survey, body).names) > 1):
            yield report(
                RULE,
                f"`{name}` is to decide, and nothing says how its members vote",
                at(body, "no decision rule"),
                at(first, "asked to decide here"),
                help="add `deciding by consensus`, `deciding by a majority` or `deciding by two thirds` to its declaration",
            )
