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
from clausekit.model.terms import Occurs
from clausekit.norms.calendar import Instant
from clausekit.norms.history import Entry, Happening
from clausekit.norms.joining import SIGNATURE, is_consent, who_joins
from clausekit.norms.norm import Code
from clausekit.norms.telling import Telling
from clausekit.source import Source
from clausekit.syntax.nodes import ToldNode
from clausekit.syntax.parser import parse

# A log is told of with this many mistakes at most: whoever has more mends the first ones and runs again.
MOST_MISTAKES = 50
LONGEST_LINE = 20_000
_SAMPLE = 'a line is written as {"on": "2027-01-10", "event": "armed attack by Russia on Ukraine"}'
# What is played at once is held in memory at once, at a few hundred bytes an event.
MOST_EVENTS = 1_000_000


class LogMistake(NamedTuple):
    """What is wrong with a line of an event log: its number from 1, and why."""

    line: int
    message: str


class EventLog:
    """Reads event logs of one treaty. What the same words mean is worked out once."""

    def __init__(self, telling: Telling) -> None:
        """Read events in the names of the treaty that `telling` knows."""
        self.mistakes: list[LogMistake] = []
        self.notes: dict[str, None] = {}
        """What was read, and probably does not mean what its author thinks."""
        self.joins: dict[str, None] = {}
        """Those who sign or consent, as they are spelled."""
        self.count = 0
        self._telling = telling
        self._is_open = telling.is_open
        self._heard = telling.heard
        self._signed_on = telling.terms.treaty.done_on
        self._consented: dict[str, int] = {}
        self._known: dict[str, tuple[Entry, ...] | str] = {}
        self._resolver = ClauseResolver(telling.terms.vocabulary)
        self._last: Instant = -1

    def lines(self, text: Iterable[str | bytes]) -> Iterator[tuple[Instant, list[Entry]]]:
        """The entries of a log, those of one instant together, as they come. Lines that cannot be read are kept in `mistakes` and left out.

        Raises ValueError for a log of more events than can be played at once.
        """
        at: Instant = -1
        together: list[Entry] = []
        for number, line in enumerate(text, 1):
            if not line.strip():
                continue
            self.count += 1
            if self.count > MOST_EVENTS:
                message = f"there are more than {MOST_EVENTS:,} events in it: play it in parts"
                raise ValueError(message)
            read = self._line(line, number)
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

    @property
    def code(self) -> Code:
        """The treaty it is an event log of, lowered."""
        return self._telling.code

    # ------------------------------------------------------------ one line

    def _line(self, line: str | bytes, number: int) -> tuple[Instant, list[Entry]] | str:
        data = _object(line)
        if isinstance(data, str):
            return data
        at = self._instant(_with_hour(data))
        if isinstance(at, str):
            return at
        if at < self._last:
            return f"{data['on']} lies before the event above it: put the events in order"
        entries = self._entries(data["event"], at)
        if isinstance(entries, str):
            return entries
        wrong = self._out_of_order(entries, number, at)
        if wrong:
            return wrong
        self._last = at
        return at, entries

    def _out_of_order(self, entries: list[Entry], number: int, at: Instant) -> str:
        """What cannot have happened so early: anything before the treaty was signed, consent before one's own signature."""
        if self._signed_on is not None and at < self._telling.code.calendar.begins(self._signed_on.toordinal()):
            return f"this lies before the signature of the treaty on {self._signed_on.isoformat()}"
        for entry in entries:
            if isinstance(entry, Happening) and is_consent(entry.name):
                for name in entry.by:
                    if entry.name != SIGNATURE:
                        self._consented.setdefault(name, number)
                    elif name in self._consented:
                        return f"{name} signs only now, and consented in line {self._consented[name]} already: a signature comes first"
        return ""

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
            return calendar.instant(day) if day.tzinfo is not None else calendar.at(day.date(), f"{day.hour:02}:{day.minute:02}")
        return calendar.begins(day.toordinal())

    def _entries(self, event: str, at: Instant) -> list[Entry] | str:
        known = self._known.get(event)
        if known is None:
            known = self._known[event] = self._read(event)
        return known if isinstance(known, str) else [entry._replace(at=at) for entry in known]

    def _read(self, event: str) -> tuple[Entry, ...] | str:
        if not event.strip(" .\t\r\n"):
            return "`event` is empty: it says what happens, as in `armed attack by Russia on Ukraine`"
        if any(mark in event for mark in "\n;#"):
            return "an event is one line, and one event, without `;` and `#`"
        document, found = parse(Source(f"on day 0: {event.strip().rstrip('.')}."))
        if found or len(document.items) != 1 or not isinstance(document.items[0], ToldNode):
            why = found[0].message if found else "it is no event"
            return f"`{event[:80]}` cannot be read as an event: {why}"
        tests = Tests(self._resolver)
        tests.add(document.items[0])
        scenario = tests.scenarios()[0]
        (told,) = scenario.lines
        assert isinstance(told, Told)
        self.joins |= dict.fromkeys(who_joins(scenario))
        wrong = self._nobody(told)
        if wrong:
            return wrong
        entries = tuple(self._telling.entries(told.atom, 0, negated=told.change == "ends"))
        self._strangers(told)
        self._unheard(event, entries)
        return entries

    def _nobody(self, told: Told) -> str:
        """Why nobody of whom an event tells can have done it: only an open treaty has to do with those it does not name."""
        vocabulary = self._telling.terms.vocabulary
        if self._is_open or not isinstance(told.atom, Occurs):
            return ""
        for role in told.atom.event.roles:
            for actor in role.actors.members if role.preposition in ("by", "on behalf of") and role.actors is not None else ():
                if vocabulary.who(actor.name) is None:
                    near = vocabulary.near(actor.name, "who")
                    meant = f"did you mean `{near}`?" if near else f"declare it, as in `state {actor.name}.`, if it can act"
                    return f"the treaty knows nobody called `{actor.name}`; {meant}"
        return ""

    def _strangers(self, told: Told) -> None:
        """Note whoever an event is told of, but not by, and who is probably misspelled: what is done to nobody sets nothing off."""
        vocabulary = self._telling.terms.vocabulary
        roles = told.atom.event.roles if isinstance(told.atom, Occurs) else told.atom.roles
        for role in roles:
            for actor in role.actors.members if role.actors is not None else ():
                if vocabulary.anything(actor.name) is None and vocabulary.thing(actor.name) is None and len(self.notes) < MOST_MISTAKES:
                    near = vocabulary.near(actor.name, "who", "things")
                    if near:
                        self.notes[f"the treaty knows nobody called `{actor.name}`; did you mean `{near}`?"] = None

    def _unheard(self, event: str, entries: tuple[Entry, ...]) -> None:
        """Note an event that no sentence speaks of, where another name is near it."""
        vocabulary = self._telling.terms.vocabulary
        for entry in entries:
            if entry.name not in self._heard and vocabulary.happening(entry.name) is None and len(self.notes) < MOST_MISTAKES:
                near = vocabulary.near(entry.name, "happenings", "actions")
                if near:
                    self.notes[f"no sentence speaks of `{event[:80]}`; did you mean `{near}`?"] = None


def _object(line: str | bytes) -> dict[str, Any] | str:
    """What stands in a line, or why it cannot be read."""
    if len(line) > LONGEST_LINE:
        return "this line is longer than any event"
    try:
        data = json.loads(line if isinstance(line, str) else line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "this is no text in UTF-8; save the log as plain text in UTF-8"
    except RecursionError:
        return f"this is no event: it is nested too deeply; {_SAMPLE}"
    except json.JSONDecodeError as problem:
        why = problem.msg.removesuffix(" at")
        return f"this is no JSON object: {why[0].lower()}{why[1:]}, at its character {problem.pos + 1}"
    except ValueError:
        return f"this is no event: it holds a number that is too long; {_SAMPLE}"
    return _shaped(data)


def _shaped(data: object) -> dict[str, Any] | str:
    """What JSON says, if that is an event."""
    if not isinstance(data, dict):
        return f"this is no JSON object; {_SAMPLE}"
    for name in ("on", "event"):
        if name not in data:
            return f"`{name}` is missing; {_SAMPLE}"
        if not isinstance(data[name], str):
            return f"`{name}` must be a text in quotation marks; {_SAMPLE}"
    if not isinstance(data.get("hour", ""), str):
        return '`hour` must be a text in quotation marks, as in "14:00"'
    return data


def _with_hour(data: dict[str, Any]) -> str:
    hour = data.get("hour", "")
    return f"{data['on']}T{hour}" if hour and "T" not in data["on"] else str(data["on"])
