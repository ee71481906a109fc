"""The tests of a treaty: scenarios, line by line, and expectations."""

from __future__ import annotations

from clausekit.named_tuples import NamedTuple
from clausekit.syntax.nodes.conditions import AtomNode, ConditionNode, EventNode
from clausekit.syntax.nodes.parts import ActorsNode, PeriodNode, ReferenceNode
from clausekit.syntax.nodes.sentences import NormNode


class MomentNode(NamedTuple):
    """When something is told or asserted: a date, or the number of a day counted from that of the first event; with an hour, where one is given."""

    date: str
    day: str
    time: str
    zone: str
    start: int
    end: int


class ScenarioNode(NamedTuple):
    """`scenario "Winter attack"`: what stands behind it, up to the next heading or scenario, are its lines."""

    name: str
    start: int
    end: int


class InForceNode(NamedTuple):
    """`in force from 2026-06-01.`"""

    date: str
    start: int
    end: int


class ToldNode(NamedTuple):
    """`on day 2: determination by Joint Commission.`; `change` is begins or ends for a status, else empty."""

    moment: MomentNode
    atom: AtomNode
    change: str
    start: int
    end: int


class ClaimNode(NamedTuple):
    """What is asserted of a clause, a Party, the treaty or a status. Without references and event it goes on for the claim before it.

    `state` is what it is said to be (violated, in force …); `holds` for a status. `relation` is by or for, with `actors`.
    """

    references: tuple[ReferenceNode, ...]
    event: EventNode | None
    state: str
    negated: bool
    relation: str
    actors: ActorsNode | None
    start: int
    end: int


class AssertedNode(NamedTuple):
    """`then on day 33: clause response is violated by UK and is violated by Poland.`"""

    moment: MomentNode
    claims: tuple[ClaimNode, ...]
    start: int
    end: int


class ExpectNode(NamedTuple):
    """`expect "no automatic war": never deploy forces before determination by Joint Commission.`

    `kind` is norm, always, never, possible, no veto, or only if; with the parts that it has. `complying` are those whose compliance is taken for granted.
    """

    name: str
    kind: str
    norm: NormNode | None
    condition: ConditionNode | None
    event: EventNode | None
    before: EventNode | None
    period: PeriodNode | None
    actors: ActorsNode | None
    complying: ActorsNode | None
    start: int
    end: int
