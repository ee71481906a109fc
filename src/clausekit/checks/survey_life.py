"""Guarantees, the life of a treaty, recognition, records and rules → what a survey keeps of them."""

from __future__ import annotations

from clausekit.checks.survey_terms import TermSurvey
from clausekit.checks.uses import (
    ApplicationUse,
    DeclaredUse,
    GuaranteeUse,
    LooseName,
    QuantityUse,
    RecordUse,
    ShareUse,
)
from clausekit.model.citations import Provision
from clausekit.model.clauses import Guarantee
from clausekit.model.declarations import Rule, RuleCondition
from clausekit.model.life import Application, Declared, Record
from clausekit.model.names import key
from clausekit.model.qualifiers import Understanding, When

# In a rule, `including at least 15 members` counts those of whose votes it speaks before.
MEMBERS = frozenset({"member", "members"})
# What is done to another treaty.
TREATIES = frozenset({"replaces", "incorporates", "implements"})


class LifeSurvey(TermSurvey):
    """Gathers what is no statement with a modal."""

    def _asserted(self, stated: Guarantee | Application | Declared, openings: tuple[When, ...], rung: int, provision: Provision) -> None:
        self._understandings(stated.understandings)
        if isinstance(stated, Guarantee):
            self._guarantee(GuaranteeUse(stated, openings, rung, provision))
        elif isinstance(stated, Application):
            self._application(ApplicationUse(stated, openings, rung, provision))
        else:
            use = DeclaredUse(stated, openings, rung, provision)
            self.declared.append(use)
            self._actors(stated.bearer.actors, "bearer", of_event=False)
            if stated.condition is not None:
                self._condition(stated.condition, "declared")
            for event in (stated.event, stated.counted):
                if event is not None:
                    self._event(event, "declared", negated=False)
            self._slots(use, stated.timing, stated.qualifiers)

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
        self._slots(use, guarantee.timing, guarantee.qualifiers)

    def _application(self, use: ApplicationUse) -> None:
        application = use.application
        self.applications.append(use)
        self._references(application.references, "life")
        self._references(application.targets, "life")
        if application.subject is not None and application.verb != "is adopted by":  # amendments need no declaration
            self._actors(application.subject, "subject", of_event=False)
        if application.event is not None:
            self._event(application.event, "subject", negated=False)
        if application.counted is not None:
            self._event(application.counted, "counted", negated=False)
        if application.target is not None:
            found = self.vocabulary.anything(application.target) or self.vocabulary.happening(application.target)
            if found is None:
                kind = "instrument" if application.verb in TREATIES else "term"
                self.loose_names.append(LooseName(application.target, kind, application))
            self._use(found, application)
        if application.quantity is not None:
            self._quantity(QuantityUse(application.quantity, None, application.event, None, self._here))
        for role in application.roles:
            self._role(role, None)
        if application.decision is not None:
            self._decision(application.decision, None, use.provision)
        if application.invited_by is not None:
            self._actors(application.invited_by.actors, "by", of_event=False)
            if application.invited_by.decision is not None:
                self._decision(application.invited_by.decision, None, use.provision)
        self._slots(use, application.timing, application.qualifiers)

    def _record(self, record: Record, provision: Provision) -> None:
        self._here, self._variables = provision, {}
        self.records.append(RecordUse(record, provision))
        self._actors(record.by, "recorded", of_event=False)
        self._references(record.references, "record")
        if record.reservation_by is not None:
            self._actors(record.reservation_by, "recorded", of_event=False)
        self._understandings(record.understandings)

    def _understandings(self, understandings: tuple[Understanding, ...]) -> None:
        for each in understandings:
            self.understandings.append(each)
            self._actors(each.by, "recorded", of_event=False)

    def _criteria_and_rules(self) -> None:
        for group in self.treaty.groups:
            if group.criterion is not None:
                self._owner, self._variables = group, {}
                self._named("party", group.criterion.base, group.criterion)
                if group.criterion.condition is not None:
                    self._condition(group.criterion.condition, "criterion")
                if group.criterion.after is not None:
                    self._event(group.criterion.after, "criterion", negated=False)
        for rule in self.treaty.rules:
            self._owner, self._variables = rule, {}
            for condition in (each for step in rule.steps for each in step.conditions):
                self._rule_condition(rule, condition)
        for actor in self.treaty.actors:
            self._named("party", actor.of, actor)
        for zone in self.treaty.zones:
            self._named("zone", zone.inside, zone)
            self._named("zone", zone.baseline, zone)
        for measure in self.treaty.measures:
            self._named("party", measure.of, measure)
            self._named("measure", measure.part_of, measure)

    def _rule_condition(self, rule: Rule, condition: RuleCondition) -> None:
        if condition.vote is not None:
            same = key(condition.vote.of or "") in MEMBERS
            self._decision(condition.vote._replace(of=None) if same else condition.vote, rule, None)
        for actor in condition.actors:
            self._actor(actor, "rule", of_event=False)
        if condition.share is not None:
            self.shares.append(ShareUse(condition.share, None, rule))
            self._named("measure", condition.share.measure, condition)
