"""Treaty → everything in it that checks ask about, gathered in one pass.

A check loops over what it needs; none walks the treaty itself. That keeps forty checks of a ten-thousand-clause treaty within a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from clausekit.checks.survey_life import LifeSurvey
from clausekit.checks.survey_tests import clauses_in_tests, names_in_tests
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
from clausekit.model.citations import Provision
from clausekit.model.clauses import Prose, Sentence, Stated, Statement
from clausekit.model.declarations import Body, Group
from clausekit.model.life import Record
from clausekit.model.modality import modality
from clausekit.model.qualifiers import When
from clausekit.model.terms import Bearer
from clausekit.model.treaty import Treaty
from clausekit.source import Source

__all__ = [
    "ActorUse", "ApplicationUse", "ConjunctionUse", "DecisionUse", "DeclaredUse", "DeterminationUse", "EventUse", "GuaranteeUse", "LimbUse", "LooseName",
    "MeasureUse", "QuantityUse", "RecordUse", "ReferenceUse", "ShareUse", "StatementUse", "Survey", "TimingUse",
]  # fmt: skip

Worked = TypeVar("Worked")


class Survey(LifeSurvey):
    """What a treaty contains, in the order it stands."""

    def __init__(self, treaty: Treaty, source: Source | None = None, *, whole: bool = True) -> None:
        """Walk `treaty` once. `source` is the text it was read from, for fixes that edit it.

        `whole` says whether every sentence of the text could be read: what seems to be missing may stand in one that could not.
        """
        super().__init__(treaty, source, whole=whole)
        self._declarations()
        for provision in self.citations.provisions:
            if isinstance(provision.clause, Sentence):
                self._sentence(provision.clause, provision)
            elif isinstance(provision.clause, Record):
                self._record(provision.clause, provision)
            elif isinstance(provision.clause, Prose):
                self._here, self._variables = provision, {}
                self._understandings(provision.clause.understandings)
        self._here, self._owner, self._variables = None, None, {}
        for references in clauses_in_tests(treaty):
            self._references(references, "claim")
        for name, part in names_in_tests(treaty):
            self._use(self.vocabulary.anything(name) or self.vocabulary.happening(name), part)

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

    def _declarations(self) -> None:
        together: list[Group | Body] = [*self.treaty.groups, *self.treaty.bodies]
        for owner in together:
            self._owner = owner
            for member in owner.members:
                self._actor(member, "member", of_event=False)
        for body in self.treaty.bodies:
            self._named("party", body.under, body)
            self._named("party", body.chair, body)
            if body.decision is not None:
                self._decision(body.decision, body, None)
        self._criteria_and_rules()
        for actor in self.treaty.actors:
            for pledge in actor.pledges:
                self._quantity(QuantityUse(pledge, None, None, actor, None))
        self._meanings()
        if self.treaty.depositary:
            self._use(self.vocabulary.who(self.treaty.depositary), self.treaty)
        self._owner = None

    def _meanings(self) -> None:
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
            if not isinstance(stated, Statement):
                self._asserted(stated, openings, rung, provision)
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
                    if bearer.decision is not None:
                        self._decision(bearer.decision, None, provision)
            elif stated.modal is None:
                self.bare_statements.append(use)
            for limb in stated.limbs:
                self._limb(LimbUse(limb, use))
            self._understandings(stated.understandings)

    def _limb(self, use: LimbUse) -> None:
        self.limbs.append(use)
        act = use.limb.act
        name = act.action
        if name in self._act:
            found = self._act[name]
        else:
            found = self._act[name] = self.vocabulary.action(name)
        self._use(found, act)
        if found is None and name != "do so" and not act.ensured:
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
                self._quantity(QuantityUse(quantity, act, None, None, self._here))
        if act.ensured:
            self._ensured(use)
        timings = use.limb.timing
        if len(timings) > 1:
            self.limbs_with_timings.append(use)
        for timing in timings:
            self._timing(timing, use.within, use.limb)
        for qualifier in use.limb.qualifiers:
            self.qualifiers.append((qualifier, use))
            self._qualifier(qualifier)

    def _ensured(self, use: LimbUse) -> None:
        self.limbs_that_ensure.append(use)
        for condition in use.limb.act.ensured:
            self._condition(condition, "ensured")
