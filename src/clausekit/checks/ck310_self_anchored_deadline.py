"""Deadline counted from the act it bounds

A deadline that begins when the act is done begins too late to press anybody: until the act is done the time does not run, and once it is done nothing is
left to be late.

Count from something else that happens first: a request, a notification, entry into force.

bad:
    party Ukraine.
    party Russia.
    action return prisoners as "return of prisoners".

    prisoners: Russia shall return prisoners within 30 days of return of prisoners by Russia.  # error: [CK310]

good:
    party Ukraine.
    party Russia.
    action return prisoners as "return of prisoners".

    prisoners: Russia shall return prisoners within 30 days of return of prisoners by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import StatementUse, Survey, TimingUse
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.terms import Actors, EventTerm
from clausekit.model.vocabulary import NOUN_OF_ACT

RULE = Rule("CK310", "self-anchored-deadline", Severity.ERROR)
# Forms that name the time of an act by what happens.
_COUNTING = ("within", "exactly", "on", "first day of month", "at the same time as")
# What happens to a clause when its duty is, or is not, performed.
_OUTCOMES = frozenset({"fulfilment", "violation", "performance", "failure"})


@check(RULE)
def self_anchored_deadline(survey: Survey) -> Iterator[Diagnostic]:
    """Deadlines that count from the bearer's own doing of the act, or from what becomes of the very clause they stand in."""
    acts = survey.once(_acts)
    for use in survey.timed(_COUNTING):
        anchor = use.timing.anchor
        if anchor is None or anchor.name not in acts or use.limb is None or not isinstance(use.stated, StatementUse):
            continue
        act = use.limb.act
        if anchor.name in (act.action, NOUN_OF_ACT.get(act.action.lower())):
            circular = not _comes_first(anchor, act) and _of_the_same(act, anchor) and _by_the_bearer(survey, use.stated, anchor)
        else:
            circular = anchor.name in _OUTCOMES and _of_this_clause(survey, use, anchor)
        if circular:
            yield report(
                RULE,
                f"the deadline to {act.action} begins to run only once that has been done or missed",
                at(use.timing, "counts from the act itself"),
                at(act, "the act"),
                help="count from an event that comes before the act, such as a request or entry into force",
            )


def _acts(survey: Survey) -> frozenset[str]:
    """Every name by which an act, or what becomes of a clause, is spoken of as an event."""
    return _OUTCOMES.union(NOUN_OF_ACT.values(), (action.name for action in survey.treaty.actions), (act.action for act, _ in survey.unknown_acts))


def _comes_first(anchor: EventTerm, act: Act) -> bool:
    """Whether the deadline counts from the beginning of what is then to be completed."""
    return anchor.aspect == "begin" and act.aspect != "begin"


def _of_the_same(act: Act, anchor: EventTerm) -> bool:
    """Whether act and event concern the same clauses: a bare `ratification` is that of the treaty."""
    return act.cited == anchor.references or (not anchor.references and all(reference.kind == "treaty" for reference in act.cited))


def _by_the_bearer(survey: Survey, stated: StatementUse, anchor: EventTerm) -> bool:
    """Whether only the bearer, a single actor, does what the deadline counts from."""
    bound = survey.actors_bound(stated.bearer)
    if len(bound) != 1:
        return False
    doers = next((role.actors for role in anchor.roles if role.preposition == "by"), None)
    return doers is None or _is_only(survey, doers, bound[0])


def _is_only(survey: Survey, doers: Actors, name: str) -> bool:
    return all(survey.vocabulary.members(actor.name) == (name,) for actor in doers.members)


def _of_this_clause(survey: Survey, use: TimingUse, anchor: EventTerm) -> bool:
    if use.provision is None or not anchor.references or (isinstance(use.stated, StatementUse) and use.stated.rung):
        return False
    places = [survey.citations.find(reference, use.provision) for reference in anchor.references]
    return all(place is not None and place.provision is not None and place.provision.clause is use.provision.clause for place in places)
