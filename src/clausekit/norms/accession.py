"""Ratifications so far → what is missing for entry into force, the earliest day it can be, and for whom it is in force."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import Entry
from clausekit.norms.lives import CONSENT
from clausekit.norms.memory import needed
from clausekit.norms.norm import Code, Count, LifeRule, Names, Test
from clausekit.norms.play import play
from clausekit.norms.timeline import Timeline

_BEGINS = ("enters into force", "takes effect")


class Missing(NamedTuple):
    """What is missing of one thing that entry into force hangs on: how many more, who by name, and how many there are."""

    what: str
    more: int
    named: Names
    done: Names


class EntryIntoForce(NamedTuple):
    """Where entry into force stands: when it happened, or is dated for (`at`, None while it is open), for whom, and what is missing."""

    at: Instant | None
    bound: Names
    consented: Names
    missing: tuple[Missing, ...]
    timeline: Timeline


def entry_into_force(code: Code, history: Iterable[Entry], *, until: Instant | None = None) -> EntryIntoForce:
    """Where entry into force stands after a history of signatures, ratifications and the like."""
    entries = tuple(history)
    timeline = play(code, entries, until=until if until is not None else NEVER - 1)
    begun = next((record.at for record in timeline.of_kind("in force")), None)
    bound = tuple(dict.fromkeys(name for record in timeline.of_kind("in force") for name in record.who))
    consented = tuple(dict.fromkeys(name for entry in entries if entry.name in CONSENT for name in getattr(entry, "by", ())))
    missing = () if begun is not None else tuple(each for rule in code.life if _is_general(rule) for each in _missing(code, rule, entries))
    return EntryIntoForce(begun, bound, consented, missing, timeline)


def _is_general(rule: LifeRule) -> bool:
    return rule.provisions is None and rule.verb in _BEGINS and rule.whom is None


def _missing(code: Code, rule: LifeRule, entries: tuple[Entry, ...]) -> list[Missing]:
    """What each event that entry into force hangs on still lacks."""
    conditions = [rule.trigger, *(window.anchor for window in rule.windows), *(clock.anchor for window in rule.windows for clock in window.clocks)]
    tests = [test for condition in conditions for alternative in condition or () for test in alternative if test.pattern is not None and not test.negated]
    found = []
    for test in tests:
        assert test.pattern is not None
        done = tuple(dict.fromkeys(name for entry in entries if entry.name == test.pattern.name for name in getattr(entry, "by", ())))
        lacks = _lacks(test, test.count, done) if test.count is not None else (0 if any(entry.name == test.pattern.name for entry in entries) else 1, ())
        if lacks[0] or lacks[1]:
            found.append(Missing(test.pattern.said or test.pattern.name, lacks[0], lacks[1], done))
    return found


def _lacks(test: Test, count: Count, done: Names) -> tuple[int, Names]:
    among = [name for name in done if not count.names or name in count.names]
    more = max(0, needed(count.quantifier, count.number, len(count.names)) - len(among))
    named = tuple(name for name in count.including if name not in done)
    if count.quantifier == "all":
        named = tuple(name for name in count.names if name not in done)
    return max(more, len(named)), named
