"""Vague deadline

`Immediately` and `as soon as possible` sound strict and bind nobody to a day. Nobody can say when the time has passed, so the duty is never late and what
answers for its breach never begins.

Give a time, such as `within 24 hours`, or keep the word and bound it: `immediately within 24 hours` in the sentence, or once for the whole treaty in its
header, `immediately means within 24 hours`.

bad:
    party Ukraine.
    guarantor Poland.
    event armed attack.

    alarm: If armed attack on Ukraine, then Poland shall consult with Ukraine immediately.  # warning: [CK302]

good:
    party Ukraine.
    guarantor Poland.
    event armed attack.

    alarm: If armed attack on Ukraine, then Poland shall consult with Ukraine within 12 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey, TimingUse
from clausekit.checks.windows import DEADLINES, VAGUE
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK302", "vague-deadline", Severity.WARNING)


@check(RULE)
def vague_deadline(survey: Survey) -> Iterator[Diagnostic]:
    """Duties to be performed immediately, or as soon as possible, with nothing that bounds the word."""
    defined = survey.treaty.immediately is not None
    for use in survey.timed(VAGUE):
        if not (defined and use.timing.kind == "immediately") and _owed(use) and not _bounded(use):
            bound = ", or bound the word in the header: `immediately means within 24 hours`" if use.timing.kind == "immediately" else ""
            yield report(
                RULE,
                f"`{use.timing.kind}` names no time after which the duty is broken",
                at(use.timing, "by when at the latest?"),
                help=f"give a time, such as `within 24 hours`{bound}",
            )


def _owed(use: TimingUse) -> bool:
    return isinstance(use.stated, GuaranteeUse) or (isinstance(use.stated, StatementUse) and use.stated.modality == "duty")


def _bounded(use: TimingUse) -> bool:
    beside = use.limb.timing if use.limb is not None else use.stated.guarantee.timing if isinstance(use.stated, GuaranteeUse) else ()
    return any(timing.kind in DEADLINES for timing in beside)
