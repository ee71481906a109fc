"""Quorum or vote larger than its body

A body whose quorum is greater than the number of its members can never meet. One that needs more votes than it has members can never decide. Whatever waits for
its decision never happens.

Lower the number, or complete the list of members.

bad:
    party Ukraine.
    party Russia.
    state Switzerland.
    body Joint Commission means Ukraine, Russia and Switzerland, deciding by a majority with a quorum of 4.  # error: [CK604]

    meetings: The Joint Commission shall meet every month.

good:
    party Ukraine.
    party Russia.
    state Switzerland.
    body Joint Commission means Ukraine, Russia and Switzerland, deciding by a majority with a quorum of 2.

    meetings: The Joint Commission shall meet every month.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.decisions import seats, sitting_in
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.part import Part
from clausekit.model.terms import Decision

MOST_SHOWN = 8
RULE = Rule("CK604", "quorum-too-large", Severity.ERROR)


@check(RULE)
def quorum_too_large(survey: Survey) -> Iterator[Diagnostic]:
    """Bodies, and groups that vote by a rule, whose members are fewer than their quorum or than the votes they need."""
    for body in survey.treaty.bodies:
        size = seats(survey, body.name)
        if size is None:
            continue
        if body.quorum is not None and body.quorum > size:
            yield report(
                RULE,
                f"`{body.name}` needs {body.quorum} members to meet and has {size}",
                at(body, _members(survey, body.name, size)),
                help=f"lower the quorum to {size} or less, or complete the list of members",
            )
        yield from _too_many(survey, body.decision, body.name, size, body)
    for rule in survey.treaty.rules:
        for step in rule.steps:
            for condition in step.conditions:
                named = condition.vote.of if condition.vote is not None else None
                if named is not None and (size := seats(survey, named)) is not None:
                    yield from _too_many(survey, condition.vote, named, size, condition)


def _too_many(survey: Survey, vote: Decision | None, name: str, size: int, part: Part) -> Iterator[Diagnostic]:
    """A number of votes that nobody can reach. A share of the members never exceeds them."""
    if vote is not None and vote.kind == "at least" and (vote.number or 0) > size:
        yield report(
            RULE,
            f"`{name}` needs {vote.number} votes and has {size} members",
            at(part, _members(survey, name, size)),
            help=f"lower the number to {size} or less, or complete the list of members",
        )


def _members(survey: Survey, name: str, size: int) -> str:
    sitting = sitting_in(survey, name)
    return f"members: {', '.join(sitting)}" if sitting is not None and size <= MOST_SHOWN else f"{size} members"
