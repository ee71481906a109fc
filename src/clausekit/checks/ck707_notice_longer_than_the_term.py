"""Notice longer than the term

A treaty that is renewed unless somebody objects a year before it expires must last longer than a year: in a term of six months the day for objecting has
passed before the term began, and nobody can ever keep the treaty from going on.

Shorten the notice, or lengthen the term. Both the first term and each renewed one count.

bad:
    party Ukraine.
    party Moldova.

    duration: remains in force for 6 months.
    renewal: is renewed for 6 months, unless objection by any Party not later than 1 year before expiry.  # warning: [CK707]

good:
    party Ukraine.
    party Moldova.

    duration: remains in force for 6 years.
    renewal: is renewed for 6 years, unless objection by any Party not later than 1 year before expiry.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.life import on_treaty, outlasts, terms
from clausekit.checks.registry import check
from clausekit.checks.survey import ApplicationUse, Survey
from clausekit.checks.windows import spoken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Period
from clausekit.model.part import Part
from clausekit.model.qualifiers import Restriction
from clausekit.model.terms import Occurs, Timing

RULE = Rule("CK707", "notice-longer-than-the-term", Severity.WARNING)


@check(RULE)
def notice_longer_than_the_term(survey: Survey) -> Iterator[Diagnostic]:
    """Objections to renewal that would have to be made before the term that they end has begun."""
    renewals = on_treaty(survey, frozenset({"is renewed"}))
    if not renewals and not terms(survey):
        return
    first = [(term.period, term.use.application) for term in terms(survey) if term.period is not None]
    for use in [*renewals, *(term.use for term in terms(survey))]:
        lasting: list[tuple[Period, Part]] = [*first]
        if use.application.verb == "is renewed":
            lasting += [(timing.period, timing) for timing in use.application.timing if timing.kind == "for" and timing.period is not None]
        for notice in _notices(use):
            short = next(((period, part) for period, part in lasting if notice.period is not None and outlasts(notice.period, period)), None)
            if short is not None and notice.period is not None:
                yield report(
                    RULE,
                    f"this must be done {spoken(notice.period)} before a term ends that lasts {spoken(short[0])}",
                    at(notice, "passed before the term begins"),
                    at(short[1], "the term"),
                    help="shorten the notice, or lengthen the term",
                )
                break


def _notices(use: ApplicationUse) -> Iterator[Timing]:
    """How long before the end of a term something must be done so that it does not go on."""
    for qualifier in use.application.qualifiers:
        if isinstance(qualifier, Restriction) and qualifier.condition is not None:
            for alternative in qualifier.condition.alternatives:
                for atom in alternative:
                    within = atom.event.within if isinstance(atom, Occurs) else None
                    if within is not None and within.kind == "not later than" and within.anchor is not None and within.anchor.name == "expiry":
                        yield within
