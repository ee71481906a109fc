"""Amount in another unit than declared

The treaty says what the amounts of an act or a measure are counted in, and this sentence counts something else. The two numbers cannot be compared, and
nobody can say whether the duty is performed or the ceiling exceeded.

Use the declared unit, or declare another.

bad:
    party Ukraine.
    guarantor Poland pledging 5,000 troops.
    action deploy forces as "deployment of forces" in troops.

    presence: Poland shall deploy forces of at least 3 brigades within 30 days of request by Ukraine.  # error: [CK602]

good:
    party Ukraine.
    guarantor Poland pledging 5,000 troops.
    action deploy forces as "deployment of forces" in troops.

    presence: Poland shall deploy forces of at least 3,000 troops within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.amounts import counted_in, unit_of_action
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Action, Measure
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.terms import Compares

RULE = Rule("CK602", "unit-mismatch", Severity.ERROR)


@check(RULE)
def unit_mismatch(survey: Survey) -> Iterator[Diagnostic]:
    """Amounts of acts and events, and limits of measures, in another unit than their declaration gives."""
    for use in survey.quantities:
        name = use.act.action if use.act else use.event.name if use.event else None
        if name is not None and use.quantity.unit is not None:
            action = unit_of_action(survey, name)
            if action is not None and counted_in(action.unit) != counted_in(use.quantity.unit):
                yield _found(use.quantity, use.quantity.unit, action)
    for test in survey.measures:
        if isinstance(test.test, Compares) and test.test.unit is not None:
            measure = survey.vocabulary.declared.get(key(test.test.measure))
            if isinstance(measure, Measure) and measure.unit is not None and counted_in(measure.unit) != counted_in(test.test.unit):
                yield _found(test.test, test.test.unit, measure)


def _found(part: Part, unit: str, declared: Action | Measure) -> Diagnostic:
    return report(
        RULE,
        f"`{declared.name}` is counted in {declared.unit}, not in {unit}",
        at(part, f"in {unit}"),
        at(declared, f"in {declared.unit}"),
        help=f"give the number in {declared.unit}, or declare `{declared.name}` in {unit}",
    )
