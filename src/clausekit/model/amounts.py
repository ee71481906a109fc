"""Amounts and lengths of time: stated, or worked out.

Generated from `clausekit.model.published.amounts`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from decimal import Decimal

from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Formula(NamedTuple):
    """An amount that is worked out: `25 percent of liability rounded up`, `the smaller of X and Y`, `its previous contribution`."""

    start: int
    end: int
    kind: str
    amount: Decimal | None
    share: str | None
    of: str | None
    rounded: str
    operands: tuple[Formula, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Quantity(NamedTuple):
    """An amount: `at least 20,000 troops`, `10 to 20 vessels`, `at most 25 percent of liability`."""

    start: int
    end: int
    bound: str
    amount: Decimal | None
    high: Decimal | None
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


class Share(NamedTuple):
    """What actors must have together: `having at least 55 percent of emissions`."""

    start: int
    end: int
    bound: str
    percent: Decimal
    measure: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
