"""Two sentences on how long a treaty lasts

When a treaty enters into force, and how long it remains in force, is said once. Where two sentences say it, each side will rely on the one that suits it: the
earlier of two dates, or the longer of two terms. A treaty that enters into force only after its term has ended is never in force.

Keep one of them, or say whom each is meant for: `this treaty enters into force for each other Signatory on ratification by that Signatory` stands well beside
the sentence for the first ones (North Atlantic Treaty, Article 11).

bad:
    party Ukraine.
    party Moldova.

    beginning: enters into force on signature.
    ratification: enters into force on exchange of notifications.  # warning: [CK705]

good:
    party Ukraine.
    party Moldova.

    beginning: enters into force on exchange of notifications.
    duration: remains in force for 10 years.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.life import entries, single_term, terms
from clausekit.checks.registry import check
from clausekit.checks.survey import ApplicationUse, Survey
from clausekit.checks.windows import first_day
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK705", "conflicting-life", Severity.WARNING)


@check(RULE)
def conflicting_life(survey: Survey) -> Iterator[Diagnostic]:
    """Second sentences on entry into force or duration that speak of the same Parties as the first, on no condition of their own; terms that end too soon."""
    yield from _second(entries(survey), "when the treaty enters into force", "write `the earlier of … and …`, or `the later of … and …`")
    yield from _second([term.use for term in terms(survey)], "how long the treaty remains in force", "say whom each of them is meant for")
    term = single_term(survey)
    for use in entries(survey) if term is not None and term.day is not None else ():
        begins = max((day for timing in use.application.timing if (day := first_day(timing)) is not None), default=None)
        if term is not None and term.timing is not None and begins is not None and term.day is not None and begins > term.day:
            yield report(
                RULE,
                "the treaty enters into force only after its term has ended",
                at(term.timing, "it ends here"),
                at(use.application, "it begins only here"),
                help="put the two days in order",
            )


def _second(uses: list[ApplicationUse], what: str, way_out: str) -> Iterator[Diagnostic]:
    first: dict[object, ApplicationUse] = {}
    for use in uses:
        said = use.application
        earlier = first.setdefault((said.roles, use.openings), use)
        if earlier is not use and (said.timing, said.qualifiers) != (earlier.application.timing, earlier.application.qualifiers):
            yield report(
                RULE,
                f"two sentences say {what}, and nothing says which of them governs",
                at(said, "the second"),
                at(earlier.application, "the first"),
                help=f"keep one of them, or {way_out}",
            )
