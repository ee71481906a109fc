"""Parts of a treaty → nodes of who, what, when: the way back of `resolve_terms`."""

from __future__ import annotations

from decimal import Decimal

from clausekit.model.amounts import Formula, Period, Quantity, Share
from clausekit.model.declarations import Group
from clausekit.model.names import key, singular_of
from clausekit.model.terms import Actor, Actors, Atom, Bearer, Clock, Condition, Decision, EventTerm, Reference, Role, Timing
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import PLURAL_OF_ROLE, Vocabulary
from clausekit.syntax.nodes import (
    ActorNode,
    ActorsNode,
    AtomNode,
    BearerNode,
    ClockNode,
    ComparesNode,
    ConditionNode,
    DecisionNode,
    EventNode,
    FormulaNode,
    LevelNode,
    Name,
    OccursNode,
    PeriodNode,
    QuantityNode,
    ReferenceNode,
    RoleNode,
    ShareNode,
    TimingNode,
)

_OF_MANY = frozenset({"all", "majority", "fraction", "percent"})
_NOUN_OF_ASPECT = {"begin": "beginning", "complete": "completion"}
_COUNTED = frozenset({"at least", "at most", "exactly"})


class TermWriter:
    """Writes terms in the words of one treaty. Nodes that were not read stand nowhere: their places are 0."""

    def __init__(self, treaty: Treaty) -> None:
        """Know the groups of `treaty`, whose members are named in the singular."""
        self._vocabulary = Vocabulary(treaty)
        self._groups = {key(group.name): group for group in treaty.groups}

    # ------------------------------------------------------------ actors

    def bearer(self, bearer: Bearer) -> BearerNode:
        return BearerNode(self.actors(bearer.actors), bearer.manner, self.decision(bearer.decision), 0, 0)

    def decision(self, decision: Decision | None) -> DecisionNode | None:
        if decision is None:
            return None
        of = name(decision.of if decision.kind == "rule" else self._voters(decision)) if decision.of is not None else None
        number_of_it = "" if decision.number is None else number(decision.number)
        return DecisionNode(decision.kind, decision.fraction or "", 0, 0, number_of_it, of, decision.voting, decision.reverse)

    def _voters(self, decision: Decision) -> str:
        """Those of whom so many must agree: `the Parties`, `Executive Council`."""
        written = decision.of or ""
        return f"the {self._plural(written)}" if self._is_collective(written) else written

    def actors(self, actors: Actors) -> ActorsNode:
        members = tuple(self.actor(member) for member in actors.members)
        excluding = tuple(self.actor(member) for member in actors.excluding)
        including = tuple(self.actor(member) for member in actors.including)
        return ActorsNode(members, actors.joined_by, excluding, 0, 0, including, tuple(map(share, actors.shares)))

    def actor(self, actor: Actor) -> ActorNode:
        variable = name(actor.variable) if actor.variable is not None else None
        if actor.quantifier in {"", "a", "the", "all"}:
            return ActorNode("", "", name(self.phrase(actor)), variable, 0, 0)
        count = "" if actor.count is None else number(actor.count) if isinstance(actor.count, Decimal) else str(actor.count)
        return ActorNode(actor.quantifier, count, name(self._counted(actor)), variable, 0, 0)

    def phrase(self, actor: Actor) -> str:
        """The words of an actor that no quantifier counts: `France`, `a Party`, `the other Guarantors`."""
        noun = self._plural(actor.name) if actor.quantifier == "all" else self._singular(actor.name) if actor.quantifier else actor.name
        noun = f"other {noun}" if actor.other else noun
        article = {"": "", "all": "the ", "the": "the ", "a": "an " if noun[0].lower() in "aeiou" else "a "}[actor.quantifier]
        return article + noun

    def _counted(self, actor: Actor) -> str:
        many = actor.quantifier in _OF_MANY or (actor.quantifier in _COUNTED and actor.count != 1)
        noun = self._plural(actor.name) if many else self._singular(actor.name)
        noun = f"other {noun}" if actor.other else noun
        return f"the {noun}" if actor.quantifier in {"majority", "fraction", "percent"} and self._is_collective(actor.name) else noun

    def _is_collective(self, written: str) -> bool:
        found = self._vocabulary.who(written)
        return found is not None and found.kind in {"group", "role"}

    def _singular(self, written: str) -> str:
        group: Group | None = self._groups.get(key(written))
        return written if group is None else singular_of(group.name) or group.singular or written  # a display form may hold words that no name can

    def _plural(self, written: str) -> str:
        return PLURAL_OF_ROLE.get(written, written)

    def role(self, role: Role) -> RoleNode:
        return RoleNode(role.preposition, self.actors(role.actors) if role.actors is not None else None, references(role.references), 0, 0)

    def roles(self, roles: tuple[Role, ...]) -> tuple[RoleNode, ...]:
        return tuple(self.role(role) for role in roles)

    # ------------------------------------------------------------ events and conditions

    def event(self, event: EventTerm) -> EventNode:
        within = self.timing(event.within) if event.within is not None else None
        words, roles = self._owned(event.name, event.roles)
        if event.aspect:
            words = f"{_NOUN_OF_ASPECT[event.aspect]} of {words}"
        return EventNode(name(words), references(event.references), self.roles(roles), quantities(event.quantities), within, 0, 0)

    def _owned(self, written: str, roles: tuple[Role, ...]) -> tuple[str, tuple[Role, ...]]:
        """A name with the words of whose it is, where that is one plain name: `entry into force of Peace Treaty`; and the other roles."""
        if roles and roles[0].preposition == "of" and roles[0].actors is not None:
            actors = roles[0].actors
            only = actors.members[0]
            if len(actors.members) == 1 and not actors.excluding and only.quantifier in {"", "a", "the", "all"} and only.variable is None:
                return f"{written} of {self.phrase(only)}", roles[1:]
        return written, roles

    def condition(self, condition: Condition) -> ConditionNode:
        return ConditionNode(tuple(tuple(self.atom(atom) for atom in alternative) for alternative in condition.alternatives), 0, 0)

    def atom(self, atom: Atom) -> AtomNode:
        if atom.kind == "occurs":
            return OccursNode(self.event(atom.event), atom.negated, 0, 0, atom.already)
        words, roles = self._owned(atom.measure, atom.roles)
        measured = EventNode(name(words), (), self.roles(roles), (), None, 0, 0)
        if atom.kind == "level":
            return LevelNode(measured, name(atom.level), 0, 0)
        if atom.formula is not None and atom.formula.kind == "measured" and atom.comparator == "is":
            return LevelNode(measured, name(atom.formula.of or ""), 0, 0)
        amount = "" if atom.amount is None else number(atom.amount)
        made = formula(atom.formula) if atom.formula is not None else None
        return ComparesNode(measured, atom.comparator, amount, optional_name(atom.unit), 0, 0, made)

    # ------------------------------------------------------------ time

    def timing(self, timing: Timing) -> TimingNode:
        return TimingNode(
            timing.kind,
            period(timing.period) if timing.period is not None else None,
            self.event(timing.anchor) if timing.anchor is not None else None,
            timing.on.isoformat() if timing.on is not None else "",
            timing.which,
            "" if timing.at_least is None else str(timing.at_least),
            tuple(self._clock(clock) for clock in timing.clocks),
            0,
            0,
            "" if timing.times is None else str(timing.times),
            timing.bound,
            timing.hour,
            timing.zone,
        )

    def _clock(self, clock: Clock) -> ClockNode:
        event = self.event(clock.event) if clock.event is not None else None
        return ClockNode(clock.on.isoformat() if clock.on is not None else "", period(clock.period) if clock.period is not None else None, event, 0, 0)


def name(written: str) -> Name:
    """A name as a node."""
    return Name(written, 0, 0)


def optional_name(written: str | None) -> Name | None:
    """A name as a node, where there is one."""
    return None if written is None else Name(written, 0, 0)


def number(amount: Decimal) -> str:
    """A number as a drafter writes it: `20,000`, `3.67`."""
    return f"{amount:,f}"


def period(length: Period) -> PeriodNode:
    """A period as a node."""
    return PeriodNode(tuple((str(count), unit) for count, unit in length.parts), 0, 0)


def share(held: Share) -> ShareNode:
    """What actors have together, as a node."""
    return ShareNode("" if held.bound == "stated" else held.bound, number(held.percent), name(held.measure), 0, 0)


def formula(worked_out: Formula) -> FormulaNode:
    """An amount that is worked out, as a node."""
    amount = worked_out.share or ("" if worked_out.amount is None else number(worked_out.amount))
    return FormulaNode(worked_out.kind, amount, optional_name(worked_out.of), worked_out.rounded, tuple(map(formula, worked_out.operands)), 0, 0)


def quantity(each: Quantity) -> QuantityNode:
    """One amount as a node."""
    bound = "" if each.bound == "stated" else each.bound
    if each.formula is not None:
        return QuantityNode(bound, "", "", None, 0, 0, formula(each.formula))
    low = "" if each.amount is None else number(each.amount)
    return QuantityNode(bound, low, "" if each.high is None else number(each.high), optional_name(each.unit), 0, 0)


def quantities(amounts: tuple[Quantity, ...]) -> tuple[QuantityNode, ...]:
    """Amounts as nodes."""
    return tuple(map(quantity, amounts))


def references(cited: tuple[Reference, ...]) -> tuple[ReferenceNode, ...]:
    """Cross-references as nodes."""
    return tuple(
        ReferenceNode(each.kind, each.designation, "" if each.paragraph is None else str(each.paragraph), each.point, 0, 0, optional_name(each.instrument))
        for each in cited
    )
