"""An event, or entry into force → the norms it opens: each occurrence, with whoever its variables stand for, opens one instance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.closing import TOO_LATE
from clausekit.norms.history import NO_BINDINGS, Bindings, Happening, in_order, matches, those, together
from clausekit.norms.instance import Instance
from clausekit.norms.lives import Lives
from clausekit.norms.lower_terms import COUNTED
from clausekit.norms.norm import Code, Names, Norm, Test
from clausekit.norms.state import Listener, State
from clausekit.norms.timeline import Opened
from clausekit.norms.windows import span_of

# What is held by each for itself is opened for each.
SINGLY = "each"


class Triggers:
    """Which norms listen for which events, and which wait for a state of affairs."""

    def __init__(self, code: Code) -> None:
        """Sort the norms of a treaty by what opens them."""
        self.by_event: defaultdict[str, list[Listener]] = defaultdict(list)
        self.by_state: defaultdict[int, list[tuple[Test, ...]]] = defaultdict(list)
        self.absences: defaultdict[str, list[Listener]] = defaultdict(list)
        self.timed = [norm for norm in code.norms if norm.timed]
        self.guarantees = [norm for norm in code.norms if norm.guaranteed is not None]
        for norm in code.norms:
            if norm.after or norm.guaranteed is not None:
                continue
            for alternative in norm.trigger or ():
                self._listen(norm, alternative)
        self.lasting = [norm for norm in code.norms if norm.number in self.by_state or _is_standing(norm)]

    def _listen(self, norm: Norm, alternative: tuple[Test, ...]) -> None:
        events = [test for test in alternative if test.kind == "occurs" and not test.negated and not test.already]
        absent = [test for test in alternative if test.kind == "occurs" and test.negated and test.window is not None and test.window.anchor is not None]
        for test in events:
            assert test.pattern is not None
            self.by_event[test.pattern.name].append(Listener(norm, alternative, test))
        for test in absent:
            assert test.window is not None
            for each in test.window.anchor or ():
                for anchor in each:
                    if anchor.pattern is not None:
                        self.absences[anchor.pattern.name].append(Listener(norm, alternative, test))
        if not events and not absent:
            self.by_state[norm.number].append(alternative)


def _is_standing(norm: Norm) -> bool:
    """Whether a norm stands from entry into force on, with nothing else that triggers it."""
    return norm.trigger is None and not norm.after and norm.guaranteed is None


_IS_DEEMED = attrgetter("deemed")


def by_events(state: State, lives: Lives, triggers: Triggers, events: Iterable[Happening]) -> None:
    """Open what events trigger: the same from several of them is one occurrence, and an act of all who did them."""
    found: dict[tuple[Any, ...], tuple[Norm, Bindings, Happening]] = {}
    for event in sorted(events, key=_IS_DEEMED):  # what happened before what it counts as, whichever of them was taken in first
        for norm, bindings, cause in _triggered(state, lives, triggers, event) if event.name in triggers.by_event else ():
            key = (norm.number, in_order(bindings))
            before = found.get(key)
            found[key] = (norm, bindings, cause if before is None else together(before[2], cause))
        for listener in triggers.absences.get(event.name, ()):
            _await_absence(state, listener, event)
    for norm, bindings, cause in found.values():
        opens(state, lives, norm, bindings, cause)


def _triggered(state: State, lives: Lives, triggers: Triggers, event: Happening) -> Iterator[tuple[Norm, Bindings, Happening]]:
    """What an event triggers. What another event counts as opens only what the event itself does not."""
    for listener in triggers.by_event[event.name]:
        assert listener.test.pattern is not None
        if event.deemed and ("base", listener.norm.number) in state.opened_now:
            continue
        for bindings in matches(listener.test.pattern, event, NO_BINDINGS):
            for whole in _joined(state, lives, listener, bindings):
                if not event.deemed:
                    state.opened_now.add(("base", listener.norm.number))
                yield listener.norm, whole, _by_all(state, lives, listener, event, whole)


def _by_all(state: State, lives: Lives, listener: Listener, event: Happening, bindings: Bindings) -> Happening:
    """The event that met a trigger last, as the act of everybody who takes part in what the trigger asks for."""
    for test in listener.alternative:
        if test.kind != "occurs" or test.negated:
            continue
        if test.count is not None:
            counted = state.memory.those_counted(test, bindings, lives.begun or 0)
            event = together(event, event._replace(roles={"by": tuple(sorted(counted))}))
            continue
        if test is listener.test:
            continue
        before = state.memory.latest(((test,),))
        if before is not None:
            event = together(event, before)
    return event


def _joined(state: State, lives: Lives, listener: Listener, bindings: Bindings) -> Iterator[Bindings]:
    """The other tests of an alternative, met together with the one that an event meets."""
    since = lives.begun or 0
    if not _counts(state, listener, bindings, since):
        return
    known = {name: who for name, who in bindings.items() if name != COUNTED}
    rest = [test for test in listener.alternative if test is not listener.test]
    if rest:
        yield from _ways(state, rest, known, since)
    else:
        yield known


def _counts(state: State, listener: Listener, bindings: Bindings, since: Instant) -> bool:
    """Whether an event meets its test: in its window, and in the number asked for, reached by this event for the first time."""
    test = listener.test
    if test.window is not None and not state.test(test, bindings, since):
        return False
    if test.count is None:
        return True
    mark = ("norm", listener.norm.number, id(test), tuple(sorted((name, who) for name, who in bindings.items() if name != COUNTED)))
    if mark in state.counted or not state.memory.reached(test, bindings, since):
        return False
    state.counted.add(mark)
    return True


def passes_over(state: State, lives: Lives, triggers: Triggers, events: Iterable[Happening]) -> None:
    """The events of the hour that brings the treaty into force trigger nothing; a number that they reach is reached by that, which it is once."""
    for event in events:
        for listener in triggers.by_event.get(event.name, ()):
            if listener.test.count is not None and listener.test.pattern is not None:
                for bindings in matches(listener.test.pattern, event, NO_BINDINGS):
                    _counts(state, listener, bindings, lives.begun or 0)


def _ways(state: State, tests: list[Test], bindings: Bindings, since: Instant) -> Iterator[Bindings]:
    if not tests:
        yield bindings
        return
    test, rest = tests[0], tests[1:]
    if test.kind == "occurs" and not test.negated and test.count is None:
        for way in list(state.memory.ways(test, bindings, -1 if test.already else since)):
            yield from _ways(state, rest, way, since)
    elif state.test(test, bindings, since):
        yield from _ways(state, rest, bindings, since)


def _await_absence(state: State, listener: Listener, event: Happening) -> None:
    """`not X within 30 days of Y`: when Y happens, what is judged when the window of X closes is noted."""
    window = listener.test.window
    assert window is not None
    if window.period is None or window.anchor is None:
        return
    for alternative in window.anchor:
        for anchor in alternative:
            for bindings in matches(anchor.pattern, event, NO_BINDINGS) if anchor.pattern is not None else ():
                closes = state.code.calendar.closes(event.at, window.period)
                state.schedule(closes + 1, "absent", Absence(listener, dict(bindings), event.at), rank=0)


class Absence(NamedTuple):
    """An event that would keep a norm closed, looked for from `since` on."""

    listener: Listener
    bindings: Bindings
    since: Instant


def absent(state: State, looked_for: Absence) -> None:
    """The window of an event has closed: where it did not happen, and the rest of the condition is met, the norm is opened."""
    listener, bindings, since = looked_for
    test = listener.test
    when = state.memory.last(((test,),), bindings)
    if when is not None and when >= since:
        return
    state.schedule(state.now, "absent since", looked_for, rank=1)  # what opens now is judged by all that happens at this instant


def opens_absent(state: State, lives: Lives, looked_for: Absence) -> None:
    """Open what something opens that has not happened in its time."""
    listener, bindings, _ = looked_for
    test = listener.test
    rest = [each for each in listener.alternative if each is not test]
    for whole in _ways(state, rest, bindings, lives.begun or 0):
        opens(state, lives, listener.norm, whole, Happening(state.now, "", {}, said=f"no {test.pattern.said}" if test.pattern is not None else ""))


def opens(  # noqa: PLR0913  what opens a norm has these parts, and every caller gives them by name
    state: State, lives: Lives, norm: Norm, bindings: Bindings, cause: Happening, *, underlying: Instance | None = None, only: Names | None = None
) -> None:
    """Open a norm, unless it is open from the same occurrence already, does not apply, or nobody is bound."""
    mark = ("open", norm.number, in_order(bindings), underlying.number if underlying is not None and norm.guaranteed is not None else -1, only)
    if mark in state.opened_now or not _stands(state, lives, norm, underlying):
        return
    state.opened_now.add(mark)
    if norm.guards and not all(state.is_met(guard.condition, bindings) for guard in norm.guards if guard.kind == "while"):
        return
    bearers = bound(state, lives, norm, bindings, cause, underlying)
    if only is not None:
        bearers = tuple(name for name in bearers if name in only)
    if not bearers:
        if norm.modality == "duty" and only is None:
            state.say("nobody bound", norm=norm.number, said=cause.said or cause.name, provisions=(norm.provision,))
        return
    for group in [(name,) for name in bearers] if norm.mode == SINGLY else [bearers]:
        own = {norm.bearer.binds: group[0]} if norm.bearer.binds and norm.mode == SINGLY else {}
        _begin(state, norm, {**own, **bindings}, group, cause, underlying)


def _begin(state: State, norm: Norm, bindings: Bindings, bearers: Names, cause: Happening, underlying: Instance | None) -> None:
    span = span_of(state.facts.windows[norm.number], state.base(state.now, bindings))
    instance = Instance(state.next_number(), norm, bindings, bearers, state.now, span, cause.said or cause.name)
    if underlying is not None:
        instance.underlying, instance.failed = underlying.number, _failed(underlying, cause)
    instance.worked_out = state.memory.owed(norm.acts, bearers)
    instance.owed_to = those(norm.owed_to, bindings) if norm.owed_to is not None else ()
    if span.every is not None:
        instance.first_began, instance.until = max(span.opens, state.now), span.closes
        instance.begin_period(0, instance.first_began, min(state.code.calendar.step(instance.first_began, span.every, 1) - 1, span.closes))
    state.keep(instance)
    state.say("opened", of=instance, who=bearers, said=instance.cause)
    closes = instance.closes
    state.note(Opened(instance.number, norm.number, bearers, bindings, state.now, instance.span.opens, closes, instance.underlying))
    if closes < NEVER:
        state.schedule(max(closes, state.now), "close", (instance.number, closes), rank=5)
    hung = (*span.ends, *[each for _, each in span.deadlines]) if span.ends or span.deadlines else ()
    if span.closes < state.now or (hung and any(state.memory.last(event, bindings) == state.now for event in hung)):
        state.end(instance, "discharged", said=TOO_LATE)
        return
    if norm.guards:
        state.schedule(state.now, "looks", instance.number, rank=2)
    if norm.ensured is not None or (norm.guards and span.every is not None):
        state.schedule(max(span.opens, state.now), "looks", instance.number, rank=2)


def _stands(state: State, lives: Lives, norm: Norm, underlying: Instance | None) -> bool:
    """Whether a norm can be opened now. What a violation opened goes on when the treaty has ended (VCLT 70(1)(b))."""
    if lives.begun is None:
        return False
    if not lives.holds(norm.provision) and underlying is None and not state.survives(norm.provision):
        return False
    return not state.is_suspended(norm.provision) if underlying is not None else not state.is_off(norm.provision)


def _failed(underlying: Instance, cause: Happening) -> Instant:
    """When the violation was that a step goes back to: that of the first step of all."""
    return underlying.failed if underlying.underlying >= 0 else cause.at


# ---------------------------------------------------------------- who


def bound(state: State, lives: Lives, norm: Norm, bindings: Bindings, cause: Happening, underlying: Instance | None) -> Names:
    """Who is bound when a norm is opened: those named, less those who take part in what triggered it, have left, or have reserved."""
    who = norm.bearer
    names: Iterable[str] = those(who, bindings)
    off = {name for whom in state.off[norm.provision].values() for name in whom or ()}
    partaking = {*bindings.values(), *cause.by} if cause.name != "entry into force" else set()
    kept = []
    for name in names:
        if name in off or (name, norm.provision) in state.code.excluded:
            continue
        answers_still = underlying is not None and name in lives.bound and lives.left.get(name, NEVER) >= _failed(underlying, cause)
        if not (lives.binds(name, norm.provision) or answers_still):
            continue
        is_response = not norm.timed and underlying is None
        if name in partaking and not who.refers and (who.other or (is_response and name in cause.by and name not in who.singly)):
            continue
        if norm.guaranteed is not None and underlying is not None and name in underlying.answered:
            continue  # a guarantor who answers for the violation itself drops out
        kept.append(name)
    return tuple(kept)
