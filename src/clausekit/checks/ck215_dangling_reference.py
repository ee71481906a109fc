"""Cross-reference to nothing

`Subject to article 12`, where there is no Article 12, subjects the duty to nobody knows what. Cross-references go stale
whenever articles are struck or moved; these are live, so each is looked up.

Cite what is there. A sentence that is cited often deserves a label: labels stay when numbers move.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months, subject to article 3.  # error: [CK215]

    article 2 "Reports"
      reports: The Parties shall report every 12 months.

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months, subject to article 2.

    article 2 "Reports"
      reports: The Parties shall report every 12 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.cited import unfound
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, respelled
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK215", "dangling-reference", Severity.ERROR)


@check(RULE)
def dangling_reference(survey: Survey) -> Iterator[Diagnostic]:
    """Articles, clauses, annexes, parts, paragraphs and points that are cited and are not there."""
    for each in unfound(survey):
        if each.other_kind:
            continue
        reference = each.use.reference
        meant = each.meant.partition(" ")[2]
        yield report(
            RULE,
            f"this cites nothing: {each.missing}",
            at(reference, "cited here"),
            help=f"did you mean `{each.meant}`?" if meant else "cite what is there, or add what is missing",
            fix=respelled(survey.source, (reference,), reference.designation, meant) if meant else None,
        )
