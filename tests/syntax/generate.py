"""Documents made of nodes, not of text: every slot, every declaration, in any order that the language can say.

Print one with `print_document` for a text that must read as it was made. Positions are all 0.
"""

from __future__ import annotations

import string

from hypothesis import strategies as st

from clausekit.syntax import nodes
from tests.syntax.generate_life import applications, criteria, declared, records, rules, sourced
from tests.syntax.generate_parts import (
    ACTORS,
    DATES,
    MEASURES,
    UNITS,
    ZERO,
    Draw,
    Strategy,
    actor_lists,
    actors,
    bearers,
    decisions,
    manners,
    maybe,
    names,
    node_of,
    periods,
    plain_quantities,
    quantities,
    references,
    some,
    texts,
)
from tests.syntax.generate_slots import EVENTS, LEVELS, conditions, leading_slots, openings, roles, tails

ACTS = ("consult", "deploy forces", "share intelligence", "assist victim", "withdraw heavy weapons", "notify the other Parties", "do so", "use force")
STATES = ("ceasefire", "peace", "territorial integrity of Ukraine")
LABELS = ("response", "no force", "clause a", "Withdrawal of Forces", "first report")
DESIGNATIONS = ("5", "12 bis", "response", "mutual defence")
MODALS = (
    "shall", "shall not", "must", "must not", "may", "may not", "should", "should not", "will", "will not", "need not", "is entitled to", "undertakes to",
    "undertake not to", "intends to", "are entitled to",
)  # fmt: skip
KINDS = ("group", "party", "actor", "body", "zone", "period", "number", "date", "text", "instrument", "clause", "rule")
TRANSLATED = (
    ("title", ""), ("short", ""), ("done at", ""), ("party", "Côte d’Ivoire"), ("action", "deploy forces"), ("unit", "troops"), ("phrase", "a part of it"),
    ("phrase", "tests, and “trials” by 1967"),
    ("clause", "no force"), ("article", "5"), ("article", "12 bis"), ("article", "mutual defence"), ("annex", "A"), ("part", "II"), ("recital", "3"),
    ("paragraph", "2 of article 5"), ("paragraph", "1 of article mutual defence"), ("paragraph", "4"),
    ("paragraph", "1 of annex A"), ("paragraph", "3 of part 2"), ("section", "1"),
)  # fmt: skip

# ---------------------------------------------------------------- sentences


@st.composite
def acts(draw: Draw) -> nodes.ActNode:
    phrase = draw(names(*ACTS))
    what = draw(st.sampled_from(("", "", "object", "references", "joined")))
    each = nodes.ActorNode(draw(st.sampled_from(("each", "any"))), "", draw(names("Party", "other Guarantor")), None, 0, 0) if what == "object" else None
    cited = draw(some(references(), 1, 2)) if what == "references" else ()
    joined = draw(some(names("ships", "heavy weapons", "train personnel"), 1)) if what == "joined" else ()
    joined_by = draw(st.sampled_from(("and", "or"))) if joined else "and"
    amounts = draw(some(quantities(), most=2))
    if any(amount.unit and amount.unit.text == "percent" for amount in amounts[:1]):  # `3 percent of 5` would be a share
        amounts = amounts[:1]
    return nodes.ActNode(phrase, each, cited, joined, draw(some(roles(), most=2)), amounts, 0, 0, joined_by)


def ensuring() -> Strategy[nodes.ActNode]:
    """`ensure that` one state of affairs or several."""
    ensure = nodes.Name("ensure", 0, 0)
    return some(conditions(), 1, 2).map(lambda ensured: nodes.ActNode(ensure, None, (), (), (), (), 0, 0, ensured=ensured))


@st.composite
def statements(draw: Draw, *, kind: str = "full") -> nodes.StatementNode:
    """A full statement, one that goes on for the bearer before it ("continued"), or a bare act ("bare")."""
    source, understandings = draw(sourced())
    bearer = draw(bearers()) if kind == "full" else None
    modal = "" if kind == "bare" else draw(st.sampled_from(MODALS))
    leading: tuple[nodes.SlotNode, ...] = ()
    how: tuple[str, nodes.DecisionNode | None] = ("", None)
    if kind != "bare":
        leading = draw(st.just(()) | st.tuples(leading_slots()))
        how = ("", None) if leading else draw(manners(behind_modal=True))
    form = draw(st.sampled_from(("act", "act", "act", "points", "ensure"))) if kind != "bare" else "act"
    count = draw(st.integers(1, 3)) if form == "points" else 1
    made = ensuring() if form == "ensure" else acts()
    limbs = tuple(nodes.LimbNode(string.ascii_lowercase[number] if form == "points" else "", draw(made), draw(tails()), 0, 0) for number in range(count))
    connective = draw(st.sampled_from(("and", "or"))) if count > 1 else "and"
    return nodes.StatementNode(bearer, modal, leading, *how, limbs, connective, form == "points", source, 0, 0, understandings)


@st.composite
def guarantees(draw: Draw) -> nodes.GuaranteeNode:
    kind = draw(st.sampled_from(("clauses", "duties", "states")))
    verb = draw(st.sampled_from(("guarantee", "guarantees", "assure", "assures", "intend to uphold", "intends to uphold")))
    cited = () if kind == "states" else draw(some(references(), 1, 2))
    of = draw(actor_lists()) if kind == "duties" else None
    states = draw(some(names(*STATES), 1)) if kind == "states" else ()
    beneficiary, response = draw(maybe(actor_lists())), draw(st.just(()) | some(references(), 1, 2))
    source, understandings = draw(sourced())
    return nodes.GuaranteeNode(draw(bearers()), cited, of, states, beneficiary, response, draw(tails()), source, 0, 0, verb, understandings)


@st.composite
def cores(draw: Draw, *, bare: bool) -> nodes.CoreNode:
    """What is stated, one thing or two. Behind an opening or `failing which` it may be an act that nobody is named for ("bare")."""
    if bare and draw(st.booleans()):
        return (draw(statements(kind="bare")),)
    first = draw(st.one_of(statements(), guarantees(), applications(), declared()))
    if draw(st.booleans()):
        return (first,)
    another = statements() | applications()
    if isinstance(first, nodes.ApplicationNode):
        return (first, draw(another | applications(verbs=("is renewed",))))
    if isinstance(first, nodes.DeclaredNode):
        another = statements()
    return (first, draw(another | statements(kind="continued")))


@st.composite
def norms(draw: Draw) -> nodes.NormNode:
    opened = draw(some(openings(), most=2))
    rungs = tuple(nodes.RungNode(draw(some(openings(), most=1)), draw(cores(bare=True)), 0, 0) for _ in range(draw(st.integers(0, 2))))
    return nodes.NormNode(opened, draw(cores(bare=bool(opened))), rungs, 0, 0)


@st.composite
def prose(draw: Draw) -> nodes.ProseNode:
    source, understandings = draw(sourced())
    return nodes.ProseNode(draw(texts()), source, 0, 0, understandings)


def clauses() -> Strategy[nodes.ClauseNode]:
    return node_of(nodes.ClauseNode, maybe(names(*LABELS)), st.one_of(norms(), norms(), prose(), records()), *ZERO)


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
def actor_declarations(draw: Draw) -> nodes.ActorDeclarationNode:
    role, display = draw(st.sampled_from(("party", "guarantor", "state", "signatory", "organ", "class"))), draw(maybe(texts()))
    if role == "class":
        return nodes.ActorDeclarationNode(role, draw(names("other Powers", "persons")), display, (), 0, 0, draw(maybe(names("Party"))))
    first = draw(st.just(()) | st.tuples(quantities()))
    return nodes.ActorDeclarationNode(role, draw(names(*ACTORS)), display, (*first, *(draw(some(plain_quantities(), most=2)) if first else ())), 0, 0)


@st.composite
def groups(draw: Draw) -> nodes.GroupNode:
    criterion = draw(maybe(criteria()))
    members = () if criterion else draw(some(actors(), 1, 4))
    return nodes.GroupNode(draw(names("European Allies", "Friends of Peace")), draw(maybe(texts())), draw(maybe(texts())), members, 0, 0, criterion)


@st.composite
def bodies(draw: Draw) -> nodes.BodyNode:
    members, quorum, size = draw(some(actors(), 0, 3)), draw(st.sampled_from(("", "5"))), draw(st.sampled_from(("", "12")))
    under, chair = draw(maybe(names("Conference of the Parties"))), draw(maybe(names("IFOR Commander")))
    return nodes.BodyNode(draw(names("Joint Commission")), draw(maybe(texts())), members, draw(maybe(decisions())), quorum, 0, 0, size, under, chair)


@st.composite
def text_declarations(draw: Draw) -> nodes.TextDeclarationNode:
    name, display, meaning = draw(names("Line of Contact", "Territory")), draw(maybe(texts())), draw(texts())
    if draw(st.booleans()):
        return nodes.TextDeclarationNode("term", name, display, meaning, 0, 0)
    inside = draw(maybe(names("Area of Application")))
    distance = draw(maybe(st.just(nodes.QuantityNode("", "2.5", "", nodes.Name("km", 0, 0), 0, 0))))
    baseline = draw(names("Ceasefire Line")) if distance else None
    return nodes.TextDeclarationNode("zone", name, display, draw(maybe(st.just(meaning))), 0, 0, inside, distance, baseline)


@st.composite
def measures(draw: Draw) -> nodes.MeasureNode:
    name, display = draw(names(*MEASURES)), draw(maybe(texts()))
    levels = draw(some(names(*LEVELS), most=3))
    if levels:
        return nodes.MeasureNode(name, display, None, levels, 0, 0)
    of, part_of = draw(maybe(names("Party", "State Party"))), draw(maybe(names("armoured vehicles")))
    return nodes.MeasureNode(name, display, draw(maybe(names(*UNITS))), (), 0, 0, of, part_of)


@st.composite
def modules(draw: Draw) -> nodes.UseNode | nodes.ParameterNode:
    if draw(st.booleans()):
        return nodes.ParameterNode(draw(names("Defenders", "the Notice Period")), draw(st.sampled_from(KINDS)), 0, 0)
    values = {"name": "European Allies", "text": draw(texts()), "date": "1 January 2028", "period": "30 days and 12 hours", "number": "20,000"}
    bound = [nodes.BindingNode(draw(names("Defenders", "Notice Period")), kind, values[kind], 0, 0) for kind in draw(some(st.sampled_from(sorted(values))))]
    return nodes.UseNode(draw(texts()), draw(maybe(names("Defence"))), tuple(bound), 0, 0)


@st.composite
def happenings(draw: Draw) -> nodes.DeclarationNode:
    kind, display = draw(st.sampled_from(("action", "event", "status", "instrument"))), draw(maybe(texts()))
    if kind == "action":
        return nodes.ActionNode(draw(names(*ACTS)), display, draw(maybe(texts())), draw(maybe(names(*UNITS))), 0, 0)
    if kind == "event":
        return nodes.EventDeclarationNode(draw(names(*EVENTS)), display, draw(maybe(conditions(("within",)))), 0, 0)
    if kind == "instrument":
        return nodes.InstrumentNode(draw(names("Charter", "the Peace Treaty")), display, 0, 0)
    begins, ends = draw(maybe(conditions(("within",)))), draw(maybe(conditions(("within",))))
    return nodes.StatusNode(draw(names(*STATES)), display, begins, ends, 0, 0)


def declarations() -> Strategy[nodes.DeclarationNode]:
    return st.one_of(actor_declarations(), groups(), bodies(), text_declarations(), happenings(), measures(), modules(), rules())


@st.composite
def translated(draw: Draw) -> nodes.TranslationNode | nodes.TranslatedNode:
    """The head of a translation, or a line of one."""
    if draw(st.booleans()):
        return nodes.TranslationNode(draw(st.sampled_from(("French", "uk", "Scottish Gaelic", "shall", "U.S.", ""))), 0, 0)
    kind, name = draw(st.sampled_from(TRANSLATED))
    form = node_of(nodes.FormNode, st.sampled_from(("plural", "feminine", "plural genitive", "source")), maybe(texts()), *ZERO)
    return nodes.TranslatedNode(kind, name, draw(texts()), draw(maybe(texts())), draw(maybe(texts())), draw(some(form)), 0, 0)


def items() -> Strategy[nodes.ItemNode]:
    recitals = node_of(nodes.RecitalNode, texts(), *ZERO)
    return st.one_of(clauses(), clauses(), headings(), headers(), declarations(), declarations(), recitals, translated())


def documents(most: int = 4) -> Strategy[nodes.Document]:
    """Whole files, of `most` items at most."""
    return node_of(nodes.Document, some(items(), 1, most), st.just(()))
