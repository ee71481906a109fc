"""The future of a conflict: a way for somebody to satisfy all norms from now on, behind a past that is known."""

from __future__ import annotations

from clausekit.logic import solver as z
from clausekit.logic.instance import Breach, Instance
from clausekit.logic.moments import Moment
from clausekit.logic.past import Facts, Past
from clausekit.logic.slots import Slot
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Inquiry, Theory

# With so many acts or fewer, each is put off as long as it can be before anything is learnt from it: a late plan teaches more.
_MOST_PUT_OFF = 12
# What stands for the opening of the norm by which a conflict comes about, among the numbers of norms.
FOCUS = -1


class Future:
    """A continuation in which `who` satisfies the norms that are assumed."""

    def __init__(self, theory: Theory, facts: Facts, past: Past) -> None:
        """Lay the past out as it was."""
        self.theory = theory
        self.whom = past.whom
        self.norm = past.norm
        self.facts = facts
        self.asked: dict[int, Formula] = {}
        """For each norm that asks something of `who`, whether it is to be satisfied; for FOCUS, what has just become active."""
        self._past: set[int] = set()
        self._early: list[Breach] = []
        self._is_ready = False
        self.inquiry: Inquiry = theory.inquiry(self._breach, past.related.limits)
        course = self.inquiry.course
        for what, at, value in facts.world:
            moment = Moment(course.clock, at, at // 24)
            moment.values[what] = value
            course.world[what].append(moment)
        self._is_ready = True
        for breach in self._early:
            self._breach(breach)
        for fact in facts.slots:
            self._past.add(len(course.slots))
            if fact.happens:
                course.slot(fact.slot.event, moment=course.clock.at(fact.at), present=True, because=fact.slot.because, amounts=dict(fact.amounts))
            else:  # the places of slots are those of the past
                course.slot(fact.slot.event, moment=course.clock.at(fact.at), present=False, because=fact.slot.because)
        course.hook(self._bound)
        self._first = len(course.slots)
        for norm in past.related.standing():
            self.inquiry.instances.stand(norm)

    def _bound(self, slot: Slot) -> None:
        if not slot.made:
            self.inquiry.solver.require(slot.at >= self.facts.now)

    def _breach(self, breach: Breach) -> None:
        if not self._is_ready:
            self._early.append(breach)
            return
        norm = breach.instance.norm
        if breach.who not in self.whom or norm.modality == "commitment":
            return
        opener = breach.instance.opener
        is_done = norm.modality == "prohibition" and breach.act is not None and breach.act.number in self._past
        if is_done and (opener is None or opener.number in self._past):
            return  # what was done is done; but what is done now may forbid what was done in this very instant
        is_focus = breach.instance.is_of(self.norm, self.facts.now)
        number = FOCUS if is_focus is True else norm.number
        if number not in self.asked:
            self.asked[number] = self.inquiry.course.truth(f"norm {number}")
        later = True if breach.at is None or norm.modality == "prohibition" else breach.at > self.facts.now
        self.inquiry.solver.require(z.some((z.opposite(self.asked[number]), z.opposite(z.every((later, breach.so))))))

    def find(self, *, without: frozenset[int] = frozenset()) -> str:
        """Look for a way to satisfy all norms of `who` but some."""
        while True:
            known = dict(self.asked)
            outcome = self.inquiry.course.find(*(literal for number, literal in sorted(known.items()) if number not in without))
            if outcome != "history" or len(known) == len(self.asked):
                return outcome

    def core(self, *, without: frozenset[int] = frozenset(), minimal: bool = True) -> list[int]:
        """The norms that cannot be satisfied together, each of them needed if it is to be `minimal`, after `find` found none."""
        literals = {number: literal for number, literal in sorted(self.asked.items()) if number not in without}
        ids = {literal.get_id(): number for number, literal in literals.items()}
        core = sorted(ids[each.get_id()] for each in self.inquiry.solver.needed(literals.values()))
        for number in list(core) if minimal else ():
            left = [each for each in core if each != number]
            if self.inquiry.course.find(*(literals[each] for each in left)) == "none":
                core = left
        return core

    # ------------------------------------------------------------ what it teaches

    def put_off(self) -> None:
        """Have each event that is nobody's duty come at once, and each act as late as it can, so far as the others leave it free.

        So a plan says the same of many pasts: `now`, and `on the last day`, are at another distance from each other behind each of them.
        """
        planned = self.planned()
        times = [slot.at == self.facts.now for slot in planned if not isinstance(slot.serves, Instance)]
        times += [slot.at == slot.serves.reach.last for slot in planned if isinstance(slot.serves, Instance) and slot.serves.reach.last is not None]
        settled: list[Formula] = []
        base = [*self.asked.values(), *(z.opposite(each.rest) for each in self.inquiry.course.eithers if not each.recurs)]
        for wanted in times if len(times) <= _MOST_PUT_OFF else ():
            if self.inquiry.solver.check((*base, *settled, wanted)) == "sat":
                settled.append(wanted)
        self.inquiry.solver.check((*base, *settled))

    def planned(self) -> list[Slot]:
        """The acts and events of the future that was found, in their order."""
        solver = self.inquiry.solver
        slots = [slot for slot in self.inquiry.course.slots[self._first :] if not slot.made and solver.is_true(slot.present)]
        return sorted(slots, key=lambda slot: (solver.whole(slot.at), slot.number))
