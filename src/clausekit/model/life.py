"""The life of the treaty and of its clauses; what is recognised, and what is put on record.

Generated from `clausekit.model.published.life`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from typing import Literal

from clausekit.model.amounts import Period, Quantity
from clausekit.model.qualifiers import Qualifier, Understanding
from clausekit.model.terms import Actors, Bearer, Condition, Decision, EventTerm, Reference, Role, Timing
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Application(NamedTuple):
    """How the treaty, a clause or an act stands or falls: `enters into force …`, `clause secrecy survives termination`, `X counts as Y`."""

    start: int
    end: int
    kind: Literal["application"]
    references: tuple[Reference, ...]
    subject: Actors | None
    event: EventTerm | None
    verb: str
    roles: tuple[Role, ...]
    bound: str
    period: Period | None
    targets: tuple[Reference, ...]
    target: str | None
    counted: EventTerm | None
    quantity: Quantity | None
    decision: Decision | None
    binds: str
    invited_by: Bearer | None
    timing: tuple[Timing, ...]
    qualifiers: tuple[Qualifier, ...]
    source: str
    understandings: tuple[Understanding, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Declared(NamedTuple):
    """What Parties recognise: `Each Party declares that not conflict of its engagements with this treaty.` It binds nobody to an act."""

    start: int
    end: int
    kind: Literal["declared"]
    bearer: Bearer
    verb: str
    condition: Condition | None
    event: EventTerm | None
    counted: EventTerm | None
    negated: bool
    timing: tuple[Timing, ...]
    qualifiers: tuple[Qualifier, ...]
    source: str
    understandings: tuple[Understanding, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Record(NamedTuple):
    """What one State puts on record: a reservation, an objection to one, an acceptance, an understanding, a declaration (VCLT 19 to 23)."""

    start: int
    end: int
    kind: Literal["record"]
    label: str | None
    what: str
    by: Actors
    references: tuple[Reference, ...]
    reservation_by: Actors | None
    opposing: bool
    excluded: bool
    text: str
    source: str
    understandings: tuple[Understanding, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
