"""Whole treaties around the sentences of `generate`: header, vocabulary, preamble, divisions."""

from __future__ import annotations

import typing

from hypothesis import strategies as st

from clausekit.model.published import amounts, declarations, terms
from clausekit.model.published import treaty as model
from tests.model import generate as make
from tests.model import generate_scenarios as tests
from tests.model import generate_sentences as sentences
from tests.model.generate_translations import translations

Draw = make.Draw
SINGULAR = {"European Allies": "European Ally", "Border States": None, "Depositaries": "Keeper of the Treaty"}
DEPTHS = ("annex", "part", "chapter", "section", "article")
TITLES = st.sampled_from(("General provisions", "Guarantees", "", "Title with “marks”"))


Declarations = st.SearchStrategy[tuple[typing.Any, ...]]
Declare = typing.Callable[[str], st.SearchStrategy[typing.Any]]


def some_of(names: tuple[str, ...], declare: Declare) -> Declarations:
    """Declarations of some of `names`, each once."""
    return st.lists(st.sampled_from(names), unique=True, max_size=len(names)).flatmap(lambda chosen: st.tuples(*(declare(name) for name in chosen)))


def all_of(names: tuple[str, ...], declare: Declare) -> Declarations:
    """Declarations of all of `names`."""
    return st.tuples(*(declare(name) for name in names))


def actors() -> Declarations:
    def one(name: str) -> st.SearchStrategy[model.DeclaredActor]:
        if name in make.CLASSES:
            of = make.maybe(st.sampled_from(("Party", "State")))
            return st.builds(model.DeclaredActor, role=st.just("class"), name=st.just(name), display=make.maybe(make.TEXTS), of=of)
        roles = ["state", "organ", "signatory"] if name in make.STATES else ["party", "guarantor"]
        pledged = st.one_of(make.some(make.quantities(plain=True), 2), make.some(make.quantities(), 1))
        return st.builds(model.DeclaredActor, role=st.sampled_from(roles), name=st.just(name), display=make.maybe(make.TEXTS), pledges=pledged)

    return some_of((*make.ACTORS, *make.STATES, *make.CLASSES), one)


@st.composite
def criteria(draw: Draw) -> declarations.Criterion:
    form = draw(st.sampled_from(["text", "condition", "after"]))
    relation = draw(st.sampled_from(["", "before", "on"]))
    return declarations.Criterion(
        base=draw(st.sampled_from(make.ROLE_GROUPS)),
        text=draw(make.TEXTS) if form == "text" else None,
        condition=draw(make.conditions()) if form == "condition" else None,
        after=draw(make.events()) if form == "after" else None,
        relation=relation,
        day=draw(make.DATES) if relation else None,
    )


def groups() -> Declarations:
    members = make.some(make.one_actor(variables=False), 3, 1)
    picked = st.one_of(st.builds(_members, members), st.builds(_criterion, criteria()))

    def one(name: str) -> st.SearchStrategy[model.Group]:
        return st.builds(_group, st.just(name), make.maybe(make.TEXTS), picked)

    return all_of(make.GROUPS, one)


def _group(name: str, display: str | None, picked: dict[str, typing.Any]) -> model.Group:
    return model.Group(name=name, display=display, singular=SINGULAR[name], **picked)


def _members(members: tuple[terms.Actor, ...]) -> dict[str, object]:
    return {"members": members}


def _criterion(criterion: declarations.Criterion) -> dict[str, object]:
    return {"criterion": criterion}


def bodies() -> Declarations:
    return all_of(
        make.BODIES,
        lambda name: st.builds(
            model.Body,
            name=st.just(name),
            display=make.maybe(make.TEXTS),
            members=make.some(make.one_actor(variables=False), 3),
            decision=make.maybe(make.decisions()),
            quorum=make.maybe(make.COUNTS),
            size=make.maybe(make.COUNTS),
            under=make.maybe(st.sampled_from(make.BODIES)),
            chair=make.maybe(st.sampled_from(make.STATES)),
        ),
    )


@st.composite
def zone(draw: Draw, name: str) -> model.Zone:
    measured = draw(st.booleans())
    return model.Zone(
        name=name,
        display=draw(make.maybe(make.TEXTS)),
        meaning=draw(make.maybe(make.TEXTS)),
        inside=draw(make.maybe(st.sampled_from(make.ZONES))),
        distance=amounts.Quantity(amount=draw(make.AMOUNTS), unit="km") if measured else None,
        baseline=draw(st.sampled_from((*make.ZONES, "coast"))) if measured else None,
    )


def zones() -> Declarations:
    return all_of(make.ZONES, zone)


@st.composite
def votes(draw: Draw) -> terms.Decision:
    """A vote as a rule asks for it."""
    vote = draw(make.decisions().filter(lambda each: each.kind != "rule"))
    if vote.kind == "percent" and draw(st.booleans()):
        vote = vote.model_copy(update={"of": None})
    return vote.model_copy(update={"voting": draw(st.sampled_from(["", "voting", "present and voting"])), "reverse": draw(st.booleans())})


@st.composite
def rule_conditions(draw: Draw, *, first: bool = False) -> declarations.RuleCondition:
    kind = draw(st.sampled_from(["vote", "silence"] if first else ["vote", "including", "having", "excluding", "veto", "quorum", "silence"]))
    whole = kind == "vote" or (kind == "quorum" and draw(st.booleans())) or kind == "silence"
    named = make.single_actors(things=False)
    return declarations.RuleCondition(
        kind=kind,
        vote=draw(votes()) if whole else None,
        actors=draw(make.some(named, 2, 1)) if kind in ("including", "excluding", "veto") else (),
        share=draw(make.shares()) if kind == "having" else None,
        number=draw(make.COUNTS) if kind == "quorum" and not whole else None,
        within=draw(make.maybe(make.periods(1))) if kind in ("veto", "silence") else None,
    )


@st.composite
def rules(draw: Draw, name: str) -> model.Rule:
    first = declarations.RuleStep(conditions=(draw(rule_conditions(first=True)), *draw(make.some(rule_conditions(), 2))))
    vote = votes().map(lambda each: declarations.RuleCondition(kind="vote", vote=each))
    later = st.builds(_step, make.maybe(make.periods(1)), vote, make.some(rule_conditions(), 1))
    return model.Rule(name=name, display=draw(make.maybe(make.TEXTS)), steps=(first, *draw(make.some(later, 1))))


def _step(after: amounts.Period | None, vote: declarations.RuleCondition, others: tuple[declarations.RuleCondition, ...]) -> declarations.RuleStep:
    return declarations.RuleStep(after=after, conditions=(vote, *others))


def instruments() -> Declarations:
    return all_of(make.INSTRUMENTS, lambda name: st.builds(model.Instrument, name=st.just(name), display=make.maybe(make.TEXTS)))


def defined_terms() -> Declarations:
    return all_of(make.TERMS, lambda name: st.builds(model.Term, name=st.just(name), display=make.maybe(make.TEXTS), meaning=make.TEXTS))


def actions() -> Declarations:
    nouns = st.sampled_from(["deployment of forces", "assistance"])
    units = make.maybe(st.sampled_from(make.UNITS))
    return some_of(make.ACTIONS, lambda name: st.builds(model.Action, name=st.just(name), display=make.maybe(make.TEXTS), noun=make.maybe(nouns), unit=units))


def declared_events() -> Declarations:
    meanings = make.maybe(make.conditions())
    return some_of(make.EVENTS, lambda name: st.builds(model.Event, name=st.just(name), display=make.maybe(make.TEXTS), meaning=meanings))


def statuses() -> Declarations:
    rules = make.maybe(make.conditions())
    return some_of(make.STATUSES, lambda name: st.builds(model.Status, name=st.just(name), display=make.maybe(make.TEXTS), begins=rules, ends=rules))


def measures() -> Declarations:
    def one(name: str) -> st.SearchStrategy[model.Measure]:
        if name == make.MEASURES[1]:
            return st.builds(model.Measure, name=st.just(name), display=make.maybe(make.TEXTS), levels=st.just(("low", "high")))
        unit, of = make.maybe(st.sampled_from(make.UNITS)), make.maybe(st.sampled_from(("Party", "State")))
        part_of = make.maybe(st.just("arms"))
        return st.builds(model.Measure, name=st.just(name), display=make.maybe(make.TEXTS), unit=unit, of=of, part_of=part_of)

    return some_of(make.MEASURES, one)


@st.composite
def divisions(draw: Draw, depth: int = 0) -> model.Division:
    kind = draw(st.sampled_from(DEPTHS[depth:]))
    designation = draw(st.sampled_from({"article": ("1", "5", "5 bis", "response", "final clauses"), "annex": ("A", "B")}.get(kind, ("II", "3"))))
    titled = " " in designation or draw(st.booleans())
    below = DEPTHS.index(kind) + 1
    inner = draw(siblings(below)) if below < len(DEPTHS) else ()
    return model.Division(
        kind=kind, designation=designation, title=draw(TITLES) if titled else None, clauses=draw(make.some(sentences.provisions(), 2)), divisions=inner
    )


def siblings(depth: int = 0) -> Declarations:
    """Divisions side by side. A smaller one behind a larger would stand inside it, so the smaller ones come first."""
    return make.some(divisions(depth), 2).map(lambda found: tuple(sorted(found, key=lambda division: -DEPTHS.index(division.kind))))


@st.composite
def treaties(draw: Draw) -> model.Treaty:
    done_at = draw(make.maybe(st.just("Geneva")))
    return model.Treaty(
        title=draw(make.maybe(TITLES)),
        short=draw(make.maybe(st.just("Agreement"))),
        languages=draw(make.some(st.sampled_from(["English", "Haitian Creole", "French"]), 3)),
        depositary=draw(make.maybe(st.sampled_from(make.STATES))),
        political=draw(st.booleans()),
        style=draw(make.maybe(st.sampled_from(["un", "eu", "bilateral", "mou"]))),
        done_at=done_at,
        done_on=draw(make.maybe(make.DATES)) if done_at else None,
        immediately=draw(make.maybe(make.periods(1))),
        time_zone=draw(make.maybe(st.just("Europe/Zurich"))),
        working_days=draw(make.some(st.just(model.WorkingDays(place="Switzerland", calendar="CH")), 1)),
        actors=draw(actors()),
        groups=draw(groups()),
        bodies=draw(bodies()),
        zones=draw(zones()),
        terms=draw(defined_terms()),
        actions=draw(actions()),
        events=draw(declared_events()),
        statuses=draw(statuses()),
        measures=draw(measures()),
        rules=draw(all_of(make.RULES, rules)),
        instruments=draw(instruments()),
        recitals=draw(make.some(st.builds(model.Recital, text=make.TEXTS), 2)),
        clauses=draw(make.some(sentences.provisions(), 2)),
        divisions=draw(siblings()),
        scenarios=draw(make.some(tests.scenario(), 1)),
        expectations=draw(make.some(tests.expectations(), 1)),
        translations=draw(translations()),
    )


CONSENSUS = declarations.RuleStep(conditions=(declarations.RuleCondition(kind="vote", vote=terms.Decision(kind="consensus")),))
VOCABULARY = model.Treaty(
    actors=(model.DeclaredActor(role="party", name="Ukraine"), model.DeclaredActor(role="guarantor", name="France")),
    groups=tuple(model.Group(name=name, singular=SINGULAR[name], members=(terms.Actor(name="France"),)) for name in make.GROUPS),
    bodies=tuple(model.Body(name=name) for name in make.BODIES),
    rules=tuple(model.Rule(name=name, steps=(CONSENSUS,)) for name in make.RULES),
    instruments=tuple(model.Instrument(name=name) for name in make.INSTRUMENTS),
    zones=tuple(model.Zone(name=name) for name in make.ZONES),
    terms=tuple(model.Term(name=name, meaning="what it means") for name in make.TERMS),
    actions=(model.Action(name="deploy forces", noun="deployment of forces"),),
    measures=(model.Measure(name="threat level", levels=("low", "high")),),
)
"""The names that any provision of `generate` may use, and a few that it may use declared or not."""
