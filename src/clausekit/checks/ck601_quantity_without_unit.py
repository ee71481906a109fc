"""Amount without a unit

Nobody can say what 25,000 is until the treaty says what is counted: soldiers, rifles or rations.

Write the unit after the number. Where the action declares its unit (`action deploy forces in troops.`), a bare number is understood in it, and writing it
out is only a courtesy to the reader.

bad:
    party Ukraine.
    guarantor Poland pledging 500.  # warning: [CK601]
    action provide equipment as "provision of equipment".

    help: Poland shall provide equipment of at least 300 within 30 days of request by Ukraine.  # warning: [CK601]

good:
    party Ukraine.
    guarantor Poland pledging 500 vehicles.
    action provide equipment as "provision of equipment" in vehicles.

    help: Poland shall provide equipment of at least 300 vehicles within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.amounts import parts_of, spoken, unit_of_action
from clausekit.checks.registry import check
from clausekit.checks.survey import QuantityUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, report
from clausekit.model.amounts import Quantity
from clausekit.model.declarations import Action
from clausekit.source import Span

RULE = Rule("CK601", "quantity-without-unit", Severity.WARNING)


@check(RULE)
def quantity_without_unit(survey: Survey) -> Iterator[Diagnostic]:
    """Amounts of acts, events and pledges that do not say what they count."""
    for use in survey.quantities:
        if _bare_number(use.quantity) is not None:
            name = use.act.action if use.act else use.event.name if use.event else ""
            action = unit_of_action(survey, name) if name else None
            yield _understood(use, action) if action else _open(use, name)


def _bare_number(quantity: Quantity) -> Decimal | None:
    """The number of an amount that says nowhere what it counts; the first of several that it is worked out from."""
    if quantity.formula is None:
        return quantity.amount if quantity.unit is None else None
    leaves = [part for part in parts_of(quantity.formula) if not part.operands]
    return leaves[0].amount if all(leaf.kind == "number" and leaf.of is None for leaf in leaves) else None


def _open(use: QuantityUse, name: str) -> Diagnostic:
    what = f"the amount to {name}" if use.act else f"the amount of `{name}`" if name else "what is pledged"
    return report(
        RULE,
        f"{what} is {spoken(_bare_number(use.quantity) or Decimal(0))}, but of what?",
        at(use.quantity, "no unit"),
        help="write what is counted after the number, as in `500 troops`" + (", or declare it: `action … in troops.`" if name else ""),
    )


def _understood(use: QuantityUse, action: Action) -> Diagnostic:
    unit = action.unit or ""
    fix = None
    if use.quantity.span is not None:
        end = use.quantity.span.end
        fix = Fix(f"add `{unit}`", (Edit(Span(end, end), f" {unit}"),), "meaning")
    found = report(
        RULE,
        f"the amount names no unit; it is understood in {unit}",
        at(use.quantity, "no unit"),
        at(action, f"counted in {unit}"),
        help=f"write `{unit}` after the number",
        fix=fix,
    )
    return found._replace(severity=Severity.INFO)
