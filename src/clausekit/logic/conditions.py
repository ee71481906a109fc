"""Conditions of norms, at an instant that is not known: which events must have happened by then, what must be so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clausekit.logic import solver as z
from clausekit.logic.course import Course, Either
from clausekit.logic.defined import meant
from clausekit.logic.index import MADE, can_be_violated, is_made
from clausekit.logic.moments import Moment
from clausekit.logic.slots import Slot, events, is_of
from clausekit.logic.solver import Formula, Term
from clausekit.norms.history import Bindings, Happening
from clausekit.norms.norm import Condition, Pattern, Test, Window

ENTRY = "entry into force"
# Who a measure is of, once the variables are known.
_Roles = tuple[tuple[str, str], ...]


class Conditions:
    """The conditions of one course of events."""

    def __init__(self, course: Course, elder: Conditions | None = None) -> None:
        """Begin with the entry into force, which has happened. `elder` are those of the course that this one stands beside: the world has one past."""
        self.course = course
        self._elder = elder
        self._rules = {standing.name: standing for standing in course.code.statuses}
        course.slot(Happening(0, ENTRY, {}), moment=course.start, present=True, made=True)
        self.levels: dict[str, list[str]] = elder.levels if elder is not None else {}
        self.complete: set[str] = set()
        """The events of which all that may happen are laid out already."""
        self._occurred: dict[object, tuple[Either, Term, Term]] = {}
        """What was asked of events, with the instants it was asked of: they are kept, so that no other instant is taken for them."""
        self.is_exact = True
        """Whether every condition asked for so far was taken at its word. What was not is left open."""

    def met(self, condition: Condition, bindings: Bindings, moment: Moment, *, since: Term = 0) -> Formula:
        """Whether a condition is met at a moment; events count from `since` on, unless an earlier one does `already`."""
        return z.some(z.every(self.test(test, bindings, moment, since=since) for test in alternative) for alternative in meant(condition))

    def test(self, test: Test, bindings: Bindings, moment: Moment, *, since: Term = 0) -> Formula:
        """Whether one test is met at a moment."""
        if test.kind == "holds":
            so = self.holds(test.name, moment)
        elif test.kind in ("measured", "level"):
            so = self._compares(test, bindings, moment)
        else:
            assert test.pattern is not None
            if test.count is not None:
                return self._left_open()
            if test.window is not None:
                return self._in_window(test, test.window, bindings, moment)
            so = self.occurred(test.pattern, bindings, moment, since=0 if test.already else since)
        return z.opposite(so) if test.negated else so

    def occurred(self, pattern: Pattern, bindings: Bindings, moment: Moment, *, since: Term = 0) -> Formula:
        """Whether an event of a kind has happened by a moment: asked once, however often it is asked for."""
        key = (pattern, tuple(sorted(bindings.items())), z.identity(moment.at), z.identity(since))
        if key not in self._occurred:
            self._occurred[key] = self._occurring(pattern, bindings, moment, since), moment.at, since
        return self._occurred[key][0].so

    def _occurring(self, pattern: Pattern, bindings: Bindings, moment: Moment, since: Term) -> Either:
        def way(slot: Slot) -> Formula:
            return z.every((slot.present, is_of(pattern, slot, bindings), slot.at <= moment.at, slot.at >= since))

        return self.course.either((pattern.name,), way, self.laying_out(pattern, bindings))

    def begun(self, start: Window, bindings: Bindings, moment: Moment) -> Formula:
        """Whether the time of an act has begun at a moment: what it cannot come before has happened, and as long ago as it must."""
        anchor = meant(start.anchor or ())
        tests = [test for alternative in anchor for test in alternative]
        patterns = [test.pattern for test in tests if test.pattern is not None and not test.negated and test.window is None and test.count is None]
        if len(patterns) != len(tests) or any(len(each) > 1 for each in anchor):
            return self._absent(start, bindings, moment)

        def way(slot: Slot) -> Formula:
            so = z.every((slot.present, z.some(is_of(pattern, slot, bindings) for pattern in patterns if pattern.name == slot.event.name)))
            earliest = slot.at + (start.kind == "after") if start.period is None else self.course.clock.reaches(slot.moment, start.period)
            return z.every((so, moment.at >= earliest)) if so is not False else False

        def lay_out() -> bool:
            return all([self.laying_out(pattern, bindings)() for pattern in patterns])  # noqa: C419  each of them is laid out

        return self.course.either((pattern.name for pattern in patterns), way, lay_out).so

    def _absent(self, start: Window, bindings: Bindings, moment: Moment) -> Formula:
        """Whether the time of an act has begun that is to come after something has not happened in its time."""
        so = self.met(start.anchor or (), bindings, moment)
        return so if start.period is None else self._left_open()

    def laying_out(self, pattern: Pattern, bindings: Bindings) -> Callable[[], bool]:
        """What lays out the events of a kind."""

        def lay_out() -> bool:
            if pattern.name in self.complete:
                return True
            if pattern.name in MADE:
                return pattern.name == "violation" and is_made(pattern) and not can_be_violated(self.course.code, pattern)  # there is none to lay out
            found, are_all = events(pattern, bindings)
            for event in found:
                self.course.slot(event)
            return are_all

        return lay_out

    def _in_window(self, test: Test, window: Window, bindings: Bindings, moment: Moment) -> Formula:
        """Whether an event has happened, or has not, in a period that is counted from another: known once that period is over."""
        pattern, period = test.pattern, window.period
        anchors = [each.pattern for alternative in window.anchor or () for each in alternative if each.pattern is not None]
        if window.kind != "within" or period is None or len(anchors) != 1 or pattern is None or window.low is not None:
            return self._left_open()
        wanted = pattern

        def way(anchor: Slot) -> Formula:
            last = self.course.clock.closes(anchor.moment, period)

            def in_time(slot: Slot) -> Formula:
                return z.every((slot.present, is_of(wanted, slot, bindings), slot.at >= anchor.at, slot.at <= last))

            happened = self.course.either((wanted.name,), in_time, self.laying_out(wanted, bindings)).so
            over = moment.at > last
            base = z.every((anchor.present, is_of(anchors[0], anchor, bindings)))
            return z.every((base, over, z.opposite(happened))) if test.negated else z.every((base, anchor.at <= moment.at, happened))

        return self.course.either((anchors[0].name,), way, self.laying_out(anchors[0], bindings)).so

    def _left_open(self) -> Formula:
        self.is_exact = False
        return self.course.truth("left open")

    # ------------------------------------------------------------ states of affairs

    def holds(self, status: str, moment: Moment) -> Formula:
        """Whether a status is in effect at a moment: as the world makes it, or as its own rule does."""
        if self._elder is not None and moment.given is None:
            return self._elder.holds(status, moment)
        is_new = ("holds", status) not in moment.values
        value = self.course.value(("holds", status), moment, z.truth)
        rule = self._rules.get(status)
        if is_new and rule is not None and (rule.begins or rule.ends):
            begun = self.met(rule.begins, {}, moment) if rule.begins else True
            ended = self.met(rule.ends, {}, moment) if rule.ends else False
            self.course.solver.require(z.follows(value, begun))
            self.course.solver.require(z.follows(z.opposite(value), z.some((z.opposite(begun), ended))))
            if begun is True or (rule.begins and all(_is_entry(test) for each in rule.begins for test in each)):  # it begins once
                self.course.solver.require(z.follows(value, z.opposite(ended)))
        return value

    def _compares(self, test: Test, bindings: Bindings, moment: Moment) -> Formula:
        roles = _filled(test, bindings)
        if test.kind == "level":
            return self.world(("level", test.name, roles), moment) == self._level(test.name, test.level)
        if test.amount is None:
            return self._left_open()
        value = self.world(("measure", test.name, roles), moment)
        amount = z.number(test.amount)
        return {
            "exceeds": value > amount, "is below": value < amount, "is at least": value >= amount, "is at most": value <= amount, "is": value == amount,
        }[test.comparator]  # fmt: skip

    def world(self, what: tuple[Any, ...], moment: Moment) -> Term:
        """What a status or a measure is at a moment: `what` says of which kind it is, and what its name is."""
        kind, name = what[0], what[1]
        if kind == "holds":
            return self.holds(name, moment)
        is_new = what not in moment.values
        value = self.course.value(what, moment, z.whole if kind == "level" else z.amount)
        levels = self.course.code.measures.get(name, ())
        if kind == "level" and is_new and levels and not isinstance(value, int):  # it stands at one of the levels it has
            self.course.solver.require(z.every((value >= 0, value < len(levels))))
        return value

    def _level(self, measure: str, level: str) -> int:
        known = self.levels.setdefault(measure, list(self.course.code.measures.get(measure, ())))
        if level not in known:
            known.append(level)
        return known.index(level)

    def level_named(self, measure: str, number: int) -> str:
        """The level that a number stands for; empty for one that no condition speaks of."""
        known = self.levels.get(measure, [])
        return known[number] if 0 <= number < len(known) else ""


def _filled(test: Test, bindings: Bindings) -> _Roles:
    found = []
    for role in test.roles:
        name = bindings.get(role.who.refers or role.who.binds) or (role.who.names[0] if len(role.who.names) == 1 else None)
        if name is not None:
            found.append((role.preposition, name))
    return tuple(sorted(found))


def _is_entry(test: Test) -> bool:
    return test.pattern is not None and test.pattern.name == ENTRY
