"""Reservation of one who does not sign

Reservations, objections and understandings are made by those who sign, ratify or accede (Vienna Convention on the Law of Treaties, Articles 19 and 20). One put
on record for a State that is only named in the treaty, or for an organ, qualifies nothing: that State accepts no obligation that it could limit.

Name the Party whose reservation it is, or declare it as `party` or `signatory`.

bad:
    party Ukraine.
    party Moldova.
    state Switzerland.
    action admit inspectors.

    visits: Each Party shall admit inspectors every 12 months.
    reserved: reservation by Switzerland to clause visits: excluded.  # warning: [CK728]

good:
    party Ukraine.
    party Moldova.
    action admit inspectors.

    visits: Each Party shall admit inspectors every 12 months.
    reserved: reservation by Moldova to clause visits: excluded.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.needed import is_no_signatory
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Actors

RULE = Rule("CK728", "record-of-a-bystander", Severity.WARNING)


@check(RULE)
def record_of_a_bystander(survey: Survey) -> Iterator[Diagnostic]:
    """Records and understandings of States that are no Parties, of organs and of bodies. In an open treaty a State may still become a Party."""
    for use in survey.records:
        yield from _bystanders(survey, use.record.by, f"`{use.record.what}`")
    for understanding in survey.understandings:
        yield from _bystanders(survey, understanding.by, "an understanding")


def _bystanders(survey: Survey, by: Actors, what: str) -> Iterator[Diagnostic]:
    for actor in by.members:
        if is_no_signatory(survey, actor.name):
            declared = survey.vocabulary.actor(actor.name)
            yield report(
                RULE,
                f"`{actor.name}` does not sign this treaty, so that {what} of its own qualifies nothing",
                at(actor, "made by a body" if declared is None else "made by one who is no Party"),
                *([at(declared, f"declared as {'an' if declared.role == 'organ' else 'a'} {declared.role}")] if declared is not None else []),
                help="name the Party whose it is, or declare it as `party` or `signatory` if it signs",
            )
