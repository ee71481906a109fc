"""Terms, formulas, and whether some of them can be true together: what the prover asks of Z3.

Truth values and numbers that are known stay Python's own, and what Python can settle is never handed to Z3: a whole number is a term of Z3 and what is added
to it, so that two instants counted from the same one are compared here.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import inf
from typing import Any, Literal

from clausekit.logic import spending
from clausekit.logic.making import Node, z3
from clausekit.logic.making import making as made

Formula = Any
"""A truth value: Python's own where it is known, else a Truth."""
Term = Any
"""A number: Python's own where it is known, else a Number."""
Outcome = Literal["sat", "unsat", "unknown"]
# The work that Z3 may put into one question. It counts steps, not time: the same question always gets the same answer.
EFFORT = 4_000_000
# So many comparisons are kept, to be made once: some tens of megabytes.
_MOST_COMPARED = 30_000


# ---------------------------------------------------------------- terms and formulas


class Truth(Node):
    """A truth value that is not known."""

    __slots__ = ("contrary",)

    def __init__(self, ast: Any, contrary: Truth | None = None) -> None:
        """Hold a term of Z3; `contrary` is what it is the opposite of."""
        super().__init__(ast)
        self.contrary = contrary

    def __eq__(self, other: object) -> Formula:  # a formula, as for numbers
        return same(self, other)

    __hash__ = object.__hash__


class Number:
    """A number that is not known: a term, and what is added to it."""

    __slots__ = ("kind", "more", "node")

    def __init__(self, node: Node, more: int = 0, kind: str = "whole") -> None:
        """Hold a term of Z3. Only to a whole number is something added here."""
        self.node = node
        self.more = more
        self.kind = kind

    def __add__(self, other: Term) -> Term:
        if isinstance(other, int) and self.kind == "whole":
            return Number(self.node, self.more + other) if other else self
        making = made()
        return Number(Node(making.joined(making.joining["add"], [self.whole_node(), _node(other, self.kind)])), kind=self.kind)

    __radd__ = __add__

    def __mul__(self, times: int) -> Number:
        making = made()
        return Number(Node(making.joined(making.joining["mul"], [making.numeral(times, self.kind), self.node])), self.more * times, self.kind)

    __rmul__ = __mul__

    def __neg__(self) -> Number:
        return self * -1

    def __sub__(self, other: Term) -> Term:
        return self + -other

    def __rsub__(self, other: Term) -> Term:
        return -self + other

    def whole_node(self) -> Node:
        """The term with what is added to it."""
        if not self.more:
            return self.node
        making = made()
        return Node(making.joined(making.joining["add"], [self.node, making.numeral(self.more, self.kind)]))

    def __le__(self, other: Term) -> Formula:
        return _at_most(self, other)

    def __ge__(self, other: Term) -> Formula:
        return _at_most(other, self)

    def __lt__(self, other: Term) -> Formula:
        return _at_most(self, other - 1) if self.kind == "whole" else opposite(_at_most(other, self))

    def __gt__(self, other: Term) -> Formula:
        return _at_most(other, self - 1) if self.kind == "whole" else opposite(_at_most(self, other))

    def __eq__(self, other: object) -> Formula:  # a formula
        return _compared(self, other, lambda one, two: one == two, "eq")

    def __ne__(self, other: object) -> Formula:  # a formula
        return opposite(self == other)

    __hash__ = object.__hash__


def _at_most(one: Term, other: Term) -> Formula:
    return _compared(one, other, lambda low, high: low <= high, "le")


def _compared(one: Term, other: Term, known: Any, make: str) -> Formula:
    """Two numbers compared; what is added to both is added to one alone, so that the same comparison is the same term."""
    key: tuple[object, ...]
    if not isinstance(other, Number):
        more = other - one.more
        key = (make, one.node.get_id(), more)
    elif not isinstance(one, Number):
        more = one - other.more
        key = (make, more, other.node.get_id(), "")
    else:
        more, first, second = other.more - one.more, one.node.get_id(), other.node.get_id()
        if first == second:
            return known(0, more)
        key = (make, first, second, more)
    making = made()
    if key not in making.compared:
        if len(making.compared) >= _MOST_COMPARED:  # where question follows question, what the first compared is not kept for the last
            making.compared.clear()
        if not isinstance(other, Number):
            sides = (one.node, made().numeral(more, one.kind))
        elif not isinstance(one, Number):
            sides = (made().numeral(more, other.kind), other.node)
        else:
            sides = (one.node, Number(other.node, more, other.kind).whole_node())
        making.compared[key] = (Truth(making.joining[make](making.context, sides[0].ast, sides[1].ast)), one, other)
    return making.compared[key][0]


def _node(term: Term, kind: str) -> Node:
    if isinstance(term, Node):
        return term
    return term.whole_node() if isinstance(term, Number) else made().numeral(term, kind)


def identity(term: Term) -> object:
    """What two terms have in common that are the same number whatever it is, for as long as both are held."""
    return (term.node.get_id(), term.more) if isinstance(term, Number) else term


def whole(name: str) -> Term:
    """A whole number that is not known."""
    return Number(Node(made().constant(name, "whole")))


def amount(name: str) -> Term:
    """An amount that is not known."""
    return Number(Node(made().constant(name, "amount")), kind="amount")


def truth(name: str) -> Formula:
    """A truth value that is not known."""
    return Truth(made().constant(name, "truth"))


def number(value: Decimal) -> Term:
    """An amount that is known."""
    return int(value) if value == value.to_integral_value() else Number(made().numeral(value, "amount"), kind="amount")


def every(parts: Iterable[Formula]) -> Formula:
    """Whether all of some formulas are true."""
    kept = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            kept.append(part)
    if len(kept) < 2:
        return kept[0] if kept else True
    making = made()
    return Truth(making.joined(making.joining["and"], kept))


def some(parts: Iterable[Formula]) -> Formula:
    """Whether one at least of some formulas is true."""
    kept = []
    for part in parts:
        if part is True:
            return True
        if part is not False:
            kept.append(part)
    if len(kept) < 2:
        return kept[0] if kept else False
    making = made()
    return Truth(making.joined(making.joining["or"], kept))


def opposite(formula: Formula) -> Formula:
    """Whether a formula is false."""
    if isinstance(formula, bool):
        return not formula
    if formula.contrary is not None:
        return formula.contrary
    making = made()
    return Truth(making.joining["not"](making.context, formula.ast), formula)


def follows(premise: Formula, conclusion: Formula) -> Formula:
    """Whether the second is true wherever the first is."""
    return some((opposite(premise), conclusion))


def same(one: Formula, other: Formula) -> Formula:
    """Whether two formulas are both true or both false."""
    if isinstance(one, bool):
        return other if one else opposite(other)
    if isinstance(other, bool):
        return one if other else opposite(one)
    if one.get_id() == other.get_id():
        return True
    making = made()
    return Truth(making.joining["eq"](making.context, one.ast, other.ast))


def either(condition: Formula, one: Term, other: Term) -> Term:
    """One number where a condition is met, else another."""
    if isinstance(condition, bool):
        return one if condition else other
    kind = next((each.kind for each in (one, other) if isinstance(each, Number)), "whole")
    making, nodes = made(), (_node(one, kind), _node(other, kind))  # held until Z3 has taken them
    return Number(Node(making.joining["ite"](making.context, condition.ast, nodes[0].ast, nodes[1].ast)), kind=kind)


def chosen(condition: Formula, one: Formula, other: Formula) -> Formula:
    """One value, of whatever kind, where a condition is met, else another."""
    if isinstance(condition, bool):
        return one if condition else other
    if isinstance(one, bool | Truth):
        return every((some((opposite(condition), one)), some((condition, other))))
    return either(condition, one, other)


# ---------------------------------------------------------------- asking


class Solver:
    """What has been required so far, and whether it can be met. Deterministic: the same requirements in the same order give the same answers."""

    def __init__(self, *, effort: int = EFFORT) -> None:
        """Begin with nothing required. `effort` bounds the work on each question."""
        self._making = made()
        self._solver = z3().SimpleSolver(ctx=self._making.home)
        self._solver.set("random_seed", 0)
        self._solver.set("rlimit", effort)
        self._model: Any = None
        self._known: dict[int, Any] = {}
        self._core: set[int] = set()
        self._names = 0
        self.asked = 0
        """How often it was asked."""

    def named(self, what: str) -> str:
        """A name that nothing else has."""
        self._names += 1
        return f"{what} {self._names}"

    def require(self, formula: Formula) -> None:
        """Require a formula to be true from now on."""
        if formula is False:
            self._solver.add(z3().BoolVal(val=False, ctx=self._making.home))
        elif formula is not True:
            self._making.core.Z3_solver_assert(self._making.context, self._solver.solver, formula.ast)

    def check(self, assumed: Iterable[Formula] = ()) -> Outcome:
        """Whether all that is required can be met, with some literals assumed for this once."""
        self.asked += 1
        self._core = set()
        wanted = []
        for each in assumed:
            if each is False:
                return "unsat"
            if each is not True:
                wanted.append(each)
        making, known = self._making, z3()
        spending.go_on()
        if (left := spending.left()) < inf:
            self._solver.set("timeout", max(1, int(left * 1000)))
        outcome = making.joined(lambda *parts: making.core.Z3_solver_check_assumptions(parts[0], self._solver.solver, *parts[1:]), wanted)
        spending.go_on()
        if outcome == known.Z3_L_TRUE:
            self._model, self._known = self._solver.model(), {}
            return "sat"
        if outcome == known.Z3_L_FALSE:
            self._core = self._blamed()
            return "unsat"
        return "unknown"

    def _blamed(self) -> set[int]:
        """The literals of the core, by what tells them apart."""
        core, context = self._making.core, self._making.context
        found = core.Z3_solver_get_unsat_core(context, self._solver.solver)
        core.Z3_ast_vector_inc_ref(context, found)
        blamed = {core.Z3_ast_vector_get(context, found, place).value for place in range(core.Z3_ast_vector_size(context, found))}
        core.Z3_ast_vector_dec_ref(context, found)
        return blamed

    def needed(self, literals: Iterable[Formula]) -> list[Formula]:
        """Those of the literals assumed that together cannot be met: the core of the last answer `unsat`."""
        return [each for each in literals if not isinstance(each, bool) and each.get_id() in self._core]

    def is_true(self, formula: Formula) -> bool:
        """Whether a formula is true in the last answer `sat`."""
        if isinstance(formula, bool):
            return formula
        return bool(self._making.core.Z3_get_bool_value(self._making.context, self._found(formula)) == z3().Z3_L_TRUE)

    def whole(self, term: Term) -> int:
        """What a whole number is in the last answer `sat`."""
        return term if isinstance(term, int) else int(self._told(term.node)) + term.more

    def amount(self, term: Term) -> Decimal:
        """What an amount is in the last answer `sat`."""
        if isinstance(term, int):
            return Decimal(term)
        over, _, under = self._told(term.node).partition("/")
        return Decimal(over) / Decimal(under or 1)

    def value(self, term: Term) -> Term:
        """What a term or formula is in the last answer `sat`, as one that is known."""
        if isinstance(term, int):
            return term
        if isinstance(term, Truth):
            return self.is_true(term)
        return self.whole(term) if term.kind == "whole" else number(self.amount(term))

    def _told(self, node: Node) -> str:
        return str(self._making.core.Z3_get_numeral_string(self._making.context, self._found(node)))

    def _found(self, node: Node) -> Any:
        """What a term is in the last answer `sat`, as a term of Z3; kept until the next."""
        key = node.get_id()
        if key not in self._known:
            found = (self._making.array * 1)()
            completely = True
            self._making.core.Z3_model_eval(self._making.context, self._model.model, node.ast, completely, found)
            self._known[key] = node, Node(found[0])
        return self._known[key][1].ast

    def push(self) -> None:
        """Open a level, the requirements of which `pop` takes back."""
        self._solver.push()

    def pop(self) -> None:
        """Take back what was required since the last `push`."""
        self._solver.pop()
