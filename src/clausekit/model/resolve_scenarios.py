"""Nodes of scenarios and expectations → the tests of a treaty."""

from __future__ import annotations

from clausekit.model.clauses import Sentence
from clausekit.model.resolve_clauses import ClauseResolver
from clausekit.model.scenarios import Asserted, Claim, Expectation, Moment, Scenario, Told
from clausekit.syntax.nodes import AssertedNode, ClaimNode, ClauseNode, ExpectNode, InForceNode, MomentNode, ScenarioNode, ToldNode

_asserted = Asserted
_claim = Claim
_expectation = Expectation
_moment = Moment
_scenario = Scenario
_told = Told
TestNode = ScenarioNode | InForceNode | ToldNode | AssertedNode | ExpectNode


class Tests:
    """Gathers the scenarios and expectations of one treaty. Lines before any scenario belong to one without a name."""

    def __init__(self, resolver: ClauseResolver) -> None:
        """Resolve names with `resolver`."""
        self.expectations: list[Expectation] = []
        self._resolver = resolver
        self._scenarios: list[Scenario] = []

    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios, each with its lines."""
        return tuple(self._scenarios)

    def add(self, node: TestNode) -> None:
        """Take a line in."""
        self._resolver.variables = {}
        if isinstance(node, ExpectNode):
            self.expectations.append(self._expectation(node))
        elif isinstance(node, ScenarioNode):
            self._scenarios.append(_scenario(node.start, node.end, node.name, None, ()))
        else:
            if not self._scenarios:
                self._scenarios.append(_scenario(node.start, node.end, "", None, ()))
            scenario = self._scenarios[-1]._replace(end=node.end)
            if isinstance(node, InForceNode):
                scenario = scenario._replace(in_force=self._resolver.day(node.date, node.start, node.end))
            else:
                line = self._told(node) if isinstance(node, ToldNode) else self._asserted(node)
                scenario = scenario._replace(lines=(*scenario.lines, line))
            self._scenarios[-1] = scenario

    def _told(self, node: ToldNode) -> Told:
        return _told(node.start, node.end, "told", self._moment(node.moment), self._resolver.atom(node.atom), node.change)

    def _asserted(self, node: AssertedNode) -> Asserted:
        return _asserted(node.start, node.end, "asserted", self._moment(node.moment), tuple(self._claim(claim) for claim in node.claims))

    def _moment(self, node: MomentNode) -> Moment:
        on = self._resolver.day(node.date, node.start, node.end) if node.date else None
        day = self._resolver.count(node.day, node.start, node.end) if node.day else None
        return _moment(node.start, node.end, on, day, node.time, node.zone)

    def _claim(self, node: ClaimNode) -> Claim:
        resolver = self._resolver
        return _claim(
            node.start,
            node.end,
            resolver.references(node.references),
            resolver.event(node.event) if node.event is not None else None,
            node.state,
            node.negated,
            node.relation,
            resolver.actors(node.actors) if node.actors is not None else None,
        )

    def _expectation(self, node: ExpectNode) -> Expectation:
        resolver = self._resolver
        sentence = None
        if node.norm is not None:
            made = resolver.clause(ClauseNode(None, node.norm, node.norm.start, node.norm.end))
            assert isinstance(made, Sentence)
            sentence = made
        return _expectation(
            node.start,
            node.end,
            node.name,
            node.kind,
            sentence,
            resolver.condition(node.condition) if node.condition is not None else None,
            resolver.event(node.event) if node.event is not None else None,
            resolver.event(node.before) if node.before is not None else None,
            resolver.period(node.period) if node.period is not None else None,
            resolver.actors(node.actors) if node.actors is not None else None,
            resolver.actors(node.complying) if node.complying is not None else None,
        )
