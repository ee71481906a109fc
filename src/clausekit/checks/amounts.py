"""Amounts and pledges → whether they are counted in the same unit, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from operator import add, sub

from clausekit.checks.survey import Survey
from clausekit.model.amounts import Formula, Quantity
from clausekit.model.declarations import Action
from clausekit.model.names import key, singular_of
from clausekit.model.terms import Compares

# A share as a numerator and a denominator.
SHARES = {
    "one half": (1, 2), "one third": (1, 3), "two thirds": (2, 3), "one quarter": (1, 4), "three quarters": (3, 4), "three fifths": (3, 5),
    "four fifths": (4, 5),
}  # fmt: skip
# How two amounts make one.
_MADE: dict[str, Callable[[Decimal, Decimal], Decimal]] = {"smaller": min, "larger": max, "plus": add, "minus": sub}


# A treaty counts in a few units, and asks of them often.
@lru_cache(maxsize=1024)
def counted_in(unit: str | None) -> str | None:
    """A unit as it is compared: without regard to case or number."""
    if unit is None:
        return None
    plain = key(unit)
    return singular_of(plain) or plain


def unit_of_action(survey: Survey, action: str) -> Action | None:
    """The declaration of an action that says what its amounts are counted in."""
    declared = survey.vocabulary.declared.get(key(action))
    return declared if isinstance(declared, Action) and declared.unit is not None else None


def least(quantity: Quantity) -> Decimal | None:
    """The least amount that satisfies a quantity, in what `counted_as` says; None for one that only sets a ceiling, or that nobody can work out yet."""
    return None if quantity.bound == "at most" else _number(quantity)


def most(quantity: Quantity) -> Decimal | None:
    """The greatest amount that satisfies a quantity, in what `counted_as` says; None for one that only sets a floor, or that nobody can work out yet."""
    return None if quantity.bound == "at least" else _number(quantity) if quantity.high is None else quantity.high


def counted_as(quantity: Quantity) -> str | None:
    """What a quantity is a number of: its unit, or hundredths of a measure. Two of one kind can be compared."""
    if quantity.formula is None:
        return counted_in(quantity.unit)
    worked_out = _worked_out(quantity.formula)
    return worked_out[0] if worked_out else None


def _number(quantity: Quantity) -> Decimal | None:
    if quantity.formula is None:
        return quantity.amount
    worked_out = _worked_out(quantity.formula)
    return worked_out[1] if worked_out else None


def limit(test: Compares) -> Decimal | None:
    """The number a measure is compared with, in what `measured_by` says; None when nobody can work it out yet."""
    if test.formula is None:
        return test.amount
    worked_out = _worked_out(test.formula)
    return worked_out[1] if worked_out else None


def measured_by(test: Compares) -> str | None:
    """What a measure is compared with: a plain number (None), a number of a unit, or hundredths of another measure."""
    if test.formula is None:
        return counted_in(test.unit)
    worked_out = _worked_out(test.formula)
    return worked_out[0] if worked_out else None


def _worked_out(formula: Formula) -> tuple[str | None, Decimal] | None:
    """What an amount comes to, and what it is a number of; None when that hangs on what is not written in the treaty."""
    if formula.kind == "number" and formula.amount is not None:
        return counted_in(formula.of), formula.amount
    if formula.kind == "percent of" and formula.amount is not None:
        return f"percent of {counted_in(formula.of)}", formula.amount
    if formula.kind == "share of" and formula.share is not None:
        numerator, denominator = SHARES[formula.share]
        return f"percent of {counted_in(formula.of)}", Decimal(100 * numerator) / denominator
    if len(formula.operands) != 2 or formula.rounded:
        return None
    one, other = map(_worked_out, formula.operands)
    if one is None or other is None or one[0] != other[0]:
        return None
    made = _MADE.get(formula.kind)
    return None if made is None else (one[0], made(one[1], other[1]))


def parts_of(formula: Formula) -> Iterator[Formula]:
    """A formula and all that it is made of."""
    yield formula
    for operand in formula.operands:
        yield from parts_of(operand)


def spoken(amount: Decimal) -> str:
    """An amount in figures, with its thousands set apart: `25,000`."""
    return f"{amount:,}"


def pledged(survey: Survey, name: str, unit: str) -> Decimal | None:
    """What an actor pledges in `unit`, as `counted_in` gives it: nothing where it pledges only other things, None where it pledges nothing at all."""
    pledges = survey.once(_pledges).get(name)
    return None if pledges is None else pledges.get(unit, Decimal(0))


def _pledges(survey: Survey) -> dict[str, dict[str | None, Decimal]]:
    """By actor and unit, what was pledged in all; the most of it, where a range was."""
    pledges: dict[str, dict[str | None, Decimal]] = {}
    for actor in survey.treaty.actors:
        for pledge in actor.pledges:
            totals = pledges.setdefault(actor.name, {})
            unit = counted_as(pledge)
            amount = _number(pledge) if pledge.high is None else pledge.high
            if amount is not None:  # what is worked out from what is not known cannot be added up
                totals[unit] = totals.get(unit, Decimal(0)) + amount
    return pledges
