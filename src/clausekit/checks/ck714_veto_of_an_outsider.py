"""Veto of one who has no vote

A rule that lets a decision stand only `without objection by` somebody gives that one a veto. Where it is no member of the body that votes, the body depends on
an outsider. That may be meant, and is then worth a second look; more often the list of members, or the name, is wrong.

Name a member of the body, or put the one that is named into it.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    group Eastern Members means Ukraine, Moldova and Georgia.
    body Council means Eastern Members, deciding by Council Rule.
    rule Council Rule means two thirds of the Council, without objection by Poland.  # warning: [CK714]
    action admit members.

    growth: The Council may admit members at any time.
    talks: Poland shall consult every 6 months.

good:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    group Eastern Members means Ukraine, Moldova and Georgia.
    body Council means Eastern Members, deciding by Council Rule.
    rule Council Rule means two thirds of the Council, without objection by Georgia.
    action admit members.

    growth: The Council may admit members at any time.
    talks: Poland shall consult every 6 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import sitting_in, voters
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK714", "veto-of-an-outsider", Severity.WARNING)


@check(RULE)
def veto_of_an_outsider(survey: Survey) -> Iterator[Diagnostic]:
    """Holders of a veto who are not among those that vote, where all of these are known."""
    for rule in survey.treaty.rules:
        for step in rule.steps:
            names = list(dict.fromkeys(vote.of for vote in voters(step.conditions) if vote.of is not None))
            known = [sitting_in(survey, name) for name in names]
            members = {each for found in known if found is not None for each in found}
            for condition in step.conditions:
                if condition.kind != "veto" or None in known or not members:
                    continue
                for actor in condition.actors:
                    outside = [each for each in survey.vocabulary.members(actor.name) if each not in members]
                    if outside:
                        yield report(
                            RULE,
                            f"{listed(f'`{each}`' for each in outside)} can stop a decision of {listed(f'`{name}`' for name in names)}, and has no vote in it",
                            at(condition, "its objection is enough"),
                            help="name a member of the body, or put the one that is named into it",
                        )
