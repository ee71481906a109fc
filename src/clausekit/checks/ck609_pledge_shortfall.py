"""More asked for than was pledged

What a guarantor pledges is the most that it can be asked for. A duty to deploy 25,000 troops, borne by States that together pledge 18,000, cannot be performed
by anybody who keeps to its pledge, and the shortfall will appear on the day the troops are needed.

Raise the pledges, lower the amount, or bind more guarantors.

bad:
    party Ukraine.
    guarantor France pledging 10,000 troops.
    guarantor Poland pledging 8,000 troops.
    action deploy forces as "deployment of forces" in troops.

    presence: The Guarantors jointly shall deploy forces of at least 25,000 troops within 30 days of request by Ukraine.  # warning: [CK609]

good:
    party Ukraine.
    guarantor France pledging 10,000 troops.
    guarantor Poland pledging 8,000 troops.
    action deploy forces as "deployment of forces" in troops.

    presence: The Guarantors jointly shall deploy forces of at least 15,000 troops within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.amounts import counted_as, counted_in, least, pledged, spoken, unit_of_action
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import MOST_NAMED, at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Quantity
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK609", "pledge-shortfall", Severity.WARNING)


class _Asked(NamedTuple):
    """What a duty asks, and what those bound pledged in its unit, none of them having pledged nothing at all."""

    use: LimbUse
    quantity: Quantity
    unit: str
    pledges: dict[str, Decimal]


@check(RULE)
def pledge_shortfall(survey: Survey) -> Iterator[Diagnostic]:
    """Duties of an amount that their bearers, each with a pledge, have not pledged: each for itself, or all together."""
    pledges: dict[tuple[str, tuple[str, ...]], dict[str, Decimal]] = {}
    for use in survey.limbs_with_amounts:
        if use.within.modality == "duty":
            bound = survey.actors_bound(use.within.bearer)
            for quantity in use.limb.act.quantities:
                unit = _unit(survey, use, quantity)
                if unit is not None and least(quantity) is not None:
                    if (unit, bound) not in pledges:
                        pledges[unit, bound] = _pledges(survey, unit, bound)
                    if pledges[unit, bound]:
                        yield from _compared(survey, _Asked(use, quantity, unit, pledges[unit, bound]))


def _unit(survey: Survey, use: LimbUse, quantity: Quantity) -> str | None:
    counted = counted_as(quantity)
    if counted is not None:
        return counted
    action = unit_of_action(survey, use.limb.act.action)
    return counted_in(action.unit) if action else None


def _pledges(survey: Survey, unit: str, bound: tuple[str, ...]) -> dict[str, Decimal]:
    """What each pledges in the unit. Nothing to compare with when one pledges nothing whatever: its contribution has no bound; or when none pledges this."""
    found: dict[str, Decimal] = {}
    for name in bound:
        amount = pledged(survey, name, unit)
        if amount is None:
            return {}
        found[name] = amount
    return found if any(found.values()) else {}


def _compared(survey: Survey, asked: _Asked) -> Iterator[Diagnostic]:
    amount = least(asked.quantity)
    assert amount is not None
    if _each_for_itself(asked.use):
        short = {name: pledge for name, pledge in asked.pledges.items() if pledge < amount}
        if short:
            yield _found(survey, asked, short, f"are asked of each, and not all pledge so many: {_figures(short)}")
    else:
        total = sum(asked.pledges.values(), Decimal(0))
        if total < amount:
            many = f"those bound pledge {spoken(total)} together: {_figures(asked.pledges)}"
            one = f"{next(iter(asked.pledges))} pledges {spoken(total)}"
            yield _found(survey, asked, asked.pledges, f"are asked for, and {one if len(asked.pledges) == 1 else many}")


def _each_for_itself(use: LimbUse) -> bool:
    bearer = use.within.bearer
    if bearer is None:
        return False
    return bearer.manner == "severally" or any(actor.quantifier == "each" for actor in bearer.actors.members)


def _figures(pledges: dict[str, Decimal]) -> str:
    """The pledges in words: `France 10,000 and Poland 8,000`."""
    return listed(f"{name} {spoken(amount)}" for name, amount in pledges.items())


def _found(survey: Survey, asked: _Asked, short: dict[str, Decimal], said: str) -> Diagnostic:
    declared = [survey.vocabulary.actor(name) for name in list(short)[:MOST_NAMED]]
    return report(
        RULE,
        f"{spoken(least(asked.quantity) or Decimal(0))} {asked.quantity.unit or asked.unit} {said}",
        at(asked.quantity, "asked for here"),
        *(at(actor, f"pledges {spoken(short[actor.name])}") for actor in declared if actor is not None),
        help="raise the pledges, lower the amount, or bind more guarantors",
    )
