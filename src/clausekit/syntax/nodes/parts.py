"""Words, names, numbers, references and actors: what sentences are made of."""

from __future__ import annotations

from clausekit.named_tuples import NamedTuple


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
    instrument: Name | None = None  # whose article it is, where it is not this treaty's


class FormulaNode(NamedTuple):
    """An amount that is worked out: `25 percent of liability rounded up`, `the smaller of X and Y`, `its previous contribution`.

    `kind` is number, percent of, share of, smaller, larger, previous, measured, plus or minus. `number` is a number or the words of a share; `of` is what it
    is taken of, or the unit of a number; `operands` are what is compared or added.
    """

    kind: str
    number: str
    of: Name | None
    rounded: str
    operands: tuple[FormulaNode, ...]
    start: int
    end: int


class QuantityNode(NamedTuple):
    """`at least 20,000 troops`; `bound` is empty when the drafter gave none, `high` when there is no range.

    With a `formula`, the numbers are empty: the amount is worked out.
    """

    bound: str
    low: str
    high: str
    unit: Name | None
    start: int
    end: int
    formula: FormulaNode | None = None


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


class ShareNode(NamedTuple):
    """`at least 55 percent of emissions`: what actors must have together. `bound` is empty, at least, at most or exactly."""

    bound: str
    percent: str
    measure: Name
    start: int
    end: int


class ActorsNode(NamedTuple):
    """Actors joined by `and` or `or`, less those named after `other than`; among them `including`, having `shares` of a measure together."""

    members: tuple[ActorNode, ...]
    joined_by: str
    excluding: tuple[ActorNode, ...]
    start: int
    end: int
    including: tuple[ActorNode, ...] = ()
    shares: tuple[ShareNode, ...] = ()


class DecisionNode(NamedTuple):
    """How a body or a collective decides: by one vote, or by a rule that is declared.

    `kind` is consensus, unanimity, majority, fraction (in words), percent, at least, or rule. `of` is who votes, or the name of the rule; `voting` is empty,
    voting, or present and voting; `reverse` says that so many votes reject.
    """

    kind: str
    fraction: str
    start: int
    end: int
    number: str = ""
    of: Name | None = None
    voting: str = ""
    reverse: bool = False


class BearerNode(NamedTuple):
    """Who is bound, and in what manner: jointly, severally, jointly and severally, or by a decision."""

    actors: ActorsNode
    manner: str
    decision: DecisionNode | None
    start: int
    end: int
