"""Allegation that does more than call for talks

`As alleged by any Party` needs no proof: whoever says that there was a breach has alleged it. That is enough to bring the matter before a body, as it does in
the Locarno Treaty (Article 4, paragraph 1). It is little for sanctions, suspension or force: one Party's word then suffices, and nobody need agree.

Let the allegation call for consultation, reference or inquiry, and hang the rest on a finding: `as determined by Joint Commission`.

bad:
    party Ukraine.
    party Moldova.
    guarantor Poland.
    event breach means violation of clause limit.
    action station troops as "stationing of troops".
    action impose sanctions as "imposition of sanctions".

    limit: Moldova shall not station troops in Ukraine.
    answer: If breach as alleged by Ukraine, then Poland shall impose sanctions within 30 days.  # info: [CK723]

good:
    party Ukraine.
    party Moldova.
    guarantor Poland.
    event breach means violation of clause limit.
    action station troops as "stationing of troops".

    limit: Moldova shall not station troops in Ukraine.
    answer: If breach as alleged by Ukraine, then Poland shall consult within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.acts import is_procedure, opening_events
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK723", "alleged-breach", Severity.INFO)
_ACTS = frozenset({"duty", "permission", "power"})


@check(RULE)
def alleged_breach(survey: Survey) -> Iterator[Diagnostic]:
    """The first act of each sentence that an allegation opens, and that is more than procedure."""
    alleged = {id(use.event): use.role for use in survey.judged if use.role.preposition == "as alleged by"}
    told: set[int] = set()
    for use in survey.limbs if alleged else ():
        stated = use.within
        if stated.modality not in _ACTS or stated.rung or id(stated.provision.clause) in told or is_procedure(survey, use.limb.act.action):
            continue
        role = next((alleged[id(event)] for event in opening_events(stated.openings) if id(event) in alleged), None)
        if role is not None:
            told.add(id(stated.provision.clause))
            yield report(
                RULE,
                f"an allegation is enough for somebody to {use.limb.act.action}",
                at(role, "whoever alleges it need not prove it"),
                at(use.limb.act, "follows at once"),
                help="let the allegation call for talks or an inquiry, and hang this on a finding: `as determined by …`",
            )
