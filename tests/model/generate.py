"""Parts of treaties as nobody would draft them: every field of the model in use, every name plausible. Built in Python, never read from a text.

What is made here can be said in the clause language; what only the model could hold (a point of a whole treaty, three acts without letters) is left out.
The groups, bodies, zones, terms, instruments and rules are declared in every treaty of `generate_treaties`; actors, acts, events and measures may be left
undeclared. Sentences are put together in `generate_sentences` and `generate_life`.
"""

from __future__ import annotations

import typing
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from clausekit.model import literals
from clausekit.model.published import amounts, terms

ACTORS = ("Ukraine", "Poland", "France", "Türkiye", "Côte d’Ivoire", "Timor-Leste")
STATES = ("Switzerland", "Norway")
CLASSES = ("Neighbours", "volunteers")
GROUPS = ("European Allies", "Border States", "Depositaries")
BODIES = ("Joint Commission", "Council")
ZONES = ("Line of Contact", "Buffer Zone")
TERMS = ("Territory", "Self-Defence")
INSTRUMENTS = ("Charter", "Peace Treaty")
RULES = ("Qualified Majority", "Silence")
ACTIONS = ("deploy forces", "impose sanctions", "withdraw units", "assist", "notify", "suspend")
EVENTS = ("armed attack", "breach", "border incident")
STATUSES = ("ceasefire", "state of alert")
MEASURES = ("heavy weapons", "threat level")
UNDECLARED_EVENTS = ("entry into force", "violation", "request", "signature", "waiver", "landing of troops")
# Acts that are built into the language, as events and as verbs: only of what is known to be an act can the beginning or the end be meant.
KNOWN_EVENTS = ("withdrawal", "suspension", "consultation")
KNOWN_ACTS = ("notify", "suspend")
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


def once_in(draw: Draw, times: int) -> bool:
    return bool(draw(st.integers(1, times)) == times)


# ---------------------------------------------------------------- numbers, time, references


@st.composite
def formulas(draw: Draw, *, depth: int = 0) -> amounts.Formula:
    """An amount that is worked out. Sums go on to the right, and are compared with nothing."""
    kinds = ["percent of", "share of", "previous"] + (["smaller", "larger"] if depth < 2 else []) + (["plus", "minus"] if depth < 1 else ["number"])
    kind = draw(st.sampled_from(kinds))
    if kind == "number":
        return amounts.Formula(kind=kind, amount=draw(AMOUNTS), of=draw(maybe(st.sampled_from(UNITS[:2]))))
    if kind in ("smaller", "larger"):
        return amounts.Formula(kind=kind, operands=(draw(formulas(depth=depth + 1)), draw(formulas(depth=depth + 1))))
    if kind in ("plus", "minus"):
        return amounts.Formula(kind=kind, operands=(draw(formulas(depth=1)), draw(formulas(depth=1))))
    of = draw(st.sampled_from((*MEASURES, "liability")))
    if kind == "previous":
        return amounts.Formula(kind=kind, of=of)
    rounded = draw(st.sampled_from(["", "up", "down"]))
    if kind == "share of":
        return amounts.Formula(kind=kind, share=draw(one_literal(literals.ShareName)), of=of, rounded=rounded)
    return amounts.Formula(kind=kind, amount=draw(AMOUNTS), of=of, rounded=rounded)


@st.composite
def quantities(draw: Draw, *, units: tuple[str, ...] = UNITS, plain: bool = False) -> amounts.Quantity:
    bound = draw(one_literal(literals.Bound))
    if not plain and once_in(draw, 4):
        return amounts.Quantity(bound=bound, formula=draw(formulas()))
    return amounts.Quantity(bound=bound, amount=draw(AMOUNTS), high=draw(maybe(AMOUNTS)), unit=draw(maybe(st.sampled_from(units))))


@st.composite
def shares(draw: Draw) -> amounts.Share:
    return amounts.Share(bound=draw(st.sampled_from(["stated", "at least"])), percent=draw(AMOUNTS), measure=draw(st.sampled_from(MEASURES)))


def periods(most: int = 2) -> st.SearchStrategy[amounts.Period]:
    return some(st.tuples(COUNTS, one_literal(literals.Unit)), most, 1).map(lambda parts: amounts.Period(parts=parts))


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
        instrument = draw(maybe(st.sampled_from(INSTRUMENTS))) if designation != "response" and once_in(draw, 3) else None
        return terms.Reference(kind=kind, designation=designation, paragraph=paragraph, point=point, instrument=instrument)
    return terms.Reference(kind=kind, designation=draw(st.sampled_from({"clause": LABELS, "annex": ("A", "B"), "part": ("2", "IV")}[kind])))


def cited(most: int = 2, least: int = 0) -> st.SearchStrategy[tuple[terms.Reference, ...]]:
    return some(references(), most, least)


def instrument() -> st.SearchStrategy[tuple[terms.Reference, ...]]:
    """Another treaty, where it is cited whole."""
    return st.sampled_from(INSTRUMENTS).map(lambda name: (terms.Reference(kind="instrument", designation=name),))


# ---------------------------------------------------------------- actors


@st.composite
def actors_of_a_group(draw: Draw, *, variables: bool) -> terms.Actor:
    name = draw(st.sampled_from((*ROLE_GROUPS, *GROUPS)))
    quantifier = draw(
        st.sampled_from(["a", "the", "all", "each", "any", "no", "that", "at least", "at most", "exactly", "majority", "fraction", "percent"])
    )  # fmt: skip
    count: int | Decimal | str | None = None
    if quantifier in ("at least", "at most", "exactly"):
        count = draw(COUNTS)
    elif quantifier == "fraction":
        count = draw(one_literal(literals.ShareName))
    elif quantifier == "percent":
        count = draw(AMOUNTS)
    named = variables and count is None and quantifier != "majority"
    variable = draw(maybe(st.sampled_from(VARIABLES))) if named else None
    return terms.Actor(quantifier=quantifier, count=count, name=name, other=draw(st.booleans()), variable=variable)


def single_actors(*, things: bool) -> st.SearchStrategy[terms.Actor]:
    people = st.sampled_from((*ACTORS, *STATES, *BODIES, *CLASSES, "Utopia")).map(lambda name: terms.Actor(name=name))
    if not things:
        return people
    quantified = st.builds(terms.Actor, quantifier=st.sampled_from(["", "the"]), name=st.sampled_from((*ZONES, *TERMS, *INSTRUMENTS)))
    return st.one_of(people, quantified)


def one_actor(*, things: bool = False, variables: bool = True) -> st.SearchStrategy[terms.Actor]:
    return st.one_of(single_actors(things=things), actors_of_a_group(variables=variables))


@st.composite
def actors(draw: Draw, *, most: int = 3, things: bool = False, variables: bool = True, joined: tuple[str, ...] = ("and", "or")) -> terms.Actors:
    """Actors, in one of a few: less others, with others among them, or with a share between them."""
    members = draw(some(one_actor(things=things, variables=variables), most, 1))
    less = draw(st.integers(0, 11)) if "and" in joined else draw(st.integers(0, 8))
    others = draw(some(one_actor(variables=False), min(1, most), 1)) if less in (0, 10) else ()
    return terms.Actors(
        members=members,
        joined_by=draw(st.sampled_from(joined)) if len(members) > 1 else "and",
        excluding=others if less == 0 else (),
        including=others if less == 10 else (),
        shares=(draw(shares()),) if less == 11 else (),
    )


@st.composite
def decisions(draw: Draw) -> terms.Decision:
    """A vote as it can stand behind `acting by`, or the name of a rule."""
    kind = draw(st.sampled_from(["consensus", "unanimity", "majority", "fraction", "percent", "at least", "rule"]))
    if kind == "rule":
        return terms.Decision(kind=kind, of=draw(st.sampled_from(RULES)))
    whole = kind in ("percent", "at least") or (kind in ("majority", "fraction") and draw(st.booleans()))
    number = Decimal(draw(COUNTS)) if kind == "at least" else draw(AMOUNTS) if kind == "percent" else None
    return terms.Decision(
        kind=kind,
        fraction=draw(one_literal(literals.ShareName)) if kind == "fraction" else None,
        number=number,
        of=draw(st.sampled_from((*ROLE_GROUPS, *GROUPS, *BODIES))) if whole else None,
    )


@st.composite
def bearers(draw: Draw, *, most: int = 3) -> terms.Bearer:
    manner = draw(st.sampled_from(["", "", "jointly", "severally", "jointly and severally", "unstated"]))
    return terms.Bearer(actors=draw(actors(most=most)), manner=manner, decision=None if manner else draw(maybe(decisions())))


# ---------------------------------------------------------------- events and conditions

PREPOSITIONS = ("to", "against", "on", "in", "from", "with", "for", "between", "by", "as determined by", "as alleged by", "in the opinion of")


@st.composite
def roles_of_event(draw: Draw, *, most_actors: int, joined: tuple[str, ...], prepositions: tuple[str, ...] = PREPOSITIONS) -> tuple[terms.Role, ...]:
    """Roles; whose the event is stands first."""
    chosen = draw(st.lists(st.sampled_from(prepositions), max_size=2, unique=True))
    made = tuple(terms.Role(preposition=each, actors=draw(actors(most=most_actors, things=True, joined=joined))) for each in chosen)
    return (draw(owners()), *made) if once_in(draw, 6) else made


@st.composite
def owners(draw: Draw) -> terms.Role:
    """Whose an event is: `withdrawal of Ukraine`, `breach of any Party`."""
    if draw(st.booleans()):
        owner = terms.Actor(name=draw(st.sampled_from((*BODIES, *INSTRUMENTS))))
    else:
        quantifier = draw(st.sampled_from(["each", "any", "that", "no"]))
        owner = terms.Actor(quantifier=quantifier, name=draw(st.sampled_from(ROLE_GROUPS)), other=draw(st.booleans()))
    return terms.Role(preposition="of", actors=terms.Actors(members=(owner,)))


@st.composite
def events(draw: Draw, *, most_actors: int = 2, joined: tuple[str, ...] = ("and", "or"), within: bool = False) -> terms.EventTerm:
    aspect = draw(st.sampled_from(["begin", "complete"])) if once_in(draw, 8) else ""
    return terms.EventTerm(
        name=draw(st.sampled_from(KNOWN_EVENTS if aspect else (*EVENTS, *STATUSES, *ACTIONS[:3], *UNDECLARED_EVENTS, *KNOWN_EVENTS))),
        aspect=aspect,
        references=draw(cited(1)),
        roles=draw(roles_of_event(most_actors=most_actors, joined=joined)),
        quantities=draw(some(quantities(), 1)),
        within=draw(maybe(windows())) if within else None,
    )


@st.composite
def windows(draw: Draw) -> terms.Timing:
    return terms.Timing(kind="within", period=draw(periods()), anchor=draw(maybe(events())))


@st.composite
def windows_of_openings(draw: Draw) -> terms.Timing:
    """What must have happened before or after which other event: only an opening can say so."""
    kind = draw(st.sampled_from(["within", "before", "after", "not later than"]))
    if kind == "within":
        return draw(windows())
    return terms.Timing(kind=kind, period=draw(periods()) if kind == "not later than" else None, anchor=draw(events()))


@st.composite
def occurrences(draw: Draw, *, within: bool, opening: bool = False) -> terms.Occurs:
    happening = draw(events(within=within and not opening))
    if opening and draw(st.booleans()):
        happening = happening.model_copy(update={"within": draw(windows_of_openings())})
    state = draw(st.sampled_from(["", "negated", "already"]))
    return terms.Occurs(event=happening, negated=state == "negated", already=state == "already")


@st.composite
def roles_of_measure(draw: Draw) -> tuple[terms.Role, ...]:
    return draw(roles_of_event(most_actors=2, joined=("and", "or"))) if once_in(draw, 3) else ()


@st.composite
def comparisons(draw: Draw) -> terms.Compares:
    comparator = draw(st.sampled_from(["exceeds", "is below", "is at least", "is at most", "is"]))
    roles = draw(roles_of_measure())
    if once_in(draw, 3):
        worked_out = draw(formulas())
        if comparator != "is" and once_in(draw, 3):
            worked_out = amounts.Formula(kind="measured", of=MEASURES[1])
        return terms.Compares(measure=MEASURES[0], roles=roles, comparator=comparator, formula=worked_out)
    return terms.Compares(measure=MEASURES[0], roles=roles, comparator=comparator, amount=draw(AMOUNTS), unit=draw(maybe(st.sampled_from(UNITS))))


LEVELS = st.builds(terms.Level, measure=st.just(MEASURES[1]), roles=roles_of_measure(), level=st.sampled_from(["low", "high"]))


def conditions(*, within: bool = True, opening: bool = False) -> st.SearchStrategy[terms.Condition]:
    atom = st.one_of(occurrences(within=within, opening=opening), comparisons(), LEVELS)
    return some(some(atom, 2, 1), 2, 1).map(lambda alternatives: terms.Condition(alternatives=alternatives))


# ---------------------------------------------------------------- time


@st.composite
def clocks(draw: Draw) -> terms.Clock:
    if draw(st.booleans()):
        return terms.Clock(on=draw(DATES))
    return terms.Clock(period=draw(maybe(periods(1))), event=draw(events(joined=("or",))))


ANCHORED = ("before", "until", "at the same time as")
COUNTED_FROM = ("not later than", "not earlier than", "exactly", "from", "until")
PLAIN_TIMES = ("at all times", "at any time", "immediately", "as soon as possible", "indefinitely", "unstated")
FORMS_OF_TIME = ("within", "clocks", "dated", "anchored", "counted from", "for", "every", "times", "first day of month", "plain")


@st.composite
def timings(draw: Draw) -> terms.Timing:  # noqa: PLR0911  one form of time after another
    form = draw(st.sampled_from(FORMS_OF_TIME))
    if form == "within":
        return terms.Timing(kind=form, period=draw(periods()), at_least=draw(maybe(COUNTS)), anchor=draw(maybe(events())))
    if form == "clocks":
        kind = draw(st.sampled_from(["by", "until", "on"]))
        return terms.Timing(kind=kind, which=draw(st.sampled_from(["earlier", "later"])), clocks=(draw(clocks()), draw(clocks())))
    if form == "dated":
        return draw(instants())
    if form == "anchored":
        return terms.Timing(kind=draw(st.sampled_from(ANCHORED)), anchor=draw(events()))
    if form == "counted from":
        return terms.Timing(kind=draw(st.sampled_from(COUNTED_FROM)), period=draw(periods(1)), anchor=draw(events()))
    if form == "for":
        return terms.Timing(kind=form, period=draw(periods()), bound=draw(st.sampled_from(["", "at least", "at most", "exactly"])))
    if form == "every":
        return terms.Timing(kind=form, period=draw(periods(1)))
    if form == "times":
        bound = draw(st.sampled_from(["at least", "at most", "exactly"]))
        return terms.Timing(kind=form, times=draw(COUNTS), bound=bound, period=draw(maybe(periods(1))))
    if form == "first day of month":
        return terms.Timing(kind=form, times=draw(st.integers(1, 12)), anchor=draw(events()))
    return terms.Timing(kind=draw(st.sampled_from(PLAIN_TIMES)))


@st.composite
def instants(draw: Draw) -> terms.Timing:
    """A date, with its hour where the form can have one."""
    kind = draw(st.sampled_from(["by", "on", "from", "until", "before"]))
    hour = draw(st.sampled_from(["", "", "00:00", "12:30"])) if kind != "before" else ""
    return terms.Timing(kind=kind, on=draw(DATES), hour=hour, zone=draw(st.sampled_from(["", "UTC", "+05:30", "-03:00"])) if hour else "")


@st.composite
def _dated_or_anchored(draw: Draw, kind: str) -> terms.Timing:
    return terms.Timing(kind=kind, on=draw(DATES)) if draw(st.booleans()) else terms.Timing(kind=kind, anchor=draw(events()))


@st.composite
def times(draw: Draw, *, of_act: bool = False) -> tuple[terms.Timing, ...]:
    """The timing of an act; `after` stands first, where it cannot be taken for the anchor of a deadline. From which event an act is done, before that."""
    since = terms.Timing(kind="from", anchor=terms.EventTerm(name=draw(st.sampled_from(KNOWN_EVENTS)))) if of_act and once_in(draw, 8) else None
    after = (draw(_dated_or_anchored("after")),) if draw(st.integers(0, 4)) == 0 else ()
    # How long after stands before other times (`exactly 3 days after breach every month`).
    others = sorted(draw(some(timings(), 2)), key=lambda each: each.kind != "exactly")
    return (*((since,) if since else ()), *after, *others)
