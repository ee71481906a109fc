"""Group that contains itself

A group is the States that belong to it. One that belongs to itself, directly or through another group or a body, has no
list of members that everybody would write down alike; it matters as soon as a majority of it is counted.

Name the States themselves in one of the groups.

bad:
    party Ukraine.
    guarantor Poland.
    guarantor Lithuania.
    group Eastern Allies means Poland and Northern Allies.  # error: [CK214]
    group Northern Allies means Lithuania and Eastern Allies.
    action consult.

    talks: The Eastern Allies shall consult with Ukraine every 6 months.
    visits: The Northern Allies shall consult every 12 months.

good:
    party Ukraine.
    guarantor Poland.
    guarantor Lithuania.
    group Eastern Allies means Poland and Lithuania.
    group Northern Allies means Lithuania.
    action consult.

    talks: The Eastern Allies shall consult with Ukraine every 6 months.
    visits: The Northern Allies shall consult every 12 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.circles import circles
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK214", "circular-group", Severity.ERROR)


@check(RULE)
def circular_group(survey: Survey) -> Iterator[Diagnostic]:
    """Circles of membership among groups and bodies."""
    collective = {part.name: part for part in reversed((*survey.treaty.groups, *survey.treaty.bodies))}
    holds = {name: [member.name for member in part.members if member.name in collective] for name, part in reversed(collective.items())}
    for circle in circles(holds):
        names = [f"`{name}`" for name in circle]
        message = f"{names[0]} is one of its own members" if len(circle) == 1 else f"{names[0]} contains itself, through {', '.join(names[1:])}"
        yield report(
            RULE,
            message,
            *(at(collective[name], "its members are named here") for name in circle),
            help="name the States themselves in one of the groups",
        )
