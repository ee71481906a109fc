"""Entries of a history → lines of an event log that tell of them: the way back from `eventlog`.

Whatever is written here is read again before it is given out: a history that no log can tell has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from clausekit.model.declarations import Action
from clausekit.model.names import key
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import Instant, date_of
from clausekit.norms.eventlog import EventLog
from clausekit.norms.history import Change, Entry, Happening, fillers_of
from clausekit.norms.norm import Code, Names
from clausekit.norms.telling import Telling

_OBJECT = ("of", "object")
_STAGES = {"begin": "beginning", "complete": "completion"}


class LogLine(NamedTuple):
    """A line of an event log: the day, or the day and the hour, and what happens."""

    on: str
    event: str


class EventWords:
    """Tells histories of one treaty as event logs."""

    def __init__(self, treaty: Treaty, code: Code, telling: Telling | None = None) -> None:
        """Know the names of `treaty`, which was lowered to `code`; `telling` reads them."""
        self._code = code
        self._log = EventLog(telling or Telling(treaty, code))
        self._nouns: dict[str, tuple[str, bool]] = {}
        self._acts = frozenset(act.name for norm in code.norms for act in norm.acts)
        for action in reversed(treaty.actions):
            self._nouns[key(action.name)] = _named(action)
            if action.noun:
                self._nouns[key(action.noun)] = _named(action)
        names = [each.name for each in treaty.events] + [each.name for each in treaty.statuses] + [each.name for each in treaty.measures]
        for name in names:
            self._nouns.setdefault(key(name), (name, False))

    def log(self, entries: Iterable[Entry]) -> tuple[LogLine, ...] | None:
        """The lines that tell of a history, in order; None where one of its events cannot be told so that it is read as what it is."""
        found: list[LogLine] = []
        for entry in sorted(entries, key=lambda each: each.at):
            said = self.words(entry)
            if said is None:
                return None
            found.append(LogLine(self.on(entry.at), said))
        return tuple(dict.fromkeys(found))

    def on(self, at: Instant) -> str:
        """The day of an instant, with its hour where it is not the first."""
        calendar = self._code.calendar
        day = date_of(at, calendar)
        hours = at - calendar.begins(day.toordinal())
        if not hours:
            return day.isoformat()
        return (datetime.combine(day, datetime.min.time()) + timedelta(hours=hours)).isoformat(timespec="minutes")

    def words(self, entry: Entry) -> str | None:
        """What happens, in words that are read as just that; None where there are none."""
        for said in self._ways(entry):
            try:
                read = self._log.event(self.on(entry.at), said)
            except ValueError:
                continue
            if _is_same(read[0], entry):  # of a finding, what is found comes behind it
                return said
        return None

    # ------------------------------------------------------------ words that may do

    def _ways(self, entry: Entry) -> Iterable[str]:
        if isinstance(entry, Change):
            yield self._changed(entry)
            return
        noun, is_noun = self._nouns.get(entry.name, (entry.name, entry.name not in self._acts))
        for name, of in ((noun, is_noun), (entry.name, True), (entry.name, False)):
            for with_clauses in (True, False) if entry.clauses else (False,):
                yield self._happened(entry, name, of=of, with_clauses=with_clauses)
        if entry.said:
            yield entry.said

    def _changed(self, change: Change) -> str:
        name = self._nouns.get(key(change.name), (change.name, False))[0]
        roles = "".join(f" {preposition} {_listed(names)}" for preposition, names in change.roles.items())
        if change.holds is not None:
            return f"{name} {'begins' if change.holds else 'ends'}"
        if change.level:
            return f"{name}{roles} is {change.level}"
        return f"{name}{roles} is {_number(change.value or Decimal(0))}"

    def _happened(self, event: Happening, name: str, *, of: bool, with_clauses: bool) -> str:
        words = [f"{_STAGES[event.aspect]} of {name}" if event.aspect in _STAGES else name]
        if with_clauses:
            words.append(f"of {self._cited(event.clauses)}")
        roles = dict(event.roles)
        for preposition in _OBJECT:
            names = roles.pop(preposition, ())
            if names:
                words.append(f"of {_listed(self._outermost(names))}" if of else _listed(self._outermost(names)))
        words += [f"{preposition} {_listed(self._outermost(names))}" for preposition, names in roles.items() if names]
        words += [f"of {_number(amount)} {unit}".rstrip() for amount, unit in event.amounts]
        return " ".join(words)

    def _outermost(self, names: Names) -> Names:
        """Places without those around them: whoever tells of a place tells of these too."""
        around = {outer for name in names for outer in self._code.zones.get(name, ()) if outer != name}
        return tuple(name for name in names if name not in around) or names

    def _cited(self, clauses: frozenset[int]) -> str:
        """Some provisions: the article that holds just these, else clause by clause."""
        provisions = self._code.provisions
        if len(clauses) == len(provisions):
            return "this treaty"
        labels = [provisions[number].label for number in sorted(clauses)]
        if all(labels):
            return " and ".join(f"clause {label}" for label in labels)
        return " and ".join(dict.fromkeys(provisions[number].citation.lower() for number in sorted(clauses)))


def _named(action: Action) -> tuple[str, bool]:
    """What an act is called where it is told of, and whether that is a noun."""
    return (_bare(action.noun), True) if action.noun else (action.name, False)


def _bare(noun: str) -> str:
    first, _, rest = noun.partition(" ")
    return rest if first in ("a", "an", "the") and rest else noun


def _is_same(read: Entry, meant: Entry) -> bool:
    """Whether what was read is what was meant: whatever a norm may ask about it is the same."""
    if isinstance(read, Change) or isinstance(meant, Change):
        return type(read) is type(meant) and read._replace(at=0, said="", roles=_sets(read)) == meant._replace(at=0, said="", roles=_sets(meant))
    plain = (read.name, read.clauses, dict(read.amounts and [(unit, amount) for amount, unit in read.amounts]), read.aspect)
    other = (meant.name, meant.clauses, dict(meant.amounts and [(unit, amount) for amount, unit in meant.amounts]), meant.aspect)
    prepositions = (set(read.roles) | set(meant.roles)) - {*_OBJECT, "to", "on"}
    objects = set(fillers_of(read, "object")) == set(fillers_of(meant, "object"))
    return plain == other and objects and all(set(read.roles.get(each, ())) == set(meant.roles.get(each, ())) for each in prepositions)


def _sets(entry: Entry) -> dict[str, Names]:
    return {preposition: tuple(sorted(names)) for preposition, names in entry.roles.items() if names}


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():,f}"


def _listed(names: Names) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
