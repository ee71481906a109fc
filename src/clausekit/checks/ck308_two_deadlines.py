"""Two deadlines for one act

When one act has two deadlines, the side that must perform will rely on the later and the side that waits on the earlier. Nothing in the sentence decides
between them.

Keep one, or say which governs: `by the earlier of 2027-06-30 and 90 days after request by Ukraine`.

bad:
    party Ukraine.
    guarantor Poland.
    action deliver aircraft as "delivery of aircraft".

    delivery: Poland shall deliver aircraft to Ukraine within 90 days of request by Ukraine by 2027-06-30.  # warning: [CK308]

good:
    party Ukraine.
    guarantor Poland.
    action deliver aircraft as "delivery of aircraft".

    delivery: Poland shall deliver aircraft to Ukraine by the earlier of 2027-06-30 and 90 days after request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK308", "two-deadlines", Severity.WARNING)
# `before E` stands well beside a deadline: it orders two acts. `every` makes a rhythm of what stands beside it.
_LATEST = frozenset({"within", "by", "not later than", "on", "exactly", "first day of month"})
_DUE = frozenset({"duty", "permission", "power"})


@check(RULE)
def two_deadlines(survey: Survey) -> Iterator[Diagnostic]:
    """Acts with two different times by which they are to be done."""
    for use in survey.limbs_with_timings:
        timing = use.limb.timing
        if use.within.modality not in _DUE:
            continue
        latest = [each for each in timing if each.kind in _LATEST]
        if len(latest) > 1 and latest[0] != latest[1] and not any(each.kind in ("every", "times") for each in timing):
            yield report(
                RULE,
                f"two deadlines are set for one act: which governs the duty to {use.limb.act.action}?"
                if use.within.modality == "duty"
                else f"two time limits are set for one act: which governs the right to {use.limb.act.action}?",
                at(latest[1], "the second"),
                at(latest[0], "the first"),
                help="keep one of them, or write `by the earlier of … and …` or `by the later of … and …`",
            )
