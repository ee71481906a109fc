"""A duty that recurs → its periods, one after the other: each begins at the anchor plus so many periods, and as much later as it was suspended."""

from __future__ import annotations

from clausekit.norms.calendar import NEVER
from clausekit.norms.instance import Instance
from clausekit.norms.state import State, Verdict


def next_period(state: State, instance: Instance) -> None:
    """Begin the next period. Period k is the anchor plus k periods, never counted from the last performance."""
    every = instance.span.every
    assert every is not None
    number = instance.period + 1
    calendar = state.code.calendar
    opens = calendar.step(instance.first_began, every, number) + instance.suspended_for
    ends = calendar.step(instance.first_began, every, number + 1) + instance.suspended_for - 1
    if opens >= NEVER:
        state.drop(instance)
        return
    if ends > instance.until:  # a period cut short is not owed
        _runs_out(state, instance)
        return
    instance.begin_period(number, opens, ends)
    if instance.norm.guards:
        state.schedule(opens, "looks", instance.number, rank=2)
    state.say("next period", of=instance, who=instance.bearers)
    state.schedule_close(instance)


def goes_on(state: State, instance: Instance, stopped: int) -> None:
    """After a suspension the present period goes on with what was left of it, and the later ones follow it."""
    instance.suspended_for += stopped
    instance.until = min(instance.until + stopped, NEVER)
    if instance.closes < NEVER:
        instance.span = instance.span._replace(closes=instance.closes + stopped)
    elif instance.until < NEVER:
        _runs_out(state, instance)


def _runs_out(state: State, instance: Instance) -> None:
    """The last period is over: the duty ends when its time has run out."""
    instance.span = instance.span._replace(opens=NEVER, closes=NEVER)
    verdict = Verdict(instance, "terminated", instance.bearers, "its time has run out")
    if instance.until <= state.now:
        state.verdicts.append(verdict)
    else:
        state.schedule(instance.until + 1, "verdicts", [verdict], rank=0)
