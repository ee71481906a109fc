"""Quorum larger than its body

A body whose quorum is greater than the number of its members can never meet, and nothing that waits for its decision ever happens.

Lower the quorum, or complete the list of members.

bad:
    party Ukraine.
    party Russia.
    state Switzerland.
    body Joint Commission means Ukraine, Russia and Switzerland, deciding by a majority with a quorum of 4.  # error: [CK604]

    meetings: The Joint Commission shall meet every month.

good:
    party Ukraine.
    party Russia.
    state Switzerland.
    body Joint Commission means Ukraine, Russia and Switzerland, deciding by a majority with a quorum of 2.

    meetings: The Joint Commission shall meet every month.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import membership
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK604", "quorum-too-large", Severity.ERROR)


@check(RULE)
def quorum_too_large(survey: Survey) -> Iterator[Diagnostic]:
    """Bodies whose members are all known and fewer than their quorum."""
    for body in survey.treaty.bodies:
        if body.quorum is not None and body.members:
            sitting = membership(survey, body)
            if sitting.complete and body.quorum > len(sitting.names):
                yield report(
                    RULE,
                    f"`{body.name}` needs {body.quorum} members to meet and has {len(sitting.names)}",
                    at(body, f"members: {', '.join(sitting.names)}" if len(sitting.names) <= 8 else f"{len(sitting.names)} members"),
                    help=f"lower the quorum to {len(sitting.names)} or less, or complete the list of members",
                )
