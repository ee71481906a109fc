"""Z3 itself: loaded when it is first needed, with the terms that it keeps. What is asked with them is for `solver`.

Terms are made by Z3's own functions and not by its classes for Python, which cost many times as much. What Z3 finds among several things that would do depends
on the terms it has made before: so every question begins afresh.
"""

from __future__ import annotations

import atexit
import gc
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any
from weakref import WeakSet


class NoProverError(RuntimeError):
    """Z3 is not installed."""


@cache
def z3() -> Any:
    """Z3, loaded when it is first needed. Raises NoProverError."""
    try:
        import z3 as found  # type: ignore[import-untyped]  # it brings no types
    except ImportError as problem:
        message = "the prover needs Z3, which is not installed: `pip install 'clausekit[prover]'`"
        raise NoProverError(message) from problem
    return found


def _bare(function: Any) -> Any:
    """What one of Z3's functions for Python calls. It looks for an error behind each call, which costs as much as making a term."""
    return getattr((function.__defaults__ or (None,))[0], "f", function)


class Making:
    """Z3's functions for making terms, in the context that all terms of one question share."""

    def __init__(self) -> None:
        known = z3()
        self.core = known.z3core
        self.home = known.Context()
        self.context = self.home.ref()
        _ALIVE.add(self)
        self.kept = _bare(self.core.Z3_inc_ref)
        self.let_go = _bare(self.core.Z3_dec_ref)
        self.joining = {name: _bare(getattr(self.core, f"Z3_mk_{name}")) for name in ("add", "and", "eq", "ite", "le", "mul", "not", "or")}
        """What makes terms of terms."""
        self.array = known.z3types.Ast
        self.sorts = {"truth": self.core.Z3_mk_bool_sort(self.context), "whole": self.core.Z3_mk_int_sort(self.context)}
        self.sorts["amount"] = self.core.Z3_mk_real_sort(self.context)
        self.numerals: dict[tuple[str, str], Node] = {}
        self.compared: dict[tuple[object, ...], tuple[Any, Any, Any]] = {}
        """Comparisons, which are made again and again: what was made of two terms, and the two, held so that nothing else is taken for them."""

    def end(self) -> None:
        """From now on Z3 lets go of everything itself, with the context: what is let go of behind that would be let go of twice."""
        self.let_go = lambda *_: None
        self.numerals.clear()
        self.compared.clear()

    def constant(self, name: str, kind: str) -> Any:
        """Something of a kind that is not known."""
        return self.core.Z3_mk_const(self.context, self.core.Z3_mk_string_symbol(self.context, name), self.sorts[kind])

    def joined(self, make: Any, nodes: list[Any]) -> Any:
        """What a function of Z3 makes of any number of terms."""
        return make(self.context, len(nodes), (self.array * len(nodes))(*[node.ast for node in nodes]))

    def numeral(self, value: int | Decimal, kind: str) -> Node:
        """A number that is known; each is made once."""
        key = (kind, str(value))
        if key not in self.numerals:
            self.numerals[key] = Node(self.core.Z3_mk_numeral(self.context, key[1], self.sorts[kind]))
        return self.numerals[key]


_ALIVE: WeakSet[Making] = WeakSet()
# A context takes some megabytes: so many that are done with may wait to be let go of.
_MOST_WAITING = 4
_BEGUN = count(1)


@atexit.register
def _end() -> None:
    for each in _ALIVE:
        each.end()


@cache
def making() -> Making:
    """The functions, for the question that is asked now."""
    return Making()


def begin_afresh() -> None:
    """Let nothing hang on what was asked before: what Z3 finds among several things that would do depends on the terms it has made."""
    if making.cache_info().currsize:
        making().end()
        making.cache_clear()
    if next(_BEGUN) % _MOST_WAITING == 0:
        gc.collect()


class Node:
    """A term that Z3 keeps for as long as somebody here holds it."""

    __slots__ = ("_making", "ast")

    def __init__(self, ast: Any) -> None:
        self._making = making()
        self.ast = ast
        self._making.kept(self._making.context, ast)

    def __del__(self) -> None:
        self._making.let_go(self._making.context, self.ast)

    def get_id(self) -> int:
        """What tells it apart from every other term that is held."""
        return int(self.ast.value)
