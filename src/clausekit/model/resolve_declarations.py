"""Nodes of declarations → the vocabulary of a treaty."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from clausekit.diagnostics import Label, report
from clausekit.model import rules
from clausekit.model.declarations import (
    Action,
    Body,
    Criterion,
    DeclaredActor,
    Event,
    Group,
    Instrument,
    Measure,
    Rule,
    RuleCondition,
    RuleStep,
    Status,
    Term,
    Zone,
)
from clausekit.model.names import without_article
from clausekit.model.part import NOWHERE
from clausekit.model.resolve_terms import TermResolver
from clausekit.model.treaty import Treaty, WorkingDays
from clausekit.model.values import Values
from clausekit.source import Span
from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    BodyNode,
    CriterionNode,
    EventDeclarationNode,
    GroupNode,
    HeaderNode,
    InstrumentNode,
    ItemNode,
    MeasureNode,
    Name,
    RuleNode,
    RuleStepNode,
    SettingNode,
    StatusNode,
    TextDeclarationNode,
)

_STYLES = frozenset({"un", "eu", "bilateral", "mou"})
_REGISTERS = {"treaty": False, "political": True}


_NOWHERE = (NOWHERE, NOWHERE)
EMPTY = Treaty(
    *_NOWHERE,
    title=None, short=None, languages=(), depositary=None, political=False, style=None, done_at=None, done_on=None, immediately=None, time_zone=None,
    working_days=(),
    actors=(), groups=(), bodies=(), zones=(), terms=(), actions=(), events=(), statuses=(), measures=(), rules=(), instruments=(),
    recitals=(), clauses=(), divisions=(), scenarios=(), expectations=(), translations=(),
)  # fmt: skip
"""A treaty that says nothing."""


def names_only(items: Iterable[ItemNode]) -> Treaty:
    """A treaty that holds just the declared names: enough to look names up while the rest is read."""
    found: dict[str, list[Any]] = {}
    depositary = None
    for item in items:
        if isinstance(item, HeaderNode):
            for setting in item.settings:
                if setting.kind == "depositary":
                    depositary = setting.names[0].text
        elif type(item) in _NAMED:
            field, named = _NAMED[type(item)](item)
            found.setdefault(field, []).append(named)
    fields: dict[str, Any] = {kind: tuple(parts) for kind, parts in found.items()}
    return EMPTY._replace(**fields, depositary=depositary)


def _text_named(item: TextDeclarationNode) -> tuple[str, Zone | Term]:
    named = (*_NOWHERE, item.name.text, None, item.meaning or "")
    return ("zones", Zone(*named, None, None, None)) if item.kind == "zone" else ("terms", Term(*named))


# What is known of a declaration by its name alone: where a treaty keeps it, and the part.
_NAMED: dict[type, Callable[[Any], tuple[str, Any]]] = {
    ActorDeclarationNode: lambda item: ("actors", DeclaredActor(*_NOWHERE, item.role, item.name.text, None, (), None)),
    GroupNode: lambda item: ("groups", Group(*_NOWHERE, item.name.text, None, item.singular, (), None)),
    BodyNode: lambda item: ("bodies", Body(*_NOWHERE, item.name.text, None, (), None, None, None, None, None)),
    TextDeclarationNode: _text_named,
    InstrumentNode: lambda item: ("instruments", Instrument(*_NOWHERE, item.name.text, None)),
    RuleNode: lambda item: ("rules", Rule(*_NOWHERE, item.name.text, None, ())),
    ActionNode: lambda item: ("actions", Action(*_NOWHERE, item.name.text, None, item.noun, None)),
    EventDeclarationNode: lambda item: ("events", Event(*_NOWHERE, item.name.text, None, None)),
    StatusNode: lambda item: ("statuses", Status(*_NOWHERE, item.name.text, None, None, None)),
    MeasureNode: lambda item: ("measures", Measure(*_NOWHERE, item.name.text, None, None, tuple(level.text for level in item.levels), None, None)),
}


_action = Action
_group_criterion = Criterion
_instrument = Instrument
_rule = Rule
_rule_condition = RuleCondition
_rule_step = RuleStep
_body = Body
_declared_actor = DeclaredActor
_declared_event = Event
_group = Group
_measure = Measure
_status = Status
_term = Term
_zone = Zone


def declaration(node: Any, resolver: TermResolver) -> tuple[str, Any] | None:
    """The field of the treaty a declaration belongs to, and the part it makes; None for an item that declares nothing."""
    resolver.variables = {}
    place = (node.start, node.end)
    if isinstance(node, ActorDeclarationNode):
        pledges = resolver.quantities(node.pledges)
        return "actors", _declared_actor(*place, node.role, node.name.text, node.display, pledges, _named(node.of))
    if isinstance(node, GroupNode):
        members = tuple(resolver.actor(member) for member in node.members)
        criterion = _criterion(node.criterion, resolver) if node.criterion else None
        return "groups", _group(*place, node.name.text, node.display, node.singular, members, criterion)
    if isinstance(node, BodyNode):
        return "bodies", _body_of(node, resolver)
    if isinstance(node, InstrumentNode):
        return "instruments", _instrument(*place, node.name.text, node.display)
    if isinstance(node, RuleNode):
        return "rules", _rule(*place, node.name.text, node.display, tuple(_step(step, resolver) for step in node.steps))
    if isinstance(node, TextDeclarationNode):
        if node.kind == "term":
            return "terms", _term(*place, node.name.text, node.display, node.meaning or "")
        distance = resolver.quantity(node.distance) if node.distance else None
        zone = _zone(*place, node.name.text, node.display, node.meaning, _named(node.inside), distance, _named(node.baseline))
        return "zones", zone
    return _happening(node, place, resolver)


def _named(name: Name | None) -> str | None:
    return None if name is None else without_article(name.text)


def _criterion(node: CriterionNode, resolver: TermResolver) -> Criterion:
    place = (node.start, node.end)
    base = resolver.vocabulary.who(node.base.text)
    condition = resolver.condition(node.condition) if node.condition else None
    after = resolver.event(node.after) if node.after else None
    day = resolver.day(node.date, *place) if node.date else None
    return _group_criterion(*place, base.name if base else node.base.text, node.text, condition, after, node.relation, day)


def _body_of(node: BodyNode, resolver: TermResolver) -> Body:
    place = (node.start, node.end)
    return _body(
        *place,
        node.name.text,
        node.display,
        tuple(resolver.actor(member) for member in node.members),
        resolver.decision(node.decision) if node.decision else None,
        resolver.count(node.quorum, *place) if node.quorum else None,
        resolver.count(node.size, *place) if node.size else None,
        _named(node.under),
        _named(node.chair),
    )


def _step(node: RuleStepNode, resolver: TermResolver) -> RuleStep:
    conditions = tuple(
        _rule_condition(
            each.start,
            each.end,
            each.kind,
            resolver.decision(each.vote) if each.vote else None,
            tuple(resolver.actor(actor) for actor in each.actors),
            resolver.share(each.share) if each.share else None,
            resolver.count(each.number, each.start, each.end) if each.number else None,
            resolver.period(each.within) if each.within else None,
        )
        for each in node.conditions
    )
    return _rule_step(node.start, node.end, resolver.period(node.after) if node.after else None, conditions)


def _happening(node: Any, place: tuple[int, int], resolver: TermResolver) -> tuple[str, Any] | None:
    if isinstance(node, ActionNode):
        return "actions", _action(*place, node.name.text, node.display, node.noun, node.unit.text if node.unit else None)
    if isinstance(node, EventDeclarationNode):
        return "events", _declared_event(*place, node.name.text, node.display, resolver.condition(node.meaning) if node.meaning else None)
    if isinstance(node, StatusNode):
        begins = resolver.condition(node.begins) if node.begins else None
        ends = resolver.condition(node.ends) if node.ends else None
        return "statuses", _status(*place, node.name.text, node.display, begins, ends)
    if isinstance(node, MeasureNode):
        levels = tuple(level.text for level in node.levels)
        return "measures", _measure(*place, node.name.text, node.display, node.unit.text if node.unit else None, levels, _named(node.of), _named(node.part_of))
    return None


class Header:
    """The header's settings, gathered from one or more `treaty` sentences, with what was wrong in them."""

    def __init__(self, values: Values) -> None:
        """Begin with nothing set."""
        self.fields: dict[str, Any] = {}
        self._values = values
        self._where: dict[str, Span] = {}

    def add(self, node: HeaderNode) -> None:
        """Take a header in. A setting given twice keeps its first value, and is reported."""
        if node.title is not None:
            self._set("title", node.title, Span(node.start, node.end))
        for setting in node.settings:
            self._setting(setting)

    def _setting(self, node: SettingNode) -> None:
        span = Span(node.start, node.end)
        if node.kind == "short":
            self._set("short", node.text, span)
        elif node.kind == "languages":
            self._set("languages", tuple(name.text for name in node.names), span)
        elif node.kind == "depositary":
            found = self._values.vocabulary.who(node.names[0].text) if isinstance(self._values, TermResolver) else None
            self._set("depositary", found.name if found else node.names[0].text, span)
        elif node.kind == "register":
            self._choose("political", _REGISTERS, node.text, span, "`register treaty` or `register political`")
        elif node.kind == "style":
            self._choose("style", {style: style for style in _STYLES}, node.text, span, "`style un`, `style eu`, `style bilateral` or `style mou`")
        elif node.kind == "done at":
            self._set("done_at", node.text, span)
            if node.date:
                self._set("done_on", self._values.day(node.date, node.start, node.end), span)
        elif node.kind == "time zone":
            self._set("time_zone", node.text, span)
        elif node.kind == "working days":
            places = zip(node.names, node.texts, strict=True)
            self._set("working_days", tuple(WorkingDays(place.start, place.end, self._place(place.text), code) for place, code in places), span)
        elif node.period:
            self._set("immediately", self._values.period(node.period), span)

    def _place(self, written: str) -> str:
        """A place by its declared name, where it is declared."""
        found = self._values.vocabulary.anything(written) if isinstance(self._values, TermResolver) else None
        return found.name if found else written

    def _choose(self, field: str, choices: dict[str, Any], word: str, span: Span, offered: str) -> None:
        if word in choices:
            self._set(field, choices[word], span)
        else:
            self._values.diagnostics.append(report(rules.UNKNOWN_SETTING, f"`{word}` is not a setting known here", Label(span), help=f"write {offered}"))

    def _set(self, field: str, value: Any, span: Span) -> None:
        if field in self.fields:
            self._values.diagnostics.append(
                report(
                    rules.REPEATED_SETTING,
                    "the header says this twice",
                    Label(span, "said again here"),
                    Label(self._where[field], "said first here"),
                    help="keep one of the two",
                )
            )
            return
        self.fields[field] = value
        self._where[field] = span
