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

from collections.abc import Iterable, Iterator

from clausekit.checks.amounts import counted_in, parts_of, unit_of_action
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.amounts import Formula
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
        action = unit_of_action(survey, name) if name is not None else None
        if action is not None:
            # a percentage of one thing may well be a number of another: inspections, of up to 20 percent of the objects
            yield from _compared(survey, action, use.quantity, use.quantity.unit, _numbers(use.quantity.formula))
    for test in survey.measures:
        if isinstance(test.test, Compares):
            measure = survey.vocabulary.declared.get(key(test.test.measure))
            if isinstance(measure, Measure):
                formula = test.test.formula
                yield from _compared(survey, measure, test.test, test.test.unit, parts_of(formula) if formula is not None else ())


def _numbers(formula: Formula | None) -> Iterable[Formula]:
    return (part for part in parts_of(formula) if part.kind == "number") if formula is not None else ()


def _compared(survey: Survey, declared: Action | Measure, part: Part, unit: str | None, formulas: Iterable[Formula]) -> Iterator[Diagnostic]:
    if declared.unit is None:
        return
    for place, counted in [(part, unit), *((each, _unit_of(survey, each)) for each in formulas)]:
        if counted is not None and counted_in(counted) != counted_in(declared.unit):
            yield _found(place, counted, declared)
            return


def _unit_of(survey: Survey, formula: Formula) -> str | None:
    """What a part of a formula is counted in: its unit, or that of the measure it is taken of."""
    if formula.of is None or formula.kind == "number":
        return formula.of
    measure = survey.vocabulary.declared.get(key(formula.of))
    return measure.unit if isinstance(measure, Measure) else None


def _found(part: Part, unit: str, declared: Action | Measure) -> Diagnostic:
    return report(
        RULE,
        f"`{declared.name}` is counted in {declared.unit}, not in {unit}",
        at(part, f"in {unit}"),
        at(declared, f"in {declared.unit}"),
        help=f"give the number in {declared.unit}, or declare `{declared.name}` in {unit}",
    )
