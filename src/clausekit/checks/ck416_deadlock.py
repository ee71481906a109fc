"""Duties that wait for each other

Each of these sentences is set off, or falls due, only by what another of them asks for. Anybody could begin, and nobody is ever bound to: if all wait, nobody
is in breach. Guarantees in which each acts if the other does come to nothing in this way.

Bind one of them to begin, or both at one time: `at the same time as …`.

bad:
    party Alba.
    guarantor Corva.
    guarantor Dorn.
    action deploy forces.

    one: If deploy forces by Corva, then Dorn shall deploy forces within 10 days.  # warning: [CK416]
    other: If deploy forces by Dorn, then Corva shall deploy forces within 10 days.

good:
    party Alba.
    guarantor Corva.
    guarantor Dorn.
    action deploy forces.
    event attack "an attack".

    one: If attack on Alba, then Dorn shall deploy forces within 10 days.
    other: If deploy forces by Dorn, then Corva shall deploy forces within 10 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import listed
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK416", "deadlock", Severity.WARNING)


@check(RULE, proved="deadlock")
def deadlock(survey: Survey) -> Iterator[Diagnostic]:
    """Circles of duties that nothing from outside sets off, and prohibitions that forbid each other's first step."""
    for told, case in survey.proved.of("deadlock"):
        alone = f"{case.first} waits for itself" if len(case.norms) < 2 else f"the duties of {case.first} wait for each other"
        waiting = alone if len(case.names) < 2 else f"{listed(case.names)} wait for each other"
        message = f"{waiting}: nobody is ever bound to begin"
        if told.answer.kind == "neither may begin":
            message = f"{listed(case.names)} each forbid what the other waits for: neither act can ever lawfully be the first"
        yield case.found(RULE, message, help="bind one of them to begin, or both at one time: `at the same time as …`")
