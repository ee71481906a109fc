"""The small terms of a provision: who, how much, how long, which event, on what condition, which clause.

Generated from `clausekit.model.published.terms`, where the fields are explained; `make records` writes it anew.
"""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from clausekit.source import Span


class Quantity(NamedTuple):
    """An amount: `at least 20,000 troops`, `10 to 20 vessels`."""

    start: int
    end: int
    bound: str
    amount: Decimal
    high: Decimal | None
    unit: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Period(NamedTuple):
    """A length of time, in the units the drafter chose: `1 year and 6 months`."""

    start: int
    end: int
    parts: tuple[tuple[int, str], ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Reference(NamedTuple):
    """A live cross-reference: `paragraph 2 of article 5`, `clause response`, `annex A`, `this treaty`."""

    start: int
    end: int
    kind: str
    designation: str
    paragraph: int | None
    point: str

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
    """How a body or several Parties decide together."""

    start: int
    end: int
    kind: str
    fraction: str | None

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
    count: int | str | None  # type: ignore[assignment]  # hides a method of tuples
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
    """Actors joined by `and` or `or`, less those named after `other than`."""

    start: int
    end: int
    members: tuple[Actor, ...]
    joined_by: str
    excluding: tuple[Actor, ...]

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
    """An event as a provision describes it: `armed attack by Russia on Ukraine`, `violation of article 1`."""

    start: int
    end: int
    name: str
    references: tuple[Reference, ...]
    roles: tuple[Role, ...]
    quantities: tuple[Quantity, ...]
    within: 'Timing | None'

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
    kind: Literal['occurs']
    event: EventTerm
    negated: bool

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
    kind: Literal['compares']
    measure: str
    comparator: str
    amount: Decimal
    unit: str | None

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
    kind: Literal['level']
    measure: str
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
