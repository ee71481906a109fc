"""Nodes of guarantees, of the life of a treaty, of recognition and records → clauses of a treaty."""

from __future__ import annotations

from clausekit.model.clauses import Guarantee
from clausekit.model.life import Application, Declared, Record
from clausekit.model.names import without_article
from clausekit.model.qualifiers import Qualifier, Understanding
from clausekit.model.resolve_terms import TermResolver
from clausekit.model.terms import Actors, EventTerm, Reference, Timing
from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    ApplicationNode,
    ClauseNode,
    DeclaredNode,
    EventNode,
    GuaranteeNode,
    RecordNode,
    UnderstandingNode,
)

_application = Application
_declared = Declared
_guarantee = Guarantee
_record = Record
_understanding = Understanding
_FORCE = {"guarantee": "guarantee", "guarantees": "guarantee", "assure": "assurance", "assures": "assurance"}

_Timings = tuple[Timing, ...]
_Qualifiers = tuple[Qualifier, ...]


class LifeResolver(TermResolver):
    """Resolves what is no statement with a modal."""

    def other(self, node: GuaranteeNode | ApplicationNode | DeclaredNode, timing: _Timings, qualifiers: _Qualifiers) -> Guarantee | Application | Declared:
        if isinstance(node, GuaranteeNode):
            return self._guarantee(node, timing, qualifiers)
        return self._application(node, timing, qualifiers) if isinstance(node, ApplicationNode) else self._declared(node, timing, qualifiers)

    def understandings(self, nodes: tuple[UnderstandingNode, ...]) -> tuple[Understanding, ...]:
        return tuple([_understanding(node.start, node.end, self.actors(node.by), node.text) for node in nodes]) if nodes else ()

    def record(self, clause: ClauseNode, label: str | None, node: RecordNode) -> Record:
        return _record(
            clause.start,
            clause.end,
            "record",
            label,
            node.kind,
            self.actors(node.by),
            self.references(node.references),
            self.actors(node.reservation_by) if node.reservation_by else None,
            node.opposing,
            node.excluded,
            node.text,
            node.source,
            self.understandings(node.understandings),
        )

    def _guarantee(self, node: GuaranteeNode, timing: _Timings, qualifiers: _Qualifiers) -> Guarantee:
        return _guarantee(
            node.start,
            node.end,
            "guarantee",
            self.bearer(node.bearer),
            self.references(node.references),
            self.actors(node.duties_of) if node.duties_of else None,
            tuple(state.text for state in node.states),
            self.actors(node.beneficiary) if node.beneficiary else None,
            self.references(node.response),
            timing,
            qualifiers,
            node.source,
            _FORCE.get(node.verb, "intention"),
            self.understandings(node.understandings),
        )

    def _application(self, node: ApplicationNode, timing: _Timings, qualifiers: _Qualifiers) -> Application:
        references, subject, event = self._subject(node)
        instrument = self.instrument_cited(node.target) if node.target else None
        return _application(
            node.start,
            node.end,
            "application",
            references,
            subject,
            event,
            node.verb,
            self.roles(node.roles),
            node.bound,
            self.period(node.period) if node.period else None,
            (instrument,) if instrument is not None else self.references(node.targets),
            without_article(node.target.text) if node.target and instrument is None else None,
            self.event(node.counted) if node.counted else None,
            self.quantity(node.quantity) if node.quantity else None,
            self.decision(node.decision) if node.decision else None,
            node.binds,
            self.bearer(node.invited_by) if node.invited_by else None,
            timing,
            qualifiers,
            node.source,
            self.understandings(node.understandings),
        )

    def _subject(self, node: ApplicationNode) -> tuple[tuple[Reference, ...], Actors | None, EventTerm | None]:
        """What a sentence speaks of: clauses, another treaty, an event, or anything else."""
        if node.event is not None:
            return (), None, self.event(node.event)
        if node.subject is None:
            references = self.references(node.references)
            return () if all(each.kind == "treaty" for each in references) else references, None, None
        named = _only_name(node.subject)
        if named is not None:
            instrument = self.instrument_cited(named.name)
            if instrument is not None:
                return (instrument,), None, None
            if not self._is_somebody(named.name.text) and self._is_happening(named.name.text):
                return (), None, self.event(EventNode(named.name, (), (), (), None, named.start, named.end))
        return (), self.actors(node.subject), None

    def _is_happening(self, written: str) -> bool:
        return self.vocabulary.happening(self._read_event(written)[0]) is not None

    def _declared(self, node: DeclaredNode, timing: _Timings, qualifiers: _Qualifiers) -> Declared:
        return _declared(
            node.start,
            node.end,
            "declared",
            self.bearer(node.bearer),
            node.verb,
            self.condition(node.condition) if node.condition else None,
            self.event(node.event) if node.event else None,
            self.event(node.counted) if node.counted else None,
            node.negated,
            timing,
            qualifiers,
            node.source,
            self.understandings(node.understandings),
        )


def _only_name(node: ActorsNode) -> ActorNode | None:
    """The one member of a list that is a plain name; None for any other list."""
    if len(node.members) != 1 or node.excluding or node.including or node.shares:
        return None
    (member,) = node.members
    return member if not member.quantifier and not member.variable else None
