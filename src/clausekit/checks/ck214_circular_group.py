"""Group that contains itself

A group is the States that belong to it. One that belongs to itself, directly or through another group or a body, has no
list of members that everybody would write down alike; it matters as soon as a majority of it is counted. The same is true of a group picked from itself
(`group Powers means each Power that …`), and of two bodies that each belong to the other.

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
    """Circles among groups and bodies: of membership, of what a group is picked from, of the body that another belongs to."""
    parts: list[Group | Body] = [*survey.treaty.groups, *survey.treaty.bodies]
    parts.sort(key=lambda part: part.span or (0, 0))
    collective: dict[str, Group | Body] = {}
    holds: dict[str, list[str]] = {}
    for part in parts:
        if collective.setdefault(part.name, part) is part:
            holds[part.name] = [member.name for member in part.members]
            if isinstance(part, Group) and part.criterion is not None:
                holds[part.name].append(part.criterion.base)
    yield from _membership(collective, holds)
    under = {part.name: [above.name] for part in survey.treaty.bodies if part.under and (above := survey.vocabulary.who(part.under))}
    for circle in circles(under):
        names = [f"`{name}`" for name in circle]
        yield report(
            RULE,
            f"{names[0]} belongs to itself" if len(circle) == 1 else f"{names[0]} belongs to itself, through {', '.join(names[1:])}",
            *(at(collective[name], "what it belongs to is named here") for name in circle if name in collective),
            help="let one of the bodies belong to none of the others",
        )


def _membership(collective: dict[str, Group | Body], holds: dict[str, list[str]]) -> Iterator[Diagnostic]:
    for circle in circles(holds):
        names = [f"`{name}`" for name in circle]
        message = f"{names[0]} is one of its own members" if len(circle) == 1 else f"{names[0]} contains itself, through {', '.join(names[1:])}"
        yield report(
            RULE,
            message,
            *(at(collective[name], "its members are named here") for name in circle),
            help="name the States themselves in one of the groups",
        )
