"""Guarantor of its own duty

A guarantee of one's own performance adds nothing: whoever breaks the duty would have to answer for its breach to itself. A guarantor who is the breaker drops
out of the guarantee, and if it stands alone, nobody is left.

Let somebody else guarantee the duty, or name the duties of the other Parties: `guarantees the duties of Russia under article 1`.

bad:
    party Ukraine.
    guarantor Poland.
    action open archives as "opening of archives".

    archives: Poland shall open archives within 6 months of entry into force.
    surety: Poland guarantees clause archives in favour of Ukraine.  # error: [CK607]

good:
    party Ukraine.
    guarantor Poland.
    guarantor France.
    action open archives as "opening of archives".

    archives: Poland shall open archives within 6 months of entry into force.
    surety: France guarantees clause archives in favour of Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.owed import cited
from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.terms import Actors

RULE = Rule("CK607", "self-guarantee", Severity.ERROR)
_HELP = "let somebody else guarantee it, or name whose duties are guaranteed: `guarantees the duties of … under …`"


@check(RULE)
def self_guarantee(survey: Survey) -> Iterator[Diagnostic]:
    """Guarantees of which nobody is left when the only Party that can break what is guaranteed drops out."""
    for use in survey.guarantees:
        guarantors = survey.actors_bound(use.guarantee.bearer)
        if len(guarantors) != 1:
            continue
        breakers, where = _breakers(survey, use)
        if breakers == guarantors:
            yield report(
                RULE,
                f"`{guarantors[0]}` alone guarantees what only `{guarantors[0]}` can break",
                at(use.guarantee.bearer, "gives this guarantee"),
                *([where] if where else []),
                help=_HELP,
            )
        elif use.guarantee.beneficiary is not None and _grounded(survey, use.guarantee.beneficiary) == guarantors:
            yield report(
                RULE,
                f"`{listed(guarantors)}` gives this guarantee to itself",
                at(use.guarantee.beneficiary, "the guarantor itself"),
                at(use.guarantee.bearer, "gives this guarantee"),
                help="name the Party that the guarantee protects",
            )


def _breakers(survey: Survey, use: GuaranteeUse) -> tuple[tuple[str, ...], Label | None]:
    """Whoever is bound by what is guaranteed."""
    guarantee = use.guarantee
    if guarantee.duties_of is not None:
        return _grounded(survey, guarantee.duties_of), at(guarantee.duties_of, "whose duties are guaranteed")
    found = cited(survey, guarantee.cited, use.provision)
    if any(each.open_ended for each in found):
        return (), None
    acting = tuple(dict.fromkeys(name for each in found for name in each.acting))
    return acting, at(found[0].owed[0].stated, "guaranteed") if found and found[0].owed else None


def _grounded(survey: Survey, actors: Actors) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for actor in actors.members for name in survey.vocabulary.members(actor.name)))
