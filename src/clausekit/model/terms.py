"""The terms of a provision: who, which event, when, on what condition, which clause.

Generated from `clausekit.model.published.terms`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from clausekit.model.amounts import Formula, Period, Quantity, Share
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Reference(NamedTuple):
    """A live cross-reference: `paragraph 2 of article 5`, `clause response`, `annex A`, `this treaty`."""

    start: int
    end: int
    kind: str
    designation: str
    paragraph: int | None
    point: str
    instrument: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Decision(NamedTuple):
    """How a body or several Parties decide together: by one vote, or by a rule that is declared."""

    start: int
    end: int
    kind: str
    fraction: str | None
    number: Decimal | None
    of: str | None
    voting: str
    reverse: bool

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Actor(NamedTuple):
    """One actor as a provision names it: `France`, `each other Party as victim`, `at least 3 European Allies`, `victim`."""

    start: int
    end: int
    quantifier: str
    count: int | Decimal | str | None  # type: ignore[assignment]  # hides a method of tuples
    name: str
    other: bool
    variable: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Actors(NamedTuple):
    """Actors joined by `and` or `or`, less those named after `other than`; with some that must be among them, or a share that they must have."""

    start: int
    end: int
    members: tuple[Actor, ...]
    joined_by: str
    excluding: tuple[Actor, ...]
    including: tuple[Actor, ...]
    shares: tuple[Share, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Bearer(NamedTuple):
    """Who is bound or empowered, and how they hold it between them."""

    start: int
    end: int
    actors: Actors
    manner: str
    decision: Decision | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Role(NamedTuple):
    """A role of an act or event: `to Ukraine`, `on each other Party`, `as determined by Joint Commission`."""

    start: int
    end: int
    preposition: str
    actors: Actors | None
    references: tuple[Reference, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class EventTerm(NamedTuple):
    """An event as a provision describes it: `armed attack by Russia on Ukraine`, `violation of article 1`, `completion of withdrawal`."""

    start: int
    end: int
    name: str
    aspect: str
    references: tuple[Reference, ...]
    roles: tuple[Role, ...]
    quantities: tuple[Quantity, ...]
    within: Timing | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Clock(NamedTuple):
    """One of the two clocks of `the earlier of X and Y`: a date, an event, or a period after an event."""

    start: int
    end: int
    on: date | None
    period: Period | None
    event: EventTerm | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Timing(NamedTuple):
    """When: `within 30 days of breach`, `by 2027-01-01`, `every 6 months`, `immediately`."""

    start: int
    end: int
    kind: str
    period: Period | None
    at_least: int | None
    anchor: EventTerm | None
    on: date | None
    which: str
    clocks: tuple[Clock, ...]
    times: int | None
    bound: str
    hour: str
    zone: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Occurs(NamedTuple):
    """That an event occurs, or a status holds; or, negated, that it does not."""

    start: int
    end: int
    kind: Literal["occurs"]
    event: EventTerm
    negated: bool
    already: bool

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Compares(NamedTuple):
    """That a measure stands in a relation to a number."""

    start: int
    end: int
    kind: Literal["compares"]
    measure: str
    roles: tuple[Role, ...]
    comparator: str
    amount: Decimal | None
    unit: str | None
    formula: Formula | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Level(NamedTuple):
    """That a measure stands at a named level of its scale."""

    start: int
    end: int
    kind: Literal["level"]
    measure: str
    roles: tuple[Role, ...]
    level: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


Atom = Occurs | Compares | Level


class Condition(NamedTuple):
    """Alternatives joined by `or if`, each of atoms joined by `and if`."""

    start: int
    end: int
    alternatives: tuple[tuple[Atom, ...], ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
