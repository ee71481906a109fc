"""Bare act that begins with a Party

`If breach then France deploy forces` names France and no modal. Without one, an act after an opening is read as owed by
the guarantors jointly and severally, and `France` as the first word of what they owe: not what anybody meant.

Write the modal after the bearer: `then France shall deploy forces`.

bad:
    party Ukraine.
    guarantor France.
    event armed attack.
    action deploy forces.

    If armed attack on Ukraine, then France deploy forces within 30 days.  # error: [CK510]

good:
    party Ukraine.
    guarantor France.
    event armed attack.
    action deploy forces.

    If armed attack on Ukraine, then France shall deploy forces within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import begun_by_an_actor
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import found_in
from clausekit.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, report
from clausekit.source import Span

RULE = Rule("CK510", "bearer-without-modal", Severity.ERROR)


@check(RULE)
def bearer_without_modal(survey: Survey) -> Iterator[Diagnostic]:
    """Bare acts whose first words are those of an actor, a group or a body."""
    for use in survey.limbs:
        if use.within.statement.modal is None:
            actor, rest = begun_by_an_actor(survey, use.limb.act.action)
            if actor:
                place = found_in(survey.source, use.limb.act.span, actor)
                yield report(
                    RULE,
                    f"`{actor}` stands before an act without a modal: nothing says that it is bound",
                    Label(place or use.limb.act.span, "owed, allowed or forbidden?"),
                    help=f"write the modal: `{actor} shall {rest}`",
                    fix=Fix("write `shall` after the bearer", (Edit(Span(place.end, place.end), " shall"),), "meaning") if place else None,
                )
