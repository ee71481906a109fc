"""One opening of a norm in a history that is looked for, and what it means that somebody violates it."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.course import Either
from clausekit.logic.index import opened_by
from clausekit.logic.moments import Moment
from clausekit.logic.reach import Reach
from clausekit.logic.slots import Slot
from clausekit.logic.solver import Formula, Term
from clausekit.norms.history import Bindings
from clausekit.norms.norm import Names, Norm


class Instance:
    """One opening of a norm, by a slot or by what stands from entry into force on."""

    __slots__ = ("active", "because", "bindings", "escapes", "moment", "norm", "opener", "parent", "performed", "reach", "violated", "who")

    def __init__(  # noqa: PLR0913, PLR0917  an opening has these parts
        self, norm: Norm, bindings: Bindings, who: Names, moment: Moment, active: Formula, opener: Slot | None, reach: Reach
    ) -> None:
        """Hold what is known when it is opened."""
        self.norm = norm
        self.bindings = bindings
        self.who = who
        self.moment = moment
        self.active = active
        self.opener = opener
        self.reach = reach
        self.because: tuple[int, ...] = (*(opener.because if opener is not None else ()), norm.number)
        self.parent: Instance | None = None
        """The step before it, the failure of which opened it."""
        self.escapes: list[tuple[Formula, Moment]] = []
        """For each state of affairs that may excuse it, whether it does, and when."""
        self.performed: dict[str, Either] = {}
        self.violated: Formula = False

    def is_of(self, norm: Norm, at: Term) -> Formula:
        """Whether it, or a step of the ladder before it, is an opening of a norm at an instant."""
        own = self.moment.at == at if self.norm.number == norm.number else False
        return own if self.parent is None else z.some((own, self.parent.is_of(norm, at)))


class Breach(NamedTuple):
    """That somebody violates a norm: whether it is `so`, when that is (dated as the semantics does), and by which act, where it is an act.

    Without `at` it is a duty that no time bounds, and that is not performed: nothing is violated, but nothing is done either.
    """

    instance: Instance
    who: str
    so: Formula
    at: Term | None
    act: Slot | None = None


def is_lasting(norm: Norm) -> bool:
    """Whether a norm stands for as long as a state of affairs lasts: what it asks is asked at the act, not at the opening."""
    return opened_by(norm) is None and not norm.after and norm.guaranteed is None
