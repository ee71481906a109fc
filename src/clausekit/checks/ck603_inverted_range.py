"""Lower bound above the upper

An amount of at least 5,000 and at most 3,000 does not exist: the two bounds leave nothing between them, and the duty can never be performed.

Put the smaller number first.

bad:
    party Ukraine.
    guarantor Poland pledging 5,000 troops.
    action deploy forces as "deployment of forces" in troops.

    presence: Poland shall deploy forces of 4,000 to 3,000 troops within 30 days of request by Ukraine.  # error: [CK603]

good:
    party Ukraine.
    guarantor Poland pledging 5,000 troops.
    action deploy forces as "deployment of forces" in troops.

    presence: Poland shall deploy forces of 3,000 to 4,000 troops within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from clausekit.checks.amounts import counted_in, least, most, spoken
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Quantity

RULE = Rule("CK603", "inverted-range", Severity.ERROR)
_HELP = "put the smaller number first"
_Bound = tuple[Decimal, Quantity]


@check(RULE)
def inverted_range(survey: Survey) -> Iterator[Diagnostic]:
    """Ranges that run downwards, and bounds of one act that leave nothing between them."""
    for use in survey.quantities:
        quantity = use.quantity
        if quantity.high is not None and quantity.amount is not None and quantity.high < quantity.amount:
            yield report(
                RULE,
                f"this range runs from {spoken(quantity.amount)} down to {spoken(quantity.high)}",
                at(quantity, "nothing lies between"),
                help=_HELP,
            )
    for limb_use in survey.limbs_with_amounts:
        if len(limb_use.limb.act.quantities) > 1:
            yield from _between(limb_use.limb.act.quantities)


def _between(quantities: Iterable[Quantity]) -> Iterator[Diagnostic]:
    floors: dict[str | None, _Bound] = {}
    ceilings: dict[str | None, _Bound] = {}
    for quantity in quantities:
        if quantity.amount is None or (quantity.high is not None and quantity.high < quantity.amount):
            continue
        unit, low, high = counted_in(quantity.unit), least(quantity), most(quantity)
        if low is not None and (unit not in floors or floors[unit][0] < low):
            floors[unit] = low, quantity
        if high is not None and (unit not in ceilings or ceilings[unit][0] > high):
            ceilings[unit] = high, quantity
    for unit, (low, floor) in floors.items():
        if unit in ceilings and low > ceilings[unit][0]:
            high, ceiling = ceilings[unit]
            yield report(
                RULE,
                f"no amount is at once {spoken(low)} or more and {spoken(high)} or less",
                at(ceiling, "the upper bound"),
                at(floor, "the lower bound"),
                help=_HELP,
            )
