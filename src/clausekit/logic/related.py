"""Which norms of somebody can have to do with which: those about the same act, and those of which one's act opens or bounds the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from clausekit.logic.calm import Calm
from clausekit.logic.index import Index
from clausekit.logic.instance import is_lasting
from clausekit.logic.instances import Limits
from clausekit.logic.reach import UNBOUNDED
from clausekit.model.amounts import Period
from clausekit.norms.norm import Condition, Norm

_ASKING = ("duty", "prohibition", "commitment")


class Related:
    """The norms of one bearer, by what they are about and what they hang on."""

    def __init__(self, index: Index, *whom: str, calm: Calm | None = None, without: Collection[int] = ()) -> None:
        """Sort the norms that ask something of `whom`: of one, or of those who owe something together; but those `without` which a clash is looked for.

        With `calm`, what has a day's time or more is taken to be done at an instant at which nothing else happens, in the calmest world there is for it: of
        what it could open, only what it must is looked at.
        """
        self.whom = whom
        self._calm = calm
        self.norms = [norm for norm in index.code.norms if norm.modality in _ASKING and self._is_asked(norm) and norm.number not in without]
        self._about: defaultdict[str, list[Norm]] = defaultdict(list)
        self._hanging: defaultdict[str, list[Norm]] = defaultdict(list)
        for norm in self.norms:
            for name in acts_of(norm):
                self._about[name].append(norm)
            for name in hangs_on(norm):
                self._hanging[name].append(norm)
        numbers = {norm.number for norm in self.norms}
        self._after = {norm.number: [other for other in index.after.get(norm.number, ()) if other.number in numbers] for norm in self.norms}
        self._before = {norm.number: [index.code.norms[number] for number in norm.after if number in numbers] for norm in self.norms}

        self._index = index
        self._may: dict[int, bool] = {}
        self._idle = {norm.number for norm in self.norms if not self.may_clash(norm) and not (_can_be_violated(norm) and index.has_effects(norm))}
        self._idle.update(without)

    def _is_asked(self, norm: Norm) -> bool:
        """Whether a norm asks anything of them. What one may leave to others who owe it too is asked only of all of these together."""
        if is_shared(norm) and not norm.bearer.refers:
            return set(norm.bearer.names) <= set(self.whom)
        return bool(norm.bearer.refers) or not set(self.whom).isdisjoint(norm.bearer.names)

    @property
    def limits(self) -> Limits:
        """What a clash of theirs is looked for in. That something is waived is no way out: it is for others to grant."""
        return Limits(self.is_considered, frozenset(self.whom), waivable=False)

    def is_considered(self, norm: Norm) -> bool:
        """Whether a norm can have a part in a clash. What nothing stands against, nor against what it brings with it, can always be satisfied."""
        return norm.number not in self._idle

    def standing(self) -> Iterator[Norm]:
        """The norms with a part in a clash that stand from entry into force on."""
        return (norm for norm in self.norms if is_lasting(norm) and self.is_considered(norm))

    def layers(self, norm: Norm) -> Iterator[list[Norm]]:
        """The norms that can have a part in a clash of one: what stands against it, what stands against what it brings with it, that, and so on.

        What brings these about comes last, and what stands against that, layer by layer.
        """
        seen: set[int] = {norm.number}
        brought = self._brought(norm)
        layer = {other.number: other for other in self._against(norm)}
        further = {other.number: other for each in brought.values() for other in self._against(each)}
        for found in (layer, further, brought):
            yield from self._unseen(found, seen)
        layer = {**brought, **further}
        while layer:
            found = {}
            for each in layer.values():
                for other in (*self._against(each), *self._bringing(each)):
                    if other.number not in seen:
                        found.update(self._brings(other))
            layer = {number: each for number, each in found.items() if number not in seen}
            yield from self._unseen(layer, seen)

    def again(self, norm: Norm) -> Iterator[Norm]:
        """What forbids for a shorter time than there is to do what it forbids: opened more than once, it may forbid for all that time."""
        for other in self._against(norm):
            duty, prohibition = (norm, other) if other.modality == "prohibition" else (other, norm)
            is_short = 0 < _lasts(prohibition) < _lasts(duty)
            if prohibition.modality == "prohibition" and duty.modality != "prohibition" and is_short:
                yield prohibition

    def standing_against(self, norm: Norm) -> list[Norm]:
        """What stands against a norm, or against what it brings with it, nearest first."""
        found = {other.number: other for each in (norm, *self._brought(norm).values()) for other in self._against(each)}
        return list(found.values())

    def matters_to(self, norm: Norm) -> frozenset[str]:
        """The acts by which who does what else it owes can get in the way of a norm: what it forbids, what opens what forbids it, and what leads there."""
        brought = self._brought(norm).values()
        found = {name for each in brought if each.modality == "prohibition" for name in acts_of(each)}
        found |= {name for each in brought for other in self._against(each) if other.modality == "prohibition" for name in hangs_on(other)}
        left = list(found)
        while left:
            for other in self._about[left.pop()]:
                for name in hangs_on(other) - found if other.modality != "prohibition" else ():
                    found.add(name)
                    left.append(name)
        return frozenset(found)

    def _unseen(self, found: dict[int, Norm], seen: set[int]) -> Iterator[list[Norm]]:
        new = [found[number] for number in sorted(found) if number not in seen]
        seen.update(found)
        if new:
            yield new

    def may_clash(self, norm: Norm) -> bool:
        """Whether what a norm brings with it asks for an act that something else stands against, or stands against an act that something else asks for."""
        if norm.number not in self._may:
            self._may[norm.number] = any(True for each in self._brings(norm).values() for _ in self._against(each))
        return self._may[norm.number]

    def may_be_hindered(self, norm: Norm) -> bool:
        """Whether, when a norm has just become active, anything may stand against it or what it then brings with it."""
        return any(True for each in self._brought(norm).values() for _ in self._against(each))

    def _brought(self, norm: Norm) -> dict[int, Norm]:
        """What a norm that has just become active brings with it."""
        return self._brings(norm, self._calm)

    def _brings(self, norm: Norm, calm: Calm | None = None) -> dict[int, Norm]:
        """A norm, and those that performing it opens, or failing to."""
        found = {norm.number: norm}
        left = [norm]
        while left:
            each = left.pop()
            is_calm = calm is not None and _has_a_day(each)
            opened = [
                other
                for name in (acts_of(each) if each.modality != "prohibition" else ())
                for other in self._hanging[name]
                if not (is_calm and calm is not None and other.number in calm.avoided(name) and name not in _waited_for(other))
            ]
            for other in (*opened, *self._after.get(each.number, ())):
                if other.number not in found:
                    found[other.number] = other
                    left.append(other)
        return found

    def _against(self, norm: Norm) -> Iterator[Norm]:
        """The norms that stand against one: a prohibition of what a duty asks, and the other way round; and what must come before it."""
        for name in acts_of(norm):
            for other in self._about[name]:
                if (norm.modality == "prohibition") != (other.modality == "prohibition"):
                    yield other
            if norm.modality != "prohibition" and name in hangs_on(norm):
                yield norm  # what opens it does not perform it
            if norm.modality != "prohibition":
                yield from (other for other in self._hanging[name] if other is not norm and name in bounded_by(other))
        for name in bounded_by(norm):
            yield from (other for other in self._about[name] if other.modality != "prohibition" and other is not norm)
        yield from self._forbidding_its_trigger(norm)

    def _forbidding_its_trigger(self, norm: Norm) -> Iterator[Norm]:
        """The prohibitions of what opens a duty that doing it at once, as it must be, opens: they forbid what has happened in that very instant."""
        if norm.modality != "prohibition":
            about = [other for name in _triggered_by(norm) for other in self._about[name]]
            yield from (other for other in about if other.modality == "prohibition" and self._sets_off(norm, other))
        else:
            opened = [other for name in acts_of(norm) for other in self._hanging[name] if name in _triggered_by(other)]
            yield from (other for other in opened if other.modality != "prohibition" and self._sets_off(other, norm))

    def _sets_off(self, duty: Norm, prohibition: Norm) -> bool:
        """Whether what is to be done at the very instant at which a duty is opened opens a prohibition whose time begins then."""
        if not is_instant(duty) or not _begins_at_once(prohibition):
            return False
        wanted, names, left = _triggered_by(prohibition), acts_of(duty), list(acts_of(duty))
        while left and wanted.isdisjoint(names):
            for other in self._hanging[left.pop()]:
                new = acts_of(other) - names if other.modality != "prohibition" and is_instant(other) else set()
                names |= new
                left += new
        return not wanted.isdisjoint(names)

    def _bringing(self, norm: Norm) -> Iterator[Norm]:
        """The duties whose performance opens a norm, and the steps before it."""
        for name in hangs_on(norm):
            yield from (other for other in self._about[name] if other.modality != "prohibition")
        yield from self._before.get(norm.number, ())


def _can_be_violated(norm: Norm) -> bool:
    """Whether time or an act can violate a norm: a duty that nothing bounds is never late."""
    return norm.modality == "prohibition" or norm.ensured is not None or any(window.kind not in UNBOUNDED for window in norm.windows)


def is_shared(norm: Norm) -> bool:
    """Whether several owe a norm so that one of them can perform it for all."""
    return norm.mode in ("any", "sum", "number") and len(norm.bearer.names) > 1


def acts_of(norm: Norm) -> set[str]:
    """The acts that a norm is about."""
    return {act.name for act in norm.acts}


def bounded_by(norm: Norm) -> set[str]:
    """The events before which what a norm asks must be done."""
    return set(_names(window.anchor for window in norm.windows if window.anchor is not None and window.kind in ("before", "not later than")))


def hangs_on(norm: Norm) -> set[str]:
    """The events that open a norm, except from it, or bound its time."""
    conditions = [norm.trigger, *(guard.condition for guard in norm.guards), *(window.anchor for window in norm.windows)]
    return set(_names(each for each in conditions if each is not None))


def _triggered_by(norm: Norm) -> set[str]:
    """The events that open a norm."""
    return set(_names([norm.trigger] if norm.trigger is not None else []))


def _begins_at_once(norm: Norm) -> bool:
    """Whether the time of a norm includes the instant at which it becomes active."""
    return not any(window.low is not None or window.kind == "after" for window in norm.windows)


def _waited_for(norm: Norm) -> set[str]:
    """The events that except from a norm or bound its time."""
    conditions = [*(guard.condition for guard in norm.guards), *(window.anchor for window in norm.windows)]
    return set(_names(each for each in conditions if each is not None))


def _has_a_day(norm: Norm) -> bool:
    """Whether there is a day at least to do what a norm asks for."""
    return all(window.kind in UNBOUNDED or (window.kind == "within" and window.period is not None and _hours(window.period) >= 24) for window in norm.windows)


def is_instant(norm: Norm) -> bool:
    """Whether what a norm asks for is to be done at the very instant at which it becomes active."""
    return any(window.kind == "within" and window.period is not None and not _hours(window.period) for window in norm.windows)


def _lasts(norm: Norm) -> int:
    """How many hours there are in which what a norm is about is in time, but for what opens it; 0 where that is not known from the norm alone."""
    within = [window for window in norm.windows if window.kind == "within" and window.period is not None and window.anchor is None]
    if len(within) != 1 or len(norm.windows) != 1 or within[0].period is None:
        return 0
    period, low = within[0].period, within[0].low
    by_itself = norm.modality == "prohibition" and low is None and not acts_of(norm).isdisjoint(hangs_on(norm))
    return max(_hours(period) - (_hours(low) if low is not None else 0) + (24 if _hours(period) >= 24 else 1) - by_itself, 1)


def _hours(period: Period) -> int:
    return sum(number * (1 if unit == "hour" else 24) for number, unit in period.parts)


def _names(conditions: Iterable[Condition]) -> Iterator[str]:
    for condition in conditions:
        for alternative in condition:
            yield from (test.pattern.name for test in alternative if test.pattern is not None)
