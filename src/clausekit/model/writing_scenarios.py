"""The tests of a treaty → nodes: the way back of `resolve_scenarios`."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.model.scenarios import Asserted, Claim, Expectation, Moment, Scenario, Told
from clausekit.model.treaty import Treaty
from clausekit.model.writing_clauses import ClauseWriter
from clausekit.model.writing_terms import period, references
from clausekit.syntax.nodes import AssertedNode, ClaimNode, ExpectNode, InForceNode, ItemNode, MomentNode, NormNode, ScenarioNode, ToldNode


def tests(treaty: Treaty, writer: ClauseWriter) -> Iterator[ItemNode]:
    """The expectations of a treaty, then its scenarios line by line."""
    for expectation in treaty.expectations:
        yield _expectation(expectation, writer)
    for scenario in treaty.scenarios:
        yield from _scenario(scenario, writer)


def _scenario(scenario: Scenario, writer: ClauseWriter) -> Iterator[ItemNode]:
    yield ScenarioNode(scenario.name, 0, 0)
    if scenario.in_force is not None:
        yield InForceNode(scenario.in_force.isoformat(), 0, 0)
    for line in scenario.lines:
        yield _told(line, writer) if isinstance(line, Told) else _asserted(line, writer)


def _told(line: Told, writer: ClauseWriter) -> ToldNode:
    return ToldNode(_moment(line.moment), writer.atom(line.atom), line.change, 0, 0)


def _asserted(line: Asserted, writer: ClauseWriter) -> AssertedNode:
    return AssertedNode(_moment(line.moment), tuple(_claim(claim, writer) for claim in line.claims), 0, 0)


def _moment(moment: Moment) -> MomentNode:
    day = "" if moment.day is None else str(moment.day)
    return MomentNode(moment.on.isoformat() if moment.on is not None else "", day, moment.hour, moment.zone, 0, 0)


def _claim(claim: Claim, writer: ClauseWriter) -> ClaimNode:
    event = writer.event(claim.event) if claim.event is not None else None
    actors = writer.actors(claim.actors) if claim.actors is not None else None
    return ClaimNode(references(claim.references), event, claim.state, claim.negated, claim.relation, actors, 0, 0)


def _expectation(expectation: Expectation, writer: ClauseWriter) -> ExpectNode:
    norm = None
    if expectation.sentence is not None:
        body = writer.clause(expectation.sentence).body
        assert isinstance(body, NormNode)
        norm = body
    return ExpectNode(
        expectation.name,
        expectation.kind,
        norm,
        writer.condition(expectation.condition) if expectation.condition is not None else None,
        writer.event(expectation.event) if expectation.event is not None else None,
        writer.event(expectation.before) if expectation.before is not None else None,
        period(expectation.period) if expectation.period is not None else None,
        writer.actors(expectation.actors) if expectation.actors is not None else None,
        writer.actors(expectation.complying) if expectation.complying is not None else None,
        0,
        0,
    )
