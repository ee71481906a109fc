"""The terms of a provision → what a survey keeps of them: actors, events, times, references, and which names are used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from clausekit.checks.proved import NOTHING
from clausekit.checks.uses import (
    ActorUse,
    ApplicationUse,
    ConjunctionUse,
    DecisionUse,
    DeclaredUse,
    DeterminationUse,
    EventUse,
    GuaranteeUse,
    LimbUse,
    LooseName,
    MeasureUse,
    QuantityUse,
    RecordUse,
    ReferenceUse,
    ShareUse,
    StatementUse,
    TimingUse,
)
from clausekit.model.amounts import Formula
from clausekit.model.citations import Citations, Provision
from clausekit.model.clauses import Act, Limb, Sentence
from clausekit.model.part import Part
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, Understanding
from clausekit.model.terms import Actor, Actors, Bearer, Compares, Condition, Decision, EventTerm, Level, Reference, Role, Timing
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import Found, Vocabulary
from clausekit.source import Source

# Who says whether an event occurred: a named judge, one who alleges it, one who thinks so.
JUDGED = frozenset({"as determined by", "as alleged by", "in the opinion of"})


class TermSurvey:
    """What a treaty contains, gathered term by term."""

    def __init__(self, treaty: Treaty, source: Source | None = None, *, whole: bool = True) -> None:
        """Begin with nothing gathered. `source` is the text it was read from, for fixes that edit it.

        `whole` says whether every sentence of the text could be read: what seems to be missing may stand in one that could not.
        `bearers` goes by the name of each actor that bears something, `timings` by their kind. `bare_statements` have no bearer and no modal;
        `limbs_with_timings` have at least two of them, `limbs_with_amounts` at least one; `limbs_that_ensure` say what must be so. `determinations` are made
        by whoever is named, `judged` holds what somebody alleges or thinks for itself. `counted` are actors with a number, `introduced` those
        that get a name by `as`, `composed` those among whom some must be. `loose_names` stand where no actor, event or act does, and stand for nothing known.
        `proved` is what the prover answered, where it was asked.
        """
        self.treaty = treaty
        self.source = source
        self.whole = whole
        self.proved = NOTHING
        self.vocabulary = Vocabulary(treaty)
        self.citations = Citations(treaty)
        self.sentences: list[tuple[Sentence, Provision]] = []
        self.statements: list[StatementUse] = []
        self.guarantees: list[GuaranteeUse] = []
        self.applications: list[ApplicationUse] = []
        self.declared: list[DeclaredUse] = []
        self.records: list[RecordUse] = []
        self.understandings: list[Understanding] = []
        self.decisions: list[DecisionUse] = []
        self.bare_statements: list[StatementUse] = []
        self.limbs: list[LimbUse] = []
        self.limbs_with_timings: list[LimbUse] = []
        self.limbs_with_amounts: list[LimbUse] = []
        self.limbs_that_ensure: list[LimbUse] = []
        self.bearers: defaultdict[str, list[tuple[Bearer, StatementUse | GuaranteeUse]]] = defaultdict(list)
        self.actors: list[ActorUse] = []
        self.counted: list[ActorUse] = []
        self.introduced: list[ActorUse] = []
        self.events: list[EventUse] = []
        self.timings: defaultdict[str, list[TimingUse]] = defaultdict(list)
        self.quantities: list[QuantityUse] = []
        self.references: list[ReferenceUse] = []
        self.measures: list[MeasureUse] = []
        self.shares: list[ShareUse] = []
        self.composed: list[tuple[Actors, Provision | None]] = []
        self.qualifiers: list[tuple[Qualifier, LimbUse | GuaranteeUse | ApplicationUse | DeclaredUse]] = []
        self.conjunctions: list[ConjunctionUse] = []
        self.determinations: list[DeterminationUse] = []
        self.judged: list[DeterminationUse] = []
        self.loose_names: list[LooseName] = []
        self.unknown_acts: list[tuple[Act, Provision]] = []
        self.uses: dict[str, list[Part]] = {}
        self._who: dict[str, Found | None] = {}
        self._happening: dict[str, Found | None] = {}
        self._act: dict[str, Found | None] = {}
        self._bound: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
        self._worked_out: dict[Callable[[Any], Any], Any] = {}
        self._here: Provision | None = None
        self._owner: Part | None = None
        self._variables: dict[str, Found] = {}

    def _qualifier(self, qualifier: Qualifier) -> None:
        if isinstance(qualifier, Manner):
            if qualifier.actors is not None:
                self._actors(qualifier.actors, "consulted", of_event=False)
            self._references(qualifier.references, "manner")
            if qualifier.name is not None:
                self._use(self.vocabulary.anything(qualifier.name) or self.vocabulary.happening(qualifier.name), qualifier)
        elif isinstance(qualifier, Precedence):
            self._references(qualifier.references, "precedence")
            if qualifier.name is not None:
                self._use(self.vocabulary.anything(qualifier.name), qualifier)
        elif isinstance(qualifier, Restriction):
            if qualifier.condition is not None:
                self._condition(qualifier.condition, "restriction")
            for role in qualifier.roles:
                self._role(role, None)
        else:
            self._condition(qualifier.condition, "while" if qualifier.word == "while" else "trigger")

    def _timing(self, timing: Timing, stated: StatementUse | GuaranteeUse | ApplicationUse | DeclaredUse | None, limb: Limb | None) -> None:
        self.timings[timing.kind].append(TimingUse(timing, stated, limb, self._here))
        if timing.anchor is not None:
            self._event(timing.anchor, "anchor", negated=False)
        for clock in timing.clocks:
            if clock.event is not None:
                self._event(clock.event, "anchor", negated=False)

    def _slots(self, use: GuaranteeUse | ApplicationUse | DeclaredUse, timings: tuple[Timing, ...], qualifiers: tuple[Qualifier, ...]) -> None:
        for timing in timings:
            self._timing(timing, use, None)
        for qualifier in qualifiers:
            self.qualifiers.append((qualifier, use))
            self._qualifier(qualifier)

    def _condition(self, condition: Condition, context: str) -> None:
        for alternative in condition.alternatives:
            if len(alternative) > 1:
                self.conjunctions.append(ConjunctionUse(alternative, self._here, self._owner))
            for atom in alternative:
                if isinstance(atom, Compares | Level):
                    found = self.vocabulary.thing(atom.measure)
                    self._use(found, atom)
                    self.measures.append(MeasureUse(atom, found, self._here))
                    if isinstance(atom, Compares) and atom.formula is not None:
                        self._formula(atom.formula)
                    for role in atom.roles:
                        self._role(role, None)
                else:
                    self._event(atom.event, context, negated=atom.negated)

    def _event(self, event: EventTerm, context: str, *, negated: bool) -> None:
        name = event.name
        if name in self._happening:
            found = self._happening[name]
        else:
            found = self._happening[name] = self.vocabulary.happening(name)
        self._use(found, event)
        self.events.append(EventUse(event, context, found, negated, self._here, self._owner))
        if event.references:
            self._references(event.references, "event")
        for role in event.roles:
            self._role(role, event)
        for quantity in event.quantities:
            self._quantity(QuantityUse(quantity, None, event, None, self._here))
        if event.within is not None:
            self._timing(event.within, None, None)

    def _role(self, role: Role, event: EventTerm | None) -> None:
        if role.preposition in JUDGED:
            kept = self.determinations if role.preposition == "as determined by" else self.judged
            kept.append(DeterminationUse(role, event, self._here))
        if role.actors is not None:
            self._actors(role.actors, role.preposition, of_event=event is not None)
        else:
            self._references(role.references, "role")

    def _actors(self, actors: Actors, context: str, *, of_event: bool) -> None:
        for actor in actors.members:
            self._actor(actor, context, of_event=of_event)
        for actor in actors.excluding:
            self._actor(actor, context, of_event=of_event)
        if actors.including:
            self.composed.append((actors, self._here))
            for actor in actors.including:
                self._actor(actor, context, of_event=of_event)
        for share in actors.shares:
            self.shares.append(ShareUse(share, self._here, None))
            self._named("measure", share.measure, share)

    def _actor(self, actor: Actor, context: str, *, of_event: bool) -> None:
        name = actor.name
        if name in self._variables:
            found: Found | None = self._variables[name]
        elif name in self._who:
            found = self._who[name]
        else:
            found = self._who[name] = self.vocabulary.anything(name)
        self._use(found or self.vocabulary.happening(name), actor)  # what happens may stand in a role: `for restoration of security`
        use = ActorUse(actor, context, found, self._here, of_event, self._owner)
        self.actors.append(use)
        if actor.variable is not None:
            self._variables[actor.variable] = Found("variable", actor.variable)
            self.introduced.append(use)
        if actor.count is not None:
            self.counted.append(use)

    def _decision(self, decision: Decision, owner: Part | None, provision: Provision | None) -> None:
        self.decisions.append(DecisionUse(decision, owner, provision))
        self._named("rule" if decision.kind == "rule" else "party", decision.of, decision)

    def _references(self, references: Iterable[Reference], purpose: str) -> None:
        for reference in references:
            if reference.kind == "instrument" or reference.instrument is not None:
                self._named("instrument", reference.instrument or reference.designation, reference)
            else:
                self.references.append(ReferenceUse(reference, purpose, self._here))

    def _quantity(self, use: QuantityUse) -> None:
        self.quantities.append(use)
        if use.quantity.formula is not None:
            self._formula(use.quantity.formula)

    def _formula(self, formula: Formula) -> None:
        if formula.kind != "number":
            self._named("measure", formula.of, formula)
        for operand in formula.operands:
            self._formula(operand)

    def _named(self, kind: str, name: str | None, part: Part) -> None:
        """A name, if one was given, where only one kind of thing can stand: used, or kept as standing for nothing known."""
        if name is None:
            return
        vocabulary = self.vocabulary
        look_up = {"party": vocabulary.who, "rule": vocabulary.rule, "instrument": vocabulary.instrument}.get(kind, vocabulary.thing)
        found = look_up(name)
        if found is None:
            self.loose_names.append(LooseName(name, kind, part))
        else:
            self._use(found, part)

    def _use(self, found: Found | None, part: Part) -> None:
        if found is not None:
            uses = self.uses.get(found.name)
            if uses is None:
                self.uses[found.name] = [part]
            else:
                uses.append(part)
