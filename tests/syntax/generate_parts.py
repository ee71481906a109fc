"""What generated documents are made of: names, texts, cross-references, amounts, actors, decisions. Positions are all 0."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from clausekit.syntax import nodes

Strategy = st.SearchStrategy
Draw = Callable[[Strategy[Any]], Any]

ACTORS = (
    "Ukraine",
    "France",
    "UK",
    "the European Allies",
    "the Parties",
    "other Party",
    "Party",
    "Guarantor",
    "Côte d’Ivoire",
    "Joint Commission",
    "Line of Contact",
)
ROLES = ("Party", "Guarantor", "other Party")
VARIABLES = ("victim", "aggressor", "host")
MEASURES = ("heavy weapons", "emissions", "threat level", "armaments of Croatia")
UNITS = ("troops", "aircraft", "percent", "tonnes of coal")
TIMES = ("hour", "day", "working day", "week", "month", "year")
NUMBERS = ("1", "3", "20,000", "3.67", "2,500,000.5")
DATES = ("2027-01-01", "1 January 2028", "2026-12-31", "30 June 2027")
FRACTIONS = ("one half", "one third", "two thirds", "one quarter", "three quarters", "three fifths", "four fifths")
RULES = ("Qualified Majority", "Two Thirds Rule", "Consensus Rule", "Silence")
INSTRUMENTS = ("Charter", "the Peace Treaty", "Covenant of the League")

_LAYOUT = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")


def names(*of: str) -> Strategy[nodes.Name]:
    return st.sampled_from(of).map(lambda text: nodes.Name(text, 0, 0))


def maybe(strategy: Strategy[Any]) -> Strategy[Any]:
    return st.none() | strategy


def some(strategy: Strategy[Any], least: int = 0, most: int = 3) -> Strategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def node_of(kind: Callable[..., Any], *fields: Strategy[Any]) -> Strategy[Any]:
    """Nodes with these fields and no others: `st.builds` would make up those that have a default."""
    return st.tuples(*fields).map(lambda values: kind(*values))


ZERO = (st.just(0), st.just(0))


def texts() -> Strategy[str]:
    """What can stand in quotation marks: any characters that a document can show, with the white space of layout made single."""
    written = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs")), max_size=40)
    likely = st.sampled_from(
        ('the "special" zone', "l’accord « Un »", "paragraph 2. Each Party shall consult", "#1", '"', "", "x" * 130, "a b " * 60, "“curly”")
    )
    return (likely | written).map(lambda text: _LAYOUT.sub(" ", text).strip(" "))


# ---------------------------------------------------------------- cross-references, amounts


@st.composite
def references(draw: Draw) -> nodes.ReferenceNode:
    kind = draw(st.sampled_from(("article", "named article", "this article", "clause", "annex", "part", "treaty")))
    if kind == "article":
        paragraph = draw(st.sampled_from(("", "2")))
        point = draw(st.sampled_from(("", "a", "b)(ii")))
        return nodes.ReferenceNode("article", draw(st.sampled_from(("5", "12 bis"))), paragraph, point, 0, 0, draw(maybe(names(*INSTRUMENTS))))
    if kind == "this article":
        return nodes.ReferenceNode("this article", "", draw(st.sampled_from(("", "3"))), "", 0, 0)
    designations = {"named article": "mutual defence", "clause": "no force", "annex": "A", "part": "3", "treaty": ""}
    return nodes.ReferenceNode(kind.removeprefix("named "), designations[kind], "", "", 0, 0)


def formula(kind: str, number: str = "", of: nodes.Name | None = None, rounded: str = "", operands: tuple[nodes.FormulaNode, ...] = ()) -> nodes.FormulaNode:
    return nodes.FormulaNode(kind, number, of, rounded, operands, 0, 0)


@st.composite
def operands(draw: Draw, *, compared: bool = False, deep: int = 1) -> nodes.FormulaNode:
    """One amount of a formula; one that is `compared` may be the value of a measure, and holds no sum."""
    kinds = ("number", "percent of", "share of", "previous", *(("smaller", "larger") if deep else ()), *(("measured",) if compared else ()))
    kind = draw(st.sampled_from(kinds))
    of, rounded = draw(names("liability", "the budget", "objects of verification")), draw(st.sampled_from(("", "up", "down")))
    if kind == "number":
        return formula(kind, draw(st.sampled_from(NUMBERS)), draw(maybe(names(*UNITS))))
    if kind in ("percent of", "share of"):
        return formula(kind, draw(st.sampled_from(NUMBERS if kind == "percent of" else FRACTIONS)), of, rounded)
    if kind in ("smaller", "larger"):
        pair = st.tuples(operands(compared=True, deep=deep - 1), operands(compared=True, deep=deep - 1))
        return formula(kind, operands=draw(pair))
    return formula(kind, of=of)


@st.composite
def formulas(draw: Draw) -> nodes.FormulaNode:
    amount = draw(operands())
    for _ in range(draw(st.integers(0, 2))):
        amount = formula(draw(st.sampled_from(("plus", "minus"))), operands=(amount, draw(operands())))
    return amount


def worked_out() -> Strategy[nodes.FormulaNode]:
    """Formulas that are no plain number."""
    return formulas().filter(lambda made: made.kind != "number")


def plain_quantities() -> Strategy[nodes.QuantityNode]:
    bounds, high = st.sampled_from(("", "at least", "at most", "exactly")), st.just("") | st.sampled_from(NUMBERS)
    return node_of(nodes.QuantityNode, bounds, st.sampled_from(NUMBERS), high, maybe(names(*UNITS)), st.just(0), st.just(0))


def quantities() -> Strategy[nodes.QuantityNode]:
    bounds = st.sampled_from(("", "at least", "at most", "exactly"))
    made = st.builds(lambda bound, amount: nodes.QuantityNode(bound, "", "", None, 0, 0, amount), bounds, worked_out())
    return st.one_of(plain_quantities(), plain_quantities(), made)


@st.composite
def periods(draw: Draw) -> nodes.PeriodNode:
    first = draw(st.sampled_from(("1", "30", "2", "thirty", "one", "six")))
    parts = [(first, draw(st.sampled_from(TIMES)) + ("" if first in ("1", "one") else "s"))]
    more = draw(st.lists(st.sampled_from(("1", "12")), max_size=2))
    parts += [(number, draw(st.sampled_from(TIMES)) + ("" if number == "1" else "s")) for number in more]
    return nodes.PeriodNode(tuple(parts), 0, 0)


# ---------------------------------------------------------------- actors, decisions


@st.composite
def actors(draw: Draw, quantifiers: tuple[str, ...] = ()) -> nodes.ActorNode:
    every = ("", "", "each", "any", "no", "that", "at least", "at most", "exactly", "majority", "fraction", "percent")
    kind = draw(st.sampled_from(quantifiers or every))
    count = ""
    variable = None
    if kind in ("at least", "at most", "exactly"):
        count = draw(st.sampled_from(("3", "two", "15")))
    elif kind in ("fraction", "percent"):
        count = draw(st.sampled_from(FRACTIONS if kind == "fraction" else ("55", "66.6")))
    elif kind != "majority":
        variable = draw(maybe(names(*VARIABLES)))
    # `Party` at the beginning of a sentence would declare one; whatever else stood behind `and that` might begin another state of affairs to be ensured.
    known = ROLES if kind == "that" else ACTORS if kind else ACTORS[:5]
    return nodes.ActorNode(kind, count, draw(names(*known)), variable, 0, 0)


def shares() -> Strategy[nodes.ShareNode]:
    return node_of(nodes.ShareNode, st.sampled_from(("", "at least")), st.sampled_from(("55", "0.5")), names("emissions", "the population"), *ZERO)


@st.composite
def actor_lists(draw: Draw, joined: tuple[str, ...] = ("and", "or"), first: tuple[str, ...] = ()) -> nodes.ActorsNode:
    """Actors joined by one of the words of `joined`; among clocks, by `or` alone. The first one has one of the quantifiers of `first`, if any are given."""
    among_clocks = "and" not in joined
    members = draw(some(actors(), 1, 1 if among_clocks else 4))
    if first:
        members = (draw(actors(first)), *members[1:])
    joined_by = draw(st.sampled_from(joined)) if len(members) > 1 else "and"
    more = draw(st.sampled_from(("", "", "", "excluding", *(() if among_clocks else ("including", "having")))))
    others = draw(some(actors(), 1, 1 if among_clocks else 2))
    return nodes.ActorsNode(
        members,
        joined_by,
        others if more == "excluding" else (),
        0,
        0,
        others if more == "including" else (),
        (draw(shares()),) if more == "having" else (),
    )


def plain_decisions() -> Strategy[nodes.DecisionNode]:
    plain = st.sampled_from(("consensus", "unanimity", "majority")).map(lambda kind: nodes.DecisionNode(kind, "", 0, 0))
    return plain | st.sampled_from(FRACTIONS).map(lambda fraction: nodes.DecisionNode("fraction", fraction, 0, 0))


@st.composite
def votes_of(draw: Draw) -> nodes.DecisionNode:
    kind, of = draw(st.sampled_from(("majority", "fraction", "percent", "at least"))), draw(names("Council", "the Parties", "those"))
    number = {"percent": "55.5", "at least": draw(st.sampled_from(("1", "fifteen", "15")))}.get(kind, "")
    return nodes.DecisionNode(kind, draw(st.sampled_from(FRACTIONS)) if kind == "fraction" else "", 0, 0, number, of)


def decisions() -> Strategy[nodes.DecisionNode]:
    """How a body or a collective decides, where no whole rule can stand."""
    votes = st.builds(lambda vote, voting: vote._replace(voting=voting), votes_of(), st.sampled_from(("", "voting", "present and voting")))
    ruled = names(*RULES).map(lambda rule: nodes.DecisionNode("rule", "", 0, 0, "", rule))
    return plain_decisions() | votes | ruled


@st.composite
def manners(draw: Draw, *, behind_modal: bool = False) -> tuple[str, nodes.DecisionNode | None]:
    manner = draw(st.sampled_from(("", "", "jointly", "severally", "jointly and severally", *(() if behind_modal else ("unstated",)))))
    return manner, None if manner else draw(maybe(plain_decisions() if behind_modal else decisions()))


def bearers() -> Strategy[nodes.BearerNode]:
    return st.builds(lambda who, how: nodes.BearerNode(who, *how, 0, 0), actor_lists(), manners())
