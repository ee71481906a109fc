"""Treaty → everything in it that checks ask about, gathered in one pass.

A check loops over what it needs; none walks the treaty itself. That keeps forty checks of a ten-thousand-clause treaty within a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from clausekit.checks.uses import (
    ActorUse,
    ConjunctionUse,
    DeterminationUse,
    EventUse,
    GuaranteeUse,
    LimbUse,
    MeasureUse,
    QuantityUse,
    ReferenceUse,
    StatementUse,
    TimingUse,
)
from clausekit.model.citations import Citations, Provision
from clausekit.model.clauses import Act, Guarantee, Limb, Manner, Precedence, Qualifier, Restriction, Sentence, Stated, When
from clausekit.model.modality import modality
from clausekit.model.part import Part
from clausekit.model.terms import Actor, Actors, Bearer, Compares, Condition, EventTerm, Level, Reference, Role, Timing
from clausekit.model.treaty import Body, Group, Treaty
from clausekit.model.vocabulary import Found, Vocabulary
from clausekit.source import Source

__all__ = [
    "ActorUse", "ConjunctionUse", "DeterminationUse", "EventUse", "GuaranteeUse", "LimbUse", "MeasureUse", "QuantityUse", "ReferenceUse",
    "StatementUse", "Survey", "TimingUse",
]  # fmt: skip

Worked = TypeVar("Worked")


class Survey:
    """What a treaty contains, in the order it stands."""

    def __init__(self, treaty: Treaty, source: Source | None = None, *, whole: bool = True) -> None:
        """Walk `treaty` once. `source` is the text it was read from, for fixes that edit it.

        `whole` says whether every sentence of the text could be read: what seems to be missing may stand in one that could not.
        `bearers` goes by the name of each actor that bears something, `timings` by their kind. `bare_statements` have no bearer and no modal;
        `limbs_with_timings` have at least two of them, `limbs_with_amounts` at least one.
        """
        self.treaty = treaty
        self.source = source
        self.whole = whole
        self.vocabulary = Vocabulary(treaty)
        self.citations = Citations(treaty)
        self.sentences: list[tuple[Sentence, Provision]] = []
        self.statements: list[StatementUse] = []
        self.guarantees: list[GuaranteeUse] = []
        self.bare_statements: list[StatementUse] = []
        self.limbs: list[LimbUse] = []
        self.limbs_with_timings: list[LimbUse] = []
        self.limbs_with_amounts: list[LimbUse] = []
        self.bearers: defaultdict[str, list[tuple[Bearer, StatementUse | GuaranteeUse]]] = defaultdict(list)
        self.actors: list[ActorUse] = []
        self.events: list[EventUse] = []
        self.timings: defaultdict[str, list[TimingUse]] = defaultdict(list)
        self.quantities: list[QuantityUse] = []
        self.references: list[ReferenceUse] = []
        self.measures: list[MeasureUse] = []
        self.qualifiers: list[tuple[Qualifier, LimbUse | GuaranteeUse]] = []
        self.conjunctions: list[ConjunctionUse] = []
        self.determinations: list[DeterminationUse] = []
        self.unknown_acts: list[tuple[Act, Provision]] = []
        self.uses: dict[str, list[Part]] = {}
        self._who: dict[str, Found | None] = {}
        self._happening: dict[str, Found | None] = {}
        self._act: dict[str, Found | None] = {}
        self._bound: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
        self._worked_out: dict[Callable[[Survey], Any], Any] = {}
        self._here: Provision | None = None
        self._owner: Part | None = None
        self._variables: dict[str, Found] = {}
        self._declarations()
        for provision in self.citations.provisions:
            if isinstance(provision.clause, Sentence):
                self._sentence(provision.clause, provision)

    def actors_bound(self, bearer: Bearer | None) -> tuple[str, ...]:
        """The declared actors a bearer grounds to, less those it excludes; the guarantors for a bare act. Variables and pronouns ground to nobody."""
        if bearer is None:
            return self.vocabulary.members("Guarantor")
        actors = bearer.actors
        wanted = tuple([actor.name for actor in actors.members]), tuple([actor.name for actor in actors.excluding])
        if wanted not in self._bound:
            excluded = {name for actor in wanted[1] for name in self.vocabulary.members(actor)}
            named = (name for actor in wanted[0] for name in self.vocabulary.members(actor))
            self._bound[wanted] = tuple(dict.fromkeys(name for name in named if name not in excluded))
        return self._bound[wanted]

    def once(self, work: Callable[[Survey], Worked]) -> Worked:
        """What `work` makes of this survey: made once, however many checks ask for it."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        made: Worked = self._worked_out[work]
        return made

    def timed(self, kinds: Iterable[str]) -> Iterator[TimingUse]:
        """The timings of these kinds, each kind in the order it stands."""
        for kind in kinds:
            yield from self.timings.get(kind, ())

    # ------------------------------------------------------------ the walk

    def _declarations(self) -> None:
        together: list[Group | Body] = [*self.treaty.groups, *self.treaty.bodies]
        for owner in together:
            self._owner = owner
            for member in owner.members:
                self._actor(member, "member", of_event=False)
        for actor in self.treaty.actors:
            for pledge in actor.pledges:
                self.quantities.append(QuantityUse(pledge, None, None, actor, None))
        for event in self.treaty.events:
            self._owner, self._variables = event, {}
            if event.meaning:
                self._condition(event.meaning, "meaning")
        for status in self.treaty.statuses:
            self._owner, self._variables = status, {}
            if status.begins:
                self._condition(status.begins, "begins")
            if status.ends:
                self._condition(status.ends, "ends")
        if self.treaty.depositary:
            self._use(self.vocabulary.who(self.treaty.depositary), self.treaty)
        self._owner = None

    def _sentence(self, sentence: Sentence, provision: Provision) -> None:
        self._here = provision
        self._variables = {}
        self.sentences.append((sentence, provision))
        self._stated(sentence.openings, sentence.statements, 0, provision)
        for number, rung in enumerate(sentence.rungs, 1):
            self._stated(rung.openings, rung.statements, number, provision)

    def _stated(self, openings: tuple[When, ...], statements: tuple[Stated, ...], rung: int, provision: Provision) -> None:
        for opening in openings:
            self._condition(opening.condition, "while" if opening.word == "while" else "trigger")
        bearer: Bearer | None = None
        for stated in statements:
            if isinstance(stated, Guarantee):
                self._guarantee(GuaranteeUse(stated, openings, rung, provision))
                continue
            if stated.bearer is not None:
                bearer = stated.bearer
            use = StatementUse(stated, bearer, modality(stated, bearer), openings, rung, provision)
            self.statements.append(use)
            if bearer is not None:
                for actor in bearer.actors.members:
                    self.bearers[actor.name].append((bearer, use))
                if stated.bearer is not None:
                    self._actors(bearer.actors, "bearer", of_event=False)
            elif stated.modal is None:
                self.bare_statements.append(use)
            for limb in stated.limbs:
                self._limb(LimbUse(limb, use))

    def _guarantee(self, use: GuaranteeUse) -> None:
        guarantee = use.guarantee
        self.guarantees.append(use)
        for actor in guarantee.bearer.actors.members:
            self.bearers[actor.name].append((guarantee.bearer, use))
        self._actors(guarantee.bearer.actors, "bearer", of_event=False)
        self._references(guarantee.cited, "guaranteed")
        self._references(guarantee.response, "response")
        for state in guarantee.states:
            self._use(self.vocabulary.thing(state) or self.vocabulary.happening(state), guarantee)
        for actors in (guarantee.duties_of, guarantee.beneficiary):
            if actors is not None:
                self._actors(actors, "beneficiary", of_event=False)
        for timing in guarantee.timing:
            self._timing(timing, use, None)
        for qualifier in guarantee.qualifiers:
            self.qualifiers.append((qualifier, use))
            self._qualifier(qualifier)

    def _limb(self, use: LimbUse) -> None:
        self.limbs.append(use)
        act = use.limb.act
        name = act.action
        if name in self._act:
            found = self._act[name]
        else:
            found = self._act[name] = self.vocabulary.action(name)
        self._use(found, act)
        if found is None and name != "do so":
            self.unknown_acts.append((act, use.within.provision))
        if act.objects is not None:
            self._actors(act.objects, "object", of_event=False)
        if act.cited:
            self._references(act.cited, "act")
        for role in act.roles:
            self._role(role, None)
        if act.quantities:
            self.limbs_with_amounts.append(use)
            for quantity in act.quantities:
                self.quantities.append(QuantityUse(quantity, act, None, None, self._here))
        timings = use.limb.timing
        if len(timings) > 1:
            self.limbs_with_timings.append(use)
        for timing in timings:
            self._timing(timing, use.within, use.limb)
        for qualifier in use.limb.qualifiers:
            self.qualifiers.append((qualifier, use))
            self._qualifier(qualifier)

    def _qualifier(self, qualifier: Qualifier) -> None:
        if isinstance(qualifier, Manner):
            if qualifier.actors is not None:
                self._actors(qualifier.actors, "consulted", of_event=False)
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

    def _timing(self, timing: Timing, stated: StatementUse | GuaranteeUse | None, limb: Limb | None) -> None:
        self.timings[timing.kind].append(TimingUse(timing, stated, limb, self._here))
        if timing.anchor is not None:
            self._event(timing.anchor, "anchor", negated=False)
        for clock in timing.clocks:
            if clock.event is not None:
                self._event(clock.event, "anchor", negated=False)

    def _condition(self, condition: Condition, context: str) -> None:
        for alternative in condition.alternatives:
            if len(alternative) > 1:
                self.conjunctions.append(ConjunctionUse(alternative, self._here, self._owner))
            for atom in alternative:
                if isinstance(atom, Compares | Level):
                    found = self.vocabulary.thing(atom.measure)
                    self._use(found, atom)
                    self.measures.append(MeasureUse(atom, found, self._here))
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
            self.quantities.append(QuantityUse(quantity, None, event, None, self._here))
        if event.within is not None:
            self._timing(event.within, None, None)

    def _role(self, role: Role, event: EventTerm | None) -> None:
        if role.preposition == "as determined by":
            self.determinations.append(DeterminationUse(role, event, self._here))
        if role.actors is not None:
            self._actors(role.actors, role.preposition, of_event=event is not None)
        else:
            self._references(role.references, "role")

    def _actors(self, actors: Actors, context: str, *, of_event: bool) -> None:
        for actor in actors.members:
            self._actor(actor, context, of_event=of_event)
        for actor in actors.excluding:
            self._actor(actor, context, of_event=of_event)

    def _actor(self, actor: Actor, context: str, *, of_event: bool) -> None:
        name = actor.name
        if name in self._variables:
            found: Found | None = self._variables[name]
        elif name in self._who:
            found = self._who[name]
        else:
            found = self._who[name] = self.vocabulary.anything(name)
        if actor.variable is not None:
            self._variables[actor.variable] = Found("variable", actor.variable)
        self._use(found, actor)
        self.actors.append(ActorUse(actor, context, found, self._here, of_event))

    def _references(self, references: Iterable[Reference], purpose: str) -> None:
        for reference in references:
            self.references.append(ReferenceUse(reference, purpose, self._here))

    def _use(self, found: Found | None, part: Part) -> None:
        if found is not None:
            uses = self.uses.get(found.name)
            if uses is None:
                self.uses[found.name] = [part]
            else:
                uses.append(part)
