"""Amounts and lengths of time: stated, or worked out."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from clausekit.model.literals import Bound, FormulaKind, ShareName, Unit
from clausekit.model.published.part import Name, Part


class Formula(Part):
    """An amount that is worked out: `25 percent of liability rounded up`, `the smaller of X and Y`, `its previous contribution`."""

    kind: FormulaKind
    """How it is worked out. `measured` is the value of a measure, `previous` what the same actor stated or reached the time before."""
    amount: Decimal | None = None
    """The number of `number`, the percentage of `percent of`."""
    share: ShareName | None = None
    """The share of `share of`."""
    of: Name | None = None
    """What it is taken of: a measure, or the unit of a number."""
    rounded: Literal["", "up", "down"] = ""
    """How a fraction of a whole unit is rounded; empty when the drafter did not say."""
    operands: tuple[Formula, ...] = ()
    """The two amounts compared or added."""


class Quantity(Part):
    """An amount: `at least 20,000 troops`, `10 to 20 vessels`, `at most 25 percent of liability`."""

    bound: Bound = "stated"
    """How the amount binds; `stated` when the drafter gave the bare number."""
    amount: Decimal | None = None
    """The number, or the lower end of a range; None when the amount is worked out."""
    high: Decimal | None = None
    """The upper end of a range, if it is one."""
    unit: Name | None = None
    """What is counted or measured."""
    formula: Formula | None = None
    """How the amount is worked out, where it is no plain number."""


class Period(Part):
    """A length of time, in the units the drafter chose: `1 year and 6 months`."""

    parts: tuple[tuple[Annotated[int, Field(ge=0, le=999_999)], Unit], ...] = Field(min_length=1)
    """Numbers and units, in the order written."""


class Share(Part):
    """What actors must have together: `having at least 55 percent of emissions`."""

    bound: Bound = "stated"
    """How the percentage binds."""
    percent: Decimal
    """The percentage."""
    measure: Name
    """The measure of each of them that is added up."""
