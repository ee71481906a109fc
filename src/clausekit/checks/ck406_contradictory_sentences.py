"""Same act required and forbidden

One sentence says that a Party shall do an act, another that it shall not, and neither yields. The Party will break the treaty whatever it does, and may
choose which breach it prefers.

Let one of the two yield with `notwithstanding clause …` or `except …`, or take one out.

bad:
    party Ukraine.
    party Russia.
    action publish maps as "publication of maps".

    openness: Each Party shall publish maps within 30 days of entry into force.
    secrecy: No Party shall publish maps.  # error: [CK406]

good:
    party Ukraine.
    party Russia.
    action publish maps as "publication of maps".

    openness: Each Party shall publish maps within 30 days of entry into force, notwithstanding clause secrecy.
    secrecy: No Party shall publish maps.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, StatementUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.terms import Actors, Condition, Reference, Role

RULE = Rule("CK406", "contradictory-sentences", Severity.ERROR)
# Bearers of whom every one is bound. Of the others (`at least 3 Guarantors`, `a majority of …`) some may stay free of the act.
_EVERY_ONE = frozenset({"", "a", "the", "all", "each"})
# An act with more roles than this is compared only with the prohibition of exactly the same.
_MOST_ROLES = 4

_What = tuple[str, Actors | None, tuple[Reference, ...], tuple[Condition, ...], str]
# Of one act: by the roles that a prohibition names, by the actor it binds, the first prohibition.
_Forbidden = dict[frozenset[Role], dict[str, LimbUse]]


@check(RULE)
def contradictory_sentences(survey: Survey) -> Iterator[Diagnostic]:
    """Duties to do what their bearer is at all times forbidden, where neither sentence has a qualifier by which it could yield."""
    forbidden = _forbidden(survey)
    if not forbidden:
        return
    actions = {what[0] for what in forbidden}
    told: set[int] = set()
    for use in survey.limbs:
        if use.limb.act.action in actions and use.within.modality == "duty" and not use.limb.qualifiers:
            against, who = _against(survey, forbidden, use)
            if against is not None and id(against.limb) not in told:
                told.add(id(against.limb))
                yield _found(use, against, who)


def _forbidden(survey: Survey) -> dict[_What, _Forbidden]:
    """What is forbidden without condition, limit or exception."""
    found: dict[_What, _Forbidden] = {}
    for use in survey.limbs:
        stated = use.within
        if stated.modality != "prohibition" or stated.openings or stated.rung or use.limb.qualifiers or use.limb.act.quantities:
            continue
        if use.limb.act.action != "do so" and all(timing.kind == "at all times" for timing in use.limb.timing):
            by_actor = found.setdefault(_what(use.limb.act), {}).setdefault(frozenset(use.limb.act.roles), {})
            for name in _bound(survey, stated):
                by_actor.setdefault(name, use)
    return found


def _against(survey: Survey, forbidden: dict[_What, _Forbidden], use: LimbUse) -> tuple[LimbUse | None, list[str]]:
    """The prohibition that a duty meets, and whom they both bind: of the same act, or of it with fewer roles, which forbids more."""
    by_roles = forbidden.get(_what(use.limb.act))
    bearer = use.within.bearer
    if by_roles is None or (bearer is not None and any(actor.quantifier not in _EVERY_ONE for actor in bearer.actors.members)):
        return None, []
    bound = _bound(survey, use.within)
    for roles in _less_specific(use.limb.act.roles):
        by_actor = by_roles.get(roles, {})
        both = [name for name in bound if name in by_actor]
        if both:
            return by_actor[both[0]], both
    return None, []


def _less_specific(roles: tuple[Role, ...]) -> Iterator[frozenset[Role]]:
    sizes = range(len(roles), -1, -1) if len(roles) <= _MOST_ROLES else (len(roles),)
    for size in sizes:
        for some in combinations(roles, size):
            yield frozenset(some)


def _bound(survey: Survey, stated: StatementUse) -> tuple[str, ...]:
    """The actors bound, or the names as written where nobody declared them. Nobody where it depends on who acted before."""
    bearer = stated.bearer
    if bearer is None:
        return survey.actors_bound(None)
    if any(actor.other or actor.quantifier == "that" for actor in bearer.actors.members):
        return ()
    return survey.actors_bound(bearer) or tuple(actor.name for actor in bearer.actors.members)


def _what(act: Act) -> _What:
    return act.action, act.objects, act.cited, act.ensured, act.aspect


def _found(duty: LimbUse, prohibition: LimbUse, who: list[str]) -> Diagnostic:
    return report(
        RULE,
        f"{listed(who)} cannot both {duty.limb.act.action} and leave it undone: one sentence requires it, another forbids it",
        at(prohibition.within.statement, "forbidden here"),
        at(duty.within.statement, "required here"),
        help="let one of the two yield, as in `notwithstanding clause …` or `except …`, or take one out",
    )
