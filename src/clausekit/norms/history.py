"""What happens, and whether it is what a norm speaks of: events, and how they are matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from clausekit.norms.calendar import Instant
from clausekit.norms.norm import Amount, Names, Pattern, RolePattern, Who

Bindings = Mapping[str, str]
"""Who the variables of a sentence turned out to be."""
# Whose judgement an event hangs on.
JUDGING = frozenset({"as determined by", "as alleged by", "in the opinion of"})
# A finding or an allegation, told by itself: the role that whoever makes it has in what is found.
JUDGEMENTS = {"determination": "as determined by", "finding": "as determined by", "allegation": "as alleged by"}
NO_BINDINGS: Bindings = {}
# Where what is done to somebody may stand in the description of an event: `assistance of Ukraine`, `assistance to Ukraine`.
_OBJECT_ROLES = ("of", "to", "on", "object")


# What stands for the norm of an event that the treaty itself brings about: entry into force, expiry, termination.
LIFE = -2
# What is peculiar to an entry into force for those who join later.
JOINING = "joining"


class Happening(NamedTuple):
    """An event as it happened.

    `roles` holds, by preposition, everybody and everything that fills it: a group by its members, a place with those around it. `clauses` are the numbers
    of the provisions it concerns. `norm` is the norm whose violation or fulfilment it is; -1 for an event of the world, LIFE for one in the life of the treaty.
    `deemed` says that it is one only because another counts as it.
    """

    at: Instant
    name: str
    roles: Mapping[str, Names]
    clauses: frozenset[int] = frozenset()
    amounts: tuple[tuple[Decimal, str], ...] = ()
    aspect: str = ""
    said: str = ""
    norm: int = -1
    deemed: bool = False

    @property
    def by(self) -> Names:
        """Who did it."""
        return self.roles.get("by", ())


class Change(NamedTuple):
    """A change of the world that is no event of anybody's: a status begins or ends, a measure takes a value or a level."""

    at: Instant
    name: str
    holds: bool | None = None
    value: Decimal | None = None
    level: str = ""
    roles: Mapping[str, Names] = {}
    said: str = ""


Entry = Happening | Change


def together(event: Happening, other: Happening) -> Happening:
    """An event as the act of all who did it or another."""
    if set(other.by) <= set(event.by):
        return event
    return event._replace(roles={**event.roles, "by": tuple(dict.fromkeys((*event.by, *other.by)))})


def matches(pattern: Pattern, event: Happening, bindings: Bindings, *, amounts: bool = True) -> Iterator[Bindings]:
    """Every way in which an event is of a kind, as the bindings it adds to those there are. Places count for those inside them.

    `amounts` says whether it must be of as much as the kind asks for.
    """
    if pattern.name != event.name or (pattern.aspect and pattern.aspect != event.aspect):
        return
    if pattern.clauses is not None and not pattern.clauses & event.clauses:
        return
    if event.norm == LIFE and event.aspect == JOINING and not any(role.preposition == "for" for role in pattern.roles):
        return  # the treaty entered into force before: this is entry into force for those who join it
    if not JUDGING.isdisjoint(event.roles) and JUDGING.isdisjoint([role.preposition for role in pattern.roles]):
        return  # what was only found, alleged or thought to be so is another event
    if amounts and pattern.amounts and not all(fits(amount, event) for amount in pattern.amounts):
        return
    if pattern.roles:
        yield from _roles(pattern.roles, event, bindings)
    else:
        yield bindings


def those(who: Who, bindings: Bindings) -> Names:
    """Those a term stands for, once its variables are known: those named, and whoever they are bound to."""
    return tuple(dict.fromkeys((*who.names, *(bindings[each] for each in who.variables if each in bindings))))


def is_of(pattern: Pattern, event: Happening, bindings: Bindings, *, amounts: bool = True) -> bool:
    """Whether an event is of a kind, in one way at least."""
    return pattern.name == event.name and next(matches(pattern, event, bindings, amounts=amounts), None) is not None


def fits(amount: Amount, event: Happening) -> bool:
    """Whether an event reaches an amount: nothing said is nothing reached."""
    reached = amount_of(event, amount.unit)
    if reached is None:
        return amount.low is None
    return (amount.low is None or reached >= amount.low) and (amount.high is None or reached <= amount.high)


def amount_of(event: Happening, unit: str) -> Decimal | None:
    """How much of `unit` an event was of; None where it does not say."""
    found = [number for number, counted in event.amounts if not unit or not counted or counted == unit]
    return sum(found, Decimal(0)) if found else None


def _roles(roles: tuple[RolePattern, ...], event: Happening, bindings: Bindings) -> Iterator[Bindings]:
    if not roles:
        yield bindings
        return
    role, rest = roles[0], roles[1:]
    ways = list(_fills(role, event, bindings))
    if role.absent:
        if not ways:
            yield from _roles(rest, event, bindings)
        return
    for way in ways:
        yield from _roles(rest, event, way)


def _fills(role: RolePattern, event: Happening, bindings: Bindings) -> Iterator[Bindings]:
    who = role.who
    fillers = fillers_of(event, role.preposition)
    if not fillers:
        return
    if who.refers:
        yield from _known(who, fillers, bindings)
        return
    if who.quantifier == "all" and len(who.names) > 1 and who.joined_by == "and":
        asked = [name for name in who.names if not who.other or (name not in event.by and name not in bindings.values())]
        if all(name in fillers for name in asked):
            yield bindings
        return
    wanted = [name for name in fillers if _may_be(name, who, event, role.preposition, bindings)]
    if not wanted:
        return
    if not who.binds:
        yield bindings
        return
    already = bindings.get(who.binds)
    for name in wanted:
        if already is None or already == name:
            yield {**bindings, who.binds: name}


def _known(who: Who, fillers: Names, bindings: Bindings) -> Iterator[Bindings]:
    """Whether those whom variables stand for fill a role; one that stands for nobody yet is bound by it."""
    if who.names or who.refers_too:
        filling = [name in fillers for name in those(who, bindings)]
        if all(filling) if who.joined_by == "and" else any(filling):
            yield bindings
        return
    bound = bindings.get(who.refers)
    if bound is None:
        yield from ({**bindings, who.refers: name} for name in fillers)
    elif bound in fillers:
        yield bindings


def fillers_of(event: Happening, preposition: str) -> Names:
    """Everybody and everything that fills a role of an event."""
    if preposition == "object":
        return tuple(name for each in _OBJECT_ROLES for name in event.roles.get(each, ()))
    return event.roles.get(preposition, ())


def _may_be(name: str, who: Who, event: Happening, preposition: str, bindings: Bindings) -> bool:
    if who.names and name not in who.names:
        return False
    if not who.other:
        return True
    return name not in bindings.values() and (preposition == "by" or name not in event.roles.get("by", ()))
