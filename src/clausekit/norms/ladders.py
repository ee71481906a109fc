"""What became of a norm → the steps of its ladder, and the guarantees that answer for it.

A step is a norm, which is opened, or a sentence on the life of the treaty, which comes about. The same step behind several failures of one instant is one step,
behind the failure of all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from clausekit.norms import applying
from clausekit.norms.hinging import is_hinged
from clausekit.norms.history import Happening, in_order, together
from clausekit.norms.instance import Instance
from clausekit.norms.lives import Lives, begins
from clausekit.norms.norm import CountsAs, LifeRule, Norm
from clausekit.norms.opening import Triggers, opens
from clausekit.norms.state import State

# What the next step of a ladder answers: a duty that is violated, a commitment that is not honoured, a permission that is not made use of.
_FAILURES = ("violation", "failure", "lapse")
# Kinds of steps are numbered apart: the place of one among all of its kind.
Place = tuple[Any, ...]


class Step(NamedTuple):
    """A step of a ladder, the failure that it answers, and what failed."""

    said: Norm | LifeRule | CountsAs
    failure: Happening
    instance: Instance


class Ladders:
    """The steps of the ladders of one treaty: those that a failure opens, and those that still wait for a condition of their own."""

    def __init__(self, state: State, lives: Lives, triggers: Triggers) -> None:
        """Sort the steps by the norms whose failure they answer; `triggers` knows the guarantees."""
        self._state, self._lives, self._guarantees = state, lives, triggers.guarantees
        self._steps: defaultdict[int, list[tuple[str, int, Norm | LifeRule | CountsAs]]] = defaultdict(list)
        self._waiting: dict[Place, list[Step]] = {}
        code = state.code
        kinds: dict[str, tuple[Norm | LifeRule | CountsAs, ...]] = {"norm": code.norms, "life": code.life, "counts as": code.counts_as}
        for kind, steps in kinds.items():
            for place, step in enumerate(steps):
                for number in step.after:
                    self._steps[number].append((kind, place, step))

    def answer(self, told: Iterable[tuple[Happening, Instance]]) -> None:
        """Go on to the steps and the guarantees that answer for what became of norms at this instant."""
        found: dict[Place, Step] = {}
        failed = [(event, instance) for event, instance in told if event.name in _FAILURES]
        for event, instance in failed:
            own = in_order(instance.bindings)
            for kind, number, said in self._steps[event.norm]:
                step, place = Step(said, event, instance), (kind, number, own)
                if self._can_go_on(step):
                    found[place] = _both(found[place], step) if place in found else step
                else:
                    self._waiting.setdefault(place, []).append(step)
        for place, step in found.items():
            self._goes_on(place, step)
        for event, instance in failed:
            if event.name == "violation":
                self._guaranteed(event, instance)

    def later(self) -> None:
        """Go on to the steps whose own condition has come about now, behind failures before it that were not made good."""
        for place, waiting in list(self._waiting.items()):
            waiting[:] = [step for step in waiting if step.instance.state != "cured"]
            if not waiting:
                del self._waiting[place]
            elif any(map(self._can_go_on, waiting)):  # what lets the first of several alike go on lets all, and in one instant that is one step
                del self._waiting[place]
                first, *others = waiting
                for other in others:
                    first = first._replace(failure=together(first.failure, other.failure))
                self._goes_on(place, first)

    def _can_go_on(self, step: Step) -> bool:
        """Whether what a step asks for beside the failure has come about: since what failed was opened, or by now."""
        said, instance = step.said, step.instance
        if isinstance(said, CountsAs) or (isinstance(said, LifeRule) and is_hinged(said)):
            return True  # that is looked at each time it matters
        if said.trigger is not None and not self._state.is_met(said.trigger, instance.bindings, instance.opened):
            return False
        return isinstance(said, Norm) or begins(self._state, said, instance.bindings, self._state.now) is not None

    def _goes_on(self, place: Place, step: Step) -> None:
        state, said, instance = self._state, step.said, step.instance
        if isinstance(said, Norm):
            opens(state, self._lives, said, instance.bindings, step.failure, underlying=instance)
            return
        if place in state.opened_now or state.is_suspended(said.provision):
            return
        state.opened_now.add(place)
        if isinstance(said, CountsAs):
            state.come_about[said].append(instance)
        else:
            applying.comes_about(state, said, instance)

    def _guaranteed(self, event: Happening, instance: Instance) -> None:
        for norm in self._guarantees:
            assert norm.guaranteed is not None
            if not norm.guaranteed & event.clauses or (norm.duties_of and not set(norm.duties_of) & set(event.by)):
                continue
            if norm.trigger is None or self._state.is_met(norm.trigger, instance.bindings):
                opens(self._state, self._lives, norm, instance.bindings, event, underlying=instance)


def _both(step: Step, other: Step) -> Step:
    """A step behind two failures of one instant: that of what was opened first, by all who answer for either."""
    first, second = sorted((step, other), key=lambda each: each.instance.number)
    return first._replace(failure=together(first.failure, second.failure))
