"""Self-judging standard without an account

`With such action as it deems necessary` makes each bearer the judge of what it owes. Collective defence has lived with that since 1949, because those who use
the phrase must also consult, or report what they did. The same is true where a Party that wishes to act is also the one whose opinion opens the way: `If
extraordinary events in the opinion of any Party, then that Party may withdraw` (Treaty on the Non-Proliferation of Nuclear Weapons, Article X) goes with a
statement of those events. Without an account, nobody else can see whether the duty was done or the right was there.

Add a duty of the same bearer to consult or to report in the same article, ask for a statement of reasons (`with a statement of …`), or say who determines
what is necessary. An opinion that only calls the Parties together needs no account.

bad:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.

    help: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days as it deems  # warning: [CK501]
        necessary.

good:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.
    action report measures.

    help: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days as it deems
        necessary.
    account: If armed attack on Ukraine, then Poland shall report measures to Ukraine within 10 days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.acts import is_procedure, opening_events
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Action
from clausekit.model.names import key
from clausekit.model.qualifiers import Manner, Precedence
from clausekit.model.terms import Actors, Role

RULE = Rule("CK501", "self-judging-standard", Severity.WARNING)
_ACTS = frozenset({"duty", "permission", "power"})
# `without prejudice to clause findings` leaves the last word to that clause.
_ACCOUNTING = frozenset({"in consultation with", "with the consent of", "with a statement of", "without prejudice to"})
# Acts by which a bearer answers to the others for what it judged necessary.
_ACCOUNT = re.compile(r"\b(?:consult\w*|report\w*|notif\w*|inform\w*|explain\w*|explanation|justif\w*|reasons?)\b", re.IGNORECASE)


@check(RULE)
def self_judging_standard(survey: Survey) -> Iterator[Diagnostic]:
    """Duties `as it deems necessary`, and acts on their bearer's own opinion, whose bearers owe no consultation or report in the same article."""
    judging = [
        (use, qualifier)
        for qualifier, use in survey.qualifiers
        if qualifier.kind == "as it deems necessary" and isinstance(use, LimbUse) and use.within.modality == "duty"
    ]
    opinions = list(_on_own_opinion(survey))
    if not judging and not opinions:
        return
    answerable = _answerable(survey)
    for use, qualifier in judging:
        if not any(_same(survey, use.within, other) for other in answerable.get(_article(use.within), ())):
            yield report(
                RULE,
                f"whoever must {use.limb.act.action} judges alone what that asks, and answers to nobody for it",
                at(qualifier, "who else can tell whether this was done?"),
                help="add a duty of the same bearer to consult or to report, or say who determines what is necessary",
            )
    for use, role in opinions:
        if not any(_same(survey, use.within, other) for other in answerable.get(_article(use.within), ())):
            yield report(
                RULE,
                f"whoever {'must' if use.within.modality == 'duty' else 'may'} {use.limb.act.action} judges alone whether the case has arisen",
                at(role, "its own opinion decides"),
                at(use.limb.act, "and it answers to nobody"),
                help="ask for a statement of reasons (`with a statement of …`), add a duty to consult or to report, or say who determines it",
            )


def _on_own_opinion(survey: Survey) -> Iterator[tuple[LimbUse, Role]]:
    """The first act of each sentence that opens on the opinion of the very actor that then acts, without more than procedure coming of it."""
    opinions = {id(use.event): use.role for use in survey.judged if use.role.preposition == "in the opinion of" and use.event is not None}
    told: set[int] = set()
    for use in survey.limbs if opinions else ():
        stated = use.within
        if (
            stated.modality not in _ACTS
            or stated.rung
            or id(stated.provision.clause) in told
            or is_procedure(survey, use.limb.act.action)
            or _gives_account(use)
        ):
            continue
        for event in opening_events(stated.openings):
            role = opinions.get(id(event))
            if role is not None and role.actors is not None and _is_the_judge(stated, role.actors):
                told.add(id(stated.provision.clause))
                yield use, role
                break


def _is_the_judge(stated: StatementUse, judges: Actors) -> bool:
    """Whether whoever acts is whoever judged: the same one by name, by `that Party`, or by the name given with `as`."""
    bearer = stated.bearer
    if bearer is None or len(bearer.actors.members) != 1 or len(judges.members) != 1:
        return False
    (acting,), (judge,) = bearer.actors.members, judges.members
    if acting.name == judge.variable:
        return True
    return acting.name == judge.name and (acting.quantifier == "that" or acting.quantifier == judge.quantifier == "")


def _gives_account(use: LimbUse) -> bool:
    return any(isinstance(each, Manner | Precedence) and each.kind in _ACCOUNTING for each in use.limb.qualifiers)


def _answerable(survey: Survey) -> dict[int, list[StatementUse]]:
    """By article, the statements by which somebody must consult or report."""
    found: dict[int, list[StatementUse]] = {}
    known: dict[str, bool] = {}
    for use in survey.limbs:
        if use.within.modality == "duty":
            name = use.limb.act.action
            if name not in known:
                known[name] = _is_account(survey, name)
            if known[name] or any(isinstance(each, Manner) and each.kind in _ACCOUNTING for each in use.limb.qualifiers):
                found.setdefault(_article(use.within), []).append(use.within)
    return found


def _is_account(survey: Survey, name: str) -> bool:
    declared = survey.vocabulary.declared.get(key(name))
    wordings = (name, declared.display, declared.noun) if isinstance(declared, Action) else (name,)
    return any(wording and _ACCOUNT.search(wording) for wording in wordings)


def _article(use: StatementUse) -> int:
    return id(use.provision.path[-1]) if use.provision.path else 0


def _same(survey: Survey, one: StatementUse, other: StatementUse) -> bool:
    """Whether some actor is bound by both; where nobody is declared, whether they are named alike."""
    bound, also = survey.actors_bound(one.bearer), survey.actors_bound(other.bearer)
    if bound and also:
        return not set(bound).isdisjoint(also)
    return _names(one) == _names(other)


def _names(use: StatementUse) -> list[str]:
    return [actor.name for actor in use.bearer.actors.members] if use.bearer else []
