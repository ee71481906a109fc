"""Duty with no deadline

A duty without a deadline is owed, but never late: no date comes on which anybody can say that it was broken, and whatever answers for its breach never
begins. The side that is slow gains.

Say by when: `within 30 days of …`, `by 2027-01-01`, or `at all times` for a standing duty. A prohibition needs none.

bad:
    party Ukraine.
    guarantor Poland pledging 500 troops.
    action assist.

    help: Poland shall assist Ukraine.  # warning: [CK301]

good:
    party Ukraine.
    guarantor Poland pledging 500 troops.
    action assist.

    help: Poland shall assist Ukraine within 10 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK301", "no-deadline", Severity.WARNING)
# `before` and `for` bound a duty in time as well as a date does; `not earlier than`, `from` and `after` only say when it begins.
BOUNDING = frozenset({"within", "by", "before", "until", "not later than", "for", "every", "at all times", "immediately", "as soon as possible"})


@check(RULE)
def no_deadline(survey: Survey) -> Iterator[Diagnostic]:
    """Duties whose time is not bounded. Vague deadlines are told elsewhere; a duty owed while a status holds is bounded by it."""
    for use in survey.limbs:
        if use.within.modality == "duty" and not _bounded(use):
            yield report(
                RULE,
                f"no deadline says by when to {use.limb.act.action}",
                at(use.limb.act, "by when?"),
                help="add `within … days of …`, `by` a date, or `at all times` for a standing duty",
            )


def _bounded(use: LimbUse) -> bool:
    if any(timing.kind in BOUNDING for timing in use.limb.timing):
        return True
    conditions = (*use.within.openings, *(qualifier for qualifier in use.limb.qualifiers if qualifier.kind == "when"))
    return any(opening.word == "while" for opening in conditions)
