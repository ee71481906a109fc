"""Why nothing is owed, or an act is not forbidden: exceptions, conditions that fail, waivers, rules that prevail, what the treaty can do to a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from clausekit.logic import solver as z
from clausekit.logic.course import Either
from clausekit.logic.index import WAIVER
from clausekit.logic.instance import Instance, is_lasting
from clausekit.logic.moments import Moment
from clausekit.logic.slots import Slot, ways
from clausekit.logic.solver import Formula
from clausekit.norms.history import those
from clausekit.norms.norm import Guard, Norm, Pattern, RolePattern, Who

if TYPE_CHECKING:
    from clausekit.logic.instances import Instances

Escape = Callable[[Instance], tuple[Formula, Moment]]
"""Whether a state of affairs excuses an opening of a norm, and when."""


class Excuses:
    """What excuses, in one course of events."""

    def __init__(self, instances: Instances, *, waivable: bool) -> None:
        """Look at the openings of one course. `waivable` says whether those to whom something is owed may waive it without being asked for that."""
        self._waivable = waivable and instances.index.can_be_waived
        self._instances = instances
        self.course, self.conditions, self.index = instances.course, instances.conditions, instances.index
        self._allowing: defaultdict[int, list[tuple[Either, Callable[[Instance], Formula]]]] = defaultdict(list)
        self.escape: Escape | None = None
        """Settles when a state of affairs excuses; without it, it may at any time while a norm is open."""

    def opened(self, instance: Instance) -> None:
        """Take in an opening by which others may be excused or allowed."""
        for either, way in self._allowing.get(instance.norm.number, ()):
            either.add(way(instance))

    def of_duty(self, instance: Instance) -> Formula:
        """Why nothing is owed by anybody: an exception, a condition that fails, or what the treaty itself can do to the clause."""
        parts = [self._discharged(instance, guard) for guard in instance.norm.guards]
        if instance.norm.provision in self.index.escapable:
            parts.append(self.course.either((), lambda _: False).so)
        return z.some((*parts, self._waived(instance)))

    def of_bearer(self, instance: Instance, name: str) -> Formula:
        """Why one of those who owe something does not: somebody who need not, or by a rule that prevails may not, do it."""
        return z.some(self._excepted_by(instance, other, name) for other in self.index.excusing(instance.norm))

    def _waived(self, instance: Instance) -> Formula:
        """Whether all to whom a duty is owed have waived it in time, each for itself."""
        norm, last = instance.norm, instance.reach.last
        owed = those(norm.owed_to, instance.bindings) if norm.owed_to is not None and self._waivable else ()
        if not owed or last is None:
            return False
        until = self.course.clock.at(last)
        waivers = [Pattern(WAIVER, (RolePattern("by", Who((name,), singly=(name,))),), said=WAIVER) for name in owed]
        return z.every(self.conditions.occurred(waiver, {}, until, since=instance.moment.at) for waiver in waivers)

    def _discharged(self, instance: Instance, guard: Guard) -> Formula:
        last = instance.reach.last
        is_state = all(test.kind != "occurs" for alternative in guard.condition for test in alternative)
        if guard.kind in ("unless", "except") and not is_state:
            until = self.course.clock.at(last) if last is not None else self.course.clock.moment("then")
            return self.conditions.met(guard.condition, instance.bindings, until, since=instance.moment.at)
        if guard.kind == "while" and not is_state:
            return False
        so, then = self.escape(instance) if self.escape is not None else (self.course.truth("then"), self.course.clock.moment("then"))
        instance.escapes.append((so, then))
        met = self.conditions.met(guard.condition, instance.bindings, then)
        meanwhile = z.every((then.at >= instance.moment.at, then.at <= last if last is not None else True))
        return z.every((so, meanwhile, met if guard.kind in ("unless", "except") else z.opposite(met)))

    def _excepted_by(self, instance: Instance, other: Norm, name: str) -> Formula:
        """By a rule that is there when the time of what is owed is over; one that forbids, since it could be done."""

        def excepts(rule: Instance) -> Formula:
            if name not in rule.who:
                return False
            first, last = instance.reach.first, instance.reach.last
            if last is None:
                return z.every((rule.active, rule.reach.covers(instance.moment.at)))
            forbids = rule.norm.modality == "prohibition"
            there = [self.course.clock.at(at) for at in ((first, last) if forbids else (last,))]
            lasting = [guard.condition for guard in rule.norm.guards if guard.kind == "while"]
            parts = [rule.active, rule.moment.at <= (first if forbids else last), *(last <= each for each in rule.reach.closes)]
            return z.every((*parts, *(self.conditions.met(condition, rule.bindings, moment) for condition in lasting for moment in there)))

        return self._either_of(other, excepts)

    def _either_of(self, other: Norm, way: Callable[[Instance], Formula]) -> Formula:
        """That another norm is open in a way that matters."""
        either = self.course.either((), lambda _: False, lambda: self._instances.laying_out.opening(other))  # what opens it is laid out, and it with that
        self._allowing[other.number].append((either, way))
        if is_lasting(other):
            self._instances.stand(other)
        for instance in self._instances.opened.get(other.number, ()):
            either.add(way(instance))
        return either.so

    def of_act(self, instance: Instance, slot: Slot) -> Iterator[Formula]:
        """What makes an act one that is not forbidden: an exception, or a rule that prevails and allows it."""
        for guard in instance.norm.guards:
            met = self.conditions.met(guard.condition, instance.bindings, slot.moment)
            if guard.kind == "while" and all(test.kind != "occurs" for alternative in guard.condition for test in alternative):
                was = self.conditions.met(guard.condition, instance.bindings, slot.moment.before)  # an act is judged by what was so before its instant
                yield z.every((z.opposite(met), z.some((slot.at <= instance.moment.at, z.opposite(was)))))
            else:
                yield met if guard.kind in ("unless", "except") else z.opposite(met)
        for anchor in instance.reach.ends:
            yield self.conditions.met(anchor, instance.bindings, slot.moment, since=instance.moment.at)
        for other in self.index.allowing(instance.norm):

            def allows(allowing: Instance) -> Formula:
                if not set(slot.event.by) & set(allowing.who):
                    return False
                fits = z.some(way.enough for act in allowing.norm.acts for way in ways(act, slot, allowing.bindings))
                return z.every((allowing.active, fits, allowing.reach.covers(slot.at)))

            yield self._either_of(other, allows)
        if instance.norm.provision in self.index.escapable:
            yield self.course.either((), lambda _: False).so
