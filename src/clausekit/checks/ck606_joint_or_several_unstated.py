"""Joint or several guarantee left unstated

When several States guarantee together and the treaty does not say how, each can wait for the others. In 1867 and again in 1914 governments read the same
words both ways. A guarantee given jointly is owed by all of them together; one given jointly and severally, by each of them for the whole.

Write `jointly`, `severally`, or `jointly and severally` after the guarantors; `each Guarantor guarantees` is several. Elsewhere nothing need be said: `the
Guarantors shall` binds all of them to perform.

What is left open on purpose, because the negotiators could not agree, is written `jointly or severally unstated`: the draft then says nothing of it, and it is
only recorded here. An assurance is no guarantee, and is not asked.

bad:
    party Ukraine.
    guarantor France.
    guarantor Poland.
    action cross "send forces across" as "crossing".

    border: Ukraine shall not cross the frontier.
    surety: The Guarantors guarantee clause border in favour of Ukraine.  # warning: [CK606]

good:
    party Ukraine.
    guarantor France.
    guarantor Poland.
    action cross "send forces across" as "crossing".

    border: Ukraine shall not cross the frontier.
    surety: The Guarantors jointly and severally guarantee clause border in favour of Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Bearer

RULE = Rule("CK606", "joint-or-several-unstated", Severity.WARNING)
# `each` is several in itself; with `any` and `at least 3` one guarantee is given by that many.
_TOGETHER = frozenset({"", "a", "the", "all"})


@check(RULE)
def joint_or_several_unstated(survey: Survey) -> Iterator[Diagnostic]:
    """Guarantees given by several together without a manner (a warning), and those whose manner is left open on purpose (an info)."""
    for use in survey.guarantees:
        bearer = use.guarantee.bearer
        if bearer.manner == "unstated":
            recorded = report(
                RULE,
                "recorded as left open: whether this is owed jointly, severally or both",
                at(bearer, "left open on purpose"),
                help="nothing need change; each reading of it stays possible until the Parties agree",
            )
            yield recorded._replace(severity=Severity.INFO)
        elif use.guarantee.force == "guarantee" and not bearer.manner and bearer.decision is None and _several(survey, bearer):
            yield report(
                RULE,
                "several guarantors give this guarantee, and nothing says whether jointly, severally or both",
                at(bearer, "how do they answer?"),
                help="write `jointly`, `severally` or `jointly and severally` after the guarantors",
            )


def _several(survey: Survey, bearer: Bearer) -> bool:
    members = bearer.actors.members
    if any(actor.quantifier not in _TOGETHER for actor in members):
        return False
    return len(members) > 1 or len(survey.actors_bound(bearer)) > 1
