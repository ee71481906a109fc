"""Clauses of a treaty → nodes of sentences: the way back of `resolve_clauses`."""

from __future__ import annotations

from clausekit.model.clauses import Act, Clause, Guarantee, Limb, Manner, Precedence, Prose, Qualifier, Restriction, Stated, Statement, When
from clausekit.model.terms import Actors, Bearer, Timing
from clausekit.model.writing_terms import TermWriter, name, optional_name, period, quantities, references
from clausekit.syntax.nodes import (
    ActNode,
    ClauseNode,
    GuaranteeNode,
    LimbNode,
    MannerNode,
    NormNode,
    PrecedenceNode,
    ProseNode,
    RestrictionNode,
    RungNode,
    SlotNode,
    StatementNode,
    WhenNode,
)

_AGREEING = {"undertakes": "undertake", "intends": "intend", "is": "are"}
_PLURAL = frozenset({"all", "majority", "fraction"})


class ClauseWriter(TermWriter):
    """Writes clauses."""

    def clause(self, clause: Clause) -> ClauseNode:
        label = optional_name(clause.label)
        if isinstance(clause, Prose):
            return ClauseNode(label, ProseNode(clause.text, clause.source, 0, 0), 0, 0)
        rungs = tuple(RungNode(self._openings(rung.openings), self._core(rung.statements), 0, 0) for rung in clause.rungs)
        return ClauseNode(label, NormNode(self._openings(clause.openings), self._core(clause.statements), rungs, 0, 0), 0, 0)

    def _openings(self, openings: tuple[When, ...]) -> tuple[SlotNode, ...]:
        return tuple(self._slot(opening) for opening in openings)

    def _core(self, statements: tuple[Stated, ...]) -> tuple[StatementNode | GuaranteeNode, ...]:
        core: list[StatementNode | GuaranteeNode] = []
        bearer: Bearer | None = None
        for stated in statements:
            bearer = stated.bearer or bearer
            core.append(self._guarantee(stated) if isinstance(stated, Guarantee) else self._statement(stated, bearer))
        return tuple(core)

    def _statement(self, statement: Statement, bearer: Bearer | None) -> StatementNode:
        limbs = tuple(self._limb(limb, _mark(index) if statement.listed else "") for index, limb in enumerate(statement.limbs))
        own = self.bearer(statement.bearer) if statement.bearer is not None else None
        modal = _agreeing(statement.modal or "", bearer)
        return StatementNode(own, modal, (), "", None, limbs, statement.connective, statement.listed, statement.source, 0, 0)

    def _guarantee(self, guarantee: Guarantee) -> GuaranteeNode:
        return GuaranteeNode(
            self.bearer(guarantee.bearer),
            references(guarantee.cited),
            self.actors(guarantee.duties_of) if guarantee.duties_of is not None else None,
            tuple(name(state) for state in guarantee.states),
            self.actors(guarantee.beneficiary) if guarantee.beneficiary is not None else None,
            references(guarantee.response),
            self._slots(guarantee.timing, guarantee.qualifiers),
            guarantee.source,
            0,
            0,
        )

    # ------------------------------------------------------------ acts

    def _limb(self, limb: Limb, mark: str) -> LimbNode:
        return LimbNode(mark, self._act(limb.act), self._slots(limb.timing, limb.qualifiers), 0, 0)

    def _act(self, act: Act) -> ActNode:
        node = ActNode(name(act.action), None, references(act.cited), (), self.roles(act.roles), quantities(act.quantities), 0, 0)
        return node if act.objects is None else self._acting_on(node, act.objects)

    def _acting_on(self, node: ActNode, objects: Actors) -> ActNode:
        """The act with its objects: one that is quantified stands by itself, others go on the phrase (`notify the Parties`)."""
        first, *others = objects.members
        if first.quantifier in {"each", "any"}:
            return node._replace(object=self.actor(first))
        phrase = name(f"{node.phrase.text} {self.phrase(first)}")
        return node._replace(phrase=phrase, joined=tuple(name(self.phrase(other)) for other in others), joined_by=objects.joined_by)

    # ------------------------------------------------------------ slots

    def _slots(self, timing: tuple[Timing, ...], qualifiers: tuple[Qualifier, ...]) -> tuple[SlotNode, ...]:
        return (*(self.timing(each) for each in timing), *(self._slot(qualifier) for qualifier in qualifiers))

    def _slot(self, qualifier: Qualifier) -> SlotNode:
        if isinstance(qualifier, When):
            return WhenNode(qualifier.word, self.condition(qualifier.condition), 0, 0)
        if isinstance(qualifier, Restriction):
            met = self.condition(qualifier.condition) if qualifier.condition is not None else None
            return RestrictionNode(qualifier.kind, met, self.roles(qualifier.roles), 0, 0)
        if isinstance(qualifier, Precedence):
            return PrecedenceNode(qualifier.kind, references(qualifier.references), optional_name(qualifier.name), 0, 0)
        return self._manner(qualifier)

    def _manner(self, manner: Manner) -> MannerNode:
        actors = self.actors(manner.actors) if manner.actors is not None else None
        return MannerNode(manner.kind, actors, period(manner.period) if manner.period is not None else None, 0, 0)


def _agreeing(modal: str, bearer: Bearer | None) -> str:
    """The modal in the number of its bearer: `undertakes to`, `undertake to`."""
    first, space, rest = modal.partition(" ")
    if bearer is None or first not in _AGREEING:
        return modal
    last = bearer.actors.members[-1]
    counted = last.quantifier in {"at least", "at most", "exactly"} and last.count != 1
    plural = (len(bearer.actors.members) > 1 and bearer.actors.joined_by == "and") or last.quantifier in _PLURAL or counted
    return f"{_AGREEING[first]}{space}{rest}" if plural else modal


def _mark(index: int) -> str:
    """The letter of a point: a, b, … z, aa, ab …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
