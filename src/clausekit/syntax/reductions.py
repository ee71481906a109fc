"""The rules of the tables → how each makes a node: its builder, and which of its children that takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

Build = Callable[..., Any]
Arrange = Callable[[list[Any]], Sequence[Any]]
Reduction = tuple[int, Build, Arrange | None]
"""How many values a rule takes, what makes one of them, and how they are arranged for it; None where they are taken as they are."""


class RefusedError(Exception):
    """What a builder raises at a text that no drafter writes, with the offset of it; the machine makes a fault of it."""

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


def reduction(length: int, builder: str, plan: list[int] | None, builders: Mapping[str, Build]) -> Reduction:
    """A rule made ready to run. Raises KeyError for a rule without a builder."""
    if builder == "*" and plan and plan[0] == 1:
        return length, _grown(plan), None
    build: Build = passed_on if not builder else _listed if builder == "*" else builders[builder]
    return length, build, None if plan is None else _arrangement(plan)


def passed_on(_start: int, _end: int, child: object) -> object:
    """The value of a rule that passes a single child on. If it has no other children, nothing is to be done for it."""
    return child


def _listed(_start: int, _end: int, *children: object) -> list[object]:
    """The value of a rule whose name begins with an underscore: its children, for the rule above to spread."""
    return list(children)


def _grown(plan: list[int]) -> Build:
    """The builder of a list that grows by one member: the list it had, which nobody else holds, with the member put in."""
    arrange = _arrangement(plan[1:])

    def grow(_start: int, _end: int, begun: list[object], *children: object) -> list[object]:
        begun.extend(arrange([begun, *children]))
        return begun

    return grow


def _arrangement(plan: list[int]) -> Arrange:
    """A function that picks the children a builder wants: some left out, some missing, the last one spread. It may change the list it is given."""
    *head, last = plan or [-1]
    if not plan:
        return lambda _: ()
    if last >= 0 and last & 1 and not any(entry >= 0 and entry & 1 for entry in head):
        spread = last >> 1
        if not head:
            return lambda children: children[spread]
        pick = _picking(head)
        return lambda children: (*pick(children), *children[spread])
    if not any(entry >= 0 and entry & 1 for entry in plan):
        return _picking(plan)

    def arrange(children: list[Any]) -> Sequence[Any]:
        arranged: list[Any] = []
        for entry in plan:
            if entry >= 0 and entry & 1:
                arranged.extend(children[entry >> 1])
            else:
                arranged.append(None if entry < 0 else children[entry >> 1])
        return arranged

    return arrange


def _picking(plan: list[int]) -> Arrange:
    """A function that picks single children, and None for those missing."""
    places = [-1 if entry < 0 else entry >> 1 for entry in plan]
    if -1 in places:
        getter = itemgetter(*places)

        def pick(children: list[Any]) -> Sequence[Any]:
            children.append(None)  # what a missing child is
            return getter(children) if len(places) > 1 else (None,)

        return pick
    if len(places) == 1:
        (only,) = places
        return lambda children: (children[only],)
    return itemgetter(*places)
