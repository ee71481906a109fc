"""Duties that cannot all be complied with

A course of events leads to a moment from which on a Party violates one sentence or another, whatever it does and whatever the others do. Each sentence is
sound by itself; only together, in that situation, they leave no lawful way. The situation is told day by day, and can be played with `clausekit simulate`.

Let one of the sentences yield in that case: `notwithstanding clause …`, `except …`, or a later deadline.

bad:
    party Alba.
    guarantor Corva.
    action deploy forces.
    event attack "an attack".
    event mediation.

    response: If attack on Alba, then Corva shall deploy forces to Alba within 30 days.  # error: [CK411]
    truce: If mediation, then Corva shall not deploy forces to Alba within 60 days.

good:
    party Alba.
    guarantor Corva.
    action deploy forces.
    event attack "an attack".
    event mediation.

    response: If attack on Alba, then Corva shall deploy forces to Alba within 30 days, notwithstanding clause truce.
    truce: If mediation, then Corva shall not deploy forces to Alba within 60 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.proved import several
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK411", "conflict", Severity.ERROR)


@check(RULE, proved="conflict")
def conflict(survey: Survey) -> Iterator[Diagnostic]:
    """Cores of sentences that somebody cannot satisfy together. Where it had to violate something to come there, it asks for a decision only."""
    for told, case in survey.proved.of("conflict"):
        who = f"{case.who} can {'' if len(told.answer.parties) == 1 else 'each '}come into a position"
        yield case.found(
            RULE,
            f"{who} in which it cannot comply with {several(case.names)}",
            help="say which of them yields then, as in `notwithstanding clause …` or `except …`, or give more time",
            severity=None if told.blameless else Severity.WARNING,
        )
