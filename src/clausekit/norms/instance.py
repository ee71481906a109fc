"""One norm, opened: who holds it, when it is in time, how far it is performed, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import Bindings, Happening, amount_of, is_of
from clausekit.norms.memory import needed
from clausekit.norms.norm import Code, Names, Norm, Pattern
from clausekit.norms.windows import Span, later

_NOTHING = Decimal(0)
State = Literal["active", "fulfilled", "violated", "cured", "discharged", "suspended", "lapsed", "terminated", "used", "honoured", "not honoured", "kept"]
"""What became of an instance. `kept` is a prohibition whose window closed without a violation; `lapsed` a permission or power that was not used."""


@dataclass(slots=True)
class Instance:
    """One opening of a norm. It changes while a history is played, and belongs to that playing alone."""

    number: int
    norm: Norm
    bindings: Bindings
    bearers: Names
    opened: Instant
    span: Span
    cause: str
    state: State = "active"
    closed: Instant = NEVER
    period: int = 0
    judged: int = -1
    """The period that was settled before it was over."""
    first_began: Instant = 0
    until: Instant = NEVER
    """When a recurring norm ends, whatever its periods."""
    done: dict[str, Decimal] = field(default_factory=dict)
    """Who has performed, and how much of what is counted (0 where nothing is)."""
    worked_out: Decimal = Decimal(0)
    """What is owed at least by what was measured."""
    times: int = 0
    given: list[tuple[Instant, str, Decimal]] = field(default_factory=list)
    """What was performed when and by whom, where only a later event shows whether that was in time."""
    waived_by: set[str] = field(default_factory=set)
    owed_to: Names = ()
    suspended_at: Instant = -1
    suspended_for: int = 0
    clock: Instant = 0
    """Since when its time runs, where that is later than its opening."""
    underlying: int = -1
    """The instance whose violation opened a guarantee or a rung."""
    failed: Instant = NEVER
    """When the violation was that it goes back to, for a step that a violation opened."""
    answered: Names = ()
    """Who answered for its violation."""
    hears: frozenset[str] = frozenset()
    """The events that its window still hangs on."""
    filed: Any = ()
    """Under what it is filed while it is open."""
    unmet: bool = False
    """Whether what must be ensured is not so."""
    failed_at: Instant = -1
    """When what must not happen did, last."""

    @property
    def is_open(self) -> bool:
        """Whether anything can still become of it in time."""
        return self.state == "active"

    @property
    def is_live(self) -> bool:
        """Whether it is open, be it that its provision is suspended."""
        return self.state in ("active", "suspended")

    @property
    def closes(self) -> Instant:
        """The last instant at which its act, or that of its present period, is in time."""
        return self.span.closes

    def covers(self, at: Instant) -> bool:
        """Whether an act at an instant would be in time."""
        return self.span.opens <= at <= self.span.closes and not self.span.starts

    def has_begun(self, now: Instant) -> bool:
        """Whether its window, or its present period, has begun; while it is suspended its time stands still."""
        return (now if self.is_open else self.suspended_at) >= self.span.opens

    def stood_still(self, now: Instant) -> Span:
        """What is known of its window, moved by as long as its time has stood still in a suspension that goes on."""
        if self.is_open or self.span.every is not None:
            return self.span
        hours = max(now - max(self.suspended_at, self.clock), 0)
        return self.span._replace(waits=tuple(later(window, hours) for window in self.span.waits), closes=min(self.closes + hours, NEVER))

    # ------------------------------------------------------------ performing

    def performers(self, event: Happening) -> Names:
        """Which of its bearers an event is the act of: their own, or done on their behalf (ARSIWA 4 to 11)."""
        acting = event.roles.get("by", ())
        if "on behalf of" in event.roles:
            acting = (*acting, *event.roles["on behalf of"])
        return tuple([name for name in self.bearers if name in acting])

    def fits(self, event: Happening) -> Pattern | None:
        """The act of this norm that an event is, if it is one. Amounts are left aside: they add up."""
        for act in self.norm.acts:
            if is_of(act, event, self.bindings, amounts=False):
                return act
        return None

    def acts_enough(self, event: Happening) -> bool:
        """Whether as many act together by an event as it takes to make use of a permission or a power."""
        acting = self.performers(event)
        if self.norm.mode == "all":
            return len(acting) == len(self.bearers)
        if self.norm.mode == "number":
            return len(acting) >= needed("", self.norm.need, len(self.bearers))
        return bool(acting)

    def perform(self, act: Pattern, event: Happening, who: Names) -> None:
        """Take in that some bearers have performed, wholly or in part."""
        amount = _NOTHING
        if act.amounts:
            amount = (amount_of(event, act.amounts[0].unit) or _NOTHING) / len(who)
        for name in who:
            self.done[name] = self.done.get(name, _NOTHING) + amount
        if self.span.deadlines and any(period is not None for period, _ in self.span.deadlines):
            self.given += [(event.at, name, amount) for name in who]
        self.times += 1

    def can_be_served(self, who: Names, done: Mapping[str, Decimal]) -> bool:
        """Whether one of those who act has not done its part yet, after what has been `done`; where one can give for all, each can always give more."""
        if self.norm.mode not in ("all", "number"):
            return True
        return any(name not in done or done[name] < self.least() for name in who)

    def leave_out_late(self, last: Instant) -> None:
        """Count only what was performed by an instant: what came later turns out to have been too late."""
        in_time = [(name, amount) for at, name, amount in self.given if at <= last]
        self.done = {name: sum((each for giver, each in in_time if giver == name), Decimal(0)) for name, _ in in_time}

    def is_performed(self) -> bool:
        """Whether what is owed has been done: by as many as it takes, in the amount it takes, as often as it takes."""
        if self.times < self.span.times and self.span.bound != "at most":
            return False
        least = self.least()
        if self.norm.mode == "sum":
            return bool(self.done) and sum(self.done.values(), Decimal(0)) >= least
        enough = [name for name in self.bearers if name in self.done and self.done[name] >= least]
        if self.norm.mode == "any":
            return bool(enough)
        if self.norm.mode == "number":
            return len(enough) >= needed("", self.norm.need, len(self.bearers))
        return len(enough) == len(self.bearers)

    def answerable(self, pledges: dict[str, Decimal]) -> Names:
        """Who answers if it fails (language, section 3). `pledges` is the most each can be asked for."""
        if self.norm.mode == "sum":
            short = tuple(name for name in self.bearers if self.done.get(name, Decimal(0)) < pledges.get(name, Decimal(-1)))
            return short or self.bearers
        if self.norm.mode == "any" or self.times < self.span.times:
            return self.bearers  # one of them was to do it, or all did it not as often as is owed
        return tuple(name for name in self.bearers if name not in self.done or not self._gave_enough(name))

    def _gave_enough(self, name: str) -> bool:
        return self.done[name] >= self.least()

    def least(self) -> Decimal:
        """The amount that is owed at least."""
        amounts = [act.amounts[0].low or _NOTHING for act in self.norm.acts if act.amounts]
        return max(self.worked_out, *amounts) if amounts else self.worked_out

    def begin_period(self, number: int, opens: Instant, closes: Instant) -> None:
        """Begin a period of a recurring norm: one performance serves one period."""
        self.period = number
        self.span = self.span._replace(opens=opens, closes=closes)
        self.done, self.times, self.given, self.waived_by = {}, 0, [], set()


def pledged(code: Code) -> dict[str, dict[str, Decimal]]:
    """The most that each actor can be asked for, by unit."""
    found: dict[str, dict[str, Decimal]] = {}
    for pledge in code.pledges:
        by_unit = found.setdefault(pledge.actor, {})
        by_unit[pledge.unit] = by_unit.get(pledge.unit, Decimal(0)) + pledge.amount
    return found
