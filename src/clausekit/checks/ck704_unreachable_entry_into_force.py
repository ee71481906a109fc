"""Entry into force that can never be met

A treaty that waits for what cannot happen never begins. It asks for more ratifications than there are signatories; it waits for one who has no treaty to
ratify, because it is only named in it; it waits for its own entry into force, or for a duty that binds nobody before then. The Comprehensive Nuclear-Test-Ban
Treaty names forty-four States without which it cannot enter into force (Article XIV), and has waited since 1996: that can be chosen, but it should be seen.

Lower the number, name those who can ratify, or count from signature. A duty that is to be done first belongs under `applies provisionally`.

bad:
    party Ukraine.
    party Moldova.
    state Switzerland.

    beginning: enters into force on ratification by Ukraine, Moldova and Switzerland.  # error: [CK704]

good:
    party Ukraine.
    party Moldova.
    state Switzerland.

    beginning: enters into force on ratification by Ukraine and Moldova.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.life import counts_from_entry, entries, is_open, on_treaty
from clausekit.checks.needed import RATIFYING, is_no_signatory, needed_events, ratifying
from clausekit.checks.owed import cited, imposes_nothing
from clausekit.checks.registry import check
from clausekit.checks.survey import ApplicationUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Actor, EventTerm

RULE = Rule("CK704", "unreachable-entry-into-force", Severity.ERROR)
# What comes of a clause only once it binds.
_OUTCOMES = frozenset({"fulfilment", "performance", "violation"})
_COUNTED = frozenset({"at least", "exactly"})


@check(RULE)
def unreachable_entry_into_force(survey: Survey) -> Iterator[Diagnostic]:
    """What the treaty waits for, and nobody can bring about: itself, its own duties, votes of those who cannot ratify, or more of them than there are."""
    for use in entries(survey):
        for event in needed_events(use.application.timing, use.openings, use.application.qualifiers):
            if not use.application.roles and event.name == "entry into force" and counts_from_entry(event):
                yield report(
                    RULE,
                    "the treaty waits for its own entry into force",
                    at(event, "this comes only when it has come"),
                    help="count from what comes first: signature, ratification, a date",
                )
            elif event.name in _OUTCOMES and event.references:
                yield from _of_its_own_duty(survey, use, event)
        for event, actor in ratifying(use):
            yield from _of_one(survey, event, actor)


def _of_its_own_duty(survey: Survey, use: ApplicationUse, event: EventTerm) -> Iterator[Diagnostic]:
    found = cited(survey, event.references, use.provision)
    if not found or imposes_nothing(found) or on_treaty(survey, frozenset({"applies provisionally"})):
        return
    yield report(
        RULE,
        f"the treaty waits for the {event.name} of its own duty, which binds nobody before it is in force",
        at(event, "nobody is bound to this yet"),
        help="count from signature or ratification, or let the treaty apply provisionally until then",
    )._replace(severity=Severity.WARNING)


def _of_one(survey: Survey, event: EventTerm, actor: Actor) -> Iterator[Diagnostic]:
    found = survey.vocabulary.who(actor.name)
    if found is None or actor.other:
        return
    if is_no_signatory(survey, found.name):
        declared = survey.vocabulary.actor(found.name)
        if declared is None or declared.role == "organ":
            yield report(
                RULE,
                f"`{found.name}` cannot {RATIFYING[event.name]}: it is {'a body' if declared is None else 'an organ'}, and no State that signs",
                at(actor, "named among those who must"),
                help="name the States; what a body must do first can be its approval or its decision",
            )
        else:
            yield report(
                RULE,
                f"`{found.name}` is only named in the treaty: it has nothing to {RATIFYING[event.name]}",
                at(actor, "named among those who must"),
                at(declared, "declared as a State that is not a Party"),
                help=f"declare it as `party {found.name}.` or `signatory {found.name}.`, or open the treaty for accession",
            )
    elif actor.quantifier in _COUNTED and isinstance(actor.count, int):
        there = _how_many(survey, found.name)
        if there is not None and actor.count > there:
            yield report(
                RULE,
                f"{actor.quantifier} {actor.count} must {RATIFYING[event.name]}, and there {'is' if there == 1 else 'are'} {there}",
                at(actor, f"{there} in all"),
                help="lower the number, declare the others who will sign, or open the treaty for accession",
            )


def _how_many(survey: Survey, name: str) -> int | None:
    """How many of these there can be; None where that is not known. Who is a Party of a treaty that is signed is a signatory too."""
    if is_open(survey):
        return None
    members = survey.vocabulary.members(name)
    if name == "Signatory":
        members = (*members, *survey.vocabulary.parties())
    return None if name == "State" else len(members) or None
