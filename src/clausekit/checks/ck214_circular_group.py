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
from clausekit.model.declarations import Body, Group

RULE = Rule("CK214", "circular-group", Severity.ERROR)


@check(RULE)
def circular_group(survey: Survey) -> Iterator[Diagnostic]:
    """Circles of membership among groups and bodies."""
    parts: list[Group | Body] = [*survey.treaty.groups, *survey.treaty.bodies]
    parts.sort(key=lambda part: part.span or (0, 0))
    collective: dict[str, Group | Body] = {}
    holds: dict[str, list[str]] = {}
    for part in parts:
        if collective.setdefault(part.name, part) is part:
            holds[part.name] = [member.name for member in part.members]
    for circle in circles(holds):
        names = [f"`{name}`" for name in circle]
        message = f"{names[0]} is one of its own members" if len(circle) == 1 else f"{names[0]} contains itself, through {', '.join(names[1:])}"
        yield report(
            RULE,
            message,
            *(at(collective[name], "its members are named here") for name in circle),
            help="name the States themselves in one of the groups",
        )
