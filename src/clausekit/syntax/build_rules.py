"""Grammar rules → nodes: decisions and the rules they are taken by. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from clausekit.syntax.build_formulas import spelled_share
from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    DecisionNode,
    Name,
    PeriodNode,
    RuleConditionNode,
    RuleNode,
    RuleStepNode,
    ShareNode,
    Token,
)
from clausekit.syntax.spelling import quoted_or_none


def consensus(start: int, end: int) -> DecisionNode:
    return DecisionNode("consensus", "", start, end)


def unanimity(start: int, end: int) -> DecisionNode:
    return DecisionNode("unanimity", "", start, end)


def majority(start: int, end: int) -> DecisionNode:
    return DecisionNode("majority", "", start, end)


def fraction(start: int, end: int, words: Token) -> DecisionNode:
    return DecisionNode("fraction", words.text.lower(), start, end)


def percent_vote(start: int, end: int, number: Token) -> DecisionNode:
    return DecisionNode("percent", "", start, end, number.text)


def by_rule(start: int, end: int, named: Name) -> DecisionNode:
    return DecisionNode("rule", "", start, end, "", named)


def majority_of(start: int, end: int, voters: Name) -> DecisionNode:
    return DecisionNode("majority", "", start, end, "", voters)


def share_of(start: int, end: int, _: Token | None, share: Token, voters: Name) -> DecisionNode:
    if share.type == "NUMBER":
        return DecisionNode("percent", "", start, end, share.text, voters)
    return DecisionNode("fraction", spelled_share(share), start, end, "", voters)


def number_of(start: int, end: int, _: Token, number: str, voters: Name) -> DecisionNode:
    return DecisionNode("at least", "", start, end, number, voters)


def number_included(start: int, end: int, _: Token, number: str, voters: Name, voting: Token | None) -> DecisionNode:
    return DecisionNode("at least", "", start, end, number, voters, _voting(voting))


def vote(start: int, end: int, decided: DecisionNode, voting: Token | None) -> DecisionNode:
    return decided._replace(voting=_voting(voting), end=end)


def reversed(start: int, end: int, decided: DecisionNode) -> DecisionNode:  # noqa: A001  the name of its rule
    return decided._replace(reverse=True, start=start)


def rule(start: int, end: int, name: Name, display: Token | None, steps: tuple[RuleStepNode, ...]) -> RuleNode:
    return RuleNode(name, quoted_or_none(display), steps, start, end)


def rule_body(start: int, end: int, *parts: DecisionNode | RuleConditionNode | RuleStepNode) -> tuple[RuleStepNode, ...]:
    later = tuple(part for part in parts if isinstance(part, RuleStepNode))
    first = tuple(_condition(part) for part in parts if not isinstance(part, RuleStepNode))
    return (RuleStepNode(None, first, start, first[-1].end), *later)


def rule_step(start: int, end: int, after: PeriodNode | None, *parts: DecisionNode | RuleConditionNode) -> RuleStepNode:
    return RuleStepNode(after, tuple(map(_condition, parts)), start, end)


def rule_vote(start: int, end: int, decided: DecisionNode) -> RuleConditionNode:
    return RuleConditionNode("vote", decided, (), None, "", None, start, end)


def rule_including(start: int, end: int, *names: Name) -> RuleConditionNode:
    actors = tuple(ActorNode("", "", name, None, name.start, name.end) for name in names)
    return RuleConditionNode("including", None, actors, None, "", None, start, end)


def rule_having(start: int, end: int, held: ShareNode) -> RuleConditionNode:
    return RuleConditionNode("having", None, (), held, "", None, start, end)


def rule_excluding(start: int, end: int, excluded: ActorsNode) -> RuleConditionNode:
    return RuleConditionNode("excluding", None, excluded.members, None, "", None, start, end)


def rule_veto(start: int, end: int, holders: ActorsNode, limit: PeriodNode | None) -> RuleConditionNode:
    return RuleConditionNode("veto", None, holders.members, None, "", limit, start, end)


def rule_quorum(start: int, end: int, present: Token | DecisionNode) -> RuleConditionNode:
    if isinstance(present, Token):
        return RuleConditionNode("quorum", None, (), None, present.text, None, start, end)
    return RuleConditionNode("quorum", present, (), None, "", None, start, end)


def silence(start: int, end: int, rejected: DecisionNode, limit: PeriodNode | None) -> RuleConditionNode:
    return RuleConditionNode("silence", rejected, (), None, "", limit, start, end)


def _condition(part: DecisionNode | RuleConditionNode) -> RuleConditionNode:
    return rule_vote(part.start, part.end, part) if isinstance(part, DecisionNode) else part


def _voting(words: Token | None) -> str:
    return " ".join(words.text.lower().split()) if words else ""
