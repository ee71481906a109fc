"""An answer → the same one shown by the plainest history there is: without events that are not needed, and on whole days.

Every history that is tried is played, and is taken only if it shows the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clausekit.logic.answers import Answer, Witness
from clausekit.logic.parts import Parts
from clausekit.logic.replay import is_so, replay
from clausekit.norms.calendar import NEVER, Instant, date_of
from clausekit.norms.history import Entry
from clausekit.norms.norm import Code, Condition
from clausekit.norms.timeline import Timeline

# A history of more events than this is left as it is: each of them would have to be tried.
_MOST_EVENTS = 40


def shrunk(code: Code, answer: Answer) -> Answer:
    """The answer with a witness of which nothing more can be left out."""
    if answer.witness is None or len(answer.witness.entries) > _MOST_EVENTS:
        return answer
    shows = _shows(code, answer)
    if not shows(answer.witness):
        return answer
    best = answer.witness
    changed = True
    while changed:
        smaller = next((each for each in _smaller(code, best) if shows(each)), None)
        changed, best = smaller is not None, smaller or best
    later = _later(code, best)
    return answer._replace(witness=later if later is not None and shows(later) else best)


def _shows(code: Code, answer: Answer) -> Callable[[Witness], bool]:
    """Whether a witness shows what an answer claims."""
    if answer.question in _BY_SITUATION:
        assert answer.witness is not None
        situation = _Situation(code, answer, answer.witness)
        return situation.is_that_of
    return lambda witness: is_so(code, answer._replace(witness=witness))


def _smaller(code: Code, witness: Witness) -> Iterator[Witness]:
    """The same with one event less, the last first; then with one event at the beginning of its day."""
    for place in reversed(range(len(witness.entries))):
        yield witness._replace(entries=(*witness.entries[:place], *witness.entries[place + 1 :]))
    calendar = code.calendar
    for place, entry in enumerate(witness.entries):
        begins = calendar.begins(calendar.day(entry.at))
        if begins < entry.at:
            moved = entry._replace(at=begins)
            entries = sorted((*witness.entries[:place], moved, *witness.entries[place + 1 :]), key=lambda each: each.at)
            at = begins if witness.at == entry.at else witness.at
            yield witness._replace(entries=tuple(entries), at=at)


def _later(code: Code, witness: Witness) -> Witness | None:
    """The same from the first day of the next month on, where the first event falls on the day of entry into force, and is taken for a part of it."""
    calendar, first = code.calendar, min((entry.at for entry in witness.entries), default=-1)
    if calendar.day(first) != calendar.day(witness.in_force):
        return None
    day = date_of(witness.in_force, calendar)
    by = calendar.begins(day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1, day=1).toordinal()) - calendar.begins(day.toordinal())
    entries = tuple(entry._replace(at=entry.at + by) for entry in witness.entries)
    return witness._replace(entries=entries, at=witness.at + by if witness.at >= first else witness.at, until=witness.until + by)


# ---------------------------------------------------------------- the same situation


# What these claim of the future is proved of a situation, and holds of every history that comes to the same.
_BY_SITUATION = frozenset({"conflict", "collision", "budget"})


@dataclass
class _Situation:
    """What some norms come to at an instant of a witness. An event that these speak of is part of it; any other is part of how it came about."""

    code: Code
    answer: Answer
    witness: Witness

    def __post_init__(self) -> None:
        self._concerned = set(Parts(self.code).of(self.answer.norms).numbers)
        self._heard = _heard(self.code, self._concerned)
        self._known = self._of(self.witness)

    def is_that_of(self, witness: Witness) -> bool:
        """Whether another witness comes to the same."""
        return self._of(witness) == self._known

    def _of(self, witness: Witness) -> object:
        timeline = replay(self.code, witness)
        told = [(entry.name, sorted(entry.roles.items()), self._place(entry, witness)) for entry in witness.entries if entry.name in self._heard]
        return sorted(map(str, told)), sorted(map(str, self._states(timeline, witness.at)))

    def _place(self, entry: Entry, witness: Witness) -> Instant:
        return self.code.calendar.day(entry.at) - self.code.calendar.day(witness.at)

    def _states(self, timeline: Timeline, at: Instant) -> Iterator[object]:
        states, closings = timeline.states(at), timeline.closings(at)
        for each in timeline.opened:
            if each.norm in self.answer.norms and each.number in states:
                closes = closings.get(each.number, each.closes)
                yield each.norm, each.bearers, sorted(each.bindings.items()), states[each.number], closes - at if closes < NEVER else NEVER


def _heard(code: Code, norms: set[int]) -> set[str]:
    """The names of all events, statuses and measures that some norms speak of, and of what has effects on every norm."""
    found: set[str] = set()
    for norm in code.norms:
        if norm.number not in norms and norm.effect is None:
            continue
        found.update(act.name for act in norm.acts)
        conditions: list[Condition | None] = [norm.trigger, norm.ensured, *(guard.condition for guard in norm.guards)]
        conditions += [window.anchor for window in norm.windows]
        for condition in conditions:
            for alternative in condition or ():
                found.update(test.pattern.name if test.pattern is not None else test.name for test in alternative)
    return found
