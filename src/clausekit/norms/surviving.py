"""The treaty ends, or a Party leaves → which provisions survive that, and until when."""

from __future__ import annotations

from clausekit.norms.behind import behind
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.consent import LEAVING
from clausekit.norms.history import NO_BINDINGS
from clausekit.norms.norm import LifeRule
from clausekit.norms.state import State
from clausekit.norms.windows import span_of


def survives_end(state: State, *, is_expiry: bool) -> None:
    """The treaty ends: what survives that goes on, for as long as its sentence says. Whatever ends it is its termination."""
    names = {"termination", "expiry"} if is_expiry else {"termination"}
    for rule in state.code.life:
        if rule.verb == "survives" and behind(state, rule) and not _names(rule).isdisjoint(names):
            for number in rule.provisions or ():
                state.surviving[number] = max(state.surviving.get(number, -1), _until(state, rule))


def survives_leaving(state: State, name: str) -> None:
    """A Party leaves: what survives that it goes on to hold, where that was open already."""
    for rule in state.code.life:
        if rule.verb == "survives" and behind(state, rule) and not _names(rule).isdisjoint(LEAVING):
            for number in rule.provisions or ():
                place = (number, name)
                state.surviving_leaving[place] = max(state.surviving_leaving.get(place, -1), _until(state, rule))


def goes_on_for(state: State, name: str, provision: int) -> bool:
    """Whether a provision goes on to bind somebody who has left."""
    return state.surviving_leaving.get((provision, name), -1) >= state.now


def _names(rule: LifeRule) -> set[str]:
    return {test.pattern.name for alternative in rule.trigger or () for test in alternative if test.pattern is not None}


def _until(state: State, rule: LifeRule) -> Instant:
    """The last instant of what survives; what is open then ends."""
    until = span_of(rule.windows, state.base(state.now, NO_BINDINGS)).closes
    if until < NEVER:
        state.schedule(until + 1, "stirs", None, rank=0)
    return until
