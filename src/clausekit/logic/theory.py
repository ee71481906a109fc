"""A treaty made ready to be asked about: its norms, what hangs on what, and from when on it is in force in the histories that are looked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from clausekit.logic.answers import Witness
from clausekit.logic.calm import Calm
from clausekit.logic.conditions import Conditions
from clausekit.logic.course import Course
from clausekit.logic.index import SILENT, Index
from clausekit.logic.instance import Breach
from clausekit.logic.instances import Instances, Limits
from clausekit.logic.solver import EFFORT, Formula, Solver
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Change, Entry
from clausekit.norms.norm import Code, Norm, Window

# The day on which a treaty that names no date enters into force in the histories that are looked for.
FIRST_DAY = date(2027, 1, 1)
# Before the first date that a treaty names, it is in force for so many days.
_DAYS_BEFORE = 366
# Behind the last event of a witness, so that what it leaves undone is seen to be so.
_HOURS_AFTER = 24


class Theory:
    """What every question about one treaty shares."""

    def __init__(self, code: Code, treaty: Treaty | None = None, *, effort: int = EFFORT) -> None:
        """Look the treaty over. It is in force for all its Parties from `begins` on. The `treaty` it was lowered from holds its expectations.

        `effort` bounds the work that the solver may put into one answer.
        """
        self.effort = effort
        self.code = code
        self.treaty = treaty
        self.index = Index(code)
        self.begins: Instant = code.calendar.begins(_first_day(code))
        self.calm = Calm(self.index, self.inquiry)

    def inquiry(
        self,
        on_breach: Callable[[Breach], None],
        limits: Limits = Limits(),  # noqa: B008  it cannot be changed
        *,
        beside: Inquiry | None = None,
    ) -> Inquiry:
        """A history to look for; `beside` another, it shares the solver and the world with it."""
        return Inquiry(self, on_breach, limits, beside)


class Inquiry:
    """One history that is looked for: its course, conditions and norms."""

    def __init__(self, theory: Theory, on_breach: Callable[[Breach], None], limits: Limits, beside: Inquiry | None) -> None:
        """Begin with the entry into force."""
        self.theory = theory
        self.course: Course = Course(theory.code, theory.begins, beside=beside.course if beside is not None else None, effort=theory.effort)
        self.conditions: Conditions = Conditions(self.course, beside.conditions if beside is not None else None)
        self.instances = Instances(self.course, self.conditions, theory.index, on_breach=on_breach, limits=limits)

    @property
    def solver(self) -> Solver:
        """What is asked."""
        return self.course.solver

    def witness(self, *, at: int | None = None) -> Witness:
        """The history that was found, as one that can be played. `at` is the instant at which the flaw is seen, in hours since the entry into force."""
        solver, begins = self.solver, self.theory.begins
        entries: list[Entry] = list(self._world())
        for slot in self.course.slots:
            if not slot.made and not slot.event.name.startswith(SILENT) and solver.is_true(slot.present):
                amounts = tuple((solver.amount(term), unit) for unit, term in sorted(slot.amounts.items()))
                entries.append(slot.event._replace(at=begins + solver.whole(slot.at), amounts=amounts))
        entries.sort(key=lambda entry: entry.at)
        last = max([begins, *(entry.at for entry in entries), *([begins + at] if at is not None else [])])
        return Witness(tuple(entries), begins, begins + at if at is not None else last, last + _HOURS_AFTER)

    def _world(self) -> list[Change]:
        """What the world makes of statuses and measures: told when it changes, and from the beginning."""
        changes: list[Change] = []
        for what, moments in self.course.world.items():
            kind, name, *rest = what if isinstance(what, tuple) else (what,)
            if kind == "holds" and name not in self.theory.code.free_statuses:
                continue
            at_hand: object = False if kind == "holds" else None
            known = sorted((self.solver.whole(moment.at), number) for number, moment in enumerate(moments))
            for place, (at, number) in enumerate(known):
                change = self._change(kind, name, rest, moments[number].values[what], self.theory.begins + (at if place or kind == "holds" else 0))
                value = (change.holds, change.value, change.level)
                if value != at_hand and not (kind == "holds" and at_hand is False and change.holds is False):
                    changes.append(change)
                at_hand = value
        return changes

    def _change(self, kind: str, name: str, rest: list[object], value: Formula, at: Instant) -> Change:
        if kind == "holds":
            return Change(at, name, holds=self.solver.is_true(value))
        roles = {preposition: (who,) for preposition, who in rest[0]} if rest else {}  # type: ignore[attr-defined]  # pairs
        if kind == "level":
            return Change(at, name, level=self.conditions.level_named(name, self.solver.whole(value)) or "another", roles=roles)
        return Change(at, name, value=self.solver.amount(value), roles=roles)


def _first_day(code: Code) -> int:
    dates = [window.at for norm in code.norms for window in _windows(norm) if window.at is not None]
    if not dates:
        return FIRST_DAY.toordinal()
    return max(code.calendar.day(min(dates)) - _DAYS_BEFORE, 366)


def _windows(norm: Norm) -> tuple[Window, ...]:
    tests = [test for alternative in norm.trigger or () for test in alternative]
    return (*norm.windows, *(test.window for test in tests if test.window is not None))
