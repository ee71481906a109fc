"""Measures that are part of each other

A number that is part of another, which is part of the first, cannot be counted: every unit of the one is a unit of the other, so that they are equal, and one
of the names is not needed.

Let one of them be the whole.

bad:
    party Ukraine.
    measure heavy vehicles part of infantry vehicles in vehicles.  # error: [CK721]
    measure infantry vehicles part of heavy vehicles in vehicles.

    limit: Ukraine shall ensure that infantry vehicles are at most 100 and that heavy vehicles are at most 20.

good:
    party Ukraine.
    measure heavy vehicles part of infantry vehicles in vehicles.
    measure infantry vehicles in vehicles.

    limit: Ukraine shall ensure that infantry vehicles are at most 100 and that heavy vehicles are at most 20.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.circles import circles
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK721", "circle-of-measures", Severity.ERROR)


@check(RULE)
def circle_of_measures(survey: Survey) -> Iterator[Diagnostic]:
    """Measures that are counted in themselves, directly or through others."""
    measures = {measure.name: measure for measure in survey.treaty.measures}
    leads_to: dict[str, list[str]] = {}
    for measure in survey.treaty.measures:
        whole = survey.vocabulary.thing(measure.part_of) if measure.part_of else None
        leads_to.setdefault(measure.name, []).extend([whole.name] if whole is not None and whole.name in measures else [])
    for circle in circles(leads_to):
        names = [f"`{name}`" for name in circle]
        yield report(
            RULE,
            f"{names[0]} is part of itself" if len(circle) == 1 else f"{names[0]} is part of itself, through {', '.join(names[1:])}",
            *(at(measures[name], "said to be a part here") for name in circle[:MOST_NAMED]),
            help="let one of them be the whole",
        )
