"""Excluded and required at once

A vote that must include Georgia, and from which Georgia is excluded, can never be taken. The same is true of `at least 3 Parties other than Georgia, including
Georgia`.

Take it out of one of the two.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    body Council means the Parties, deciding by Council Rule.
    rule Council Rule means two thirds of the Council, including Georgia, excluding Georgia.  # error: [CK715]
    action admit members.

    growth: The Council may admit members at any time.

good:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    body Council means the Parties, deciding by Council Rule.
    rule Council Rule means two thirds of the Council, including Ukraine, excluding Georgia.
    action admit members.

    growth: The Council may admit members at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.part import Part
from clausekit.model.terms import Actor

RULE = Rule("CK715", "excluded-and-required", Severity.ERROR)


@check(RULE)
def excluded_and_required(survey: Survey) -> Iterator[Diagnostic]:
    """Actors that a rule, or a list of actors, both asks for and leaves out."""
    for rule in survey.treaty.rules:
        for step in rule.steps:
            required = [actor for condition in step.conditions if condition.kind == "including" for actor in condition.actors]
            excluded = [actor for condition in step.conditions if condition.kind == "excluding" for actor in condition.actors]
            yield from _both(survey, required, excluded, step)
    for actors, _ in survey.composed:
        yield from _both(survey, actors.including, actors.excluding, actors)


def _both(survey: Survey, required: Iterable[Actor], excluded: Iterable[Actor], part: Part) -> Iterator[Diagnostic]:
    named = [actor for actor in excluded if actor.quantifier != "that" and not actor.other]  # who `that Party` is, only the case shows
    left_out = {name: actor for actor in named for name in (*survey.vocabulary.members(actor.name), actor.name)}
    for actor in required if left_out else ():
        both = [name for name in survey.vocabulary.members(actor.name) or (actor.name,) if name in left_out]
        if both:
            yield report(
                RULE,
                f"{listed(f'`{name}`' for name in both)} {'is' if len(both) == 1 else 'are'} both asked for and left out",
                at(actor if actor.span is not None else part, "asked for"),
                at(left_out[both[0]], "left out"),
                help="take it out of one of the two",
            )
