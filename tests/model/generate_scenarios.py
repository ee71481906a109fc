"""The tests of a treaty: scenarios and expectations around the sentences of `generate_sentences`."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.model import literals
from clausekit.model.published import scenarios, terms
from tests.model import generate as make
from tests.model import generate_sentences as sentences
from tests.model.generate import Draw

TITLES = st.sampled_from(("Winter attack", "no “automatic” war"))


@st.composite
def moments(draw: Draw) -> scenarios.Moment:
    hour = draw(st.sampled_from(["", "22:00"]))
    if draw(st.booleans()):
        return scenarios.Moment(day=draw(st.integers(0, 400)), hour=hour)
    return scenarios.Moment(on=draw(make.DATES), hour=hour, zone=draw(st.sampled_from(["", "UTC", "+05:30"])) if hour else "")


@st.composite
def told(draw: Draw) -> scenarios.Told:
    if draw(st.booleans()):
        status = terms.EventTerm(name=draw(st.sampled_from(make.STATUSES)))
        change = draw(st.sampled_from(["begins", "ends"]))
        return scenarios.Told(moment=draw(moments()), atom=terms.Occurs(event=status), change=change)
    atom = st.one_of(make.events().map(lambda event: terms.Occurs(event=event)), make.comparisons(), make.LEVELS)
    return scenarios.Told(moment=draw(moments()), atom=draw(atom))


@st.composite
def claims(draw: Draw, *, more: bool = False) -> scenarios.Claim:
    """What is asserted; `more`: of what was spoken of before."""
    state = draw(st.sampled_from([each for each in _STATES if each != "holds"]))
    of_clauses = draw(st.booleans())
    relation = draw(st.sampled_from(["", "by", "for"]))
    return scenarios.Claim(
        references=draw(make.cited(most=1, least=1)) if of_clauses and not more else (),
        event=None if of_clauses or more else terms.EventTerm(name=draw(st.sampled_from(make.STATUSES))),
        state=state,
        negated=draw(st.booleans()),
        relation=relation,
        actors=terms.Actors(members=(terms.Actor(name=draw(st.sampled_from(make.BODIES))),)) if relation else None,
    )


_STATES = literals.ClaimState.__args__  # type: ignore[attr-defined]  # a literal knows its words


@st.composite
def asserted(draw: Draw) -> scenarios.Asserted:
    return scenarios.Asserted(moment=draw(moments()), claims=(draw(claims()), *draw(make.some(claims(more=True), 1))))


def scenario() -> st.SearchStrategy[scenarios.Scenario]:
    lines = make.some(st.one_of(told(), asserted()), 3)
    return st.builds(scenarios.Scenario, name=TITLES, in_force=make.maybe(make.DATES), lines=lines)


@st.composite
def expectations(draw: Draw) -> scenarios.Expectation:
    kind = draw(make.one_literal(literals.ExpectationKind))
    single = st.sampled_from((*make.ROLE_GROUPS, *make.GROUPS)).map(lambda name: terms.Actors(members=(terms.Actor(quantifier="all", name=name),)))
    fields: dict[str, object] = {}
    if kind == "norm":
        statement = sentences.statements(first=True, last=True).filter(lambda each: not each.understandings and not each.listed)
        fields["sentence"] = sentences.clauses.Sentence(statements=(draw(statement),))
    if kind in ("always", "possible", "only if"):
        fields["condition"] = draw(make.conditions(within=False))
    if kind in ("never", "no veto"):
        fields["event"] = draw(make.events())
    if kind == "only if":
        fields["event"] = terms.EventTerm(name=draw(st.sampled_from(make.KNOWN_EVENTS)))
    return scenarios.Expectation(
        name=draw(st.one_of(st.just(""), TITLES)),
        kind=kind,
        **fields,
        before=draw(make.maybe(make.events())) if kind == "never" else None,
        period=draw(make.maybe(make.periods(1))) if kind == "possible" else None,
        actors=draw(single) if kind == "no veto" else None,
        complying=draw(make.maybe(single)),
    )
