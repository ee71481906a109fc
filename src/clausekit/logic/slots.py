"""Events that may happen in a history that is looked for: what they are is known, when they happen and whether they do is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice, product
from typing import NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.moments import Moment
from clausekit.logic.solver import Formula, Term
from clausekit.norms.history import Bindings, Happening, matches
from clausekit.norms.norm import Amount, Names, Pattern, RolePattern

# Of an act that may be done to many, or in many ways, so many are told apart.
_MOST_WAYS = 8
# Who does what anybody may do, and to whom it is done, where the treaty names nobody who could.
SOMEBODY, SOMEBODY_ELSE = "somebody", "somebody else"


class Slot:
    """An event that may happen: of what kind and by whom, when, whether at all, and of how much.

    `made` says that the treaty itself makes it of what becomes of a norm; it is no entry of a history.
    """

    __slots__ = ("amounts", "because", "event", "made", "moment", "number", "present", "serves")

    def __init__(self, number: int, event: Happening, moment: Moment, present: Formula, *, made: bool = False, because: tuple[int, ...] = ()) -> None:
        """Hold an event; amounts are named as they are asked for. `because` are the norms on account of which it was laid out, one behind the other."""
        self.because = because
        self.serves: object = None
        """The opening of a norm for the sake of which it was laid out, if there is one."""
        self.number = number
        self.event = event
        self.moment = moment
        self.present = present
        self.made = made
        self.amounts: dict[str, Term] = {}

    @property
    def at(self) -> Term:
        """When it happens, in hours since the entry into force."""
        return self.moment.at

    def amount(self, unit: str) -> Term:
        """How much of a unit it is of."""
        if unit not in self.amounts:
            self.amounts[unit] = z.amount(self.moment.named(f"amount of {unit}"))
        return self.amounts[unit]

    def reaches(self, amounts: tuple[Amount, ...]) -> Formula:
        """Whether it is of as much as is asked for."""
        return z.every(part for amount in amounts for part in self._within(amount))

    def _within(self, amount: Amount) -> Iterator[Formula]:
        if amount.low is not None:
            yield self.amount(amount.unit) >= z.number(amount.low)
        if amount.high is not None:
            yield self.amount(amount.unit) <= z.number(amount.high)


class Match(NamedTuple):
    """A way in which a slot is of a kind: whom it binds the variables to, and whether it is of as much."""

    bindings: Bindings
    enough: Formula


def ways(pattern: Pattern, slot: Slot, bindings: Bindings, *, amounts: bool = True) -> Iterator[Match]:
    """Every way in which a slot is of a kind."""
    for found in matches(pattern, slot.event, bindings, amounts=False):
        yield Match(found, slot.reaches(pattern.amounts) if amounts else True)


def is_of(pattern: Pattern, slot: Slot, bindings: Bindings) -> Formula:
    """Whether a slot is of a kind, in one way at least."""
    return z.some(way.enough for way in ways(pattern, slot, bindings))


# ---------------------------------------------------------------- events to look for


def events(pattern: Pattern, bindings: Bindings, *, by: Names = (), apart: Names = ()) -> tuple[list[Happening], bool]:
    """The events of a kind that are worth looking for: one for each way to fill its roles, up to a few; and whether these are all there are.

    `by` are those who do it, where that is settled; nobody in `apart` is chosen where somebody else can be. Whoever fills a role that anybody may fill is
    nobody in particular, and there may be others.
    """
    roles: dict[str, list[Names]] = {}
    is_for_anybody = False
    for role in pattern.roles:
        if role.absent or (role.preposition == "by" and by):
            continue
        choices = _fillers(role, bindings, apart)
        if choices == [()]:
            choices, is_for_anybody = [(SOMEBODY if role.preposition == "by" else SOMEBODY_ELSE,)], True
        before = roles.get(role.preposition)
        roles[role.preposition] = choices if before is None else [tuple(dict.fromkeys((*one, *two))) for one, two in product(before, choices)]
    names = sorted(roles)
    found = []
    every = list(islice(product(*(roles[name] for name in names)), _MOST_WAYS + 1))
    for chosen in every[:_MOST_WAYS]:
        filled: dict[str, Names] = {name: who for name, who in zip(names, chosen, strict=True) if who}
        if by:
            filled["by"] = by
        filled.update((name, filled.pop("object")) for name in [_object_role(pattern)] if "object" in filled)
        found.append(Happening(-1, pattern.name, filled, pattern.clauses or frozenset(), (), pattern.aspect, pattern.said))
    return found, len(every) <= _MOST_WAYS and not is_for_anybody


def _object_role(pattern: Pattern) -> str:
    """Where what an act is done to stands in the description of an event: `assistance of Ukraine`."""
    return "of" if not any(role.preposition == "of" for role in pattern.roles) else "object"


def _fillers(role: RolePattern, bindings: Bindings, apart: Names) -> list[Names]:
    who = role.who
    bound = tuple(bindings[each] for each in (who.binds, *who.variables) if each in bindings)
    if who.refers:
        return [tuple(dict.fromkeys((*who.names, *bound)))]
    if bound:
        return [bound]
    if who.quantifier == "all" and who.joined_by == "and":
        taken = {*bindings.values()} if who.other else set()
        return [tuple(name for name in who.names if name not in taken)]
    names = [name for name in who.names if not (who.other and name in bindings.values())]
    return [(name,) for name in sorted(names, key=lambda name: name in apart)] or [()]


def told(slot: Slot, at: int, calendar_base: int, amounts: Mapping[str, Decimal]) -> Happening:
    """A slot as an event of a history."""
    return slot.event._replace(at=calendar_base + at, amounts=tuple((value, unit) for unit, value in sorted(amounts.items())))
