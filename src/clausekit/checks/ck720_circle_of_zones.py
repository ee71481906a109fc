"""Zones inside each other

A zone that lies inside another, which lies inside the first, is nowhere: each is described by the other, and no surveyor can draw either. The same holds for a
zone that is measured from itself.

Describe one of them in words, or by a line that stands by itself.

bad:
    party Ukraine.
    zone Buffer inside Strip means "the inner part".  # error: [CK720]
    zone Strip inside Buffer means "the outer part".
    action station tanks.

    buffer: Ukraine shall not station tanks in Buffer or Strip.

good:
    party Ukraine.
    zone Buffer inside Strip means "the inner part".
    zone Strip means "the strip set out in Annex A".
    action station tanks.

    buffer: Ukraine shall not station tanks in Buffer or Strip.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.circles import circles
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK720", "circle-of-zones", Severity.ERROR)


@check(RULE)
def circle_of_zones(survey: Survey) -> Iterator[Diagnostic]:
    """Zones that lie in, or are measured from, themselves, directly or through others."""
    zones = {zone.name: zone for zone in survey.treaty.zones}
    leads_to: dict[str, list[str]] = {}
    for zone in survey.treaty.zones:
        named = [found.name for name in (zone.inside, zone.baseline) if name and (found := survey.vocabulary.thing(name)) is not None]
        leads_to.setdefault(zone.name, []).extend(name for name in named if name in zones)
    for circle in circles(leads_to):
        names = [f"`{name}`" for name in circle]
        yield report(
            RULE,
            f"{names[0]} is described by itself" if len(circle) == 1 else f"{names[0]} is described by itself, through {', '.join(names[1:])}",
            *(at(zones[name], "described here") for name in circle[:MOST_NAMED]),
            help="describe one of them in words, or by a line that stands by itself",
        )
