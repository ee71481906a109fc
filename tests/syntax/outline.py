"""How a clause file is read, as an indented outline that a lawyer can check."""

from __future__ import annotations

from clausekit.source import Source
from clausekit.syntax.nodes import (
    ActionNode,
    ActNode,
    ActorDeclarationNode,
    ActorNode,
    ActorsNode,
    AtomNode,
    BodyNode,
    ClauseNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    DecisionNode,
    EventDeclarationNode,
    EventNode,
    GroupNode,
    GuaranteeNode,
    HeaderNode,
    HeadingNode,
    ItemNode,
    LimbNode,
    MeasureNode,
    NormNode,
    OccursNode,
    PeriodNode,
    PrecedenceNode,
    ProseNode,
    QuantityNode,
    RecitalNode,
    ReferenceNode,
    RestrictionNode,
    RoleNode,
    SlotNode,
    StatementNode,
    StatusNode,
    TextDeclarationNode,
    TimingNode,
    WhenNode,
)
from clausekit.syntax.parser import parse

Lines = list[str]


def outline(text: str) -> str:
    """The readings of all that a text holds; a mistake is shown by its code."""
    document, found = parse(Source(text))
    lines = [line for item in document.items for line in item_lines(item)]
    return "\n".join([*lines, *(f"{finding.code}: {finding.message}" for finding in found)])


def item_lines(item: ItemNode) -> Lines:
    if isinstance(item, ClauseNode):
        label = [f"label: {item.label.text}"] if item.label else []
        return label + (prose(item.body) if isinstance(item.body, ProseNode) else norm(item.body))
    if isinstance(item, HeadingNode):
        return under(f"heading: {item.kind}", [f"designation: {item.designation}"] * bool(item.designation) + quoted("title", item.title))
    if isinstance(item, RecitalNode):
        return quoted("recital", item.text)
    if isinstance(item, HeaderNode):
        settings: Lines = []
        for setting in item.settings:
            parts = [repr(setting.text) if setting.text else "", ", ".join(name.text for name in setting.names), setting.date]
            settings.append(f"{setting.kind}: {' '.join(filter(None, [*parts, period(setting.period) if setting.period else '']))}")
        return under("treaty", quoted("title", item.title) + settings)
    return declaration(item)


def under(head: str, lines: Lines) -> Lines:
    return [head, *("  " + line for line in lines)]


def quoted(what: str, text: str | None) -> Lines:
    return [] if text is None else [f'{what}: "{text}"']


def prose(node: ProseNode) -> Lines:
    return quoted("text", node.text) + quoted("source", node.source or None)


# ---------------------------------------------------------------- declarations


def declaration(item: ItemNode) -> Lines:
    assert not isinstance(item, ClauseNode | HeadingNode | RecitalNode | HeaderNode)
    lines = quoted("display", item.display)
    kind = ""
    match item:
        case ActorDeclarationNode():
            kind = item.role
            lines += [f"pledge: {quantity(pledge)}" for pledge in item.pledges]
        case GroupNode():
            kind = "group"
            lines += quoted("singular", item.singular) + [f"member: {actor(member)}" for member in item.members]
        case BodyNode():
            kind = "body"
            lines += [f"member: {actor(member)}" for member in item.members]
            lines += [f"decides by: {decision(item.decision)}"] if item.decision else []
            lines += [f"quorum: {item.quorum}"] if item.quorum else []
        case TextDeclarationNode():
            kind = item.kind
            lines += quoted("meaning", item.meaning)
        case ActionNode():
            kind = "action"
            lines += quoted("noun", item.noun) + ([f"unit: {item.unit.text}"] if item.unit else [])
        case EventDeclarationNode():
            kind = "event"
            lines += under("means", condition(item.meaning)) if item.meaning else []
        case StatusNode():
            kind = "status"
            lines += under("begins on", condition(item.begins)) if item.begins else []
            lines += under("ends on", condition(item.ends)) if item.ends else []
        case MeasureNode():
            kind = "measure"
            lines += ([f"unit: {item.unit.text}"] if item.unit else []) + [f"level: {level.text}" for level in item.levels]
    return under(f"{kind}: {item.name.text}", lines)


# ---------------------------------------------------------------- sentences


def norm(node: NormNode) -> Lines:
    lines = slots(node.openings) + core(node.core)
    for rung in node.rungs:
        lines += under("failing which", slots(rung.openings) + core(rung.core))
    return lines


def core(stated: tuple[StatementNode | GuaranteeNode, ...]) -> Lines:
    return [line for node in stated for line in (guarantee(node) if isinstance(node, GuaranteeNode) else statement(node))]


def statement(node: StatementNode) -> Lines:
    who = actors("who", node.bearer.actors, node.bearer.manner, node.bearer.decision) if node.bearer else []
    lines = who + [f"modal: {node.modal}"] * bool(node.modal)
    lines += [f"manner: {node.manner}"] * bool(node.manner) + ([f"acting by: {decision(node.decision)}"] if node.decision else [])
    lines += slots(node.leading)
    if node.listed:
        lines += [f"points joined by: {node.connective}"]
    for limb in node.limbs:
        lines += under(f"({limb.mark})", limb_lines(limb)) if node.listed else limb_lines(limb)
    return lines + quoted("source", node.source or None)


def limb_lines(limb: LimbNode) -> Lines:
    return act(limb.act) + slots(limb.slots)


def act(node: ActNode) -> Lines:
    lines = [f"object: {actor(node.object)}"] if node.object else []
    lines += [f"object: {reference(cited)}" for cited in node.references]
    lines += [f"{node.joined_by}: {name.text}" for name in node.joined]
    lines += [line for role in node.roles for line in role_lines(role)]
    lines += [f"quantity: {quantity(amount)}" for amount in node.quantities]
    return under(f"act: {node.phrase.text}", lines)


def guarantee(node: GuaranteeNode) -> Lines:
    lines = actors("who", node.bearer.actors, node.bearer.manner, node.bearer.decision)
    what = [f"clause: {reference(cited)}" for cited in node.references] + [f"state: {state.text}" for state in node.states]
    what += actors("duties of", node.duties_of) if node.duties_of else []
    lines += under("guarantees", what)
    lines += actors("in favour of", node.beneficiary) if node.beneficiary else []
    lines += [f"response: {reference(cited)}" for cited in node.response]
    return lines + slots(node.slots) + quoted("source", node.source or None)


def actors(what: str, node: ActorsNode, manner: str = "", rule: DecisionNode | None = None) -> Lines:
    text = f" {node.joined_by} ".join(actor(member) for member in node.members)
    if node.excluding:
        text += f"; other than {' and '.join(actor(member) for member in node.excluding)}"
    text += f"; {manner}" if manner else ""
    return [f"{what}: {text}" + (f"; acting by {decision(rule)}" if rule else "")]


def actor(node: ActorNode) -> str:
    text = " ".join(part for part in (node.quantifier, node.count, node.name.text) if part)
    return f"[{text}]" + (f" as {node.variable.text}" if node.variable else "")


def role_lines(node: RoleNode) -> Lines:
    if node.actors:
        return actors(node.preposition, node.actors)
    return [f"{node.preposition}: {reference(cited)}" for cited in node.references]


# ---------------------------------------------------------------- slots


def slots(nodes: tuple[SlotNode, ...]) -> Lines:
    return [line for node in nodes for line in slot(node)]


def slot(node: SlotNode) -> Lines:
    match node:
        case WhenNode():
            return under(node.word, condition(node.condition))
        case TimingNode():
            return timing(node)
        case RestrictionNode():
            return under(node.kind, condition(node.condition) if node.condition else [line for role in node.roles for line in role_lines(role)])
        case PrecedenceNode():
            return [f"{node.kind}: {node.name.text}"] if node.name else [f"{node.kind}: {reference(cited)}" for cited in node.references]
        case _:
            if node.actors:
                return actors(node.kind, node.actors)
            return [f"{node.kind}: {period(node.period)}" if node.period else node.kind]


def timing(node: TimingNode) -> Lines:
    span = (f"{node.low} to " if node.low else "") + (period(node.period) if node.period else "")
    lines = [line for clock in node.clocks for line in clock_lines(clock)]
    if node.anchor:
        lines += event(node.anchor)
    if node.relation:
        lines = under(f"the {node.relation} of", lines)
    return under(": ".join(part for part in (node.kind, span or node.date) if part), lines)


def clock_lines(node: ClockNode) -> Lines:
    if node.date:
        return [node.date]
    happening = event(node.event) if node.event else []
    return under(period(node.period), happening) if node.period else happening


def condition(node: ConditionNode) -> Lines:
    lines: Lines = []
    for number, alternative in enumerate(node.alternatives):
        lines += ["or"] * bool(number)
        for place, atom in enumerate(alternative):
            lines += ["and"] * bool(place) + atom_lines(atom)
    return lines


def atom_lines(node: AtomNode) -> Lines:
    if isinstance(node, OccursNode):
        return under("not", event(node.event)) if node.negated else event(node.event)
    if isinstance(node, ComparesNode):
        return [" ".join(filter(None, (f"measure: {node.measured.name.text}", node.comparator, node.number, node.unit.text if node.unit else "")))]
    return [f"level: {node.measured.name.text} is {node.level.text}"]


def event(node: EventNode) -> Lines:
    lines = [f"of: {reference(cited)}" for cited in node.references]
    lines += [line for role in node.roles for line in role_lines(role)]
    lines += [f"quantity: {quantity(amount)}" for amount in node.quantities]
    return under(f"event: {node.name.text}", lines + (timing(node.within) if node.within else []))


# ---------------------------------------------------------------- references, numbers, decisions


def reference(node: ReferenceNode) -> str:
    parts = [f"point ({node.point})" * bool(node.point), f"paragraph {node.paragraph}" * bool(node.paragraph), f"{node.kind} {node.designation}".strip()]
    return " of ".join(filter(None, parts))


def quantity(node: QuantityNode) -> str:
    number = f"{node.low} to {node.high}" if node.high else node.low
    return " ".join(filter(None, (node.bound, number, node.unit.text if node.unit else "")))


def period(node: PeriodNode) -> str:
    return " and ".join(f"{number} {unit}" for number, unit in node.parts)


def decision(node: DecisionNode) -> str:
    return node.fraction or node.kind
