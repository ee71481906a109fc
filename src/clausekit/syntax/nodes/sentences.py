"""Sentences: who is bound to do what, and what follows if they fail."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from clausekit.syntax.nodes.conditions import RoleNode, SlotNode
from clausekit.syntax.nodes.parts import ActorNode, ActorsNode, BearerNode, DecisionNode, Name, QuantityNode, ReferenceNode


class ActNode(NamedTuple):
    """What is done: a phrase that still holds its object, its roles, its quantities.

    `joined` are the objects or acts listed after the first, and `joined_by` is the word between the last two: and, or.
    """

    phrase: Name
    object: ActorNode | None
    references: tuple[ReferenceNode, ...]
    joined: tuple[Name, ...]
    roles: tuple[RoleNode, ...]
    quantities: tuple[QuantityNode, ...]
    start: int
    end: int
    joined_by: str = "and"


class LimbNode(NamedTuple):
    """One act with its own timing and qualifiers; `mark` is the letter of a point, if it is one."""

    mark: str
    act: ActNode
    slots: tuple[SlotNode, ...]
    start: int
    end: int


class StatementNode(NamedTuple):
    """Bearer, modal and acts. Without a bearer it goes on for the bearer before it; without a modal too, it is a bare act.

    `leading` are slots written between modal and act; `listed` says that the limbs are lettered points.
    """

    bearer: BearerNode | None
    modal: str
    leading: tuple[SlotNode, ...]
    manner: str
    decision: DecisionNode | None
    limbs: tuple[LimbNode, ...]
    connective: str
    listed: bool
    source: str
    start: int
    end: int


class GuaranteeNode(NamedTuple):
    """A guarantee: `The Guarantors jointly guarantee article 1 in favour of Ukraine by clause response`."""

    bearer: BearerNode
    references: tuple[ReferenceNode, ...]
    duties_of: ActorsNode | None
    states: tuple[Name, ...]
    beneficiary: ActorsNode | None
    response: tuple[ReferenceNode, ...]
    slots: tuple[SlotNode, ...]
    source: str
    start: int
    end: int


CoreNode: TypeAlias = tuple[StatementNode | GuaranteeNode, ...]


class RungNode(NamedTuple):
    """What follows `failing which`: the reparation, itself one or more statements."""

    openings: tuple[SlotNode, ...]
    core: CoreNode
    start: int
    end: int


class NormNode(NamedTuple):
    """A binding sentence: openings, statements, and the rungs of its ladder."""

    openings: tuple[SlotNode, ...]
    core: CoreNode
    rungs: tuple[RungNode, ...]
    start: int
    end: int


class ProseNode(NamedTuple):
    """Text that binds nobody's checker."""

    text: str
    source: str
    start: int
    end: int


class ClauseNode(NamedTuple):
    """One sentence of the body, with its label if it has one."""

    label: Name | None
    body: NormNode | ProseNode
    start: int
    end: int
