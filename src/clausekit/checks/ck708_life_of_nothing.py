"""Clause of which nothing can survive or be reserved

`Clause beginning survives termination` keeps nothing alive, if that clause only says when the treaty enters into force: it binds nobody to anything, before or
after. A reservation to such a clause takes nothing away. The label that was meant is probably another one.

Cite the clause whose duties are to go on, or to be excluded. And a clause can survive withdrawal only where the treaty lets somebody withdraw.

bad:
    party Ukraine.
    party Moldova.
    action disclose data as "disclosure of data".

    beginning: enters into force on signature.
    secrecy: Each Party shall not disclose data.
    leaving: Any Party may withdraw with 6 months notice.
    afterwards: clause beginning survives withdrawal.  # warning: [CK708]

good:
    party Ukraine.
    party Moldova.
    action disclose data as "disclosure of data".

    beginning: enters into force on signature.
    secrecy: Each Party shall not disclose data.
    leaving: Any Party may withdraw with 6 months notice.
    afterwards: clause secrecy survives withdrawal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.life import exits
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import wordings
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.clauses import Clause, Sentence
from clausekit.model.life import Application, Record
from clausekit.model.terms import Reference

RULE = Rule("CK708", "life-of-nothing", Severity.WARNING)
# What is said of clauses that bind somebody.
_OF_DUTIES = frozenset({"survives", "applies", "applies again", "applies provisionally", "does not apply", "is suspended", "resumes"})
# What a sentence does, instead of binding anybody: it says when something begins or ends.
_WHEN = frozenset({"enters into force", "takes effect", "remains in force", "is renewed", "is extended by", "is open for accession", "is open for signature",
                   "is open for acceptance", "is adopted by"})  # fmt: skip
_LEAVING = re.compile(r"\b(?:withdraw|denounc|denunciation)", re.IGNORECASE)


@check(RULE)
def life_of_nothing(survey: Survey) -> Iterator[Diagnostic]:
    """Survival, application, suspension and reservation of clauses that only say when something begins or ends; survival of a withdrawal nobody may make."""
    for use in survey.applications:
        said = use.application
        if said.verb in _OF_DUTIES:
            for reference in said.references:
                if _only_says_when(survey, reference, use.provision):
                    yield report(
                        RULE,
                        f"what is cited binds nobody, so that nothing in it {said.verb}",
                        at(reference, "says only when something begins or ends"),
                        help="cite the clause whose duties are meant",
                    )
        if said.verb == "survives" and said.counted is not None and said.counted.name in ("withdrawal", "denunciation") and _nobody_leaves(survey):
            found = report(
                RULE,
                f"this is to survive a {said.counted.name}, and no sentence lets a Party leave",
                at(said.counted, "by what right?"),
                help="add the right, as in `Any Party may withdraw with 6 months notice`, or write `survives termination`",
            )
            yield found._replace(severity=Severity.INFO)
    for record_use in survey.records:
        if record_use.record.what == "reservation":
            for reference in record_use.record.references:
                if _only_says_when(survey, reference, record_use.provision):
                    yield report(
                        RULE,
                        "a reservation to what binds nobody takes nothing away",
                        at(reference, "says only when something begins or ends"),
                        help="cite the clause whose duties are not accepted",
                    )


def _only_says_when(survey: Survey, reference: Reference, here: Provision) -> bool:
    place = survey.citations.find(reference, here) if reference.kind not in ("treaty", "instrument") and reference.instrument is None else None
    if place is None:
        return False
    known = survey.once(_known)
    identity = id(place.provision.clause) if place.provision is not None else id(place.division)
    if identity not in known:
        there = [provision.clause for provision in survey.citations.cited(place)]
        known[identity] = bool(there) and all(map(_is_of_life, there))
    return known[identity]


def _known(_: Survey) -> dict[int, bool]:
    """By division or clause, whether all that stands there only says when something begins or ends."""
    return {}


def _is_of_life(clause: Clause) -> bool:
    if isinstance(clause, Record):
        return True
    return isinstance(clause, Sentence) and not clause.rungs and all(isinstance(said, Application) and said.verb in _WHEN for said in clause.statements)


def _nobody_leaves(survey: Survey) -> bool:
    return survey.whole and not exits(survey) and not any(_LEAVING.search(text.text) for text in wordings(survey))
