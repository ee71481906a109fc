"""Notice to nobody

`Any Party may withdraw with 6 months notice` does not say to whom the notice goes. Between two Parties it goes to the other. Among several, one Party may have
told some of the others and not the rest, and nobody can say from which day the six months run.

Name the addressee (`with 6 months notice to the other Parties`), or a depositary in the header, who then receives it (Vienna Convention on the Law of Treaties,
Article 78).

bad:
    party Ukraine.
    party Moldova.
    party Poland.

    leaving: Any Party may withdraw with 6 months notice.  # info: [CK732]

good:
    party Ukraine.
    party Moldova.
    party Poland.

    leaving: Any Party may withdraw with 6 months notice to the other Parties.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.qualifiers import Manner

RULE = Rule("CK732", "notice-to-nobody", Severity.INFO)
_TWO = 2


@check(RULE)
def notice_to_nobody(survey: Survey) -> Iterator[Diagnostic]:
    """Notices without an addressee, in a treaty of more than two Parties that names no depositary."""
    if survey.treaty.depositary is not None or len(survey.vocabulary.parties()) <= _TWO:
        return
    for qualifier, use in survey.qualifiers:
        if isinstance(qualifier, Manner) and qualifier.kind == "with notice" and qualifier.actors is None and not _told_anyway(use):
            yield report(
                RULE,
                "nothing says to whom this notice is given",
                at(qualifier, "to whom?"),
                help="name the addressee, as in `notice to the other Parties`, or a depositary in the header",
            )


def _told_anyway(use: object) -> bool:
    """Whether the act itself names somebody to whom it is done."""
    return isinstance(use, LimbUse) and (use.limb.act.objects is not None or any(role.preposition == "to" for role in use.limb.act.roles))
