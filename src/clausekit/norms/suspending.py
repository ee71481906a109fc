"""A provision is switched off or on, a Party leaves, the treaty ends → what that does to the norms that are open."""

from __future__ import annotations

from clausekit.norms.acting import performed_by_others
from clausekit.norms.calendar import NEVER
from clausekit.norms.instance import Instance
from clausekit.norms.lives import Lives
from clausekit.norms.recurring import goes_on
from clausekit.norms.state import State, rests
from clausekit.norms.surviving import goes_on_for
from clausekit.norms.windows import later


def suspends(state: State, lives: Lives) -> bool:
    """Bring open instances in line with what applies, and to whom; whether anything had changed.

    While suspended nothing triggers and nothing is violated; the clock stops, and a dated deadline moves by its length (VCLT 72(1)(a)). Withdrawal and
    termination release from what is not yet due; violations, and the rungs these open, continue (VCLT 70(1)).
    """
    if not state.stirred:
        return False
    state.stirred = False
    for instance in list(state.instances.values()):
        if instance.state not in ("active", "suspended"):
            continue
        if _is_over(state, lives, instance):
            state.end(instance, "terminated", who=instance.bearers, said="the treaty no longer binds" if lives.ended is None else "the treaty has ended")
            continue
        _leave(state, lives, instance)
        if instance.number in state.instances:
            _suspend(state, instance)
    return True


def _is_over(state: State, lives: Lives, instance: Instance) -> bool:
    if lives.ended is None or instance.underlying >= 0:
        return False
    return not state.survives(instance.norm.provision)


def _leave(state: State, lives: Lives, instance: Instance) -> None:
    """Those who have left no longer hold what is not yet due."""
    gone = tuple(name for name in instance.bearers if _has_gone(state, lives, name, instance.norm.provision))
    if not gone or instance.underlying >= 0:
        return
    staying = tuple(name for name in instance.bearers if name not in gone)
    if staying:
        instance.bearers = staying
        state.filing.refile(instance)
        if instance.norm.modality in ("duty", "commitment"):
            performed_by_others(state, instance)
    else:
        state.end(instance, "terminated", who=gone, said="no longer bound")


def _has_gone(state: State, lives: Lives, name: str, provision: int) -> bool:
    """Whether a provision binds somebody no longer: a Party that has left, or to which it applies provisionally no more."""
    if name in lives.left:
        return not goes_on_for(state, name, provision)
    return name in lives.code.parties and name not in lives.bound and not lives.binds(name, provision)


def _suspend(state: State, instance: Instance) -> None:
    reasons = state.off[instance.norm.provision]
    off = [rests(reason) for reason, whom in reasons.items() if whom is None or set(instance.bearers) <= set(whom)]
    if not all(off) and instance.underlying < 0:
        state.end(instance, "terminated", who=instance.bearers, said="the provision no longer applies")
    elif any(off) and instance.state == "active":
        instance.state = "suspended"
        instance.suspended_at = state.now
        state.say("suspended", of=instance, who=instance.bearers)
    elif not any(off) and instance.state == "suspended":
        _resume(state, instance)


def _resume(state: State, instance: Instance) -> None:
    """The clock goes on: what is dated is due as much later as its time stood still."""
    recurs = instance.span.every is not None
    stopped = max(state.now - max(instance.suspended_at, instance.first_began if recurs else instance.clock), 0)
    instance.state = "active"
    if recurs:
        goes_on(state, instance, stopped)
    else:
        instance.suspended_for += stopped
        waits = tuple(later(window, stopped) for window in instance.span.waits)
        instance.span = instance.span._replace(waits=waits, closes=min(instance.closes + stopped, NEVER))
    state.say("resumed", of=instance, who=instance.bearers)
    if instance.closes < NEVER:
        state.schedule(max(instance.closes, state.now), "close", (instance.number, instance.closes), rank=5)
    if instance.norm.guards or instance.norm.ensured is not None:
        state.schedule(max(instance.span.opens if recurs else 0, state.now), "looks", instance.number, rank=2)
