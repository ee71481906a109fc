"""Windows of a norm, and the instant it was triggered → when its act is in time: from when, until when, and what that still hangs on."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.model.amounts import Period
from clausekit.norms.calendar import NEVER, Calendar, Instant, first_of_month
from clausekit.norms.history import Bindings
from clausekit.norms.memory import Memory
from clausekit.norms.norm import Clock, Condition, Norm, Window

# An act that has to be done in the very instant of an event.
_COINCIDING = ("on", "at the same time as")
# Instants at which a norm is not bounded by time.
_UNBOUNDED = frozenset({"at all times", "at any time", "as soon as possible", "indefinitely", "unstated"})


class Span(NamedTuple):
    """When an act is in time.

    From `opens` to `closes`, both included; `closes` is NEVER where nothing bounds it yet. `ends` are events that end it, their own instant excluded;
    `deadlines` are events that it must come a period before (None: just before). `waits` are windows whose event has still to come. `every` is the period of a
    recurring norm, with how often (`times`, `bound`); `starts` are events that it cannot come before.
    """

    opens: Instant
    closes: Instant = NEVER
    ends: tuple[Condition, ...] = ()
    deadlines: tuple[tuple[Period | None, Condition], ...] = ()
    waits: tuple[Window, ...] = ()
    starts: tuple[Window, ...] = ()
    every: Period | None = None
    times: int = 1
    bound: str = "at least"


class Base(NamedTuple):
    """What a window is counted by: the instant its norm was triggered, who its variables stand for, what has happened, and how the treaty counts."""

    at: Instant
    memory: Memory
    bindings: Bindings
    calendar: Calendar
    immediately: Period | None = None


def span_of(windows: tuple[Window, ...], base: Base) -> Span:
    """When the act of a norm is in time: its windows together, each narrowing what the others leave."""
    span = Span(base.at)
    every: Period | None = None
    times: Window | None = None
    for window in windows:
        if window.kind == "every":
            every = every or window.period
        elif window.kind == "times":
            times = times or window
        elif window.kind not in _UNBOUNDED:
            span = _narrowed(span, window, base)
    if times is not None:
        span = span._replace(every=times.period or span.every, times=times.times or 1, bound=times.bound or "at least")
    return span._replace(every=every) if every is not None else span


def settled(span: Span, waiting: Window, memory: Memory, bindings: Bindings, calendar: Calendar) -> Span:
    """The span once an event that one of its windows waits for has happened."""
    left = span._replace(waits=_without(span.waits, waiting), starts=_without(span.starts, waiting))
    if waiting.clocks:
        return _clocked(left, waiting, memory, bindings, calendar)
    assert waiting.anchor is not None
    at = memory.last(waiting.anchor, bindings)
    if at is None or (waiting.kind in _COINCIDING and at < span.opens):
        return span
    return _anchored(left, waiting, at, calendar)


def _without(windows: tuple[Window, ...], settled_one: Window) -> tuple[Window, ...]:
    return tuple(each for each in windows if each is not settled_one)


def _narrowed(span: Span, window: Window, base: Base) -> Span:
    if window.clocks:
        return _clocked(span, window, base.memory, base.bindings, base.calendar)
    if window.at is not None and window.last is not None:
        return _dated(span, window.kind, window.at, window.last)
    return _counted(span, window, base) if window.anchor is None else _hung_on(span, window, window.anchor, base)


def _counted(span: Span, window: Window, base: Base) -> Span:
    """A span narrowed by a window that is counted from the trigger."""
    if window.kind == "immediately":
        return span if base.immediately is None else _closing(span, base.calendar.closes(base.at, base.immediately))
    if window.period is None or window.kind not in ("within", "for"):
        return span
    if window.low is not None:
        span = span._replace(opens=max(span.opens, base.calendar.reaches(base.at, window.low)))
    return _closing(span, base.calendar.closes(base.at, window.period))


def _hung_on(span: Span, window: Window, anchor: Condition, base: Base) -> Span:
    """A span narrowed by a window that hangs on an event.

    `within N of E` in a triggered norm runs from the latest E at or before the trigger, else from the next one.
    """
    kind = window.kind
    if kind in ("before", "not later than"):
        return span._replace(deadlines=(*span.deadlines, (window.period, anchor)))
    if kind == "until" and window.period is None:
        return span._replace(ends=(*span.ends, anchor))
    at = base.memory.last(anchor, base.bindings)
    if at is not None and (at == base.at if kind in _COINCIDING else at <= base.at):
        return _anchored(span, window, at, base.calendar)
    if kind in ("after", "from", "not earlier than", "exactly", "first day of month", *_COINCIDING) or window.low is not None:
        return span._replace(starts=(*span.starts, window))
    return span._replace(waits=(*span.waits, window))


def _anchored(span: Span, window: Window, at: Instant, calendar: Calendar) -> Span:
    """A span narrowed by a window whose event happened at `at`."""
    kind, period = window.kind, window.period
    if kind == "after":
        return span._replace(opens=max(span.opens, at + 1))
    if kind in ("from", "not earlier than"):
        return span._replace(opens=max(span.opens, at if period is None else calendar.reaches(at, period)))
    if kind in _COINCIDING:
        return _closing(span._replace(opens=max(span.opens, at)), at)
    if kind == "first day of month":
        day = first_of_month(calendar.day(at), window.times or 1)
        return _closing(span._replace(opens=max(span.opens, calendar.begins(day))), calendar.ends(day))
    if period is None:
        return span
    if kind == "exactly":
        return _closing(span._replace(opens=max(span.opens, calendar.reaches(at, period))), calendar.closes(at, period))
    if kind == "until":
        return _closing(span, calendar.reaches(at, period) - 1)
    if window.low is not None:
        span = span._replace(opens=max(span.opens, calendar.reaches(at, window.low)))
    return _closing(span, calendar.closes(at, period))


def _dated(span: Span, kind: str, at: Instant, last: Instant) -> Span:
    """A span narrowed by a date: `by` and `until` include its day, `before` does not; `after` begins behind it."""
    if kind in ("by", "until"):
        return _closing(span, last)
    if kind == "before":
        return _closing(span, at - 1)
    if kind == "on":
        return _closing(span._replace(opens=max(span.opens, at)), last)
    return span._replace(opens=max(span.opens, last + 1 if kind == "after" else at))


def _clocked(span: Span, window: Window, memory: Memory, bindings: Bindings, calendar: Calendar) -> Span:
    """A span narrowed by the earlier or the later of two clocks. What is known of them is kept; while one is not, its event is waited for."""
    ends = [_clock_end(clock, window.kind, memory, bindings, calendar) for clock in window.clocks]
    clocks = tuple(clock if end is None else Clock(end, None, None) for clock, end in zip(window.clocks, ends, strict=True))
    known = [end for end in ends if end is not None]
    unknown = tuple(clock for clock in clocks if clock.at is None)
    if window.which == "earlier":
        span = _closing(span, min(known)) if known else span
        clocks = unknown
    elif not unknown:
        return _closing(span, max(known))
    ends_at_once = window.which == "earlier" and window.kind == "until"
    ending = tuple(clock.anchor for clock in unknown if ends_at_once and clock.period is None and clock.anchor is not None)
    waits = len(ending) < len(unknown)
    return span._replace(ends=(*span.ends, *ending), waits=(*span.waits, window._replace(clocks=clocks)) if waits else span.waits)


def later(window: Window, hours: int) -> Window:
    """A window that waits for one of its clocks, the other of which runs out so much later."""
    return window._replace(clocks=tuple(clock if clock.at is None else clock._replace(at=clock.at + hours) for clock in window.clocks))


def _clock_end(clock: Clock, kind: str, memory: Memory, bindings: Bindings, calendar: Calendar) -> Instant | None:
    """The last instant before a clock has run out; of `until` an event, its own instant and the last day of a period after it are outside."""
    if clock.at is not None:
        return clock.at
    if clock.anchor is None:
        return None
    at = memory.last(clock.anchor, bindings)
    if at is None:
        return None
    if kind == "until":
        return (at if clock.period is None else calendar.reaches(at, clock.period)) - 1
    return at if clock.period is None else calendar.closes(at, clock.period)


def _closing(span: Span, closes: Instant) -> Span:
    return span if span.closes <= closes else Span(span.opens, closes, *span[2:])


def says_how_long(norm: Norm, window: Window) -> bool:
    """Whether a time says how long a suspension lasts, and not when it can be made: `may suspend article 1 for 30 days`."""
    return window.kind == "for" and norm.effect is not None and norm.effect.kind == "suspension"
