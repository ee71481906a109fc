"""A treaty, and some of its norms → a small treaty of these, and of what sets them off: for trying histories out quickly.

What is found so is played again with the whole treaty before it is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from clausekit.norms.norm import Code, Condition, Norm, only


class Part(NamedTuple):
    """A part of a treaty: its code, and the number that each of its norms has there, by its own."""

    code: Code
    numbers: dict[int, int]

    def norm(self, number: int) -> Norm:
        """A norm as it stands in this part, by its number in the whole treaty."""
        return self.code.norms[self.numbers[number]]


class Parts:
    """The parts of one treaty."""

    def __init__(self, code: Code) -> None:
        """Sort the norms by their sentences."""
        self.code = code
        self._in: defaultdict[int, list[int]] = defaultdict(list)
        for norm in code.norms:
            self._in[norm.provision].append(norm.number)
        self._statuses = {each.name: each for each in code.statuses}

    def of(self, numbers: Iterable[int]) -> Part:
        """Some norms, those whose failure or fulfilment sets them off, those that set these off, and so on."""
        kept: set[int] = set()
        open_ones = list(numbers)
        while open_ones:
            number = open_ones.pop()
            if number in kept or number < 0:
                continue
            kept.add(number)
            norm = self.code.norms[number]
            open_ones += norm.after
            provisions = set(norm.guaranteed or ())
            for condition in self._conditions(norm):
                provisions |= {clause for alternative in condition for test in alternative if test.pattern is not None for clause in test.pattern.clauses or ()}
            open_ones += [each for provision in provisions for each in self._in[provision]]
        return Part(*only(self.code, kept))

    def steps_before(self, norm: Norm) -> list[int]:
        """The steps of the ladder that stand before a norm."""
        return [number for number in self._in[norm.provision] if self.code.norms[number].rung < norm.rung]

    def _conditions(self, norm: Norm) -> list[Condition]:
        found = [norm.trigger, *(guard.condition for guard in norm.guards), *(window.anchor for window in norm.windows)]
        asked = {test.name for condition in found for alternative in condition or () for test in alternative if test.kind == "holds"}
        for name in sorted(asked & set(self._statuses)):
            found += [self._statuses[name].begins, self._statuses[name].ends]
        return [condition for condition in found if condition is not None]
