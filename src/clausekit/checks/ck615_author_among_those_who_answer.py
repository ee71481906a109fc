"""Author of the act among those who answer it

When Russia attacks and Russia is among those who are to answer, one of the names is wrong, or the treaty counts on a State to act against itself. A Party
whose own act is the trigger drops out of a group that answers; named in a list, it seems to be meant.

Take it out: `each other Party`, `the Guarantors other than …`, or a list without it. To consult or negotiate with the author is not to answer it.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    event armed attack.
    action impose sanctions as "imposition of sanctions".

    response: If armed attack by Russia on Ukraine, then Poland and Russia shall impose sanctions within 7 days.  # warning: [CK615]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    event armed attack.
    action impose sanctions as "imposition of sanctions".

    response: If armed attack by Russia on Ukraine, then Poland and Ukraine shall impose sanctions within 7 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Group
from clausekit.model.names import key
from clausekit.model.terms import Actor, Occurs

RULE = Rule("CK615", "author-among-those-who-answer", Severity.WARNING)
_ANSWERS = frozenset({"duty", "permission", "power"})
# Acts in which the author of the trigger has its natural part, by their first word.
_TOGETHER = frozenset("consult negotiate meet seek discuss cease restore submit settle cooperate hold exchange inform notify agree establish clear".split())


@check(RULE)
def author_among_those_who_answer(survey: Survey) -> Iterator[Diagnostic]:
    """Lists and declared groups of bearers that contain the named author of their trigger. In a group it is only information: the author drops out."""
    groups = {group.name for group in survey.treaty.groups}
    told: set[int] = set()
    for name, borne in survey.bearers.items():
        for bearer, use in borne:
            if not isinstance(use, GuaranteeUse) and use.openings and (name in groups or len(bearer.actors.members) > 1):
                if use.rung or id(bearer) in told or use.modality not in _ANSWERS:
                    continue
                told.add(id(bearer))
                found = next((each for author in _authors(use) if (each := _answering(survey, use, author, groups)) is not None), None)
                if found is not None:
                    yield found


def _authors(use: StatementUse) -> Iterator[Actor]:
    """Those whom the openings name, one by one, as doing what triggers the sentence."""
    for opening in use.openings:
        if opening.word != "while":
            for atoms in opening.condition.alternatives:
                for atom in atoms:
                    if isinstance(atom, Occurs) and not atom.negated:
                        for role in atom.event.roles:
                            if role.preposition == "by" and role.actors is not None:
                                yield from (actor for actor in role.actors.members if not actor.quantifier)


def _answering(survey: Survey, use: StatementUse, author: Actor, groups: set[str]) -> Diagnostic | None:
    assert use.bearer is not None
    actors = use.bearer.actors
    if any(actor.name == author.name for actor in actors.excluding) or all(_with_the_author(limb.act.action) for limb in use.statement.limbs):
        return None
    for actor in actors.members:
        if actor.name == author.name and len(actors.members) > 1 and not actor.quantifier:
            return report(
                RULE,
                f"`{author.name}` is to answer its own act together with the others",
                at(actor, "answers"),
                at(author, "whose act it answers"),
                help=f"leave `{author.name}` out of those who answer",
            )
        if actor.name in groups and not actor.other and author.name in survey.vocabulary.members(actor.name):
            return _drops_out(survey, actor, author)
    return None


def _drops_out(survey: Survey, actor: Actor, author: Actor) -> Diagnostic:
    declared = survey.vocabulary.declared.get(key(actor.name))
    found = report(
        RULE,
        f"`{author.name}` belongs to those who answer its act: it drops out, and the others answer",
        at(actor, "answer"),
        at(author, "whose act they answer"),
        *([at(declared, f"`{author.name}` is a member")] if isinstance(declared, Group) else []),
        help=f"if that is meant, nothing need change; to say it, write `other than {author.name}`",
    )
    return found._replace(severity=Severity.INFO)


def _with_the_author(action: str) -> bool:
    return action.partition(" ")[0].lower() in _TOGETHER
