"""Sentence that adds nothing

Whatever violates this sentence violates another one by the same Party, no later. It changes nobody's position, and a reader who takes every sentence to mean
something will look for a difference that was not intended.

Take it out, or say what it is to add.

bad:
    party Alba.
    party Brena.
    action use force as "use of force".

    peace: No Party shall use force against the other Party.
    border: Alba shall not use force against Brena.  # info: [CK414]

good:
    party Alba.
    party Brena.
    action use force as "use of force".

    peace: No Party shall use force against the other Party.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK414", "redundant-clause", Severity.INFO)


@check(RULE, proved="redundant")
def redundant_clause(survey: Survey) -> Iterator[Diagnostic]:
    """Sentences each violation of which comes with one of others."""
    for _, case in survey.proved.of("redundant"):
        yield case.found(
            RULE,
            f"{case.first} asks for nothing that {case.others} {'does' if len(case.names) == 2 else 'do'} not ask for already",
            help="take it out, or say what it is to add",
        )
