"""How a clause file is read, as an indented outline that a lawyer can check."""

from __future__ import annotations

from clausekit.source import Source
from clausekit.syntax.nodes import (
    ActionNode,
    ActNode,
    ActorDeclarationNode,
    ApplicationNode,
    AtomNode,
    BodyNode,
    ClauseNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    CoreNode,
    CriterionNode,
    DeclaredNode,
    EventDeclarationNode,
    EventNode,
    GroupNode,
    GuaranteeNode,
    HeaderNode,
    HeadingNode,
    InstrumentNode,
    ItemNode,
    LimbNode,
    MeasureNode,
    NormNode,
    OccursNode,
    ParameterNode,
    PrecedenceNode,
    ProseNode,
    RecitalNode,
    RecordNode,
    RestrictionNode,
    RuleConditionNode,
    RuleNode,
    SlotNode,
    StatementNode,
    StatusNode,
    TextDeclarationNode,
    TimingNode,
    TranslatedNode,
    TranslationNode,
    UnderstandingNode,
    UseNode,
    WhenNode,
)
from clausekit.syntax.parser import parse
from tests.syntax.outline_parts import Lines, actor, actors, bearer, decision, formula, named, period, quantity, quoted, reference, role_lines, share, under


def outline(text: str) -> str:
    """The readings of all that a text holds; a mistake is shown by its code."""
    document, found = parse(Source(text))
    lines = [line for item in document.items for line in item_lines(item)]
    return "\n".join([*lines, *(f"{finding.code}: {finding.message}" for finding in found)])


def item_lines(item: ItemNode) -> Lines:
    if isinstance(item, ClauseNode):
        label = [f"label: {item.label.text}"] if item.label else []
        return label + body(item.body)
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
    if isinstance(item, UseNode):
        bindings = [f"{each.name.text} = {each.kind} {each.value!r}" for each in item.bindings]
        return under(f'use: "{item.path}"', named("namespace", item.namespace) + bindings)
    if isinstance(item, TranslationNode | TranslatedNode):
        return translation(item)
    if isinstance(item, ParameterNode):
        return [f"parameter: {item.name.text}: {item.kind}"]
    return declaration(item)


def translation(item: TranslationNode | TranslatedNode) -> Lines:
    if isinstance(item, TranslationNode):
        return [f"translation: {item.language}"]
    forms = [line for each in item.forms for line in (quoted(each.name, each.text) or [each.name])]
    return under(f"{item.kind}: {item.name}".rstrip(": "), [f'"{item.text}"', *quoted("noun", item.noun), *quoted("meaning", item.meaning), *forms])


def body(node: NormNode | ProseNode | RecordNode) -> Lines:
    if isinstance(node, ProseNode):
        return prose(node)
    return record(node) if isinstance(node, RecordNode) else norm(node)


def prose(node: ProseNode) -> Lines:
    return quoted("text", node.text) + sourced(node.source, node.understandings)


def sourced(source: str, understandings: tuple[UnderstandingNode, ...]) -> Lines:
    return quoted("source", source or None) + [
        line for each in understandings for line in under("understanding", actors("by", each.by) + quoted("text", each.text))
    ]


def record(node: RecordNode) -> Lines:
    lines = actors("by", node.by) + [f"to: {reference(cited)}" for cited in node.references]
    lines += actors("to the reservation by", node.reservation_by) if node.reservation_by else []
    lines += ["opposing entry into force"] * node.opposing + ["excluded"] * node.excluded + quoted("text", node.text or None)
    return under(f"record: {node.kind}", lines + sourced(node.source, node.understandings))


# ---------------------------------------------------------------- declarations


def declaration(item: ItemNode) -> Lines:
    assert not isinstance(item, ClauseNode | HeadingNode | RecitalNode | HeaderNode | UseNode | ParameterNode | TranslationNode | TranslatedNode)
    lines = quoted("display", item.display)
    kind = ""
    match item:
        case ActorDeclarationNode():
            kind = item.role
            lines += named("of each", item.of)
            lines += [f"pledge: {quantity(pledge)}" for pledge in item.pledges]
        case GroupNode():
            kind = "group"
            lines += quoted("singular", item.singular) + [f"member: {actor(member)}" for member in item.members]
            lines += criterion(item.criterion) if item.criterion else []
        case BodyNode():
            kind = "body"
            lines += [f"size: {item.size}"] * bool(item.size) + named("under", item.under) + named("chair", item.chair)
            lines += [f"member: {actor(member)}" for member in item.members]
            lines += [f"decides by: {decision(item.decision)}"] if item.decision else []
            lines += [f"quorum: {item.quorum}"] if item.quorum else []
        case TextDeclarationNode():
            kind = item.kind
            lines += named("inside", item.inside) + ([f"within: {quantity(item.distance)}"] if item.distance else []) + named("of", item.baseline)
            lines += quoted("meaning", item.meaning)
        case InstrumentNode():
            kind = "instrument"
        case RuleNode():
            kind = "rule"
            for step in item.steps:
                head = "step" + (f" after {period(step.after)}" if step.after else "")
                lines += under(head, [line for each in step.conditions for line in rule_condition(each)])
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
            lines += named("of each", item.of) + named("part of", item.part_of)
            lines += ([f"unit: {item.unit.text}"] if item.unit else []) + [f"level: {level.text}" for level in item.levels]
    return under(f"{kind}: {item.name.text}", lines)


def criterion(node: CriterionNode) -> Lines:
    lines = quoted("that", node.text) + (under("whose", condition(node.condition)) if node.condition else [])
    lines += under("after", event(node.after)) if node.after else []
    return under(f"each: {node.base.text}", lines + [f"{node.relation}: {node.date}"] * bool(node.relation))


def rule_condition(node: RuleConditionNode) -> Lines:
    parts = [decision(node.vote)] if node.vote else []
    parts += [actor(each) for each in node.actors] + ([share(node.share)] if node.share else []) + [node.number] * bool(node.number)
    return [f"{node.kind}: {', '.join(parts)}" + (f" within {period(node.within)}" if node.within else "")]


# ---------------------------------------------------------------- sentences


def norm(node: NormNode) -> Lines:
    lines = slots(node.openings) + core(node.core)
    for rung in node.rungs:
        lines += under("failing which", slots(rung.openings) + core(rung.core))
    return lines


def core(stated: CoreNode) -> Lines:
    return [line for node in stated for line in stated_lines(node)]


def stated_lines(node: StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode) -> Lines:
    match node:
        case GuaranteeNode():
            return guarantee(node)
        case ApplicationNode():
            return application(node)
        case DeclaredNode():
            return declared(node)
    return statement(node)


def statement(node: StatementNode) -> Lines:
    lines = (bearer("who", node.bearer) if node.bearer else []) + [f"modal: {node.modal}"] * bool(node.modal)
    lines += [f"manner: {node.manner}"] * bool(node.manner) + ([f"acting by: {decision(node.decision)}"] if node.decision else [])
    lines += slots(node.leading)
    if node.listed:
        lines += [f"points joined by: {node.connective}"]
    for limb in node.limbs:
        lines += under(f"({limb.mark})", limb_lines(limb)) if node.listed else limb_lines(limb)
    return lines + sourced(node.source, node.understandings)


def limb_lines(limb: LimbNode) -> Lines:
    return act(limb.act) + slots(limb.slots)


def act(node: ActNode) -> Lines:
    lines = [f"object: {actor(node.object)}"] if node.object else []
    lines += [f"object: {reference(cited)}" for cited in node.references]
    lines += [f"{node.joined_by}: {name.text}" for name in node.joined]
    lines += [line for role in node.roles for line in role_lines(role)]
    lines += [f"quantity: {quantity(amount)}" for amount in node.quantities]
    lines += [line for each in node.ensured for line in under("that", condition(each))]
    return under(f"act: {node.phrase.text}", lines)


def guarantee(node: GuaranteeNode) -> Lines:
    lines = bearer("who", node.bearer)
    what = [f"clause: {reference(cited)}" for cited in node.references] + [f"state: {state.text}" for state in node.states]
    what += actors("duties of", node.duties_of) if node.duties_of else []
    lines += under(node.verb, what)
    lines += actors("in favour of", node.beneficiary) if node.beneficiary else []
    lines += [f"response: {reference(cited)}" for cited in node.response]
    return lines + slots(node.slots) + sourced(node.source, node.understandings)


def application(node: ApplicationNode) -> Lines:
    """A verb of the life of a treaty, above all that belongs to it; a subject that is not named is the treaty."""
    lines = [f"subject: {reference(cited)}" for cited in node.references] + (actors("subject", node.subject) if node.subject else [])
    lines += under("subject", event(node.event)) if node.event else []
    lines += [f"by: {' '.join(filter(None, (node.bound, period(node.period))))}"] if node.period else []
    lines += [f"target: {reference(cited)}" for cited in node.targets] + named("target", node.target)
    lines += under("as", event(node.counted)) if node.counted else []
    lines += [f"as quantity: {quantity(node.quantity)}"] if node.quantity else []
    lines += [f"decided by: {decision(node.decision)}"] if node.decision else []
    lines += [f"binds: {node.binds}"] * bool(node.binds) + (bearer("invited by", node.invited_by) if node.invited_by else [])
    lines += [line for role in node.roles for line in role_lines(role)]
    return under(f"life: {node.verb}", lines + slots(node.slots) + sourced(node.source, node.understandings))


def declared(node: DeclaredNode) -> Lines:
    lines = under("that", condition(node.condition)) if node.condition else []
    lines += under("event", event(node.event)) if node.event else []
    lines += under("does not count as" if node.negated else "counts as", event(node.counted)) if node.counted else []
    return bearer("who", node.bearer) + under(f"declared: {node.verb}", lines + slots(node.slots) + sourced(node.source, node.understandings))


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
            lines = [f"{node.kind}: {period(node.period)}"] if node.period else []
            lines += actors("to" if node.period else node.kind, node.actors) if node.actors else []
            lines += named(node.kind, node.name) + [f"{node.kind}: {reference(cited)}" for cited in node.references]
            return lines or [node.kind]


def timing(node: TimingNode) -> Lines:
    span = (f"{node.low} to " if node.low else "") + (period(node.period) if node.period else "")
    often = " ".join(filter(None, (node.bound, node.times)))
    if node.kind == "times":
        often += f" every {span}" if span else " in all"
        span = ""
    instant = " ".join(filter(None, (node.date, node.time, node.zone)))
    lines = [line for clock in node.clocks for line in clock_lines(clock)]
    if node.anchor:
        lines += event(node.anchor)
    if node.relation:
        lines = under(f"the {node.relation} of", lines)
    return under(": ".join(part for part in (node.kind, often, span or instant) if part), lines)


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
        lines = under("already", event(node.event)) if node.already else event(node.event)
        return under("not", lines) if node.negated else lines
    first, *roles = event(node.measured)
    what = first.removeprefix("event: ")
    if isinstance(node, ComparesNode):
        amount = formula(node.formula) if node.formula else node.number
        return [" ".join(filter(None, (f"measure: {what}", node.comparator, amount, node.unit.text if node.unit else ""))), *roles]
    return [f"level: {what} is {node.level.text}", *roles]


def event(node: EventNode) -> Lines:
    lines = [f"of: {reference(cited)}" for cited in node.references]
    lines += [line for role in node.roles for line in role_lines(role)]
    lines += [f"quantity: {quantity(amount)}" for amount in node.quantities]
    return under(f"event: {node.name.text}", lines + (timing(node.within) if node.within else []))
