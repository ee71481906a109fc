"""When an act is in time, counted from an instant that is not known: the windows of a norm as bounds."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausekit.logic import solver as z
from clausekit.logic.moments import Clock, Moment
from clausekit.logic.solver import Formula, Term
from clausekit.model.amounts import Period
from clausekit.norms.norm import Condition, Norm, Window
from clausekit.norms.windows import says_how_long

# Windows that bound nothing.
UNBOUNDED = frozenset({"at all times", "at any time", "as soon as possible", "indefinitely", "unstated", "times"})


@dataclass
class Reach:
    """From when until when an act is in time, both included.

    `closes` are all the last instants there are: the first of them counts. `deadlines` are events that the act must come a period before (None: just before),
    `ends` events that end its time, `starts` windows whose event it cannot come before. `is_exact` says whether every window was taken at its word.
    """

    opens: list[Term]
    closes: list[Term] = field(default_factory=list)
    deadlines: list[tuple[Period | None, Condition]] = field(default_factory=list)
    ends: list[Condition] = field(default_factory=list)
    starts: list[Window] = field(default_factory=list)
    is_exact: bool = True
    recurs: bool = False

    def covers(self, at: Term) -> Formula:
        """Whether an act at an instant is in time, as far as that hangs on instants alone."""
        return z.every((*(at >= each for each in self.opens), *(at <= each for each in self.closes)))

    @property
    def last(self) -> Term | None:
        """The last instant that is in time; None where nothing bounds it."""
        if not self.closes:
            return None
        last = self.closes[0]
        for each in self.closes[1:]:
            last = z.either(each < last, each, last)
        return last

    @property
    def first(self) -> Term:
        """The first instant that is in time."""
        first = self.opens[0]
        for each in self.opens[1:]:
            first = z.either(each > first, each, first)
        return first


def reach(norm: Norm, opened: Moment, clock: Clock, immediately: Period | None = None) -> Reach:
    """The windows of a norm that was opened at a moment, together. `immediately` is the time that the treaty gives for what is to be done immediately."""
    found = Reach([opened.at])
    for window in norm.windows:
        if window.kind in UNBOUNDED or says_how_long(norm, window):
            found.is_exact &= window.kind != "times"
        elif window.kind == "every":
            found.recurs, found.is_exact = True, False
        else:
            _narrow(found, norm, window, opened, clock)
    if immediately is not None and any(window.kind == "immediately" for window in norm.windows):
        found.closes.append(clock.closes(opened, immediately))
    return found


def _narrow(found: Reach, norm: Norm, window: Window, opened: Moment, clock: Clock) -> None:
    kind, period = window.kind, window.period
    if window.clocks:
        found.is_exact = False
    elif window.at is not None and window.last is not None:
        _dated(found, kind, clock.relative(window.at), clock.relative(window.last))
    elif window.anchor is None:
        _counted(found, window, opened, clock)
    elif kind in ("before", "not later than"):
        found.deadlines.append((period, window.anchor))
    elif kind == "until" and period is None:
        found.ends.append(window.anchor)
    elif _is_entry(window.anchor):
        _anchored(found, window, clock.at(0), clock)
    elif norm.timed and window.anchor == norm.trigger:
        _anchored(found, window, opened, clock)
    elif kind in ("after", "from", "not earlier than") or (kind == "within" and window.low is not None):
        found.starts.append(window)
        found.is_exact &= kind != "within"
    else:
        found.is_exact = False


def _counted(found: Reach, window: Window, opened: Moment, clock: Clock) -> None:
    if window.period is None or window.kind not in ("within", "for"):
        return
    if window.low is not None:
        found.opens.append(clock.reaches(opened, window.low))
    found.closes.append(clock.closes(opened, window.period))


def _anchored(found: Reach, window: Window, at: Moment, clock: Clock) -> None:
    """Bounds counted from an event that happened at a known moment, the cases of the semantics in their order."""
    kind, period = window.kind, window.period
    if kind == "after":
        found.opens.append(at.at + 1)
    elif kind in ("from", "not earlier than"):
        found.opens.append(at.at if period is None else clock.reaches(at, period))
    elif kind in ("on", "at the same time as"):
        found.opens.append(at.at)
        found.closes.append(at.at)
    elif period is None:
        found.is_exact &= kind != "first day of month"
    elif kind == "exactly":
        found.opens.append(clock.reaches(at, period))
        found.closes.append(clock.closes(at, period))
    elif kind == "until":
        found.closes.append(clock.reaches(at, period) - 1)
    elif kind == "first day of month":
        found.is_exact = False
    else:
        if window.low is not None:
            found.opens.append(clock.reaches(at, window.low))
        found.closes.append(clock.closes(at, period))


def _dated(found: Reach, kind: str, at: int, last: int) -> None:
    if kind in ("by", "until"):
        found.closes.append(last)
    elif kind == "before":
        found.closes.append(at - 1)
    elif kind == "on":
        found.opens.append(at)
        found.closes.append(last)
    else:
        found.opens.append(last + 1 if kind == "after" else at)


def _is_entry(anchor: Condition) -> bool:
    return all(test.pattern is not None and test.pattern.name == "entry into force" for alternative in anchor for test in alternative)
