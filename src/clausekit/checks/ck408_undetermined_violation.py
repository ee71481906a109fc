"""Violation that nobody determines

An armed attack can be seen. Whether an obligation was violated is a judgement, and where no body, court or procedure makes it, each Party judges for itself:
the one accused will deny the violation, and with it everything that depends on it.

Say who finds it, `if violation of article 1 as determined by Joint Commission`, or provide for the settlement of disputes. If each Party is meant to judge
for itself, say that: `in the opinion of any Party`, or `as alleged by any Party` for an allegation alone.

bad:
    treaty "Agreement on a Ceasefire".
    party Ukraine.
    party Russia.
    guarantor Poland.
    action use force as "use of force".
    action impose sanctions as "imposition of sanctions".

    restraint: Russia shall not use force against Ukraine.
    response: If violation of clause restraint, then Poland shall impose sanctions within 7 days.  # info: [CK408]

good:
    treaty "Agreement on a Ceasefire".
    party Ukraine.
    party Russia.
    guarantor Poland.
    body Joint Commission means Ukraine, Russia and Poland, deciding by two thirds.
    action use force as "use of force".
    action impose sanctions as "imposition of sanctions".

    restraint: Russia shall not use force against Ukraine.
    response: If violation of clause restraint as determined by the Joint Commission, then Poland shall impose sanctions within 7 days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import EventUse, Survey
from clausekit.checks.survey_terms import JUDGED
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Event
from clausekit.model.names import key
from clausekit.model.terms import Condition, Occurs

RULE = Rule("CK408", "undetermined-violation", Severity.INFO)
_SETTLEMENT = re.compile(r"\b(disputes?|settlement|arbitra\w*|interpretation|adjudicat\w*|court|tribunal)\b", re.IGNORECASE)


@check(RULE)
def undetermined_violation(survey: Survey) -> Iterator[Diagnostic]:
    """The first consequence of a violation, in a treaty in which nobody determines anything and nothing settles disputes."""
    treaty = survey.treaty
    if not survey.whole or treaty.title is None or treaty.bodies or survey.determinations or any(actor.role == "organ" for actor in treaty.actors):
        return
    if any(_SETTLEMENT.search(division.title or "") for division, _ in survey.citations.divisions):
        return
    violations = {key(event.name) for event in treaty.events if event.meaning is not None and _is_violation(event.meaning)}
    first = next((use for use in survey.events if use.context == "trigger" and _hangs_on(use, violations)), None)
    if first is None or "determination" in survey.uses:
        return
    declared = survey.vocabulary.declared.get(key(first.event.name))
    yield report(
        RULE,
        "consequences hang on a violation, and nobody is named to find whether there was one",
        at(first.event, "who finds this?"),
        *([at(declared, "its meaning includes a violation")] if isinstance(declared, Event) else []),
        help="add `as determined by` a body, or an article on the settlement of disputes; without either, each Party judges for itself",
    )


def _is_violation(meaning: Condition) -> bool:
    return any(isinstance(atom, Occurs) and atom.event.name == "violation" for atoms in meaning.alternatives for atom in atoms)


def _hangs_on(use: EventUse, violations: set[str]) -> bool:
    """Whether a provision hangs on a violation, and does not say whose word decides."""
    if use.provision is None or any(role.preposition in JUDGED for role in use.event.roles):
        return False
    return use.event.name == "violation" or key(use.event.name) in violations
