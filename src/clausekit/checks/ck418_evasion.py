"""Lawful way out of a duty

Whoever is bound can see the duty coming and be free of it before it falls due, without breaking anything: by withdrawing with short notice, by suspending what
it owes, by an exception that hangs on its own word, or because it binds only if it says so itself. This is often what was agreed; it should be known. That
whoever commits a breach can call off what others then owe is seldom meant.

Where it is not meant, let the duty survive withdrawal, give the notice more time than the duty has, or let somebody else judge.

bad:
    party Alba.
    guarantor Corva.
    action deploy forces.
    event attack "an attack".

    help: If attack on Alba, then Corva shall deploy forces within 60 days.  # info: [CK418]
    leaving: Any Party may withdraw with 30 days notice.

good:
    party Alba.
    guarantor Corva.
    action deploy forces.
    event attack "an attack".

    help: If attack on Alba, then Corva shall deploy forces within 60 days.
    leaving: Any Party may withdraw with 3 months notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK418", "evasion", Severity.INFO)
_WAYS = {
    "withdraw": "can withdraw in time to escape",
    "suspend": "can suspend what it owes and so escape",
    "terminate": "can end the treaty in time to escape",
    "reserve": "can make a reservation and so escape",
    "self-judge": "can free itself by its own word from",
    "opinion": "is bound only if it says so itself by",
    "veto": "can keep the decision from being taken that would bind it to",
}
_LEAVE = "leave it at that, or let somebody else judge"
_NEXT = {
    "withdraw": "leave it at that, or let the duty survive withdrawal, or give the notice more time than the duty has",
    "terminate": "leave it at that, or give the notice more time than the duty has",
    "called off": "leave the exception to whoever the duty protects, or take it out",
}


@check(RULE, proved="evasion")
def evasion(survey: Survey) -> Iterator[Diagnostic]:
    """Duties that their bearer can escape lawfully once they are set off."""
    for told, case in survey.proved.of("evasion"):
        way = _WAYS.get(told.answer.kind, "can escape")
        if len(told.answer.parties) > 1:
            way = way.replace("can ", "can each ", 1).replace("is bound only if it says so itself", "are each bound only if they say so themselves")
        others = len({step.norm for step in told.answer.steps if step.norm >= 0} - {told.answer.norms[0]})
        more = f" and {others} other {'duty' if others == 1 else 'duties'}" if others else ""
        message = f"{case.who} {way} {case.first}{more}"
        if told.answer.kind == "called off":
            message = f"{case.who} can by its own word call off {case.first}, by which others answer what it has done itself"
        made = case.found(
            RULE,
            message,
            help=_NEXT.get(told.answer.kind, _LEAVE),
            severity=Severity.WARNING if told.answer.kind == "called off" else None,
        )
        assert made.proof is not None
        yield made if others else made._replace(proof=made.proof._replace(steps=tuple(step.said for step in told.answer.steps if step.norm < 0)))
