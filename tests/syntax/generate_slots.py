"""Generated events, conditions, times and qualifiers: what stands in the slots of a sentence."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from clausekit.syntax import nodes
from tests.syntax.generate_parts import (
    DATES,
    MEASURES,
    NUMBERS,
    UNITS,
    ZERO,
    Draw,
    Strategy,
    actor_lists,
    maybe,
    names,
    node_of,
    periods,
    quantities,
    references,
    some,
    worked_out,
)

EVENTS = ("breach", "armed attack", "an armed attack", "entry into force", "request", "failure of talks", "violation", "hostilities")
LEVELS = ("low", "medium", "very high")
PREPOSITIONS = ("to", "against", "on", "in", "from", "with", "for", "between", "by")
JUDGED = ("as determined by", "in the opinion of", "as alleged by")
WHOSE = ("any", "each", "that", "no")
PERIODIC = (("1", "year"), ("6", "months"), ("30", "working days"))

# ---------------------------------------------------------------- events and conditions


@st.composite
def event_roles(draw: Draw, joined: tuple[str, ...] = ("and", "or"), prepositions: tuple[str, ...] = (*PREPOSITIONS, *JUDGED, "of")) -> nodes.RoleNode:
    preposition = draw(st.sampled_from(prepositions))
    if preposition not in (*JUDGED, "of") and draw(st.integers(0, 4)) == 0:
        return nodes.RoleNode(preposition, None, draw(some(references(), 1, 2 if "and" in joined else 1)), 0, 0)
    return nodes.RoleNode(preposition, draw(actor_lists(joined, WHOSE if preposition == "of" else ())), (), 0, 0)


LIMITS = ("within", "before", "after", "not later than")


@st.composite
def events(draw: Draw, *, joined: tuple[str, ...] = ("and", "or"), limits: tuple[str, ...] = ()) -> nodes.EventNode:
    """An event. `joined` are the words that may join its actors; `limits` the forms of a time limit of its own that it may have."""
    cited = draw(st.just(()) | some(references(), 1, 2 if "and" in joined else 1))
    limit = None
    if limits and draw(st.booleans()):
        kind = draw(st.sampled_from(limits))
        period = draw(periods()) if kind in ("within", "not later than") else None
        limit = timing_node(kind, period=period, anchor=draw(maybe(events()) if kind == "within" else events()))
    return nodes.EventNode(draw(names(*EVENTS)), cited, draw(some(event_roles(joined), most=2)), draw(some(quantities(), most=1)), limit, 0, 0)


@st.composite
def measured(draw: Draw) -> nodes.EventNode:
    roles = draw(some(event_roles(prepositions=("in", "for", "of")), most=1))
    return nodes.EventNode(draw(names(*MEASURES)), (), roles, (), None, 0, 0)


@st.composite
def atoms(draw: Draw, *, limits: tuple[str, ...] = ()) -> nodes.AtomNode:
    kind = draw(st.sampled_from(("occurs", "occurs", "compares", "formula", "level")))
    comparator = draw(st.sampled_from(("exceeds", "is below", "is at least", "is at most", "is")))
    if kind == "compares":
        unit = draw(maybe(names(*UNITS, "years")))
        return nodes.ComparesNode(draw(measured()), comparator, draw(st.sampled_from(NUMBERS)), unit, 0, 0)
    if kind == "formula":
        of_measure = names("baseline", "forces of France").map(lambda name: nodes.FormulaNode("measured", "", name, "", (), 0, 0))
        amount = draw(worked_out() if comparator == "is" else worked_out() | of_measure)
        return nodes.ComparesNode(draw(measured()), comparator, "", None, 0, 0, amount)
    if kind == "level":
        return nodes.LevelNode(draw(measured()), draw(names(*LEVELS)), 0, 0)
    how = draw(st.sampled_from(("", "not", "already")))
    return nodes.OccursNode(draw(events(limits=limits)), how == "not", 0, 0, how == "already")


def conditions(limits: tuple[str, ...] = ()) -> Strategy[nodes.ConditionNode]:
    return node_of(nodes.ConditionNode, some(some(atoms(limits=limits), 1, 2), 1, 2), *ZERO)


# ---------------------------------------------------------------- times


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
def dated(draw: Draw) -> nodes.TimingNode:
    """A date; with an hour or without, and with its distance from UTC or without, where there can be one."""
    kind, day = draw(st.sampled_from(("by", "from", "on", "until", "before"))), draw(st.sampled_from(DATES))
    time = draw(st.sampled_from(("", "00:00", "22:30"))) if kind != "before" else ""
    return timing_node(kind, date=day, time=time, zone=draw(st.sampled_from(("", "UTC", "+02:00", "-09:30"))) if time else "")


@st.composite
def anchored(draw: Draw) -> nodes.TimingNode:
    """A time that hangs on an event, or a length of time that does."""
    kind = draw(
        st.sampled_from(("before", "until", "at the same time as", "first day of month", "not later than", "not earlier than", "exactly", "from", "later"))
    )
    anchor = draw(events())
    if kind in ("before", "until", "at the same time as"):
        return timing_node(kind, anchor=anchor)
    if kind == "first day of month":
        return timing_node(kind, times=draw(st.sampled_from(("1", "6", "12"))), anchor=anchor)
    return timing_node("until" if kind == "later" else kind, period=draw(periods()), anchor=anchor)


@st.composite
def lasting(draw: Draw) -> nodes.TimingNode:
    """A length of time: within or for so long, every so often, so many times."""
    kind, length = draw(st.sampled_from(("within", "for", "every", "times"))), draw(periods())
    regular = nodes.PeriodNode((draw(st.sampled_from(PERIODIC)),), 0, 0)
    bound = draw(st.sampled_from(("at least", "at most", "exactly")))
    if kind == "within":
        return timing_node(kind, low=draw(st.sampled_from(("", "10"))), period=length, anchor=draw(maybe(events())))
    if kind == "for":
        return timing_node(kind, period=length, bound=draw(st.sampled_from(("", bound))))
    if kind == "every":
        return timing_node(kind, period=regular)
    return timing_node(kind, period=draw(st.sampled_from((regular, None))), times=draw(st.sampled_from(("1", "2", "12"))), bound=bound)


@st.composite
def of_two_clocks(draw: Draw) -> nodes.TimingNode:
    pair = (draw(clocks()), draw(clocks()))
    return timing_node(draw(st.sampled_from(("by", "until", "on"))), relation=draw(st.sampled_from(("earlier", "later"))), clocks=pair)


def timings() -> Strategy[nodes.TimingNode]:
    alone = ("at all times", "immediately", "as soon as possible", "at any time", "indefinitely", "unstated")
    return st.one_of(dated(), anchored(), lasting(), of_two_clocks(), st.sampled_from(alone).map(timing_node))


def afters() -> Strategy[nodes.TimingNode]:
    """`after`, which stands before all other times."""
    of_day = st.sampled_from(DATES).map(lambda day: timing_node("after", date=day))
    return of_day | events().map(lambda anchor: timing_node("after", anchor=anchor))


# ---------------------------------------------------------------- qualifiers

_OF_ACTORS = ("at the request of", "in consultation with", "on behalf of", "with the consent of")
_ALONE = ("as it deems necessary", "where possible", "for each occurrence", "subsidiarily")


@st.composite
def manners_of_acting(draw: Draw) -> nodes.MannerNode:
    kind = draw(st.sampled_from((*_OF_ACTORS, *_ALONE, "with notice", "with a statement of", "for the sole purpose of", "in accordance with")))
    if kind in _OF_ACTORS:
        return nodes.MannerNode(kind, draw(actor_lists()), None, 0, 0)
    if kind == "with notice":
        return nodes.MannerNode(kind, draw(maybe(actor_lists())), draw(periods()), 0, 0)
    if kind in _ALONE:
        return nodes.MannerNode(kind, None, None, 0, 0)
    named = draw(names("extraordinary events", "its constitutional processes"))
    cited = draw(some(references(), 1, 2)) if kind == "in accordance with" and draw(st.booleans()) else ()
    return nodes.MannerNode(kind, None, None, 0, 0, None if cited else named, cited)


@st.composite
def precedences(draw: Draw) -> nodes.PrecedenceNode:
    kind = draw(st.sampled_from(("subject to", "notwithstanding", "without prejudice to")))
    named = draw(maybe(names("the Charter", "international law")))
    return nodes.PrecedenceNode(kind, () if named else draw(some(references(), 1)), named, 0, 0)


def roles() -> Strategy[nodes.RoleNode]:
    """The roles of an act."""
    with_references = node_of(nodes.RoleNode, st.sampled_from(PREPOSITIONS), st.none(), some(references(), 1, 2), *ZERO)
    return event_roles() | with_references


@st.composite
def restrictions(draw: Draw, limits: tuple[str, ...] = ()) -> nodes.RestrictionNode:
    kind = draw(st.sampled_from(("unless", "except", "provided that")))
    if kind == "except" and draw(st.booleans()):
        return nodes.RestrictionNode(kind, None, draw(some(roles(), 1, 2)), 0, 0)
    return nodes.RestrictionNode(kind, draw(conditions(limits)), (), 0, 0)


def whens(limits: tuple[str, ...] = ()) -> Strategy[nodes.WhenNode]:
    return node_of(nodes.WhenNode, st.sampled_from(("if", "when", "whenever", "upon", "while")), conditions(limits), *ZERO)


def openings() -> Strategy[nodes.SlotNode]:
    restricting = restrictions(LIMITS).filter(lambda node: node.condition is not None)
    return whens(LIMITS) | timings() | afters() | manners_of_acting() | precedences() | restricting


def leading_slots() -> Strategy[nodes.SlotNode]:
    """What can stand between a modal and its act."""
    return timings() | restrictions().filter(lambda node: node.condition is not None) | manners_of_acting()


@st.composite
def tails(draw: Draw) -> tuple[nodes.SlotNode, ...]:
    """Slots behind an act, in an order a drafter can write them: time and manner, then what restricts and conditions."""
    first = draw(st.just(()) | st.tuples(timings() | afters()))
    early = draw(some(timings() | manners_of_acting() | precedences(), most=2))
    late = draw(some(restrictions(("not later than",)) | whens(("not later than",)), most=2))
    return (*first, *early, *late)
