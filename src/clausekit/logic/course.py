"""A course of events that is looked for: the slots of what may happen, and the norms these open, as requirements on a solver.

Nothing is laid out in advance. A norm is opened for the slots there are; what has to come about for it (a performance, an exception, an event that a condition
asks for) is first left to an event not yet laid out, the `rest` of an `Either`. A history without such rests is a whole one and can be played. Where there is
none, the rests that stand against it are laid out as slots, and so on: what cannot be even with the rests cannot be at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Literal

from clausekit.logic import solver as z
from clausekit.logic import spending
from clausekit.logic.moments import Clock, Moment
from clausekit.logic.slots import Slot
from clausekit.logic.solver import EFFORT, Formula, Solver, Term
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Happening
from clausekit.norms.norm import Code

Found = Literal["history", "none", "undecided"]
# So many events are laid out for one question before it is given up.
MOST_SLOTS = 400
# What matters to what was learnt is laid out so often, one behind the other: an exception that opens what has an exception would never come to an end.
DEEPEST = 1


# After so many turns of laying out what stands in the way, as many steps again are laid out at once.
_TURNS = 4


class Either:
    """That something comes about in one of several ways: those laid out so far, or the `rest`."""

    __slots__ = ("_lay_out", "course", "depth", "is_settled", "is_tried", "names", "recurs", "rest", "so", "way")

    def __init__(self, course: Course, way: Callable[[Slot], Formula], lay_out: Callable[[], bool] | None, *, recurs: bool = False) -> None:
        """`way` says whether a slot brings it about; `lay_out` adds a slot for each kind of event that could, and says whether these are all there are.

        If they are, nothing else need be thought of: whatever brings it about in a history is one of them, and the rest is settled.

        `recurs` marks what comes about again and again, as what brought it about did: it need not be laid out another time.
        """
        self.course = course
        self.way = way
        self._lay_out = lay_out
        self.is_tried = False
        self.depth = 0
        """How many laid out for what was learnt, one behind the other, this one came up by."""
        self.names: frozenset[str] = frozenset()
        """The events that can bring it about."""
        self.is_settled = False
        self.recurs = recurs
        self.rest: Formula = course.truth("rest")
        self.so: Formula = self.rest

    def lay_out(self) -> bool:
        """Lay out what could bring it about, once; whether anything was."""
        if self.is_tried or self._lay_out is None:
            return False
        self.is_tried = True
        before = len(self.course.slots)
        self.is_settled = self._lay_out()
        return self.is_settled or len(self.course.slots) > before

    def begin(self, slots: Iterable[Slot]) -> None:
        """Take in the slots there are already."""
        known = [way for slot in slots if (way := self.way(slot)) is not False]
        self.so = z.some((*known, self.rest))

    def add(self, way: Formula) -> None:
        """One way more."""
        if way is False:
            return
        rest = self.course.truth("rest")
        self.course.solver.require(z.same(self.rest, z.some((way, rest))))
        self.rest = rest


class Course:
    """The slots of one history that is looked for, by one solver."""

    def __init__(self, code: Code, begins: Instant, *, beside: Course | None = None, effort: int = EFFORT) -> None:
        """Begin with nothing that happens. A course `beside` another shares its solver, its clock and the world. `effort` bounds the work on each question."""
        self.code = code
        self.solver: Solver = beside.solver if beside is not None else Solver(effort=effort)
        self.clock: Clock = beside.clock if beside is not None else Clock(self.solver, code.calendar, begins)
        self.slots: list[Slot] = []
        self.by_name: defaultdict[str, list[Slot]] = defaultdict(list)
        self.eithers: list[Either] = []
        self._listening: defaultdict[str, list[Either]] = defaultdict(list)
        self._hooks: list[Callable[[Slot], None]] = []
        self._waiting: list[Slot] = []
        self._is_busy = False
        self.world: defaultdict[object, list[Moment]] = beside.world if beside is not None else defaultdict(list)
        """The moments at which the value of a status or a measure is asked for."""
        self.start = self.clock.at(0)

    def truth(self, what: str) -> Formula:
        """A truth value that is not known, of a new name."""
        return z.truth(self.solver.named(what))

    # ------------------------------------------------------------ slots

    def hook(self, hook: Callable[[Slot], None]) -> None:
        """Have every slot shown to `hook`, from now on."""
        self._hooks.append(hook)

    def slot(  # noqa: PLR0913  a slot has these parts, each given by its name
        self, event: Happening, *, moment: Moment | None = None, present: Formula | None = None, made: bool = False, because: tuple[int, ...] = (),
        serves: object = None, amounts: dict[str, Term] | None = None,
    ) -> Slot:  # fmt: skip
        """Lay out an event that may happen. `serves` is the opening of a norm for whose sake it is; `amounts` are of how much it is, where that is settled."""
        spending.go_on()
        happens = self.truth(f"{event.name} happens") if present is None else present
        slot = Slot(len(self.slots), event, moment or self.clock.moment(event.name), happens, made=made, because=because)
        slot.serves = serves
        slot.amounts = {} if amounts is None else amounts
        self.slots.append(slot)
        self.by_name[event.name].append(slot)
        self._waiting.append(slot)
        if not self._is_busy:
            self._is_busy = True
            while self._waiting:
                self._take_in(self._waiting.pop(0))
            self._is_busy = False
        return slot

    def _take_in(self, slot: Slot) -> None:
        for either in list(self._listening.get(slot.event.name, ())):
            either.add(either.way(slot))
        for hook in self._hooks:
            hook(slot)

    def either(self, names: Iterable[str], way: Callable[[Slot], Formula], lay_out: Callable[[], bool] | None = None, *, recurs: bool = False) -> Either:
        """That something comes about by an event of one of some names."""
        found = Either(self, way, lay_out, recurs=recurs)
        waiting = {id(slot) for slot in self._waiting}
        found.names = frozenset(names)
        names = sorted(found.names)
        found.begin(slot for name in names for slot in self.by_name[name] if id(slot) not in waiting)
        for name in names:
            self._listening[name].append(found)
        self.eithers.append(found)
        return found

    def leave(self, so: Formula) -> None:
        """Leave out what would follow, were something so: it is not, in the histories that are found; and where there is none for that, it is left open."""
        left = Either(self, lambda _: False, None)
        self.solver.require(z.follows(so, left.rest))
        self.eithers.append(left)

    # ------------------------------------------------------------ the world

    def value(self, what: object, moment: Moment, make: Callable[[str], Formula]) -> Formula:
        """What the world makes of a status or a measure at a moment: one value at each instant."""
        if what not in moment.values and moment.given is not None:
            moment.values[what] = moment.given(what, make)
        elif what not in moment.values:
            value = make(self.solver.named(str(what)))
            for other in self.world[what]:
                is_same = moment.at == other.at
                if is_same is not False:
                    self.solver.require(z.follows(is_same, value == other.values[what]))
            moment.values[what] = value
            self.world[what].append(moment)
        return moment.values[what]

    # ------------------------------------------------------------ looking for a history

    def find(
        self,
        *assumed: Formula,
        most: int = MOST_SLOTS,
        taught: Callable[[], list[Formula]] = list,
        matters: Callable[[Either], bool] = lambda _: False,
        most_pins: int | None = None,
    ) -> Found:
        """Look for a history that meets all requirements: a whole one, none, or none that could be told within bounds.

        `taught` says what was learnt, of what is laid out by then; what `matters` to that is laid out before it is said that there is none.
        With `most_pins`, it is undecided where the calendar had to be settled more often than that.
        """
        turns = pins = 0
        while True:
            lessons = taught()
            closed = [z.opposite(each.rest) for each in self.eithers if not each.recurs]
            outcome = self.solver.check((*assumed, *lessons, *closed))
            if outcome == "sat":
                if not self.clock.pin_down():
                    return "history"
                pins += 1
                if most_pins is not None and pins > most_pins:
                    return "undecided"
                continue
            if outcome == "unknown":
                return "undecided"
            blocking = self.solver.needed(closed)
            settled = [z.opposite(each.rest) for each in self.eithers if each.is_settled and not each.recurs]
            if not blocking or self.solver.check((*assumed, *lessons, *settled)) == "unsat":
                is_learnt = bool(self.solver.needed(lessons))
                waiting = [each for each in self.eithers if is_learnt and not (each.recurs or each.is_tried) and each.depth < DEEPEST and matters(each)]
                if not waiting:
                    return "none"
                for each in waiting:
                    before = len(self.eithers)
                    each.lay_out()
                    for new in self.eithers[before:]:
                        new.depth = each.depth + 1
                if len(self.slots) >= most:
                    return "undecided"
                continue
            standing = {each.get_id() for each in blocking}
            barred = [each for each in self.eithers if not (each.recurs or each.is_settled) and z.opposite(each.rest).get_id() in standing]
            turns += 1
            if len(self.slots) >= most or not self._lay_out(barred, (1 << turns // _TURNS) - 1):
                return "undecided"

    def _lay_out(self, barred: list[Either], further: int) -> bool:
        """Lay out what stands in the way, and what that brings with it so many steps further: a long chain is not laid out link by link."""
        before = len(self.eithers)
        is_more = sum(each.lay_out() for each in barred) > 0
        for _ in range(further):
            new = self.eithers[before:]
            before = len(self.eithers)
            if not sum(each.lay_out() for each in new if not each.recurs):
                break
        return is_more
