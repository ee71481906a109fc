"""The one place that knows Z3: terms, formulas, and whether some of them can be true together.

Truth values that are known already stay Python's own, so that nothing is handed to Z3 that Python can settle.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, Literal

Formula = Any
"""A truth value: Python's own where it is known, else a term of Z3."""
Term = Any
"""A number: Python's own where it is known, else a term of Z3."""
Outcome = Literal["sat", "unsat", "unknown"]
# The work that Z3 may put into one question. It counts steps, not time: the same question always gets the same answer.
EFFORT = 20_000_000


class NoProverError(RuntimeError):
    """Z3 is not installed."""


@cache
def _z3() -> Any:
    """Z3, loaded when it is first needed. Raises NoProverError."""
    try:
        import z3
    except ImportError as problem:
        message = "the prover needs Z3, which is not installed: `pip install 'clausekit[prover]'`"
        raise NoProverError(message) from problem
    return z3


def is_installed() -> bool:
    """Whether there is anything to prove with."""
    try:
        _z3()
    except NoProverError:
        return False
    return True


# ---------------------------------------------------------------- terms and formulas


def whole(name: str) -> Term:
    """A whole number that is not known."""
    return _z3().Int(name)


def amount(name: str) -> Term:
    """An amount that is not known."""
    return _z3().Real(name)


def truth(name: str) -> Formula:
    """A truth value that is not known."""
    return _z3().Bool(name)


def number(value: Decimal) -> Term:
    """An amount that is known."""
    return int(value) if value == value.to_integral_value() else _z3().RealVal(str(value))


def every(parts: Iterable[Formula]) -> Formula:
    """Whether all of some formulas are true."""
    kept = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            kept.append(part)
    return True if not kept else kept[0] if len(kept) == 1 else _z3().And(kept)


def some(parts: Iterable[Formula]) -> Formula:
    """Whether one at least of some formulas is true."""
    kept = []
    for part in parts:
        if part is True:
            return True
        if part is not False:
            kept.append(part)
    return False if not kept else kept[0] if len(kept) == 1 else _z3().Or(kept)


def opposite(formula: Formula) -> Formula:
    """Whether a formula is false."""
    return not formula if isinstance(formula, bool) else _z3().Not(formula)


def follows(premise: Formula, conclusion: Formula) -> Formula:
    """Whether the second is true wherever the first is."""
    return some((opposite(premise), conclusion))


def same(one: Formula, other: Formula) -> Formula:
    """Whether two formulas are both true or both false."""
    if isinstance(one, bool):
        return other if one else opposite(other)
    if isinstance(other, bool):
        return one if other else opposite(one)
    return one == other


def either(condition: Formula, one: Term, other: Term) -> Term:
    """One number where a condition is met, else another."""
    if isinstance(condition, bool):
        return one if condition else other
    return _z3().If(condition, one, other)


def chosen(condition: Formula, one: Formula, other: Formula) -> Formula:
    """One value, of whatever kind, where a condition is met, else another."""
    if isinstance(condition, bool):
        return one if condition else other
    return _z3().If(condition, one, other)


def total(terms: Iterable[Term]) -> Term:
    """The sum of some numbers."""
    kept = list(terms)
    return _z3().Sum(kept) if kept else 0


# ---------------------------------------------------------------- asking


class Solver:
    """What has been required so far, and whether it can be met. Deterministic: the same requirements in the same order give the same answers."""

    def __init__(self, *, effort: int = EFFORT) -> None:
        """Begin with nothing required. `effort` bounds the work on each question."""
        z3 = _z3()
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._solver.set("rlimit", effort)
        self._model: Any = None
        self._core: list[int] = []
        self._names = 0
        self.asked = 0
        """How often it was asked."""

    def named(self, what: str) -> str:
        """A name that nothing else has."""
        self._names += 1
        return f"{what} {self._names}"

    def require(self, formula: Formula) -> None:
        """Require a formula to be true from now on."""
        if formula is not True:
            self._solver.add(_z3().BoolVal(False) if formula is False else formula)

    def check(self, assumed: Iterable[Formula] = ()) -> Outcome:
        """Whether all that is required can be met, with some literals assumed for this once."""
        self.asked += 1
        wanted = []
        for each in assumed:
            if each is False:
                self._core = []
                return "unsat"
            if each is not True:
                wanted.append(each)
        outcome = self._solver.check(*wanted)
        z3 = _z3()
        if outcome == z3.sat:
            self._model = self._solver.model()
            return "sat"
        if outcome == z3.unsat:
            self._core = [each.get_id() for each in self._solver.unsat_core()]
            return "unsat"
        return "unknown"

    def needed(self, literals: Iterable[Formula]) -> list[Formula]:
        """Those of the literals assumed that together cannot be met: the core of the last answer `unsat`."""
        core = set(self._core)
        return [each for each in literals if not isinstance(each, bool) and each.get_id() in core]

    def is_true(self, formula: Formula) -> bool:
        """Whether a formula is true in the last answer `sat`."""
        return formula if isinstance(formula, bool) else bool(_z3().is_true(self._model.eval(formula, model_completion=True)))

    def whole(self, term: Term) -> int:
        """What a whole number is in the last answer `sat`."""
        return term if isinstance(term, int) else int(self._model.eval(term, model_completion=True).as_long())

    def amount(self, term: Term) -> Decimal:
        """What an amount is in the last answer `sat`."""
        if isinstance(term, int):
            return Decimal(term)
        value = self._model.eval(term, model_completion=True)
        return Decimal(value.numerator_as_long()) / Decimal(value.denominator_as_long()) if _z3().is_rational_value(value) else Decimal(value.as_long())

    def value(self, term: Term) -> Term:
        """What a term or formula is in the last answer `sat`, as a term that is known."""
        return term if isinstance(term, int) else self._model.eval(term, model_completion=True)

    def push(self) -> None:
        """Open a level, the requirements of which `pop` takes back."""
        self._solver.push()

    def pop(self) -> None:
        """Take back what was required since the last `push`."""
        self._solver.pop()
