"""Chair who is no member

A body is chaired by one of its members, or by somebody from outside. Both are done, and the second raises a question that is better answered in the treaty than
in the first meeting: has the chair a vote, and does it count for the quorum?

Name the chair among the members if it votes. If it does not, nothing need change. The Joint Military Commission of the Dayton Agreement is chaired by the
commander of the force, who decides when the Parties cannot agree (Annex 1-A, Article VIII).

bad:
    party Ukraine.
    party Moldova.
    state Switzerland.
    body Commission means Ukraine and Moldova, chaired by Switzerland, deciding by consensus.  # info: [CK722]
    action draw the line.

    line: The Commission shall draw the line within 90 days of entry into force.

good:
    party Ukraine.
    party Moldova.
    state Switzerland.
    body Commission means Ukraine, Moldova and Switzerland, chaired by Switzerland, deciding by consensus.
    action draw the line.

    line: The Commission shall draw the line within 90 days of entry into force.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import sitting_in
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK722", "chair-from-outside", Severity.INFO)


@check(RULE)
def chair_from_outside(survey: Survey) -> Iterator[Diagnostic]:
    """Bodies whose members are all known, and whose chair is none of them."""
    for body in survey.treaty.bodies:
        sitting = sitting_in(survey, body.name) if body.chair is not None else None
        if body.chair is None or sitting is None:
            continue
        chairs = survey.vocabulary.members(body.chair)
        if chairs and not set(chairs) & set(sitting):
            yield report(
                RULE,
                f"`{body.chair}` chairs `{body.name}` and is no member of it",
                at(body, "has the chair a vote?"),
                help="name the chair among the members if it votes; if it does not, nothing need change",
            )
