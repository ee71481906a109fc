"""A scenario of a treaty → its history, the timeline it plays to, and what of its assertions holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from clausekit.model.scenarios import Asserted, Claim, Moment, Scenario, Told
from clausekit.norms.calendar import Instant
from clausekit.norms.claims import Standings, holds
from clausekit.norms.consent import consents, entry_rules, tests_of
from clausekit.norms.history import Entry
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline
from clausekit.source import Span

# Where a scenario that dates nothing begins: a day like any other, and a Thursday.
FIRST_DAY = date(2026, 1, 1)


class Failure(NamedTuple):
    """An assertion that does not hold: where it stands, when it should, what it says, and what is so instead."""

    span: Span | None
    at: Instant
    claim: str
    instead: str


class Played(NamedTuple):
    """A scenario as it was played."""

    scenario: Scenario
    timeline: Timeline
    asserted: int
    failures: tuple[Failure, ...]


def run(scenario: Scenario, telling: Telling) -> Played:
    """Play a scenario, and hold its assertions to what came of it."""
    code = telling.code
    first = _first_day(scenario)
    entries = list(_entries(scenario, telling, first))
    asserted = [(_last(line.moment, code, first), line) for line in scenario.lines if isinstance(line, Asserted)]
    until = max((at for at, _ in asserted), default=None)
    timeline = play(code, entries, in_force=_in_force(scenario, code, entries, first), until=until)
    failures: list[Failure] = []
    for at, line in asserted:
        failures += _failures(line, at, timeline, telling)
    return Played(scenario, timeline, sum(len(line.claims) for _, line in asserted), tuple(failures))


def history(scenario: Scenario, telling: Telling) -> tuple[tuple[Entry, ...], Instant | None]:
    """What a scenario tells, in order, and when the treaty enters into force; None where that follows from what is told."""
    first = _first_day(scenario)
    entries = sorted(_entries(scenario, telling, first), key=lambda entry: entry.at)
    return tuple(entries), _in_force(scenario, telling.code, entries, first)


def _first_day(scenario: Scenario) -> date:
    """Day 0: that of the first event that is dated."""
    dated = (line.moment.on for line in scenario.lines if isinstance(line, Told) and line.moment.on is not None)
    return next(dated, None) or scenario.in_force or FIRST_DAY


def _entries(scenario: Scenario, telling: Telling, first: date) -> Iterator[Entry]:
    for line in scenario.lines:
        if isinstance(line, Told):
            at = _begins(line.moment, telling.code, first)
            yield from telling.entries(line.atom, at, negated=line.change == "ends")


def _begins(moment: Moment, code: Code, first: date) -> Instant:
    return code.calendar.at(_day(moment, first), moment.hour, moment.zone)


def _last(moment: Moment, code: Code, first: date) -> Instant:
    """The instant an assertion is about: its hour, or the last of its day."""
    return _begins(moment, code, first) if moment.hour else code.calendar.ends(_day(moment, first).toordinal())


def _day(moment: Moment, first: date) -> date:
    if moment.on is not None:
        return moment.on
    return date.fromordinal(min(first.toordinal() + (moment.day or 0), date.max.toordinal()))


def _in_force(scenario: Scenario, code: Code, entries: list[Entry], first: date) -> Instant | None:
    """When the treaty enters into force: as dated; by what happens, where the scenario tells of what it hangs on; else for all on day 0."""
    if scenario.in_force is not None:
        return code.calendar.at(scenario.in_force)
    return None if tells_of_entry_into_force(code, entries) else code.calendar.begins(first.toordinal())


def last_asserted(scenario: Scenario, telling: Telling) -> Instant | None:
    """The last instant that a scenario asserts anything of; None for none."""
    first = _first_day(scenario)
    return max((_last(line.moment, telling.code, first) for line in scenario.lines if isinstance(line, Asserted)), default=None)


def tells_of_entry_into_force(code: Code, entries: Iterable[Entry]) -> bool:
    """Whether a history tells of what entry into force hangs on, so that it follows from there."""
    hangs_on = {*consents(code), "signature", *(test.pattern.name for rule in entry_rules(code) for test in tests_of(rule) if test.pattern is not None)}
    return bool(entry_rules(code)) and any(entry.name in hangs_on for entry in entries)


def _failures(line: Asserted, at: Instant, timeline: Timeline, telling: Telling) -> Iterator[Failure]:
    standings = Standings(timeline, at)
    before: Claim | None = None
    for claim in line.claims:
        whole = claim if claim.references or claim.event is not None or before is None else claim._replace(references=before.references, event=before.event)
        before = whole
        said, is_so, instead = holds(whole, standings, telling)
        if not is_so:
            yield Failure(claim.span, at, said, instead)
