"""The vocabulary of a treaty: who and what its provisions speak of.

Generated from `clausekit.model.published.declarations`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from datetime import date

from clausekit.model.amounts import Period, Quantity, Share
from clausekit.model.terms import Actor, Condition, Decision, EventTerm
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class DeclaredActor(NamedTuple):
    """`party Russia "the Russian Federation".`, `guarantor France pledging 10,000 troops.`"""

    start: int
    end: int
    role: str
    name: str
    display: str | None
    pledges: tuple[Quantity, ...]
    of: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Criterion(NamedTuple):
    """What makes a member of a group: `each State that "exploded a device" before 1967-01-01`, `each Party whose consumption is below 0.3`."""

    start: int
    end: int
    base: str
    text: str | None
    condition: Condition | None
    after: EventTerm | None
    relation: str
    day: date | None

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
    criterion: Criterion | None

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
    size: int | None
    under: str | None
    chair: str | None

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
    inside: str | None
    distance: Quantity | None
    baseline: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Instrument(NamedTuple):
    """`instrument Charter "the Charter of the United Nations".`: another treaty, cited wherever a clause is."""

    start: int
    end: int
    name: str
    display: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class RuleCondition(NamedTuple):
    """One condition of a decision rule."""

    start: int
    end: int
    kind: str
    vote: Decision | None
    actors: tuple[Actor, ...]
    share: Share | None
    number: int | None
    within: Period | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class RuleStep(NamedTuple):
    """One step of a decision rule: all its conditions must be met. When they are not, the next step is tried."""

    start: int
    end: int
    after: Period | None
    conditions: tuple[RuleCondition, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Rule(NamedTuple):
    """`rule Qualified Majority means 55 percent of Council, including at least 15 members, having 65 percent of population.`"""

    start: int
    end: int
    name: str
    display: str | None
    steps: tuple[RuleStep, ...]

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
    of: str | None
    part_of: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
