"""Provisions, put together from the parts of `generate` and `generate_life`."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.model import literals
from clausekit.model.published import clauses, terms
from clausekit.model.published.part import Part
from tests.model import generate as make
from tests.model import generate_life as living
from tests.model import generate_qualifiers as limiting
from tests.model.generate import Draw, maybe, once_in, one_literal, some


@st.composite
def objects(draw: Draw) -> terms.Actors:
    if draw(st.integers(0, 3)) == 0:
        quantifier = draw(st.sampled_from(["each", "any"]))
        return terms.Actors(members=(terms.Actor(quantifier=quantifier, name=draw(st.sampled_from(make.ROLE_GROUPS)), other=draw(st.booleans())),))
    plain = st.one_of(
        st.sampled_from(make.BODIES).map(lambda name: terms.Actor(name=name)),
        st.builds(terms.Actor, quantifier=st.sampled_from(["a", "the", "all"]), name=st.sampled_from((*make.ROLE_GROUPS, *make.GROUPS)), other=st.booleans()),
        st.builds(terms.Actor, quantifier=st.sampled_from(["", "the"]), name=st.sampled_from(make.ZONES)),
    )
    members = draw(some(plain, 3, 1))
    return terms.Actors(members=members, joined_by=draw(st.sampled_from(["and", "or"])) if len(members) > 1 else "and")


@st.composite
def acts(draw: Draw) -> clauses.Act:
    affects = draw(st.sampled_from(["nobody", "actors", "clauses"]))
    aspect = draw(st.sampled_from(["begin", "complete"])) if once_in(draw, 8) else ""
    return clauses.Act(
        action=draw(st.sampled_from(make.KNOWN_ACTS if aspect else (*make.ACTIONS, "do so", "hold exercises"))),
        aspect=aspect,
        objects=draw(objects()) if affects == "actors" else None,
        cited=draw(make.cited(least=1)) if affects == "clauses" else (),
        roles=draw(limiting.roles()),
        quantities=draw(st.one_of(some(make.quantities(), 1), some(make.quantities(units=make.UNITS[:2]), 2, 2))),  # `percent of …` would be a share
    )


def _has_no_that(part: object) -> bool:
    """No `… and that Party`: what is ensured would seem to go on with `and that`."""
    if isinstance(part, terms.Actors):
        later = (*part.members[1:], *part.excluding[1:], *part.including[1:])
        return not any(actor.quantifier == "that" for actor in later)
    if isinstance(part, tuple):
        return all(map(_has_no_that, part))
    return all(_has_no_that(getattr(part, field)) for field in type(part).model_fields) if isinstance(part, Part) else True


@st.composite
def limbs(draw: Draw, *, conditional: bool = False, pointed: bool = False) -> clauses.Limb:
    if not pointed and once_in(draw, 8):
        ensured = draw(some(make.conditions(within=False).filter(_has_no_that), 2, 1))
        act = clauses.Act(action="ensure", ensured=ensured)
        return clauses.Limb(act=act, timing=draw(make.times()), qualifiers=draw(limiting.qualified(conditional=conditional)))
    return clauses.Limb(act=draw(acts()), timing=draw(make.times(of_act=True)), qualifiers=draw(limiting.qualified(conditional=conditional)))


def later_bearers() -> st.SearchStrategy[terms.Bearer]:
    """Whoever stands behind an `and`: a comma or a full stop, be it in a number, would hide the modal behind them."""

    def is_plain(bearer: terms.Bearer) -> bool:
        named = (*bearer.actors.members, *bearer.actors.excluding)
        hidden = bearer.actors.including or bearer.actors.shares or any(actor.quantifier == "percent" for actor in named)
        return not hidden and (bearer.decision is None or bearer.decision.number is None)

    return make.bearers(most=2).filter(is_plain)


@st.composite
def statements(draw: Draw, *, first: bool, last: bool) -> clauses.Statement:
    listed = last and draw(st.integers(0, 3)) == 0
    acts_of_it = draw(some(limbs(conditional=True, pointed=True), 3, 1)) if listed else (draw(limbs(conditional=not (first and last))),)
    bearer = draw(make.bearers() if first else later_bearers()) if first or draw(st.booleans()) else None
    return clauses.Statement(
        bearer=bearer,
        modal=draw(one_literal(literals.Modal)),
        limbs=acts_of_it,
        connective=draw(st.sampled_from(["and", "or"])) if len(acts_of_it) > 1 else "and",
        listed=listed,
        source=draw(st.sampled_from(["", "NORTH-ATLANTIC-1949-05"])) if last else "",
        understandings=draw(limiting.understandings()) if last else (),
    )


@st.composite
def guarantees(draw: Draw) -> clauses.Guarantee:
    over = draw(st.sampled_from(["clauses", "duties", "states"]))
    return clauses.Guarantee(
        bearer=draw(make.bearers()),
        cited=() if over == "states" else draw(make.cited(least=1)),
        duties_of=draw(make.actors()) if over == "duties" else None,
        states=draw(some(st.sampled_from((*make.STATUSES, *make.TERMS)), 2, 1)) if over == "states" else (),
        beneficiary=draw(maybe(make.actors())),
        response=draw(make.cited()),
        timing=draw(make.times()),
        qualifiers=draw(limiting.qualified(conditional=False)),
        source=draw(st.sampled_from(["", "LOCARNO-1925-04"])),
        force=draw(st.sampled_from(["guarantee", "assurance", "intention"])),
        understandings=draw(limiting.understandings()),
    )


@st.composite
def bodies_of_sentences(draw: Draw, *, bare: bool) -> tuple[clauses.Stated, ...]:
    form = draw(st.sampled_from(["one", "one", "several", "guarantee", "life", "lives", "declared", "bare"]))
    if form == "guarantee":
        return (draw(guarantees()),)
    if form == "life":
        return (draw(living.applications(conditional=False)),)
    if form == "lives":
        return draw(living.applications(conditional=True)), draw(living.second_applications())
    if form == "declared":
        return (draw(living.declarations()),)
    if form == "bare" and bare:
        return (clauses.Statement(limbs=(draw(limbs(pointed=True)),)),)
    if form == "several":
        return draw(statements(first=True, last=False)), draw(statements(first=False, last=True))
    return (draw(statements(first=True, last=True)),)


@st.composite
def rungs(draw: Draw) -> clauses.Rung:
    return clauses.Rung(openings=draw(some(limiting.whens(), 1)), statements=draw(bodies_of_sentences(bare=True)))


@st.composite
def sentences(draw: Draw) -> clauses.Sentence:
    openings = draw(some(limiting.whens(), 2))
    label = draw(maybe(st.sampled_from(make.LABELS)))
    return clauses.Sentence(label=label, openings=openings, statements=draw(bodies_of_sentences(bare=bool(openings))), rungs=draw(some(rungs(), 2)))


def prose() -> st.SearchStrategy[clauses.Prose]:
    return st.builds(
        clauses.Prose,
        label=maybe(st.sampled_from(make.LABELS)),
        text=make.TEXTS,
        source=st.sampled_from(["", "VCLT-1969-53"]),
        understandings=limiting.understandings(),
    )


def provisions() -> st.SearchStrategy[clauses.Clause]:
    return st.one_of(sentences(), sentences(), prose(), living.records())
