"""A reading and what happens → its timeline: the road of `simulate`, `duties` and `test`, and what the library offers for "what if"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from clausekit.chronicle import json_format, page, picture, text
from clausekit.chronicle.standing import Standing
from clausekit.chronicle.words import Words
from clausekit.model.names import key
from clausekit.model.scenarios import Scenario
from clausekit.model.treaty import Treaty
from clausekit.norms.accession import entry_into_force
from clausekit.norms.calendar import Instant
from clausekit.norms.duties import Due, duties
from clausekit.norms.eventlog import EventLog
from clausekit.norms.expecting import Expected, Expecting
from clausekit.norms.history import Entry
from clausekit.norms.joining import is_open, joined, who_joins
from clausekit.norms.leaving import Leaving, leaving
from clausekit.norms.lower import Unstated, lower
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.scenario import Played, history, last_asserted, run, tells_of_entry_into_force
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Record, Timeline


class Stage:
    """One treaty made ready to be played: what can be told of it, and what it makes of that."""

    def __init__(self, treaty: Treaty, *, unstated: Unstated = "joint", joining: Iterable[str] = ()) -> None:
        """Lower `treaty` to its norms. `unstated` settles what it leaves open on purpose; `joining` are those of its Parties who join it as an open treaty."""
        self.treaty = treaty
        code = lower(treaty, unstated=unstated)
        names = {key(name) for name in joining}
        self.code: Code = code._replace(joining=tuple(name for name in code.parties if key(name) in names))
        self.telling = Telling(treaty, self.code)
        self._unstated: Unstated = unstated

    def run(self, scenario: Scenario) -> Played:
        """Play a scenario, and hold its assertions to what comes of it."""
        return run(scenario, self.joined_by(who_joins(scenario)).telling)

    def expected(self, played: Sequence[Played]) -> Iterator[Expected]:
        """What scenarios that were played say of each expectation of the treaty."""
        expecting = Expecting(self.treaty, self.telling, unstated=self._unstated)
        return (expecting.verdict(expectation, played) for expectation in self.treaty.expectations)

    def scenario(self, name: str) -> Simulation:
        """Play one of the treaty's own scenarios. Raises ValueError when there is none by that name."""
        for scenario in self.treaty.scenarios:
            if scenario.name.casefold() == name.casefold():
                stage = self.joined_by(who_joins(scenario))
                entries, in_force = history(scenario, stage.telling)
                return Simulation(stage, play(stage.code, entries, in_force=in_force, until=last_asserted(scenario, stage.telling)))
        known = ", ".join(f"`{scenario.name}`" for scenario in self.treaty.scenarios) or "none"
        message = f"there is no scenario `{name}`; there are: {known}"
        raise ValueError(message)

    def events(self, events: Iterable[Mapping[str, Any] | tuple[str | date | datetime, str]], *, in_force: date | None = None) -> Simulation:
        """Play events: pairs of a day and an event in the words of the clause language, or mappings with `on` and `event`.

        Without `in_force` the treaty enters into force on the day of the first event. Raises ValueError for an event that cannot be read.
        """
        told = [(each["on"], each["event"]) if isinstance(each, Mapping) else each for each in events]
        log = EventLog(self.telling)
        entries = [entry for on, what in told for entry in log.event(on, what)]
        stage = self.joined_by(log.joins)
        if stage is not self:
            again = EventLog(stage.telling)
            entries = [entry for on, what in told for entry in again.event(on, what)]
        return stage.play(entries, in_force=in_force)

    def play(self, entries: Sequence[Entry], *, in_force: date | None = None, until: Instant | None = None) -> Simulation:
        """Play a history.

        Entry into force is dated as given; it follows from what happens where the history tells of that; else it is the day of the first event.
        """
        calendar = self.code.calendar
        begins: Instant | None
        if in_force is not None:
            begins = calendar.begins(in_force.toordinal())
        elif not entries or tells_of_entry_into_force(self.code, entries):
            begins = None
        else:
            begins = calendar.begins(calendar.day(min(entry.at for entry in entries)))
        return Simulation(self, play(self.code, entries, in_force=begins, until=until))

    def joined_by(self, names: Iterable[str]) -> Stage:
        """The stage for an open treaty once others have signed or consented to it; the same one where nobody is new."""
        joining = tuple(names)
        if not joining or not is_open(self.treaty):
            return self
        treaty = joined(self.treaty, joining)
        own = set(self.code.parties)
        return self if treaty == self.treaty else Stage(treaty, unstated=self._unstated, joining=[name for name in joining if name not in own])


class Difference(NamedTuple):
    """Where two timelines part: what only the first holds, and what only the second does, in words."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


class Simulation:
    """A history that was played. It never changes: `after` makes another one."""

    def __init__(self, stage: Stage, timeline: Timeline) -> None:
        """Keep what was played, and the treaty it was played with."""
        self.stage = stage
        self.timeline = timeline
        self.words = Words(stage.treaty, timeline)

    def after(self, on: str | date | datetime, event: str) -> Simulation:
        """The same history with one event more, played again: "what if". Raises ValueError for an event that cannot be read."""
        log = EventLog(self.stage.telling)
        more = log.event(on, event)
        if self.stage.joined_by(log.joins) is not self.stage:
            message = "a new Party changes the treaty: play its whole history again with `Stage.events`"
            raise ValueError(message)
        entries = (*self.timeline.entries, *more)
        until = max(self.timeline.until, max((entry.at for entry in more), default=0))
        return Simulation(self.stage, play(self.stage.code, entries, in_force=self.timeline.in_force, until=until))

    def until(self, on: date) -> Simulation:
        """The same history up to the end of a day, which may lie before its last event or behind it."""
        at = self.stage.code.calendar.ends(on.toordinal())
        entries = tuple(entry for entry in self.timeline.entries if entry.at <= at)
        return Simulation(self.stage, play(self.stage.code, entries, in_force=self.timeline.in_force, until=at))

    def compare(self, other: Simulation) -> Difference:
        """What became of norms in one course of events and not in the other."""
        mine, others = self._told(), other._told()
        return Difference(tuple(each for each in mine if each not in others), tuple(each for each in others if each not in mine))

    def _told(self) -> dict[str, None]:
        return dict.fromkeys(f"{self.words.day(record.at)}: {self.words.record(record)}" for record in self.timeline.records)

    def duties(self, on: date, *, party: str | None = None, until: date | None = None) -> tuple[Due, ...]:
        """What is owed at the end of a day, by everybody or by one; with `until`, the later periods of what recurs too, as far as they end by that day."""
        calendar = self.stage.code.calendar
        last = calendar.ends(until.toordinal()) if until is not None else -1
        return duties(self.until(on).timeline, calendar.ends(on.toordinal()), party=party, until=last)

    def standing(self, on: date, *, title: str = "") -> Standing:
        """The life of the treaty at the end of a day: who has consented, for whom it is in force, what is missing, how each may leave."""
        now = self.until(on).timeline
        at = self.stage.code.calendar.ends(on.toordinal())
        left = tuple((name, record.at) for record in now.of_kind("withdrawn") for name in record.who)
        ended = next((record.at for record in now.of_kind("ended")), None)
        entry = entry_into_force(self.stage.code, now.entries, at, in_force=self.timeline.in_force)
        return Standing(title, on, entry, left, ended, leaving(now, at))

    def leaving(self, on: date) -> tuple[Leaving, ...]:
        """For each Party, from when it could leave if it gave notice on a day, or as soon after it as that is allowed."""
        at = self.stage.code.calendar.ends(on.toordinal())
        return leaving(self.until(on).timeline, at)

    def violations(self) -> tuple[Record, ...]:
        """Every violation, in order."""
        return self.timeline.violations()

    def render(self, form: str, *, title: str = "Timeline", whole: bool = False, width: int = 80) -> str:
        """The timeline as text, json, svg or html."""
        if form == "json":
            return json_format.render(self.timeline, self.words)
        if form == "svg":
            return picture.picture(self.timeline, self.words, title=title, whole=whole)
        if form == "html":
            return page.page(self.timeline, self.words, title=title, whole=whole)
        return "\n".join(text.lines(self.timeline, self.words, whole=whole, width=width)).rstrip() + "\n"
