"""A parameter that nobody gave a value → what stands in its place while its file is looked at by itself.

The checks see an ordinary value, and the printer one by which the name is known again. Neither is ever part of a treaty.
"""

from __future__ import annotations

from datetime import date, timedelta

from clausekit.modules.kinds import Value, name_value
from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    ActorNode,
    BodyNode,
    ClauseNode,
    CriterionNode,
    DecisionNode,
    EventDeclarationNode,
    GroupNode,
    InstrumentNode,
    ItemNode,
    Name,
    ParameterNode,
    ProseNode,
    RuleConditionNode,
    RuleNode,
    RuleStepNode,
    TextDeclarationNode,
)
from clausekit.syntax.phrases import quotation

_FIRST_DISTINCTIVE = 900_001


def sober(parameter: ParameterNode) -> Value:
    """An ordinary value for a parameter of a file that is looked at by itself. It is seen by the checks alone, and is in no draft."""
    ordinary = {"period": "30 days", "number": "2", "date": "2030-01-01", "text": quotation(parameter.name.text)}
    return Value(parameter.kind, ordinary[parameter.kind]) if parameter.kind in ordinary else name_value(parameter.name.text)


def distinctive(number: int, kind: str) -> str:
    """A value by which a parameter is known again, as it is written. `number` tells it from the others of its file."""
    if kind == "date":
        return (date(9001, 1, 1) + timedelta(days=number)).isoformat()
    if kind == "text":
        return quotation(f"\ue000{number}\ue000")
    return f"{_FIRST_DISTINCTIVE + number}{' days' if kind == 'period' else ''}"


def declaration_of(parameter: ParameterNode) -> ItemNode | None:
    """What a parameter of a file that is looked at by itself declares, as ordinary as can be; None for what is written out where it stands."""
    name, place = parameter.name, (parameter.start, parameter.end)
    parties = (ActorNode("", "", Name("Parties", *place), None, *place),)
    some = CriterionNode(Name("Party", *place), name.text, None, None, "", "", *place)  # nobody knows who they are
    plain = DecisionNode("consensus", "", *place)
    step = RuleStepNode(None, (RuleConditionNode("vote", plain, (), None, "", None, *place),), *place)
    party = ActorDeclarationNode("party", name, None, (), *place)
    ordinary: dict[str, ItemNode] = {
        "group": GroupNode(name, None, None, (), *place, some),
        "party": party,
        "actor": party,
        "body": BodyNode(name, None, parties, plain, "", *place),
        "zone": TextDeclarationNode("zone", name, None, name.text, *place),
        "instrument": InstrumentNode(name, None, *place),
        "rule": RuleNode(name, None, (step,), *place),
        "clause": ClauseNode(name, ProseNode(name.text, "", *place), *place),
        "event": EventDeclarationNode(name, None, None, *place),
        "action": ActionNode(name, None, None, None, *place),
    }
    return ordinary.get(parameter.kind)
