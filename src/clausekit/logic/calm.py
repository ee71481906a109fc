"""A world in which an event sets off as little as it can: for acts that are planned, at instants whose world is not settled otherwise."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any, NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.conditions import Conditions
from clausekit.logic.index import Index, Listening
from clausekit.logic.instance import Breach
from clausekit.logic.instances import Limits
from clausekit.logic.moments import Moment
from clausekit.logic.solver import Formula, Term
from clausekit.norms.norm import Norm

World = dict[Any, Term]
"""What statuses and measures are at one instant."""


class _Scratch(NamedTuple):
    conditions: Conditions
    moment: Moment


class Calm:
    """Finds, for each event, a world in which it opens no norm that it need not open: prohibitions before all else."""

    def __init__(self, index: Index, inquiry: Callable[..., Any]) -> None:
        """`inquiry` begins a history to look for."""
        self._index = index
        self._inquiry = inquiry
        self._ruled = {status.name for status in index.code.statuses}  # these are not the world's to decide
        self._known: dict[str, tuple[World, frozenset[int]]] = {}

    def world(self, event: str) -> World:
        """The world that is the calmest for an event of a name."""
        return self._of(event)[0]

    def avoided(self, event: str) -> frozenset[int]:
        """The norms that listen for an event of a name and that it does not open in that world."""
        return self._of(event)[1]

    def _of(self, event: str) -> tuple[World, frozenset[int]]:
        if event not in self._known:
            self._known[event] = self._calmest(event)
        return self._known[event]

    def _calmest(self, event: str) -> tuple[World, frozenset[int]]:
        heard = [list(each) for _, each in groupby(self._index.listeners.get(event, ()), key=lambda each: each.norm.number)]
        if not any(len(listening.alternative) > 1 for each in heard for listening in each):
            return {}, frozenset()
        avoided = set()
        inquiry = self._inquiry(_nothing, Limits(_none))
        moment = inquiry.course.clock.moment("calm")
        for each in sorted(heard, key=lambda each: each[0].norm.modality != "prohibition"):
            is_idle = z.opposite(_met(_Scratch(inquiry.conditions, moment), each))
            if is_idle is not False and inquiry.solver.check((is_idle,)) == "sat":
                inquiry.solver.require(is_idle)
                if not any(test.kind == "holds" and test.name in self._ruled for listening in each for test in listening.alternative):
                    avoided.add(each[0].norm.number)
        if inquiry.solver.check() != "sat":
            return {}, frozenset()
        found = {what: inquiry.solver.value(value) for what, value in moment.values.items()}
        return {what: value for what, value in found.items() if isinstance(value, int)}, frozenset(avoided)


def _met(scratch: _Scratch, heard: list[Listening]) -> Formula:
    """Whether what is asked for beside the event is so."""
    return z.some(
        z.every(scratch.conditions.test(test, {}, scratch.moment) for test in listening.alternative if test is not listening.test and test.kind != "occurs")
        for listening in heard
    )


def _nothing(_: Breach) -> None:
    """What breaches there are does not matter here."""


def _none(_: Norm) -> bool:
    return False
