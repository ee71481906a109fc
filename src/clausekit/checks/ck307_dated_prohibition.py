"""Prohibition with a deadline

A duty has a deadline; a prohibition has a time during which it holds. `Shall not export arms by 2028-01-01` can mean that exports are forbidden until that
day, or that they must have ended by it, and each side will read it its own way.

Say what is meant: `until 2028-01-01` for a prohibition that ends, `from 2028-01-01` for one that begins, or a duty to end the act `by` that day.

bad:
    party Ruritania.
    party Graustark.
    action export arms as "export of arms".

    arms: Ruritania shall not export arms to Graustark by 2028-01-01.  # warning: [CK307]

good:
    party Ruritania.
    party Graustark.
    action export arms as "export of arms".

    arms: Ruritania shall not export arms to Graustark until 2028-01-01.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, report
from clausekit.model.terms import Timing
from clausekit.source import Span

RULE = Rule("CK307", "dated-prohibition", Severity.WARNING)
# `within`, `for`, `until`, `before` and `from` delimit a prohibition in plain words; these do not.
UNCLEAR = ("by", "not later than", "every", "immediately", "as soon as possible")


@check(RULE)
def dated_prohibition(survey: Survey) -> Iterator[Diagnostic]:
    """Prohibitions whose timing is one of a duty."""
    for use in survey.timed(UNCLEAR):
        if isinstance(use.stated, StatementUse) and use.stated.modality == "prohibition":
            yield report(
                RULE,
                "it is open whether this is forbidden up to that time, or must have ended by it",
                at(use.timing, "the deadline of a prohibition"),
                help="write `until …` if it is forbidden up to then, `from …` if from then on, or a duty to end the act by then",
                fix=_until(survey, use.timing),
            )


def _until(survey: Survey, timing: Timing) -> Fix | None:
    if survey.source is None or timing.span is None or timing.on is None:
        return None
    start = timing.span.start
    written = survey.source.text[start : start + 2]
    if written.lower() != "by":
        return None
    return Fix("replace with `until`", (Edit(Span(start, start + 2), "until"),), "meaning")
