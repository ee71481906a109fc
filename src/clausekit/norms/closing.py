"""A window closes, an event it must come before happens, a condition fails → what becomes of the norms that were open."""

from __future__ import annotations

from decimal import Decimal

from clausekit.norms.acting import cited, fulfils, tell, violates
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import Bindings, Happening, is_of
from clausekit.norms.instance import Instance
from clausekit.norms.norm import Condition, Guard, Names, Norm
from clausekit.norms.recurring import next_period
from clausekit.norms.state import State, Verdict, has_precedence
from clausekit.norms.timeline import Kind
from clausekit.norms.windows import settled

_DUTIES = ("duty", "commitment")
# Why a standing duty is violated.
NOT_SO = "what must be ensured is not so"
# Why nothing comes of what must be so by some time.
NOT_KNOWN = "nothing is known of what must be so"
# Why nothing comes of what had no time left when it was opened.
TOO_LATE = "its time had passed before it was opened"
# Why nothing comes of what ran out while its provision was suspended.
SUSPENDED = "its time ran out while it was suspended"


def closes(state: State, instance: Instance) -> None:
    """Judge an instance whose window closes with this instant, once everything of it is known. What it comes to is dated the first instant after."""
    norm = instance.norm
    if norm.modality == "prohibition":
        state.judge(instance, "kept", who=instance.bearers)
    elif norm.modality in ("permission", "power", "exemption"):
        if instance.span.every is not None:  # another period begins, in which it may be made use of as often
            next_period(state, instance)
            return
        state.judge(instance, "used" if instance.times else "lapsed", who=instance.bearers)
    elif norm.ensured is not None and not _is_event(norm):
        _ensured_by_now(state, instance)
    else:
        _unperformed(state, instance)


def _unperformed(state: State, instance: Instance) -> None:
    """A duty whose window, or whose present period, has closed."""
    norm, recurring = instance.norm, instance.span.every is not None
    if recurring and (instance.is_performed() or instance.judged == instance.period):
        next_period(state, instance)
        return
    who, why = _failing(state, instance, state.now)
    kind: Kind = "not honoured" if norm.modality == "commitment" else "violated"
    if why:
        state.judge(instance, "discharged", said=why, for_now=recurring)
    else:
        state.judge(instance, kind, who=who, said="not done in its period" if recurring else "not done in time", for_now=recurring)
    if recurring:
        next_period(state, instance)


def settles(state: State, verdict: Verdict) -> None:
    """The first instant after the close: what was judged becomes so, and others are opened by it."""
    instance, kind, who, said = verdict
    if instance.number not in state.instances or (kind == "terminated" and (instance.state == "suspended" or instance.until >= state.now)):
        return
    if kind == "violated":
        _missed(state, instance, who, said)
        return
    if kind == "used":  # said when it was
        state.drop(instance)
        return
    if kind == "kept":
        _is_over(state, instance)
        return
    if kind == "discharged" and instance.state == "active":  # one period of a duty that goes on
        state.say(kind, of=instance, who=who, said=said)
        return
    if kind == "not honoured":
        fails(state, instance, who, said)
        return
    state.end(instance, kind, who=who, said=said)
    if kind == "lapsed":
        tell(state, "lapse", instance, instance.bearers)


def _missed(state: State, instance: Instance, who: Names, why: str) -> None:
    """A duty is violated; one that recurs, in its present period."""
    if instance.span.every is None:
        violates(state, instance, who, why)
        return
    instance.answered = who
    state.say("violated", of=instance, who=who, said=why)
    tell(state, "violation", instance, who)


def fails(state: State, instance: Instance, who: Names, why: str = "") -> None:
    """A commitment is not honoured, which is no violation; what a `failing which` says follows from it. A standing or recurring one stands on."""
    instance.answered = who
    if instance.span.every is None and not (instance.norm.ensured is not None and instance.covers(state.now)):
        state.end(instance, "not honoured", who=who, said=why)
    else:
        state.say("not honoured", of=instance, who=who, said=why)
    tell(state, "failure", instance, who)


def _answering(state: State, instance: Instance) -> Names:
    unit = next((act.amounts[0].unit for act in instance.norm.acts if act.amounts), "")
    pledges = {name: amount for name in instance.bearers if (amount := state.pledges.get(name, {}).get(unit)) is not None}
    return instance.answerable(pledges)


def _is_over(state: State, instance: Instance, why: str = "") -> None:
    """The time of a prohibition is over: it was kept, unless it was violated."""
    if instance.times:
        state.drop(instance)
    else:
        state.end(instance, "kept", who=instance.bearers, said=why)


def _failing(state: State, instance: Instance, closes: Instant) -> tuple[Names, str]:
    """Who answers for a duty that was not performed by the close of its window, and why nobody does."""
    who = _answering(state, instance)
    why = _excused(state, instance)
    excuses = {name: _excuse_of(state, instance, name, closes) for name in who} if not why and state.facts.excusing[instance.norm.number] else {}
    answering = tuple(name for name in who if not excuses.get(name))
    return answering, why or ("" if answering else next(iter(excuses.values()), "there is nobody to answer for it"))


def _excused(state: State, instance: Instance) -> str:
    """Why a duty that was not performed is not violated; empty where nothing excuses it."""
    norm = instance.norm
    for guard in norm.guards:
        if guard.kind == "provided that" and not state.is_met(guard.condition, instance.bindings):
            return "its condition was not met"
    return ""


def _excuse_of(state: State, instance: Instance, name: str, closes: Instant) -> str:
    """Why one of those who owe a duty together does not answer for it: somebody who need not, or may not, do it."""
    norm = instance.norm
    others = (each for other in state.facts.excusing[norm.number] for each in state.by_norm[other.number].values())
    for other in others:
        if other.state != "active" or other.opened > max(closes, instance.opened) or name not in other.bearers:
            continue
        if other.norm.modality == "exemption" and (has_precedence(other.norm, norm) or _is_special(other, instance)):
            return f"exempted by {cited(other.norm)}"
        if other.norm.modality == "prohibition" and has_precedence(other.norm, norm) and other.opened <= instance.span.opens:
            return f"forbidden by {cited(other.norm)}, which prevails"
    return ""


def _is_special(exemption: Instance, duty: Instance) -> bool:
    """Whether an exemption is the more special rule: for fewer, or on a condition that the duty does not have."""
    fewer = set(exemption.norm.bearer.names) < set(duty.norm.bearer.names)
    conditional = exemption.norm.trigger is not None and duty.norm.trigger is None
    return fewer or conditional or (bool(exemption.norm.guards) and not duty.norm.guards)


# ---------------------------------------------------------------- what events and states do to open windows


def hears(state: State, event: Happening) -> None:
    """An event that windows of open instances hang on begins, moves or ends them before acts of the same instant are judged."""
    hearing = state.hearing.get(event.name)
    for instance in list(hearing.values()) if hearing else ():
        for judge in (_deadline, _ends, _moves):
            if instance.is_live:
                judge(state, instance, event)


def hears_last(state: State, event: Happening) -> None:
    """What may be done as late as with an event is judged once the acts of its instant are."""
    hearing = state.hearing.get(event.name)
    for instance in list(hearing.values()) if hearing else ():
        if instance.is_live:
            _deadline(state, instance, event, with_acts=True)


def _deadline(state: State, instance: Instance, event: Happening, *, with_acts: bool = False) -> None:
    """`before E`, `not later than N before E`: judged when E happens; if it never does, nothing is violated."""
    for period, condition in instance.span.deadlines:
        last = event.at - 1 if period is None else state.code.calendar.last_before(event.at, period)
        if (last >= event.at) != with_acts or not _is_one_of(condition, event, instance.bindings):
            continue
        if instance.opened == state.now:
            state.end(instance, "discharged", said=TOO_LATE)
        elif instance.span.every is None or period is not None or not (instance.is_performed() or instance.judged == instance.period):
            _deadline_comes(state, instance, event, None if period is None else last)
        return


def _is_one_of(condition: Condition, event: Happening, bindings: Bindings) -> bool:
    return any(test.pattern is not None and is_of(test.pattern, event, bindings) for alternative in condition for test in alternative)


def _deadline_comes(state: State, instance: Instance, event: Happening, last: Instant | None) -> None:
    """What comes of a norm when the event happens before which its act was to be done: by `last`, or at any time before (None)."""
    norm = instance.norm
    if norm.modality == "prohibition":
        _is_over(state, instance, event.said or event.name)
        return
    if norm.modality not in _DUTIES:
        _unused(state, instance)
        return
    if last is not None:
        instance.leave_out_late(last)
        if instance.is_performed():
            fulfils(state, instance, tuple(name for name in instance.bearers if name in instance.done), f"before {event.said or event.name}")
            return
    who, why = _failing(state, instance, event.at - 1 if last is None else last)
    if why or not instance.is_open:
        excuses(state, instance, why or SUSPENDED)
    elif norm.modality == "duty":
        instance.judged = instance.period
        _missed(state, instance, who, f"not done before {event.said or event.name}")
    else:
        fails(state, instance, who, f"not done before {event.said or event.name}")


def _unused(state: State, instance: Instance) -> None:
    """The time of a permission or power is over before it was made use of, or after."""
    if instance.times:
        state.drop(instance)
        return
    state.end(instance, "lapsed", who=instance.bearers)
    tell(state, "lapse", instance, instance.bearers)


def _ends(state: State, instance: Instance, event: Happening) -> None:
    """`until E`: the instant of E is outside the window."""
    for condition in instance.span.ends:
        if _is_one_of(condition, event, instance.bindings):
            if instance.opened == state.now:
                state.end(instance, "discharged", said=TOO_LATE)
            elif instance.norm.modality == "prohibition":
                _is_over(state, instance, event.said or event.name)
            elif instance.norm.modality in _DUTIES:
                state.end(instance, "terminated", who=instance.bearers, said=event.said or event.name)
            else:
                _unused(state, instance)
            return


def _moves(state: State, instance: Instance, _: Happening) -> None:
    """An event that a deadline was waiting for: now it has its date."""
    before = instance.stood_still(state.now)
    for window in (*before.waits, *before.starts):
        span = settled(before, window, state.memory, instance.bindings, state.code.calendar)
        if span != before:
            before = span
            is_dated = span.closes != instance.closes
            instance.span, instance.clock = span, state.now
            if is_dated:
                state.say("dated", of=instance, who=instance.bearers)
            state.listen(instance)
            if span.closes == state.now - 1 and is_dated and span.every is None:  # it ended just before this event
                _closes_now(state, instance)
                return
            if span.closes < NEVER:
                state.schedule(max(span.closes, state.now), "close", (instance.number, span.closes), rank=5)


def _closes_now(state: State, instance: Instance) -> None:
    if instance.opened == state.now:
        state.end(instance, "discharged", said=TOO_LATE)
        return
    if not instance.is_open and instance.norm.modality in _DUTIES:
        excuses(state, instance, SUSPENDED)
        return
    closes(state, instance)
    settles(state, state.verdicts.pop())


def reconsiders(state: State) -> None:
    """Something happened, or a state of affairs changed: exceptions may discharge duties, conditions may fail, what must be ensured may cease to be so."""
    for name in sorted(state.changed) if len(state.changed) > 1 else state.changed:
        watching = state.watching.get(name)
        for instance in list(watching.values()) if watching else ():
            if instance.is_live:
                _reconsider(state, instance)


def _reconsider(state: State, instance: Instance) -> None:
    norm = instance.norm
    for guard in norm.guards:
        if guard.kind == "while" and not state.is_met(guard.condition, instance.bindings):
            if norm.modality == "prohibition":
                _is_over(state, instance, "the state of affairs has ended")
            else:
                state.end(instance, "terminated", said="the state of affairs has ended")
            return
        why = _discharging(state, instance, guard) if norm.modality in _DUTIES else ""
        if why:
            excuses(state, instance, why)
        if not instance.is_live:
            return
    if norm.ensured is not None:
        if instance.is_open or _is_event(norm):  # what happens while it is suspended need not happen again
            _ensure(state, instance)
    elif norm.modality in _DUTIES:
        instance.worked_out = state.memory.owed(norm.acts, instance.bearers)


def looks(state: State, number: int) -> None:
    """An instance was opened, or a period of it begins: what excepts it may be so already, and what must be ensured may not."""
    instance = state.instances.get(number)
    if instance is not None and (instance.is_open or (instance.is_live and instance.has_begun(state.now))):
        _reconsider(state, instance)


def _discharging(state: State, instance: Instance, guard: Guard) -> str:
    """Why nothing is owed: what a duty is excepted by has happened since it was opened (or its period began), or what it hangs on is not so."""
    if guard.kind in ("unless", "except"):
        since = instance.opened if instance.span.every is None else instance.span.opens
        return f"{guard.kind}: its exception is met" if state.is_met(guard.condition, instance.bindings, since) else ""
    is_unmet = guard.kind == "provided that" and _is_state(guard.condition) and not state.is_met(guard.condition, instance.bindings)
    return "its condition is not met" if is_unmet else ""


def excuses(state: State, instance: Instance, why: str, who: Names = ()) -> None:
    """Nothing is owed after all; of a duty that recurs, not for this period."""
    if instance.span.every is None:
        state.end(instance, "discharged", who=who, said=why)
    elif instance.has_begun(state.now) and instance.judged != instance.period and not instance.is_performed():
        instance.judged = instance.period
        state.say("discharged", of=instance, who=who, said=why)


def _is_state(condition: Condition) -> bool:
    return all(test.kind != "occurs" for alternative in condition for test in alternative)


def _is_event(norm: Norm) -> bool:
    """Whether what must be ensured is that something happens, rather than that something is so, or does not happen."""
    return norm.ensured is not None and any(test.kind == "occurs" and not test.negated for alternative in norm.ensured for test in alternative)


def _ensure(state: State, instance: Instance) -> None:
    """What must be ensured: an event performs it when it happens; a state of affairs violates it when it ceases to be so, what must not happen each time."""
    norm = instance.norm
    assert norm.ensured is not None
    if _is_event(norm):
        if state.is_met(norm.ensured, instance.bindings, instance.opened):
            instance.done = dict.fromkeys(instance.bearers, Decimal(0))
            instance.times = instance.span.times
            state.end(instance, "fulfilled" if norm.modality == "duty" else "honoured", who=instance.bearers)
            tell(state, "fulfilment", instance, instance.bearers)
    elif instance.covers(state.now) and not _has_deadline(norm):
        is_otherwise = _is_otherwise(state, norm.ensured, instance.bindings)
        by_event = not is_otherwise and _is_otherwise(state, norm.ensured, instance.bindings, events=True)
        if (is_otherwise and not instance.unmet) or (by_event and instance.failed_at != state.now):
            instance.failed_at = state.now
            violates_again(state, instance)
        instance.unmet = is_otherwise


def _is_otherwise(state: State, condition: Condition, bindings: Bindings, *, events: bool = False) -> bool:
    """Whether what must be so is known not to be so; with `events`, or what must not happen does.

    A measure that was never taken, and a status of which nothing was told, show nothing.
    """
    return all(
        any((events or test.kind != "occurs") and state.memory.is_known(test, bindings) and not state.test(test, bindings, state.now) for test in alternative)
        for alternative in condition
    )


def _has_deadline(norm: Norm) -> bool:
    return any(window.kind in ("within", "by") for window in norm.windows)


def _ensured_by_now(state: State, instance: Instance) -> None:
    """The time to bring a state of affairs about has run out."""
    norm = instance.norm
    assert norm.ensured is not None
    if not _has_deadline(norm):
        state.judge(instance, "kept", who=instance.bearers)
    elif not all(state.memory.is_known(test, instance.bindings) for alternative in norm.ensured for test in alternative):
        state.judge(instance, "discharged", said=NOT_KNOWN)
    elif state.is_met(norm.ensured, instance.bindings):
        state.judge(instance, "fulfilled" if norm.modality == "duty" else "honoured", who=instance.bearers)
    else:
        state.judge(instance, "not honoured" if norm.modality == "commitment" else "violated", who=instance.bearers, said="not so by then")


def violates_again(state: State, instance: Instance) -> None:
    """A standing duty is violated now, and stands on."""
    if instance.norm.modality == "duty":
        instance.times += 1
        instance.answered = instance.bearers
        state.say("violated", of=instance, who=instance.bearers, said=NOT_SO)
        tell(state, "violation", instance, instance.bearers)
    else:
        fails(state, instance, instance.bearers, NOT_SO)
