"""Body that nobody sits in

Whether a determination can ever be made, and who can prevent it, depends on who sits in the body. A body without members decides nothing.

Name its members, say how many it has (`body Council of 15 members`), or declare it
an `organ` if it belongs to another organisation or is composed by a procedure of its own.

bad:
    party Ukraine.
    party Russia.
    body Joint Commission.  # warning: [CK613]
    event incident.
    action suspend flights as "suspension of flights".

    flights: If incident as determined by Joint Commission, then Russia shall suspend flights within 24 hours.

good:
    party Ukraine.
    party Russia.
    organ Council "the Council of the International Civil Aviation Organization".
    event incident.
    action suspend flights as "suspension of flights".

    flights: If incident as determined by Council, then Russia shall suspend flights within 24 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import asked_to_decide
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK613", "body-without-members", Severity.WARNING)


@check(RULE)
def body_without_members(survey: Survey) -> Iterator[Diagnostic]:
    """Bodies that have a decision rule, a quorum or something to decide, and neither members nor a number of them."""
    asked = asked_to_decide(survey)
    for body in survey.treaty.bodies:
        if not body.members and body.size is None and (body.decision is not None or body.quorum is not None or body.name in asked):
            labels = [at(body, "nobody sits in it")]
            if body.name in asked:
                labels.append(at(asked[body.name], "asked to decide here"))
            yield report(
                RULE,
                f"`{body.name}` is to decide, and nobody sits in it",
                *labels,
                help=f"name its members: `body {body.name} means …`, or their number: `body {body.name} of 15 members`; "
                f"or declare it an organ of another organisation: `organ {body.name}.`",
            )
