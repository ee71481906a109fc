"""Sentences: who is bound to do what, and what follows if they fail."""

from __future__ import annotations

from typing import TypeAlias

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.nodes.conditions import ConditionNode, EventNode, RoleNode, SlotNode
from clausekit.syntax.nodes.parts import ActorNode, ActorsNode, BearerNode, DecisionNode, Name, PeriodNode, QuantityNode, ReferenceNode


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
    ensured: tuple[ConditionNode, ...] = ()  # what `ensure that` is followed by


class UnderstandingNode(NamedTuple):
    """`understanding by US "…"`: how some who sign understand the sentence it stands behind."""

    by: ActorsNode
    text: str
    start: int
    end: int


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
    understandings: tuple[UnderstandingNode, ...] = ()


class GuaranteeNode(NamedTuple):
    """A guarantee: `The Guarantors jointly guarantee article 1 in favour of Ukraine by clause response`. `verb` says how firmly, as written."""

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
    verb: str = "guarantee"
    understandings: tuple[UnderstandingNode, ...] = ()


class ApplicationNode(NamedTuple):
    """How the treaty, a clause or an act stands or falls: `enters into force …`, `clause secrecy survives termination`, `X counts as Y`.

    Who or what it speaks of is in `references`, `subject` or `event`; all three are empty where the treaty itself is meant. `verb` is the life it has, in the
    singular; `targets` or `target` what it acts on; `counted` or `quantity` what it counts as; `decision`, `binds` and `invited_by` belong to amendment
    and accession.
    """

    references: tuple[ReferenceNode, ...]
    subject: ActorsNode | None
    event: EventNode | None
    verb: str
    roles: tuple[RoleNode, ...]
    bound: str
    period: PeriodNode | None
    targets: tuple[ReferenceNode, ...]
    target: Name | None
    counted: EventNode | None
    quantity: QuantityNode | None
    decision: DecisionNode | None
    binds: str
    invited_by: BearerNode | None
    slots: tuple[SlotNode, ...]
    source: str
    start: int
    end: int
    understandings: tuple[UnderstandingNode, ...] = ()


class DeclaredNode(NamedTuple):
    """What Parties recognise: `Each Party declares that not conflict of its engagements with this treaty.`"""

    bearer: BearerNode
    verb: str
    condition: ConditionNode | None
    event: EventNode | None
    counted: EventNode | None
    negated: bool
    slots: tuple[SlotNode, ...]
    source: str
    start: int
    end: int
    understandings: tuple[UnderstandingNode, ...] = ()


CoreNode: TypeAlias = tuple[StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode, ...]


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
    understandings: tuple[UnderstandingNode, ...] = ()


class RecordNode(NamedTuple):
    """What one State puts on record: `reservation by France to clause inspection: excluded.`, `objection by Poland to the reservation by France.`"""

    kind: str
    by: ActorsNode
    references: tuple[ReferenceNode, ...]
    reservation_by: ActorsNode | None
    opposing: bool
    excluded: bool
    text: str
    source: str
    start: int
    end: int
    understandings: tuple[UnderstandingNode, ...] = ()


class ClauseNode(NamedTuple):
    """One sentence of the body, with its label if it has one."""

    label: Name | None
    body: NormNode | ProseNode | RecordNode
    start: int
    end: int
