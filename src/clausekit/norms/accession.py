"""Ratifications so far → where entry into force stands: since when and for whom, or what is missing and the earliest day it can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.consent import TAKING_BACK, consents, entry_rules, tests_of
from clausekit.norms.history import Entry, Happening
from clausekit.norms.memory import Memory, needed
from clausekit.norms.norm import Code, Count, Names, Test
from clausekit.norms.play import Player, play
from clausekit.norms.timeline import Timeline


class Share(NamedTuple):
    """A share of something that those who consent must have between them, in percent: `at least 55 percent of emissions`."""

    measure: str
    bound: str
    percent: str
    reached: str


class Missing(NamedTuple):
    """What is missing of one thing that entry into force hangs on.

    `more` is how many more must do it, `named` those who must be among them, `among` those it can be (empty for anybody), `done` those who have.
    """

    what: str
    more: int
    named: Names
    among: Names
    done: Names
    shares: tuple[Share, ...] = ()


class EntryIntoForce(NamedTuple):
    """Where entry into force stands.

    `at` is when it happened or is dated for; None while it is open. `bound` are those for whom it is in force, each with since when. `earliest` is when it
    would be if all that is missing happened on the day asked about; None where it is no longer open, or where that is not enough.
    """

    at: Instant | None
    bound: tuple[tuple[str, Instant], ...]
    signed: Names
    consented: tuple[tuple[str, Instant], ...]
    missing: tuple[Missing, ...]
    earliest: Instant | None
    timeline: Timeline


def entry_into_force(code: Code, history: Iterable[Entry], on: Instant, *, in_force: Instant | None = None) -> EntryIntoForce:
    """Where entry into force stands at the end of an instant, after a history of signatures, ratifications and the like.

    `in_force` dates it where that is known.
    """
    entries = tuple(entry for entry in history if entry.at <= on)
    timeline = play(code, entries, in_force=in_force, until=on)
    begun = _begun(timeline)
    bound = tuple((name, record.at) for record in timeline.of_kind("in force") for name in record.who)
    signed, consented = _who(entries, {"signature"}), _when(entries, consents(code))
    if begun is not None:
        return EntryIntoForce(begun, bound, signed, consented, (), None, timeline)
    lacking = _missing(code, entries)
    dated = _begins(code, entries) if not lacking else None
    earliest = dated if not lacking else _begins(code, (*entries, *_done(code, lacking, on)))
    return EntryIntoForce(dated, (), signed, consented, lacking, earliest, timeline)


def _begun(timeline: Timeline) -> Instant | None:
    return next((record.at for record in timeline.of_kind("in force")), None)


def _begins(code: Code, entries: Iterable[Entry]) -> Instant | None:
    """When a history brings the treaty into force, however long after its last event; what comes then is not played."""
    begun: list[Instant] = []
    player = Player(code, lambda record: begun.append(record.at) if record.kind == "in force" else None, lambda _: None)
    for at, together in groupby(sorted(entries, key=lambda entry: entry.at), key=lambda entry: entry.at):
        if not begun:
            player.feed(at, list(together))
    while not begun and player.state.soonest < NEVER:
        player.advance(player.state.soonest)
    return begun[0] if begun else None


def _who(entries: Iterable[Entry], names: Iterable[str]) -> Names:
    wanted = frozenset(names)
    return tuple(dict.fromkeys(name for entry in entries if isinstance(entry, Happening) and entry.name in wanted for name in entry.by))


def _when(entries: Iterable[Entry], names: frozenset[str]) -> tuple[tuple[str, Instant], ...]:
    found: dict[str, Instant] = {}
    for entry in entries:
        if isinstance(entry, Happening) and entry.name in names:
            for name in entry.by:
                found.setdefault(name, entry.at)
        elif entry.name in TAKING_BACK and isinstance(entry, Happening):
            for name in entry.by:
                found.pop(name, None)
    return tuple(found.items())


# ---------------------------------------------------------------- what is missing


def _missing(code: Code, entries: Sequence[Entry]) -> tuple[Missing, ...]:
    """What each event lacks that the general rule of entry into force hangs on."""
    rules = entry_rules(code)
    general = [rule for rule in rules if rule.whom is None] or rules
    tests = [test for rule in general for test in tests_of(rule) if test.pattern is not None and not test.negated]
    memory = Memory(code, tests)
    for entry in entries:
        if isinstance(entry, Happening):
            memory.hear(entry)
            for name in entry.by if entry.name in TAKING_BACK else ():
                memory.forget(consents(code), name)
        else:
            memory.change(entry)
    found = [each for test in tests if (each := _lacks(test, memory)) is not None]
    return tuple(dict.fromkeys(found))


def _lacks(test: Test, memory: Memory) -> Missing | None:
    assert test.pattern is not None
    what = test.pattern.said or test.pattern.name
    if test.count is None:
        return None if memory.has_occurred(test, {}) else Missing(what, 1, (), (), ())
    count = test.count
    seen = memory.those_counted(test, {})
    done = tuple(sorted(seen)) if not count.names else tuple(name for name in count.names if name in seen)
    more = max(0, needed(count.quantifier, count.number, len(count.names)) - len(done))
    named = tuple(name for name in (count.names if count.quantifier == "all" else count.including) if name not in seen)
    shares = _shares(count, done, memory)
    if not more and not named and not shares:
        return None
    return Missing(what, max(more, len(named)), named, tuple(name for name in count.names if name not in seen), done, shares)


def _shares(count: Count, done: Names, memory: Memory) -> tuple[Share, ...]:
    """The shares that are not reached yet."""
    found = []
    for measure, bound, percent in count.shares:
        reached = memory.share(done, count, measure)
        if reached is None or not (reached <= percent if bound == "at most" else reached >= percent):
            found.append(Share(measure, bound, f"{percent:f}", "" if reached is None else f"{reached:.2f}"))
    return tuple(found)


def _done(code: Code, lacking: Iterable[Missing], at: Instant) -> list[Entry]:
    """The history in which all that is missing happens at one instant: by those named, and as many others as it takes."""
    made: list[Entry] = []
    names = {test.pattern.said or test.pattern.name: test.pattern.name for rule in entry_rules(code) for test in tests_of(rule) if test.pattern is not None}
    for each in lacking:
        others = [name for name in each.among if name not in each.named]
        others += [f"another {number}" for number in range(max(0, max(each.more, bool(each.shares)) - len(each.named) - len(others)))] if not each.among else []
        doing = (*each.named, *(others if each.shares else others[: max(0, each.more - len(each.named))])) or ("",)
        made += [Happening(at, names[each.what], {"by": (name,)} if name else {}, said=each.what) for name in doing]
    return made
