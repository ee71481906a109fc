"""Histories in which some comply with everything, or with all but some provisions: what dead and redundant clauses and expectations are looked for in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clausekit.logic import solver as z
from clausekit.logic.course import Found
from clausekit.logic.instance import Breach, Instance
from clausekit.logic.instances import Limits
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Theory
from clausekit.norms.norm import Norm

# Whether a core can do without one of its norms is not looked for any further once the calendar had to be settled so often: then a history is as good as found.
_MOST_PINS = 100


class Compliance:
    """A history that is looked for, in which those of `whom` who are asked for anything satisfy it. With None, everybody does."""

    def __init__(
        self,
        theory: Theory,
        whom: Iterable[str] | None = None,
        *,
        lasting: bool = False,
        considered: Callable[[Norm], bool] = lambda _: True,
        spared: Iterable[Norm] = (),
    ) -> None:
        """With `lasting`, duties whose time is not over at the end of the history are to be satisfied too, so that it could go on for ever.

        Of the norms only those `considered` are ever opened; those `spared` need not be satisfied by anybody.
        """
        self.theory = theory
        self._whom = None if whom is None else frozenset(whom)
        self._lasting = lasting
        self._spared = frozenset(norm.number for norm in spared)
        self.asked: dict[int, Formula] = {}
        """For each provision that asks something, whether it is to be satisfied."""
        self.breaches: list[Breach] = []
        self._early: list[Breach] = []
        self._is_ready = False
        self.inquiry = theory.inquiry(self._breach, Limits(considered))
        self._is_ready = True
        self.end = self.inquiry.course.clock.moment("end")
        for breach in self._early:
            self._breach(breach)

    def _breach(self, breach: Breach) -> None:
        if not self._is_ready:
            self._early.append(breach)
            return
        self.breaches.append(breach)
        norm = breach.instance.norm
        if norm.modality == "commitment" or norm.number in self._spared or (self._whom is not None and breach.who not in self._whom):
            return
        if breach.at is None and not self._lasting:
            return
        if norm.provision not in self.asked:
            self.asked[norm.provision] = self.inquiry.course.truth(f"provision {norm.provision}")
        over = True if self._lasting or breach.at is None else breach.at <= self.end.at
        self.inquiry.solver.require(z.some((z.opposite(self.asked[norm.provision]), z.opposite(z.every((over, breach.so))))))

    def find(self, *assumed: Formula, without: frozenset[int] = frozenset()) -> Found:
        """Look for such a history in which the formulas assumed are true too, and the provisions `without` need not be satisfied."""
        while True:
            known = len(self.asked)
            literals = [literal for number, literal in sorted(self.asked.items()) if number not in without]
            outcome = self.inquiry.course.find(*assumed, *literals)
            if outcome != "history" or known == len(self.asked):
                return outcome

    def core(self, *assumed: Formula, without: frozenset[int] = frozenset()) -> list[int]:
        """The provisions by which there is none, each of them needed, after `find` found none."""
        literals = {number: literal for number, literal in sorted(self.asked.items()) if number not in without}
        ids = {literal.get_id(): number for number, literal in literals.items()}
        core = sorted(ids[each.get_id()] for each in self.inquiry.solver.needed(literals.values()))
        for number in list(core):
            left = [each for each in core if each != number]
            if self.inquiry.course.find(*assumed, *(literals[each] for each in left), most_pins=_MOST_PINS) == "none":
                core = left
        return core

    def openings(self, norm: Norm) -> list[Instance]:
        """What may open a norm, laid out, and the openings it gives."""
        instances = self.inquiry.instances
        instances.laying_out.opening(norm)
        return list(instances.opened.get(norm.number, ()))

    def opened(self, norm: Norm) -> Formula:
        """That a norm becomes active."""
        return z.some(each.active for each in self.openings(norm))
