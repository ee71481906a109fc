"""Included member that does not belong

`At least 3 Guarantors, including Norway` can never be met where Norway is no guarantor: it asks for a member of a group to which it does not belong. A rule of
decision that needs the vote of one who has none is as dead.

Name a member of the group, or put the one that is named into it. The North Atlantic Treaty names, among the majority of the signatories that must ratify, seven
that signed it (Article 11).

bad:
    party Ukraine.
    guarantor France.
    guarantor Poland.
    party Norway.
    event armed attack.

    alarm: If armed attack on Ukraine, then at least 2 Guarantors including Norway shall consult within 2 days.  # error: [CK710]

good:
    party Ukraine.
    guarantor France.
    guarantor Poland.
    guarantor Norway.
    event armed attack.

    alarm: If armed attack on Ukraine, then at least 2 Guarantors including Norway shall consult within 2 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.decisions import sitting_in, voters
from clausekit.checks.life import is_open
from clausekit.checks.needed import is_no_signatory, told_of_entry
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.terms import Actor

RULE = Rule("CK710", "included-outsider", Severity.ERROR)


@check(RULE)
def included_outsider(survey: Survey) -> Iterator[Diagnostic]:
    """Named members after `including` of whom it is known that they are not among those they are taken from."""
    for actors, _ in survey.composed:
        yield from _compared(survey, [actor.name for actor in actors.members], actors.including)
    for rule in survey.treaty.rules:
        for step in rule.steps:
            names = [vote.of for vote in voters(step.conditions) if vote.of is not None]
            for condition in step.conditions:
                if condition.kind == "including" and names:
                    yield from _compared(survey, names, condition.actors)


def _compared(survey: Survey, names: list[str], included: Iterable[Actor]) -> Iterator[Diagnostic]:
    members: set[str] = set()
    for name in names:
        found = _members(survey, name)
        if found is None:
            return
        members.update(found)
    told = told_of_entry(survey)
    for actor in included:
        if id(actor) in told and is_no_signatory(survey, actor.name):
            continue
        named = survey.vocabulary.members(actor.name)
        outside = [each for each in named if each not in members]
        if outside:
            declared: list[Part] = [part for name in names if (part := survey.vocabulary.declared.get(key(name))) is not None]
            yield report(
                RULE,
                f"{listed(f'`{each}`' for each in outside)} cannot be included: {listed(f'`{name}`' for name in names)} {'has' if len(names) == 1 else 'have'} "
                "no such member",
                at(actor, "no member"),
                *(at(part, "its members are named here") for part in declared[:1]),
                help="name a member of the group, or put the one that is named into it",
            )


def _members(survey: Survey, name: str) -> tuple[str, ...] | None:
    """The members of a group; None where not all are known. The signatories are those declared so, and the Parties, who have signed."""
    found = survey.vocabulary.who(name)
    if found is not None and found.kind == "role" and found.name == "Signatory":
        signed = (*survey.vocabulary.members("Signatory"), *survey.vocabulary.parties())
        return None if is_open(survey) else signed or None
    return sitting_in(survey, name) if found is not None and found.kind != "actor" else None
