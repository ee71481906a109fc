"""An expectation and scenarios that were played → what the scenarios say of it: refuted by one, shown by one, or neither.

Only a prover decides for every course of events; a few scenarios can refute, and can show that something is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from clausekit.model.clauses import Sentence
from clausekit.model.scenarios import Expectation
from clausekit.model.terms import EventTerm
from clausekit.model.treaty import Division, Treaty
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Entry, Happening, is_of
from clausekit.norms.lower import Unstated, lower
from clausekit.norms.memory import Memory
from clausekit.norms.norm import Code, Condition, Norm, Pattern, Test, Who
from clausekit.norms.play import play
from clausekit.norms.scenario import Played
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline

Bearing = Literal["holds", "refuted", "open", "no occasion", "not compliant"]
Verdict = Literal["refuted", "shown", "not refuted", "no occasion", "not tried"]
# The events that the treaty itself makes of what becomes of a norm, by the record that tells of it.
_SETTLED = frozenset({"violated", "not honoured", "fulfilled", "honoured", "kept", "discharged"})
_EVENTS = {"violated": "violation", "fulfilled": "fulfilment", "cured": "cure", "lapsed": "lapse"}


class Tried(NamedTuple):
    """What one scenario says of an expectation.

    `at` is when it was settled, -1 where it was not. `who` are those in breach, where somebody's breach makes the scenario say nothing.
    """

    scenario: str
    bearing: Bearing
    at: Instant = -1
    who: tuple[str, ...] = ()


class Expected(NamedTuple):
    """What the scenarios of a file say of an expectation."""

    expectation: Expectation
    verdict: Verdict
    tried: tuple[Tried, ...]

    @property
    def deciding(self) -> Tried | None:
        """The scenario that refutes it, or that shows it."""
        wanted = {"refuted": "refuted", "shown": "holds"}.get(self.verdict)
        return next((each for each in self.tried if each.bearing == wanted), None)


class Expecting:
    """Holds the expectations of one treaty to scenarios that were played."""

    def __init__(self, treaty: Treaty, telling: Telling, *, unstated: Unstated = "joint") -> None:
        """Know the names of `treaty`."""
        self._treaty = treaty
        self._telling = telling
        self._unstated: Unstated = unstated
        self._watches: dict[Expectation, Code | None] = {}

    def verdict(self, expectation: Expectation, played: Sequence[Played]) -> Expected:
        """What scenarios say of an expectation. Who alone could prevent something cannot be learnt from them."""
        if expectation.kind == "no veto":
            return Expected(expectation, "not tried", ())
        watch = self.watch(expectation)
        tried = tuple(self._try(expectation, watch, each) for each in played)
        bearings = [each.bearing for each in tried]
        verdict: Verdict
        if expectation.kind == "possible":
            verdict = "shown" if "holds" in bearings else "no occasion"
        elif "refuted" in bearings:
            verdict = "refuted"
        else:
            verdict = "not refuted" if "holds" in bearings else "no occasion"
        return Expected(expectation, verdict, tried)

    def watch(self, expectation: Expectation) -> Code | None:
        """The expectation as a treaty of its own, with the names of the treaty it is about; None where it asks for no norm."""
        if expectation not in self._watches:
            self._watches[expectation] = self._watch(expectation)
        return self._watches[expectation]

    def _watch(self, expectation: Expectation) -> Code | None:
        if expectation.sentence is not None:
            return alone(self._treaty, expectation.sentence, self._unstated)
        if expectation.kind == "always" and expectation.condition is not None:
            return _always(self._telling.code, self._telling.terms.condition(expectation.condition))
        return None

    # ------------------------------------------------------------ one scenario

    def _try(self, expectation: Expectation, watch: Code | None, played: Played) -> Tried:
        timeline = played.timeline
        entries = happened(timeline)
        if watch is not None:
            bearing, at = watched(watch, entries, timeline)
        elif expectation.kind == "possible":
            bearing, at = self.possible(expectation, entries, timeline)
        else:
            bearing, at = self.guarded(expectation, entries)
        if bearing in ("refuted", "holds") and (bearing == "refuted" or expectation.kind == "possible"):
            excused = doing(watch, entries) if watch is not None else frozenset[str]()
            in_breach = self.in_breach(expectation, timeline, excused)
            if in_breach:
                return Tried(played.scenario.name, "not compliant", at, in_breach)
        return Tried(played.scenario.name, bearing, at)

    def in_breach(self, expectation: Expectation, timeline: Timeline, excused: frozenset[str]) -> tuple[str, ...]:
        """Those who must comply for the scenario to say anything, and did not: all but those who did what the expectation is about."""
        blamed = dict.fromkeys(name for record in timeline.violations() for name in record.who)
        if expectation.complying is not None:
            bound = {name for actor in expectation.complying.members for name in self._telling.terms.members(actor.name)}
            return tuple(name for name in blamed if name in bound)
        return tuple(name for name in blamed if name not in excused)

    def guarded(self, expectation: Expectation, entries: Sequence[Entry]) -> tuple[Bearing, Instant]:
        """`never E`, `never E before D`, `E only if C`: looked for event by event."""
        assert expectation.event is not None
        terms = self._telling.terms
        terms.begin(None)
        wanted = self._pattern(expectation.event)
        before = ((Test("occurs", self._pattern(expectation.before)),),) if expectation.before is not None else None
        needed = terms.condition(expectation.condition) if expectation.condition is not None else before
        memory = _memory(self._telling.code, needed or ())
        bearing: Bearing = "no occasion"
        settled: Instant = -1
        for at, together in groupby(entries, key=lambda entry: entry.at):
            now = list(together)
            for entry in now:
                _remember(memory, entry)
            if any(isinstance(entry, Happening) and is_of(wanted, entry, {}) for entry in now):
                if needed is None or not _met(memory, needed):
                    return "refuted", at
                bearing, settled = "holds", at
        return ("holds", -1) if expectation.kind == "never" and bearing == "no occasion" else (bearing, settled)

    def _pattern(self, event: EventTerm) -> Pattern:
        return self._telling.terms.event(event)

    def possible(self, expectation: Expectation, entries: Sequence[Entry], timeline: Timeline) -> tuple[Bearing, Instant]:
        """`possible that C`, at the end or, for a state of affairs, at any time; `for P`: all through a stretch of time."""
        assert expectation.condition is not None
        code = self._telling.code
        self._telling.terms.begin(None)
        condition = self._telling.terms.condition(expectation.condition)
        began = next((record.at for record in timeline.of_kind("in force")), None)
        if began is None:
            return "no occasion", -1
        memory = _memory(code, condition)
        since: Instant | None = began
        for at, together in groupby([*entries, None], key=lambda entry: entry.at if entry is not None else timeline.until + 1):
            if expectation.period is not None and since is not None and at - 1 >= code.calendar.closes(since, expectation.period):
                return "holds", code.calendar.closes(since, expectation.period)
            now = [entry for entry in together if entry is not None]
            for entry in now:
                _remember(memory, entry)
            if not now or at < began:
                continue
            if expectation.period is not None:
                since = _since(condition, memory, now, at, since)
            elif not _has_absence(condition) and _met(memory, condition):
                return "holds", at
        if expectation.period is None and _has_absence(condition) and _met(memory, condition):
            return "holds", timeline.until
        return "no occasion", -1


# ---------------------------------------------------------------- what is watched


def alone(treaty: Treaty, sentence: Sentence, unstated: Unstated) -> Code:
    """What lowering a sentence behind all others gives, without all others."""
    last = Division(-1, -1, "annex", "expectation", None, (sentence,), ())
    code = lower(treaty._replace(divisions=(*treaty.divisions, last)), unstated=unstated)
    own = len(code.provisions) - 1
    renumbered = {norm.number: number for number, norm in enumerate(norm for norm in code.norms if norm.provision == own)}
    norms = tuple(
        norm._replace(number=renumbered[norm.number], after=tuple(renumbered[number] for number in norm.after if number in renumbered))
        for norm in code.norms
        if norm.number in renumbered
    )
    return code._replace(norms=norms, life=(), excluded=frozenset(), pledges=())


def _always(code: Code, condition: Condition) -> Code:
    """A duty of nobody in particular that a condition holds at all times."""
    norm = Norm(
        number=0, provision=len(code.provisions), citation="", label="", span=None, statement=0, rung=0, modality="duty", bearer=Who(code.parties[:1]),
        mode="each", need=None, acts=(), ensured=condition, trigger=None, guards=(), windows=(),
    )  # fmt: skip
    return code._replace(norms=(norm,), life=(), excluded=frozenset(), pledges=())


def happened(timeline: Timeline) -> tuple[Entry, ...]:
    """What was told, and what the treaty made of it: violations, fulfilments and cures are events too."""
    made: list[Entry] = [*timeline.entries]
    opened = {each.number: each for each in timeline.opened}
    for record in timeline.records:
        if record.kind in _EVENTS and record.instance >= 0:
            owed_to = timeline.code.norms[record.norm].owed_to
            roles = {"by": record.who or opened[record.instance].bearers}
            if owed_to is not None and owed_to.names:
                roles |= {"on": owed_to.names, "to": owed_to.names}
            made.append(Happening(record.at, _EVENTS[record.kind], roles, frozenset(record.provisions), said=_EVENTS[record.kind]))
    return tuple(sorted(made, key=lambda entry: entry.at))


def watched(watch: Code, entries: Sequence[Entry], timeline: Timeline) -> tuple[Bearing, Instant]:
    """Play an expectation for itself: violated, kept, still open, or never come up."""
    began = next((record.at for record in timeline.of_kind("in force")), None)
    if began is None:
        return "no occasion", -1
    seen = play(watch, entries, in_force=began, until=timeline.until)
    settled = [record for record in seen.records if record.instance >= 0 and record.kind in _SETTLED]
    broken = next((record for record in settled if record.kind in ("violated", "not honoured")), None)
    if broken is not None:
        return "refuted", broken.at
    if settled:
        return "holds", settled[-1].at
    standing = [each for each in seen.opened if watch.norms[each.norm].modality == "prohibition" or watch.norms[each.norm].ensured is not None]
    return ("holds", -1) if standing else ("open", -1) if seen.opened else ("no occasion", -1)


def doing(watch: Code, entries: Iterable[Entry]) -> frozenset[str]:
    """Those who do, or answer for, what sets an expectation off."""
    tests = [test for norm in watch.norms for alternative in norm.trigger or () for test in alternative if test.pattern is not None]
    return frozenset(
        name
        for entry in entries
        if isinstance(entry, Happening)
        for test in tests
        if test.pattern is not None and is_of(test.pattern, entry, {})
        for name in entry.by
    )


# ---------------------------------------------------------------- conditions over a history


def _memory(code: Code, condition: Condition) -> Memory:
    return Memory(code, (test for alternative in condition for test in alternative))


def _remember(memory: Memory, entry: Entry) -> None:
    if isinstance(entry, Happening):
        memory.hear(entry)
    else:
        memory.change(entry)


def _met(memory: Memory, condition: Condition) -> bool:
    return any(all(_is_met(memory, test) for test in alternative) for alternative in condition)


def _is_met(memory: Memory, test: Test) -> bool:
    if test.kind == "holds":
        return memory.holds(test.name) != test.negated
    if test.kind in ("measured", "level"):
        return memory.compares(test, {}) != test.negated
    return memory.has_occurred(test, {}) != test.negated


def _has_absence(condition: Condition) -> bool:
    """Whether a condition asks that something never happens, which only the end can show."""
    return any(test.kind == "occurs" and test.negated for alternative in condition for test in alternative)


def _since(condition: Condition, memory: Memory, now: Sequence[Entry], at: Instant, since: Instant | None) -> Instant | None:
    """Since when a condition has held all through: an event that must not happen breaks it off, and it begins anew behind it."""
    tests = [test for alternative in condition for test in alternative]
    broken = any(
        test.kind == "occurs" and test.negated and test.pattern is not None and isinstance(entry, Happening) and is_of(test.pattern, entry, {})
        for test in tests
        for entry in now
    )
    lasting = any(all((test.kind == "occurs" and test.negated) or _is_met(memory, test) for test in alternative) for alternative in condition)
    if not lasting:
        return None
    return at if broken or since is None else since
