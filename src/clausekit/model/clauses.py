"""Sentences: openings, statements, ladders of reparation, guarantees, and prose.

Generated from `clausekit.model.published.clauses`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from typing import Literal

from clausekit.model.amounts import Quantity
from clausekit.model.life import Application, Declared, Record
from clausekit.model.qualifiers import Qualifier, Understanding, When
from clausekit.model.terms import Actors, Bearer, Condition, Reference, Role, Timing
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Act(NamedTuple):
    """What is done: `deploy forces to Ukraine of at least 25,000 troops`."""

    start: int
    end: int
    action: str
    objects: Actors | None
    cited: tuple[Reference, ...]
    roles: tuple[Role, ...]
    quantities: tuple[Quantity, ...]
    ensured: tuple[Condition, ...]
    aspect: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Limb(NamedTuple):
    """One act with its own timing and qualifiers."""

    start: int
    end: int
    act: Act
    timing: tuple[Timing, ...]
    qualifiers: tuple[Qualifier, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Statement(NamedTuple):
    """Who shall, may or shall not do what."""

    start: int
    end: int
    kind: Literal["statement"]
    bearer: Bearer | None
    modal: str | None
    limbs: tuple[Limb, ...]
    connective: str
    listed: bool
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


class Guarantee(NamedTuple):
    """`The Guarantors jointly guarantee article 1 in favour of Ukraine by clause response.`"""

    start: int
    end: int
    kind: Literal["guarantee"]
    bearer: Bearer
    cited: tuple[Reference, ...]
    duties_of: Actors | None
    states: tuple[str, ...]
    beneficiary: Actors | None
    response: tuple[Reference, ...]
    timing: tuple[Timing, ...]
    qualifiers: tuple[Qualifier, ...]
    source: str
    force: str
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


Stated = Statement | Guarantee | Application | Declared


class Rung(NamedTuple):
    """One step of a ladder: what is owed or allowed when the step before it has failed."""

    start: int
    end: int
    openings: tuple[When, ...]
    statements: tuple[Stated, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Sentence(NamedTuple):
    """A provision: openings, statements, and the ladder that answers for their failure."""

    start: int
    end: int
    kind: Literal["sentence"]
    label: str | None
    openings: tuple[When, ...]
    statements: tuple[Stated, ...]
    rungs: tuple[Rung, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Prose(NamedTuple):
    """Text that binds nobody's checker."""

    start: int
    end: int
    kind: Literal["prose"]
    label: str | None
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


class Unread(NamedTuple):
    """A sentence that could not be read. It says nothing, and keeps its place: what stands behind it is counted as in the text."""

    start: int
    end: int
    kind: Literal["unread"]
    label: str | None
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


Clause = Sentence | Prose | Record | Unread
