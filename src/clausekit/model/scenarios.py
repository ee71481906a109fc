"""The tests of a treaty: scenarios that are played, and expectations that are decided.

Generated from `clausekit.model.published.scenarios`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from clausekit.model.amounts import Period
from clausekit.model.clauses import Sentence
from clausekit.model.terms import Actors, Atom, Condition, EventTerm, Reference
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Moment(NamedTuple):
    """When something is told or asserted."""

    start: int
    end: int
    on: date | None
    day: int | None
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


class Told(NamedTuple):
    """Something that happens: `on day 2: determination by Joint Commission.`"""

    start: int
    end: int
    kind: Literal["told"]
    moment: Moment
    atom: Atom
    change: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Claim(NamedTuple):
    """What is asserted of a clause, a Party, the treaty or a status. With neither clauses nor an event it goes on for the claim before it."""

    start: int
    end: int
    references: tuple[Reference, ...]
    event: EventTerm | None
    state: str
    negated: bool
    relation: str
    actors: Actors | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Asserted(NamedTuple):
    """What must be so at the end of a day or hour: `then on day 33: clause response is violated by UK.`"""

    start: int
    end: int
    kind: Literal["asserted"]
    moment: Moment
    claims: tuple[Claim, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


Line = Told | Asserted


class Scenario(NamedTuple):
    """A course of events, and what must come of it."""

    start: int
    end: int
    name: str
    in_force: date | None
    lines: tuple[Line, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Expectation(NamedTuple):
    """What must be so in every course of events, or possible in one."""

    start: int
    end: int
    name: str
    kind: str
    sentence: Sentence | None
    condition: Condition | None
    event: EventTerm | None
    before: EventTerm | None
    period: Period | None
    actors: Actors | None
    complying: Actors | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
