"""Duties that ask for more than there is

A duty asks for more than those who bear it have pledged: it is violated even if each gives all that it pledged. Or each of several duties can be performed, and
all that can fall due at one time cannot: together they ask for more than was pledged, or for more members than are left once the one whose act sets them off
has dropped out. The sum is spelt out.

Pledge more, ask for less, or say which duty goes first.

bad:
    party Alba.
    party Brena.
    guarantor Corva pledging 100 troops.
    guarantor Dorn pledging 100 troops.
    action deploy forces in troops.

    east: If request by Alba, then the Guarantors jointly shall deploy forces to Alba of at least 150 troops within 60 days.  # warning: [CK420]
    west: If request by Brena, then the Guarantors jointly shall deploy forces to Brena of at least 150 troops within 60 days.

good:
    party Alba.
    party Brena.
    guarantor Corva pledging 150 troops.
    guarantor Dorn pledging 150 troops.
    action deploy forces in troops.

    east: If request by Alba, then the Guarantors jointly shall deploy forces to Alba of at least 150 troops within 60 days.
    west: If request by Brena, then the Guarantors jointly shall deploy forces to Brena of at least 150 troops within 60 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import MOST_NAMED, listed
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity
from clausekit.logic.answers import Answer

RULE = Rule("CK420", "capacity", Severity.WARNING)


@check(RULE, proved="capacity")
def capacity(survey: Survey) -> Iterator[Diagnostic]:
    """Sums of what is asked at one time that exceed what was pledged, and numbers of those who are left that fall short."""
    for told, case in survey.proved.of("capacity"):
        kind = told.answer.kind
        if kind == "beyond pledges":
            made = case.found(
                RULE,
                f"{case.first} asks for more than those bound have pledged: it is violated even if each gives all that it can be asked for",
                help="raise the pledges, lower the amount, or bind more guarantors",
            )
            yield made._replace(labels=(*made.labels, *_pledges(survey, told.answer)))
            continue
        if kind == "pledges":
            twice = f"{case.first}, set off twice, asks" if len(case.names) == 1 else f"{listed(case.names)} ask"
            message, step = f"due at one time, {twice} for more than was pledged", "pledge more, ask for less, or say which goes first"
        elif kind == "quorum":
            message = f"{told.answer.reason} cannot decide where {listed(told.answer.parties, 'or')} has no vote"
            step = "ask for fewer votes or a lower quorum, or add members"
        else:
            message = f"if {case.who} sets {case.first} off, those who are left cannot perform it"
            step = "ask for less than the others can give, or let others stand in"
        yield case.found(RULE, message, help=step)


def _pledges(survey: Survey, answer: Answer) -> Iterator[Label]:
    """Where those bound pledge what they pledge, for as many as are named."""
    for name in answer.parties[:MOST_NAMED]:
        actor = survey.vocabulary.actor(name)
        if actor is not None and actor.span is not None:
            yield Label(actor.span, "pledges so much")
