"""Pasts of a conflict that are told without looking for them: something is set off, and everything is done as late as it can be until the norm becomes active.

A guess is cheap to make and to try. Where one is right, nothing need be looked for; where none is, nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.answers import Witness
from clausekit.logic.index import Listening
from clausekit.logic.instance import Breach
from clausekit.logic.instances import Limits
from clausekit.logic.moments import Moment
from clausekit.logic.past import Fact, Facts, Past
from clausekit.logic.reach import reach
from clausekit.logic.slots import Slot, events, ways
from clausekit.logic.solver import Term
from clausekit.logic.theory import Inquiry, Theory
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Change, Entry, Happening
from clausekit.norms.norm import Norm, Test

# So many beginnings are tried, and so many events told from each.
_MOST_BEGINNINGS = 4
_MOST_EVENTS = 400
_HOURS_AFTER = 24


class Known(NamedTuple):
    """Another clash: the norms of its core, and its history."""

    core: tuple[int, ...]
    witness: Witness


class Guess(NamedTuple):
    """A past that was guessed, and its history."""

    facts: Facts
    witness: Witness


def guesses(theory: Theory, past: Past, known: Iterable[Known]) -> Iterator[Guess]:
    """Pasts in which a norm becomes active first, or in the course of what something that stands against it, or against what it brings, set off."""
    for each in known:
        yield from from_known(theory, past, each)
    seen: list[Happening] = []
    against = past.related.standing_against(past.norm)
    for other in (past.norm, *against) if past.norm.modality == "prohibition" else (*against, past.norm):
        for test in _events_of(other):
            assert test.pattern is not None
            found = events(test.pattern, {}, apart=other.bearer.names)[0]
            if found and found[0] not in seen:
                seen.append(found[0])
                telling = _Telling(theory, past.inquiry, past.whom)
                now = telling.tell(found[0], until=past.norm.number)
                if now is not None:
                    yield telling.guess(now)
        if len(seen) >= _MOST_BEGINNINGS:
            return


def from_known(theory: Theory, past: Past, known: Known) -> Iterator[Guess]:
    """The pasts of another clash, with what opens a norm that has a part in it put off until now, or with what brings such a norm about instead."""
    norm, code = past.norm, theory.code
    if norm.number in known.core:
        yield from _put_off(theory, past, known.witness, norm, None)
    for number in known.core:
        opened = {test.pattern.name for test in _events_of(code.norms[number]) if test.pattern is not None}
        if number != norm.number and opened & {act.name for act in norm.acts}:
            for test in _events_of(norm):
                assert test.pattern is not None
                for event in events(test.pattern, {}, by=past.related.whom)[0][:1]:
                    yield from _put_off(theory, past, known.witness, code.norms[number], event)


def _put_off(theory: Theory, past: Past, witness: Witness, norm: Norm, instead: Happening | None) -> Iterator[Guess]:
    """A past in which what opened a norm happens now, in the world in which it did; or another event happens now `instead`."""
    names = {test.pattern.name for test in _events_of(norm) if test.pattern is not None}
    asked = {test.name for alternative in norm.trigger or () for test in alternative if test.kind != "occurs"}
    happened = [entry for entry in witness.entries if isinstance(entry, Happening)]
    opener = next((entry for entry in reversed(happened) if entry.name in names), None)
    if opener is None or (instead is None and opener.at == witness.at):
        return
    entries: list[Entry] = [entry for entry in witness.entries if entry is not opener and (isinstance(entry, Happening) or entry.at < witness.at)]
    entries += [entry for entry in witness.entries if isinstance(entry, Change) and entry.at == witness.at and entry.name not in asked]
    entries += [entry._replace(at=witness.at) for entry in _standing_at(witness, opener.at) if entry.name in asked]
    entries.append((instead or opener)._replace(at=witness.at))
    entries.sort(key=lambda entry: entry.at)
    made = witness._replace(entries=tuple(entries))
    clock, begins = past.inquiry.course.clock, theory.begins
    slots = [Slot(number, event, Moment(clock, event.at - begins), present=True) for number, event in enumerate(made.entries) if isinstance(event, Happening)]
    facts = [Fact(slot, happens=True, at=slot.event.at - begins, amounts={}) for slot in slots]
    world = [each for at in sorted({slot.event.at for slot in slots}) for each in _world(theory, made, at)]
    yield Guess(Facts(facts, world, witness.at - begins), made)


def _standing_at(witness: Witness, at: Instant) -> list[Change]:
    """What the world was told to be at an instant, by what was told last."""
    found = {entry.name: entry for entry in witness.entries if isinstance(entry, Change) and entry.at <= at}
    return list(found.values())


def _world(theory: Theory, witness: Witness, at: Instant) -> Iterator[tuple[object, int, Term]]:
    told = {change.name: change for change in _standing_at(witness, at)}
    for name in sorted(theory.code.free_statuses):
        yield ("holds", name), at - theory.begins, bool(told[name].holds) if name in told else False
    for name, levels in sorted(theory.code.measures.items()):
        change = told.get(name)
        if change is not None and change.value is not None:
            yield ("measure", name, ()), at - theory.begins, z.number(change.value)
        elif change is not None and change.level in levels:
            yield ("level", name, ()), at - theory.begins, levels.index(change.level)


def all_done(theory: Theory, norm: Norm, who: str) -> Witness | None:
    """A history in which something opens a norm, and somebody does all that is owed then as late as can be; None where that cannot be told here."""
    for test in _events_of(norm):
        assert test.pattern is not None
        telling = _Telling(theory, theory.inquiry(_nothing, Limits(_none)), frozenset({who}))
        for event in events(test.pattern, {}, by=(who,))[0][:1]:
            if telling.tell(event, until=None) is None and telling.is_finished:
                return telling.witness()
    return None


def _nothing(_: Breach) -> None:
    """Nothing is asked of what is told."""


def _none(_: Norm) -> bool:
    return False


def _events_of(norm: Norm) -> Iterator[Test]:
    return (test for alternative in norm.trigger or () for test in alternative if _is_plain(test))


def _is_plain(test: Test) -> bool:
    return test.kind == "occurs" and not test.negated and test.pattern is not None and test.window is None and test.count is None


class _Telling:
    """One guess: what has happened, and what is still to be done when."""

    def __init__(self, theory: Theory, inquiry: Inquiry, whom: frozenset[str]) -> None:
        self._theory = theory
        self._clock = inquiry.course.clock
        self._whom = whom
        self._told: list[tuple[int, Happening]] = []
        self._due: list[tuple[int, int, Happening]] = []
        self._times: dict[str, list[int]] = {}
        self._statuses: set[str] = set()
        self._is_known = True

    @property
    def is_finished(self) -> bool:
        """Whether all that is owed was done, and it could be told what that is."""
        return self._is_known and not self._due

    def tell(self, event: Happening, *, until: int | None) -> int | None:
        """Tell on from an event until a norm becomes active, and say when; None where it does not, or where that hangs on more than can be told here."""
        self._plan(0, event)
        while self._due and len(self._told) < _MOST_EVENTS:
            at, _, event = heappop(self._due)
            self._told.append((at, event))
            opened = self._opened_by(at, event)
            if opened is None:
                self._is_known = False
                return None
            if until is not None and until in {norm.number for norm in opened}:
                return at
            for norm in opened:
                self._owe(at, norm)
        return None

    def _plan(self, at: int, event: Happening) -> None:
        heappush(self._due, (at, len(self._told) + len(self._due), event))
        self._times.setdefault(event.name, []).append(at)

    def _opened_by(self, at: int, event: Happening) -> list[Norm] | None:
        """The norms that an event opens where no status is in effect; None where a measure is asked for."""
        slot = Slot(-1, event, Moment(self._clock, at), present=True)
        found = []
        for listening in self._theory.index.listeners.get(event.name, ()):
            if listening.test is None or not any(True for _ in ways(listening.test.pattern, slot, {})):  # type: ignore[arg-type]  # a test of an event has a pattern
                continue
            is_met = self._is_met(listening)
            if is_met is None:
                return None
            if is_met and listening.norm not in found:
                found.append(listening.norm)
        return found

    def _is_met(self, listening: Listening) -> bool | None:
        others = [test for test in listening.alternative if test is not listening.test]
        if any(test.kind != "holds" for test in others):
            return None
        self._statuses.update(test.name for test in others)
        return all(test.negated for test in others)

    def _owe(self, at: int, norm: Norm) -> None:
        if norm.modality not in ("duty", "commitment") or not norm.acts or self._whom.isdisjoint(norm.bearer.names):
            return
        window = reach(norm, Moment(self._clock, at), self._clock)
        first, last = window.first, window.last
        if not isinstance(first, int) or not (last is None or isinstance(last, int)):
            return
        if any(first <= time and (last is None or time <= last) for time in self._times.get(norm.acts[0].name, ())):
            return
        who = tuple(name for name in norm.bearer.names if name in self._whom)
        found = events(norm.acts[0], {}, by=who)[0]
        if found:
            self._plan(first if last is None else last, found[0])

    def guess(self, now: int) -> Guess:
        """What was told, as a past that ends now."""
        slots = [Slot(number, event, Moment(self._clock, at), present=True) for number, (at, event) in enumerate(self._told)]
        facts = [Fact(slot, happens=True, at=at, amounts={}) for slot, (at, _) in zip(slots, self._told, strict=True)]
        times = sorted({at for at, _ in self._told})
        world = [(("holds", name), at, False) for name in sorted(self._statuses) for at in times]
        return Guess(Facts(facts, world, now), self.witness(now))

    def witness(self, now: int | None = None) -> Witness:
        """What was told, as a history."""
        begins = self._theory.begins
        entries = tuple(event._replace(at=begins + at) for at, event in self._told)
        last = begins + now if now is not None else entries[-1].at
        return Witness(entries, begins, last, last + _HOURS_AFTER)
