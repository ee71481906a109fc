"""What opens, limits and shapes the sentences of a treaty, and how some understand them."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.model import literals
from clausekit.model.published import qualifiers, terms
from tests.model import generate as make
from tests.model.generate import Draw, maybe, once_in, one_literal, some


def whens(*, within: bool = True) -> st.SearchStrategy[qualifiers.When]:
    words = st.sampled_from(["if", "when", "whenever", "upon", "while"])
    return st.builds(qualifiers.When, word=words, condition=make.conditions(within=within, opening=within))


NAMED_MANNERS = ("with a statement of", "for the sole purpose of", "in accordance with")
MANNERS_WITH_ACTORS = ("at the request of", "in consultation with", "on behalf of", "with the consent of")
PLAIN_MANNERS = ("as it deems necessary", "where possible", "for each occurrence", "subsidiarily")


@st.composite
def manners(draw: Draw) -> qualifiers.Manner:
    kind = draw(one_literal(literals.MannerKind))
    if kind == "with notice":
        return qualifiers.Manner(kind=kind, period=draw(make.periods()), actors=draw(maybe(make.actors(variables=False))))
    if kind in PLAIN_MANNERS:
        return qualifiers.Manner(kind=kind)
    if kind in MANNERS_WITH_ACTORS:
        return qualifiers.Manner(kind=kind, actors=draw(make.actors(variables=False)))
    if kind == "in accordance with" and draw(st.booleans()):
        return qualifiers.Manner(kind=kind, references=draw(st.one_of(make.cited(least=1), make.instrument())))
    return qualifiers.Manner(kind=kind, name=draw(st.sampled_from(["peace", "international law", "the reasons of it"])))


@st.composite
def precedences(draw: Draw) -> qualifiers.Precedence:
    kind = draw(st.sampled_from(["subject to", "notwithstanding", "without prejudice to"]))
    if draw(st.booleans()):
        return qualifiers.Precedence(kind=kind, references=draw(st.one_of(make.cited(least=1), make.instrument())))
    return qualifiers.Precedence(kind=kind, name=draw(st.sampled_from(["international law", "the law of nations"])))


@st.composite
def roles(draw: Draw, *, least: int = 0) -> tuple[terms.Role, ...]:
    prepositions = draw(st.lists(st.sampled_from(make.PREPOSITIONS), min_size=least, max_size=2, unique=True))
    made = []
    for preposition in prepositions:
        if preposition in make.PREPOSITIONS[:9] and once_in(draw, 5):
            made.append(terms.Role(preposition=preposition, references=draw(make.cited(least=1))))
        else:
            made.append(terms.Role(preposition=preposition, actors=draw(make.actors(things=True))))
    return tuple(made)


@st.composite
def restrictions(draw: Draw) -> qualifiers.Restriction:
    kind = draw(st.sampled_from(["unless", "except", "provided that"]))
    if kind == "except" and draw(st.booleans()):
        return qualifiers.Restriction(kind=kind, roles=draw(roles(least=1)))
    return qualifiers.Restriction(kind=kind, condition=draw(make.conditions(within=False)))


@st.composite
def qualified(draw: Draw, *, conditional: bool) -> tuple[qualifiers.Qualifier, ...]:
    """What limits an act, in the order of a canonical sentence. `conditional`: a condition belongs to this act alone, and does not open the sentence."""
    kinds = [draw(some(manners(), 2)), draw(some(precedences(), 1)), draw(some(restrictions(), 1))]
    kinds.append(draw(some(whens(within=False), 1)) if conditional else ())
    return tuple(each for kind in kinds for each in kind)


def understandings() -> st.SearchStrategy[tuple[qualifiers.Understanding, ...]]:
    noted = st.builds(qualifiers.Understanding, by=make.actors(most=2, variables=False), text=make.TEXTS)
    return st.one_of(st.just(()), st.just(()), some(noted, 2))
