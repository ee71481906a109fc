"""Right to leave that outlives the treaty

A right to withdraw that opens only after five years is worth nothing in a treaty that lasts five: it would be open when there is nothing left to leave. The
same is true where the time before it opens and the notice that must be given come to more than the whole term.

Shorten the time before withdrawal or the notice, lengthen the term, or strike the right. A treaty that is renewed is not looked at: its right to leave opens in
a later term.

bad:
    party Ukraine.
    party Moldova.

    duration: remains in force for 5 years.
    leaving: Any Party may withdraw with 6 months notice, not earlier than 5 years after entry into force.  # warning: [CK706]

good:
    party Ukraine.
    party Moldova.

    duration: remains in force for 10 years.
    leaving: Any Party may withdraw with 6 months notice, not earlier than 5 years after entry into force.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.life import Exit, Term, counts_from_entry, exits, is_renewed, outlasts, single_term
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.windows import spoken
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.amounts import Period

RULE = Rule("CK706", "locked-in-to-the-end", Severity.WARNING)


@check(RULE)
def locked_in_to_the_end(survey: Survey) -> Iterator[Diagnostic]:
    """Rights to leave that open, with their notice, no earlier than the treaty ends anyway."""
    term = single_term(survey)
    if term is None or term.timing is None or is_renewed(survey):
        return
    for way_out in exits(survey):
        too_late = _too_late(way_out, term)
        if too_late is not None:
            yield report(
                RULE,
                f"nobody can {way_out.use.limb.act.action} before the treaty ends anyway",
                too_late,
                at(term.timing, "the treaty ends by then"),
                help="shorten the time before withdrawal or the notice, lengthen the term, or strike the right to leave",
            )


def _too_late(way_out: Exit, term: Term) -> Label | None:
    """What keeps the right from being used in time."""
    lock, notice = way_out.lock, way_out.notice
    if lock is not None and lock.on is not None:
        return at(lock, "opens only here") if term.day is not None and lock.on.toordinal() >= term.day else None
    if term.period is None or (lock is not None and (lock.period is None or not counts_from_entry(lock.anchor))):
        return None
    waiting = lock.period if lock is not None else None
    if waiting is not None and outlasts(waiting, term.period):
        return at(lock, "opens only here") if lock is not None else None
    if notice is None or notice.period is None:
        return None
    whole = _together(waiting, notice.period)
    return at(notice, f"takes effect only after {spoken(whole)}") if outlasts(whole, term.period) else None


def _together(waiting: Period | None, notice: Period) -> Period:
    return notice if waiting is None else waiting._replace(parts=(*waiting.parts, *notice.parts))
