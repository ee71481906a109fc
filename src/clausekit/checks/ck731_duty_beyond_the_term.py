"""Duty that is to outlast the treaty

A treaty that lasts ten years ends its duties with it. One that is owed indefinitely, for twenty years, or until a later day, ends then too, unless the treaty
says that it survives: release from further performance is the rule (Vienna Convention on the Law of Treaties, Article 70). `At all times` means as long as the
treaty lasts, and is not looked at.

Say that the clause survives (`clause secrecy survives termination`), lengthen the term, or shorten the duty.

bad:
    party Ukraine.
    party Moldova.
    action disclose data as "disclosure of data".

    duration: remains in force for 10 years.
    secrecy: Each Party shall not disclose data for 20 years.  # warning: [CK731]

good:
    party Ukraine.
    party Moldova.
    action disclose data as "disclosure of data".

    duration: remains in force for 10 years.
    secrecy: Each Party shall not disclose data for 20 years.
    afterwards: clause secrecy survives expiry.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.life import Term, counts_from_entry, is_renewed, single_term
from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey
from clausekit.checks.windows import last_day, longest, shortest, spoken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Timing

RULE = Rule("CK731", "duty-beyond-the-term", Severity.WARNING)
_OWED = frozenset({"duty", "prohibition"})


@check(RULE)
def duty_beyond_the_term(survey: Survey) -> Iterator[Diagnostic]:
    """Duties, prohibitions and guarantees for longer than a treaty that is not renewed, in clauses that do not survive it."""
    term = single_term(survey)
    if term is None or term.timing is None or is_renewed(survey):
        return
    surviving = _surviving(survey)
    if surviving is None:
        return
    for use in survey.timed(["indefinitely", "for", "until"]):
        owed = isinstance(use.stated, GuaranteeUse) or (isinstance(use.stated, StatementUse) and use.stated.modality in _OWED)
        if owed and use.provision is not None and id(use.provision.clause) not in surviving and _outlasts(use.timing, term):
            ends = f"after {spoken(term.period)}" if term.period is not None else "before that"
            yield report(
                RULE,
                f"this is owed longer than the treaty lasts, which ends {ends}",
                at(use.timing, "owed so long"),
                at(term.timing, "the treaty ends"),
                help="say that the clause survives, as in `clause … survives expiry`, lengthen the term, or shorten the duty",
            )


def _surviving(survey: Survey) -> set[int] | None:
    """The clauses that survive, by identity; None where the whole treaty does."""
    found: set[int] = set()
    read: set[int] = set()
    for use in survey.applications:
        if use.application.verb == "survives":
            if not use.application.references:
                return None
            for reference in use.application.references:
                place = survey.citations.find(reference, use.provision)
                if place is not None and id(place.division or place.provision) not in read:
                    read.add(id(place.division or place.provision))
                    found.update(id(provision.clause) for provision in survey.citations.cited(place))
    return found


def _outlasts(timing: Timing, term: Term) -> bool:
    if timing.kind == "indefinitely":
        return True
    day = last_day(timing)
    if day is not None:
        return term.day is not None and day > term.day
    if timing.period is None or term.period is None or timing.bound == "at most" or not counts_from_entry(timing.anchor):
        return False
    most = longest(term.period)
    return most is not None and shortest(timing.period) > most
