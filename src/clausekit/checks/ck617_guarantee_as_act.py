"""Guarantee written as an act

`The Guarantors guarantee article 1` is a guarantee: it opens when Article 1 is breached, and the guarantors answer for the breach. `The Guarantors shall
guarantee article 1` reads as an act that is to be done once, called “guarantee”: no breach opens it, and nobody can say when it is performed.

Leave the modal out.

bad:
    party Ukraine.
    guarantor Poland.
    action withdraw units.

    article 1 "Withdrawal"
      Ukraine shall withdraw units by 2027-01-01.

    article 2 "Guarantee"
      Poland shall guarantee article 1 at all times.  # error: [CK617]

good:
    party Ukraine.
    guarantor Poland.
    action withdraw units.

    article 1 "Withdrawal"
      Ukraine shall withdraw units by 2027-01-01.

    article 2 "Guarantee"
      Poland guarantees article 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import is_guarantee
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK617", "guarantee-as-act", Severity.ERROR)


@check(RULE)
def guarantee_as_act(survey: Survey) -> Iterator[Diagnostic]:
    """Duties to guarantee a clause."""
    for use in survey.limbs:
        act = use.limb.act
        if is_guarantee(act) and use.within.modality in ("duty", "commitment"):
            yield report(
                RULE,
                "this is read as an act called `guarantee`, which no breach opens",
                at(act, "no guarantee, but an act"),
                help="leave the modal out: `The Guarantors guarantee article 1.`",
            )
