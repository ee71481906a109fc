"""A variable of a coding scheme → its code for one treaty: values, clauses and a reason; or the reason why the text cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from clausekit.source import Span


class Variable(NamedTuple):
    """One column of a published data set, in words of our own.

    `level` says whether it has one value for the treaty or one for each member. `follows` says how it follows from a model, or why it cannot. `values`
    are those that can be derived; none where that is any number, or nothing.
    """

    name: str
    group: str
    level: Literal["alliance", "member"]
    meaning: str
    follows: str
    values: tuple[int, ...]


class Basis(NamedTuple):
    """A clause or declaration that a code follows from: how it is cited, its label, where it stands, and what in it counts."""

    citation: str
    label: str
    span: Span | None
    note: str = ""


class Value(NamedTuple):
    """A value, and the member it is for; no member where it is for the treaty."""

    member: str
    value: int


class Derivation(NamedTuple):
    """What a rule makes of a treaty. Without values the text cannot tell, and `reason` says why; with them, `reason` says how they follow."""

    values: tuple[Value, ...]
    bases: tuple[Basis, ...]
    reason: str

    @property
    def value(self) -> int | None:
        """The one value of the treaty; None where there is none, or one for each member."""
        return self.values[0].value if self.values and not self.values[0].member else None


class Code(NamedTuple):
    """A variable and what it is for one treaty."""

    variable: Variable
    derivation: Derivation


class ReadAct(NamedTuple):
    """An act of the treaty and what it was read as: the kinds, and the words that say so; or the drafter's own word for it."""

    action: str
    kinds: tuple[str, ...]
    because: str


class Coding(NamedTuple):
    """All codes of one treaty by one scheme, and how its acts were read on the way."""

    scheme: str
    title: str
    codes: tuple[Code, ...]
    acts: tuple[ReadAct, ...]


def coded(value: int, reason: str, bases: Iterable[Basis] = ()) -> Derivation:
    """A value for the treaty."""
    return Derivation((Value("", value),), tuple(dict.fromkeys(bases)), reason)


def coded_each(values: Mapping[str, int], reason: str, bases: Iterable[Basis] = ()) -> Derivation:
    """A value for each member; none where nobody is a member."""
    if not values:
        return not_derivable("no party is declared")
    return Derivation(tuple(Value(member, value) for member, value in values.items()), tuple(dict.fromkeys(bases)), reason)


def not_derivable(reason: str, bases: Iterable[Basis] = ()) -> Derivation:
    """No value: the text cannot tell. `bases` are the clauses that make the question arise."""
    return Derivation((), tuple(dict.fromkeys(bases)), reason)
