"""Treaty → Code: its sentences as norms, its life as rules, everything that is needed to play a history.

Every binding sentence becomes one norm or more: one for each act of each statement, and for each rung of its ladder. A norm keeps the place and the
citation of the sentence it came from.
"""

from __future__ import annotations

from typing import Literal

from clausekit.model.amounts import Period
from clausekit.model.citations import Provision
from clausekit.model.clauses import Guarantee, Limb, Sentence, Stated, Statement
from clausekit.model.life import Application, Declared
from clausekit.model.modality import denies, is_power, modality
from clausekit.model.names import key
from clausekit.model.qualifiers import Manner, Precedence, Qualifier, Restriction, When
from clausekit.model.terms import Actors, Bearer, Role, Timing
from clausekit.model.treaty import Treaty
from clausekit.norms import norm
from clausekit.norms.calendar import calendar_of
from clausekit.norms.lower_bearers import Held, held
from clausekit.norms.lower_life import LifeLowering
from clausekit.norms.lower_terms import OBJECT, Terms, cited
from clausekit.norms.norm import Code, Condition, Effect, Guard, Norm, Pattern, RolePattern, Who, Window

Unstated = Literal["joint", "several"]
"""How to read a guarantee that leaves open on purpose whether it is joint or several (see the semantics, Guarantee)."""
# A deadline that counts from an event is triggered by it, in a sentence that nothing else triggers.
_TRIGGERING = frozenset({"within", "exactly", "on", "at the same time as", "first day of month", "after", "from", "not earlier than"})
# To whom an act is owed, by the role that says it: the first that is there.
_OWED = ("to", "with", "for", OBJECT)


def lower(treaty: Treaty, *, unstated: Unstated = "joint") -> Code:
    """The norms of a treaty and the rules of its life. `unstated` settles what it leaves open on purpose."""
    return _Lowering(treaty, unstated).code()


class _Lowering:
    """Lowers the sentences of one treaty, one after the other."""

    def __init__(self, treaty: Treaty, unstated: Unstated) -> None:
        self.treaty = treaty
        self.calendar = calendar_of(treaty)
        self.terms = Terms(treaty, self.calendar)
        self.life = LifeLowering(self.terms)
        self.norms: list[Norm] = []
        self._unstated = unstated
        self._responses: list[tuple[Guarantee, int]] = []

    def code(self) -> Code:
        for provision in self.terms.citations.provisions:
            if isinstance(provision.clause, Sentence):
                self._sentence(provision.clause, provision)
        for guarantee, number in self._responses:
            self._respond(guarantee, number)
        return self.life.code(self.treaty, tuple(self.norms), self.calendar)

    # ------------------------------------------------------------ sentences

    def _sentence(self, sentence: Sentence, provision: Provision) -> None:
        self.terms.begin(provision)
        trigger, guards = self._openings(sentence.openings)
        failing = self._core(sentence.statements, provision, trigger, guards, rung=0, after=())
        for number, rung in enumerate(sentence.rungs, 1):
            rung_trigger, rung_guards = self._openings(rung.openings)
            failing = self._core(rung.statements, provision, rung_trigger, rung_guards, rung=number, after=failing or (-1,))

    def _openings(self, openings: tuple[When, ...]) -> tuple[Condition | None, tuple[Guard, ...]]:
        trigger: Condition | None = None
        guards: list[Guard] = []
        for opening in openings:
            condition = self.terms.condition(opening.condition)
            if opening.word == "while":
                guards.append(Guard("while", condition))
            else:
                trigger = self.terms.both(trigger, condition)
        return trigger, tuple(guards)

    def _core(
        self, statements: tuple[Stated, ...], provision: Provision, trigger: Condition | None, guards: tuple[Guard, ...], *, rung: int, after: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Lower the statements of a sentence or rung: the numbers of the norms whose failure the next rung answers."""
        first = len(self.norms)
        bearer: Bearer | None = None
        done: Limb | None = None
        for number, stated in enumerate(statements):
            frame = _Frame(provision, trigger, guards, number, rung, after)
            if isinstance(stated, Statement):
                bearer = stated.bearer or bearer
                done = self._statement(stated, bearer, frame, done)
            elif isinstance(stated, Guarantee):
                self._guarantee(stated, frame)
            elif isinstance(stated, Application):
                self.life.application(stated, frame)
            else:
                self._declared(stated, frame)
        return tuple(range(first, len(self.norms)))

    def _statement(self, stated: Statement, bearer: Bearer | None, frame: _Frame, before: Limb | None) -> Limb | None:
        kind = modality(stated, bearer)
        either = stated.connective == "or" and len(stated.limbs) > 1
        who = held(self.terms, bearer, kind, has_amount=any(limb.act.quantities for limb in stated.limbs), unstated=self._unstated)
        self.terms.bearers = who.who.names
        acts: list[Pattern] = []
        for limb in stated.limbs:
            repeated = limb.act.action == "do so" and before is not None
            done = limb._replace(act=before.act) if repeated and before is not None else limb
            before = done
            pattern = self.act(done, whole=kind in ("duty", "commitment"))
            if either:
                acts.append(pattern)
                if limb is not stated.limbs[-1]:
                    continue
                done = done._replace(timing=_timing_of_either(stated.limbs))
            power = kind == "permission" and is_power(done.act)
            self._norm(done, "power" if power else kind, who, tuple(acts) or (pattern,), frame, denied=denies(bearer))
        return before

    def _norm(self, limb: Limb, kind: str, who: Held, acts: tuple[Pattern, ...], frame: _Frame, *, denied: bool = False) -> None:
        trigger, guards = frame.trigger, frame.guards
        guards = (*guards, *self._guards(limb.qualifiers))
        for qualifier in limb.qualifiers:
            if isinstance(qualifier, When):
                condition = self.terms.condition(qualifier.condition)
                if qualifier.word == "while":
                    guards = (*guards, Guard("while", condition))
                else:
                    trigger = self.terms.both(trigger, condition)
        windows = tuple(self.terms.window(timing) for timing in limb.timing)
        is_timed = trigger is None and not frame.after
        if is_timed:
            trigger = _triggering(windows)
        manners = {each.kind: each for each in limb.qualifiers if isinstance(each, Manner)}
        notice = manners["with notice"].period if "with notice" in manners else None
        prevails, yields = self._precedence(limb.qualifiers)
        ensured: Condition | None = None
        for each in limb.act.ensured:
            ensured = self.terms.both(ensured, self.terms.condition(each))
        acting = (*acts,) if not ensured else ()
        number = self.terms.numbers[id(frame.provision)]
        self.norms.append(
            Norm(
                number=len(self.norms),
                provision=number,
                citation=self.terms.citations.name_of(frame.provision),
                label=frame.provision.clause.label or "",
                span=limb.span or frame.provision.clause.span,
                statement=frame.statement,
                rung=frame.rung,
                modality="prohibition" if denied and kind == "power" else kind,  # type: ignore[arg-type]  # one of the modalities
                bearer=who.who,
                mode=who.mode,
                need=who.need,
                acts=tuple(self._consented(act, limb.qualifiers) for act in acting),
                ensured=ensured,
                trigger=trigger,
                guards=guards,
                windows=windows,
                after=frame.after,
                owed_to=self._owed_to(limb),
                effect=self._effect(limb) if kind == "power" or denied else None,
                notice=notice,
                rule=who.rule,
                for_each="for each occurrence" in manners,
                subsidiary="subsidiarily" in manners,
                prevails_over=prevails,
                yields_to=yields,
                unstated=who.unstated,
                timed=is_timed and trigger is not None,
                said=limb.act.action,
            )
        )

    # ------------------------------------------------------------ acts

    def act(self, limb: Limb, *, whole: bool = True) -> Pattern:
        """The kind of event that doing an act is.

        `whole` asks that it is done to all who are named: to notify the Parties is to notify every one of them, while to attack one is to attack the Parties.
        """
        act = limb.act
        clauses, instruments = self.terms.clauses_of(act.cited, act.roles)
        roles = (*self.terms.roles(tuple(role for role in act.roles if not _is_open(role))), *instruments)
        if act.objects is not None:
            roles = (RolePattern(OBJECT, self.terms.actors(act.objects)), *roles)
        name = self.terms.happening(act.action)
        if not whole:
            roles = tuple(role._replace(who=role.who._replace(quantifier="any")) if role.who.quantifier == "all" else role for role in roles)
        said = f"{act.aspect} {act.action}".strip()
        if act.cited:
            said += " " + " and ".join(map(cited, act.cited))
        return Pattern(name, roles, clauses, tuple(map(self.terms.amount, act.quantities)), act.aspect, said)

    def _consented(self, act: Pattern, qualifiers: tuple[Qualifier, ...]) -> Pattern:
        """The act less what `except` cuts out of it by its roles."""
        cut = tuple(role for each in qualifiers if isinstance(each, Restriction) and not each.condition for role in self.terms.roles(each.roles, absent=True))
        return act._replace(roles=(*act.roles, *cut)) if cut else act

    def _guards(self, qualifiers: tuple[Qualifier, ...]) -> tuple[Guard, ...]:
        guards: list[Guard] = []
        for each in qualifiers:
            if isinstance(each, Restriction) and each.condition is not None:
                guards.append(Guard(each.kind, self.terms.condition(each.condition)))
            elif isinstance(each, Manner) and each.kind in ("with the consent of", "at the request of") and each.actors is not None:
                asked = "consent" if each.kind == "with the consent of" else "request"
                by = RolePattern("by", self.terms.actors(each.actors))
                guards.append(Guard("provided that", ((norm.Test("occurs", Pattern(asked, (by,), said=asked), already=True),),)))
        return tuple(guards)

    def _precedence(self, qualifiers: tuple[Qualifier, ...]) -> tuple[frozenset[int], frozenset[int]]:
        prevails: set[int] = set()
        yields: set[int] = set()
        for each in qualifiers:
            if isinstance(each, Precedence):
                numbers = self.terms.provisions(each.references) if each.references else frozenset()
                own = {self.terms.numbers[id(self.terms.here)]} if self.terms.here is not None else set()
                others = (numbers if numbers is not None else frozenset(range(len(self.terms.citations.provisions)))) - own
                (prevails if each.kind == "notwithstanding" else yields).update(others)
        return frozenset(prevails), frozenset(yields)

    def _owed_to(self, limb: Limb) -> Who | None:
        if limb.act.objects is not None:
            return self._bound(limb.act.objects)
        roles: dict[str, Role] = {role.preposition: role for role in reversed(limb.act.roles)}
        for preposition in _OWED:
            role = roles.get(preposition)
            if role is not None and role.actors is not None:
                owed = self._bound(role.actors)
                if owed is not None:
                    return owed
        return None

    def _bound(self, actors: Actors) -> Who | None:
        """Those named who are actors of the treaty; None for places and things."""
        if not all(self.terms.vocabulary.who(actor.name) is not None or actor.name in self.terms.variables for actor in actors.members):
            return None
        return self.terms.actors(actors)

    def _effect(self, limb: Limb) -> Effect:
        kind = self.terms.happening(limb.act.action)
        cited = self.terms.provisions(limb.act.cited) if limb.act.cited else None
        between = next((self.terms.actors(role.actors) for role in limb.act.roles if role.preposition == "between" and role.actors is not None), None)
        return Effect(kind, cited, between)

    # ------------------------------------------------------------ guarantees and recognition

    def _guarantee(self, guarantee: Guarantee, frame: _Frame) -> None:
        self._responses.append((guarantee, len(self.norms)))
        who = held(self.terms, guarantee.bearer, "duty", has_amount=False, unstated=self._unstated)
        cited = self.terms.provisions(guarantee.cited) if guarantee.cited else frozenset()
        modality_of_it: Literal["duty", "commitment"] = "duty" if guarantee.force == "guarantee" and not self.treaty.political else "commitment"
        duties_of = tuple(name for actor in guarantee.duties_of.members for name in self.terms.members(actor.name)) if guarantee.duties_of else ()
        subsidiary = any(isinstance(each, Manner) and each.kind == "subsidiarily" for each in guarantee.qualifiers)
        prevails, yields = self._precedence(guarantee.qualifiers)
        self.norms.append(
            Norm(
                number=len(self.norms),
                provision=self.terms.numbers[id(frame.provision)],
                citation=self.terms.citations.name_of(frame.provision),
                label=frame.provision.clause.label or "",
                span=guarantee.span,
                statement=frame.statement,
                rung=frame.rung,
                modality=modality_of_it,
                bearer=who.who,
                mode=who.mode,
                need=who.need,
                acts=(),
                ensured=None,
                trigger=frame.trigger,
                guards=(*frame.guards, *self._guards(guarantee.qualifiers)),
                windows=tuple(self.terms.window(timing) for timing in guarantee.timing),
                after=frame.after,
                owed_to=self.terms.actors(guarantee.beneficiary) if guarantee.beneficiary is not None else None,
                rule=who.rule,
                subsidiary=subsidiary,
                guaranteed=cited if cited is not None else frozenset(range(len(self.terms.citations.provisions))),
                duties_of=duties_of,
                prevails_over=prevails,
                yields_to=yields,
                unstated=who.unstated,
                said="bring about performance",
            )
        )

    def _respond(self, guarantee: Guarantee, number: int) -> None:
        """What guarantors owe by a response clause: its acts, opened by the breach of what is guaranteed."""
        if not guarantee.response:
            return
        responding = self.terms.provisions(guarantee.response) or frozenset()
        opened = self.norms[number]
        copies = [each for each in self.norms if each.provision in responding and not each.rung and each.modality in ("duty", "commitment") and each.acts]
        for place, each in enumerate(copies):
            windows, mode = (*opened.windows, *each.windows), _mode_of_response(opened, each)
            made = opened._replace(acts=each.acts, windows=windows, said=each.said, mode=mode)
            if place == 0:
                self.norms[number] = made
            else:
                self.norms.append(made._replace(number=len(self.norms)))

    def _declared(self, declared: Declared, frame: _Frame) -> None:
        """What is recognised binds nobody to an act; that one event counts as another is a rule of meaning."""
        if declared.event is not None and declared.counted is not None:
            condition = frame.trigger
            self.life.counts_as(declared.event, declared.counted, condition, frame, negated=declared.negated)


class _Frame:
    """Where a statement stands: its provision, what triggers it, and which failures open its rung."""

    __slots__ = ("after", "guards", "provision", "rung", "statement", "trigger")

    def __init__(self, provision: Provision, trigger: Condition | None, guards: tuple[Guard, ...], statement: int, rung: int, after: tuple[int, ...]) -> None:
        self.provision = provision
        self.trigger = trigger
        self.guards = guards
        self.statement = statement
        self.rung = rung
        self.after = after


def _is_open(role: Role) -> bool:
    """Whether a role says that what fills it is for the bearer to choose: `with such action as it deems necessary`."""
    return role.actors is not None and all(key(actor.name).startswith("such ") for actor in role.actors.members)


def _timing_of_either(limbs: tuple[Limb, ...]) -> tuple[Timing, ...]:
    """When one of several acts at choice is in time: the times that all share. To do it before something, or to do it with that, is not to do it later."""
    first, *others = [limb.timing for limb in limbs]
    if all(timing == first for timing in others):
        return first
    alone = [timing[0] for timing in (first, *others) if len(timing) == 1 and timing[0].kind in ("before", "at the same time as")]
    if len(alone) == len(limbs) and all(timing.anchor is not None and timing.anchor == alone[0].anchor for timing in alone):
        return (alone[0]._replace(kind="not later than", period=Period(-1, -1, ((0, "hour"),))),)
    return tuple(timing for timing in first if all(timing in other for other in others))


def _triggering(windows: tuple[Window, ...]) -> Condition | None:
    """The event that a deadline counts from, which triggers a sentence that nothing else does; entry into force is where every norm begins."""
    for window in windows:
        if window.kind in _TRIGGERING and window.anchor is not None and not _is_entry_into_force(window.anchor):
            return window.anchor
    return None


def _is_entry_into_force(anchor: Condition) -> bool:
    return all(test.pattern is not None and test.pattern.name == "entry into force" for alternative in anchor for test in alternative)


def _mode_of_response(guarantee: Norm, response: Norm) -> str:
    return "sum" if response.mode == "sum" and guarantee.mode in ("all", "any", "number") else guarantee.mode
