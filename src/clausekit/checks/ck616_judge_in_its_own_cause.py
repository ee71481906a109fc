"""Judge in its own cause

A body that must agree unanimously on a breach, and in which the Party accused of it sits, will not find one. The same is true when its quorum or its majority
cannot be reached without that Party: it need only stay away. A rule that gives it a veto, or asks for its vote by name, does the same.

Let the body decide by a majority that does not need the accused, exclude the Party concerned from the vote (`rule … means two thirds of the Council, excluding
that Party`), add members, or let another body find when this one cannot agree.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    body Joint Commission means Ukraine, Russia and Poland, deciding by consensus.
    event armed attack.
    action impose sanctions as "imposition of sanctions".

    response: If armed attack by Russia as determined by Joint Commission, then Poland shall impose sanctions within 7 days.  # warning: [CK616]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    body Joint Commission means Ukraine, Russia and Poland, deciding by two thirds.
    event armed attack.
    action impose sanctions as "imposition of sanctions".

    response: If armed attack by Russia as determined by Joint Commission, then Poland shall impose sanctions within 7 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import blockers, sitting_in, spoken
from clausekit.checks.owed import cited
from clausekit.checks.registry import check
from clausekit.checks.survey import DeterminationUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.declarations import Body, Event
from clausekit.model.names import key
from clausekit.model.terms import Decision, EventTerm, Occurs

RULE = Rule("CK616", "judge-in-its-own-cause", Severity.WARNING)
# An event that means more events than this, directly or through others, is left to those who ask the solver.
_MOST_DEFINITIONS = 20


@check(RULE)
def judge_in_its_own_cause(survey: Survey) -> Iterator[Diagnostic]:
    """Determinations that a Party whose own act is judged can keep from being made, the first of each body. One alternative body is enough to prevent that."""
    several = [body for body in survey.treaty.bodies if len(sitting_in(survey, body.name) or ()) > 1]
    can_block = {body.name: blocking for body in several if (blocking := blockers(survey, body))}
    blockable = {body.name: body for body in several if body.name in can_block}
    told: set[str] = set()
    for use in survey.determinations if blockable else ():
        if use.event is None or use.role.actors is None:
            continue
        names = [actor.name for actor in use.role.actors.members]
        found = [blockable[name] for name in names if name in blockable]
        if not found or found[0].name in told or len(found) < (len(names) if use.role.actors.joined_by == "or" else 1):
            continue
        accused = _accused(survey, use.event, use.provision)
        in_its_own_cause = [name for name in dict.fromkeys(accused) if name in can_block[found[0].name]]
        if in_its_own_cause:
            told.add(found[0].name)
            yield _found(use, found[0], in_its_own_cause)


def _accused(survey: Survey, event: EventTerm, here: Provision | None) -> Iterator[str]:
    """Whose act is judged: whoever is named as doing it, else whoever the event's meaning names, else whoever can violate what it cites."""
    yield from _authors(survey, event, here)
    if _names_its_author(event):
        return
    defined = [event.name]
    for name in defined:
        for part in _meaning(survey, name):
            yield from _authors(survey, part, None)
            if part.name not in defined and not _names_its_author(part) and len(defined) < _MOST_DEFINITIONS:
                defined.append(part.name)


def _names_its_author(event: EventTerm) -> bool:
    return any(role.preposition == "by" for role in event.roles)


def _authors(survey: Survey, event: EventTerm, here: Provision | None) -> Iterator[str]:
    for role in event.roles:
        if role.preposition == "by" and role.actors is not None:
            for actor in role.actors.members:
                yield from survey.vocabulary.members(actor.name)
    if event.name == "violation" and not _names_its_author(event):
        for found in cited(survey, event.references, here):
            yield from found.bound


def _meaning(survey: Survey, name: str) -> Iterator[EventTerm]:
    declared = survey.vocabulary.declared.get(key(name))
    if isinstance(declared, Event) and declared.meaning is not None:
        for atoms in declared.meaning.alternatives:
            for atom in atoms:
                if isinstance(atom, Occurs) and not atom.negated:
                    yield atom.event


def _found(use: DeterminationUse, body: Body, blocking: list[str]) -> Diagnostic:
    names = listed(f"`{name}`" for name in blocking)
    return report(
        RULE,
        f"{names} can keep `{body.name}` from finding {'its' if len(blocking) == 1 else 'their'} own breach",
        at(use.role, "who determines this"),
        at(body, _rule(body.decision, body.quorum)),
        help="let the body decide without the vote of the Party concerned, by a majority that does not need it, or let another body find when it cannot agree",
    )


def _rule(decision: Decision | None, quorum: int | None) -> str:
    assert decision is not None
    rule = f"decides by {spoken(decision)}"
    return rule if quorum is None else f"{rule} with a quorum of {quorum}"
