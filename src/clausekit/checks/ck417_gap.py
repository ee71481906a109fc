"""Breach that nobody has to answer

A violation is answered where some Parties commit it, and binds nobody where others do: the sentences that answer it speak of the former only. The treaty looks
as if every breach had its consequence, and one has none. A finding that nobody can make leaves everything that hangs on it without effect.

Let the answer speak of all who can commit the breach, or say that there is to be none.

bad:
    party Alba.
    party Brena.
    guarantor Corva.
    action pay.
    action deploy forces.

    due: Alba and Brena severally shall pay within 60 days of entry into force.  # warning: [CK417]
    answer: If violation of clause due by Alba, then Corva shall deploy forces within 30 days.

good:
    party Alba.
    party Brena.
    guarantor Corva.
    action pay.
    action deploy forces.

    due: Alba and Brena severally shall pay within 60 days of entry into force.
    answer: If violation of clause due, then Corva shall deploy forces within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import listed
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK417", "gap", Severity.WARNING)
# Of fewer sentences than this it is plain to see that nothing follows from a breach.
_FEW = 6


@check(RULE, proved="gap")
def gap(survey: Survey) -> Iterator[Diagnostic]:
    """Violations that nobody is bound to answer, and findings that nobody can make. That nothing at all hangs on any duty is worth knowing only."""
    for told, case in survey.proved.of("gap", "nobody bound"):
        parties = told.answer.parties
        message = f"if {listed(parties, 'or')} {'violates' if len(parties) == 1 else 'violate'} {case.first}, nobody is bound to answer"
        yield case.found(RULE, message, help=f"let {case.others or 'the answer'} speak of {case.who} too, or say that no answer is meant")
    for _, case in survey.proved.of("gap", "nobody determines"):
        message = f"{listed(case.names)} {'hangs' if len(case.names) == 1 else 'hang'} on a finding that nobody has the power to make"
        yield case.found(RULE, message, help="say who finds it, as in `as determined by the Commission`")
    for told, case in survey.proved.of("gap", "no consequence"):
        if len(case.names) < _FEW:
            continue
        count = "any duty" if told.answer.reason.endswith("any duty") else f"{len(case.names)} of its sentences"
        message = f"nothing hangs on the violation of {count}: what answers a breach is left to general law"
        made = case.found(RULE, message, help="leave it at that, or say what follows from a breach", severity=Severity.INFO, says="")
        assert made.proof is not None
        yield made._replace(labels=made.labels[:1] if count == "any duty" else made.labels, proof=made.proof._replace(steps=()))
