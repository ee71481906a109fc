"""Lower bound above the upper

An amount of at least 5,000 and at most 3,000 does not exist: the two bounds leave nothing between them, and the duty can never be performed. The same is true
of a number that a Party is to ensure.

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

from clausekit.checks.amounts import counted_as, least, limit, measured_by, most, spoken
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.part import Part
from clausekit.model.terms import Compares

RULE = Rule("CK603", "inverted-range", Severity.ERROR)
_LEAST = frozenset({"exceeds", "is at least", "is"})
_MOST = frozenset({"is below", "is at most", "is"})
_HELP = "put the smaller number first"
# What must hold a number within bounds, a limit, and where it stands.
_Bound = tuple[object, Decimal, Part]


@check(RULE)
def inverted_range(survey: Survey) -> Iterator[Diagnostic]:
    """Ranges that run downwards, and bounds of one act, or of one measure that is to be ensured, that leave nothing between them."""
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
        quantities = [each for each in limb_use.limb.act.quantities if each.high is None or each.amount is None or each.high >= each.amount]
        if len(quantities) > 1:
            floors: list[_Bound] = [(counted_as(each), low, each) for each in quantities if (low := least(each)) is not None]
            ceilings: list[_Bound] = [(counted_as(each), high, each) for each in quantities if (high := most(each)) is not None]
            yield from _between(floors, ceilings)
    for ensuring in survey.limbs_that_ensure:
        tests = [test for test in _ensured(ensuring.limb.act) if limit(test) is not None]
        if len(tests) > 1:
            floors = [(_measured(each), limit(each) or Decimal(0), each) for each in tests if each.comparator in _LEAST]
            ceilings = [(_measured(each), limit(each) or Decimal(0), each) for each in tests if each.comparator in _MOST]
            yield from _between(floors, ceilings)


def _ensured(act: Act) -> Iterator[Compares]:
    """The comparisons that must all be true."""
    for condition in act.ensured:
        if len(condition.alternatives) == 1:
            yield from (atom for atom in condition.alternatives[0] if isinstance(atom, Compares))


def _measured(test: Compares) -> object:
    return test.measure, test.roles, measured_by(test)


def _between(floors: Iterable[_Bound], ceilings: Iterable[_Bound]) -> Iterator[Diagnostic]:
    highest: dict[object, _Bound] = {}
    lowest: dict[object, _Bound] = {}
    for bound in floors:
        highest[bound[0]] = max(highest.get(bound[0], bound), bound, key=lambda each: each[1])
    for bound in ceilings:
        lowest[bound[0]] = min(lowest.get(bound[0], bound), bound, key=lambda each: each[1])
    for what, (_, low, floor) in highest.items():
        if what in lowest and low > lowest[what][1]:
            _, high, ceiling = lowest[what]
            yield report(
                RULE,
                f"no amount is at once {spoken(low)} or more and {spoken(high)} or less",
                at(ceiling, "the upper bound"),
                at(floor, "the lower bound"),
                help=_HELP,
            )
