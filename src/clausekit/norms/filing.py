"""Where instances are found by what performs or violates them: those that only their windows tell apart are looked at once, all together.

What can still be cured by late performance only grows with a history in which nobody cures anything. Of such instances those of one norm, with the same
bearers, the same variables and as much done since, are one cohort: whatever is done is done for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from clausekit.norms.calendar import Instant
from clausekit.norms.history import in_order
from clausekit.norms.instance import Instance

Alike = tuple[Any, ...]


class Cohort:
    """Violated instances that late performance cures alike. `done` and `times` are what was done since, by whom."""

    __slots__ = ("acted", "done", "key", "members", "times")

    def __init__(self, key: Alike, instance: Instance) -> None:
        """Begin with one of them."""
        self.key = key
        self.members: dict[int, Instance] = {}
        self.done: dict[str, Decimal] = instance.done
        self.times = instance.times
        self.acted: Instant = -1
        """When it was last performed in part: what an event counts as does so no second time."""

    @property
    def first(self) -> Instance:
        """The one that stands for all."""
        return next(iter(self.members.values()))

    @property
    def next(self) -> Instance:
        """The one whose turn it is, where a performance serves one of them only: that opened first."""
        return self.members[min(self.members)] if self.first.norm.for_each else self.first


class Filing:
    """Files the open instances of one history."""

    def __init__(self) -> None:
        """Begin with none."""
        self._active: defaultdict[tuple[str, str], dict[Alike, dict[int, Instance]]] = defaultdict(dict)
        self._late: defaultdict[tuple[str, str], dict[Alike, Cohort]] = defaultdict(dict)

    # ------------------------------------------------------------ looking up

    def active(self, act: str, bearer: str) -> Sequence[dict[int, Instance]]:
        """The instances in which somebody bears an act, those alike together."""
        filed = self._active.get((act, bearer))
        return tuple(filed.values()) if filed else ()

    def late(self, act: str, bearer: str) -> Sequence[Cohort]:
        """The cohorts of violated instances that an act of somebody may cure."""
        filed = self._late.get((act, bearer))
        return tuple(filed.values()) if filed else ()

    # ------------------------------------------------------------ filing

    def enter(self, instance: Instance) -> None:
        """File an instance under what performs or violates it, and who bears it."""
        if instance.state == "violated":
            self._join(instance)
            return
        alike = _alike(instance)
        instance.filed = alike
        for place in _places(instance, instance.bearers):
            self._active[place].setdefault(alike, {})[instance.number] = instance

    def leave(self, instance: Instance) -> None:
        """Take an instance out."""
        if isinstance(instance.filed, Cohort):
            self._part(instance, instance.filed)
            return
        for place in _places(instance, instance.filed[2]):
            together = self._active[place].get(instance.filed)
            if together is not None:
                together.pop(instance.number, None)
                if not together:
                    del self._active[place][instance.filed]

    def refile(self, instance: Instance) -> None:
        """File an instance anew whose bearers, or what of it was performed, have changed."""
        self.leave(instance)
        self.enter(instance)

    # ------------------------------------------------------------ cohorts

    def progress(self, cohort: Cohort, done: dict[str, Decimal], times: int) -> None:
        """More was done for a cohort. Where another has come as far, the two are one from now on."""
        first = cohort.first
        places = _places(first, first.bearers)
        for place in places:
            self._late[place].pop(cohort.key, None)
        cohort.done, cohort.times = done, times
        cohort.key = _late_key(first, done, times)
        other = self._late[places[0]].get(cohort.key) if places else None
        if other is None:
            for place in places:
                self._late[place][cohort.key] = cohort
            return
        small, large = sorted((cohort, other), key=lambda each: len(each.members))
        for place in places:
            self._late[place][cohort.key] = large
        for member in small.members.values():
            member.filed = large
        large.members |= small.members
        large.acted = max(large.acted, small.acted)

    def alone(self, instance: Instance) -> Cohort:
        """Part an instance from its cohort, because what is done now is done for it only."""
        found = instance.filed
        assert isinstance(found, Cohort)
        if len(found.members) == 1:
            return found
        self._part(instance, found)
        cohort = Cohort((*found.key, instance.number), instance)
        cohort.members[instance.number] = instance
        instance.filed = cohort
        for place in _places(instance, instance.bearers):
            self._late[place][cohort.key] = cohort
        return cohort

    def _join(self, instance: Instance) -> None:
        key = _late_key(instance, instance.done, instance.times)
        places = _places(instance, instance.bearers)
        cohort = next((found for place in places if (found := self._late[place].get(key)) is not None), None) or Cohort(key, instance)
        cohort.members[instance.number] = instance
        instance.filed = cohort
        for place in places:
            self._late[place][key] = cohort

    def _part(self, instance: Instance, cohort: Cohort) -> None:
        cohort.members.pop(instance.number, None)
        instance.done, instance.times = dict(cohort.done), cohort.times
        if not cohort.members:
            for place in _places(instance, cohort.key[2]):
                self._late[place].pop(cohort.key, None)


def _alike(instance: Instance) -> Alike:
    return (instance.norm.number, in_order(instance.bindings), instance.bearers, -1 if not instance.done else instance.number)


def _late_key(instance: Instance, done: dict[str, Decimal], times: int) -> Alike:
    progress = (tuple(sorted(done.items())), min(times, instance.span.times), instance.worked_out)
    return (instance.norm.number, in_order(instance.bindings), instance.bearers, progress)


def _places(instance: Instance, bearers: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(act.name, bearer) for act in instance.norm.acts for bearer in bearers]
