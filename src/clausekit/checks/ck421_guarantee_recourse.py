"""Guarantee that nobody is left to honour

A guarantor that answers for a violation itself drops out of those who guarantee against it. Where this is so of every guarantor, the guarantee binds nobody
just when it is called upon. Recourse that goes round, each failure opening the next and the last the first again, never comes to an end, or never begins.

Let somebody guarantee who does not owe the same duty, and let the order of recourse end.

bad:
    party Alba.
    guarantor Corva.
    guarantor Dorn.
    action deploy forces.
    event attack "an attack".

    aid: If attack on Alba, then the Guarantors jointly shall deploy forces within 60 days.
    surety: The Guarantors jointly and severally guarantee clause aid in favour of Alba within 30 days.  # warning: [CK421]

good:
    party Alba.
    guarantor Corva.
    guarantor Dorn.
    action deploy forces.
    event attack "an attack".

    aid: If attack on Alba, then Corva shall deploy forces within 60 days.
    surety: Dorn guarantees clause aid in favour of Alba within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import listed
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK421", "guarantee-recourse", Severity.WARNING)


@check(RULE, proved="guarantee")
def guarantee_recourse(survey: Survey) -> Iterator[Diagnostic]:
    """Guarantees without anybody left, and orders of recourse without an end or a beginning."""
    for told, case in survey.proved.of("guarantee"):
        if told.answer.kind == "nobody left":
            surety = told.answer.norms[-1]
            message = f"if all guarantors fail in {case.first}, each answers for it itself, and nobody is left to honour {case.others}"
            yield case.found(RULE, message, help="let somebody guarantee it who does not owe it", first=surety)
        elif told.answer.kind == "never ends":
            message = f"the failure of each of {listed(case.names)} opens the next, round and round"
            yield case.found(RULE, message, help="let the last of them open none of the others")
        else:
            message = f"{listed(case.names)} answer only one another: nothing ever begins"
            yield case.found(RULE, message, help="let one of them answer a duty that somebody owes to begin with")
