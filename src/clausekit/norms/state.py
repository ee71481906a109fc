"""Where the playing of a history stands: what is open, what is due, what has been said of it."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.consent import TAKING_BACK, conditions_of, consents
from clausekit.norms.filing import Filing
from clausekit.norms.history import Bindings, Change, Happening
from clausekit.norms.instance import Instance, pledged
from clausekit.norms.memory import Memory, measures_in
from clausekit.norms.norm import Code, Condition, CountsAs, Guard, LifeRule, Names, Norm, Test, Window
from clausekit.norms.timeline import Kind, Opened, Record
from clausekit.norms.windows import Base, says_how_long

Log = Callable[[Record], None]
Note = Callable[[Opened], None]


class Timer(NamedTuple):
    """Something that is due: at an instant, first what is of the life of the treaty, then closings."""

    at: Instant
    rank: int
    number: int
    kind: str
    what: Any


class Listener(NamedTuple):
    """A test of a norm's trigger that an event may meet: which norm, which alternative, which test of it."""

    norm: Norm
    alternative: tuple[Test, ...]
    test: Test


class Verdict(NamedTuple):
    """What becomes of an instance whose window has closed."""

    instance: Instance
    kind: Kind
    who: Names
    said: str


class State:
    """What changes while a history is played."""

    def __init__(self, code: Code, log: Log, note: Note) -> None:
        """Begin before anything has happened. Records go to `log`, instances as they open to `note`."""
        self.code = code
        self.facts = Facts(code)
        self.log = log
        self.note = note
        self.surviving: dict[int, Instant] = {}
        """Until when a provision survives the end of the treaty, by its number."""
        self.surviving_leaving: dict[tuple[int, str], Instant] = {}
        """Until when a provision goes on to bind somebody who has left."""
        self.now: Instant = 0
        self.memory = Memory(code, _tests(code))
        self.instances: dict[int, Instance] = {}
        """Every instance that anything can still become of, or that late performance can cure."""
        self.filing = Filing()
        self.children: defaultdict[int, list[Instance]] = defaultdict(list)
        """What the violation of an instance opened."""
        self.by_norm: defaultdict[int, dict[int, Instance]] = defaultdict(dict)
        self.watching: defaultdict[str, dict[int, Instance]] = defaultdict(dict)
        """Instances whose guards hang on an event, status or measure, by its name."""
        self.hearing: defaultdict[str, dict[int, Instance]] = defaultdict(dict)
        """Instances whose windows hang on an event that has still to come, by its name."""
        self.queue: list[Happening | Change] = []
        self.told: list[tuple[Happening, Instance]] = []
        """Violations, fulfilments and cures of this instant, each with its instance."""
        self.verdicts: list[Verdict] = []
        """What the windows that close with this instant come to: dated the first instant after."""
        self.exercised: list[tuple[Instance, Happening]] = []
        self.joined: list[tuple[Instance, Names]] = []
        """What somebody has joined since the acts of this instant were judged."""
        self.served_now: list[Instance] = []
        """What was performed at this instant, and was in force before."""
        self.cures: list[tuple[Instance, list[Instance]]] = []
        """What was performed late, with what its failure had opened: that ends when every act has been judged."""
        self.opened_now: set[tuple[Any, ...]] = set()
        self.counted: set[tuple[Any, ...]] = set()
        self.held: dict[tuple[int, tuple[tuple[str, str], ...]], set[str]] = {}
        """Who has been given what stands, by the number of the norm, for as long as it stands."""
        self.changed: set[str] = set()
        self.off: defaultdict[int, dict[str, Names | None]] = defaultdict(dict)
        """Why a provision does not apply, by its number: the reason, and to whom (None: to all)."""
        self.stirred = False
        """Whether what applies, or whom the treaty binds, has changed since open instances were brought in line with it."""
        # Withdrawals that take effect when a rule says so.
        self.announced: list[Happening] = []
        # What has failed before the steps of ladders that are no norms, once these have come about.
        self.come_about: defaultdict[LifeRule | CountsAs, list[Instance]] = defaultdict(list)
        self.revoked: dict[tuple[str, str], Instant] = {}
        """Who took notices back, of what (empty: of everything), and when last."""
        self.pledges: dict[str, dict[str, Decimal]] = pledged(code)
        # When the next thing is due, NEVER for nothing; and how many instances have been opened so far.
        self.soonest: Instant = NEVER
        self._timers: list[Timer] = []
        self._numbers = self.openings = 0

    # ------------------------------------------------------------ saying and scheduling

    def say(self, kind: Kind, *, of: Instance | None = None, norm: int = -1, who: Names = (), said: str = "", provisions: tuple[int, ...] = ()) -> None:
        """Put a record into the timeline."""
        if of is not None:
            self.log(Record(self.now, kind, of.norm.number, of.number, who, said, (of.norm.provision,), of.span.closes))
        else:
            self.log(Record(self.now, kind, norm, -1, who, said, provisions))

    def schedule(self, at: Instant, kind: str, what: object, *, rank: int = 1) -> None:
        """Let something be due at an instant; what never comes is not kept."""
        if at < NEVER:
            self._numbers += 1
            heapq.heappush(self._timers, Timer(at, rank, self._numbers, kind, what))
            self.soonest = self._timers[0].at

    def due(self, at: Instant, first: int, last: int) -> Timer | None:
        """The next thing, of the ranks from `first` to `last`, that is due at an instant or before, taken off; None for nothing."""
        if self.soonest > at or not self._timers or not first <= self._timers[0].rank <= last:
            return None
        timer = heapq.heappop(self._timers)
        self.soonest = self._timers[0].at if self._timers else NEVER
        return timer

    def next_number(self) -> int:
        """The number of the next instance."""
        self.openings += 1
        return self.openings - 1

    def switch_off(self, provision: int, reason: str, whom: Names | None) -> None:
        """A provision no longer applies, for a reason: to some, or to nobody."""
        self.off[provision][reason] = whom
        self.stirred = True

    def switch_on(self, provision: int, reason: str) -> bool:
        """A reason for which a provision did not apply is gone; whether it was there."""
        self.stirred = True
        return self.off[provision].pop(reason, "") != ""

    def is_off(self, provision: int) -> bool:
        """Whether a provision applies to nobody."""
        return any(whom is None for whom in self.off[provision].values())

    def is_suspended(self, provision: int) -> bool:
        """Whether a provision is suspended for all, so that it goes on when that is over."""
        return any(whom is None and rests(reason) for reason, whom in self.off[provision].items())

    def survives(self, provision: int) -> bool:
        """Whether a provision goes on although the treaty has ended."""
        return self.surviving.get(provision, -1) >= self.now

    # ------------------------------------------------------------ instances

    def keep(self, instance: Instance) -> None:
        """Hold an instance wherever it may be asked for."""
        self.instances[instance.number] = instance
        self.by_norm[instance.norm.number][instance.number] = instance
        if instance.underlying >= 0:
            self.children[instance.underlying].append(instance)
        self.filing.enter(instance)
        for name in self.facts.watched[instance.norm.number]:
            self.watching[name][instance.number] = instance
        self.listen(instance)

    def listen(self, instance: Instance) -> None:
        """File an instance under the events that its window still hangs on."""
        span = instance.span
        if not (instance.hears or span.ends or span.deadlines or span.waits or span.starts):
            return
        hung = [*span.ends, *(each for _, each in span.deadlines)]
        for window in (*span.waits, *span.starts):
            hung += [window.anchor] if window.anchor is not None else []
            hung += [clock.anchor for clock in window.clocks if clock.anchor is not None]
        for name in instance.hears - {test.pattern.name for condition in hung for each in condition for test in each if test.pattern is not None}:
            self.hearing[name].pop(instance.number, None)
        instance.hears = frozenset(test.pattern.name for condition in hung for each in condition for test in each if test.pattern is not None)
        for name in instance.hears:
            self.hearing[name][instance.number] = instance

    def drop(self, instance: Instance) -> None:
        """Let go of an instance that nothing more can become of."""
        self.instances.pop(instance.number, None)
        self.by_norm[instance.norm.number].pop(instance.number, None)
        self.children.pop(instance.number, None)
        self.filing.leave(instance)
        self._unwatch(instance)

    def _unwatch(self, instance: Instance) -> None:
        for name in self.facts.watched[instance.norm.number]:
            self.watching[name].pop(instance.number, None)
        for name in instance.hears:
            self.hearing[name].pop(instance.number, None)

    def end(self, instance: Instance, kind: Kind, *, who: Names = (), said: str = "", keeping: bool = False) -> None:
        """Something final became of an instance. `keeping` keeps it, for late performance."""
        instance.state = kind  # type: ignore[assignment]  # the kinds used here are states
        instance.closed = self.now
        if kind == "fulfilled":
            self.served_now.append(instance)
        self.say(kind, of=instance, who=who, said=said)
        if not keeping:
            self.drop(instance)
        else:
            self._unwatch(instance)
            self.filing.refile(instance)

    def judge(self, instance: Instance, kind: Kind, *, who: Names = (), said: str = "", for_now: bool = False) -> None:
        """Settle what becomes of an instance whose window closes with this instant. `for_now` is for one period of a norm that goes on."""
        self.verdicts.append(Verdict(instance, kind, who, said))
        if not for_now:
            instance.state = kind  # type: ignore[assignment]  # the kinds used here are states

    def schedule_close(self, instance: Instance) -> None:
        """Let its window be judged when it closes."""
        self.schedule(instance.closes, "close", (instance.number, instance.closes), rank=5)

    def base(self, at: Instant, bindings: Bindings) -> Base:
        """What the windows of a norm are counted by that is triggered at an instant."""
        return Base(at, self.memory, bindings, self.code.calendar, self.code.immediately)

    # ------------------------------------------------------------ conditions

    def is_met(self, condition: Condition, bindings: Bindings, since: Instant = -1) -> bool:
        """Whether a condition is met: a status holds, a measure stands so, an event has happened at `since` or later (`already`: ever)."""
        return any(all(self.test(test, bindings, since) for test in alternative) for alternative in condition)

    def test(self, test: Test, bindings: Bindings, since: Instant = -1) -> bool:
        """Whether one test is met."""
        if test.kind == "holds":
            return self.memory.holds(test.name) != test.negated
        if test.kind in ("measured", "level"):
            return self.memory.compares(test, bindings) != test.negated
        found = self.memory.has_occurred(test, bindings, -1 if test.already else since)
        if found and test.window is not None:
            found = self._in_window(test, test.window, bindings)
        return found != test.negated

    def _in_window(self, test: Test, window: Window, bindings: Bindings) -> bool:
        """Whether an event of a test happened within its window: the last of them, or the first, where it must have come before something."""
        is_backward = window.kind in ("before", "not later than")
        at = self.memory.first(test, bindings) if is_backward else self.memory.last(((test,),), bindings)
        anchor = self.memory.last(window.anchor, bindings) if window.anchor is not None else None
        if at is None:
            return False
        if window.kind == "before":
            return anchor is None or at < anchor
        if window.kind == "after":
            return anchor is not None and at > anchor
        if window.kind == "not later than" and window.period is not None:
            return anchor is None or at <= self.code.calendar.last_before(anchor, window.period)
        if window.period is None:
            return True
        return anchor is not None and anchor <= at <= self.code.calendar.closes(anchor, window.period)


def rests(reason: str) -> bool:
    """Whether a provision that does not apply for this reason is only suspended."""
    return reason.startswith(("suspension", "failing", "reservation"))


class Facts:
    """What follows from a treaty alone, worked out once: what each norm hangs on, and which others can excuse it."""

    def __init__(self, code: Code) -> None:
        """Look the norms over."""
        self.windows = [tuple(window for window in norm.windows if not says_how_long(norm, window)) for norm in code.norms]
        """When the act of each norm is in time."""
        self.watched = [frozenset(names_watched(norm)) for norm in code.norms]
        self.by_provision: defaultdict[int, list[Norm]] = defaultdict(list)
        by_act: defaultdict[str, list[Norm]] = defaultdict(list)
        for norm in code.norms:
            self.by_provision[norm.provision].append(norm)
            for act in norm.acts:
                by_act[act.name].append(norm)
        self.state_names = frozenset(
            test.name for norm in code.norms for alternative in norm.trigger or () for test in alternative if test.kind != "occurs"
        ) | frozenset(
            test.pattern.name if test.pattern is not None else test.name
            for norm in code.norms
            for guard in norm.guards
            if guard.kind == "while"
            for alternative in guard.condition
            for test in alternative
        )
        self.changing = {
            test.pattern.name
            for standing in code.statuses
            for condition in (standing.begins, standing.ends)
            for alternative in condition or ()
            for test in alternative
            if test.pattern is not None
        }
        self.rules: defaultdict[str, list[LifeRule]] = defaultdict(list)
        for rule in code.life:
            for name in sorted(_names_of(rule)):
                self.rules[name].append(rule)
        self.consents = consents(code)
        guards = [guard for rule in code.life for guard in rule.guards]
        self.standing_against = frozenset(test.pattern.name for guard in guards for each in guard.condition for test in each if test.pattern is not None)
        self.heard = names_heard(code)
        asked = {test.pattern.name for test in _tests(code) if test.pattern is not None}
        self.telling = frozenset(asked | {"violation", "lapse", "failure"})
        """What becomes of norms, where anything can hang on it."""
        self.living = frozenset((*self.consents, *TAKING_BACK, *self.rules))
        """The events that the life of the treaty hangs on."""
        self.acted = frozenset(by_act)
        """The events that are somebody's act under a norm."""
        self.counting = frozenset(rule.pattern.name for rule in code.counts_as)
        self.excusing = [_those(by_act, norm, ("exemption", "prohibition")) if norm.modality in ("duty", "commitment") else () for norm in code.norms]
        self.allowing = [_those(by_act, norm, ("permission", "power", "duty")) if norm.modality == "prohibition" else () for norm in code.norms]


def _names_of(rule: LifeRule) -> set[str]:
    """The events that can set a rule of the life of the treaty off, or keep it from being so."""
    conditions = conditions_of(rule)
    if rule.verb == "remains in force":
        conditions += [guard.condition for guard in rule.guards]
    tests = [test for condition in conditions for alternative in condition for test in alternative]
    anchors = [window.anchor for test in tests if (window := test.window) is not None]
    tests += [test for condition in anchors for alternative in condition or () for test in alternative]
    return {test.pattern.name for test in tests if test.pattern is not None}


def _those(by_act: Mapping[str, list[Norm]], norm: Norm, modalities: tuple[str, ...]) -> tuple[Norm, ...]:
    """The norms of some kinds about the same act: exemptions, and those that prevail."""
    same = {other.number: other for act in norm.acts for other in by_act[act.name] if other is not norm and other.modality in modalities}
    return tuple(other for other in same.values() if other.modality == "exemption" or has_precedence(other, norm))


def has_precedence(first: Norm, second: Norm) -> bool:
    """Whether the first of two norms prevails over the second: by its own words, or by those of the other."""
    return second.provision in first.prevails_over or first.provision in second.yields_to


def names_watched(norm: Norm) -> set[str]:
    """The names of events, statuses and measures that the guards of a norm hang on, what it must ensure, or how much it asks for."""
    conditions: list[Condition] = [guard.condition for guard in norm.guards]
    if norm.ensured is not None:
        conditions.append(norm.ensured)
    counted = {name for act in norm.acts for amount in act.amounts if amount.formula is not None for name in measures_in(amount.formula)}
    return counted | {test.pattern.name if test.pattern is not None else test.name for condition in conditions for each in condition for test in each}


# Notices that are taken back, by what they were of; a revocation of nothing in particular takes every one back.
REVOKING = {"revocation": ""} | {f"revocation of {what}": what for what in ("withdrawal", "denunciation", "termination", "suspension", "resumption")}
# What is heard in every treaty: what becomes of norms, and the acts by which norms are changed.
OF_EVERY_TREATY = frozenset(
    "violation failure fulfilment cure lapse waiver revocation suspension resumption termination withdrawal denunciation reservation reinstatement".split()
) | {"entry into force", "expiry", *REVOKING}


def names_heard(code: Code) -> frozenset[str]:
    """The names of all events, statuses and measures that a sentence speaks of: nothing else that happens changes anything."""
    found = {test.pattern.name if test.pattern is not None else test.name for test in _tests(code)}
    found |= {act.name for norm in code.norms for act in norm.acts}
    found |= {each.pattern.name for each in code.counts_as} | {rule.of.name for rule in code.life if rule.of is not None}
    found |= OF_EVERY_TREATY | TAKING_BACK | consents(code) | {"signature"}
    return frozenset(found | set(code.free_statuses) | {standing.name for standing in code.statuses} | set(code.measures))


def _tests(code: Code) -> Iterator[Test]:
    """Every test of a treaty, those of the windows of tests included."""
    conditions: list[Condition | None] = []
    windows: list[Window] = []
    guards: list[Guard] = []
    for norm in code.norms:
        conditions += [norm.trigger, norm.ensured]
        windows += norm.windows
        guards += norm.guards
    for rule in code.life:
        conditions.append(rule.trigger)
        windows += rule.windows
        guards += rule.guards
    for standing in code.statuses:
        conditions += [standing.begins, standing.ends]
    conditions += [each.condition for each in code.counts_as]
    conditions += [each.in_fact for each in code.findings]
    conditions += [guard.condition for guard in guards]
    for window in windows:
        conditions += [window.anchor, *(clock.anchor for clock in window.clocks)]
    for condition in conditions:
        for alternative in condition or ():
            for test in alternative:
                yield test
                if test.window is not None and test.window.anchor is not None:
                    yield from (inner for each in test.window.anchor for inner in each)
