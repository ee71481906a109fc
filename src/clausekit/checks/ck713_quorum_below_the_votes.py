"""Quorum below the votes that are needed

A Council of nine that needs six votes gains nothing from a quorum of four: with four in the room it may meet, and cannot decide. Either the votes are meant to
be counted among those present, or the quorum is too low.

Raise the quorum, or count the votes among those who vote: `two thirds of Council present and voting`.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    party Armenia.
    party Romania.
    body Council means the Parties, deciding by two thirds with a quorum of 3.  # warning: [CK713]
    action admit members.

    growth: The Council may admit members at any time.

good:
    party Ukraine.
    party Poland.
    party Moldova.
    party Georgia.
    party Armenia.
    party Romania.
    body Council means the Parties, deciding by two thirds with a quorum of 4.
    action admit members.

    growth: The Council may admit members at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.decisions import seats, spoken, threshold, votes_needed
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import RuleCondition
from clausekit.model.terms import Decision

RULE = Rule("CK713", "quorum-below-the-votes", Severity.WARNING)
# Consensus and unanimity may be those of whoever is present.
_COUNTED = frozenset({"majority", "fraction", "percent", "at least"})
_HELP = "raise the quorum, or count the votes among those `present and voting`"


@check(RULE)
def quorum_below_the_votes(survey: Survey) -> Iterator[Diagnostic]:
    """Quorums, of bodies and in rules, that are smaller than the number of votes needed among all the members."""
    for body in survey.treaty.bodies:
        size = seats(survey, body.name)
        if body.quorum is not None and size is not None and body.decision is not None and _of_all(body.decision):
            needed = votes_needed(body.decision, size)
            if body.quorum < needed <= size:
                yield report(
                    RULE,
                    f"`{body.name}` may meet with {body.quorum} of {size} members, and needs {needed} votes to decide",
                    at(body, f"decides by {spoken(body.decision)}"),
                    help=_HELP,
                )
    for rule in survey.treaty.rules:
        for step in rule.steps:
            votes = [each for each in step.conditions if each.kind == "vote" and each.vote is not None and _of_all(each.vote)]
            for quorum in (each for each in step.conditions if each.kind == "quorum"):
                yield from _in_rule(survey, quorum, votes)


def _in_rule(survey: Survey, quorum: RuleCondition, votes: list[RuleCondition]) -> Iterator[Diagnostic]:
    for condition in votes:
        vote = condition.vote
        assert vote is not None
        size = seats(survey, vote.of) if vote.of is not None else None
        present = quorum.number if quorum.number is not None else None
        if present is not None and size is not None:
            below = present < votes_needed(vote, size) <= size
        else:
            below = quorum.vote is not None and quorum.vote.of == vote.of and _share(quorum.vote) < _share(vote)
        if below:
            yield report(
                RULE,
                f"with no more than the quorum present, {spoken(vote)} cannot be reached",
                at(quorum, "the quorum"),
                at(condition, "the votes needed"),
                help=_HELP,
            )
            return


def _of_all(vote: Decision) -> bool:
    return vote.kind in _COUNTED and not vote.voting and not vote.reverse


def _share(vote: Decision) -> Decimal:
    return threshold(vote) or Decimal(0)
