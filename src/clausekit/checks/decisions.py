"""Bodies → when they decide: who asks them to, how many votes that takes, and who can stand in the way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.model.declarations import Body
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.terms import Actor, Decision, EventTerm

# A share as a numerator and a denominator.
_SHARES = {
    "one half": (1, 2), "one third": (1, 3), "two thirds": (2, 3), "one quarter": (1, 4), "three quarters": (3, 4), "three fifths": (3, 5),
    "four fifths": (4, 5),
}  # fmt: skip
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
    """The members of a body, its groups taken apart. Not complete when one of the names stands for nobody known."""
    complete = all(survey.vocabulary.members(member.name) for member in body.members)
    return Membership(survey.vocabulary.members(body.name), complete)


def votes_needed(decision: Decision, size: int) -> int:
    """How many of `size` members must agree."""
    if decision.kind == "majority":
        return size // 2 + 1
    if decision.kind == "fraction" and decision.fraction is not None:
        numerator, denominator = _SHARES[decision.fraction]
        return -(-size * numerator // denominator)
    return size


def can_be_blocked_by_one(body: Body, size: int) -> bool:
    """Whether a single member can keep a body of `size` members from deciding, by its vote or by staying away."""
    needed = votes_needed(body.decision, size) if body.decision is not None else 0
    return size > 0 and max(needed, body.quorum or 0) > size - 1


def asked_to_decide(survey: Survey) -> dict[str, Part]:
    """Every body that something is to be determined or decided by, by name, and where that is first said.

    A sentence that brings its own rule (`acting by consensus`) does not count.
    """
    return survey.once(_asked_to_decide)


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
