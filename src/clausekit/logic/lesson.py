"""What a way out teaches about other pasts: that those need not be looked for behind which the same plan would do."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any, NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.course import MOST_SLOTS, Either
from clausekit.logic.future import Future
from clausekit.logic.instance import Breach, Instance
from clausekit.logic.moments import Moment
from clausekit.logic.past import Past
from clausekit.logic.related import is_instant
from clausekit.logic.slots import Slot, events
from clausekit.logic.solver import Formula, Term
from clausekit.logic.theory import Inquiry, Theory
from clausekit.norms.history import Happening

# Of what forbids an act, so much is looked at to find a time for it.
_MOST_FORBIDDING = 6


class _Asked(NamedTuple):
    """What was asked of the world at an instant of a plan, and how many instants of the past it was held to."""

    at: Term
    value: Term
    seen: int


class Lesson:
    """That a plan which served behind one past serves behind others too: as a formula on the slots of a past.

    A plan says when each act of it comes, counted from what it answers. What it does not speak of is done as late as it can be, or at once; where that is
    forbidden then, as soon as it is not, or just before it is; and of several acts that will do, the first that can be done so.
    """

    def __init__(self, theory: Theory, past: Past, future: Future | None, *, is_late: bool = True, base: Inquiry | None = None) -> None:
        """Lay the plan of a future out beside the past; with None, one that does everything late, or at once.

        With a `base`, a future that satisfies everything but the norm in question, only what this one brings with it is done beside that.
        """
        self._base = base
        self._calm = theory.calm
        self._asked: defaultdict[Any, dict[object, _Asked]] = defaultdict(dict)
        """What the world is at the instants of the plan, as far as that was asked: by what tells the instants apart."""
        self._is_late = is_late
        self._done: set[tuple[int, str]] = set()
        self._past = past
        self._future = future
        self._planned: set[int] = set()
        self._of: dict[int, Slot] = {}
        """The slot here for each slot of the future, by its number there."""
        self._breaks = Either(past.inquiry.course, lambda _: False, None)
        past.solver.require(self._breaks.so)
        self.inquiry: Inquiry = theory.inquiry(self._breach, past.related.limits, beside=past.inquiry)
        self.inquiry.instances.excuses.escape = self._escape
        self._theirs = [slot for slot in future.inquiry.course.slots if not slot.made] if future is not None else []
        self._place: dict[int, Slot] = {}
        """The slot of the future for each slot of the past here, by its number."""
        mine = [slot for slot in past.inquiry.course.slots if not slot.made]
        self._at = {id(slot.moment): there for slot, there in zip(mine, self._theirs, strict=False)}
        source = base.course if base is not None else past.inquiry.course
        for slot in list(source.slots):
            self._copy(slot)
        if future is not None:
            for slot in future.planned():
                if base is None or self._is_for_own(slot, future):
                    self._lay_out(slot)
            self._leave_out(future)
        source.hook(self._copy)
        for norm in past.related.standing():
            self.inquiry.instances.stand(norm)

    def _copy(self, slot: Slot) -> None:
        """Take in a slot of the past."""
        if not slot.made:
            there = self._at.get(id(slot.moment))
            if there is not None:
                self._place[len(self.inquiry.course.slots)] = there
            here = self.inquiry.course.slot(slot.event, moment=slot.moment, present=slot.present, because=slot.because, amounts=slot.amounts)
            if there is not None:
                self._of[there.number] = here

    def _is_for_own(self, slot: Slot, future: Future) -> bool:
        """Whether an act of the plan is done for the norm in question, or for what that brings with it."""
        instance = slot.serves
        while isinstance(instance, Instance):
            if instance.is_of(self._past.norm, future.facts.now) is True:
                return True
            first = instance
            while first.parent is not None:
                first = first.parent
            instance = first.opener.serves if first.opener is not None else None
        return False

    def _escape(self, instance: Instance) -> tuple[Formula, Moment]:
        """Whether a state of affairs is to excuse an opening of a norm, and when: as in the plan, so long after now."""
        clock, now = self.inquiry.course.clock, self._past.now
        there = self._counterpart(instance)
        if there is None or now is None or self._future is None or len(instance.escapes) >= len(there.escapes):
            return False, clock.at(0)
        solver = self._future.inquiry.solver
        so, then = there.escapes[len(instance.escapes)]
        moment = Moment(clock, now.at + (solver.whole(then.at) - self._future.facts.now))
        self._settle(moment, {what: solver.value(value) for what, value in then.values.items()})
        return solver.is_true(so), moment

    def _counterpart(self, here: Instance) -> Instance | None:
        """The opening of a norm in the future that is the same as one here, of those that slots of the past open, or what stands."""
        if self._future is None or here.parent is not None:
            return None
        opener = self._place.get(here.opener.number) if here.opener is not None else None
        if opener is None and here.opener is not None:
            return None
        for there in self._future.inquiry.instances.opened.get(here.norm.number, ()):
            if there.who == here.who and there.opener is opener and dict(there.bindings) == dict(here.bindings):
                return there
        return None

    def _leave_out(self, future: Future) -> None:
        """What the plan leaves undone, because it is excused there, is left undone here too."""
        solver = future.inquiry.solver
        for opened in future.inquiry.instances.opened.values():
            for there in opened:
                undone = [name for name, done in there.performed.items() if not solver.is_true(done.so)] if solver.is_true(there.active) else []
                here = self._same(there) if undone else None
                if here is not None:
                    self._done.update((id(here), name) for name in undone)

    def _complete(self) -> None:
        """Lay out what the plan does not speak of: each duty is performed, unless it was already."""
        while True:
            left = [
                (instance, name)
                for opened in list(self.inquiry.instances.opened.values())
                for instance in opened
                for name in _each_once(instance)
                if name in self._past.whom and (id(instance), name) not in self._done and not instance.performed[name].recurs
            ]
            if not left or len(self.inquiry.course.slots) > MOST_SLOTS:
                return
            for instance, name in left:
                self._done.add((id(instance), name))
                self._perform(instance, name)

    def _perform(self, instance: Instance, name: str) -> None:
        now, norm = self._past.now, instance.norm
        is_step = bool(self.inquiry.instances.index.after.get(norm.number))  # what is failed leads on to what is owed
        if now is None or (norm.modality == "commitment" and not is_step) or not norm.acts:
            return
        last, first = instance.reach.last, instance.reach.first
        already = z.some(instance.performed[name].way(slot) for slot in list(self.inquiry.course.slots) if not slot.made)
        is_time = True if last is None else last >= now.at
        needed = z.every((self._is_own(instance), instance.active, is_time, z.opposite(already)))
        if needed is False:
            return
        soon = z.either(first > now.at, first, now.at)
        wanted = last if last is not None and self._is_late else soon
        found = [events(act, instance.bindings, by=(name,))[0][0] for act in norm.acts]
        free = [self._free_times(instance, event, soon, wanted) for event in found]
        is_free = [z.some(so for _, so in times) for times in free]
        before: Formula = False
        for place, event in enumerate(found):
            so = z.every((is_free[place], z.opposite(before)))
            before = z.some((before, is_free[place]))
            if place == 0:  # where no act is free, the plan breaks down by the first
                so = z.some((so, z.every(z.opposite(each) for each in is_free)))
            self._plan(instance, event, z.every((needed, so)), _first_of(free[place], wanted))

    def _plan(self, instance: Instance, event: Happening, present: Formula, term: Term) -> None:
        """Lay out an act of the plan."""
        if present is False:
            return
        moment = Moment(self.inquiry.course.clock, term)
        self._settle(moment, self._calm.world(event.name))
        self._planned.add(len(self.inquiry.course.slots))
        amounts = {amount.unit: z.number(amount.low or amount.high or Decimal(1)) for act in instance.norm.acts for amount in act.amounts}
        self.inquiry.course.slot(event, moment=moment, present=present, because=instance.because, amounts=amounts)

    def _free_times(self, instance: Instance, event: Happening, soon: Term, wanted: Term) -> list[tuple[Term, Formula]]:
        """When an act would be in time, with whether nothing that is open forbids it then: when it is wanted, at the bounds, and around what forbids it."""
        forced = [event, *self._forced_by(event, instance)]
        forbidding = [each for act in forced for each in self.inquiry.instances.forbidding(act) if not self._past.whom.isdisjoint(each.who)][:_MOST_FORBIDDING]
        if not forbidding:
            return [(wanted, True)]
        last = instance.reach.last
        times = [wanted, soon, *([last] if last is not None else [])]
        for each in forbidding:
            times += [each.reach.last + 1] if each.reach.last is not None else []
            times.append(each.reach.first - 1)
        found = []
        for term in {z.identity(term): term for term in times}.values():
            moment = Moment(self.inquiry.course.clock, term)
            self._settle(moment, {})
            in_time = z.every((term >= soon, True if last is None else term <= last))
            is_forbidden = z.some(self.inquiry.instances.is_forbidden(act, moment) for act in forced)
            found.append((term, z.every((in_time, z.opposite(is_forbidden)))))
        return found

    def _forced_by(self, event: Happening, instance: Instance) -> list[Happening]:
        """What must be done at the very instant of an act because of it, whatever the world is like."""
        found: list[Happening] = []
        names, left = {event.name}, [event.name]
        while left:
            name = left.pop()
            avoided = self._calm.avoided(name)
            for listening in self.inquiry.instances.index.listeners.get(name, ()):
                norm = listening.norm
                if norm.modality != "duty" or norm.number in avoided or not is_instant(norm) or len(norm.acts) != 1 or norm.acts[0].name in names:
                    continue
                names.add(norm.acts[0].name)
                left.append(norm.acts[0].name)
                found += events(norm.acts[0], instance.bindings, by=event.by)[0][:1]
        return found

    def literals(self) -> list[Formula]:
        """What is assumed of other pasts: that the plan breaks down, with nothing beside what is laid out."""
        self._complete()
        closed = [either.rest if either.recurs else z.opposite(either.rest) for either in self.inquiry.course.eithers]
        return [*closed, z.opposite(self._breaks.rest)]

    def _breach(self, breach: Breach) -> None:
        norm, now = breach.instance.norm, self._past.now
        if breach.who not in self._past.whom or norm.modality == "commitment" or now is None:
            return
        instance, act = breach.instance, breach.act
        later = True if breach.at is None or norm.modality == "prohibition" else breach.at > now.at
        is_planned = act is not None and act.number in self._planned
        is_own = True if is_planned else self._is_own(instance)
        if norm.modality == "prohibition" and not is_planned:
            is_opened = instance.opener is not None and instance.opener.number in self._planned
            if act is None or not (is_opened or (self._base is not None and self._is_to_come(act))):
                return
        self._breaks.add(z.every((is_own, later, breach.so)))

    def _is_own(self, instance: Instance) -> Formula:
        """Whether an opening is one that the plan has to see to: beside a base, only that of the norm in question, and what the plan itself opens."""
        if self._base is None or (instance.opener is not None and instance.opener.number in self._planned):
            return True
        assert self._past.now is not None
        own = instance.is_of(self._past.norm, self._past.now.at)
        return own if instance.parent is None else z.some((own, self._is_own(instance.parent)))

    def _is_to_come(self, act: Slot) -> bool:
        return all(act.moment is not slot.moment for slot in self._past.inquiry.course.slots)

    def _lay_out(self, slot: Slot) -> None:
        assert self._future is not None
        solver = self._future.inquiry.solver
        term = self._term(slot, solver.whole(slot.at))
        moment = Moment(self.inquiry.course.clock, term)
        known = {what: solver.value(value) for what, value in slot.moment.values.items()}
        self._settle(moment, known)
        amounts = {unit: solver.value(amount) for unit, amount in slot.amounts.items()}
        number = len(self.inquiry.course.slots)
        self._planned.add(number)
        assert self._past.now is not None
        is_to_come = term >= self._past.now.at  # what would come before now is left out
        self._of[slot.number] = self.inquiry.course.slot(slot.event, moment=moment, present=is_to_come, because=slot.because, amounts=amounts)

    def _settle(self, moment: Moment, known: dict[Any, Term]) -> None:
        """Settle the world at an instant of the plan, and at those beside it, as it is in the plan."""
        moment.given = self._given(moment, known)
        moment.giving = lambda other: self._given(other, known)

    def _given(self, moment: Moment, known: dict[Any, Term]) -> Any:
        """The world at an instant of the plan: as it is in the plan, unless that is an instant of the past."""
        now = self._past.now
        assert now is not None
        latest = now.at

        def given(what: Any, make: Any) -> Term:
            if (moment.at == latest) is not False:  # what the world is like now is past
                self._past.inquiry.conditions.world(what, now)
            asked, past = self._asked[what], self.inquiry.course.world[what]
            place, seen = z.identity(moment.at), len(past)
            if place in asked and asked[place].seen == seen:
                return asked[place].value
            value = known.get(what, False if make is z.truth else 0)
            for before in asked.values():  # the plan has one world at one instant
                value = z.chosen(moment.at == before.at, before.value, value)
            for at, there in {z.identity(other.at): (other.at, other.values[what]) for other in past if other.given is None}.values():
                value = z.chosen(z.every((moment.at == at, at <= latest)), there, value)
            asked[place] = _Asked(moment.at, value, seen)
            return value

        return given

    def _term(self, slot: Slot, at: int) -> Term:
        """When an act of the plan comes, said so that it holds behind other pasts too: at a bound of its window, else so long after its trigger."""
        assert self._future is not None
        solver, now = self._future.inquiry.solver, self._past.now
        assert now is not None
        there = slot.serves if isinstance(slot.serves, Instance) else None
        here = self._same(there) if there is not None else None
        if there is None or here is None:
            return now.at + (at - self._future.facts.now)
        if there.reach.last is not None and solver.whole(there.reach.last) == at and here.reach.last is not None:
            return here.reach.last
        if at == self._future.facts.now:
            return now.at
        if solver.whole(there.reach.first) == at:
            return here.reach.first
        around = self._around(slot, at)
        return here.moment.at + (at - solver.whole(there.moment.at)) if around is None else around

    def _around(self, slot: Slot, at: int) -> Term | None:
        """Just behind or just before the time of a prohibition."""
        assert self._future is not None
        solver = self._future.inquiry.solver
        for norm in self._future.theory.index.by_act.get(slot.event.name, ()):
            for there in self._future.inquiry.instances.opened.get(norm.number, ()) if norm.modality == "prohibition" else ():
                here = self._same(there)
                if here is None or self._past.whom.isdisjoint(there.who):
                    continue
                if there.reach.last is not None and here.reach.last is not None and solver.whole(there.reach.last) + 1 == at:
                    return here.reach.last + 1
                if solver.whole(there.reach.first) - 1 == at:
                    return here.reach.first - 1
        return None

    def _same(self, there: Instance) -> Instance | None:
        """The opening of a norm here that is the same as one in the future."""
        opener = self._of.get(there.opener.number) if there.opener is not None else None
        before = self._same(there.parent) if there.parent is not None else None
        for each in self.inquiry.instances.opened.get(there.norm.number, ()):
            is_same = each.who == there.who and dict(each.bindings) == dict(there.bindings) and each.parent is before
            if is_same and (each.opener is opener if there.opener is not None else each.opener is None):
                return each
        return None


def _each_once(instance: Instance) -> list[str]:
    """Those by whom an instance is to be performed: of several of whom one performs for all, the first."""
    found: dict[int, str] = {}
    for name, either in instance.performed.items():
        found.setdefault(id(either), name)
    return list(found.values())


def _first_of(times: list[tuple[Term, Formula]], otherwise: Term) -> Term:
    """The first of some times that is free."""
    term = otherwise
    for time, is_free in reversed(times):
        term = z.either(is_free, time, term)
    return term
