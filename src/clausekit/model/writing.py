"""Treaty → clause text that says it: nodes, printed, read again and compared. The way back of `resolve`."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.model.declarations import Criterion, RuleStep
from clausekit.model.resolve import resolve
from clausekit.model.treaty import Division, Treaty
from clausekit.model.writing_clauses import ClauseWriter
from clausekit.model.writing_scenarios import tests
from clausekit.model.writing_terms import name, optional_name, period, quantities, quantity, share
from clausekit.model.writing_translations import translations
from clausekit.source import Source
from clausekit.syntax.nodes import (
    ActionNode,
    ActorDeclarationNode,
    BodyNode,
    CriterionNode,
    DeclarationNode,
    Document,
    EventDeclarationNode,
    GroupNode,
    HeaderNode,
    HeadingNode,
    InstrumentNode,
    ItemNode,
    MeasureNode,
    RecitalNode,
    RuleConditionNode,
    RuleNode,
    RuleStepNode,
    SettingNode,
    StatusNode,
    TextDeclarationNode,
)
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document


def write(treaty: Treaty) -> str:
    """The clause text of a treaty, in canonical layout.

    Raises ValueError, saying where, when no text reads as this treaty: a name holds a word that ends names (`State by the Sea`), a date of signature stands
    without its place, a list of acts has no place in the language.
    """
    text = print_document(Document(tuple(_items(treaty)), ()))
    document, found = parse(Source(text))
    if found:
        place = found[0].span
        line = Source(text).line(Source(text).position(place.start).line).strip() if place else text[:80]
        message = f"this treaty cannot be written as a clause file; {found[0].message}: {line}"
        raise ValueError(message)
    again, unusable = resolve(document)
    if again != treaty or unusable:
        path, wanted, got = next(_differences(treaty, again, "treaty"), ("treaty", "", unusable[0].message if unusable else ""))
        message = f"this treaty cannot be written as a clause file: {path} is {wanted}, and what could be written for it reads as {got}"
        raise ValueError(message)
    return text


def _items(treaty: Treaty) -> Iterator[ItemNode]:
    writer = ClauseWriter(treaty)
    yield from _header(treaty)
    yield from _actors_declared(treaty, writer)
    yield from _things_declared(treaty, writer)
    if treaty.recitals and not treaty.clauses:  # else the sentences behind it would stand in the preamble
        yield HeadingNode("preamble", "", None, 0, 0)
    for recital in treaty.recitals:
        yield RecitalNode(recital.text, 0, 0)
    for clause in treaty.clauses:
        yield writer.clause(clause)
    for division in treaty.divisions:
        yield from _division(division, writer)
    yield from tests(treaty, writer)
    yield from translations(treaty)


def _division(division: Division, writer: ClauseWriter) -> Iterator[ItemNode]:
    yield HeadingNode(division.kind, division.designation, division.title, 0, 0)
    for clause in division.clauses:
        yield writer.clause(clause)
    for inner in division.divisions:
        yield from _division(inner, writer)


def _header(treaty: Treaty) -> Iterator[HeaderNode]:
    settings = tuple(_settings(treaty))
    if treaty.title is not None or settings:
        yield HeaderNode(treaty.title, settings, 0, 0)


def _settings(treaty: Treaty) -> Iterator[SettingNode]:
    if treaty.short is not None:
        yield SettingNode("short", treaty.short, (), "", None, 0, 0)
    if treaty.political:
        yield SettingNode("register", "political", (), "", None, 0, 0)
    if treaty.languages:
        yield SettingNode("languages", "", tuple(name(each) for each in treaty.languages), "", None, 0, 0)
    if treaty.depositary is not None:
        yield SettingNode("depositary", "", (name(treaty.depositary),), "", None, 0, 0)
    if treaty.style is not None:
        yield SettingNode("style", treaty.style, (), "", None, 0, 0)
    if treaty.done_at is not None:
        yield SettingNode("done at", treaty.done_at, (), treaty.done_on.isoformat() if treaty.done_on is not None else "", None, 0, 0)
    if treaty.immediately is not None:
        yield SettingNode("immediately means", "", (), "", period(treaty.immediately), 0, 0)
    if treaty.time_zone is not None:
        yield SettingNode("time zone", treaty.time_zone, (), "", None, 0, 0)
    if treaty.working_days:
        places = tuple(name(each.place) for each in treaty.working_days)
        yield SettingNode("working days", "", places, "", None, 0, 0, tuple(each.calendar for each in treaty.working_days))


def _actors_declared(treaty: Treaty, writer: ClauseWriter) -> Iterator[DeclarationNode]:
    for actor in treaty.actors:
        yield ActorDeclarationNode(actor.role, name(actor.name), actor.display, quantities(actor.pledges), 0, 0, optional_name(actor.of))
    for group in treaty.groups:
        criterion = _criterion(group.criterion, writer) if group.criterion is not None else None
        yield GroupNode(name(group.name), group.display, group.singular, tuple(writer.actor(member) for member in group.members), 0, 0, criterion)
    for body in treaty.bodies:
        members = tuple(writer.actor(member) for member in body.members)
        size, quorum = (("" if each is None else str(each)) for each in (body.size, body.quorum))
        yield BodyNode(
            name(body.name), body.display, members, writer.decision(body.decision), quorum, 0, 0, size, optional_name(body.under), optional_name(body.chair)
        )
    for rule in treaty.rules:
        yield RuleNode(name(rule.name), rule.display, tuple(_step(step, writer) for step in rule.steps), 0, 0)


def _criterion(criterion: Criterion, writer: ClauseWriter) -> CriterionNode:
    condition = writer.condition(criterion.condition) if criterion.condition is not None else None
    after = writer.event(criterion.after) if criterion.after is not None else None
    day = criterion.day.isoformat() if criterion.day is not None else ""
    return CriterionNode(name(criterion.base), criterion.text, condition, after, criterion.relation, day, 0, 0)


def _step(step: RuleStep, writer: ClauseWriter) -> RuleStepNode:
    conditions = tuple(
        RuleConditionNode(
            each.kind,
            writer.decision(each.vote),
            tuple(writer.actor(actor) for actor in each.actors),
            share(each.share) if each.share is not None else None,
            "" if each.number is None else str(each.number),
            period(each.within) if each.within is not None else None,
            0,
            0,
        )
        for each in step.conditions
    )
    return RuleStepNode(period(step.after) if step.after is not None else None, conditions, 0, 0)


def _things_declared(treaty: Treaty, writer: ClauseWriter) -> Iterator[DeclarationNode]:
    for zone in treaty.zones:
        distance = quantity(zone.distance) if zone.distance is not None else None
        outer, baseline = optional_name(zone.inside), optional_name(zone.baseline)
        yield TextDeclarationNode("zone", name(zone.name), zone.display, zone.meaning, 0, 0, outer, distance, baseline)
    for term in treaty.terms:
        yield TextDeclarationNode("term", name(term.name), term.display, term.meaning, 0, 0)
    for instrument in treaty.instruments:
        yield InstrumentNode(name(instrument.name), instrument.display, 0, 0)
    for action in treaty.actions:
        yield ActionNode(name(action.name), action.display, action.noun, optional_name(action.unit), 0, 0)
    for event in treaty.events:
        yield EventDeclarationNode(name(event.name), event.display, writer.condition(event.meaning) if event.meaning is not None else None, 0, 0)
    for status in treaty.statuses:
        begins = writer.condition(status.begins) if status.begins is not None else None
        ends = writer.condition(status.ends) if status.ends is not None else None
        yield StatusNode(name(status.name), status.display, begins, ends, 0, 0)
    for measure in treaty.measures:
        levels = tuple(name(level) for level in measure.levels)
        of, part_of = optional_name(measure.of), optional_name(measure.part_of)
        yield MeasureNode(name(measure.name), measure.display, optional_name(measure.unit), levels, 0, 0, of, part_of)


def _differences(wanted: object, got: object, path: str) -> Iterator[tuple[str, str, str]]:
    """Where two treaties differ, innermost part first."""
    if hasattr(wanted, "_fields") and type(wanted) is type(got):
        for field in wanted._fields[2:]:
            yield from _differences(getattr(wanted, field), getattr(got, field), f"{path}.{field}")
    elif isinstance(wanted, tuple) and isinstance(got, tuple) and len(wanted) == len(got):
        for index, (one, other) in enumerate(zip(wanted, got, strict=True)):
            yield from _differences(one, other, f"{path}[{index}]")
    elif wanted != got:
        yield path, _shown(wanted), _shown(got)


def _shown(value: object) -> str:
    """A value in a message: a part by what it is, a long tuple by its length."""
    words = f"{len(value)} of them" if isinstance(value, tuple) else repr(value)
    return words if len(words) <= 120 else f"{words[:119]}…"
