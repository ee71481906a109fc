"""Guarantees, the life of a treaty, recognition and records → nodes: the way back of `resolve_life`."""

from __future__ import annotations

from clausekit.model.clauses import Guarantee
from clausekit.model.life import Application, Declared, Record
from clausekit.model.qualifiers import Understanding
from clausekit.model.terms import Bearer
from clausekit.model.writing_terms import TermWriter, name, optional_name, period, quantity, references
from clausekit.syntax.nodes import ApplicationNode, DeclaredNode, GuaranteeNode, RecordNode, SlotNode, UnderstandingNode

_AGREEING = {
    "undertakes": "undertake", "intends": "intend", "is": "are", "guarantees": "guarantee", "assures": "assure",
}  # fmt: skip
_PLURAL = frozenset({"all", "majority", "fraction", "percent"})
_VERB_OF_FORCE = {"guarantee": "guarantees", "assurance": "assures", "intention": "intends to uphold"}


class LifeWriter(TermWriter):
    """Writes what is no statement with a modal."""

    def other(self, stated: Guarantee | Application | Declared, slots: tuple[SlotNode, ...]) -> GuaranteeNode | ApplicationNode | DeclaredNode:
        if isinstance(stated, Guarantee):
            return self._guarantee(stated, slots)
        return self._application(stated, slots) if isinstance(stated, Application) else self._declared(stated, slots)

    def understandings(self, understandings: tuple[Understanding, ...]) -> tuple[UnderstandingNode, ...]:
        return tuple(UnderstandingNode(self.actors(each.by), each.text, 0, 0) for each in understandings)

    def record(self, record: Record) -> RecordNode:
        return RecordNode(
            record.what,
            self.actors(record.by),
            references(record.references),
            self.actors(record.reservation_by) if record.reservation_by is not None else None,
            record.opposing,
            record.excluded,
            record.text,
            record.source,
            0,
            0,
            self.understandings(record.understandings),
        )

    def _guarantee(self, guarantee: Guarantee, slots: tuple[SlotNode, ...]) -> GuaranteeNode:
        return GuaranteeNode(
            self.bearer(guarantee.bearer),
            references(guarantee.cited),
            self.actors(guarantee.duties_of) if guarantee.duties_of is not None else None,
            tuple(name(state) for state in guarantee.states),
            self.actors(guarantee.beneficiary) if guarantee.beneficiary is not None else None,
            references(guarantee.response),
            slots,
            guarantee.source,
            0,
            0,
            agreeing(_VERB_OF_FORCE[guarantee.force], guarantee.bearer),
            self.understandings(guarantee.understandings),
        )

    def _application(self, application: Application, slots: tuple[SlotNode, ...]) -> ApplicationNode:
        return ApplicationNode(
            references(application.references),
            self.actors(application.subject) if application.subject is not None else None,
            self.event(application.event) if application.event is not None else None,
            application.verb,
            self.roles(application.roles),
            application.bound,
            period(application.period) if application.period is not None else None,
            references(application.targets),
            optional_name(application.target),
            self.event(application.counted) if application.counted is not None else None,
            quantity(application.quantity) if application.quantity is not None else None,
            self.decision(application.decision),
            application.binds,
            self.bearer(application.invited_by) if application.invited_by is not None else None,
            slots,
            application.source,
            0,
            0,
            self.understandings(application.understandings),
        )

    def _declared(self, declared: Declared, slots: tuple[SlotNode, ...]) -> DeclaredNode:
        return DeclaredNode(
            self.bearer(declared.bearer),
            declared.verb,
            self.condition(declared.condition) if declared.condition is not None else None,
            self.event(declared.event) if declared.event is not None else None,
            self.event(declared.counted) if declared.counted is not None else None,
            declared.negated,
            slots,
            declared.source,
            0,
            0,
            self.understandings(declared.understandings),
        )


def agreeing(modal: str, bearer: Bearer | None) -> str:
    """The modal or verb in the number of its bearer: `undertakes to`, `undertake to`."""
    first, space, rest = modal.partition(" ")
    if bearer is None or first not in _AGREEING:
        return modal
    last = bearer.actors.members[-1]
    counted = last.quantifier in {"at least", "at most", "exactly"} and last.count != 1
    plural = (len(bearer.actors.members) > 1 and bearer.actors.joined_by == "and") or last.quantifier in _PLURAL or counted
    return f"{_AGREEING[first]}{space}{rest}" if plural else modal
