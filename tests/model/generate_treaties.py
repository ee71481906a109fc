"""Whole treaties around the sentences of `generate`: header, vocabulary, preamble, divisions."""

from __future__ import annotations

import typing

from hypothesis import strategies as st

from clausekit.model.published import terms
from clausekit.model.published import treaty as model
from tests.model import generate as make

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
        roles = ["state", "organ", "signatory"] if name in make.STATES else ["party", "guarantor"]
        return st.builds(
            model.DeclaredActor, role=st.sampled_from(roles), name=st.just(name), display=make.maybe(make.TEXTS), pledges=make.some(make.quantities(), 2)
        )

    return some_of((*make.ACTORS, *make.STATES), one)


def groups() -> Declarations:
    members = make.some(make.one_actor(variables=False), 3, 1)
    return all_of(
        make.GROUPS,
        lambda name: st.builds(model.Group, name=st.just(name), display=make.maybe(make.TEXTS), singular=st.just(SINGULAR[name]), members=members),
    )


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
        ),
    )


def zones() -> Declarations:
    return all_of(make.ZONES, lambda name: st.builds(model.Zone, name=st.just(name), display=make.maybe(make.TEXTS), meaning=make.maybe(make.TEXTS)))


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
        return st.builds(model.Measure, name=st.just(name), display=make.maybe(make.TEXTS), unit=make.maybe(st.sampled_from(make.UNITS)))

    return some_of(make.MEASURES, one)


@st.composite
def divisions(draw: Draw, depth: int = 0) -> model.Division:
    kind = draw(st.sampled_from(DEPTHS[depth:]))
    designation = draw(st.sampled_from({"article": ("1", "5", "5 bis", "response", "final clauses"), "annex": ("A", "B")}.get(kind, ("II", "3"))))
    titled = " " in designation or draw(st.booleans())
    below = DEPTHS.index(kind) + 1
    inner = draw(siblings(below)) if below < len(DEPTHS) else ()
    return model.Division(
        kind=kind, designation=designation, title=draw(TITLES) if titled else None, clauses=draw(make.some(make.provisions(), 2)), divisions=inner
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
        actors=draw(actors()),
        groups=draw(groups()),
        bodies=draw(bodies()),
        zones=draw(zones()),
        terms=draw(defined_terms()),
        actions=draw(actions()),
        events=draw(declared_events()),
        statuses=draw(statuses()),
        measures=draw(measures()),
        recitals=draw(make.some(st.builds(model.Recital, text=make.TEXTS), 2)),
        clauses=draw(make.some(make.provisions(), 2)),
        divisions=draw(siblings()),
    )


VOCABULARY = model.Treaty(
    actors=(model.DeclaredActor(role="party", name="Ukraine"), model.DeclaredActor(role="guarantor", name="France")),
    groups=tuple(model.Group(name=name, singular=SINGULAR[name], members=(terms.Actor(name="France"),)) for name in make.GROUPS),
    bodies=tuple(model.Body(name=name) for name in make.BODIES),
    zones=tuple(model.Zone(name=name) for name in make.ZONES),
    terms=tuple(model.Term(name=name, meaning="what it means") for name in make.TERMS),
    actions=(model.Action(name="deploy forces", noun="deployment of forces"),),
    measures=(model.Measure(name="threat level", levels=("low", "high")),),
)
"""The names that any provision of `generate` may use, and a few that it may use declared or not."""
