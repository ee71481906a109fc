"""The past of a conflict: a history up to the instant at which a norm becomes active for somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.coming_about import have_come_about
from clausekit.logic.course import Course
from clausekit.logic.index import opened_by
from clausekit.logic.instance import Breach
from clausekit.logic.moments import Moment
from clausekit.logic.related import Related
from clausekit.logic.slots import Slot
from clausekit.logic.solver import Formula, Term
from clausekit.logic.theory import Inquiry, Theory
from clausekit.norms.norm import Norm


class Fact(NamedTuple):
    """A slot of a past that was found: whether it happens and when, of how much."""

    slot: Slot
    happens: bool
    at: int
    amounts: dict[str, Term]


class Facts(NamedTuple):
    """A past that was found: its slots, what the world was like at which instants, and the instant at which it ends."""

    slots: list[Fact]
    world: list[tuple[Any, int, Term]]
    now: int

    @property
    def happened(self) -> set[str]:
        """The names of what happens."""
        return {fact.slot.event.name for fact in self.slots if fact.happens}

    def told(self) -> tuple[tuple[bool, int], ...]:
        """What happens when."""
        return tuple((fact.happens, fact.at) for fact in self.slots if fact.happens)


class Past:
    """Looks for pasts in which a norm has just become active for somebody."""

    def __init__(self, theory: Theory, norm: Norm, related: Related, *, strict: bool) -> None:
        """`strict` asks that nothing has been violated yet."""
        self.theory = theory
        self.norm = norm
        self.related = related
        self.whom = frozenset(related.whom)
        self._strict = strict
        self._lessons: list[Callable[[], list[Formula]]] = []
        self._plans: list[Callable[[], list[Formula]]] = []
        self._beside: Course | None = None
        self.inquiry: Inquiry
        self._early: list[Breach] = []
        self.now: Moment | None = None
        self.inquiry = theory.inquiry(self._breach, related.limits)
        course = self.inquiry.course
        self.now = course.clock.moment("now")
        for breach in self._early:
            self._breach(breach)
        course.hook(self._bound)
        self.laid_out: set[int] = set()
        self._settled: set[int] = set()
        self._focus()
        self._settle_now()

    @property
    def solver(self) -> z.Solver:
        """What is asked."""
        return self.inquiry.solver

    def _breach(self, breach: Breach) -> None:
        if self.now is None:
            self._early.append(breach)
        elif self._strict and breach.at is not None:
            self.solver.require(z.some((breach.at > self.now.at, z.opposite(breach.so))))

    def _bound(self, slot: Slot) -> None:
        """What is past happened by now; what the treaty makes of a failure to act may still come."""
        assert self.now is not None
        if not slot.made:
            self.solver.require(slot.at <= self.now.at)

    def _focus(self) -> None:
        """Have the norm become active for `who` now."""
        assert self.now is not None
        instances = self.inquiry.instances
        if self.norm.after:
            self.widen([self.theory.code.norms[number] for number in _first_steps(self.theory, self.norm) if number >= 0])
        elif opened_by(self.norm) is None:
            instances.stand(self.norm)
        else:
            instances.laying_out.opening(self.norm)
        openings = [each for each in instances.opened.get(self.norm.number, ()) if not self.whom.isdisjoint(each.who)]
        self.solver.require(z.some(z.every((each.active, each.moment.at == self.now.at)) for each in openings))
        self.is_possible = bool(openings)

    def _settle_now(self) -> None:
        """Have it known what is so now, of all that can excuse or forbid: a way out may count on what is so later, not on what is not so now."""
        assert self.now is not None
        for norm in self.related.norms:
            for guard in norm.guards if self.related.is_considered(norm) else ():
                for test in (test for alternative in guard.condition for test in alternative):
                    if test.kind != "occurs" and not test.roles:
                        self.inquiry.conditions.test(test, {}, self.now)
                        if norm.modality == "prohibition" and guard.kind == "while":  # which an act is judged by that is done at once
                            self.inquiry.conditions.test(test, {}, self.now.before)

    def widen(self, norms: Iterable[Norm]) -> None:
        """Let what opens further norms have happened too."""
        for norm in norms:
            if norm.number not in self.laid_out:
                self.laid_out.add(norm.number)
                self.inquiry.instances.laying_out.opening(norm)

    def settle(self, norms: Iterable[Norm]) -> bool:
        """Have it known, of norms that a state of affairs opens, that it has come about wherever the world is such; whether that was left open so far."""
        assert self.now is not None
        left = [norm for norm in norms if norm.number not in self._settled and self.related.is_considered(norm)]
        self.widen(left)
        for norm in left:
            self._settled.add(norm.number)
            have_come_about(self.inquiry, norm, until=self.now.at)
        return bool(left)

    def repeat(self, norm: Norm) -> None:
        """Let what opens a norm have happened once more."""
        self.inquiry.instances.laying_out.opening(norm)

    def find(self) -> str:
        """Look for such a past."""
        names = self.related.matters_to(self.norm)
        courses = (self.inquiry.course, self._beside)
        return self.inquiry.course.find(taught=self._taught, matters=lambda either: either.course in courses and not names.isdisjoint(either.names))

    def _taught(self) -> list[Formula]:
        return [literal for lesson in (*self._plans, *self._lessons) for literal in lesson()]

    def facts(self) -> Facts:
        """The past that was found."""
        solver, course = self.solver, self.inquiry.course
        assert self.now is not None
        slots = [
            Fact(slot, solver.is_true(slot.present), solver.whole(slot.at), {unit: solver.value(term) for unit, term in slot.amounts.items()})
            for slot in course.slots
            if not slot.made
        ]
        now = solver.whole(self.now.at)
        world = [(what, solver.whole(moment.at), solver.value(moment.values[what])) for what, moments in course.world.items() for moment in moments]
        return Facts(slots, [each for each in world if each[1] <= now], now)

    def learn(self, lesson: Callable[[], list[Formula]]) -> None:
        """Look no more for pasts for which something found already will do. What the lesson says may grow with the slots of the past."""
        self._lessons.append(lesson)

    def learn_plan(self, lesson: Callable[[], list[Formula]], beside: Course | None) -> None:
        """Learn a plan that is made without having found it, be it beside a future in which all else is satisfied."""
        self._plans.append(lesson)
        self._beside = beside

    def forget_plans(self) -> None:
        """Forget those plans, which are made anew."""
        self._plans.clear()


def _first_steps(theory: Theory, norm: Norm) -> list[int]:
    """The norms at the foot of the ladder of which a norm is a step."""
    found, left, seen = [], list(norm.after), set()
    while left:
        number = left.pop()
        if number in seen or number < 0:
            continue
        seen.add(number)
        before = theory.code.norms[number]
        if before.after:
            left += before.after
        else:
            found.append(number)
    return sorted(found)
