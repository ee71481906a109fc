"""Sentences of the life of a treaty and of its clauses, of recognition, and records."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.model import literals
from clausekit.model.published import life, terms
from tests.model import generate as make
from tests.model import generate_qualifiers as limiting
from tests.model.generate import Draw, once_in

LIFE_PREPOSITIONS = ("to", "against", "in", "with", "for", "between", "by")
ALONE = ("enters into force", "remains in force", "applies provisionally", "is renewed")
PLAIN_VERBS = (
    *ALONE, "takes effect", "is deferred", "applies", "applies only", "applies again", "does not apply", "ceases", "lapses", "resumes", "is suspended",
    "is terminated",
)  # fmt: skip
TARGET_VERBS = ("prevails over", "replaces", "incorporates", "implements", "does not affect")
OPEN_VERBS = ("is open for accession", "is open for signature", "is open for acceptance")


@st.composite
def subjects(draw: Draw) -> dict[str, object]:
    """What a sentence speaks of: the treaty, clauses of it, another treaty, an event, or anything else."""
    form = draw(st.sampled_from(["treaty", "treaty", "clauses", "instrument", "event", "anything"]))
    if form == "clauses":
        return {"references": draw(make.some(clauses_spoken_of(), 2, 1))}
    if form == "instrument":
        return {"references": draw(make.instrument())}
    if form == "event":
        return {"event": draw(events_spoken_of())}
    if form == "anything":
        return {"subject": terms.Actors(members=(draw(somebody()),))}
    return {}


def somebody() -> st.SearchStrategy[terms.Actor]:
    """One actor: behind an opening, a verb in the plural would be taken for an act."""
    quantified = st.builds(terms.Actor, quantifier=st.sampled_from(["a", "the", "each", "any"]), name=st.sampled_from(make.ROLE_GROUPS), other=st.booleans())
    return st.one_of(st.sampled_from((*make.ACTORS, *make.BODIES)).map(lambda name: terms.Actor(name=name)), quantified)


@st.composite
def clauses_spoken_of(draw: Draw) -> terms.Reference:
    kind = draw(st.sampled_from(["article", "clause", "annex", "part", "this article"]))
    if kind == "this article":
        return terms.Reference(kind=kind, paragraph=draw(make.COUNTS))
    if kind == "article":
        paragraph = draw(make.maybe(make.COUNTS))
        return terms.Reference(kind=kind, designation=draw(st.sampled_from(["5", "12", "5 bis", "response"])), paragraph=paragraph)
    return terms.Reference(kind=kind, designation=draw(st.sampled_from({"clause": make.LABELS, "annex": ("A", "B"), "part": ("2", "IV")}[kind])))


@st.composite
def events_spoken_of(draw: Draw) -> terms.EventTerm:
    """An event that begins a sentence. By its name alone, or with a name behind `of`, only a known one is told from an actor: `incident of Peace Treaty`."""
    roles = draw(make.roles_of_event(most_actors=2, joined=("and", "or"), prepositions=make.PREPOSITIONS[:9]))
    cited = draw(make.cited(1))
    shows = bool(cited) or any(role.preposition != "of" or (role.actors is not None and role.actors.members[0].quantifier) for role in roles)
    names = (*make.EVENTS, *make.KNOWN_EVENTS, "landing of troops") if shows else make.KNOWN_EVENTS
    return terms.EventTerm(name=draw(st.sampled_from(names)), references=cited, roles=roles)


@st.composite
def life_roles(draw: Draw) -> tuple[terms.Role, ...]:
    prepositions = draw(st.lists(st.sampled_from(LIFE_PREPOSITIONS), max_size=2, unique=True))
    made = []
    for preposition in prepositions:
        if once_in(draw, 6):
            made.append(terms.Role(preposition=preposition, references=draw(make.cited(least=1))))
        else:
            made.append(terms.Role(preposition=preposition, actors=draw(make.actors(things=True))))
    return tuple(made)


@st.composite
def life_times(draw: Draw, *, delayed: bool) -> tuple[terms.Timing, ...]:
    """`on` or `from` an event stands right behind the verb, and how long after it behind that."""
    at = terms.Timing(kind=draw(st.sampled_from(["on", "from"])), anchor=draw(make.events())) if once_in(draw, 3) else None
    delay = terms.Timing(kind="exactly", period=draw(make.periods(1)), anchor=draw(make.events())) if delayed and once_in(draw, 4) else None
    if delay:
        return (*((at,) if at else ()), delay, *sorted(draw(make.some(make.timings(), 2)), key=lambda each: each.kind != "exactly"))
    times = draw(make.times())
    first = next((each for each in times if each.kind == "exactly"), None) if delayed else None
    return (*((at,) if at else ()), *sorted(times, key=lambda each: each is not first))


@st.composite
def applications(draw: Draw, *, conditional: bool) -> life.Application:
    form = draw(st.sampled_from(["plain", "plain", "extended", "open", "survives", "relates", "counts", "adopted"]))
    spoken_of = draw(subjects())
    fields: dict[str, object] = {"verb": "survives", "timing": draw(make.times()), "qualifiers": draw(limiting.qualified(conditional=conditional))}
    if form in ("plain", "extended", "open", "relates"):
        fields |= {"roles": draw(life_roles()), "timing": draw(life_times(delayed=form == "plain"))}
    if form == "plain":
        fields["verb"] = draw(st.sampled_from(PLAIN_VERBS))
    elif form == "extended":
        fields |= {"verb": "is extended by", "bound": draw(st.sampled_from(["", "at most"])), "period": draw(make.periods(1))}
    elif form == "open":
        fields |= {"verb": draw(st.sampled_from(OPEN_VERBS)), "invited_by": draw(make.maybe(make.bearers()))}
    elif form == "survives":
        fields["counted"] = draw(make.events())
    elif form == "relates":
        fields["verb"] = draw(st.sampled_from(TARGET_VERBS))
        fields |= draw(st.one_of(st.builds(_cited, make.cited(least=1)), st.builds(_cited, make.instrument()), st.just({"target": "earlier promises"})))
    elif form == "counts":
        fields["verb"] = draw(st.sampled_from(["counts as", "does not count as"]))
        fields |= draw(st.one_of(st.builds(_counted, make.events()), st.builds(_amounting, make.quantities())))
    else:
        spoken_of = {"subject": terms.Actors(members=(terms.Actor(name=draw(st.sampled_from(["amendments", "adjustments", "technical changes"]))),))}
        binds = st.sampled_from(["", "those that accept them", "all parties"])
        fields |= {"verb": "is adopted by", "targets": draw(make.cited()), "decision": draw(make.decisions()), "binds": draw(binds)}
    return life.Application(**spoken_of, **fields, source=draw(st.sampled_from(["", "CTBT-1996-14"])), understandings=draw(limiting.understandings()))


def _cited(references: tuple[terms.Reference, ...]) -> dict[str, object]:
    return {"targets": references}


def _counted(event: terms.EventTerm) -> dict[str, object]:
    return {"counted": event}


def _amounting(quantity: object) -> dict[str, object]:
    return {"quantity": quantity}


@st.composite
def second_applications(draw: Draw) -> life.Application:
    """What goes on behind another sentence: its verb must be in sight."""
    spoken_of = draw(st.sampled_from([{}, {"references": (terms.Reference(kind="article", designation="5"),)}, {"subject": SOMEBODY}]))
    verb = draw(st.sampled_from(PLAIN_VERBS))
    return life.Application(**spoken_of, verb=verb, timing=draw(life_times(delayed=True)), qualifiers=draw(limiting.qualified(conditional=True)))


SOMEBODY = terms.Actors(members=(terms.Actor(quantifier="each", name="Party"),))


@st.composite
def declarations(draw: Draw) -> life.Declared:
    verb = draw(st.sampled_from(["declares", "recognises", "reaffirms", "confirms", "acknowledges"]))
    what: dict[str, object] = {"condition": draw(make.conditions(within=False))}
    if draw(st.booleans()):
        what = {"event": draw(events_recognised()), "counted": draw(make.events()), "negated": draw(st.booleans())}
    return life.Declared(
        bearer=draw(make.bearers()),
        verb=verb,
        **what,
        timing=draw(make.times()),
        qualifiers=draw(limiting.qualified(conditional=False)),
        source=draw(st.sampled_from(["", "ANZUS-1951-04"])),
        understandings=draw(limiting.understandings()),
    )


@st.composite
def events_recognised(draw: Draw) -> terms.EventTerm:
    """An event that is said to count as another. An `and` in it would begin another sentence, whose verb is `counts as`."""
    return draw(make.events(most_actors=1)).model_copy(update={"quantities": ()})


def those_on_record() -> st.SearchStrategy[terms.Actors]:
    """One or two by name: a record must show within a hundred letters what it is made to."""
    return make.some(make.single_actors(things=False), 2, 1).map(lambda members: terms.Actors(members=members))


@st.composite
def records(draw: Draw) -> life.Record:
    to_clauses = draw(st.booleans())
    excluded = draw(st.booleans())
    return life.Record(
        label=draw(make.maybe(st.sampled_from(make.LABELS))),
        what=draw(make.one_literal(literals.RecordKind)),
        by=draw(those_on_record()),
        references=draw(make.cited(least=1)) if to_clauses else (),
        reservation_by=None if to_clauses else draw(those_on_record()),
        opposing=draw(st.booleans()),
        excluded=excluded,
        text="" if excluded else draw(make.TEXTS),
        source=draw(st.sampled_from(["", "VCLT-1969-20"])),
        understandings=draw(limiting.understandings()),
    )
