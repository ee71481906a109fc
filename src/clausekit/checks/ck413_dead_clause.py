"""Sentence that can never apply

There is no course of events in which this sentence begins to bind anybody: what it waits for cannot happen under this treaty, or the step before it can never
fail. A reader will believe that the case is provided for, and it is not.

Give the step before it a deadline that can pass, or wait for something that can happen.

bad:
    party Alba.
    party Brena.
    action pay.
    action impose sanctions.

    payment: Alba shall pay Brena as soon as possible, failing which Brena shall impose sanctions within 30 days.  # warning: [CK413] # warning: [CK302]

good:
    party Alba.
    party Brena.
    action pay.
    action impose sanctions.

    payment: Alba shall pay Brena within 60 days of entry into force,
      failing which Brena shall impose sanctions within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK413", "dead-clause", Severity.WARNING)


@check(RULE, proved="dead")
def dead_clause(survey: Survey) -> Iterator[Diagnostic]:
    """Norms that become active in no history."""
    for told, case in survey.proved.of("dead"):
        is_step = told.answer.kind == "rung"
        yield case.found(
            RULE,
            f"this step of {case.first} can never be reached" if is_step else f"nothing that can happen sets {case.first} off",
            help="give the step before it a deadline that can pass, else it is never violated" if is_step else "let it wait for something that can happen",
        )
