"""Amounts and pledges → whether they are counted in the same unit, and what they come to."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from clausekit.checks.survey import Survey
from clausekit.model.amounts import Quantity
from clausekit.model.declarations import Action
from clausekit.model.names import key, singular_of


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
    """The least amount that satisfies a quantity; None for one that only sets a ceiling."""
    return None if quantity.bound == "at most" else quantity.amount


def most(quantity: Quantity) -> Decimal | None:
    """The greatest amount that satisfies a quantity; None for one that only sets a floor."""
    return None if quantity.bound == "at least" else quantity.amount if quantity.high is None else quantity.high


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
            unit = counted_in(pledge.unit)
            amount = pledge.amount if pledge.high is None else pledge.high
            if amount is not None:  # a pledge that is worked out cannot be added up
                totals[unit] = totals.get(unit, Decimal(0)) + amount
    return pledges
