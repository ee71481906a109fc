"""What sentences are made of, in the outline: actors, cross-references, amounts, decisions."""

from __future__ import annotations

from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    BearerNode,
    DecisionNode,
    FormulaNode,
    Name,
    PeriodNode,
    QuantityNode,
    ReferenceNode,
    RoleNode,
    ShareNode,
)

Lines = list[str]


def under(head: str, lines: Lines) -> Lines:
    return [head, *("  " + line for line in lines)]


def quoted(what: str, text: str | None) -> Lines:
    return [] if text is None else [f'{what}: "{text}"']


def named(what: str, name: Name | None) -> Lines:
    return [] if name is None else [f"{what}: {name.text}"]


# ---------------------------------------------------------------- actors


def bearer(what: str, node: BearerNode) -> Lines:
    return actors(what, node.actors, node.manner, node.decision)


def actors(what: str, node: ActorsNode, manner: str = "", rule: DecisionNode | None = None) -> Lines:
    text = f" {node.joined_by} ".join(actor(member) for member in node.members)
    if node.excluding:
        text += f"; other than {' and '.join(actor(member) for member in node.excluding)}"
    text += f"; including {' and '.join(actor(member) for member in node.including)}" if node.including else ""
    text += "".join(f"; having {share(each)}" for each in node.shares)
    text += f"; {manner}" if manner else ""
    return [f"{what}: {text}" + (f"; acting by {decision(rule)}" if rule else "")]


def actor(node: ActorNode) -> str:
    text = " ".join(part for part in (node.quantifier, node.count, node.name.text) if part)
    return f"[{text}]" + (f" as {node.variable.text}" if node.variable else "")


def role_lines(node: RoleNode) -> Lines:
    if node.actors:
        return actors(node.preposition, node.actors)
    return [f"{node.preposition}: {reference(cited)}" for cited in node.references]


# ---------------------------------------------------------------- references, numbers, decisions


def reference(node: ReferenceNode) -> str:
    parts = [f"point ({node.point})" * bool(node.point), f"paragraph {node.paragraph}" * bool(node.paragraph), f"{node.kind} {node.designation}".strip()]
    return " of ".join(filter(None, [*parts, f"[{node.instrument.text}]" if node.instrument else ""]))


def quantity(node: QuantityNode) -> str:
    if node.formula:
        return f"{node.bound} {formula(node.formula)}".strip()
    number = f"{node.low} to {node.high}" if node.high else node.low
    return " ".join(filter(None, (node.bound, number, node.unit.text if node.unit else "")))


def formula(node: FormulaNode) -> str:
    inner = [formula(operand) for operand in node.operands]
    of = [f"[{node.of.text}]"] if node.of else []
    return f"({' '.join(filter(None, (node.kind, node.number, *of, f'rounded {node.rounded}' if node.rounded else '', *inner)))})"


def share(node: ShareNode) -> str:
    return " ".join(filter(None, (node.bound, node.percent, "percent of", f"[{node.measure.text}]")))


def period(node: PeriodNode) -> str:
    return " and ".join(f"{number} {unit}" for number, unit in node.parts)


def decision(node: DecisionNode) -> str:
    parts = (node.kind if node.kind != "fraction" else "", node.fraction, node.number, f"[{node.of.text}]" if node.of else "", node.voting)
    return "rejection by " * node.reverse + " ".join(filter(None, parts))
