"""Period of no length

A period of nothing is a slip of the pen: an act due every 0 days is due without end, a duty for 0 years ends as it begins, and 0 months of notice is no
notice.

Put in the length that was meant, or leave the period out.

bad:
    party Ukraine.
    guarantor Poland.
    action hold exercises as "holding of exercises".

    exercises: Poland shall hold exercises with Ukraine every 0 months.  # error: [CK309]

good:
    party Ukraine.
    guarantor Poland.
    action hold exercises as "holding of exercises".

    exercises: Poland shall hold exercises with Ukraine every 6 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.windows import is_nothing, spoken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Period
from clausekit.model.part import Part
from clausekit.model.qualifiers import Manner

RULE = Rule("CK309", "empty-period", Severity.ERROR)
# `within 0 hours` means at that very instant (language, section 3); `not earlier than 0 days after` is idle, but does no harm.
_LASTING = ("every", "for", "times")


@check(RULE)
def empty_period(survey: Survey) -> Iterator[Diagnostic]:
    """Rhythms, durations, extensions and notices of no length, and acts to be done no times."""
    for use in survey.timed(_LASTING):
        timing = use.timing
        if timing.period is not None and is_nothing(timing.period):
            yield _found(timing, timing.period, "this time is over as it begins" if timing.kind == "for" else "an act cannot be due so often")
        elif timing.kind == "times" and timing.times == 0 and timing.bound != "at most":
            yield report(
                RULE, "an act that is to be done 0 times is no act", at(timing, "how often?"), help="put in the number that was meant, or leave it out"
            )
    for life in survey.applications:
        extension = life.application.period
        if extension is not None and is_nothing(extension):
            yield _found(life.application, extension, "this is no extension")
    for qualifier, _ in survey.qualifiers:
        if isinstance(qualifier, Manner) and qualifier.period is not None and is_nothing(qualifier.period):
            yield _found(qualifier, qualifier.period, "this is no notice")


def _found(part: Part, period: Period, seen: str) -> Diagnostic:
    return report(RULE, f"a period of {spoken(period)} has no length", at(part, seen), help="put in the length that was meant, or leave the period out")
