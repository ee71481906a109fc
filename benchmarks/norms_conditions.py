"""A condition of a published rule set (JSON) → its alternatives: what each measure that it speaks of may be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]


class UntranslatableError(ValueError):
    """A rule that no clause text says exactly, with the reason."""


Values = frozenset[int] | tuple[int | None, int | None]
"""What a measure may be: of a boolean a set of truths, of a scale a set of places, of a number an interval (None: open)."""
Alternative = dict[str, Values]


class Conditions:
    """Conditions of a case, as alternatives of what each measure may be."""

    def __init__(self, case: Json) -> None:
        self.kinds = {measure["name"]: measure["type"] for measure in case.get("measures", ())}
        self.levels = {measure["name"]: tuple(measure.get("values", ())) for measure in case.get("measures", ())}

    def of(self, condition: Json | None, *, negated: bool = False) -> list[Alternative]:
        """The alternatives of a condition, or of its contrary. None is always met."""
        if condition is None:
            return [] if negated else [{}]
        if "measure" in condition:
            return [{condition["measure"]: frozenset({0 if negated else 1})}]
        operator, args = condition["op"], condition["args"]
        if operator == "not":
            return self.of(args[0], negated=not negated)
        if operator in ("and", "or"):
            parts = [self.of(arg, negated=negated) for arg in args]
            return self.all_of(parts) if (operator == "and") != negated else self.any_of(parts)
        return self._compared(operator, args, negated=negated)

    def _compared(self, operator: str, args: list[Json], *, negated: bool) -> list[Alternative]:
        measured, other = args
        name = measured.get("measure")
        number = next((other[each] for each in ("int", "value", "index") if each in other), None)
        if name is None or number is None:
            message = f"a comparison of {measured} with {other}"
            raise UntranslatableError(message)
        if negated:
            operator = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "=": "!="}[operator]
        if self.kinds[name] == "scale":
            tests = {
                ">": lambda at: at > number, "<": lambda at: at < number, ">=": lambda at: at >= number, "<=": lambda at: at <= number,
                "=": lambda at: at == number, "!=": lambda at: at != number,
            }  # fmt: skip
            allowed = frozenset(at for at in range(len(self.levels[name])) if tests[operator](at))
            return [{name: allowed}] if allowed else []
        intervals: dict[str, list[tuple[int | None, int | None]]] = {
            ">": [(number + 1, None)], "<": [(None, number - 1)], ">=": [(number, None)], "<=": [(None, number)],
            "=": [(number, number)], "!=": [(None, number - 1), (number + 1, None)],
        }  # fmt: skip
        return [{name: interval} for interval in intervals[operator]]

    def all_of(self, parts: Iterable[list[Alternative]]) -> list[Alternative]:
        """The alternatives of several conditions together."""
        found: list[Alternative] = [{}]
        for part in parts:
            found = self.any_of([[both for first in found for second in part if (both := _both(first, second)) is not None]])
        return found

    @staticmethod
    def any_of(parts: Iterable[list[Alternative]]) -> list[Alternative]:
        """The alternatives of any of several conditions, each said once, and none that another covers."""
        found: list[Alternative] = []
        for alternative in (each for part in parts for each in part):
            if not any(_covers(other, alternative) for other in found):
                found = [other for other in found if not _covers(alternative, other)] + [alternative]
        return found


def _both(first: Alternative, second: Alternative) -> Alternative | None:
    """Two alternatives together; None where they cannot be."""
    both = dict(first)
    for name, values in second.items():
        met = values if name not in both else _meet(both[name], values)
        if met is None:
            return None
        both[name] = met
    return both


def _meet(first: Values, second: Values) -> Values | None:
    if isinstance(first, frozenset) and isinstance(second, frozenset):
        return first & second or None
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    lows, highs = [each for each in (first[0], second[0]) if each is not None], [each for each in (first[1], second[1]) if each is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low is not None and high is not None and low > high else (low, high)


def _covers(wide: Alternative, narrow: Alternative) -> bool:
    """Whether whatever meets the second alternative meets the first."""
    return all(name in narrow and _meet(values, narrow[name]) == narrow[name] for name, values in wide.items())
