"""Slots → the norms they open, and what of these is violated by whom: the rules of the semantics as requirements.

What is told here of a norm is told of one opening of it by one slot. A breach is reported to whoever asks the question, as a formula; whether it must not be,
must be, or is left alone is the question's business.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.conditions import Conditions
from clausekit.logic.course import Course, Either
from clausekit.logic.excuses import Excuses
from clausekit.logic.index import Index, Listening
from clausekit.logic.instance import Breach, Instance, is_lasting
from clausekit.logic.laying_out import LayingOut
from clausekit.logic.moments import Moment
from clausekit.logic.reach import Reach, reach
from clausekit.logic.slots import Slot, events, ways
from clausekit.logic.solver import Formula, Term
from clausekit.norms.history import Bindings, Happening, those
from clausekit.norms.norm import Names, Norm, Pattern, Test

_DUTIES = ("duty", "commitment")
_ASKING = ("duty", "commitment", "prohibition")
_ALLOWING = ("permission", "power")
# A duty that its own performance triggers again is laid out so often.
_MOST_TURNS = 1
# Of those who can perform for all, so many are told apart.
_MOST_PERFORMERS = 6


class Limits(NamedTuple):
    """What of a treaty a question is about.

    Only norms that are `considered` are opened. With `concerned`, what another owes for itself is left out where nothing follows from its violation. `waivable`
    says whether those to whom something is owed may waive it without being asked for that.
    """

    considered: Callable[[Norm], bool] = lambda _: True
    concerned: frozenset[str] = frozenset()
    waivable: bool = True


class Instances:
    """The norms that are open in one course of events."""

    def __init__(
        self,
        course: Course,
        conditions: Conditions,
        index: Index,
        *,
        on_breach: Callable[[Breach], None],
        limits: Limits,
    ) -> None:
        """Open what the slots of `course` trigger, those there are and those to come, within the `limits`."""
        self._concerned = limits.concerned
        self.course = course
        self.conditions = conditions
        self.index = index
        self.opened: defaultdict[int, list[Instance]] = defaultdict(list)
        self._on_breach = on_breach
        self._considered = limits.considered
        self._forbidding: defaultdict[str, list[Instance]] = defaultdict(list)
        self.excuses = Excuses(self, waivable=limits.waivable)
        self.laying_out = LayingOut(course, conditions, index, self.stand)
        self._awaited: defaultdict[str, list[Callable[[Slot], None]]] = defaultdict(list)
        self._standing: set[int] = set()
        for slot in list(course.slots):
            self._take_in(slot)
        course.hook(self._take_in)

    # ------------------------------------------------------------ what a slot brings about

    def _take_in(self, slot: Slot) -> None:
        name = slot.event.name
        for hear in list(self._awaited.get(name, ())):
            hear(slot)
        for norm in self.index.standing_about.get(name, ()):
            self.stand(norm)
        for instance in list(self._forbidding.get(name, ())):
            self._forbid(instance, slot)
        for number, heard in groupby(self.index.listeners.get(name, ()), key=lambda each: each.norm.number):
            if self._considered(norm := self.course.code.norms[number]):
                self._trigger(norm, list(heard), slot)

    def stand(self, norm: Norm) -> None:
        """Open what stands from the entry into force on."""
        if norm.number not in self._standing and self._considered(norm):
            self._standing.add(norm.number)
            self._open(norm, {}, self.course.start, active=True, opener=None, cause=Happening(0, "entry into force", {}))

    def _trigger(self, norm: Norm, heard: list[Listening], slot: Slot) -> None:
        """Open a norm for a slot, once for each way to bind its variables, in however many ways its trigger is met."""
        ways_met: dict[tuple[tuple[str, str], ...], tuple[Bindings, list[Formula]]] = {}
        for listening in heard:
            for bindings, so in self._met_by(slot, listening):
                ways_met.setdefault(tuple(sorted(bindings.items())), (bindings, []))[1].append(so)
        for bindings, met in ways_met.values():
            active = z.every((slot.present, z.some(met)))
            if active is not False:
                self._open(norm, bindings, slot.moment, active, slot, cause=slot.event)

    def _met_by(self, slot: Slot, listening: Listening) -> Iterator[tuple[Bindings, Formula]]:
        test = listening.test
        if test is None:
            yield {}, True
            return
        assert test.pattern is not None
        others = [each for each in listening.alternative if each is not test]
        for way in ways(test.pattern, slot, {}):
            for bindings, more in self._joined(others, way.bindings, slot):
                yield bindings, z.every((way.enough, more))

    def _joined(self, tests: list[Test], bindings: Bindings, slot: Slot) -> Iterator[tuple[Bindings, Formula]]:
        """The other tests of an alternative, met with that which a slot meets."""
        if not tests:
            yield bindings, True
            return
        test, rest = tests[0], tests[1:]
        is_event = test.kind == "occurs" and not test.negated and test.count is None and test.window is None
        if is_event and test.pattern is not None and any(role.who.binds for role in test.pattern.roles):
            for other in list(self.course.by_name.get(test.pattern.name, ())):
                for way in ways(test.pattern, other, bindings) if other is not slot else ():
                    so = z.every((other.present, way.enough, other.at <= slot.at))
                    for whole, more in self._joined(rest, way.bindings, slot):
                        yield whole, z.every((so, more))
            return
        so = self.conditions.test(test, bindings, slot.moment)
        for whole, more in self._joined(rest, bindings, slot):
            yield whole, z.every((so, more))

    # ------------------------------------------------------------ opening

    def _open(  # noqa: PLR0913  what opens a norm has these parts
        self, norm: Norm, bindings: Bindings, moment: Moment, active: Formula, opener: Slot | None, *, cause: Happening, parent: Instance | None = None
    ) -> None:
        bearers = self._bound(norm, bindings, cause, parent)
        for group in [(name,) for name in bearers] if norm.mode == "each" else [bearers] if bearers else []:
            if self._concerned and self._concerned.isdisjoint(group) and norm.modality in _ASKING and not self.index.has_effects(norm):
                continue
            own = {norm.bearer.binds: group[0]} if norm.bearer.binds and norm.mode == "each" else {}
            self._begin(Instance(norm, {**own, **bindings}, group, moment, active, opener, Reach([moment.at])), parent)

    def _begin(self, instance: Instance, parent: Instance | None) -> None:
        norm = instance.norm
        instance.reach = reach(norm, instance.moment, self.course.clock, self.course.code.immediately)
        at_opening = [guard for guard in norm.guards if guard.kind == "while" and not is_lasting(norm)]
        so = (self.conditions.met(guard.condition, instance.bindings, instance.moment) for guard in at_opening)
        instance.active = z.every((instance.active, *so))
        if parent is not None:
            instance.because, instance.parent = (*parent.because, norm.number), parent
        self.opened[norm.number].append(instance)
        self.excuses.opened(instance)
        if norm.modality in _DUTIES and not instance.reach.recurs and (norm.acts or norm.ensured is None):
            self._owe(instance)
        elif norm.modality == "prohibition":
            for act in norm.acts:
                self._forbidding[act.name].append(instance)
                for slot in list(self.course.by_name.get(act.name, ())):
                    self._forbid(instance, slot)
        elif norm.modality in _ALLOWING and self.index.after.get(norm.number):
            self._lapse(instance)
        if norm.modality in _DUTIES and self.index.has_effects(norm) and (instance.reach.recurs or not instance.reach.is_exact):
            self._may_fail(instance)

    def _bound(self, norm: Norm, bindings: Bindings, cause: Happening, parent: Instance | None) -> Names:
        """Who is bound, as when the reference semantics opens a norm, in a treaty that all its Parties are bound by."""
        who, code = norm.bearer, self.course.code
        partaking = {*bindings.values(), *cause.by} if cause.name != "entry into force" else set()
        kept = []
        for name in those(who, bindings):
            if (name, norm.provision) in code.excluded or name in code.non_parties:
                continue
            is_response = not norm.timed and parent is None
            may_be_one_of_them = parent is not None and len(parent.who) > 1  # of several who fail together, some may have done their part
            if name in partaking and not may_be_one_of_them and not who.refers and (who.other or (is_response and name in cause.by and name not in who.singly)):
                continue
            if norm.guaranteed is not None and parent is not None and name in parent.who:
                continue
            kept.append(name)
        return tuple(kept)

    # ------------------------------------------------------------ duties

    def _owe(self, instance: Instance) -> None:
        """What is owed, and by whom it is violated when its time is over."""
        norm, reach = instance.norm, instance.reach
        excused = self.excuses.of_duty(instance)
        held = {name: self._performance(instance, (name,)) for name in instance.who} if norm.mode in ("each", "all", "number") else {}
        together = None if held else self._performance(instance, instance.who)
        instance.performed = held if together is None else dict.fromkeys(instance.who, together)
        last = reach.last
        excuses = {name: z.some((excused, self.excuses.of_bearer(instance, name))) for name in instance.who}
        blames = {name: z.every((instance.active, z.opposite(excuses[name]), z.opposite(done.so))) for name, done in instance.performed.items()}
        if last is not None:
            instance.violated = z.some(blames.values())
            for name, so in blames.items():
                self._on_breach(Breach(instance, name, so, last + 1))
            told = "violation" if norm.modality == "duty" else "failure"
            self._tell(told, instance, instance.who, instance.violated, self.course.clock.at(last + 1))
        elif not reach.deadlines:
            for name, so in blames.items():
                self._on_breach(Breach(instance, name, so, None))
        for period, anchor in reach.deadlines:
            self._before(instance, period, anchor, excuses)

    def _performance(self, instance: Instance, who: Names) -> Either:
        """That some of those who owe it perform: each of the acts, by a slot of theirs, in time."""
        acts = instance.norm.acts
        known: dict[int, Formula] = {}

        def way(slot: Slot) -> Formula:
            if slot.number not in known:
                known[slot.number] = z.some(self._performs(instance, act, slot, who) for act in acts if act.name == slot.event.name)
            return known[slot.number]

        def lay_out() -> bool:
            return self._lay_out_acts(instance, who)

        turns = instance.because.count(instance.norm.number)
        return self.course.either((act.name for act in acts), way, lay_out, recurs=turns > _MOST_TURNS)

    def _lay_out_acts(self, instance: Instance, who: Names) -> bool:
        """Lay out the acts that perform what is owed, by each who can."""
        are_all = True
        for act in instance.norm.acts:
            for name in who[:_MOST_PERFORMERS]:
                found, all_of_it = events(act, instance.bindings, by=(name,))
                are_all &= all_of_it
                for event in (each for plain in found for each in self.index.variants(plain)):
                    self.course.slot(event, because=instance.because, serves=instance)
        return are_all and len(who) <= _MOST_PERFORMERS and bool(instance.norm.acts)

    def _performs(self, instance: Instance, act: Pattern, slot: Slot, who: Names) -> Formula:
        if slot is instance.opener or not set(who) & {*slot.event.by, *slot.event.roles.get("on behalf of", ())}:
            return False
        is_it = [z.every((way.enough, slot.present)) for way in ways(act, slot, instance.bindings)]
        begun = [self.conditions.begun(start, instance.bindings, slot.moment) for start in instance.reach.starts]
        return z.every((z.some(is_it), instance.reach.covers(slot.at), self._is_no_trigger(instance, slot), *begun))

    def _is_no_trigger(self, instance: Instance, slot: Slot) -> Formula:
        """An event that is itself what opened an instance neither performs nor violates it."""
        if instance.opener is None or instance.opener.event.name != slot.event.name:
            return True
        tests = [test for alternative in instance.norm.trigger or () for test in alternative if test.pattern is not None and not test.negated]
        is_one = any(True for test in tests if test.pattern is not None for _ in ways(test.pattern, slot, instance.bindings))
        return slot.at != instance.moment.at if is_one else True

    def _lapse(self, instance: Instance) -> None:
        """A permission of which nobody makes use in time lapses; one that no time bounds lapses when those who hold it say so, which the world tells."""
        last = instance.reach.last
        if last is None or not instance.reach.is_exact or instance.reach.recurs:
            self._may_fail(instance)
            return
        used = self._performance(instance, instance.who)
        so = z.every((instance.active, z.opposite(used.so)))
        self._tell("lapse", instance, instance.who, so, self.course.clock.at(last + 1))

    def _may_fail(self, instance: Instance) -> None:
        """What is not followed period by period, or whose time is not fully known, may fail at some time: whoever finds a history by that has to play it."""
        moment = self.course.clock.moment("failure")
        so = z.every((instance.active, self.course.truth("fails"), moment.at > instance.moment.at))
        told = {"duty": "violation", "commitment": "failure"}.get(instance.norm.modality, "lapse")
        if len(instance.who) == 1 and told == "violation":
            self._on_breach(Breach(instance, instance.who[0], so, moment.at))
        self._tell(told, instance, instance.who, so, moment)

    # ------------------------------------------------------------ backward deadlines

    def _before(self, instance: Instance, period: object, anchor: Iterable[tuple[Test, ...]], excuses: dict[str, Formula]) -> None:
        """`before E`: judged at each E that comes after the opening."""
        patterns = [test.pattern for alternative in anchor for test in alternative if test.pattern is not None]

        def hear(slot: Slot) -> None:
            is_one = z.some(way.enough for pattern in patterns for way in ways(pattern, slot, instance.bindings))
            if is_one is False:
                return
            last = slot.at - 1 if period is None else self.course.clock.last_before(slot.moment, period)  # type: ignore[arg-type]  # a period
            missed: list[Formula] = []
            for name in instance.who:
                done = self._performance_by(instance, name, last)
                so = z.every((instance.active, z.opposite(excuses[name]), slot.present, is_one, slot.at > instance.moment.at, z.opposite(done.so)))
                self._on_breach(Breach(instance, name, so, slot.at, slot))
                missed.append(so)
            self._tell("violation" if instance.norm.modality == "duty" else "failure", instance, instance.who, z.some(missed), slot.moment)

        for name in {pattern.name for pattern in patterns}:
            self._awaited[name].append(hear)
            for slot in list(self.course.by_name.get(name, ())):
                hear(slot)

    def _performance_by(self, instance: Instance, name: str, last: Term) -> Either:
        acts = instance.norm.acts

        def way(slot: Slot) -> Formula:
            so = z.some(self._performs(instance, act, slot, (name,)) for act in acts if act.name == slot.event.name)
            return z.every((so, slot.at <= last)) if so is not False else False

        def lay_out() -> bool:
            return self._lay_out_acts(instance, (name,))

        return self.course.either((act.name for act in acts), way, lay_out)

    # ------------------------------------------------------------ prohibitions

    def _forbid(self, instance: Instance, slot: Slot) -> None:
        """Take in whether a slot is an act that an open prohibition forbids."""
        so = self._forbids(instance, slot)
        if so is None:
            return
        who = self._doing(instance, slot)
        for name in who:
            self._on_breach(Breach(instance, name, so, slot.at, slot))
        instance.violated = z.some((instance.violated, so))
        self._tell("violation", instance, who, so, slot.moment)

    def _doing(self, instance: Instance, slot: Slot) -> Names:
        return tuple(name for name in instance.who if name in (*slot.event.by, *slot.event.roles.get("on behalf of", ())))

    def _forbids(self, instance: Instance, slot: Slot) -> Formula | None:
        """Whether a slot is an act that an open prohibition forbids; None where it is no such act at all."""
        if slot is instance.opener or not self._doing(instance, slot):
            return None
        acts = [act for act in instance.norm.acts if act.name == slot.event.name]
        is_it = z.some(way.enough for act in acts for way in ways(act, slot, instance.bindings))
        if is_it is False:
            return None
        parts = [slot.present, instance.active, is_it, instance.reach.covers(slot.at), self._is_no_trigger(instance, slot)]
        parts += [z.opposite(so) for so in self.excuses.of_act(instance, slot)]
        return z.every(parts)

    def forbidding(self, event: Happening) -> list[Instance]:
        """The prohibitions opened so far that are about such an act."""
        return list(self._forbidding.get(event.name, ()))

    def is_forbidden(self, event: Happening, moment: Moment) -> Formula:
        """Whether an act, were it done at a moment, would be forbidden by what is opened so far."""
        slot = Slot(-1, event, moment, present=True)
        return z.some(so for instance in self.forbidding(event) if (so := self._forbids(instance, slot)) is not None)

    # ------------------------------------------------------------ what violations open

    def _tell(self, name: str, instance: Instance, who: Names, so: Formula, moment: Moment) -> None:
        """A violation opens the next step of a ladder and guarantees, and is an event where something hangs on it."""
        norm = instance.norm
        event = Happening(-1, name, {"by": who}, frozenset({norm.provision}), norm=norm.number)
        owed = those(norm.owed_to, instance.bindings) if norm.owed_to is not None else ()
        if owed:
            event = event._replace(roles={"by": who, "on": owed, "to": owed})
        if so is False:
            return
        guarantees = self.index.guaranteeing(norm, who) if name == "violation" else ()
        for other in (*self.index.after.get(norm.number, ()), *guarantees):
            if self._considered(other):
                given = True if other.trigger is None else self.conditions.met(other.trigger, instance.bindings, moment, since=instance.moment.at)
                self._open(other, instance.bindings, moment, z.every((so, given)), None, cause=event, parent=instance)
        if norm.provision in self.index.told(name) and self.index.is_spoken_of(event):
            self.course.slot(event, moment=moment, present=so, made=True, because=instance.because)
