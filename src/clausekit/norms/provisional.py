"""A sentence lets the treaty apply before it is in force → to whom, which of its provisions, and until when (VCLT 25)."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.norms.calendar import NEVER
from clausekit.norms.history import Bindings, Happening, is_of
from clausekit.norms.lives import Lives, named
from clausekit.norms.norm import Condition, LifeRule, Names
from clausekit.norms.state import State
from clausekit.norms.windows import span_of


class Applied(NamedTuple):
    """Those to whom something applies provisionally, which provisions (None: all), and the events that end it."""

    names: Names
    provisions: frozenset[int] | None
    ends: tuple[Condition, ...]
    bindings: Bindings


def begins(state: State, lives: Lives, rule: LifeRule, bindings: Bindings) -> None:
    """What a rule lets apply provisionally does so from now on, to those whom the treaty does not bind yet."""
    whom = named(rule, bindings)
    names = tuple(name for name in (lives.code.parties if whom is None else whom) if name not in lives.bound and name not in lives.left)
    if not names or lives.ended is not None:
        return
    if lives.begun is None:
        lives.begun = state.now
        state.memory.begin()
    for name in names:
        already = lives.provisional.get(name, frozenset())
        lives.provisional[name] = None if already is None or rule.provisions is None else already | rule.provisions
    ends = tuple(window.anchor for window in rule.windows if window.kind == "until" and window.anchor is not None)
    applied = Applied(names, rule.provisions, ends, bindings)
    lives.applied.append(applied)
    closes = span_of(rule.windows, state.base(state.now, bindings)).closes
    if closes < NEVER:
        state.schedule(closes + 1, "provisional", applied, rank=0)
    lives.entered.append(names)
    state.say("provisionally", who=names, said=rule.verb, provisions=tuple(sorted(rule.provisions or ())))


def hears(state: State, lives: Lives, event: Happening) -> None:
    """An event until which something applies provisionally."""
    for applied in list(lives.applied):
        tests = [test for condition in applied.ends for alternative in condition for test in alternative if test.pattern is not None]
        if any(test.pattern is not None and is_of(test.pattern, event, applied.bindings) for test in tests):
            ends(state, lives, applied)


def ends(state: State, lives: Lives, applied: Applied) -> None:
    """Something applies provisionally no longer; those whom the treaty does not bind by now owe nothing under it."""
    if applied not in lives.applied:
        return
    lives.applied.remove(applied)
    gone = tuple(name for name in applied.names if name in lives.provisional)
    for name in gone:
        others = [each.provisions for each in lives.applied if name in each.names]
        if not others:
            del lives.provisional[name]
        else:
            lives.provisional[name] = None if None in others else frozenset().union(*(each for each in others if each is not None))
    if gone:
        state.stirred = True
        for (number, _), held in state.held.items():
            held.difference_update(name for name in gone if not lives.binds(name, state.code.norms[number].provision))
        state.say("not in force", who=gone, said="no longer applies provisionally", provisions=tuple(sorted(applied.provisions or ())))
