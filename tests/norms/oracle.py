"""A second reading of what a treaty means, to hold the first one to: hour by hour, with plain lists, no queue of events and no index.

It was written from the words of docs/semantics.md alone, and shares with the reference semantics only what a treaty is lowered to and what a history is.
It is slow, and says each rule as plainly as it can be said. At every hour: windows that have closed, and what has run out; then the events, judged against
the norms in force before them and those that they open, over and over until nothing is new; then powers take effect.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from clausekit.norms.history import Change, Entry, Happening
from clausekit.norms.norm import Code
from tests.norms.oracle_acts import judge_all
from tests.norms.oracle_closing import close_all, discharge_all, ensure_all, forget_events
from tests.norms.oracle_life import changes, enter, entries, standings, states_end, steps_said, sudden_rules, sudden_steps, term, timed_rules
from tests.norms.oracle_opening import answer_all, open_all, stand_all
from tests.norms.oracle_powers import exercise_all, notices_run_out, resume_all, waive_all
from tests.norms.oracle_world import World

# What one instant brings about, one after the other; more would be a circle.
ROUNDS = 50


def read(code: Code, history: Iterable[Entry], *, in_force: int | None, until: int) -> World:
    """Play a history hour by hour."""
    entries_told = list(history)
    world = World(code)
    first = min([entry.at for entry in entries_told] + [until if in_force is None else in_force])
    for now in range(first, until + 1):
        world.now = now
        told = [entry for entry in entries_told if entry.at == now]
        _begin(world)
        if now == in_force:
            enter(world, list(code.parties))
        _dawn(world)
        changes(world, [entry for entry in told if isinstance(entry, Change)])
        world.events += [entry for entry in told if isinstance(entry, Happening)]
        world.accepted |= {name for event in world.today() for name in event.by if event.name == "acceptance" and name in code.non_parties}
        _day(world)
        if told or world.today() or any(saying.at == now and saying.is_sudden for saying in world.sayings):
            _dusk(world)
        states_end(world)
        discharge_all(world)
    return world


def _begin(world: World) -> None:
    world.opened_now.clear()
    world.judged.clear()
    world.begun.clear()
    world.ended.clear()
    forget_events(world)


def _dawn(world: World) -> None:
    """What the time that has run brings about before anything happens."""
    close_all(world)
    notices_run_out(world)
    term(world)
    timed_rules(world)
    resume_all(world)  # what has ended with this instant is not resumed
    entries(world, at_once=False)


def _day(world: World) -> None:
    """What happens, until nothing more comes of it."""
    for _ in range(ROUNDS):
        before = _size(world)
        standings(world)
        stand_all(world)
        open_all(world)  # what an event opens, before what it violates
        close_all(world)
        answer_all(world)  # behind a violation, before it is made good
        judge_all(world)
        ensure_all(world)
        steps_said(world)
        if _size(world) == before:
            return
    pytest.fail("an instant does not end")


def _size(world: World) -> tuple[int, ...]:
    return len(world.events), len(world.cases), len(world.judged), len(world.statuses), sum(len(case.log) for case in world.cases), len(world.parties)


def _dusk(world: World) -> None:
    """What follows from what happened, and is so from the next instant on; what it opens is judged by what happened in this hour, too."""
    was_in_force = world.since is not None
    states_end(world)
    discharge_all(world)
    entries(world, at_once=True)
    if world.since is not None and not was_in_force:
        world.silent = world.now
    _evening(world)
    waive_all(world)
    states_end(world)
    exercise_all(world)
    sudden_rules(world)
    resume_all(world)
    _evening(world)
    while sudden_steps(world):  # what has come about since
        resume_all(world)
        _evening(world)


def _evening(world: World) -> None:
    """What comes of norms, and no more of the events of this hour, which have triggered what they do."""
    world.is_dusk = True
    _day(world)
    states_end(world)
    discharge_all(world)
    world.is_dusk = False
