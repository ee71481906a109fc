"""Which norms of somebody can have to do with which: those about the same act, and those of which one's act opens or bounds the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausekit.logic.index import Index
from clausekit.norms.norm import Condition, Norm

_ASKING = ("duty", "prohibition", "commitment")


class Related:
    """The norms of one bearer, by what they are about and what they hang on."""

    def __init__(self, index: Index, who: str) -> None:
        """Sort the norms that ask something of `who`."""
        self.who = who
        self.norms = [norm for norm in index.code.norms if norm.modality in _ASKING and (who in norm.bearer.names or norm.bearer.refers)]
        self._about: defaultdict[str, list[Norm]] = defaultdict(list)
        self._hanging: defaultdict[str, list[Norm]] = defaultdict(list)
        for norm in self.norms:
            for name in acts_of(norm):
                self._about[name].append(norm)
            for name in hangs_on(norm):
                self._hanging[name].append(norm)
        numbers = {norm.number for norm in self.norms}
        self._steps: defaultdict[int, list[Norm]] = defaultdict(list)
        for norm in self.norms:
            for other in index.after.get(norm.number, ()):
                if other.number in numbers:
                    self._steps[norm.number].append(other)
                    self._steps[other.number].append(norm)

    def layers(self, norm: Norm) -> Iterator[list[Norm]]:
        """The norms that have to do with one, nearest first: itself, those beside it, those beside these."""
        seen = {norm.number}
        layer = [norm]
        while layer:
            yield layer
            found: dict[int, Norm] = {}
            for each in layer:
                found.update((other.number, other) for other in self._beside(each) if other.number not in seen)
            seen |= found.keys()
            layer = [found[number] for number in sorted(found)]

    def may_clash(self, norm: Norm) -> bool:
        """Whether anything that has to do with a norm asks for an act that something else stands against."""
        group = [each for layer in self.layers(norm) for each in layer]
        asked = {name for each in group if each.modality == "duty" for name in acts_of(each)}
        barred = {name for each in group for name in (acts_of(each) if each.modality == "prohibition" else bounded_by(each))}
        return not asked.isdisjoint(barred)

    def _beside(self, norm: Norm) -> Iterator[Norm]:
        for name in acts_of(norm):
            yield from self._about[name]
            yield from self._hanging[name]
        for name in hangs_on(norm):
            yield from self._about[name]
        yield from self._steps[norm.number]


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


def _names(conditions: Iterable[Condition]) -> Iterator[str]:
    for condition in conditions:
        for alternative in condition:
            yield from (test.pattern.name for test in alternative if test.pattern is not None)
