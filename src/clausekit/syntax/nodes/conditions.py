"""When, on which condition and in what manner: the slots of a sentence."""

from __future__ import annotations

from typing import TypeAlias

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.nodes.parts import ActorsNode, FormulaNode, Name, PeriodNode, QuantityNode, ReferenceNode


class ClockNode(NamedTuple):
    """One of the two clocks of `the earlier of X and Y`: a date, an event, or a period after an event."""

    date: str
    period: PeriodNode | None
    event: EventNode | None
    start: int
    end: int


class TimingNode(NamedTuple):
    """When: `within 30 days of breach`, `by 2027-01-01`, `immediately`. `kind` names the form (see the builder)."""

    kind: str
    period: PeriodNode | None
    anchor: EventNode | None
    date: str
    relation: str
    low: str
    clocks: tuple[ClockNode, ...]
    start: int
    end: int
    times: str = ""  # how often, or which month after
    bound: str = ""
    time: str = ""
    zone: str = ""


# ---------------------------------------------------------------- events and conditions


class RoleNode(NamedTuple):
    """A role of an act or event: `to Ukraine`, `on each other Party`, `as determined by Joint Commission`."""

    preposition: str
    actors: ActorsNode | None
    references: tuple[ReferenceNode, ...]
    start: int
    end: int


class EventNode(NamedTuple):
    """An event as a drafter describes it: `armed attack by Russia on Ukraine`, `violation of article 1`."""

    name: Name
    references: tuple[ReferenceNode, ...]
    roles: tuple[RoleNode, ...]
    quantities: tuple[QuantityNode, ...]
    within: TimingNode | None
    start: int
    end: int


class OccursNode(NamedTuple):
    """That an event occurs or a status holds; or, negated, that it does not."""

    event: EventNode
    negated: bool
    start: int
    end: int
    already: bool = False


class ComparesNode(NamedTuple):
    """That a measure exceeds, is below, is at least, is at most or is a number, or what a formula gives. `measured` has its roles: `tanks in Zone A`."""

    measured: EventNode
    comparator: str
    number: str
    unit: Name | None
    start: int
    end: int
    formula: FormulaNode | None = None


class LevelNode(NamedTuple):
    """That a measure stands at a named level of its scale."""

    measured: EventNode
    level: Name
    start: int
    end: int


AtomNode: TypeAlias = OccursNode | ComparesNode | LevelNode


class ConditionNode(NamedTuple):
    """Alternatives joined by `or if`, each of atoms joined by `and if`."""

    alternatives: tuple[tuple[AtomNode, ...], ...]
    start: int
    end: int


class WhenNode(NamedTuple):
    """`if`, `when`, `whenever`, `upon` or `while`, with its condition."""

    word: str
    condition: ConditionNode
    start: int
    end: int


# ---------------------------------------------------------------- qualifiers


class RestrictionNode(NamedTuple):
    """`unless`, `except` or `provided that`, with a condition; `except` may have roles instead."""

    kind: str
    condition: ConditionNode | None
    roles: tuple[RoleNode, ...]
    start: int
    end: int


class PrecedenceNode(NamedTuple):
    """`subject to`, `notwithstanding` or `without prejudice to` clauses, or a named instrument or body of law."""

    kind: str
    references: tuple[ReferenceNode, ...]
    name: Name | None
    start: int
    end: int


class MannerNode(NamedTuple):
    """`at the request of`, `in consultation with`, `as it deems necessary`, `with 12 months notice`, `on behalf of` and their like."""

    kind: str
    actors: ActorsNode | None
    period: PeriodNode | None
    start: int
    end: int
    name: Name | None = None
    references: tuple[ReferenceNode, ...] = ()


SlotNode: TypeAlias = WhenNode | TimingNode | RestrictionNode | PrecedenceNode | MannerNode
