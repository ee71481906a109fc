"""An answer → the same one shown by the plainest history there is: without events that are not needed, and on whole days.

Every history that is tried is played, and is taken only if it shows the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clausekit.logic.answers import Answer, Witness
from clausekit.logic.parts import Parts
from clausekit.logic.replay import active, is_so, replay
from clausekit.norms.calendar import NEVER, Instant, date_of
from clausekit.norms.history import Entry
from clausekit.norms.norm import Code, Condition, Norm
from clausekit.norms.timeline import Timeline

# A history of more events than this is left as it is: each of them would have to be tried.
_MOST_EVENTS = 40


def shrunk(code: Code, answer: Answer, shows: Callable[[Witness], bool] | None = None) -> Answer:
    """The answer with a witness of which nothing more can be left out. `shows` says whether a witness shows it, where playing alone does not tell."""
    if answer.witness is None or len(answer.witness.entries) > _MOST_EVENTS or (answer.question, answer.kind) in _OF_WHAT_DOES_NOT_HAPPEN:
        return answer
    shows = shows or _shows(code, answer)
    if not shows(answer.witness):
        return answer
    best = answer.witness
    before = None
    while best != before:
        before = best
        best = _without(best, shows)
        best = _on_whole_days(code, best, shows, together=answer.question in _TOGETHER)
    later = _later(code, best)
    return answer._replace(witness=later if later is not None and shows(later) else best)


def _shows(code: Code, answer: Answer) -> Callable[[Witness], bool]:
    """Whether a witness shows what an answer claims."""
    if answer.question in _BY_SITUATION:
        assert answer.witness is not None
        situation = _Situation(code, answer, answer.witness)
        return situation.is_that_of
    return lambda witness: is_so(code, answer._replace(witness=witness))


def _without(witness: Witness, shows: Callable[[Witness], bool]) -> Witness:
    """The same without the events that it shows the same without, the last of them first."""
    for place in reversed(range(len(witness.entries))):
        smaller = witness._replace(entries=(*witness.entries[:place], *witness.entries[place + 1 :]))
        witness = smaller if shows(smaller) else witness
    return witness


def _on_whole_days(code: Code, witness: Witness, shows: Callable[[Witness], bool], *, together: bool) -> Witness:
    """The same with its events in the first hour of their days, or `together` with the ones before them."""
    calendar = code.calendar
    for place in range(len(witness.entries)):
        entry = witness.entries[place]
        begins = calendar.begins(calendar.day(entry.at))
        before = calendar.begins(calendar.day(witness.entries[place - 1].at)) if place and together else begins
        for at in dict.fromkeys((before, begins)):
            moved = _moved(witness, place, at) if witness.in_force <= at < entry.at else None
            if moved is not None and shows(moved):
                witness = moved
                break
    return witness


def _moved(witness: Witness, place: int, at: Instant) -> Witness:
    """The same with one event at another instant; what is seen when it happens is seen then."""
    entry = witness.entries[place]
    entries = sorted((*witness.entries[:place], entry._replace(at=at), *witness.entries[place + 1 :]), key=lambda each: each.at)
    seen = max((each.at for each in entries), default=at) if witness.at == entry.at else witness.at
    return witness._replace(entries=tuple(entries), at=seen, until=witness.until - (witness.at - seen))


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


# These claim that something never comes about: that is so of less too, which would show nothing. Their histories are made plain to begin with.
_OF_WHAT_DOES_NOT_HAPPEN = frozenset(
    {
        ("capacity", "beyond pledges"), ("capacity", "pledges left"), ("capacity", "members left"), ("evasion", "opinion"), ("evasion", "veto"),
        ("deadlock", "nobody begins"), ("guarantee", "never begins"), ("capture", "own cause"),
    }
)  # fmt: skip
# Of these the events may stand together: what they bring about is one situation.
_TOGETHER = frozenset({"conflict", "collision", "budget", "expectation"})
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
        timeline = replay(self.code, self.witness)
        self._known = self._of(self.witness, timeline)
        self._known_active = [each for number in self.answer.norms for each in active(timeline, number, self.witness.at)]
        self._known_bindings = self._bindings(timeline, self.witness.at)

    def is_that_of(self, witness: Witness) -> bool:
        """Whether another witness comes to the same, or to a clash of the same sentences that is as plain."""
        timeline = replay(self.code, witness)
        return self._of(witness, timeline) == self._known or (self._can_be_plain and self._is_plain(timeline, witness.at))

    def _of(self, witness: Witness, timeline: Timeline) -> object:
        told = [(entry.name, sorted(entry.roles.items()), self._place(entry, witness)) for entry in witness.entries if entry.name in self._heard]
        return sorted(map(str, told)), sorted(map(str, self._states(timeline, witness.at)))

    def _place(self, entry: Entry, witness: Witness) -> Instant:
        return self.code.calendar.day(entry.at) - self.code.calendar.day(witness.at)

    def _states(self, timeline: Timeline, at: Instant) -> Iterator[object]:
        states, closings, calendar = timeline.states(at), timeline.closings(at), self.code.calendar
        for each in timeline.opened:
            if each.norm in self.answer.norms and each.number in states:
                closes: object = closings.get(each.number, each.closes)
                if isinstance(closes, int) and closes < NEVER:
                    day = calendar.day(closes)
                    closes = ("days", day - calendar.day(at)) if closes == calendar.ends(day) else ("hours", closes - at)
                yield each.norm, each.bearers, sorted(each.bindings.items()), states[each.number], closes

    # ------------------------------------------------------------ a duty inside the time of a prohibition

    @property
    def _can_be_plain(self) -> bool:
        """Whether nothing but time can tell a duty and a prohibition apart that clash."""
        norms = [self.code.norms[number] for number in self.answer.norms]
        return (
            self.answer.question == "conflict"
            and [norm.modality for norm in _by_modality(norms)] == ["duty", "prohibition"]
            and not any(norm.guards or norm.for_each or any(window.anchor is not None for window in norm.windows if window.kind != "within") for norm in norms)
        )

    def _is_plain(self, timeline: Timeline, at: Instant) -> bool:
        """Whether the whole time of the duty lies within that of the prohibition, for the same bearer and the same others."""
        duty, prohibition = (
            active(timeline, norm.number, at, self.answer.parties[0]) for norm in _by_modality([self.code.norms[n] for n in self.answer.norms])
        )
        if len(duty) != 1 or len(prohibition) != 1 or duty[0].bearers != self._bearers(duty[0].norm):
            return False
        closings = timeline.closings(at)
        inner, outer = closings.get(duty[0].number, NEVER), closings.get(prohibition[0].number, NEVER)
        return prohibition[0].opens <= max(duty[0].opens, at) and inner < NEVER and inner <= outer and self._bindings(timeline, at) == self._known_bindings

    def _bearers(self, norm: int) -> object:
        return next((each.bearers for each in self._known_active if each.norm == norm), None)

    def _bindings(self, timeline: Timeline, at: Instant) -> list[str]:
        return sorted(str((number, sorted(each.bindings.items()))) for number in self.answer.norms for each in active(timeline, number, at))


def _by_modality(norms: list[Norm]) -> list[Norm]:
    return sorted(norms, key=lambda norm: norm.modality)


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
