"""The name of a scheme → how a treaty is coded by it, and what its acts can count as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from clausekit.codes.scheme import Coding, Variable
from clausekit.model.treaty import Treaty


class Scheme(NamedTuple):
    """A coding scheme: its name, its title, its variables, the kinds of acts it knows, and how it codes a treaty."""

    name: str
    title: str
    variables: tuple[Variable, ...]
    kinds: tuple[str, ...]
    code: Callable[[Treaty, Mapping[str, tuple[str, ...]]], Coding]


NAMES = ("atop",)


def scheme(name: str) -> Scheme:
    """The scheme of this name, which is one of `NAMES`."""
    from clausekit.codes.atop import coding as atop
    from clausekit.codes.atop.acts import NAMES as KINDS
    from clausekit.codes.atop.variables import VARIABLES

    return {atop.NAME: Scheme(atop.NAME, atop.TITLE, VARIABLES, KINDS, atop.code)}[name]
