"""Nodes of declarations → their words, in canonical spelling."""

from __future__ import annotations

from clausekit.syntax import phrases, phrases_life
from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    BodyNode,
    DeclarationNode,
    EventDeclarationNode,
    GroupNode,
    HeaderNode,
    InstrumentNode,
    MeasureNode,
    ParameterNode,
    RuleNode,
    StatusNode,
    TextDeclarationNode,
    UseNode,
)
from clausekit.syntax.phrases import joined, quotation


def declaration(item: DeclarationNode) -> str:
    """A declaration, without its full stop."""
    if isinstance(item, UseNode | ParameterNode):
        return _module(item)
    assert not isinstance(item, HeaderNode)
    display = f" {quotation(item.display)}" if item.display is not None else ""
    if isinstance(item, ActorDeclarationNode):
        pledges = f" pledging {joined([phrases.quantity(pledge) for pledge in item.pledges])}" if item.pledges else ""
        of = f" of each {item.of.text}" if item.of else ""
        return f"{item.role} {item.name.text}{of}{display}{pledges}"
    if isinstance(item, GroupNode):
        singular = f" singular {quotation(item.singular)}" if item.singular is not None else ""
        members = phrases_life.criterion(item.criterion) if item.criterion else joined([phrases.actor(member) for member in item.members])
        return f"group {item.name.text}{display}{singular} means {members}"
    if isinstance(item, BodyNode):
        return _body(item, display)
    if isinstance(item, TextDeclarationNode):
        return _text_declaration(item, display)
    if isinstance(item, InstrumentNode):
        return f"instrument {item.name.text}{display}"
    if isinstance(item, RuleNode):
        return f"rule {item.name.text}{display} means {phrases_life.rule(item)}"
    return _happening(item, display)


def _body(item: BodyNode, display: str) -> str:
    text = f"body {item.name.text}{display}"
    if item.size:
        text += f" of {item.size} members"
    if item.under:
        text += f" under {item.under.text}"
    if item.members:
        text += f" means {joined([phrases.actor(member) for member in item.members])}"
    if item.chair:
        text += f", chaired by {item.chair.text}"
    if item.decision:
        text += f", deciding by {phrases.decision(item.decision)}"
    return text + (f" with a quorum of {item.quorum}" if item.quorum else "")


def _text_declaration(item: TextDeclarationNode, display: str) -> str:
    text = f"{item.kind} {item.name.text}{display}"
    if item.inside:
        text += f" inside {item.inside.text}"
    if item.distance and item.baseline:
        text += f" within {phrases.quantity(item.distance)} of {item.baseline.text}"
    return text + (f" means {quotation(item.meaning)}" if item.meaning is not None else "")


def _module(item: UseNode | ParameterNode) -> str:
    if isinstance(item, ParameterNode):
        return f"parameter {item.name.text}: {item.kind}"
    text = f"use {quotation(item.path)}" + (f" as {item.namespace.text}" if item.namespace else "")
    bound = [f"{each.name.text} = {quotation(each.value) if each.kind == 'text' else each.value}" for each in item.bindings]
    return text + (f" with {joined(bound)}" if bound else "")


def _happening(item: ActionNode | EventDeclarationNode | StatusNode | MeasureNode, display: str) -> str:
    if isinstance(item, ActionNode):
        noun = f" as {quotation(item.noun)}" if item.noun is not None else ""
        return f"action {item.name.text}{display}{noun}" + (f" in {item.unit.text}" if item.unit else "")
    if isinstance(item, EventDeclarationNode):
        return f"event {item.name.text}{display}" + (f" means {phrases.definition(item.meaning)}" if item.meaning else "")
    if isinstance(item, StatusNode):
        begins = f" begins on {phrases.definition(item.begins)}" if item.begins else ""
        ends = f" ends on {phrases.definition(item.ends)}" if item.ends else ""
        return f"status {item.name.text}{display}{begins}" + (" and" if begins and ends else "") + ends
    levels = f" as {joined([level.text for level in item.levels], 'or')}" if item.levels else ""
    of = (f" of each {item.of.text}" if item.of else "") + (f" part of {item.part_of.text}" if item.part_of else "")
    return f"measure {item.name.text}{of}{display}" + (f" in {item.unit.text}" if item.unit else "") + levels
