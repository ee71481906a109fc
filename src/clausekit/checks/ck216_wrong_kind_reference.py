"""Cross-reference of the wrong kind

A sentence is cited by its label (`clause response`), an article by its number or name (`article 5`). A reference that
calls a sentence an article, or an article a clause, finds nothing, although what it means is there; and `this article`
means nothing outside of one.

Call what is cited by its kind.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    talks: The Parties shall consult every 6 months, without prejudice to article reports.  # error: [CK216]
    reports: The Parties shall report every 12 months.

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    talks: The Parties shall consult every 6 months, without prejudice to clause reports.
    reports: The Parties shall report every 12 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.cited import unfound, written
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, respelled
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Reference

RULE = Rule("CK216", "wrong-kind-reference", Severity.ERROR)
_WHAT = {"clause": "the label of a sentence", "article": "an article", "annex": "an annex", "part": "a part"}


@check(RULE)
def wrong_kind_reference(survey: Survey) -> Iterator[Diagnostic]:
    """References whose name is that of something of another kind, and `this article` outside of one."""
    for each in unfound(survey):
        if not each.other_kind:
            continue
        reference = each.use.reference
        if not each.meant:
            next_step = "cite the article by its number or name, as in `article 5`"
            yield report(RULE, f"this cites nothing: {each.missing}", at(reference, "in which article?"), help=next_step)
            continue
        kind = each.meant.partition(" ")[0]
        yield report(
            RULE,
            f"{each.missing}: `{reference.designation}` is {_WHAT[kind]}",
            at(reference, f"cited as {_a(reference)}"),
            help=f"write `{each.meant}`",
            fix=respelled(survey.source, (reference,), written(reference), each.meant),
        )


def _a(reference: Reference) -> str:
    return f"an {reference.kind}" if reference.kind[0] == "a" else f"a {reference.kind}"
