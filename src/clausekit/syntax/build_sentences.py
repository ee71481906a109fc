"""Grammar rules → nodes: sentences. One function a rule or alias of `clause.lark`, as in `build_actors`.

What grows member by member is a list until the node that owns it is made: a sentence with a hundred thousand members takes no longer for each.
"""

from __future__ import annotations

from typing import Any, TypeVar

from clausekit.syntax.build_actors import Manner
from clausekit.syntax.build_qualifiers import References
from clausekit.syntax.nodes import (
    ActNode,
    ActorNode,
    ActorsNode,
    ApplicationNode,
    BearerNode,
    DecisionNode,
    DeclaredNode,
    GuaranteeNode,
    LimbNode,
    Name,
    NormNode,
    QuantityNode,
    RoleNode,
    RungNode,
    SlotNode,
    StatementNode,
    Token,
    UnderstandingNode,
)
from clausekit.syntax.spelling import quoted

Slots = list[SlotNode]
Stated = StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode
Core = list[StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode]
Source = tuple[str, tuple[UnderstandingNode, ...]]
Tail = tuple[tuple[SlotNode, ...], Source]
Point = tuple[LimbNode, Source]
UNSOURCED: Source = ("", ())
Points = tuple[str, list[Point]]
Predicate = tuple[tuple[SlotNode, ...], str, DecisionNode | None, tuple[LimbNode, ...], str, bool, Source]
"""What a statement says of its bearer: the fields of StatementNode from `leading` on, and its source."""
_Sourced = TypeVar("_Sourced", GuaranteeNode, ApplicationNode, DeclaredNode)
Part = RoleNode | QuantityNode | ActorNode | References


def plain_norm(start: int, end: int, stated: Core, *rungs: RungNode) -> NormNode:
    return NormNode((), tuple(stated), rungs, start, end)


def opened_norm(start: int, end: int, opened: Slots, stated: Core, *rungs: RungNode) -> NormNode:
    return NormNode(tuple(opened), tuple(stated), rungs, start, end)


def openings(start: int, end: int, opening: SlotNode) -> Slots:
    return [opening]


def more_openings(start: int, end: int, begun: Slots, opening: SlotNode) -> Slots:
    begun.append(opening)
    return begun


def rung(start: int, end: int, opened: Slots | None, stated: Core) -> RungNode:
    return RungNode(tuple(opened or ()), tuple(stated), start, end)


def core(start: int, end: int, stated: Stated) -> Core:
    return [stated]


def more_core(start: int, end: int, begun: Core, stated: Stated) -> Core:
    begun.append(stated)
    return begun


def statement(start: int, end: int, bearer: BearerNode, modal: Token, said: Predicate) -> StatementNode:
    return _stated(start, end, bearer, modal.text.lower().replace(" never", " not"), said)


def continued(start: int, end: int, modal: Token, said: Predicate) -> StatementNode:
    return _stated(start, end, None, modal.text.lower().replace(" never", " not"), said)


def bare_statement(start: int, end: int, done: ActNode, ending: Tail) -> StatementNode:
    return _stated(start, end, None, "", single(start, end, None, done, ending))


def single(start: int, end: int, leading: Manner | SlotNode | None, done: ActNode, ending: Tail) -> Predicate:
    limb = LimbNode("", done, ending[0], start, end)
    return (*_leading(leading), (limb,), "and", False, ending[1])


def listed(start: int, end: int, leading: Manner | SlotNode | None, points: Points) -> Predicate:
    connective, limbs = points
    cited = "; ".join(source for _, (source, _) in limbs if source)
    understood = tuple(each for _, (_, understandings) in limbs for each in understandings)
    return (*_leading(leading), tuple(limb for limb, _ in limbs), connective, True, (cited, understood))


def ensures(start: int, end: int, leading: Manner | SlotNode | None, *rest: Any) -> Predicate:
    *ensured, ending = rest
    done = ActNode(Name("ensure", start, start), None, (), (), (), (), start, ensured[-1].end, ensured=tuple(ensured))
    return single(start, end, leading, done, ending)


def first_point(start: int, end: int, only: Point) -> Points:
    return "and", [only]


def next_point(start: int, end: int, begun: Points, added: Point) -> Points:
    begun[1].append(added)
    return begun


and_point = next_point


def or_point(start: int, end: int, begun: Points, added: Point) -> Points:
    begun[1].append(added)
    return "or", begun[1]


def point(start: int, end: int, mark: Token, done: ActNode, ending: Tail) -> Point:
    return LimbNode(mark.text[1:-1].lower(), done, ending[0], start, end), ending[1]


def act(start: int, end: int, phrase: Name, *rest: Part) -> ActNode:
    if not rest:
        return ActNode(phrase, None, (), (), (), (), start, end)
    named: ActorNode | None = None
    cited: References = ()
    roles: list[RoleNode] = []
    amounts: list[QuantityNode] = []
    for part in rest:
        if isinstance(part, RoleNode):
            roles.append(part)
        elif isinstance(part, QuantityNode):
            amounts.append(part)
        elif isinstance(part, ActorNode):
            named = part
        else:
            cited = part
    return ActNode(phrase, named, cited, (), tuple(roles), tuple(amounts), start, end)


def act_on_several(start: int, end: int, phrase: Name, *rest: Name | RoleNode | QuantityNode) -> ActNode:
    joined = tuple(part for part in rest if isinstance(part, Name))
    roles = [part for part in rest if not isinstance(part, Name)]
    return act(start, end, phrase, *roles)._replace(joined=joined)


def act_on_one_of_several(start: int, end: int, phrase: Name, *rest: Name | RoleNode | QuantityNode) -> ActNode:
    return act_on_several(start, end, phrase, *rest)._replace(joined_by="or")


def object_actor(start: int, end: int, quantifier: Token, named: Name) -> ActorNode:
    return ActorNode("each" if quantifier.type == "EVERY" else quantifier.text.lower(), "", named, None, start, end)


def tail(start: int, end: int, early: Slots | None, *rest: Any) -> Tail:
    if len(rest) == 1:
        return tuple(early or ()), rest[0] or UNSOURCED
    late, cited = rest
    return (*(early or ()), *late), cited or UNSOURCED


def source(start: int, end: int, text: Token, *understandings: UnderstandingNode) -> Source:
    return quoted(text), understandings


def understood(start: int, end: int, *understandings: UnderstandingNode) -> Source:
    return "", understandings


def slots(start: int, end: int, slot: SlotNode) -> Slots:
    return [slot]


def more_slots(start: int, end: int, begun: Slots, slot: SlotNode) -> Slots:
    begun.append(slot)
    return begun


def guarantee(
    start: int, end: int, bearer: BearerNode, verb: Token, given: GuaranteeNode, beneficiary: ActorsNode | None, response: References | None, ending: Tail
) -> GuaranteeNode:
    word = " ".join(verb.text.lower().split())
    made = given._replace(bearer=bearer, verb=word, beneficiary=beneficiary, response=response or (), start=start, end=end)
    return with_tail(made, ending)


def guaranteed_clauses(start: int, end: int, cited: References) -> GuaranteeNode:
    return GuaranteeNode(_NOBODY, cited, None, (), None, (), (), "", start, end)


def guaranteed_duties(start: int, end: int, of: ActorsNode, cited: References) -> GuaranteeNode:
    return GuaranteeNode(_NOBODY, cited, of, (), None, (), (), "", start, end)


def guaranteed_state(start: int, end: int, *states: Name) -> GuaranteeNode:
    return GuaranteeNode(_NOBODY, (), None, states, None, (), (), "", start, end)


def response(start: int, end: int, _: Token, cited: References) -> References:
    return cited


def with_tail(stated: _Sourced, ending: Tail) -> _Sourced:
    """A sentence with the slots, the source and the understandings that its tail gives it."""
    slots, (cited, understandings) = ending
    return stated._replace(slots=slots, source=cited, understandings=understandings)


def _stated(start: int, end: int, bearer: BearerNode | None, modal: str, said: Predicate) -> StatementNode:
    leading, manner, decision, limbs, connective, is_listed, (cited, understandings) = said
    return StatementNode(bearer, modal, leading, manner, decision, limbs, connective, is_listed, cited, start, end, understandings)


def _leading(leading: Manner | SlotNode | None) -> tuple[tuple[SlotNode, ...], str, DecisionNode | None]:
    if leading is None:
        return (), "", None
    if isinstance(leading, SlotNode):
        return (leading,), "", None
    return (), *leading


_NOBODY = BearerNode(ActorsNode((), "and", (), 0, 0), "", None, 0, 0)
