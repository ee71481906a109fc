"""Bodies and rules → when they decide: who asks them to, how many votes that takes, and who can stand in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from math import ceil

from clausekit.checks.amounts import SHARES
from clausekit.checks.life import is_open
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.model.declarations import Body, Group, Rule, RuleCondition
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.terms import Actor, Decision, EventTerm
from clausekit.named_tuples import NamedTuple

# Acts that need a vote, by their first word; and the nouns of those that are built into the language.
_DECIDING = frozenset(
    "determine decide adopt approve amend admit authorise authorize elect find establish fix set grant suspend terminate appoint invite renew extend".split()
)
_DECIDED = frozenset({"determination", "decision", "adoption", "approval", "amendment", "suspension", "termination", "renewal"})


class Membership(NamedTuple):
    """Who sits in a body: the declared actors, and whether they are all known."""

    names: tuple[str, ...]
    complete: bool


def membership(survey: Survey, body: Body) -> Membership:
    """The members of a body, its groups taken apart. Not complete when one of the names stands for nobody known, or for those a criterion picks."""
    sitting = sitting_in(survey, body.name)
    return Membership(survey.vocabulary.members(body.name) if sitting is None else sitting, sitting is not None)


def sitting_in(survey: Survey, name: str) -> tuple[str, ...] | None:
    """The declared actors in a body, a group or a role; None when they are not all known."""
    known = survey.once(_known_members)
    wanted = key(name)
    if wanted not in known:
        known[wanted] = _sitting_in(survey, name)
    return known[wanted]


def _known_members(_: Survey) -> dict[str, tuple[str, ...] | None]:
    return {}


def _sitting_in(survey: Survey, name: str) -> tuple[str, ...] | None:
    """Walks without recursion, and not for ever: nobody counts the votes of groups that stand in one another a hundred deep."""
    entered: set[str] = set()
    open_names = [name]
    while open_names:
        if len(entered) > _MOST_NESTED:
            return None
        found = survey.vocabulary.who(open_names.pop())
        if found is None or (found.kind == "role" and (found.name not in _DECLARED_ROLES or is_open(survey))):
            return None
        if found.name in entered or found.kind not in ("group", "body"):
            actor = survey.vocabulary.actor(found.name)
            if actor is not None and actor.role == "class":
                return None
            continue
        entered.add(found.name)
        part = survey.vocabulary.declared.get(key(found.name))
        if not isinstance(part, Group | Body) or not part.members:
            return None
        open_names += [member.name for member in part.members]
    return survey.vocabulary.members(name) or None


_MOST_NESTED = 100
# Parties and guarantors are declared; who else is a State, or will have signed, nobody knows beforehand.
_DECLARED_ROLES = frozenset({"Party", "Guarantor"})


def seats(survey: Survey, name: str) -> int | None:
    """How many vote in a body, a group or a role; None when that is not known."""
    found = survey.vocabulary.who(name)
    if found is None or found.kind == "actor":
        return None
    sitting = sitting_in(survey, name)
    if sitting is not None:
        return len(sitting)
    body = declared_body(survey, found.name)
    return body.size if body is not None else None


def votes_needed(decision: Decision, size: int) -> int:
    """How many of `size` members must agree. A rule is not a vote: its conditions are."""
    if decision.reverse:
        return 0
    if decision.kind == "majority":
        return size // 2 + 1
    if decision.kind == "fraction" and decision.fraction is not None:
        numerator, denominator = SHARES[decision.fraction]
        return -(-size * numerator // denominator)
    if decision.kind == "percent" and decision.number is not None:
        return ceil(size * decision.number / 100)
    if decision.kind == "at least" and decision.number is not None:
        return int(decision.number)
    return size


def threshold(decision: Decision) -> Decimal | None:
    """The hundredths of all votes that are needed, slightly more than half for a majority; None for a plain number of votes."""
    if decision.kind in ("consensus", "unanimity"):
        return Decimal(100)
    if decision.kind == "fraction" and decision.fraction is not None:
        numerator, denominator = SHARES[decision.fraction]
        return Decimal(100 * numerator) / denominator
    if decision.kind == "majority":
        return Decimal("50.001")
    return decision.number if decision.kind == "percent" else None


def spoken(decision: Decision) -> str:
    """A vote in words: `two thirds`, `a majority`, `55 percent`, `at least 9`."""
    said = {
        "fraction": decision.fraction or "", "majority": "a majority", "percent": f"{decision.number} percent", "at least": f"at least {decision.number}",
        "rule": f"`{decision.of}`",
    }.get(decision.kind, decision.kind)  # fmt: skip
    return f"rejection by {said}" if decision.reverse else said


def rule_named(survey: Survey, decision: Decision | None) -> Rule | None:
    """The declared rule that a decision names."""
    part = survey.vocabulary.declared.get(key(decision.of)) if decision is not None and decision.kind == "rule" and decision.of else None
    return part if isinstance(part, Rule) else None


def voters(conditions: Iterable[RuleCondition]) -> list[Decision]:
    """The votes that must be reached together."""
    return [condition.vote for condition in conditions if condition.kind == "vote" and condition.vote is not None]


def blockers(survey: Survey, body: Body) -> tuple[str, ...]:
    """The members that can each keep a body from deciding, by its vote or by staying away. None where the members are not all known."""
    sitting = sitting_in(survey, body.name) or ()
    size = len(sitting)
    if size == 0 or body.decision is None:
        return ()
    if (body.quorum or 0) > size - 1:
        return sitting
    rule = rule_named(survey, body.decision)
    if rule is None:
        return sitting if body.decision.kind != "rule" and votes_needed(body.decision, size) > size - 1 else ()
    blocking = [_blocking(survey, step.conditions, sitting) for step in rule.steps]
    return tuple(name for name in sitting if blocking and all(name in step for step in blocking))


def _blocking(survey: Survey, conditions: tuple[RuleCondition, ...], sitting: tuple[str, ...]) -> set[str]:
    """Who can keep one step of a rule from being met. One that leaves somebody out leaves out whose cause it is."""
    if any(condition.kind == "excluding" for condition in conditions):
        return set()
    found: set[str] = set()
    for condition in conditions:
        if condition.kind in ("including", "veto"):
            found.update(name for actor in condition.actors for name in survey.vocabulary.members(actor.name))
        vote = condition.vote
        if vote is None:
            continue
        size = len(sitting) if vote.of is None else seats(survey, vote.of)
        if size is not None and _stopped_by_one(condition, vote, size):
            found.update(sitting if vote.of is None else survey.vocabulary.members(vote.of))
    return found


def _stopped_by_one(condition: RuleCondition, vote: Decision, size: int) -> bool:
    needed = votes_needed(vote, size)
    return needed <= 1 if condition.kind == "silence" else needed > size - 1


def asked_to_decide(survey: Survey) -> dict[str, Part]:
    """Every body that something is to be determined or decided by, by name, and where that is first said.

    A sentence that brings its own rule (`acting by consensus`) does not count.
    """
    return survey.once(_asked_to_decide)


def decided_by_rule(survey: Survey) -> frozenset[str]:
    """The bodies and groups of whose votes some declared rule speaks."""
    return survey.once(_decided_by_rule)


def _decided_by_rule(survey: Survey) -> frozenset[str]:
    named = (use.decision.of for use in survey.decisions if isinstance(use.owner, Rule) and use.decision.of)
    return frozenset(found.name for name in named if (found := survey.vocabulary.who(name)) is not None)


def _asked_to_decide(survey: Survey) -> dict[str, Part]:
    bodies = [body.name for body in survey.treaty.bodies]
    asked: dict[str, Part] = {}
    if bodies:
        for actor in chain(_determining(survey), _resolving(survey), _deciding(survey, bodies)):
            if actor.name in bodies:
                asked.setdefault(actor.name, actor)
    return asked


def _determining(survey: Survey) -> Iterator[Actor]:
    """Those who determine whether an event occurred."""
    for determination in survey.determinations:
        yield from determination.role.actors.members if determination.role.actors else ()


def _resolving(survey: Survey) -> Iterator[Actor]:
    """Those whose decision is spoken of as an event: `approval by the Council`."""
    for noun in sorted(_DECIDED):
        for part in survey.uses.get(noun, ()):
            for role in part.roles if isinstance(part, EventTerm) else ():
                if role.preposition == "by" and role.actors is not None:
                    yield from role.actors.members


def _deciding(survey: Survey, bodies: list[str]) -> Iterator[Actor]:
    """Those who are to do an act that needs a vote, by no rule of that sentence."""
    for name in bodies:
        for bearer, use in survey.bearers.get(name, ()):
            if bearer.decision is not None or isinstance(use, GuaranteeUse):
                continue
            if any(limb.act.action.partition(" ")[0].lower() in _DECIDING for limb in use.statement.limbs):
                yield next(actor for actor in bearer.actors.members if actor.name == name)
                break


def declared_body(survey: Survey, name: str) -> Body | None:
    """The declaration of a body."""
    part = survey.vocabulary.declared.get(key(name))
    return part if isinstance(part, Body) else None
