"""What opens, limits and shapes a sentence, and how some understand it.

Generated from `clausekit.model.published.qualifiers`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from typing import Literal

from clausekit.model.amounts import Period
from clausekit.model.terms import Actors, Condition, Reference, Role
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class When(NamedTuple):
    """`if`, `when`, `whenever`, `upon` or `while`, with its condition."""

    start: int
    end: int
    kind: Literal["when"]
    word: str
    condition: Condition

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Restriction(NamedTuple):
    """`unless`, `except` or `provided that`: what takes a case out of the norm."""

    start: int
    end: int
    kind: str
    condition: Condition | None
    roles: tuple[Role, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Precedence(NamedTuple):
    """`subject to`, `notwithstanding` or `without prejudice to`: how the norm stands to another."""

    start: int
    end: int
    kind: str
    references: tuple[Reference, ...]
    name: str | None

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Manner(NamedTuple):
    """How an act is done: `at the request of`, `in consultation with`, `as it deems necessary`, `with 12 months notice`, `on behalf of` and their like."""

    start: int
    end: int
    kind: str
    actors: Actors | None
    period: Period | None
    name: str | None
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


Qualifier = Manner | Precedence | Restriction | When


class Understanding(NamedTuple):
    """How some who sign understand a sentence: `understanding by US "…"`."""

    start: int
    end: int
    by: Actors
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
