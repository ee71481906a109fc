"""Breach left undefined

A treaty whose consequences hang on `breach` without saying what a breach is leaves the first question of every crisis to the parties to the quarrel.

Define the event: `event breach means armed attack by Russia on Ukraine, or violation of article 1.`, or name who determines it:
`if breach as determined by Joint Commission`; or leave it to whoever alleges it, and say so: `if breach as alleged by any Party`.

bad:
    guarantor Poland pledging 500 troops.
    action deploy forces in troops.

    If breach, Poland shall deploy forces within 30 days.  # warning: [CK405]

good:
    party Ukraine.
    guarantor Poland pledging 500 troops.
    action deploy forces in troops.
    event armed attack.
    event breach means armed attack on Ukraine.

    If breach, Poland shall deploy forces within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import EventUse, Survey
from clausekit.checks.survey_terms import JUDGED
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.names import key
from clausekit.model.vocabulary import BREACH

RULE = Rule("CK405", "breach-undefined", Severity.WARNING)


@check(RULE)
def breach_undefined(survey: Survey) -> Iterator[Diagnostic]:
    """The first use of an undefined `breach` that nobody determines and that names no clause."""
    declared = next((event for event in survey.treaty.events if key(event.name) == BREACH), None)
    if not survey.whole or (declared is not None and declared.meaning is not None):
        return
    open_uses = [use for use in survey.events if key(use.event.name) == BREACH and not _settled(use)]
    if not open_uses:
        return
    labels = [at(open_uses[0].event, "what counts as a breach?")]
    if declared is not None:
        labels.append(at(declared, "declared without a meaning"))
    yield report(
        RULE,
        "a breach has consequences here, but nothing says what a breach is",
        *labels,
        help="define it, as in `event breach means violation of article 1.`, or say who determines it",
    )


def _settled(use: EventUse) -> bool:
    return bool(use.event.references) or any(role.preposition in JUDGED for role in use.event.roles)
