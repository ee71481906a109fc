"""Measure or level that is not declared so

A condition such as `if threat level is high` can be decided only if everybody knows what is measured and which levels
there are. A misspelt measure is never met; a level that is not on the scale, a level asked of a number, or a number
asked of a scale cannot be met.

Correct the name, compare as the measure is declared, or add the level to its declaration.

bad:
    party Ukraine.
    party Poland.
    measure threat level as low, medium or high.
    action consult.

    first: If threat level is medium, then the Parties shall consult within 5 days.
    watch: If threat level is severe, then the Parties shall consult within 2 days.  # error: [CK205]

good:
    party Ukraine.
    party Poland.
    measure threat level as low, medium or high.
    action consult.

    first: If threat level is medium, then the Parties shall consult within 5 days.
    watch: If threat level is high, then the Parties shall consult within 2 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import misspelt
from clausekit.checks.registry import check
from clausekit.checks.survey import MeasureUse, Survey
from clausekit.checks.wording import at, listed, respelled
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Measure
from clausekit.model.names import NearNames, key
from clausekit.model.terms import Level

RULE = Rule("CK205", "unknown-measure", Severity.ERROR)


@check(RULE)
def unknown_measure(survey: Survey) -> Iterator[Diagnostic]:
    """Misspelt measures, and comparisons that the declaration of their measure does not allow."""
    yield from misspelt(survey, RULE, "measure", "no measure has this name")
    for use in survey.measures:
        if use.found is None:
            if isinstance(use.test, Level):
                yield from _of_something_else(survey, use)
            continue
        declared = survey.vocabulary.declared.get(key(use.found.name))
        if not isinstance(declared, Measure):
            yield _not_a_measure(use, use.found.kind)
        elif isinstance(use.test, Level):
            yield from _level(survey, use.test, declared)
        elif declared.levels:
            yield report(
                RULE,
                f"`{declared.name}` is a scale of levels, and cannot be compared with a number",
                at(use.test, "compared with a number"),
                at(declared, f"measured as {listed(declared.levels, 'or')}"),
                help=f"name a level, as in `if {declared.name} is {declared.levels[-1]}`",
            )


def _level(survey: Survey, test: Level, declared: Measure) -> Iterator[Diagnostic]:
    if key(test.level) in {key(level) for level in declared.levels}:
        return
    if not declared.levels:
        yield report(
            RULE,
            f"`{declared.name}` is measured by a number, so it cannot be `{test.level}`",
            at(test, "compared with a level"),
            at(declared, "declared without levels"),
            help=f"compare it with a number, as in `if {declared.name} exceeds 10`, or declare its levels: `measure {declared.name} as low or {test.level}.`",
        )
        return
    near = NearNames(declared.levels).nearest(test.level)
    yield report(
        RULE,
        f"`{test.level}` is not a level of `{declared.name}`",
        at(test, f"`{declared.name}` is measured as {listed(declared.levels, 'or')}"),
        at(declared, f"did you mean `{near}`?" if near else "its levels are declared here"),
        help=f"did you mean `{near}`?" if near else f"use one of its levels, or declare `{test.level}` among them",
        fix=respelled(survey.source, (test,), test.level, near) if near else None,
    )


def _of_something_else(survey: Survey, use: MeasureUse) -> Iterator[Diagnostic]:
    """`if armed attack is grave`: what is known is an event or an actor, of which nothing can be measured."""
    found = survey.vocabulary.happening(use.test.measure) or survey.vocabulary.who(use.test.measure)
    if found is not None:
        yield _not_a_measure(use, found.kind)


def _not_a_measure(use: MeasureUse, kind: str) -> Diagnostic:
    what = {"zone": "a zone", "term": "a defined term", "event": "an event", "action": "an act", "status": "a status"}.get(kind, "no measure")
    return report(
        RULE,
        f"`{use.test.measure}` is {what}: nothing is measured by it",
        at(use.test, "compared as if it were a measure"),
        help=f"declare a measure by another name, or name the event that you mean, as in `event {_event_name(use)}.`",
    )


def _event_name(use: MeasureUse) -> str:
    return f"{use.test.level} {use.test.measure}" if isinstance(use.test, Level) else f"high {use.test.measure}"
