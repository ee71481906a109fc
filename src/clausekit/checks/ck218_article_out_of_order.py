"""Article numbers out of order

Articles are numbered so that they can be found. A number that is lower than the one before it sends the reader back; a
gap in the numbers makes everybody look for the article that was struck, and for what it said.

Renumber the articles, or give them names and leave their numbers to their places. A number that has to stay free is
kept by an article that says so: `text "Deleted."`.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    article 2 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 1 "Reports"  # warning: [CK218]
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
from clausekit.model.treaty import Division

RULE = Rule("CK218", "article-out-of-order", Severity.WARNING)


@check(RULE)
def article_out_of_order(survey: Survey) -> Iterator[Diagnostic]:
    """Written numbers that go back (a warning) or leave numbers out (an info), counted through the treaty and anew in each annex."""
    before: dict[int, tuple[int, Division]] = {}
    for division, path in survey.citations.divisions:
        number = survey.citations.number(division).partition(" ")[0]
        if division.kind != "article" or not number.isdigit() or len(number) > 9:
            continue
        counted_in = id(path[0]) if path[0].kind == "annex" else 0
        last, earlier = before.get(counted_in, (0, division))
        before[counted_in] = (int(number), division)
        if earlier is division or int(number) in (last, last + 1):
            continue
        labels = (heading(survey.source, division, f"numbered {number}"), heading(survey.source, earlier, "the article before it"))
        if int(number) < last:
            next_step = "renumber the articles, or name them to have them numbered by their places"
            yield report(RULE, f"Article {number} stands after Article {last}", *labels, help=next_step)
        else:
            left_out = f"Article {last + 1} is" if int(number) == last + 2 else f"Articles {last + 1} to {int(number) - 1} are"
            found = report(RULE, f"{left_out} left out", *labels, help='renumber the articles, or keep the number free with `text "Deleted."`')
            yield found._replace(severity=Severity.INFO)
