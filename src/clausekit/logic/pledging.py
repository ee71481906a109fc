"""Duties of an amount, and what those who bear them have pledged → whether all can be performed at once, by nobody giving more than its pledge.

Exact: contributions are rationed like a flow from those who pledge to the duties that ask. Whoever pledges nothing whatever has no bound; whoever pledges other
things only, pledges nothing of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations, product
from typing import NamedTuple

from clausekit.norms.memory import needed
from clausekit.norms.norm import Code, Names, Norm

NOTHING = Decimal(0)
# Of `any` or `so many of` those who bear a duty, so many choices are tried; more are no small treaty's.
_MOST_CHOICES = 2000


class Asked(NamedTuple):
    """What one duty asks: of whom, how they hold it between them (each, all, any, number, sum), of how many, how much."""

    norm: int
    bearers: Names
    mode: str
    need: int
    amount: Decimal


class Pledges:
    """What was pledged under one treaty."""

    def __init__(self, code: Code) -> None:
        """Add the pledges of each actor up, unit by unit."""
        self._of: dict[str, dict[str, Decimal]] = {}
        for pledge in code.pledges:
            units = self._of.setdefault(pledge.actor, {})
            units[pledge.unit] = units.get(pledge.unit, NOTHING) + pledge.amount

    def of(self, names: Iterable[str], unit: str) -> dict[str, Decimal] | None:
        """What each has pledged of a unit; None where one of them has no bound, or none has pledged any of it."""
        found: dict[str, Decimal] = {}
        for name in names:
            if name not in self._of:
                return None
            found[name] = self._of[name].get(unit, NOTHING)
        return found if any(found.values()) else None


def asked(norm: Norm, bearers: Names, unit: str) -> Asked | None:
    """What a duty asks of a unit of those who bear it; None for nothing."""
    amounts = [amount.low for act in norm.acts for amount in act.amounts if amount.unit == unit and amount.low]
    if norm.modality != "duty" or len(norm.acts) != 1 or not amounts:
        return None
    return Asked(norm.number, bearers, norm.mode, needed("", norm.need, len(bearers)) if norm.mode == "number" else len(bearers), max(amounts))


def feasible(duties: Iterable[Asked], pledges: Mapping[str, Decimal]) -> bool:
    """Whether all duties can be performed within the pledges."""
    listed = list(duties)
    for choice in _choices(listed):
        left = dict(pledges)
        shared: list[Asked] = []
        enough = True
        for duty, who in zip(listed, choice, strict=True):
            if duty.mode == "sum":
                shared.append(duty)
                continue
            for name in who:
                left[name] = left.get(name, NOTHING) - duty.amount
                enough = enough and left[name] >= 0
        if enough and _flows(shared, left):
            return True
    return False


def _choices(duties: list[Asked]) -> Iterator[tuple[Names, ...]]:
    """Who performs each duty: all who bear it, or each choice of as many as it takes."""
    options: list[list[Names]] = []
    for duty in duties:
        number = 1 if duty.mode == "any" else duty.need if duty.mode == "number" else len(duty.bearers)
        options.append([duty.bearers] if duty.mode == "sum" else list(combinations(duty.bearers, min(number, len(duty.bearers)))))
    for count, choice in enumerate(product(*options)):
        if count >= _MOST_CHOICES:
            yield tuple(() for _ in duties)  # too many to tell: nothing is said to be out of reach
            return
        yield choice


def _flows(duties: list[Asked], pledges: Mapping[str, Decimal]) -> bool:
    """Whether amounts that several owe together can all be met: for every set of these duties, those who bear any of them have pledged enough (Hall)."""
    for size in range(1, len(duties) + 1):
        for some in combinations(duties, size):
            bearing = {name for duty in some for name in duty.bearers}
            if sum((pledges.get(name, NOTHING) for name in bearing), NOTHING) < sum((duty.amount for duty in some), NOTHING):
                return False
    return True
