"""Generated sentences on the life of a treaty, on what is recognised and put on record, and the rules decisions are taken by."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.syntax import nodes
from tests.syntax.generate_parts import (
    DATES,
    ZERO,
    Draw,
    Strategy,
    actor_lists,
    actors,
    bearers,
    decisions,
    maybe,
    names,
    node_of,
    periods,
    plain_decisions,
    quantities,
    references,
    shares,
    some,
    texts,
    votes_of,
)
from tests.syntax.generate_slots import EVENTS, LIMITS, conditions, event_roles, events, tails, timing_node

ALONE = ("enters into force", "remains in force", "applies provisionally", "is renewed")
DELAYED = (
    *ALONE, "takes effect", "is deferred", "does not apply", "applies again", "applies only", "applies", "ceases", "resumes", "lapses", "is suspended",
    "is terminated",
)  # fmt: skip
RELATING = ("prevails over", "replaces", "incorporates", "implements", "does not affect")
OPEN = ("is open for accession", "is open for signature", "is open for acceptance")
VERBS = (*DELAYED, *RELATING, *OPEN, "is extended by", "survives", "counts as", "does not count as", "is adopted by")
LIFE_PREPOSITIONS = ("to", "against", "in", "with", "for", "between", "by")


@st.composite
def sourced(draw: Draw) -> tuple[str, tuple[nodes.UnderstandingNode, ...]]:
    """The source of a sentence, and how some who sign understand it."""
    understandings = node_of(nodes.UnderstandingNode, actor_lists(), texts(), *ZERO)
    return draw(st.just("") | texts().filter(bool)), draw(st.just(()) | some(understandings, 1, 2))


# ---------------------------------------------------------------- what applies

_EMPTY = nodes.ApplicationNode((), None, None, "", (), "", None, (), None, None, None, None, "", None, (), "", 0, 0)
SUBJECTS = ("Withdrawal", "the Convention", "the annexes", "Each Protocol")


@st.composite
def subject_references(draw: Draw) -> nodes.ReferenceNode:
    """A clause that something becomes of. Only a paragraph may be one of another instrument."""
    cited = draw(references())
    return cited if cited.paragraph else cited._replace(instrument=None)


@st.composite
def subjects(draw: Draw, *, of_texts: bool) -> nodes.ApplicationNode:
    """A sentence with nothing but its subject; `of_texts` allows clauses alone, because of anybody else it could be an act."""
    kind = "references" if of_texts else draw(st.sampled_from(("references", "actors", "event")))
    if kind == "references":
        return _EMPTY._replace(references=draw(some(subject_references(), 1)))
    if kind == "actors":
        return _EMPTY._replace(subject=draw(actor_lists()))
    roles = draw(some(event_roles(prepositions=("to", "against", "from", "by", "on", "in", "with", "for", "between", "of")), most=2))
    cited = draw(some(references(), 0 if roles else 1, 2))
    return _EMPTY._replace(event=nodes.EventNode(draw(names(*EVENTS)), cited, roles, (), None, 0, 0))


@st.composite
def applications(draw: Draw, *, verbs: tuple[str, ...] = VERBS, of_texts: bool = False) -> nodes.ApplicationNode:
    verb = draw(st.sampled_from(verbs))
    source, understandings = draw(sourced())
    if verb == "is adopted by":
        return draw(amendments())._replace(slots=draw(tails()), source=source, understandings=understandings)
    by_itself = verb in ALONE or verb in OPEN or verb == "is extended by"
    made = _EMPTY if by_itself and draw(st.booleans()) else draw(subjects(of_texts=of_texts))
    roles = draw(some(life_roles(), most=2)) if verb in (*DELAYED, *RELATING, *OPEN, "is extended by") else ()
    early: list[nodes.TimingNode] = []
    if verb in (*DELAYED, *RELATING, *OPEN, "is extended by") and draw(st.booleans()):
        early.append(timing_node(draw(st.sampled_from(("on", "from"))), anchor=draw(events())))
    if verb in DELAYED and draw(st.booleans()):
        early.append(timing_node("exactly", period=draw(periods()), anchor=draw(events())))
    made = made._replace(verb=verb, roles=roles, slots=(*early, *draw(tails())), source=source, understandings=understandings)
    if verb == "is extended by":
        return made._replace(bound=draw(st.sampled_from(("", "at most"))), period=draw(periods()))
    if verb in OPEN:
        return made._replace(invited_by=draw(maybe(bearers())))
    if verb in RELATING:
        target = draw(maybe(names("Former Security Treaty", "other obligations of the Parties")))
        return made._replace(target=target, targets=() if target else draw(some(references(), 1, 2)))
    if verb == "survives":
        return made._replace(counted=draw(events()))
    if verb in ("counts as", "does not count as"):
        quantity = draw(maybe(quantities()))
        return made._replace(quantity=quantity, counted=None if quantity else draw(events()))
    return made


@st.composite
def amendments(draw: Draw) -> nodes.ApplicationNode:
    named = draw(names("amendments", "adjustments", "technical changes"))
    subject = nodes.ActorsNode((nodes.ActorNode("", "", named, None, 0, 0),), "and", (), 0, 0)
    binds = draw(st.sampled_from(("", "those that accept them", "all parties")))
    return _EMPTY._replace(subject=subject, verb="is adopted by", targets=draw(some(references(), most=2)), decision=draw(decisions()), binds=binds)


def life_roles() -> Strategy[nodes.RoleNode]:
    return event_roles(prepositions=LIFE_PREPOSITIONS)


# ---------------------------------------------------------------- what is recognised and put on record


@st.composite
def declared(draw: Draw) -> nodes.DeclaredNode:
    verb = draw(st.sampled_from(("declares", "recognises", "reaffirms", "confirms", "acknowledges")))
    condition = draw(maybe(conditions()))
    event, counted = (None, None) if condition else (draw(events()), draw(events()))
    source, understandings = draw(sourced())
    negated = counted is not None and draw(st.booleans())
    return nodes.DeclaredNode(draw(bearers()), verb, condition, event, counted, negated, draw(tails()), source, 0, 0, understandings)


@st.composite
def records(draw: Draw) -> nodes.RecordNode:
    kind = draw(st.sampled_from(("reservation", "objection", "acceptance", "understanding", "declaration")))
    by = st.builds(lambda members: nodes.ActorsNode(members, "and", (), 0, 0), some(actors(("", "each")), 1, 2))
    cited = draw(st.just(()) | some(references(), 1, 2))
    content = draw(st.sampled_from(("", "excluded", "text")))
    source, understandings = draw(sourced())
    return nodes.RecordNode(
        kind,
        draw(by),
        cited,
        None if cited else draw(actor_lists()),
        draw(st.booleans()),
        content == "excluded",
        draw(texts().filter(bool)) if content == "text" else "",
        source,
        0,
        0,
        understandings,
    )


# ---------------------------------------------------------------- rules and criteria


@st.composite
def votes(draw: Draw) -> nodes.DecisionNode:
    percent = st.sampled_from(("55", "66.6")).map(lambda number: nodes.DecisionNode("percent", "", 0, 0, number))
    made = draw(plain_decisions() | votes_of() | percent)
    return made._replace(voting=draw(st.sampled_from(("", "voting", "present and voting"))), reverse=draw(st.booleans()))


def rule_condition(kind: str, **fields: object) -> nodes.RuleConditionNode:
    empty = nodes.RuleConditionNode(kind, None, (), None, "", None, 0, 0)
    return empty._replace(**fields)


@st.composite
def rule_parts(draw: Draw) -> nodes.RuleConditionNode:
    kind = draw(st.sampled_from(("vote", "including", "having", "excluding", "veto", "quorum", "silence")))
    limit = draw(maybe(periods()))
    plain = names("France", "UK", "the Nationalists").map(lambda name: nodes.ActorNode("", "", name, None, 0, 0))
    match kind:
        case "including":
            return rule_condition(kind, actors=draw(some(plain, 1)))
        case "having":
            return rule_condition(kind, share=draw(shares()))
        case "excluding":
            return rule_condition(kind, actors=draw(some(actors(), 1)))
        case "veto":
            return rule_condition(kind, actors=draw(some(actors(), 1)), within=limit)
        case "quorum":
            number = draw(st.sampled_from(("", "15")))
            return rule_condition(kind, number=number, vote=None if number else draw(votes()))
        case "silence":
            return rule_condition(kind, vote=draw(votes()), within=limit)
    return rule_condition("vote", vote=draw(votes()))


@st.composite
def rules(draw: Draw) -> nodes.RuleNode:
    steps = []
    for number in range(draw(st.integers(1, 3))):
        first = rule_condition("vote", vote=draw(votes()))
        if number == 0 and draw(st.integers(0, 3)) == 0:
            first = rule_condition("silence", vote=draw(votes()), within=draw(maybe(periods())))
        after = draw(maybe(periods())) if number else None
        steps.append(nodes.RuleStepNode(after, (first, *draw(some(rule_parts()))), 0, 0))
    return nodes.RuleNode(draw(names("Qualified Majority", "Two Thirds Rule", "Silence")), draw(maybe(texts())), tuple(steps), 0, 0)


@st.composite
def criteria(draw: Draw) -> nodes.CriterionNode:
    """What makes a member of a group."""
    kind = draw(st.sampled_from(("that", "whose", "after")))
    relation = draw(st.sampled_from(("", "before", "on")))
    return nodes.CriterionNode(
        draw(names("Party", "State of Europe")),
        draw(texts()) if kind == "that" else None,
        draw(conditions(LIMITS[:1])) if kind == "whose" else None,
        draw(events()) if kind == "after" else None,
        relation,
        draw(st.sampled_from(DATES)) if relation else "",
        0,
        0,
    )
