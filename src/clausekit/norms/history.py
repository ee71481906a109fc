"""What happens, and whether it is what a norm speaks of: events, and how they are matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

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
_NAME = attrgetter("name")


def in_order(bindings: Bindings) -> tuple[tuple[str, str], ...]:
    """Who variables stand for, by their names: the same for the same bindings, in whatever order they were found."""
    return tuple(sorted(bindings.items()) if len(bindings) > 1 else bindings.items())


def in_line(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of one instant in an order that does not hang on how they were given."""
    if len({entry.name for entry in entries}) == len(entries) and not any(isinstance(entry, Change) for entry in entries):
        return sorted(entries, key=_NAME)  # as below, at once
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[Any, ...]:
    roles = tuple(sorted(entry.roles.items()))
    if isinstance(entry, Change):
        return ("Change", entry.name, roles, str(not entry.holds), str(entry.value), entry.level, entry.said)
    return ("Happening", entry.name, roles, sorted(entry.clauses), entry.amounts, entry.aspect, entry.said, entry.norm, entry.deemed)


def together(event: Happening, other: Happening) -> Happening:
    """An event as the act of all who did it or another."""
    if set(other.by) <= set(event.by):
        return event
    return event._replace(roles={**event.roles, "by": tuple(dict.fromkeys((*event.by, *other.by)))})


def matches(pattern: Pattern, event: Happening, bindings: Bindings, *, amounts: bool = True) -> Sequence[Bindings]:
    """Every way in which an event is of a kind, as the bindings it adds to those there are. Places count for those inside them.

    `amounts` says whether it must be of as much as the kind asks for.
    """
    if pattern.name != event.name or (pattern.aspect and pattern.aspect != event.aspect):
        return ()
    if pattern.clauses is not None and not pattern.clauses & event.clauses:
        return ()
    if event.norm == LIFE and event.aspect == JOINING and not any(role.preposition == "for" for role in pattern.roles):
        return ()  # the treaty entered into force before: this is entry into force for those who join it
    if not JUDGING.isdisjoint(event.roles) and JUDGING.isdisjoint([role.preposition for role in pattern.roles]):
        return ()  # what was only found, alleged or thought to be so is another event
    if amounts and pattern.amounts and not all(fits(amount, event) for amount in pattern.amounts):
        return ()
    ways: Sequence[Bindings] = (bindings,)
    for role in pattern.roles:
        ways = [filled for way in ways for filled in _filled(role, event, way)]
        if not ways:
            break
    return ways


def those(who: Who, bindings: Bindings) -> Names:
    """Those a term stands for, once its variables are known: those named, and whoever they are bound to."""
    return tuple(dict.fromkeys((*who.names, *(bindings[each] for each in who.variables if each in bindings))))


def is_of(pattern: Pattern, event: Happening, bindings: Bindings, *, amounts: bool = True) -> bool:
    """Whether an event is of a kind, in one way at least."""
    return pattern.name == event.name and bool(matches(pattern, event, bindings, amounts=amounts))


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


def _filled(role: RolePattern, event: Happening, bindings: Bindings) -> Sequence[Bindings]:
    """Every way in which an event fills a role; of one that must be absent, the one in which it does not."""
    fillers = fillers_of(event, role.preposition)
    ways = _ways(role, fillers, event, bindings) if fillers else ()
    if role.absent:
        return () if ways else (bindings,)
    return ways


def _ways(role: RolePattern, fillers: Names, event: Happening, bindings: Bindings) -> Sequence[Bindings]:
    who = role.who
    if who.refers:
        return _known(who, fillers, bindings)
    if who.quantifier == "all" and len(who.names) > 1 and who.joined_by == "and":
        asked = [name for name in who.names if not who.other or (name not in event.by and name not in bindings.values())]
        return (bindings,) if all(name in fillers for name in asked) else ()
    names = who.names
    if who.other:
        wanted = [name for name in fillers if _may_be(name, who, event, role.preposition, bindings)]
    else:
        wanted = [name for name in fillers if name in names] if names else list(fillers)
    if not who.binds:
        return (bindings,) if wanted else ()
    already = bindings.get(who.binds)
    return [{**bindings, who.binds: name} for name in wanted if already is None or already == name]


def _known(who: Who, fillers: Names, bindings: Bindings) -> Sequence[Bindings]:
    """Whether those whom variables stand for fill a role; one that stands for nobody yet is bound by it."""
    if who.names or who.refers_too:
        filling = [name in fillers for name in those(who, bindings)]
        return (bindings,) if (all(filling) if who.joined_by == "and" else any(filling)) else ()
    bound = bindings.get(who.refers)
    if bound is None:
        return [{**bindings, who.refers: name} for name in fillers]
    return (bindings,) if bound in fillers else ()


def fillers_of(event: Happening, preposition: str) -> Names:
    """Everybody and everything that fills a role of an event."""
    if preposition == "object":
        return tuple(name for each in _OBJECT_ROLES for name in event.roles.get(each, ()))
    return event.roles.get(preposition, ())


def _may_be(name: str, who: Who, event: Happening, preposition: str, bindings: Bindings) -> bool:
    """Whether somebody may be one of those who are others than whoever takes part already."""
    if who.names and name not in who.names:
        return False
    return name not in bindings.values() and (preposition == "by" or name not in event.roles.get("by", ()))
