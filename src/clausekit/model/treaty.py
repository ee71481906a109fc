"""The treaty: its header, its vocabulary, its preamble and its provisions.

Generated from `clausekit.model.published.treaty`, where the fields are explained; `make records` writes it anew.
"""

from datetime import date
from typing import NamedTuple

from clausekit.model.clauses import Clause
from clausekit.model.terms import Actor, Condition, Decision, Period, Quantity
from clausekit.source import Span


class DeclaredActor(NamedTuple):
    """`party Russia "the Russian Federation".`, `guarantor France pledging 10,000 troops.`"""

    start: int
    end: int
    role: str
    name: str
    display: str | None
    pledges: tuple[Quantity, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Group(NamedTuple):
    """`group European Allies means France, UK and Poland.`"""

    start: int
    end: int
    name: str
    display: str | None
    singular: str | None
    members: tuple[Actor, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Body(NamedTuple):
    """`body Joint Commission means Ukraine, Russia and Switzerland, deciding by consensus.`"""

    start: int
    end: int
    name: str
    display: str | None
    members: tuple[Actor, ...]
    decision: Decision | None
    quorum: int | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Zone(NamedTuple):
    """`zone Line of Contact means "the line set out in Annex A".`"""

    start: int
    end: int
    name: str
    display: str | None
    meaning: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Term(NamedTuple):
    """`term Territory means "the territory of Ukraine within its internationally recognised borders".`"""

    start: int
    end: int
    name: str
    display: str | None
    meaning: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Action(NamedTuple):
    """`action deploy forces "deploy military forces" as "deployment of military forces" in troops.`"""

    start: int
    end: int
    name: str
    display: str | None
    noun: str | None
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


class Event(NamedTuple):
    """`event breach means armed attack by Russia on Ukraine, or violation of article 1.`"""

    start: int
    end: int
    name: str
    display: str | None
    meaning: Condition | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Status(NamedTuple):
    """`status ceasefire begins on entry into force and ends on breach.`"""

    start: int
    end: int
    name: str
    display: str | None
    begins: Condition | None
    ends: Condition | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Measure(NamedTuple):
    """`measure heavy weapons in weapons.`, `measure threat level as low, medium or high.`"""

    start: int
    end: int
    name: str
    display: str | None
    unit: str | None
    levels: tuple[str, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Recital(NamedTuple):
    """One recital of the preamble."""

    start: int
    end: int
    text: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Division(NamedTuple):
    """A part, chapter, section, article or annex, and what stands in it."""

    start: int
    end: int
    kind: str
    designation: str
    title: str | None
    clauses: tuple[Clause, ...]
    divisions: 'tuple[Division, ...]'

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Treaty(NamedTuple):
    """A whole treaty. Equal treaties mean the same and print the same."""

    start: int
    end: int
    title: str | None
    short: str | None
    languages: tuple[str, ...]
    depositary: str | None
    political: bool
    style: str | None
    done_at: str | None
    done_on: date | None
    immediately: Period | None
    actors: tuple[DeclaredActor, ...]
    groups: tuple[Group, ...]
    bodies: tuple[Body, ...]
    zones: tuple[Zone, ...]
    terms: tuple[Term, ...]
    actions: tuple[Action, ...]
    events: tuple[Event, ...]
    statuses: tuple[Status, ...]
    measures: tuple[Measure, ...]
    recitals: tuple[Recital, ...]
    clauses: tuple[Clause, ...]
    divisions: tuple[Division, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
