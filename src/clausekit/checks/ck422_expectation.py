"""Expectation that does not hold

The treaty was expected to bring something about, or to rule it out, and it does not: there is a course of events in which everybody concerned complies with the
treaty and it turns out otherwise. The course of events is told day by day, and can be played with `clausekit simulate`.

Change the treaty so that it does what is expected of it, or expect less.

bad:
    party Alba.
    guarantor Corva.
    action assist as "assistance".
    event attack "an attack".

    help: If attack on Alba, then Corva shall assist Alba within 96 hours.

    expect "in time": if attack on Alba, then Corva shall assist Alba within 72 hours.  # error: [CK422]

good:
    party Alba.
    guarantor Corva.
    action assist as "assistance".
    event attack "an attack".

    help: If attack on Alba, then Corva shall assist Alba within 72 hours.

    expect "in time": if attack on Alba, then Corva shall assist Alba within 72 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity

RULE = Rule("CK422", "expectation", Severity.ERROR)


@check(RULE, proved="expectation")
def expectation(survey: Survey) -> Iterator[Diagnostic]:
    """Expectations that a compliant course of events refutes."""
    for told, case in survey.proved.of("expectation"):
        if told.answer.status == "refuted":
            expected = survey.treaty.expectations[told.answer.about]
            name = f'"{expected.name}"' if expected.name else "this expectation"
            message = f"{name} does not hold: everybody concerned complies, and it turns out otherwise"
            if expected.kind == "possible":
                message = f"{name} does not hold: no course of events in which everybody concerned complies brings it about"
            made = case.found(RULE, message, help="change the treaty so that it does what is expected of it, or expect less")
            places = [label for label in made.labels if label.span is not None]
            asked = {case.code.norms[number].span: said for number, said in told.asks.items() if number not in told.answer.norms}
            yield made._replace(labels=(Label(expected.span, "expected here"), *places, *(Label(span, said) for span, said in asked.items() if span)))
