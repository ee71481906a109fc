"""Guarantees in a circle

When one guarantee is secured by another, and that other by the first, each guarantor may point to the next. Recourse goes round and ends nowhere.

Let the last guarantee of the circle cite a duty to act, or guarantee the first clause itself.

bad:
    party Ukraine.
    guarantor Poland.
    guarantor France.

    first surety: Poland guarantees clause second surety in favour of Ukraine.  # error: [CK608]
    second surety: France guarantees clause first surety in favour of Ukraine.

good:
    party Ukraine.
    guarantor Poland.
    guarantor France.
    event armed attack.

    alarm: If armed attack on Ukraine, then France shall consult with Ukraine within 12 hours.
    surety: Poland guarantees clause alarm in favour of Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.circles import circles
from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Place
from clausekit.model.terms import Reference

RULE = Rule("CK608", "circular-guarantee", Severity.ERROR)


@check(RULE)
def circular_guarantee(survey: Survey) -> Iterator[Diagnostic]:
    """Circles of guarantees that cite each other. One that cites the treaty, or the article it stands in, means what else that says."""
    if not survey.guarantees:
        return
    standing = _by_clause(survey)
    leads_to: dict[str, list[str]] = {}
    uses: dict[str, GuaranteeUse] = {}
    for number, use in enumerate(survey.guarantees):
        name = f"guarantee {number}"
        uses[name] = use
        for reference in use.guarantee.cited:
            place = _place(survey, use, reference)
            if place is not None:
                inside = f"place {id(place.provision.clause if place.provision else place.division)}"
                leads_to.setdefault(name, []).append(inside)
                if inside not in leads_to:
                    leads_to[inside] = [other for provision in survey.citations.cited(place) for other in standing.get(id(provision.clause), ())]
    for circle in circles(leads_to):
        yield _found(sorted((uses[name] for name in circle if name in uses), key=lambda use: use.guarantee.span or (0, 0)))


def _found(around: list[GuaranteeUse]) -> Diagnostic:
    alone = len(around) == 1
    return report(
        RULE,
        "this guarantee secures only itself" if alone else f"these {len(around)} guarantees secure one another in a circle, and nothing else",
        *(at(use.guarantee, "guaranteed by itself" if alone else "part of the circle") for use in around[:MOST_NAMED]),
        help="let one of them cite the clause whose duty is meant to be secured",
    )


def _by_clause(survey: Survey) -> dict[int, list[str]]:
    standing: dict[int, list[str]] = {}
    for number, use in enumerate(survey.guarantees):
        standing.setdefault(id(use.provision.clause), []).append(f"guarantee {number}")
    return standing


def _place(survey: Survey, use: GuaranteeUse, reference: Reference) -> Place | None:
    place = survey.citations.find(reference, use.provision)
    if place is None or (place.provision is None and (place.division is None or any(place.division is around for around in use.provision.path))):
        return None
    return place
