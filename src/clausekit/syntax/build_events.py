"""Grammar rules → nodes: events and conditions. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.syntax.build_time import timed
from clausekit.syntax.nodes import (
    ActorsNode,
    AtomNode,
    ComparesNode,
    ConditionNode,
    EventNode,
    FormulaNode,
    LevelNode,
    Name,
    OccursNode,
    PeriodNode,
    QuantityNode,
    ReferenceNode,
    RoleNode,
    Token,
    WhenNode,
)

References = tuple[ReferenceNode, ...]
Atoms = tuple[AtomNode, ...]
_COMPARATORS = {
    "EXCEEDS": "exceeds",
    "IS_ABOVE": "exceeds",
    "IS_BELOW": "is below",
    "IS_AT_LEAST": "is at least",
    "IS_AT_MOST": "is at most",
    "IS": "is",
    "ARE": "is",
}


def event(start: int, end: int, named: Name, *roles: RoleNode | QuantityNode) -> EventNode:
    return _event(start, end, named, (), roles)


def event_of(start: int, end: int, named: Name, of: References | ReferenceNode, *roles: RoleNode | QuantityNode) -> EventNode:
    return _event(start, end, named, (of,) if isinstance(of, ReferenceNode) else of, roles)  # one of two clocks cites one clause


def event_within(start: int, end: int, happening: EventNode, limit: PeriodNode, anchor: EventNode | None) -> EventNode:
    return happening._replace(within=timed(start, end, "within", period=limit, anchor=anchor), end=end)


def event_before(start: int, end: int, happening: EventNode, _: Token, anchor: EventNode) -> EventNode:
    return happening._replace(within=timed(start, end, "before", anchor=anchor), end=end)


def event_after(start: int, end: int, happening: EventNode, _: Token, anchor: EventNode) -> EventNode:
    return happening._replace(within=timed(start, end, "after", anchor=anchor), end=end)


def event_not_later(start: int, end: int, happening: EventNode, limit: PeriodNode, _: Token, anchor: EventNode) -> EventNode:
    return happening._replace(within=timed(start, end, "not later than", period=limit, anchor=anchor), end=end)


def role(start: int, end: int, preposition: Token, value: ActorsNode | References | ReferenceNode) -> RoleNode:
    word = " ".join(preposition.text.lower().split())
    if isinstance(value, ActorsNode):
        return RoleNode(word, value, (), start, end)
    return RoleNode(word, None, (value,) if isinstance(value, ReferenceNode) else value, start, end)  # one of two clocks cites one clause


def determined(start: int, end: int, by: ActorsNode) -> RoleNode:
    return RoleNode("as determined by", by, (), start, end)


def one_atom(start: int, end: int, only: AtomNode) -> ConditionNode:
    return ConditionNode(((only,),), start, end)


def all_of(start: int, end: int, *atoms: AtomNode) -> ConditionNode:
    return ConditionNode((atoms,), start, end)


def any_of(start: int, end: int, *alternatives: Atoms) -> ConditionNode:
    return ConditionNode(alternatives, start, end)


def conjunction(start: int, end: int, *atoms: AtomNode) -> Atoms:
    return atoms


def occurs(start: int, end: int, happening: EventNode) -> OccursNode:
    return OccursNode(happening, negated=False, start=start, end=end)


def occurs_not(start: int, end: int, _: Token, happening: EventNode) -> OccursNode:
    return OccursNode(happening, negated=True, start=start, end=end)


def occurs_already(start: int, end: int, happening: EventNode) -> OccursNode:
    return OccursNode(happening, negated=False, start=start, end=end, already=True)


def compares(start: int, end: int, measured: EventNode, how: str, amount: FormulaNode) -> ComparesNode:
    if amount.kind == "number":
        return ComparesNode(measured, how, amount.number, amount.of, start, end)
    return ComparesNode(measured, how, "", None, start, end, amount)


def compares_time(start: int, end: int, measured: EventNode, how: str, number: Token, unit: Token) -> ComparesNode:
    return ComparesNode(measured, how, number.text, Name(unit.text.lower(), unit.start, unit.end), start, end)


def compares_with(start: int, end: int, measured: EventNode, how: str, other: Name) -> ComparesNode | LevelNode:
    if how == "is":
        return LevelNode(measured, other, start, end)
    return ComparesNode(measured, how, "", None, start, end, FormulaNode("measured", "", other, "", (), other.start, other.end))


def comparator(start: int, end: int, word: Token) -> str:
    return _COMPARATORS[word.type]


def when(start: int, end: int, word: Token, met: ConditionNode) -> WhenNode:
    return WhenNode("if" if word.type == "IN_CASE_OF" else word.text.lower(), met, start, end)


during = when


def _event(start: int, end: int, named: Name, of: References, roles: Sequence[RoleNode | QuantityNode]) -> EventNode:
    if not roles:
        return EventNode(named, of, (), (), None, start, end)
    kept: list[RoleNode] = []
    amounts: list[QuantityNode] = []
    for role in roles:
        if isinstance(role, RoleNode):
            kept.append(role)
        else:
            amounts.append(role)
    return EventNode(named, of, tuple(kept), tuple(amounts), None, start, end)
