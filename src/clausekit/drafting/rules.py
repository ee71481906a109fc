"""Decision rules of a treaty → what its draft says they mean."""

from __future__ import annotations

from clausekit.drafting.wording import Wording
from clausekit.model.declarations import Rule, RuleCondition, RuleStep
from clausekit.model.terms import Actor


def rule_meaning(wording: Wording, rule: Rule) -> str:
    """`“Qualified Majority” means a decision taken by two thirds of the Council; failing that, after 24 hours, by …`."""
    steps = [_step(wording, step) for step in rule.steps]
    return wording.say("rule_means", term=wording.grammar.bare(wording.naming.rule(rule.name)), steps=steps)


def _step(wording: Wording, step: RuleStep) -> str:
    after = wording.amounts.period(step.after) if step.after is not None else ""
    conditions = [_condition(wording, condition, first=not index) for index, condition in enumerate(step.conditions)]
    return wording.say("rule_step", after=after, conditions=conditions)


def _condition(wording: Wording, condition: RuleCondition, *, first: bool) -> str:
    amounts = wording.amounts
    vote = condition.vote
    return wording.say(
        f"rule_{condition.kind}",
        first=first,
        decided=amounts.decision(vote) if vote is not None else "",
        votes=amounts.vote(vote) if vote is not None else "",
        actors=_whom(wording, condition.actors),
        either=_whom(wording, condition.actors, "or"),
        share=amounts.share(condition.share) if condition.share is not None else "",
        number="" if condition.number is None else wording.grammar.number(condition.number),
        within=amounts.period(condition.within) if condition.within is not None else "",
    )


def _whom(wording: Wording, actors: tuple[Actor, ...], joined_by: str = "and") -> str:
    """A rule is defined apart from every decision, so that `that Party` is whoever one of them will concern."""
    named = [
        wording.say("one_concerned", noun=wording.naming.noun(actor.name), count=None) if actor.quantifier == "that" else wording.actor(actor)
        for actor in actors
    ]
    return wording.grammar.joined(named, joined_by) if named else ""
