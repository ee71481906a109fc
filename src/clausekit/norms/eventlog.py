"""An event log, one JSON object a line, or events given by a program → entries of a history, with what is wrong in it line by line.

A line holds `on` (a date, as `2027-01-10`, or a date and an hour, as `2027-01-10T14:00` with or without an offset) and `event`, in the words of the clause
language: `armed attack by Russia on Ukraine`, `ceasefire begins`, `tanks of Russia are 300`. Other keys are left to whoever wrote them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from clausekit.model.resolve_clauses import ClauseResolver
from clausekit.model.resolve_scenarios import Tests
from clausekit.model.scenarios import Told
from clausekit.norms.calendar import Instant, hour_of
from clausekit.norms.history import Entry
from clausekit.norms.telling import Telling
from clausekit.source import Source
from clausekit.syntax.nodes import ToldNode
from clausekit.syntax.parser import parse

# A log is told of with this many mistakes at most: whoever has more mends the first ones and runs again.
MOST_MISTAKES = 50
_LONGEST_LINE = 20_000


class LogMistake(NamedTuple):
    """What is wrong with a line of an event log: its number from 1, and why."""

    line: int
    message: str


class EventLog:
    """Reads event logs of one treaty. What the same words mean is worked out once."""

    def __init__(self, telling: Telling) -> None:
        """Read events in the names of the treaty that `telling` knows."""
        self.mistakes: list[LogMistake] = []
        self._telling = telling
        self._known: dict[str, tuple[Entry, ...] | str] = {}
        self._resolver = ClauseResolver(telling.terms.vocabulary)
        self._last: Instant = -1

    def lines(self, text: Iterable[str]) -> Iterator[tuple[Instant, list[Entry]]]:
        """The entries of a log, those of one instant together, as they come. Lines that cannot be read are kept in `mistakes` and left out."""
        at: Instant = -1
        together: list[Entry] = []
        for number, line in enumerate(text, 1):
            if not line.strip():
                continue
            read = self._line(line)
            if isinstance(read, str):
                if len(self.mistakes) < MOST_MISTAKES:
                    self.mistakes.append(LogMistake(number, read))
                continue
            instant, entries = read
            if instant != at and together:
                yield at, together
                together = []
            at = instant
            together += entries
        if together:
            yield at, together

    def event(self, on: str | date | datetime, event: str) -> list[Entry]:
        """The entries of one event. Raises ValueError, saying why, for a day or an event that cannot be read."""
        at = self._instant(on)
        if isinstance(at, str):
            raise ValueError(at)  # noqa: TRY004  the value is wrong, whatever its type
        read = self._entries(event, at)
        if isinstance(read, str):
            raise ValueError(read)  # noqa: TRY004  as above
        return read

    # ------------------------------------------------------------ one line

    def _line(self, line: str) -> tuple[Instant, list[Entry]] | str:
        if len(line) > _LONGEST_LINE:
            return "this line is longer than any event"
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as problem:
            return f"this is no JSON object: {getattr(problem, 'msg', 'it is nested too deeply')}"
        if not isinstance(data, dict):
            return 'this is no JSON object with `on` and `event`, as in {"on": "2027-01-10", "event": "armed attack by Russia on Ukraine"}'
        missing = [name for name in ("on", "event") if not isinstance(data.get(name), str)]
        if missing:
            return f"`{missing[0]}` is missing, or is no text"
        at = self._instant(_with_hour(data))
        if isinstance(at, str):
            return at
        if at < self._last:
            return f"{data['on']} lies before the event above it: put the events in order"
        entries = self._entries(data["event"], at)
        if isinstance(entries, list):
            self._last = at
            return at, entries
        return entries

    def _instant(self, on: str | date | datetime) -> Instant | str:
        calendar = self._telling.code.calendar
        day: date | datetime
        if isinstance(on, str):
            try:
                day = datetime.fromisoformat(on) if "T" in on or " " in on else date.fromisoformat(on)
            except ValueError:
                return f"there is no such day as `{on[:40]}`; write it as in `2027-01-10`"
        else:
            day = on
        if isinstance(day, datetime):
            return hour_of(day) if day.tzinfo is not None else calendar.at(day.date(), f"{day.hour:02}:{day.minute:02}")
        return calendar.begins(day.toordinal())

    def _entries(self, event: str, at: Instant) -> list[Entry] | str:
        known = self._known.get(event)
        if known is None:
            known = self._known[event] = self._read(event)
        return known if isinstance(known, str) else [entry._replace(at=at) for entry in known]

    def _read(self, event: str) -> tuple[Entry, ...] | str:
        if "\n" in event or ";" in event:
            return "an event is one line, and one event"
        document, found = parse(Source(f"on day 0: {event.strip().rstrip('.')}."))
        if found or len(document.items) != 1 or not isinstance(document.items[0], ToldNode):
            why = found[0].message if found else "it is no event"
            return f"`{event[:80]}` cannot be read as an event: {why}"
        tests = Tests(self._resolver)
        tests.add(document.items[0])
        (told,) = tests.scenarios()[0].lines
        assert isinstance(told, Told)
        return tuple(self._telling.entries(told.atom, 0, negated=told.change == "ends"))


def _with_hour(data: dict[str, Any]) -> str:
    hour = data.get("hour")
    return f"{data['on']}T{hour}" if isinstance(hour, str) and "T" not in data["on"] else str(data["on"])
