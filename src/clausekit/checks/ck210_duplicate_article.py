"""Article, part or annex that stands twice

Two articles with one number cannot both be cited. It happens when drafts of two working groups are put together, and
when an article that is numbered by its place comes before one that has its number in writing.

Renumber one of them, or give it a name (`article response "Collective response"`) so that it is numbered by its place.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 1 "Reports"  # error: [CK210]
      reports: The Parties shall report every 12 months.

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 2 "Reports"
      reports: The Parties shall report every 12 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import heading
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.names import key
from clausekit.model.treaty import Division

RULE = Rule("CK210", "duplicate-article", Severity.ERROR)
# A chapter or a section is counted within what it stands in; the rest are counted through the whole treaty, and the articles of an annex through it.
_COUNTED_INSIDE = frozenset({"chapter", "section"})


@check(RULE)
def duplicate_article(survey: Survey) -> Iterator[Diagnostic]:
    """Every division whose number or name another of its kind has before it."""
    first: dict[tuple[str, int, str], Division] = {}
    for division, path in survey.citations.divisions:
        within = path[-2] if division.kind in _COUNTED_INSIDE and len(path) > 1 else path[0] if division.kind == "article" and path[0].kind == "annex" else None
        number = survey.citations.number(division)
        for designation in dict.fromkeys((key(division.designation), key(number))):
            earlier = first.setdefault((division.kind, id(within), designation), division)
            if earlier is not division:
                yield _twice(survey, division, earlier, number)
                break


def _twice(survey: Survey, division: Division, earlier: Division, number: str) -> Diagnostic:
    kind = division.kind.capitalize()
    designation = division.designation if key(division.designation) == key(earlier.designation) else number
    return report(
        RULE,
        f"there are two of {kind} {designation}",
        heading(survey.source, division, _how(division, designation)),
        heading(survey.source, earlier, _how(earlier, designation)),
        help="give one of them another number, or name it (`article response`) to have it numbered by its place",
    )


def _how(division: Division, designation: str) -> str:
    return "so designated here" if key(division.designation) == key(designation) else f"numbered {designation} by its place"
