"""Left open on purpose

What negotiators could not agree is sometimes left open knowingly: `within an unstated period`, `jointly or severally unstated`. The draft says nothing of it,
so that nobody later finds the question there. This list keeps it, for those who take the negotiation up again.

Nothing need change. Put in the time or the manner when it is agreed.

bad:
    party Ukraine.
    party Moldova.
    action withdraw artillery.

    pullback: Ukraine shall withdraw artillery within an unstated period.  # info: [CK729]

good:
    party Ukraine.
    party Moldova.
    action withdraw artillery.

    pullback: Ukraine shall withdraw artillery within 30 days of signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.part import Part

RULE = Rule("CK729", "left-open-on-purpose", Severity.INFO)


@check(RULE)
def left_open_on_purpose(survey: Survey) -> Iterator[Diagnostic]:
    """All times and manners that are unstated, in one finding. How guarantors answer is told with their guarantee."""
    places: list[tuple[Part, str]] = [(use.timing, "no time agreed") for use in survey.timed(["unstated"])]
    places += [
        (use.statement.bearer, "jointly or severally: not agreed")
        for use in survey.statements
        if use.statement.bearer is not None and use.statement.bearer.manner == "unstated"
    ]
    if places:
        several = f"{len(places)} questions are" if len(places) > 1 else "a question is"
        more = f" (the first {MOST_NAMED} are shown)" if len(places) > MOST_NAMED else ""
        yield report(
            RULE,
            f"{several} left open on purpose{more}",
            *(at(part, seen) for part, seen in places[:MOST_NAMED]),
            help="nothing need change; put in what is agreed when it is agreed",
        )
