"""A reading and what happens → its timeline: the road of `simulate`, `duties` and `test`, and what the library offers for "what if"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NamedTuple

from clausekit.chronicle import json_format, page, picture, text
from clausekit.chronicle.calendar_of_duties import Duties, in_words
from clausekit.chronicle.standing import Standing
from clausekit.chronicle.words import Said, Words
from clausekit.model.names import key
from clausekit.model.scenarios import Scenario
from clausekit.model.treaty import Treaty
from clausekit.norms.accession import entry_into_force
from clausekit.norms.calendar import Instant
from clausekit.norms.duties import duties
from clausekit.norms.eventlog import EventLog
from clausekit.norms.expecting import Expected, Expecting
from clausekit.norms.history import Entry
from clausekit.norms.joining import is_open, joined, who_joins
from clausekit.norms.leaving import leaving
from clausekit.norms.lower import Unstated, lower
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.scenario import Played, history, last_asserted, run, tells_of_entry_into_force
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline

Event = Mapping[str, Any] | tuple[str | date | datetime, str]
"""An event of a program: a day (as a date, or as text) and what happens, as a pair or as a mapping with `on` and `event`, as in a line of an event log."""
FORMATS = ("text", "json", "svg", "html")


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

    def scenario(self, name: str, *, in_force: date | None = None) -> Simulation:
        """Play one of the treaty's own scenarios. `in_force` dates the entry into force, whatever it says of that itself.

        Raises ValueError when there is none by that name.
        """
        for scenario in self.treaty.scenarios:
            if scenario.name.casefold() == name.casefold():
                stage = self.joined_by(who_joins(scenario))
                entries, begins = history(scenario, stage.telling)
                if in_force is not None:
                    begins = stage.code.calendar.begins(in_force.toordinal())
                return Simulation(stage, play(stage.code, entries, in_force=begins, until=last_asserted(scenario, stage.telling)), scenario.name)
        known = ", ".join(f"`{scenario.name}`" for scenario in self.treaty.scenarios) or "none"
        message = f"there is no scenario `{name}`{_meant(name, [scenario.name for scenario in self.treaty.scenarios])}; there are: {known}"
        raise ValueError(message)

    def events(self, events: Iterable[Event], *, in_force: date | None = None) -> Simulation:
        """Play events, in any order. Raises ValueError, naming the event by its number from 1, for one that cannot be read.

        Without `in_force` the treaty enters into force by what happens, where the events tell of that, else on the day of the first event.
        """
        told = list(events)
        log = EventLog(self.telling)
        entries = _entries(told, log)
        stage = self.joined_by(log.joins)
        return stage.play(entries if stage is self else _entries(told, EventLog(stage.telling)), in_force=in_force)

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
        if until is None and begins is not None and not entries:
            until = calendar.ends(calendar.day(begins))
        return Simulation(self, play(self.code, entries, in_force=begins, until=until))

    def joined_by(self, names: Iterable[str]) -> Stage:
        """The stage for an open treaty once others have signed or consented to it; the same one where nobody is new."""
        joining = tuple(names)
        if not joining or not is_open(self.treaty):
            return self
        treaty = joined(self.treaty, joining)
        own = set(self.code.parties)
        if treaty == self.treaty:
            return self
        return Stage(treaty, unstated=self._unstated, joining=[*self.code.joining, *(name for name in joining if name not in own)])


def _entries(events: Sequence[Event], log: EventLog) -> list[Entry]:
    found: list[Entry] = []
    for number, event in enumerate(events, 1):
        try:
            found += log.event(*_pair(event))
        except ValueError as problem:
            message = f"event {number}: {problem}"
            raise ValueError(message) from None
    return found


def _pair(event: object) -> tuple[str | date | datetime, str]:
    """The day of an event and what happens, whatever a program gave."""
    if isinstance(event, Mapping):
        missing = [name for name in ("on", "event") if name not in event]
        if missing:
            message = f"`{missing[0]}` is missing"
            raise ValueError(message)
        hour = event.get("hour")
        on, told = (f"{event['on']}T{hour}" if hour else event["on"]), event["event"]
    elif isinstance(event, tuple) and len(event) == 2:
        on, told = event
    else:
        message = 'an event is a pair, as ("2027-01-10", "armed attack by Russia"), or a mapping with `on` and `event`'
        raise ValueError(message)
    if not isinstance(on, str | date) or not isinstance(told, str):
        message = "`on` is a day, as a date or as text, and `event` is text"
        raise ValueError(message)  # noqa: TRY004  what a caller gave is told in one way
    return on, told


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name.casefold(), [each.casefold() for each in known], 1)
    return "".join(f" (did you mean `{each}`?)" for each in known if near and each.casefold() == near[0])


class Difference(NamedTuple):
    """Where two timelines part: what only the first holds, and what only the second does, in words."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


class Simulation:
    """A history that was played. It never changes: `after` and `until` make another one.

    Days are given as dates or as text (`2027-01-10`). `timeline` holds the records as they were made, in instants; `words` says them.
    """

    def __init__(self, stage: Stage, timeline: Timeline, name: str = "") -> None:
        """Keep what was played, and the treaty it was played with."""
        self.stage = stage
        self.timeline = timeline
        self.words = Words(stage.treaty, timeline)
        self.name = name

    @property
    def title(self) -> str:
        """What it is of: the treaty, and the scenario where it is one."""
        treaty = self.stage.treaty.short or self.stage.treaty.title or "Timeline"
        return f"{treaty}: {self.name}" if self.name else treaty

    # ------------------------------------------------------------ other courses of events

    def after(self, on: str | date | datetime, event: str) -> Simulation:
        """The same history with one event more, played again: "what if". Raises ValueError for an event that cannot be read."""
        log = EventLog(self.stage.telling)
        more = log.event(*_pair((on, event)))
        stage = self.stage.joined_by(log.joins)
        if stage is not self.stage:  # the treaty is open, and somebody new joins it
            more = EventLog(stage.telling).event(on, event)
        entries = (*self.timeline.entries, *more)
        until = max(self.timeline.until, max((entry.at for entry in more), default=0))
        return Simulation(stage, play(stage.code, entries, in_force=self.timeline.in_force, until=until), self.name)

    def until(self, on: str | date) -> Simulation:
        """The same history up to the end of a day, which may lie before its last event or behind it."""
        at = self._end_of(on)
        entries = tuple(entry for entry in self.timeline.entries if entry.at <= at)
        return Simulation(self.stage, play(self.stage.code, entries, in_force=self.timeline.in_force, until=at), self.name)

    def compare(self, other: Simulation) -> Difference:
        """What became of norms in one course of events and not in the other."""
        mine, others = self._told(), other._told()
        return Difference(tuple(each for each in mine if each not in others), tuple(each for each in others if each not in mine))

    def _told(self) -> dict[str, None]:
        return dict.fromkeys(f"{self.words.day(record.at)}: {self.words.record(record)}" for record in self.timeline.records)

    # ------------------------------------------------------------ what came of it

    def lines(self, *kinds: str) -> tuple[Said, ...]:
        """Everything that was recorded, or what is of some kinds (`event`, `violated`, `fulfilled` …), in order and in words."""
        records = self.timeline.of_kind(*kinds) if kinds else iter(self.timeline.records)
        return tuple(self.words.said(record) for record in records)

    def violations(self) -> tuple[Said, ...]:
        """Every violation, in order, with who answers for it."""
        return self.lines("violated")

    def duties(self, on: str | date, *, party: str | None = None, until: str | date | None = None, conditional: bool = False) -> Duties:
        """What is owed at the end of a day, by everybody or by one.

        With `until`, the later periods of what recurs are there too, as far as they end by that day; with `conditional`, what is owed only if something
        happens.
        """
        at = self._end_of(on)
        now = self.until(on)
        found = duties(now.timeline, at, party=party, until=-1 if until is None else self._end_of(until))
        wanted = [due for due in found if conditional or due.status != "if"]
        return in_words(wanted, now.words, title=self.stage.treaty.short or self.stage.treaty.title or "The treaty", on=day_of(on))

    def standing(self, on: str | date, *, title: str = "") -> Standing:
        """The life of the treaty at the end of a day: who has consented, for whom it is in force, what is missing, how each may leave."""
        at = self._end_of(on)
        now = self.until(on).timeline
        since = {name: record.at for record in now.of_kind("in force") for name in record.who}
        gone = {name: record.at for record in now.of_kind("withdrawn") for name in record.who}
        left = tuple((name, at) for name, at in gone.items() if at >= since.get(name, at))
        ended = next((record.at for record in now.of_kind("ended")), None)
        entry = entry_into_force(self.stage.code, now.entries, at, in_force=self.timeline.in_force)
        named = title or self.stage.treaty.short or self.stage.treaty.title or "The treaty"
        return Standing(named, day_of(on), entry, left, ended, leaving(now, at), self.stage.code.calendar)

    def _end_of(self, on: str | date) -> Instant:
        return self.stage.code.calendar.ends(day_of(on).toordinal())

    def render(self, form: str = "text", *, title: str = "", whole: bool = False, width: int = 80) -> str:
        """The timeline as text, json, svg or html. Raises ValueError for another format.

        `whole` tells also what merely stands from entry into force on, and what nothing is told of; JSON always does.
        """
        named = title or self.title
        if form == "json":
            return json_format.render(self.timeline, self.words)
        if form == "svg":
            return picture.picture(self.timeline, self.words, title=named, whole=whole)
        if form == "html":
            return page.page(self.timeline, self.words, title=named, whole=whole)
        if form != "text":
            message = f"a timeline has no format `{form}`; there are: {', '.join(FORMATS)}"
            raise ValueError(message)
        return "\n".join(text.lines(self.timeline, self.words, whole=whole, width=width)).rstrip() + "\n"


def day_of(on: str | date) -> date:
    """A day, given as a date or as text. Raises ValueError for what is none."""
    if isinstance(on, datetime):
        return on.date()
    if isinstance(on, date):
        return on
    try:
        return date.fromisoformat(on)
    except (TypeError, ValueError):
        message = f"there is no such day as `{str(on)[:40]}`; write it as in `2027-01-10`"
        raise ValueError(message) from None
