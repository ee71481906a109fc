"""Clauses of a treaty → nodes of sentences: the way back of `resolve_clauses`."""

from __future__ import annotations

from clausekit.model.clauses import Act, Clause, Limb, Prose, Stated, Statement, Unread
from clausekit.model.life import Record
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, When
from clausekit.model.terms import Actors, Bearer, Condition, Occurs, Timing
from clausekit.model.writing_life import LifeWriter, agreeing
from clausekit.model.writing_terms import name, optional_name, period, quantities, references
from clausekit.syntax.nodes import (
    ActNode,
    ActorNode,
    ActorsNode,
    ApplicationNode,
    ClauseNode,
    CoreNode,
    DeclaredNode,
    GuaranteeNode,
    LimbNode,
    MannerNode,
    NormNode,
    PrecedenceNode,
    ProseNode,
    RestrictionNode,
    RoleNode,
    RungNode,
    SlotNode,
    StatementNode,
    WhenNode,
)


class ClauseWriter(LifeWriter):
    """Writes clauses."""

    def clause(self, clause: Clause) -> ClauseNode:
        label = optional_name(clause.label)
        if isinstance(clause, Prose):
            return ClauseNode(label, ProseNode(clause.text, clause.source, 0, 0, self.understandings(clause.understandings)), 0, 0)
        if isinstance(clause, Unread):  # which no text says: what is written for it reads as another part, and is refused
            return ClauseNode(label, ProseNode(clause.text, "", 0, 0), 0, 0)
        if isinstance(clause, Record):
            return ClauseNode(label, self.record(clause), 0, 0)
        rungs = tuple(RungNode(*self._body(rung.openings, rung.statements, leads=False), 0, 0) for rung in clause.rungs)
        return ClauseNode(label, NormNode(*self._body(clause.openings, clause.statements), rungs, 0, 0), 0, 0)

    def _body(self, openings: tuple[When, ...], statements: tuple[Stated, ...], *, leads: bool = True) -> tuple[tuple[SlotNode, ...], CoreNode]:
        """What opens a sentence or a rung, and what it states. A restriction that waits for a time of its own can stand in front alone.

        What `leads` is a sentence of its own, which nobody is named for only behind an opening.
        """
        first = statements[0].limbs[0].qualifiers if isinstance(statements[0], Statement) else statements[0].qualifiers
        waiting = tuple(each for each in first if isinstance(each, Restriction) and each.condition is not None and _waits(each.condition))
        if waiting:
            statements = tuple(_without(stated, waiting) for stated in statements)
        front, core = tuple(map(self._slot, (*waiting, *openings))), self._core(statements)
        return (front, core) if front or not leads else _led(core)

    def _core(self, statements: tuple[Stated, ...]) -> CoreNode:
        core: list[StatementNode | GuaranteeNode | ApplicationNode | DeclaredNode] = []
        bearer: Bearer | None = None
        for stated in statements:
            if isinstance(stated, Statement):
                bearer = stated.bearer or bearer
                core.append(self._statement(stated, bearer))
            else:
                core.append(self.other(stated, self._slots(stated.timing, stated.qualifiers)))
        return tuple(core)

    def _statement(self, statement: Statement, bearer: Bearer | None) -> StatementNode:
        limbs = tuple(self._limb(limb, _mark(index) if statement.listed else "") for index, limb in enumerate(statement.limbs))
        own = self.bearer(statement.bearer) if statement.bearer is not None else None
        modal = agreeing(statement.modal or "", bearer)
        return StatementNode(
            own, modal, (), "", None, limbs, statement.connective, statement.listed, statement.source, 0, 0, self.understandings(statement.understandings)
        )

    # ------------------------------------------------------------ acts

    def _limb(self, limb: Limb, mark: str) -> LimbNode:
        since = tuple(timing for timing in limb.timing if timing.kind == "from" and timing.anchor is not None and timing.period is None)
        timing = tuple(each for each in limb.timing if each not in since)
        return LimbNode(mark, self._act(limb.act, since), self._slots(timing, limb.qualifiers), 0, 0)

    def _act(self, act: Act, since: tuple[Timing, ...]) -> ActNode:
        """The act. From which event on it is done is written as a role of it."""
        roles = (*self.roles(act.roles), *(self._from(timing) for timing in since))
        ensured = tuple(self.condition(each) for each in act.ensured)
        phrase = f"{act.aspect} {act.action}".strip()
        node = ActNode(name(phrase), None, references(act.cited), (), roles, quantities(act.quantities), 0, 0, "and", ensured)
        return node if act.objects is None else self._acting_on(node, act.objects)

    def _from(self, timing: Timing) -> RoleNode:
        assert timing.anchor is not None
        happening = self.event(timing.anchor)
        return RoleNode("from", ActorsNode((ActorNode("", "", happening.name, None, 0, 0),), "and", (), 0, 0), (), 0, 0)

    def _acting_on(self, node: ActNode, objects: Actors) -> ActNode:
        """The act with its objects: one that is quantified stands by itself, others go on the phrase (`notify the Parties`)."""
        first, *others = objects.members
        if first.quantifier in {"each", "any", "that"}:
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
        length = period(manner.period) if manner.period is not None else None
        return MannerNode(manner.kind, actors, length, 0, 0, optional_name(manner.name), references(manner.references))


def _led(core: CoreNode) -> tuple[tuple[SlotNode, ...], CoreNode]:
    """A core, with the first slot of an act that nobody is named for in front of it."""
    only = core[0]
    if not isinstance(only, StatementNode) or only.modal or not only.limbs[0].slots:
        return (), core
    (limb,) = only.limbs
    return limb.slots[:1], (only._replace(limbs=(limb._replace(slots=limb.slots[1:]),)), *core[1:])


def _waits(condition: Condition) -> bool:
    """Whether a condition has a time limit of its own that would be read as one of the act behind it."""
    limits = [atom.event.within for alternative in condition.alternatives for atom in alternative if isinstance(atom, Occurs)]
    return any(limit is not None and limit.kind != "not later than" for limit in limits)


def _without(stated: Stated, waiting: tuple[Restriction, ...]) -> Stated:
    """The statement without restrictions that hold for all that is stated; as it is, where they do not hold for all of it."""

    def rest(qualifiers: tuple[Qualifier, ...]) -> tuple[Qualifier, ...]:
        return tuple(each for each in qualifiers if each not in waiting) if set(waiting) <= set(qualifiers) else qualifiers

    if isinstance(stated, Statement):
        return stated._replace(limbs=tuple(limb._replace(qualifiers=rest(limb.qualifiers)) for limb in stated.limbs))
    return stated._replace(qualifiers=rest(stated.qualifiers))


def _mark(index: int) -> str:
    """The letter of a point: a, b, … z, aa, ab …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
