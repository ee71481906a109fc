"""Nodes → the words of a sentence, in canonical spelling. Layout is the printer's."""

from __future__ import annotations

from clausekit.syntax.nodes import (
    ActNode,
    ActorNode,
    ActorsNode,
    AtomNode,
    BearerNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    DecisionNode,
    EventNode,
    GuaranteeNode,
    LimbNode,
    MannerNode,
    Name,
    OccursNode,
    PeriodNode,
    PrecedenceNode,
    QuantityNode,
    ReferenceNode,
    RestrictionNode,
    RoleNode,
    SlotNode,
    StatementNode,
    TimingNode,
    WhenNode,
)


def quotation(text: str) -> str:
    """A text between quotation marks; marks inside it are doubled."""
    return '"' + text.replace('"', '""') + '"'


def joined(parts: list[str], conjunction: str = "and", *, commas: bool = True) -> str:
    """`A`, `A and B`, `A, B and C`; without commas, because the first one would close an opening, `A and B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    if not commas:
        return f" {conjunction} ".join(parts)
    return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"


# ---------------------------------------------------------------- actors


def actor(node: ActorNode) -> str:
    named = node.name.text
    if node.quantifier == "majority":
        text = f"a majority of {named}"
    elif node.quantifier == "fraction":
        text = f"{node.count} of {named}"
    else:
        of = "of" if node.quantifier and named.lower().startswith(("the ", "them", "these ", "those ")) else ""
        text = " ".join(part for part in (node.quantifier, node.count, of, named) if part)
    return f"{text} as {node.variable.text}" if node.variable else text


def actors(node: ActorsNode, *, commas: bool = True) -> str:
    text = joined([actor(member) for member in node.members], node.joined_by, commas=commas)
    if node.excluding:
        text += " other than " + joined([actor(member) for member in node.excluding], commas=commas)
    return text


def decision(node: DecisionNode) -> str:
    if node.kind == "majority":
        return "a majority"
    return node.fraction if node.kind == "fraction" else node.kind


def bearer(node: BearerNode) -> str:
    text = actors(node.actors)
    if node.manner:
        text += f" {node.manner}"
    return f"{text} acting by {decision(node.decision)}" if node.decision else text


# ---------------------------------------------------------------- references, numbers, time


def reference(node: ReferenceNode) -> str:
    target = {"treaty": "this treaty", "this article": "this article"}.get(node.kind, f"{node.kind} {node.designation}")
    if node.point:
        return f"point ({node.point}) of paragraph {node.paragraph} of {target}" if node.paragraph else f"{target} ({node.point})"
    return f"paragraph {node.paragraph} of {target}" if node.paragraph else target


def references(nodes: tuple[ReferenceNode, ...], *, commas: bool = True) -> str:
    return joined([reference(node) for node in nodes], commas=commas)


def quantity(node: QuantityNode) -> str:
    number = f"{node.low} to {node.high}" if node.high else node.low
    return " ".join(part for part in (node.bound, number, node.unit.text if node.unit else "") if part)


def period(node: PeriodNode) -> str:
    return " and ".join(f"{number} {unit}" for number, unit in node.parts)


def clock(node: ClockNode) -> str:
    if node.event is None:
        return node.date
    happening = event(node.event, commas=False)
    return f"{period(node.period)} after {happening}" if node.period else happening


def timing(node: TimingNode, *, commas: bool = True) -> str:
    anchor = event(node.anchor, commas=commas) if node.anchor else node.date
    if node.clocks:
        return f"{node.kind} the {node.relation} of {clock(node.clocks[0])} and {clock(node.clocks[1])}"
    if node.kind == "within":
        assert node.period is not None
        span = f"{node.low} to {period(node.period)}" if node.low else period(node.period)
        return f"within {span} of {anchor}" if anchor else f"within {span}"
    if node.kind == "not later than" and node.period:
        return f"not later than {period(node.period)} before {anchor}"
    if node.kind == "not earlier than" and node.period:
        return f"not earlier than {period(node.period)} after {anchor}"
    if node.kind == "every" and node.period:
        number, unit = node.period.parts[0]
        return f"every {unit}" if number == "1" else f"every {number} {unit}"
    if node.kind == "for" and node.period:
        return f"for {period(node.period)}"
    return f"{node.kind} {anchor}" if anchor else node.kind


# ---------------------------------------------------------------- events and conditions


def role(node: RoleNode, *, commas: bool = True) -> str:
    return f"{node.preposition} {actors(node.actors, commas=commas) if node.actors else references(node.references, commas=commas)}"


def event(node: EventNode, *, commas: bool = True) -> str:
    parts = [node.name.text]
    if node.references:
        parts.append(f"of {references(node.references, commas=commas)}")
    parts += [role(part, commas=commas) for part in node.roles]
    parts += [f"of {quantity(part)}" for part in node.quantities]
    if node.within:
        parts.append(timing(node.within, commas=commas))
    return " ".join(parts)


def atom(node: AtomNode, *, commas: bool = True) -> str:
    if isinstance(node, OccursNode):
        happening = event(node.event, commas=commas)
        return f"not {happening}" if node.negated else happening
    if isinstance(node, ComparesNode):
        unit = f" {node.unit.text}" if node.unit else ""
        return f"{node.measure.text} {node.comparator} {node.number}{unit}"
    return f"{node.measure.text} is {node.level.text}"


def condition(node: ConditionNode, *, commas: bool = True) -> str:
    return " or if ".join(" and if ".join(atom(part, commas=commas) for part in alternative) for alternative in node.alternatives)


def definition(node: ConditionNode) -> str:
    """A condition behind `means`, where alternatives read better with a comma."""
    return ", or ".join(" and if ".join(atom(part, commas=False) for part in alternative) for alternative in node.alternatives)


# ---------------------------------------------------------------- slots and statements


def slot(node: SlotNode, *, opening: bool = False) -> str:
    """A slot behind an act, or as the opening of a sentence, where it can hold no comma."""
    commas = not opening
    if isinstance(node, TimingNode):
        return timing(node, commas=commas)
    if isinstance(node, WhenNode):
        return f"{node.word} {condition(node.condition, commas=commas)}"
    if isinstance(node, RestrictionNode):
        what = condition(node.condition, commas=commas) if node.condition else " ".join(role(part) for part in node.roles)
        return f"{node.kind} {what}"
    if isinstance(node, PrecedenceNode):
        return f"{node.kind} {node.name.text if node.name else references(node.references, commas=commas)}"
    return manner(node, commas=commas)


def manner(node: MannerNode, *, commas: bool = True) -> str:
    if node.actors:
        return f"{node.kind} {actors(node.actors, commas=commas)}"
    return f"with {period(node.period)} notice" if node.period else node.kind


def act(node: ActNode) -> str:
    phrase = joined([node.phrase.text, *(name.text for name in node.joined)], node.joined_by)
    amounts = [quantity(part) for part in node.quantities]
    direct = " " not in phrase and not node.object and not node.references and not node.joined
    parts = [phrase]
    if node.object:
        parts.append(actor(node.object))
    if node.references:
        parts.append(references(node.references))
    if direct:
        parts += amounts[:1]
        amounts = amounts[1:]
    parts += [role(part) for part in node.roles]
    parts += [f"of {amount}" for amount in amounts]
    return " ".join(parts)


def limb(node: LimbNode) -> str:
    text = act(node.act)
    for part in node.slots:
        separator = ", " if isinstance(part, PrecedenceNode | RestrictionNode) else " "
        text += separator + slot(part)
    return text


def guarantee(node: GuaranteeNode) -> str:
    who = bearer(node.bearer)
    if node.duties_of:
        what = f"the duties of {actors(node.duties_of)} under {references(node.references)}"
    elif node.references:
        what = references(node.references)
    else:
        what = joined([state.text for state in node.states])
    text = f"{who} guarantee {what}"
    if node.beneficiary:
        text += f" in favour of {actors(node.beneficiary)}"
    if node.response:
        text += f" by {references(node.response)}"
    for part in node.slots:
        text += (", " if isinstance(part, PrecedenceNode | RestrictionNode) else " ") + slot(part)
    return text + _source(node.source)


def statement_head(node: StatementNode) -> str:
    """Bearer and modal: what stands before the act or the list of points."""
    parts = [bearer(node.bearer)] if node.bearer else []
    if node.modal:
        parts.append(node.modal)
    if node.manner:
        parts.append(node.manner)
    if node.decision:
        parts.append(f"acting by {decision(node.decision)}")
    return " ".join(parts)


def statement(node: StatementNode) -> str:
    """A statement without points, on one line."""
    return f"{statement_head(node)} {limb(node.limbs[0])}".strip() + _source(node.source)


def _source(cited: str) -> str:
    return f" source {quotation(cited)}" if cited else ""


def name(node: Name) -> str:
    return node.text
