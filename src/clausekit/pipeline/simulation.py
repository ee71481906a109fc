"""A reading and what happens → its timeline: the road of `simulate`, `duties` and `test`, and what the library offers for "what if"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from clausekit.chronicle import json_format, page, picture, text
from clausekit.chronicle.words import Words
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import Instant
from clausekit.norms.duties import Due, duties
from clausekit.norms.eventlog import EventLog
from clausekit.norms.history import Entry
from clausekit.norms.lower import Unstated, lower
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.scenario import history
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Record, Timeline


class Stage:
    """One treaty made ready to be played: what can be told of it, and what it makes of that."""

    def __init__(self, treaty: Treaty, *, unstated: Unstated = "joint") -> None:
        """Lower `treaty` to its norms. `unstated` settles what it leaves open on purpose."""
        self.treaty = treaty
        self.code: Code = lower(treaty, unstated=unstated)
        self.telling = Telling(treaty, self.code)

    def scenario(self, name: str) -> Simulation:
        """Play one of the treaty's own scenarios. Raises ValueError when there is none by that name."""
        for scenario in self.treaty.scenarios:
            if scenario.name.casefold() == name.casefold():
                entries, in_force = history(scenario, self.telling)
                return Simulation(self, play(self.code, entries, in_force=in_force))
        known = ", ".join(f"`{scenario.name}`" for scenario in self.treaty.scenarios) or "none"
        message = f"there is no scenario `{name}`; there are: {known}"
        raise ValueError(message)

    def events(self, events: Iterable[Mapping[str, Any] | tuple[str | date | datetime, str]], *, in_force: date | None = None) -> Simulation:
        """Play events: pairs of a day and an event in the words of the clause language, or mappings with `on` and `event`.

        Without `in_force` the treaty enters into force on the day of the first event. Raises ValueError for an event that cannot be read.
        """
        log = EventLog(self.telling)
        entries: list[Entry] = []
        for each in events:
            on, what = (each["on"], each["event"]) if isinstance(each, Mapping) else each
            entries += log.event(on, what)
        return Simulation(self, play(self.code, entries, in_force=self.begins(in_force, entries)))

    def begins(self, in_force: date | None, entries: list[Entry]) -> Instant | None:
        """The instant of entry into force: as given, else the first of the day of the first event."""
        calendar = self.code.calendar
        if in_force is not None:
            return calendar.begins(in_force.toordinal())
        return calendar.begins(calendar.day(min(entry.at for entry in entries))) if entries else None


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
        more = EventLog(self.stage.telling).event(on, event)
        entries = (*self.timeline.entries, *more)
        until = max(self.timeline.until, max((entry.at for entry in more), default=0))
        return Simulation(self.stage, play(self.stage.code, entries, in_force=self.timeline.in_force, until=until))

    def until(self, on: date) -> Simulation:
        """The same history, played on to the end of a day."""
        at = self.stage.code.calendar.ends(on.toordinal())
        return Simulation(self.stage, play(self.stage.code, self.timeline.entries, in_force=self.timeline.in_force, until=at))

    def compare(self, other: Simulation) -> Difference:
        """What became of norms in one course of events and not in the other."""
        mine, others = self._told(), other._told()
        return Difference(tuple(each for each in mine if each not in others), tuple(each for each in others if each not in mine))

    def _told(self) -> dict[str, None]:
        return dict.fromkeys(f"{self.words.day(record.at)}: {self.words.record(record)}" for record in self.timeline.records)

    def duties(self, on: date, *, party: str | None = None) -> tuple[Due, ...]:
        """What is owed at the end of a day, by everybody or by one."""
        return duties(self.until(on).timeline, self.stage.code.calendar.ends(on.toordinal()), party=party)

    def violations(self) -> tuple[Record, ...]:
        """Every violation, in order."""
        return self.timeline.violations()

    def render(self, form: str, *, title: str = "Timeline", whole: bool = False, width: int = 80) -> str:
        """The timeline as text, json, svg or html."""
        if form == "json":
            return json_format.render(self.timeline, self.words)
        if form == "svg":
            return picture.picture(self.timeline, self.words, title=title)
        if form == "html":
            return page.page(self.timeline, self.words, title=title)
        return "\n".join(text.lines(self.timeline, self.words, whole=whole, width=width)).rstrip() + "\n"
