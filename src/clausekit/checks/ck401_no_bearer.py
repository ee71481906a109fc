"""Duty with no bearer

`If breach then deploy forces` says what is to happen and binds nobody to do it. Such an act is owed by the guarantors; where none is declared, nobody owes
it, and no State can be reproached for its omission.

Name who shall do it, or declare guarantors. Once the treaty declares its Parties, an act that binds none of them is an error.

bad:
    event breach means armed attack.
    event armed attack.
    action deploy forces.

    If breach then deploy forces within 30 days.  # warning: [CK401]

good:
    guarantor Poland.
    event breach means armed attack.
    event armed attack.
    action deploy forces.

    If breach then deploy forces within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK401", "no-bearer", Severity.WARNING)


@check(RULE)
def no_bearer(survey: Survey) -> Iterator[Diagnostic]:
    """Bare acts in a treaty without guarantors, the first of each rung."""
    if survey.vocabulary.members("Guarantor") or not survey.whole:
        return
    with_parties = bool(survey.vocabulary.parties())
    for use in survey.bare_statements:
        act = use.statement.limbs[0].act
        found = report(
            RULE,
            f"nobody is bound to {act.action}: the sentence names no bearer, and the treaty declares no guarantor",
            at(act, "who does this?"),
            help=f"say who: `… each Party shall {act.action}`; or declare who guarantees the treaty, as in `guarantor France.`",
        )
        yield found._replace(severity=Severity.ERROR) if with_parties else found
