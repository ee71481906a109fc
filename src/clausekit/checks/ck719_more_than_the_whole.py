"""Shares that come to more than the whole

Where three States are each to bear half of one budget, somebody will pay too much or the budget is another one. The shares of one whole that different Parties
are bound to bring come to no more than all of it.

Correct the shares. A ceiling (`at most`) takes no share, and each Party may have a whole of its own: `measure liability of each Party.`

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    measure budget in euros.
    action pay.

    ukraine: Ukraine shall pay 50 percent of budget every year.
    others: Poland and Moldova severally shall pay one third of budget every year.  # warning: [CK719]

good:
    party Ukraine.
    party Poland.
    party Moldova.
    measure budget in euros.
    action pay.

    ukraine: Ukraine shall pay 50 percent of budget every year.
    others: Poland and Moldova severally shall pay one quarter of budget every year.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.amounts import SHARES
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Formula, Quantity
from clausekit.model.declarations import Measure, Term
from clausekit.model.names import key

RULE = Rule("CK719", "more-than-the-whole", Severity.WARNING)
_WHOLE = 100


@check(RULE)
def more_than_the_whole(survey: Survey) -> Iterator[Diagnostic]:
    """Percentages of one declared whole that different bearers owe by the same act, at the same time and without condition, and that add up to more than it."""
    owed: dict[object, dict[tuple[str, ...], tuple[Decimal, Quantity]]] = {}
    for use in survey.limbs_with_amounts:
        if use.within.modality == "duty" and not use.within.openings and not use.within.rung:
            for quantity in use.limb.act.quantities:
                share = _share(survey, quantity)
                if share is not None and quantity.formula is not None:
                    bearers = owed.setdefault((use.limb.act.action, quantity.formula.of, use.limb.timing), {})
                    for bearer in _bearers(survey, use):
                        if bearer not in bearers or share > bearers[bearer][0]:
                            bearers[bearer] = share, quantity
    for bearers in owed.values():
        total = sum((share for share, _ in bearers.values()), Decimal(0))
        if total > _WHOLE:
            quantities = list(dict.fromkeys(map(id, (quantity for _, quantity in bearers.values()))))
            by_identity = {id(quantity): quantity for _, quantity in bearers.values()}
            places = [by_identity[each] for each in quantities]
            yield report(
                RULE,
                f"the shares of `{places[0].formula.of if places[0].formula else ''}` come to {round(total, 1)} percent of it",
                at(places[-1], "more than the whole, with this"),
                *(at(place, "and this") for place in places[: MOST_NAMED - 1] if place is not places[-1]),
                help="correct the shares, or say that each has a whole of its own: `measure … of each Party.`",
            )


def _share(survey: Survey, quantity: Quantity) -> Decimal | None:
    """The hundredths of a whole that there is only one of; None for a ceiling, and for what each has its own of."""
    formula = quantity.formula
    if formula is None or quantity.bound == "at most" or formula.of is None:
        return None
    whole = survey.vocabulary.declared.get(key(formula.of))
    if not (isinstance(whole, Term) or (isinstance(whole, Measure) and whole.of is None)):
        return None
    return _hundredths(formula)


def _hundredths(formula: Formula) -> Decimal | None:
    if formula.kind == "percent of":
        return formula.amount
    if formula.kind == "share of" and formula.share is not None:
        numerator, denominator = SHARES[formula.share]
        return Decimal(numerator) * _WHOLE / denominator
    return None


def _bearers(survey: Survey, use: LimbUse) -> list[tuple[str, ...]]:
    """Those who each owe the share: every actor of its own, or several as one."""
    bearer = use.within.bearer
    bound = survey.actors_bound(bearer)
    if bearer is None or not bound:
        return []
    several = bearer.manner == "severally" or any(actor.quantifier == "each" for actor in bearer.actors.members)
    return [(name,) for name in bound] if several else [bound]
