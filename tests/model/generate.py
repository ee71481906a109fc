"""Whole treaties as nobody would draft them: every field of the model in use, every name plausible. Built in Python, never read from a text.

What is made here can be said in the clause language; what only the model could hold (a point of a whole treaty, three acts without letters) is left out.
The groups, bodies, zones and terms are declared in every treaty of `generate_treaties`; actors, acts, events and measures may be left undeclared.
"""

from __future__ import annotations

import typing
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from clausekit.model import literals
from clausekit.model.published import clauses, terms

ACTORS = ("Ukraine", "Poland", "France", "Türkiye", "Côte d’Ivoire", "Timor-Leste")
STATES = ("Switzerland", "Norway")
GROUPS = ("European Allies", "Border States", "Depositaries")
BODIES = ("Joint Commission", "Council")
ZONES = ("Line of Contact", "Buffer Zone")
TERMS = ("Territory", "Self-Defence")
ACTIONS = ("deploy forces", "impose sanctions", "withdraw units", "assist", "notify", "suspend")
EVENTS = ("armed attack", "breach", "border incident")
STATUSES = ("ceasefire", "state of alert")
MEASURES = ("heavy weapons", "threat level")
UNDECLARED_EVENTS = ("entry into force", "violation", "request", "signature", "waiver", "landing of troops")
VARIABLES = ("victim", "aggressor")
LABELS = ("no force", "response", "first report", "withdrawal of units")
UNITS = ("troops", "naval vessels", "percent")
FREE_TEXTS = ("the line of 1974", "measures “short of force”", 'called "the Zone"', "l’état d’alerte", "50 % of it", "")

ROLE_GROUPS = ("Party", "Guarantor", "State", "Signatory")
DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))
COUNTS = st.integers(1, 30)
AMOUNTS = st.one_of(st.integers(0, 999_999).map(Decimal), st.decimals(0, 100, places=2))
TEXTS = st.sampled_from(FREE_TEXTS)
Draw = typing.Callable[..., typing.Any]


def maybe(strategy: st.SearchStrategy[typing.Any]) -> st.SearchStrategy[typing.Any]:
    return st.one_of(st.none(), strategy)


def some(strategy: st.SearchStrategy[typing.Any], most: int, least: int = 0) -> st.SearchStrategy[tuple[typing.Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def one_literal(kind: object) -> st.SearchStrategy[typing.Any]:
    return st.sampled_from(typing.get_args(kind))


# ---------------------------------------------------------------- numbers, time, references


@st.composite
def quantities(draw: Draw) -> terms.Quantity:
    return terms.Quantity(bound=draw(one_literal(literals.Bound)), amount=draw(AMOUNTS), high=draw(maybe(AMOUNTS)), unit=draw(maybe(st.sampled_from(UNITS))))


def periods(most: int = 2) -> st.SearchStrategy[terms.Period]:
    return some(st.tuples(COUNTS, one_literal(literals.Unit)), most, 1).map(lambda parts: terms.Period(parts=parts))


@st.composite
def references(draw: Draw) -> terms.Reference:
    kind = draw(st.sampled_from(["article", "article", "clause", "annex", "part", "treaty", "this article"]))
    if kind == "treaty":
        return terms.Reference(kind=kind)
    if kind == "this article":
        return terms.Reference(kind=kind, paragraph=draw(COUNTS), point=draw(st.sampled_from(["", "b"])))
    if kind == "article":
        designation = draw(st.sampled_from(["5", "12", "5 bis", "response"]))
        paragraph = draw(maybe(COUNTS))
        point = draw(st.sampled_from(["", "a", "a)(ii"])) if paragraph is not None or designation != "response" else ""
        return terms.Reference(kind=kind, designation=designation, paragraph=paragraph, point=point)
    return terms.Reference(kind=kind, designation=draw(st.sampled_from({"clause": LABELS, "annex": ("A", "B"), "part": ("2", "IV")}[kind])))


def cited(most: int = 2, least: int = 0) -> st.SearchStrategy[tuple[terms.Reference, ...]]:
    return some(references(), most, least)


# ---------------------------------------------------------------- actors


@st.composite
def actors_of_a_group(draw: Draw, *, variables: bool) -> terms.Actor:
    name = draw(st.sampled_from((*ROLE_GROUPS, *GROUPS)))
    quantifier = draw(st.sampled_from(["a", "the", "all", "each", "any", "no", "that", "at least", "at most", "exactly", "majority", "fraction"]))
    count: int | str | None = None
    if quantifier in ("at least", "at most", "exactly"):
        count = draw(COUNTS)
    elif quantifier == "fraction":
        count = draw(one_literal(literals.ShareName))
    named = variables and count is None and quantifier != "majority"
    variable = draw(maybe(st.sampled_from(VARIABLES))) if named else None
    return terms.Actor(quantifier=quantifier, count=count, name=name, other=draw(st.booleans()), variable=variable)


def single_actors(*, things: bool) -> st.SearchStrategy[terms.Actor]:
    people = st.sampled_from((*ACTORS, *STATES, *BODIES, "Utopia")).map(lambda name: terms.Actor(name=name))
    if not things:
        return people
    quantified = st.builds(terms.Actor, quantifier=st.sampled_from(["", "the"]), name=st.sampled_from((*ZONES, *TERMS)))
    return st.one_of(people, quantified)


def one_actor(*, things: bool = False, variables: bool = True) -> st.SearchStrategy[terms.Actor]:
    return st.one_of(single_actors(things=things), actors_of_a_group(variables=variables))


@st.composite
def actors(draw: Draw, *, most: int = 3, things: bool = False, variables: bool = True, joined: tuple[str, ...] = ("and", "or")) -> terms.Actors:
    members = draw(some(one_actor(things=things, variables=variables), most, 1))
    excluding = draw(some(one_actor(variables=False), min(1, most))) if draw(st.integers(0, 5)) == 0 else ()
    return terms.Actors(members=members, joined_by=draw(st.sampled_from(joined)) if len(members) > 1 else "and", excluding=excluding)


@st.composite
def decisions(draw: Draw) -> terms.Decision:
    kind = draw(st.sampled_from(["consensus", "unanimity", "majority", "fraction"]))
    return terms.Decision(kind=kind, fraction=draw(one_literal(literals.ShareName)) if kind == "fraction" else None)


@st.composite
def bearers(draw: Draw, *, most: int = 3) -> terms.Bearer:
    manner = draw(st.sampled_from(["", "", "jointly", "severally", "jointly and severally"]))
    return terms.Bearer(actors=draw(actors(most=most)), manner=manner, decision=None if manner else draw(maybe(decisions())))


# ---------------------------------------------------------------- events and conditions

PREPOSITIONS = ("to", "against", "on", "in", "from", "with", "for", "between", "by", "as determined by")


@st.composite
def events(draw: Draw, *, most_actors: int = 2, joined: tuple[str, ...] = ("and", "or"), within: bool = False) -> terms.EventTerm:
    prepositions = draw(st.lists(st.sampled_from(PREPOSITIONS), max_size=2, unique=True))
    roles = tuple(terms.Role(preposition=each, actors=draw(actors(most=most_actors, things=True, joined=joined))) for each in prepositions)
    return terms.EventTerm(
        name=draw(st.sampled_from((*EVENTS, *STATUSES, *ACTIONS[:3], *UNDECLARED_EVENTS))),
        references=draw(cited(1)),
        roles=roles,
        quantities=draw(some(quantities(), 1)),
        within=draw(maybe(windows())) if within else None,
    )


@st.composite
def windows(draw: Draw) -> terms.Timing:
    return terms.Timing(kind="within", period=draw(periods()), anchor=draw(maybe(events())))


def occurrences(*, within: bool) -> st.SearchStrategy[terms.Occurs]:
    return st.builds(terms.Occurs, event=events(within=within), negated=st.booleans())


@st.composite
def comparisons(draw: Draw) -> terms.Compares:
    comparator = draw(st.sampled_from(["exceeds", "is below", "is at least", "is at most", "is"]))
    return terms.Compares(measure=MEASURES[0], comparator=comparator, amount=draw(AMOUNTS), unit=draw(maybe(st.sampled_from(UNITS))))


LEVELS = st.builds(terms.Level, measure=st.just(MEASURES[1]), level=st.sampled_from(["low", "high"]))


def conditions(*, within: bool = True) -> st.SearchStrategy[terms.Condition]:
    atom = st.one_of(occurrences(within=within), comparisons(), LEVELS)
    return some(some(atom, 2, 1), 2, 1).map(lambda alternatives: terms.Condition(alternatives=alternatives))


# ---------------------------------------------------------------- time


@st.composite
def clocks(draw: Draw) -> terms.Clock:
    if draw(st.booleans()):
        return terms.Clock(on=draw(DATES))
    return terms.Clock(period=draw(maybe(periods(1))), event=draw(events(joined=("or",))))


@st.composite
def timings(draw: Draw) -> terms.Timing:
    kind = draw(
        st.sampled_from(
            ["within", "within", "by", "before", "from", "until", "not later than", "not earlier than", "for", "every",
             "at all times", "immediately", "as soon as possible"]
        )
    )  # fmt: skip
    if kind == "within":
        return terms.Timing(kind=kind, period=draw(periods()), at_least=draw(maybe(COUNTS)), anchor=draw(maybe(events())))
    if kind in ("by", "until") and draw(st.booleans()):
        return terms.Timing(kind=kind, which=draw(st.sampled_from(["earlier", "later"])), clocks=(draw(clocks()), draw(clocks())))
    if kind in ("by", "from"):
        return terms.Timing(kind=kind, on=draw(DATES))
    if kind in ("before", "until"):
        return draw(_dated_or_anchored(kind))
    if kind in ("not later than", "not earlier than"):
        return terms.Timing(kind=kind, period=draw(periods()), anchor=draw(events()))
    if kind in ("for", "every"):
        return terms.Timing(kind=kind, period=draw(periods(1 if kind == "every" else 2)))
    return terms.Timing(kind=kind)


@st.composite
def _dated_or_anchored(draw: Draw, kind: str) -> terms.Timing:
    return terms.Timing(kind=kind, on=draw(DATES)) if draw(st.booleans()) else terms.Timing(kind=kind, anchor=draw(events()))


@st.composite
def times(draw: Draw) -> tuple[terms.Timing, ...]:
    """The timing of an act; `after` stands first, where it cannot be taken for the anchor of a deadline."""
    after = (draw(_dated_or_anchored("after")),) if draw(st.integers(0, 4)) == 0 else ()
    return (*after, *draw(some(timings(), 2)))


# ---------------------------------------------------------------- qualifiers


def whens(*, within: bool = True) -> st.SearchStrategy[clauses.When]:
    return st.builds(clauses.When, word=st.sampled_from(["if", "when", "whenever", "upon", "while"]), condition=conditions(within=within))


@st.composite
def manners(draw: Draw) -> clauses.Manner:
    kind = draw(st.sampled_from(["at the request of", "in consultation with", "as it deems necessary", "with notice"]))
    if kind == "with notice":
        return clauses.Manner(kind=kind, period=draw(periods(1)))
    return clauses.Manner(kind=kind, actors=None if kind == "as it deems necessary" else draw(actors(variables=False)))


@st.composite
def precedences(draw: Draw) -> clauses.Precedence:
    kind = draw(st.sampled_from(["subject to", "notwithstanding", "without prejudice to"]))
    if draw(st.booleans()):
        return clauses.Precedence(kind=kind, references=draw(cited(least=1)))
    return clauses.Precedence(kind=kind, name=draw(st.sampled_from(["international law", "the Charter of the United Nations"])))


@st.composite
def restrictions(draw: Draw) -> clauses.Restriction:
    kind = draw(st.sampled_from(["unless", "except", "provided that"]))
    if kind == "except" and draw(st.booleans()):
        return clauses.Restriction(kind=kind, roles=draw(roles(least=1)))
    return clauses.Restriction(kind=kind, condition=draw(conditions(within=False)))


@st.composite
def qualifiers(draw: Draw, *, conditional: bool) -> tuple[clauses.Qualifier, ...]:
    """What limits an act, in the order of a canonical sentence. `conditional`: a condition belongs to this act alone, and does not open the sentence."""
    kinds = [draw(some(manners(), 1)), draw(some(precedences(), 1)), draw(some(restrictions(), 1))]
    kinds.append(draw(some(whens(within=False), 1)) if conditional else ())
    return tuple(each for kind in kinds for each in kind)


# ---------------------------------------------------------------- sentences


@st.composite
def roles(draw: Draw, *, least: int = 0) -> tuple[terms.Role, ...]:
    prepositions = draw(st.lists(st.sampled_from(PREPOSITIONS), min_size=least, max_size=2, unique=True))
    made = []
    for preposition in prepositions:
        if preposition != "as determined by" and draw(st.integers(0, 4)) == 0:
            made.append(terms.Role(preposition=preposition, references=draw(cited(least=1))))
        else:
            made.append(terms.Role(preposition=preposition, actors=draw(actors(things=True))))
    return tuple(made)


@st.composite
def objects(draw: Draw) -> terms.Actors:
    if draw(st.integers(0, 3)) == 0:
        quantifier = draw(st.sampled_from(["each", "any"]))
        return terms.Actors(members=(terms.Actor(quantifier=quantifier, name=draw(st.sampled_from(ROLE_GROUPS)), other=draw(st.booleans())),))
    plain = st.one_of(
        st.sampled_from(BODIES).map(lambda name: terms.Actor(name=name)),
        st.builds(terms.Actor, quantifier=st.sampled_from(["a", "the", "all"]), name=st.sampled_from((*ROLE_GROUPS, *GROUPS)), other=st.booleans()),
        st.builds(terms.Actor, quantifier=st.sampled_from(["", "the"]), name=st.sampled_from(ZONES)),
    )
    members = draw(some(plain, 3, 1))
    return terms.Actors(members=members, joined_by=draw(st.sampled_from(["and", "or"])) if len(members) > 1 else "and")


@st.composite
def acts(draw: Draw) -> clauses.Act:
    affects = draw(st.sampled_from(["nobody", "actors", "clauses"]))
    return clauses.Act(
        action=draw(st.sampled_from((*ACTIONS, "do so", "hold exercises"))),
        objects=draw(objects()) if affects == "actors" else None,
        cited=draw(cited(least=1)) if affects == "clauses" else (),
        roles=draw(roles()),
        quantities=draw(some(quantities(), 2)),
    )


@st.composite
def limbs(draw: Draw, *, conditional: bool = False, simple: bool = False) -> clauses.Limb:
    if simple:
        return clauses.Limb(act=draw(acts()))
    return clauses.Limb(act=draw(acts()), timing=draw(times()), qualifiers=draw(qualifiers(conditional=conditional)))


@st.composite
def statements(draw: Draw, *, first: bool, last: bool) -> clauses.Statement:
    listed = last and draw(st.integers(0, 3)) == 0
    acts_of_it = draw(some(limbs(conditional=True), 3, 1)) if listed else (draw(limbs(conditional=not (first and last))),)
    bearer = draw(bearers(most=3 if first else 2)) if first or draw(st.booleans()) else None
    return clauses.Statement(
        bearer=bearer,
        modal=draw(one_literal(literals.Modal)),
        limbs=acts_of_it,
        connective=draw(st.sampled_from(["and", "or"])) if len(acts_of_it) > 1 else "and",
        listed=listed,
        source=draw(st.sampled_from(["", "NORTH-ATLANTIC-1949-05"])) if last else "",
    )


@st.composite
def guarantees(draw: Draw) -> clauses.Guarantee:
    over = draw(st.sampled_from(["clauses", "duties", "states"]))
    return clauses.Guarantee(
        bearer=draw(bearers()),
        cited=() if over == "states" else draw(cited(least=1)),
        duties_of=draw(actors()) if over == "duties" else None,
        states=draw(some(st.sampled_from((*STATUSES, *TERMS)), 2, 1)) if over == "states" else (),
        beneficiary=draw(maybe(actors())),
        response=draw(cited()),
        timing=draw(times()),
        qualifiers=draw(qualifiers(conditional=False)),
        source=draw(st.sampled_from(["", "LOCARNO-1925-04"])),
    )


@st.composite
def bodies_of_sentences(draw: Draw, *, bare: bool) -> tuple[clauses.Stated, ...]:
    form = draw(st.sampled_from(["one", "one", "several", "guarantee", "bare"]))
    if form == "guarantee":
        return (draw(guarantees()),)
    if form == "bare" and bare:
        return (clauses.Statement(limbs=(draw(limbs()),)),)
    if form == "several":
        return draw(statements(first=True, last=False)), draw(statements(first=False, last=True))
    return (draw(statements(first=True, last=True)),)


@st.composite
def rungs(draw: Draw) -> clauses.Rung:
    return clauses.Rung(openings=draw(some(whens(), 1)), statements=draw(bodies_of_sentences(bare=True)))


@st.composite
def sentences(draw: Draw) -> clauses.Sentence:
    openings = draw(some(whens(), 2))
    label = draw(maybe(st.sampled_from(LABELS)))
    return clauses.Sentence(label=label, openings=openings, statements=draw(bodies_of_sentences(bare=bool(openings))), rungs=draw(some(rungs(), 2)))


def prose() -> st.SearchStrategy[clauses.Prose]:
    return st.builds(clauses.Prose, label=maybe(st.sampled_from(LABELS)), text=TEXTS, source=st.sampled_from(["", "VCLT-1969-53"]))


def provisions() -> st.SearchStrategy[clauses.Clause]:
    return st.one_of(sentences(), sentences(), prose())
