"""Label that stands twice

A label is what a provision is cited by: `clause notice` points at the sentence labelled `notice`. Where two sentences
have it, every reference means the first, and the second can be cited by nobody.

Give one of them another label.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    review: The Parties shall consult every 6 months.
    review: The Parties shall report every 12 months.  # error: [CK209]

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    review: The Parties shall consult every 6 months.
    reports: The Parties shall report every 12 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import label_of
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Clause
from clausekit.model.names import key

RULE = Rule("CK209", "duplicate-label", Severity.ERROR)


@check(RULE)
def duplicate_label(survey: Survey) -> Iterator[Diagnostic]:
    """Every provision whose label another one has before it."""
    first: dict[str, Clause] = {}
    for provision in survey.citations.provisions:
        clause = provision.clause
        if clause.label and first.setdefault(key(clause.label), clause) is not clause:
            yield report(
                RULE,
                f"two provisions are labelled `{clause.label}`",
                label_of(survey.source, clause, "cannot be cited"),
                label_of(survey.source, first[key(clause.label)], f"this is what `clause {clause.label}` cites"),
                help="give one of them another label",
            )
