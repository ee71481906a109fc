"""Nodes → the words of a sentence, in canonical spelling. Layout is the printer's."""

from __future__ import annotations

from clausekit.syntax.nodes import (
    ActNode,
    ActorNode,
    ActorsNode,
    ApplicationNode,
    AtomNode,
    BearerNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    DecisionNode,
    DeclaredNode,
    EventNode,
    FormulaNode,
    GuaranteeNode,
    LimbNode,
    MannerNode,
    Name,
    OccursNode,
    PeriodNode,
    PrecedenceNode,
    ProseNode,
    QuantityNode,
    RecordNode,
    ReferenceNode,
    RestrictionNode,
    RoleNode,
    ShareNode,
    SlotNode,
    StatementNode,
    TimingNode,
    WhenNode,
)

# What begins a text that is no text but the name of a parameter in its place. No clause file can hold it.
PARAMETER = "\x01"


def quotation(text: str) -> str:
    """A text between quotation marks; marks inside it are doubled. The name of a parameter that stands for a text stands as it is."""
    if text[:1] == PARAMETER:
        return text[1:]
    return '"' + text.replace('"', '""') + '"'


def is_plural(written: str) -> bool:
    """Whether a name looks plural, and so takes a plural verb: `tanks`, `armaments of Croatia`."""
    last = written.partition(" of ")[0].rsplit(" ", maxsplit=1)[-1].lower()
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


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
    elif node.quantifier == "percent":
        text = f"{node.count} percent of {named}"
    else:
        of = "of" if node.quantifier and named.lower().startswith(("the ", "them", "these ", "those ")) else ""
        text = " ".join(part for part in (node.quantifier, node.count, of, named) if part)
    return f"{text} as {node.variable.text}" if node.variable else text


def actors(node: ActorsNode, *, commas: bool = True, parted: bool = True, also: str = "and") -> str:
    """Actors; without commas where the first one would close an opening, and not `parted` by one before `including` where a verb must follow.

    `also` joins those who are excluded: among clocks, an `and` would part one from the other.
    """
    text = joined([actor(member) for member in node.members], node.joined_by, commas=commas)
    if node.excluding:
        text += " other than " + joined([actor(member) for member in node.excluding], also, commas=commas)
    if node.including:
        text += (", " if commas and parted else " ") + "including " + joined([actor(member) for member in node.including], commas=commas)
    return text + "".join(f" having {share(each)}" for each in node.shares)


def share(node: ShareNode) -> str:
    return " ".join(part for part in (node.bound, node.percent, "percent of", node.measure.text) if part)


def decision(node: DecisionNode) -> str:
    """A vote, or the name of the rule that a decision is taken by."""
    if node.kind == "rule" and node.of:
        return node.of.text
    plain = {"majority": "a majority", "fraction": node.fraction, "percent": f"{node.number} percent", "at least": f"at least {node.number}"}
    text = plain.get(node.kind, node.kind)
    if node.of:
        counts = node.kind == "at least" and (node.number == "1" or is_plural(node.of.text)) and not node.of.text.lower().startswith("the ")
        text += f" {node.of.text}" if counts else f" of {node.of.text}"
    return ("rejection by " if node.reverse else "") + text + (f" {node.voting}" if node.voting else "")


def bearer(node: BearerNode) -> str:
    text = actors(node.actors, parted=False)
    if node.manner:
        text += " jointly or severally unstated" if node.manner == "unstated" else f" {node.manner}"
    return f"{text} acting by {decision(node.decision)}" if node.decision else text


# ---------------------------------------------------------------- references, numbers, time


def reference(node: ReferenceNode) -> str:
    whole = {"treaty": "this treaty", "this article": "this article", "instrument": node.designation}
    target = whole.get(node.kind, f"{node.kind} {node.designation}")
    point = f"({node.point})" if node.point else ""
    if point and not node.paragraph:
        target += f" {point}"
    if node.instrument:
        target += f" of {node.instrument.text}"
    if not node.paragraph:
        return target
    return (f"point {point} of " if point else "") + f"paragraph {node.paragraph} of {target}"


def references(nodes: tuple[ReferenceNode, ...], *, commas: bool = True) -> str:
    return joined([reference(node) for node in nodes], commas=commas)


def quantity(node: QuantityNode) -> str:
    if node.formula:
        return f"{node.bound} {formula(node.formula)}".strip()
    number = f"{node.low} to {node.high}" if node.high else node.low
    return " ".join(part for part in (node.bound, number, node.unit.text if node.unit else "") if part)


def formula(node: FormulaNode) -> str:
    """An amount that is worked out."""
    of = node.of.text if node.of else ""
    if node.kind in ("percent of", "share of"):
        share_of = f"{node.number} percent" if node.kind == "percent of" else node.number
        return f"{share_of} of {of}" + (f" rounded {node.rounded}" if node.rounded else "")
    if node.kind in ("smaller", "larger"):
        return f"the {node.kind} of {formula(node.operands[0])} and {formula(node.operands[1])}"
    if node.kind in ("plus", "minus"):
        return f"{formula(node.operands[0])} {node.kind} {formula(node.operands[1])}"
    if node.kind == "previous":
        return f"its previous {of}"
    return f"{node.number} {of}".strip()


def period(node: PeriodNode) -> str:
    return " and ".join(f"{number} {unit}".rstrip() for number, unit in node.parts)  # a parameter has no unit


def clock(node: ClockNode) -> str:
    if node.event is None:
        return node.date
    happening = event(node.event, commas=False, also="or")
    return f"{period(node.period)} after {happening}" if node.period else happening


def timing(node: TimingNode, *, commas: bool = True) -> str:
    anchor = event(node.anchor, commas=commas) if node.anchor else instant(node)
    if node.kind in _LONG_TIMES:
        return _long_time(node, anchor)
    if node.clocks:
        return f"{node.kind} the {node.relation} of {clock(node.clocks[0])} and {clock(node.clocks[1])}"
    if node.period is None:
        return f"{node.kind} {anchor}" if anchor else node.kind
    low = f"{node.low} to" if node.low else ""
    behind = f"{_BEHIND_PERIOD[node.kind]} {anchor}" if anchor else ""
    return " ".join(part for part in (node.kind, node.bound, low, period(node.period), behind) if part)


_BEHIND_PERIOD = {"within": "of", "not later than": "before"} | dict.fromkeys(("not earlier than", "exactly", "from", "until"), "after")
_LONG_TIMES = frozenset({"every", "first day of month", "times", "unstated"})
_ORDINALS = " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ")


def _long_time(node: TimingNode, anchor: str) -> str:
    if node.kind == "first day of month":
        return f"on the first day of the {_ORDINALS[int(node.times)]} month after {anchor}"
    if node.kind == "unstated":
        return "within an unstated period"
    often = f"{node.bound} {node.times} {'time' if node.times == '1' else 'times'} " if node.kind == "times" else ""
    if node.period is None:
        return f"{often}in all"
    number, unit = node.period.parts[0]
    return f"{often}every {unit if number == '1' else f'{number} {unit}'}".rstrip()


def instant(node: TimingNode) -> str:
    """A date, with its hour where one is given."""
    return " ".join(part for part in (node.date, "at" if node.time else "", node.time, node.zone) if part)


# ---------------------------------------------------------------- events and conditions


def role(node: RoleNode, *, commas: bool = True, also: str = "and") -> str:
    return f"{node.preposition} {actors(node.actors, commas=commas, also=also) if node.actors else references(node.references, commas=commas)}"


def event(node: EventNode, *, commas: bool = True, also: str = "and") -> str:
    parts = [node.name.text]
    if node.references:
        parts.append(f"of {references(node.references, commas=commas)}")
    parts += [role(part, commas=commas, also=also) for part in node.roles]
    parts += [f"of {quantity(part)}" for part in node.quantities]
    if node.within:
        parts.append(timing(node.within, commas=commas))
    return " ".join(parts)


def atom(node: AtomNode, *, commas: bool = True) -> str:
    if isinstance(node, OccursNode):
        happening = event(node.event, commas=commas)
        return f"not {happening}" if node.negated else f"already {happening}" if node.already else happening
    measured = event(node.measured, commas=commas)
    plural = is_plural(node.measured.name.text)
    if isinstance(node, ComparesNode):
        amount = formula(node.formula) if node.formula else f"{node.number} {node.unit.text}" if node.unit else node.number
        comparator = node.comparator.replace("exceeds", "exceed").replace("is", "are") if plural else node.comparator
        return f"{measured} {comparator} {amount}"
    return f"{measured} {'are' if plural else 'is'} {node.level.text}"


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
        what = condition(node.condition, commas=commas) if node.condition else " ".join(role(part, commas=commas) for part in node.roles)
        return f"{node.kind} {what}"
    if isinstance(node, PrecedenceNode):
        return f"{node.kind} {node.name.text if node.name else references(node.references, commas=commas)}"
    return manner(node, commas=commas)


def manner(node: MannerNode, *, commas: bool = True) -> str:
    who = actors(node.actors, commas=commas) if node.actors else ""
    if node.period:
        return f"with {period(node.period)} notice" + (f" to {who}" if who else "")
    what = who or (node.name.text if node.name else references(node.references, commas=commas))
    return f"{node.kind} {what}".rstrip()


def act(node: ActNode) -> str:
    if node.ensured:
        return " and ".join(f"{'' if number else 'ensure '}that {condition(each)}" for number, each in enumerate(node.ensured))
    phrase = joined([node.phrase.text, *(name.text for name in node.joined)], node.joined_by)
    amounts = [quantity(part) for part in node.quantities]
    direct = " " not in phrase and not node.object and not node.references and not node.joined
    direct = direct and not (amounts and node.roles and node.quantities[0].unit is None)  # `1 to 55 percent of` would be a range
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
    return act(node.act) + slots(node.slots)


def slots(nodes: tuple[SlotNode, ...]) -> str:
    """Slots behind an act, each with what parts it from the one before."""
    return "".join((", " if isinstance(part, PrecedenceNode | RestrictionNode) else " ") + slot(part) for part in nodes)


def guarantee(node: GuaranteeNode) -> str:
    who = bearer(node.bearer)
    if node.duties_of:
        what = f"the duties of {actors(node.duties_of)} under {references(node.references)}"
    elif node.references:
        what = references(node.references)
    else:
        what = joined([state.text for state in node.states])
    text = f"{who} {node.verb} {what}"
    if node.beneficiary:
        text += f" in favour of {actors(node.beneficiary)}"
    if node.response:
        text += f" by {references(node.response)}"
    return text + slots(node.slots) + sourced(node)


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
    return f"{statement_head(node)} {limb(node.limbs[0])}".strip() + sourced(node)


def sourced(node: StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode | ProseNode | RecordNode) -> str:
    """The source of a sentence and how it is understood, behind all the rest of it."""
    text = f" source {quotation(node.source)}" if node.source else ""
    return text + "".join(f" understanding by {actors(each.by)} {quotation(each.text)}" for each in node.understandings)


def name(node: Name) -> str:
    return node.text
