"""The future of a conflict: a way for somebody to satisfy all norms from now on, behind a past that is known; and what such a way teaches about other pasts."""

from __future__ import annotations

from typing import Any

from clausekit.logic import solver as z
from clausekit.logic.course import Either
from clausekit.logic.instances import Breach, Instance
from clausekit.logic.moments import Moment
from clausekit.logic.past import Facts, Past
from clausekit.logic.slots import Slot
from clausekit.logic.solver import Formula, Term
from clausekit.logic.theory import Inquiry, Theory
from clausekit.norms.norm import Norm

# With so many acts or fewer, each is put off as long as it can be before anything is learnt from it: a late plan teaches more.
_MOST_PUT_OFF = 12
# What stands for the opening of the norm by which a conflict comes about, among the numbers of provisions.
FOCUS = -1


class Future:
    """A continuation in which `who` satisfies the norms that are assumed."""

    def __init__(self, theory: Theory, facts: Facts, past: Past) -> None:
        """Lay the past out as it was."""
        self.theory = theory
        self.who = past.who
        self.norm = past.norm
        self.facts = facts
        self.asked: dict[int, Formula] = {}
        """For each provision that asks something of `who`, whether it is to be satisfied; for FOCUS, what has just become active."""
        self._past: set[int] = set()
        self._early: list[Breach] = []
        self._is_ready = False
        self.inquiry: Inquiry = theory.inquiry(self._breach)
        course = self.inquiry.course
        for what, at, value in facts.world:
            moment = Moment(course.clock, at, at // 24)
            moment.values[what] = value
            course.world[what].append(moment)
        self._is_ready = True
        for breach in self._early:
            self._breach(breach)
        for fact in facts.slots:
            if fact.happens:
                slot = course.slot(fact.slot.event, moment=course.clock.at(fact.at), present=True, because=fact.slot.because)
                slot.amounts.update(fact.amounts)
            else:  # the places of slots are those of the past
                slot = course.slot(fact.slot.event, moment=course.clock.at(fact.at), present=False, because=fact.slot.because)
            self._past.add(slot.number)
        course.hook(self._bound)
        self._first = len(course.slots)

    def _bound(self, slot: Slot) -> None:
        if not slot.made:
            self.inquiry.solver.require(slot.at >= self.facts.now)

    def _breach(self, breach: Breach) -> None:
        if not self._is_ready:
            self._early.append(breach)
            return
        norm = breach.instance.norm
        if breach.who != self.who or norm.modality == "commitment":
            return
        if breach.act is not None and norm.modality == "prohibition" and breach.act.number in self._past:
            return
        is_focus = norm.number == self.norm.number and breach.instance.moment.at == self.facts.now
        provision = FOCUS if is_focus is True else norm.provision
        if provision not in self.asked:
            self.asked[provision] = self.inquiry.course.truth(f"provision {provision}")
        later = True if breach.at is None or norm.modality == "prohibition" else breach.at > self.facts.now
        self.inquiry.solver.require(z.some((z.opposite(self.asked[provision]), z.opposite(z.every((later, breach.so))))))

    def find(self, *, without: frozenset[int] = frozenset()) -> str:
        """Look for a way to satisfy all norms of `who` but those of some provisions."""
        while True:
            known = dict(self.asked)
            outcome = self.inquiry.course.find(*(literal for number, literal in sorted(known.items()) if number not in without))
            if outcome != "history" or len(known) == len(self.asked):
                return outcome

    def core(self, *, without: frozenset[int] = frozenset()) -> list[int]:
        """The provisions that cannot be satisfied together, each of them needed, after `find` found none."""
        literals = {number: literal for number, literal in sorted(self.asked.items()) if number not in without}
        ids = {literal.get_id(): number for number, literal in literals.items()}
        core = sorted(ids[each.get_id()] for each in self.inquiry.solver.needed(literals.values()))
        for number in list(core):
            left = [each for each in core if each != number]
            if self.inquiry.course.find(*(literals[each] for each in left)) == "none":
                core = left
        return core

    # ------------------------------------------------------------ what it teaches

    def put_off(self) -> None:
        """Have each act come as late as it can, so far as the others leave it free."""
        acts = [slot for slot in self.planned() if isinstance(slot.serves, Instance) and slot.serves.reach.last is not None]
        late: list[Formula] = []
        base = [*self.asked.values(), *(z.opposite(each.rest) for each in self.inquiry.course.eithers if not each.recurs)]
        for slot in acts if len(acts) <= _MOST_PUT_OFF else ():
            assert isinstance(slot.serves, Instance)
            wanted = slot.at == slot.serves.reach.last
            if self.inquiry.solver.check((*base, *late, wanted)) == "sat":
                late.append(wanted)
        self.inquiry.solver.check((*base, *late))

    def planned(self) -> list[Slot]:
        """The acts and events of the future that was found, in their order."""
        solver = self.inquiry.solver
        slots = [slot for slot in self.inquiry.course.slots[self._first :] if not slot.made and solver.is_true(slot.present)]
        return sorted(slots, key=lambda slot: (solver.whole(slot.at), slot.number))


class Lesson:
    """That a plan which served behind one past serves behind others too: as a formula on the slots of a past."""

    def __init__(self, theory: Theory, past: Past, future: Future) -> None:
        """Lay the plan out beside the past."""
        self._past = past
        self._future = future
        self._planned: set[int] = set()
        self._of: dict[int, Slot] = {}
        """The slot here for each slot of the future, by its number there."""
        self._breaks = Either(past.inquiry.course, lambda _: False, None)
        past.solver.require(self._breaks.so)
        self.inquiry: Inquiry = theory.inquiry(self._breach, beside=past.inquiry)
        course = self.inquiry.course
        mine = [slot for slot in past.inquiry.course.slots if not slot.made]
        theirs = [slot for slot in future.inquiry.course.slots if not slot.made]
        for slot, there in zip(mine, theirs, strict=False):
            here = course.slot(slot.event, moment=slot.moment, present=slot.present, because=slot.because)
            here.amounts = slot.amounts
            self._of[there.number] = here
        for slot in future.planned():
            self._lay_out(slot)
        past.inquiry.course.hook(self._copy)

    def _copy(self, slot: Slot) -> None:
        """Take in what a past is widened by."""
        if not slot.made:
            self.inquiry.course.slot(slot.event, moment=slot.moment, present=slot.present, because=slot.because).amounts = slot.amounts

    def literals(self) -> list[Formula]:
        """What is assumed of other pasts: that the plan breaks down, with nothing beside what is laid out."""
        closed = [either.rest if either.recurs else z.opposite(either.rest) for either in self.inquiry.course.eithers]
        return [*closed, z.opposite(self._breaks.rest)]

    def _breach(self, breach: Breach) -> None:
        norm, now = breach.instance.norm, self._past.now
        if breach.who != self._future.who or norm.modality == "commitment" or now is None:
            return
        if norm.modality != "prohibition" or (breach.act is not None and breach.act.number in self._planned):
            self._breaks.add(z.every((True if breach.at is None or norm.modality == "prohibition" else breach.at > now.at, breach.so)))

    def _lay_out(self, slot: Slot) -> None:
        solver = self._future.inquiry.solver
        term = self._term(slot, solver.whole(slot.at))
        moment = Moment(self.inquiry.course.clock, term)
        known = {what: solver.value(value) for what, value in slot.moment.values.items()}
        moment.given = self._given(moment, known)
        amounts = {unit: solver.value(amount) for unit, amount in slot.amounts.items()}
        number = len(self.inquiry.course.slots)
        self._planned.add(number)
        here = self.inquiry.course.slot(slot.event, moment=moment, present=True, because=slot.because)
        here.amounts.update(amounts)
        self._of[slot.number] = here

    def _given(self, moment: Moment, known: dict[Any, Term]) -> Any:
        """The world at an instant of the plan: as it is in the plan, unless that is an instant of the past."""

        def given(what: Any, make: Any) -> Term:
            value = known.get(what, False if make is z.truth else 0)
            for other in list(self.inquiry.course.world[what]):
                if other.given is None:
                    value = z.chosen(moment.at == other.at, other.values[what], value)
            return value

        return given

    def _term(self, slot: Slot, at: int) -> Term:
        """When an act of the plan comes, said so that it holds behind other pasts too: at a bound of its window if it came there, else so long after its trigger."""
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
        return self._around(slot, at) or here.moment.at + (at - solver.whole(there.moment.at))

    def _around(self, slot: Slot, at: int) -> Term | None:
        """Just behind or just before the time of a prohibition."""
        solver = self._future.inquiry.solver
        for norm in self._future.theory.index.by_act.get(slot.event.name, ()):
            for there in self._future.inquiry.instances.opened.get(norm.number, ()) if norm.modality == "prohibition" else ():
                here = self._same(there)
                if here is None or self._future.who not in there.who:
                    continue
                if there.reach.last is not None and here.reach.last is not None and solver.whole(there.reach.last) + 1 == at:
                    return here.reach.last + 1
                if solver.whole(there.reach.first) - 1 == at:
                    return here.reach.first - 1
        return None

    def _same(self, there: Instance) -> Instance | None:
        """The opening of a norm here that is the same as one in the future."""
        opener = self._of.get(there.opener.number) if there.opener is not None else None
        for each in self.inquiry.instances.opened.get(there.norm.number, ()):
            is_same = each.who == there.who and dict(each.bindings) == dict(there.bindings)
            if is_same and (each.opener is opener if there.opener is not None else each.opener is None):
                return each
        return None


def asks(norm: Norm) -> bool:
    """Whether a norm asks something that can be satisfied or not."""
    return norm.modality in ("duty", "prohibition")
