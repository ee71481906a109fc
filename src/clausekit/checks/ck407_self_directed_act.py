"""Act directed at its own bearer

A Party that shall notify itself, consult with itself, or act at its own request is bound to nothing: one of the two names is probably another Party's.

Put in the Party that was meant; among several, `each other Party`.

bad:
    party Ukraine.
    party Russia.

    notice: Russia shall notify Russia within 30 days of request by Ukraine.  # error: [CK407]

good:
    party Ukraine.
    party Russia.

    notice: Russia shall notify Ukraine within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Limb
from clausekit.model.qualifiers import Manner
from clausekit.model.terms import Actor, Actors

RULE = Rule("CK407", "self-directed-act", Severity.ERROR)
# `to`, `in`, `on`, `from` and `for` may name the bearer as a place or a purpose: "shall return forces to Russia".
_TOWARDS = frozenset({"against", "with"})
# With these acts `to` names who is told or asked.
_TOLD = frozenset("notify request report inform submit declare communicate consult warn answer apply give transmit".split())


@check(RULE)
def self_directed_act(survey: Survey) -> Iterator[Diagnostic]:
    """Single bearers who are the only object, counterparty or source of request of their own act."""
    for name, borne in survey.bearers.items():
        found = survey.vocabulary.who(name)
        if found is None or found.kind in ("actor", "body"):
            for bearer, use in borne:
                if not isinstance(use, GuaranteeUse) and len(bearer.actors.members) == 1 and not bearer.actors.members[0].quantifier:
                    yield from _directed_at(use, bearer.actors.members[0])


def _directed_at(use: StatementUse, actor: Actor) -> Iterator[Diagnostic]:
    for limb in use.statement.limbs:
        towards = _oneself(limb, actor)
        if towards is not None:
            yield _found(use, limb, actor, towards)


def _oneself(limb: Limb, actor: Actor) -> Actor | None:
    act = limb.act
    if act.objects is not None and _is_only(act.objects, actor):
        return act.objects.members[0]
    for role in act.roles:
        if (
            role.actors is not None
            and _is_only(role.actors, actor)
            and (role.preposition in _TOWARDS or (role.preposition == "to" and act.action.partition(" ")[0].lower() in _TOLD))
        ):
            return role.actors.members[0]
    for qualifier in limb.qualifiers:
        if isinstance(qualifier, Manner) and qualifier.actors is not None and _is_only(qualifier.actors, actor):
            return qualifier.actors.members[0]
    return None


def _is_only(actors: Actors, actor: Actor) -> bool:
    return len(actors.members) == 1 and actors.members[0].name == actor.name and not actors.members[0].quantifier


def _found(use: StatementUse, limb: Limb, actor: Actor, towards: Actor) -> Diagnostic:
    return report(
        RULE,
        f"`{actor.name}` is to {limb.act.action} and is also the one whom the act concerns",
        at(towards, "the bearer itself"),
        at(use.bearer or actor, "bears this"),
        help="put in the Party that was meant; among several, write `each other Party`",
    )
