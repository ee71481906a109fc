"""Words, names, numbers, references and actors: what sentences are made of."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A word, number or quotation the grammar keeps, with its place."""

    type: str
    text: str
    start: int
    end: int


class Name(NamedTuple):
    """One or more words that name something; spacing is made single."""

    text: str
    start: int
    end: int


# ---------------------------------------------------------------- references, numbers, time


class ReferenceNode(NamedTuple):
    """A live cross-reference: `paragraph 2 of article 5`, `clause response`, `annex A`, `this treaty`.

    `kind` is article, clause, annex, part, treaty, or "this article"; `paragraph` and `point` narrow an article.
    """

    kind: str
    designation: str
    paragraph: str
    point: str
    start: int
    end: int


class QuantityNode(NamedTuple):
    """`at least 20,000 troops`; `bound` is empty when the drafter gave none, `high` when there is no range."""

    bound: str
    low: str
    high: str
    unit: Name | None
    start: int
    end: int


class PeriodNode(NamedTuple):
    """`1 year and 6 months` as pairs of number and unit."""

    parts: tuple[tuple[str, str], ...]
    start: int
    end: int


# ---------------------------------------------------------------- actors


class ActorNode(NamedTuple):
    """One actor as written: `each other Party as victim`, `at least 3 European Allies`, `France`."""

    quantifier: str
    count: str  # type: ignore[assignment]  # hides the method of tuples, which nobody calls on an actor
    name: Name
    variable: Name | None
    start: int
    end: int


class ActorsNode(NamedTuple):
    """Actors joined by `and` or `or`, less those named after `other than`."""

    members: tuple[ActorNode, ...]
    joined_by: str
    excluding: tuple[ActorNode, ...]
    start: int
    end: int


class DecisionNode(NamedTuple):
    """How a body or a collective decides: consensus, unanimity, majority, or a fraction (in words)."""

    kind: str
    fraction: str
    start: int
    end: int


class BearerNode(NamedTuple):
    """Who is bound, and in what manner: jointly, severally, jointly and severally, or by a decision."""

    actors: ActorsNode
    manner: str
    decision: DecisionNode | None
    start: int
    end: int
