"""Norms → the events that can open or violate them, laid out in a course of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clausekit.logic import solver as z
from clausekit.logic.conditions import Conditions
from clausekit.logic.course import Course
from clausekit.logic.defined import meant
from clausekit.logic.index import Index, becoming, is_made, is_state, opened_by
from clausekit.logic.slots import events
from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm, Pattern, Test

_ASKING = ("duty", "commitment", "prohibition")
_BEFORE = ("before", "not later than")
# Of those who can do what is forbidden, so many are told apart.
_MOST_PERFORMERS = 6
# So many failures that open one another are laid out behind each other.
_DEEPEST = 6


class LayingOut:
    """Lays events out in one course."""

    def __init__(self, course: Course, conditions: Conditions, index: Index, stand: Callable[[Norm], None]) -> None:
        """`stand` opens a norm that stands from entry into force on."""
        self.course, self.conditions, self.index = course, conditions, index
        self._stand = stand

    def opening(self, norm: Norm, because: tuple[int, ...] = ()) -> bool:
        """Lay out events that can open a norm."""
        found = False
        laid_out: list[Happening] = []
        for number in norm.after:
            found = (number >= 0 and self._failing(self.course.code.norms[number], because)) or found
        for place, alternative in enumerate(meant(opened_by(norm) or ())):
            if is_state(alternative):
                self._lay_out_becoming(norm, place, alternative, because)
                found = True
            for test in alternative:
                if test.kind != "occurs" or test.negated or test.pattern is None:
                    continue
                if is_made(test.pattern):
                    found = self._lay_out_failures(test.pattern, because) or found
                    continue
                for event in (each for plain in events(test.pattern, {}, apart=norm.bearer.names)[0] for each in self.index.variants(plain)):
                    found = True
                    if event not in laid_out:  # one will do for several alternatives
                        laid_out.append(event)
                        self.course.slot(event, because=because)
        if opened_by(norm) is None and not norm.after:
            self._stand(norm)
        return found

    def _lay_out_becoming(self, norm: Norm, place: int, alternative: tuple[Test, ...], because: tuple[int, ...]) -> None:
        """Lay out that a state of affairs comes about: it is so, and was not so just before, unless it was from the beginning."""
        name = becoming(norm, place)
        moment = self.course.clock.moment(name)
        before = self.course.clock.at(moment.at - 1)
        so = self.conditions.met((alternative,), {}, moment)
        was = self.conditions.met((alternative,), {}, before)
        present = z.every((self.course.truth(f"{name} happens"), so, z.some((moment.at == 0, z.opposite(was)))))
        self.course.slot(Happening(-1, name, {}), moment=moment, present=present, because=because)

    def _lay_out_failures(self, pattern: Pattern, because: tuple[int, ...]) -> bool:
        """Lay out what can open the norms whose violation opens another, and the acts that violate them."""
        found = False
        for norm in self.course.code.norms:
            if pattern.name not in ("violation", "failure") or (pattern.clauses is not None and norm.provision not in pattern.clauses):
                continue
            if norm.number in because or norm.modality not in _ASKING or len(because) > _DEEPEST:
                continue
            found = self._failing(norm, (*because, norm.number)) or found
        return found

    def _failing(self, norm: Norm, because: tuple[int, ...]) -> bool:
        """Lay out what can open a norm, the acts that violate one that forbids them, and the events that an act must come before."""
        found = self.opening(norm, because)
        for window in norm.windows:
            if window.kind in _BEFORE and window.anchor is not None:
                self._lay_out_events([test.pattern for alternative in meant(window.anchor) for test in alternative], because)
        return (norm.modality == "prohibition" and self.violation(norm, because)) or found

    def _lay_out_events(self, patterns: Iterable[Pattern | None], because: tuple[int, ...]) -> None:
        for pattern in patterns:
            if pattern is not None and not is_made(pattern):
                for event in events(pattern, {})[0]:
                    self.course.slot(event, because=because)

    def violation(self, norm: Norm, because: tuple[int, ...] = ()) -> bool:
        """Lay out the acts of each who is forbidden them."""
        found = False
        for act in norm.acts:
            for name in norm.bearer.names[:_MOST_PERFORMERS]:
                for event in (each for plain in events(act, {}, by=(name,))[0] for each in self.index.variants(plain)):
                    self.course.slot(event, because=because)
                    found = True
        return found
