"""Objection to a reservation that nobody made

An objection, or an acceptance, answers a reservation. `Objection by Poland to the reservation by France` answers nothing where France has made none: the name
is another one, or the reservation was withdrawn (Vienna Convention on the Law of Treaties, Articles 20 to 23).

Record the reservation, name the State that made it, or strike the objection.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    action admit inspectors.

    visits: Each Party shall admit inspectors every 12 months.
    reserved: reservation by Moldova to clause visits: excluded.
    answer: objection by Poland to the reservation by Ukraine.  # warning: [CK726]

good:
    party Ukraine.
    party Poland.
    party Moldova.
    action admit inspectors.

    visits: Each Party shall admit inspectors every 12 months.
    reserved: reservation by Moldova to clause visits: excluded.
    answer: objection by Poland to the reservation by Moldova.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK726", "objection-to-nothing", Severity.WARNING)


@check(RULE)
def objection_to_nothing(survey: Survey) -> Iterator[Diagnostic]:
    """Objections to, and acceptances of, the reservations of somebody who has made none."""
    if not survey.whole:
        return  # the reservation may stand in a sentence that was not read
    reserving: set[str] = set()
    for use in survey.records:
        if use.record.what == "reservation":
            reserving.update(name for actor in use.record.by.members for name in (*survey.vocabulary.members(actor.name), actor.name))
    for use in survey.records:
        answered = use.record.reservation_by
        for actor in answered.members if answered is not None else ():
            names = survey.vocabulary.members(actor.name) or (actor.name,)
            if reserving.isdisjoint(names):
                yield report(
                    RULE,
                    f"`{actor.name}` has made no reservation: there is nothing to answer",
                    at(actor, "whose reservation?"),
                    help=f"record it, as in `reservation by {actor.name} to clause …: excluded`, or name the State that made it",
                )
