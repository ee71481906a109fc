"""Documents made of nodes, not of text: every slot, every declaration, in any order that the language can say.

Print one with `print_document` for a text that must read as it was made. Positions are all 0.
"""

from __future__ import annotations

import re
import string
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
VARIABLES = ("victim", "aggressor", "host")
ACTS = ("consult", "deploy forces", "share intelligence", "assist victim", "withdraw heavy weapons", "notify the other Parties", "do so", "use force")
EVENTS = ("breach", "armed attack", "an armed attack", "entry into force", "request", "failure of talks", "violation", "signature")
STATES = ("ceasefire", "peace", "territorial integrity of Ukraine")
MEASURES = ("heavy weapons", "emissions", "threat level")
LEVELS = ("low", "medium", "very high")
UNITS = ("troops", "aircraft", "percent", "tonnes of coal")
TIMES = ("hour", "day", "working day", "week", "month", "year")
LABELS = ("response", "no force", "clause a", "Withdrawal of Forces", "first report")
DESIGNATIONS = ("5", "12 bis", "response", "mutual defence")
MODALS = (
    "shall", "shall not", "must", "must not", "may", "may not", "should", "should not", "will", "will not", "need not", "is entitled to", "undertakes to",
    "undertake not to", "intends to", "are entitled to",
)  # fmt: skip
NUMBERS = ("1", "3", "20,000", "3.67", "2,500,000.5")
DATES = ("2027-01-01", "1 January 2028", "2026-12-31", "30 June 2027")
PREPOSITIONS = ("to", "against", "on", "in", "from", "with", "for", "between", "by")
FRACTIONS = ("one half", "one third", "two thirds", "one quarter", "three quarters", "three fifths", "four fifths")

_LAYOUT = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")


def names(*of: str) -> Strategy[nodes.Name]:
    return st.sampled_from(of).map(lambda text: nodes.Name(text, 0, 0))


def maybe(strategy: Strategy[Any]) -> Strategy[Any]:
    return st.none() | strategy


def some(strategy: Strategy[Any], least: int = 0, most: int = 3) -> Strategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def texts() -> Strategy[str]:
    """What can stand in quotation marks: any characters that a document can show, with the white space of layout made single."""
    written = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs")), max_size=40)
    likely = st.sampled_from(
        ('the "special" zone', "l’accord « Un »", "paragraph 2. Each Party shall consult", "#1", '"', "", "x" * 130, "a b " * 60, "“curly”")
    )
    return (likely | written).map(lambda text: _LAYOUT.sub(" ", text).strip(" "))


# ---------------------------------------------------------------- parts


@st.composite
def references(draw: Draw) -> nodes.ReferenceNode:
    kind = draw(st.sampled_from(("article", "named article", "this article", "clause", "annex", "part", "treaty")))
    if kind == "article":
        paragraph = draw(st.sampled_from(("", "2")))
        point = draw(st.sampled_from(("", "a", "b)(ii")))
        return nodes.ReferenceNode("article", draw(st.sampled_from(("5", "12 bis"))), paragraph, point, 0, 0)
    if kind == "this article":
        return nodes.ReferenceNode("this article", "", draw(st.sampled_from(("", "3"))), "", 0, 0)
    designations = {"named article": "mutual defence", "clause": "no force", "annex": "A", "part": "3", "treaty": ""}
    return nodes.ReferenceNode(kind.removeprefix("named "), designations[kind], "", "", 0, 0)


def quantities(bounds: tuple[str, ...] = ("", "at least", "at most", "exactly")) -> Strategy[nodes.QuantityNode]:
    return st.builds(
        nodes.QuantityNode,
        st.sampled_from(bounds),
        st.sampled_from(NUMBERS),
        st.just("") | st.sampled_from(NUMBERS),
        maybe(names(*UNITS)),
        st.just(0),
        st.just(0),
    )


@st.composite
def periods(draw: Draw) -> nodes.PeriodNode:
    first = draw(st.sampled_from(("1", "30", "2", "thirty", "one", "six")))
    parts = [(first, draw(st.sampled_from(TIMES)) + ("" if first in ("1", "one") else "s"))]
    more = draw(st.lists(st.sampled_from(("1", "12")), max_size=2))
    parts += [(number, draw(st.sampled_from(TIMES)) + ("" if number == "1" else "s")) for number in more]
    return nodes.PeriodNode(tuple(parts), 0, 0)


@st.composite
def actors(draw: Draw) -> nodes.ActorNode:
    kind = draw(st.sampled_from(("", "", "each", "any", "no", "that", "at least", "at most", "exactly", "majority", "fraction")))
    count = ""
    variable = None
    if kind in ("at least", "at most", "exactly"):
        count = draw(st.sampled_from(("3", "two", "15")))
    elif kind == "fraction":
        count = draw(st.sampled_from(FRACTIONS))
    elif kind != "majority":
        variable = draw(maybe(names(*VARIABLES)))
    # `Party` at the beginning of a sentence would declare one.
    return nodes.ActorNode(kind, count, draw(names(*(ACTORS if kind else ACTORS[:5]))), variable, 0, 0)


@st.composite
def actor_lists(draw: Draw, joined: tuple[str, ...] = ("and", "or")) -> nodes.ActorsNode:
    most = 4 if "or" in joined else 1
    members = draw(some(actors(), 1, most))
    excluding = draw(st.just(()) | some(actors(), 1, 2 if "and" in joined else 1))
    return nodes.ActorsNode(members, draw(st.sampled_from(joined)) if len(members) > 1 else "and", excluding, 0, 0)


def decisions() -> Strategy[nodes.DecisionNode]:
    plain = st.sampled_from(("consensus", "unanimity", "majority")).map(lambda kind: nodes.DecisionNode(kind, "", 0, 0))
    return plain | st.sampled_from(FRACTIONS).map(lambda fraction: nodes.DecisionNode("fraction", fraction, 0, 0))


@st.composite
def manners(draw: Draw) -> tuple[str, nodes.DecisionNode | None]:
    manner = draw(st.sampled_from(("", "jointly", "severally", "jointly and severally")))
    return manner, None if manner else draw(maybe(decisions()))


def bearers() -> Strategy[nodes.BearerNode]:
    return st.builds(lambda who, how: nodes.BearerNode(who, *how, 0, 0), actor_lists(), manners())


# ---------------------------------------------------------------- events, conditions, slots


@st.composite
def events(draw: Draw, *, joined: tuple[str, ...] = ("and", "or"), within: bool = False) -> nodes.EventNode:
    """An event. `joined` are the words that may join its actors; `within` says whether it may have a time limit of its own."""
    cited = draw(st.just(()) | some(references(), 1, 2 if "and" in joined else 1))
    roles = draw(
        some(st.builds(nodes.RoleNode, st.sampled_from((*PREPOSITIONS, "as determined by")), actor_lists(joined), st.just(()), st.just(0), st.just(0)), most=2)
    )
    limit = None
    if within and draw(st.booleans()):
        anchor = draw(maybe(events()))
        limit = timing_node("within", period=draw(periods()), anchor=anchor)
    return nodes.EventNode(draw(names(*EVENTS)), cited, roles, draw(some(quantities(), most=1)), limit, 0, 0)


def measured(name: nodes.Name) -> nodes.EventNode:
    return nodes.EventNode(name, (), (), (), None, 0, 0)


@st.composite
def atoms(draw: Draw, *, within: bool = False) -> nodes.AtomNode:
    kind = draw(st.sampled_from(("occurs", "occurs", "compares", "level")))
    if kind == "compares":
        comparator = draw(st.sampled_from(("exceeds", "is below", "is at least", "is at most", "is")))
        return nodes.ComparesNode(measured(draw(names(*MEASURES))), comparator, draw(st.sampled_from(NUMBERS)), draw(maybe(names(*UNITS))), 0, 0)
    if kind == "level":
        return nodes.LevelNode(measured(draw(names(*MEASURES))), draw(names(*LEVELS)), 0, 0)
    return nodes.OccursNode(draw(events(within=within)), draw(st.booleans()), 0, 0)


def conditions(*, within: bool = False) -> Strategy[nodes.ConditionNode]:
    return st.builds(nodes.ConditionNode, some(some(atoms(within=within), 1, 2), 1, 2), st.just(0), st.just(0))


def timing_node(kind: str, **fields: Any) -> nodes.TimingNode:
    empty = {"period": None, "anchor": None, "date": "", "relation": "", "low": "", "clocks": ()}
    return nodes.TimingNode(kind=kind, **{**empty, **fields}, start=0, end=0)


@st.composite
def clocks(draw: Draw) -> nodes.ClockNode:
    kind = draw(st.sampled_from(("date", "period", "event")))
    if kind == "date":
        return nodes.ClockNode(draw(st.sampled_from(DATES)), None, None, 0, 0)
    return nodes.ClockNode("", draw(periods()) if kind == "period" else None, draw(events(joined=("or",))), 0, 0)


@st.composite
def timings(draw: Draw, *, after: bool = False) -> nodes.TimingNode:
    kinds = ("within", "range", "by", "clocks", "before", "until", "not later than", "not earlier than", "from", "for", "every", "at all times", "immediately",
             "as soon as possible")  # fmt: skip
    kind = draw(st.sampled_from((*kinds, "after") if after else kinds))
    if kind == "within":
        return timing_node(kind, period=draw(periods()), anchor=draw(maybe(events())))
    if kind == "range":
        return timing_node("within", low="10", period=draw(periods()), anchor=draw(maybe(events())))
    if kind in ("by", "from"):
        return timing_node(kind, date=draw(st.sampled_from(DATES)))
    if kind == "clocks":
        pair = (draw(clocks()), draw(clocks()))
        return timing_node(draw(st.sampled_from(("by", "until"))), relation=draw(st.sampled_from(("earlier", "later"))), clocks=pair)
    if kind in ("before", "until", "after"):
        return timing_node(kind, date=draw(st.sampled_from(DATES))) if draw(st.booleans()) else timing_node(kind, anchor=draw(events()))
    if kind in ("not later than", "not earlier than", "for"):
        return timing_node(kind, period=draw(periods()), anchor=None if kind == "for" else draw(events()))
    if kind == "every":
        return timing_node(kind, period=nodes.PeriodNode((draw(st.sampled_from((("1", "year"), ("6", "months"), ("30", "working days")))),), 0, 0))
    return timing_node(kind)


@st.composite
def qualifiers(draw: Draw) -> nodes.MannerNode | nodes.PrecedenceNode:
    kind = draw(
        st.sampled_from(
            ("at the request of", "in consultation with", "as it deems necessary", "with notice", "subject to", "notwithstanding", "without prejudice to")
        )
    )
    if kind in ("at the request of", "in consultation with"):
        return nodes.MannerNode(kind, draw(actor_lists()), None, 0, 0)
    if kind == "with notice":
        return nodes.MannerNode(kind, None, nodes.PeriodNode((draw(st.sampled_from((("12", "months"), ("1", "year")))),), 0, 0), 0, 0)
    if kind == "as it deems necessary":
        return nodes.MannerNode(kind, None, None, 0, 0)
    named = draw(maybe(names("the Charter", "international law")))
    return nodes.PrecedenceNode(kind, () if named else draw(some(references(), 1)), named, 0, 0)


@st.composite
def restrictions(draw: Draw, *, within: bool = False) -> nodes.RestrictionNode:
    kind = draw(st.sampled_from(("unless", "except", "provided that")))
    if kind == "except" and draw(st.booleans()):
        return nodes.RestrictionNode(kind, None, draw(some(roles(), 1, 2)), 0, 0)
    return nodes.RestrictionNode(kind, draw(conditions(within=within)), (), 0, 0)


def whens(*, within: bool = False) -> Strategy[nodes.WhenNode]:
    words = st.sampled_from(("if", "when", "whenever", "upon", "while"))
    return st.builds(nodes.WhenNode, words, conditions(within=within), st.just(0), st.just(0))


def openings() -> Strategy[nodes.SlotNode]:
    return whens(within=True) | timings(after=True) | qualifiers() | restrictions(within=True).filter(lambda node: node.condition is not None)


def leading_slots() -> Strategy[nodes.SlotNode]:
    return timings() | restrictions().filter(lambda node: node.condition is not None) | qualifiers().filter(lambda node: isinstance(node, nodes.MannerNode))


@st.composite
def tails(draw: Draw) -> tuple[nodes.SlotNode, ...]:
    """Slots behind an act, in an order a drafter can write them: time and manner, then what restricts and conditions."""
    first = draw(st.just(()) | st.tuples(timings(after=True)))
    early = draw(some(timings() | qualifiers(), most=2))
    late = draw(some(restrictions() | whens(), most=2))
    return (*first, *early, *late)


# ---------------------------------------------------------------- sentences


def roles() -> Strategy[nodes.RoleNode]:
    zero = st.just(0)
    to_actors = st.builds(nodes.RoleNode, st.sampled_from((*PREPOSITIONS, "as determined by")), actor_lists(), st.just(()), zero, zero)
    return to_actors | st.builds(nodes.RoleNode, st.sampled_from(PREPOSITIONS), st.none(), some(references(), 1, 2), zero, zero)


@st.composite
def acts(draw: Draw) -> nodes.ActNode:
    phrase = draw(names(*ACTS))
    what = draw(st.sampled_from(("", "", "object", "references", "joined")))
    each = nodes.ActorNode(draw(st.sampled_from(("each", "any"))), "", draw(names("Party", "other Guarantor")), None, 0, 0) if what == "object" else None
    cited = draw(some(references(), 1, 2)) if what == "references" else ()
    joined = draw(some(names("ships", "heavy weapons", "train personnel"), 1)) if what == "joined" else ()
    joined_by = draw(st.sampled_from(("and", "or"))) if joined else "and"
    return nodes.ActNode(phrase, each, cited, joined, draw(some(roles(), most=2)), draw(some(quantities(), most=2)), 0, 0, joined_by)


@st.composite
def statements(draw: Draw, *, kind: str = "full") -> nodes.StatementNode:
    """A full statement, one that goes on for the bearer before it ("continued"), or a bare act ("bare")."""
    cited = draw(st.just("") | texts().filter(bool))
    bearer = draw(bearers()) if kind == "full" else None
    modal = "" if kind == "bare" else draw(st.sampled_from(MODALS))
    leading: tuple[nodes.SlotNode, ...] = ()
    how: tuple[str, nodes.DecisionNode | None] = ("", None)
    if kind != "bare":
        leading = draw(st.just(()) | st.tuples(leading_slots()))
        how = ("", None) if leading else draw(manners())
    listed = kind != "bare" and draw(st.integers(0, 4)) == 0
    count = draw(st.integers(1, 3)) if listed else 1
    limbs = tuple(nodes.LimbNode(string.ascii_lowercase[number] if listed else "", draw(acts()), draw(tails()), 0, 0) for number in range(count))
    connective = draw(st.sampled_from(("and", "or"))) if count > 1 else "and"
    return nodes.StatementNode(bearer, modal, leading, *how, limbs, connective, listed, cited, 0, 0)


@st.composite
def guarantees(draw: Draw) -> nodes.GuaranteeNode:
    kind = draw(st.sampled_from(("clauses", "duties", "states")))
    cited = () if kind == "states" else draw(some(references(), 1, 2))
    of = draw(actor_lists()) if kind == "duties" else None
    states = draw(some(names(*STATES), 1)) if kind == "states" else ()
    beneficiary, response = draw(maybe(actor_lists())), draw(st.just(()) | some(references(), 1, 2))
    return nodes.GuaranteeNode(draw(bearers()), cited, of, states, beneficiary, response, draw(tails()), draw(st.just("") | texts().filter(bool)), 0, 0)


@st.composite
def cores(draw: Draw, *, bare: bool) -> nodes.CoreNode:
    if bare and draw(st.booleans()):
        return (draw(statements(kind="bare")),)
    first = draw(statements() | guarantees())
    rest = [draw(statements(kind=draw(st.sampled_from(("full", "continued"))))) for _ in range(draw(st.integers(0, 1)))]
    return (first, *rest)


@st.composite
def norms(draw: Draw) -> nodes.NormNode:
    opened = draw(some(openings(), most=2))
    rungs = tuple(nodes.RungNode(draw(some(openings(), most=1)), draw(cores(bare=True)), 0, 0) for _ in range(draw(st.integers(0, 2))))
    return nodes.NormNode(opened, draw(cores(bare=bool(opened))), rungs, 0, 0)


def clauses() -> Strategy[nodes.ClauseNode]:
    prose = st.builds(nodes.ProseNode, texts(), st.just("") | texts().filter(bool), st.just(0), st.just(0))
    return st.builds(nodes.ClauseNode, maybe(names(*LABELS)), norms() | prose, st.just(0), st.just(0))


# ---------------------------------------------------------------- headings and declarations


@st.composite
def headings(draw: Draw) -> nodes.HeadingNode:
    kind = draw(st.sampled_from(("article", "part", "chapter", "section", "annex", "preamble")))
    if kind == "preamble":
        return nodes.HeadingNode(kind, "", None, 0, 0)
    title = draw(maybe(texts()))
    return nodes.HeadingNode(kind, draw(st.sampled_from(DESIGNATIONS if title is not None else DESIGNATIONS[:3])), title, 0, 0)


@st.composite
def settings(draw: Draw) -> nodes.SettingNode:
    kind = draw(st.sampled_from(("short", "languages", "depositary", "register", "style", "done at", "immediately means")))
    text = draw(texts()) if kind in ("short", "done at") else draw(st.sampled_from(("political", "un"))) if kind in ("register", "style") else ""
    languages, depositary = draw(some(names("English", "French", "Ukrainian", "Old Norse"), 1)), draw(names("Switzerland", "the Secretariat"))
    named = languages if kind == "languages" else (depositary,) if kind == "depositary" else ()
    date = draw(st.sampled_from(("", *DATES))) if kind == "done at" else ""
    return nodes.SettingNode(kind, text, named, date, draw(periods()) if kind == "immediately means" else None, 0, 0)


@st.composite
def headers(draw: Draw) -> nodes.HeaderNode:
    title = draw(maybe(texts()))
    return nodes.HeaderNode(title, draw(some(settings(), 0 if title is not None else 1, 4)), 0, 0)


@st.composite
def declarations(draw: Draw) -> nodes.DeclarationNode:
    kind = draw(st.sampled_from(("actor", "group", "body", "text", "action", "event", "status", "measure")))
    display = draw(maybe(texts()))
    if kind == "actor":
        role = draw(st.sampled_from(("party", "guarantor", "state", "signatory", "organ")))
        return nodes.ActorDeclarationNode(role, draw(names(*ACTORS)), display, draw(some(quantities(), most=3)), 0, 0)
    if kind == "group":
        return nodes.GroupNode(draw(names("European Allies", "Friends of Peace")), display, draw(maybe(texts())), draw(some(actors(), 1, 4)), 0, 0)
    if kind == "body":
        quorum = draw(st.sampled_from(("", "5")))
        return nodes.BodyNode(draw(names("Joint Commission")), display, draw(some(actors(), 0, 3)), draw(maybe(decisions())), quorum, 0, 0)
    if kind == "text":
        kind = draw(st.sampled_from(("zone", "term")))
        return nodes.TextDeclarationNode(kind, draw(names("Line of Contact", "Territory")), display, draw(texts() if kind == "term" else maybe(texts())), 0, 0)
    if kind == "action":
        return nodes.ActionNode(draw(names(*ACTS)), display, draw(maybe(texts())), draw(maybe(names(*UNITS))), 0, 0)
    if kind == "event":
        return nodes.EventDeclarationNode(draw(names(*EVENTS)), display, draw(maybe(conditions(within=True))), 0, 0)
    if kind == "status":
        return nodes.StatusNode(draw(names(*STATES)), display, draw(maybe(conditions(within=True))), draw(maybe(conditions(within=True))), 0, 0)
    levels = draw(some(names(*LEVELS), most=3))
    return nodes.MeasureNode(draw(names(*MEASURES)), display, None if levels else draw(maybe(names(*UNITS))), levels, 0, 0)


def items() -> Strategy[nodes.ItemNode]:
    recitals = st.builds(nodes.RecitalNode, texts(), st.just(0), st.just(0))
    return st.one_of(clauses(), clauses(), headings(), headers(), declarations(), recitals)


def documents(most: int = 4) -> Strategy[nodes.Document]:
    """Whole files, of `most` items at most."""
    return st.builds(nodes.Document, some(items(), 1, most), st.just(()))
