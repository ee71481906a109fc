"""The life of a treaty, what counts as what, and the facts of its vocabulary → rules that a history is played by."""

from __future__ import annotations

from typing import Protocol

from clausekit.model.citations import Provision
from clausekit.model.life import Application, Record
from clausekit.model.names import key
from clausekit.model.qualifiers import Manner, Qualifier, Restriction, When
from clausekit.model.terms import EventTerm
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import Calendar
from clausekit.norms.hinging import is_state
from clausekit.norms.lower_terms import Terms
from clausekit.norms.norm import Code, Condition, CountsAs, Guard, LifeRule, Norm, Pattern, Pledge, RolePattern, Standing, Test
from clausekit.norms.norm import Provision as Place

_DEEPEST_ZONE = 50
# What a treaty is, or is not, while a state of affairs lasts.
_WHILE = ("is suspended", "applies", "applies only", "does not apply")


class Frame(Protocol):
    """Where a sentence stands."""

    provision: Provision
    trigger: Condition | None
    guards: tuple[Guard, ...]
    rung: int
    after: tuple[int, ...]


class LifeLowering:
    """Gathers the rules of the life of one treaty while its sentences are lowered."""

    def __init__(self, terms: Terms) -> None:
        """Lower terms with `terms`."""
        self._terms = terms
        self._life: list[LifeRule] = []
        self._counts: list[CountsAs] = []

    # ------------------------------------------------------------ sentences

    def application(self, application: Application, frame: Frame) -> None:
        """Lower a sentence on the life of the treaty or of a clause."""
        terms = self._terms
        if application.verb in ("counts as", "does not count as"):
            event = application.event or _as_event(application)
            if event is not None and application.counted is not None:
                self.counts_as(event, application.counted, frame.trigger, frame, negated=application.verb.startswith("does"))
                self._counts[-1] = self._counts[-1]._replace(windows=tuple(terms.window(timing) for timing in application.timing))
            return
        whom = next((terms.actors(role.actors) for role in application.roles if role.preposition == "for" and role.actors is not None), None)
        between = next((terms.actors(role.actors) for role in application.roles if role.preposition == "between" and role.actors is not None), None)
        if whom is None and application.subject is not None and application.verb != "is adopted by":
            whom = terms.actors(application.subject)
        trigger, guards = self._conditions(application.qualifiers, frame)  # behind those it is for, whom `that Party` speaks of
        of = _thing(terms, application)
        provisions = terms.provisions(application.references) if application.references and of is None else None
        if application.verb == "survives" and application.counted is not None:
            trigger = terms.both(trigger, ((_occurs(terms, application.counted),),))
        self._life.append(
            LifeRule(
                number=len(self._life),
                provision=terms.numbers[id(frame.provision)],
                citation=terms.citations.name_of(frame.provision),
                label=frame.provision.clause.label or "",
                span=application.span,
                verb=application.verb,
                provisions=provisions,
                whom=whom,
                between=between,
                trigger=trigger,
                guards=guards,
                windows=tuple(terms.window(timing) for timing in application.timing),
                period=application.period,
                rung=frame.rung,
                after=frame.after,
                of=of,
            )
        )

    def counts_as(self, event: EventTerm, counted: EventTerm, condition: Condition | None, frame: Frame, *, negated: bool) -> None:
        """Lower `X counts as Y`."""
        number = self._terms.numbers[id(frame.provision)]
        self._counts.append(CountsAs(self._terms.event(event), self._terms.event(counted), condition, negated, number, after=frame.after))

    def _conditions(self, qualifiers: tuple[Qualifier, ...], frame: Frame) -> tuple[Condition | None, tuple[Guard, ...]]:
        terms, trigger, guards = self._terms, frame.trigger, list(frame.guards)
        for each in qualifiers:
            if isinstance(each, When):
                condition = terms.condition(each.condition)
                if each.word == "while":
                    guards.append(Guard("while", condition))
                else:
                    trigger = terms.both(trigger, condition)
            elif isinstance(each, Restriction) and each.condition is not None:
                guards.append(Guard(each.kind, terms.condition(each.condition)))
            elif isinstance(each, Manner) and each.kind == "with the consent of" and each.actors is not None:
                consent = EventTerm(-1, -1, "consent", "", (), (), (), None)
                test = _occurs(terms, consent)
                assert test.pattern is not None
                by = terms.actors(each.actors)
                pattern = test.pattern._replace(roles=(*test.pattern.roles, RolePattern("by", by)))
                guards.append(Guard("provided that", ((test._replace(pattern=pattern, already=True),),)))
        return trigger, tuple(guards)

    # ------------------------------------------------------------ the whole

    def code(self, treaty: Treaty, norms: tuple[Norm, ...], calendar: Calendar) -> Code:
        """Everything that was lowered, with the facts of the vocabulary."""
        terms = self._terms
        vocabulary, citations = terms.vocabulary, terms.citations
        provisions = tuple(
            Place(number, citations.name_of(each), each.clause.label or "", each.clause.span) for number, each in enumerate(citations.provisions)
        )
        terms.begin(None)
        standings = tuple(
            Standing(status.name, terms.condition(status.begins) if status.begins else None, terms.condition(status.ends) if status.ends else None)
            for status in treaty.statuses
        )
        pledges = tuple(
            Pledge(actor.name, key(pledge.unit or ""), pledge.high or pledge.amount)
            for actor in treaty.actors
            for pledge in actor.pledges
            if pledge.amount is not None
        )
        return Code(
            norms=norms,
            life=tuple(_of_every_provision(rule, len(provisions)) for rule in self._life),
            counts_as=tuple(self._counts),
            findings=tuple(terms.findings),
            statuses=tuple(each for each in standings if each.begins is not None or each.ends is not None),
            free_statuses=frozenset(each.name for each in standings if each.begins is None and each.ends is None),
            measures={measure.name: tuple(map(key, measure.levels)) for measure in treaty.measures},
            pledges=pledges,
            parties=vocabulary.parties(),
            non_parties=tuple(actor.name for actor in treaty.actors if actor.role in ("state", "signatory")),
            actors=tuple(actor.name for actor in treaty.actors),
            provisions=provisions,
            zones=_zones(treaty),
            groups=_groups(terms, treaty),
            bodies={body.name: vocabulary.members(body.name) for body in treaty.bodies},
            excluded=self._excluded(),
            calendar=calendar,
            immediately=treaty.immediately,
        )

    def _excluded(self) -> frozenset[tuple[str, int]]:
        """Who does not owe which provision, because a reservation excludes it."""
        terms = self._terms
        found: set[tuple[str, int]] = set()
        for provision in terms.citations.provisions:
            clause = provision.clause
            if isinstance(clause, Record) and clause.what == "reservation" and clause.excluded:
                terms.begin(provision)
                numbers = terms.provisions(clause.references)
                for name in terms.actors(clause.by).names:
                    found.update((name, number) for number in (numbers if numbers is not None else range(len(terms.citations.provisions))))
        return frozenset(found)


def _of_every_provision(rule: LifeRule, count: int) -> LifeRule:
    """What is said of the treaty for as long as a state of affairs lasts (`this treaty is suspended while war`) is said of each of its provisions."""
    is_whole = rule.provisions is None and rule.of is None and rule.verb in _WHILE
    return rule._replace(provisions=frozenset(range(count))) if is_whole and is_state(rule) else rule


def _thing(terms: Terms, application: Application) -> Pattern | None:
    """What a sentence is about that is neither the treaty nor a clause of it: an act, a state of affairs, something else that has a name."""
    cited = application.references
    if cited and all(reference.kind == "instrument" for reference in cited):
        return Pattern(key(cited[0].designation), said=" and ".join(reference.designation for reference in cited))
    if cited:
        return None
    if application.event is not None:
        return terms.event(application.event)
    names = [actor.name for actor in application.subject.members] if application.subject is not None else []
    return Pattern(key(names[0]), said=names[0]) if names and all(terms.vocabulary.who(name) is None for name in names) else None


def _occurs(terms: Terms, event: EventTerm) -> Test:
    return Test("occurs", terms.event(event))


def _as_event(application: Application) -> EventTerm | None:
    """An act that is named without roles as what counts: `aggression counts as …`."""
    if application.subject is None or len(application.subject.members) != 1:
        return None
    return EventTerm(-1, -1, application.subject.members[0].name, "", (), (), (), None)


def _zones(treaty: Treaty) -> dict[str, tuple[str, ...]]:
    """Each zone with all those around it."""
    outer = {zone.name: zone.inside for zone in treaty.zones}
    names = {key(name): name for name in outer}
    found: dict[str, tuple[str, ...]] = {}
    for name in outer:
        around: list[str] = [name]
        while len(around) < _DEEPEST_ZONE:
            inside = outer.get(around[-1])
            following = names.get(key(inside)) if inside else None
            if following is None or following in around:
                break
            around.append(following)
        found[name] = tuple(around)
    return found


def _groups(terms: Terms, treaty: Treaty) -> dict[str, tuple[str, ...]]:
    """The members of each group, by its name and by the plural of each role."""
    found = {group.name: terms.members(group.name) for group in treaty.groups}
    for role in ("Party", "Guarantor", "State", "Signatory"):
        found[role] = terms.vocabulary.members(role)
    return found
