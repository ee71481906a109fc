"""Treaty without Parties

A treaty is concluded between Parties. Without them the chapeau has nobody to name, nobody signs, and no duty can be laid on anyone.

Declare them: `party Ukraine.`, `guarantor Poland.`, or `signatory France.` for those who are still to ratify. A treaty open to every State describes them
instead: `group State Parties means each State that "has consented to be bound".`

bad:
    treaty "Agreement on Joint Training" languages English depositary Switzerland done at "Geneva".  # warning: [CK703]
    state Switzerland.

    article 1 "Training"
    training: text "Personnel is trained every year.".

    article 2 "Final provisions"
    rest: text "This Agreement enters into force on signature. It may be amended, or terminated, by agreement. Disputes are settled by consultation.".

good:
    treaty "Agreement on Joint Training" languages English depositary Switzerland done at "Geneva".
    state Switzerland.
    party Ukraine.
    party Poland.

    article 1 "Training"
    training: text "Personnel is trained every year.".

    article 2 "Final provisions"
    rest: text "This Agreement enters into force on signature. It may be amended, or terminated, by agreement. Disputes are settled by consultation.".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.header import title_place
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report

RULE = Rule("CK703", "no-parties", Severity.WARNING)
_BECOME_PARTIES = frozenset({"party", "guarantor", "signatory"})


@check(RULE)
def no_parties(survey: Survey) -> Iterator[Diagnostic]:
    """A treaty with a title and Articles, and nobody declared or described who is or is to be bound by it."""
    treaty = survey.treaty
    if not survey.whole or treaty.title is None or not any(division.kind == "article" for division, _ in survey.citations.divisions):
        return
    described = any(group.criterion is not None and group.name in survey.bearers for group in treaty.groups)
    if not described and not any(actor.role in _BECOME_PARTIES for actor in treaty.actors):
        yield report(
            RULE,
            "the treaty has Articles and no Parties",
            Label(title_place(survey), "between whom?"),
            help="declare the Parties, as in `party Ukraine.`",
        )
