"""Definition in a circle

An event that is defined by itself, or by another that is defined by it, never has a first occurrence: nobody can say
that it has happened, and whatever hangs on it never begins.

Define one of the events by something that can be observed, or leave its meaning out so that it is a fact of the world.

bad:
    party Ukraine.
    party Russia.
    event aggression means breach by Russia.  # error: [CK213]
    event breach means aggression on Ukraine.
    action consult.

    talks: If breach, then the Parties shall consult within 3 days.

good:
    party Ukraine.
    party Russia.
    event aggression.
    event breach means aggression on Ukraine.
    action consult.

    talks: If breach, then the Parties shall consult within 3 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.circles import circles
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Event, Status
from clausekit.model.part import Part

RULE = Rule("CK213", "circular-definition", Severity.ERROR)


@check(RULE)
def circular_definition(survey: Survey) -> Iterator[Diagnostic]:
    """Circles among events and among what statuses begin on. What a status ends on may depend on the status: it ends later than it begins."""
    owners: dict[str, Part] = {}
    needs: dict[str, list[str]] = {}
    for use in survey.events:
        if use.context in ("meaning", "begins") and isinstance(use.owner, Event | Status) and use.found and use.found.kind in ("event", "status"):
            owners.setdefault(use.owner.name, use.owner)
            needs.setdefault(use.owner.name, []).append(use.found.name)
    in_order = sorted(owners, key=lambda name: owners[name].span or (0, 0))
    for circle in circles({name: needs[name] for name in in_order}):
        names = [f"`{name}`" for name in circle]
        way = ", by ".join([*names[1:], "itself again"])
        yield report(
            RULE,
            f"{names[0]} is defined by itself" if len(circle) == 1 else f"{names[0]} is defined in a circle: by {way}",
            *(at(owners[name], "defined here") for name in circle),
            help="define one of them by what can be observed, or declare it without a meaning",
        )
