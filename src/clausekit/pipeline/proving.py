"""A treaty → what the prover answers, with the words in which checks tell it: the story of each flaw, what each sentence asks, a course of events to play."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from time import monotonic
from typing import NamedTuple

from clausekit.checks.engine import matches, run_checks
from clausekit.checks.proved import Proved, Told
from clausekit.checks.registry import Check, proved_checks
from clausekit.checks.survey import Survey
from clausekit.checks.wording import listed
from clausekit.chronicle.story import Point, contributions, in_general, story
from clausekit.chronicle.words import Words
from clausekit.diagnostics import Course, Diagnostic, Severity
from clausekit.diagnostics import Told as Event
from clausekit.logic.answers import Answer, Question, Witness
from clausekit.logic.asking import FAILED, is_sliced
from clausekit.logic.keeping import Kept
from clausekit.logic.parts import Parts
from clausekit.logic.prover import BUDGET, QUESTIONS, prove
from clausekit.logic.replay import replay, violations
from clausekit.logic.shrinking import shrunk
from clausekit.logic.slices import slices
from clausekit.model.scenarios import Scenario
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import Instant, UnknownCalendarError, date_of
from clausekit.norms.consent import consents
from clausekit.norms.eventlog import EventLog
from clausekit.norms.eventwords import EventWords, LogLine
from clausekit.norms.expecting import Expecting, Tried
from clausekit.norms.history import Entry
from clausekit.norms.joining import as_joined
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code, Names
from clausekit.norms.scenario import Played
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline
from clausekit.pipeline.remedies import Repair
from clausekit.pipeline.repairs import Repairs

# Where what is left to ask is of fewer norms, each counted for each question about it, processes would take longer to begin than to answer.
_ENOUGH_FOR_PROCESSES = 1_000
_MOST_PROCESSES = 4
# So many days before the treaty enters into force those may have consented to it who are taken to have joined it.
_A_YEAR = 366
# Findings that make a treaty another one than was meant: its sentences and names must be known before anything is proved of them.
_BEFORE_ALL = ("CK1", "CK2")


class Proving(NamedTuple):
    """How the prover is asked: for how long, where answers are kept (nowhere, if empty), by how many processes, and who is told how far it is."""

    seconds: float = BUDGET
    kept: str = ""
    processes: int = 1
    progress: Callable[[int, int], None] | None = None


def proved_findings(
    survey: Survey, found: Collection[Diagnostic], proving: Proving, *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> list[Diagnostic]:
    """What the checks that tell of proofs find; nothing for a text of which some sentence or name is not known. Never raises for what a drafter wrote."""
    asked = [each for each in proved_checks() if (not select or matches(each.rule, select)) and not matches(each.rule, ignore)]
    is_known = survey.whole and not any(each.severity is Severity.ERROR and each.code.startswith(_BEFORE_ALL) for each in found)
    if not asked or not is_known:
        return []
    survey.proved = proved(survey, asked, proving)
    return run_checks(survey, asked)


def proved(survey: Survey, asked: Collection[Check], proving: Proving) -> Proved:
    """The answers to the questions whose checks are asked for, with their words, and with what would repair each flaw as far as time allows."""
    until = monotonic() + proving.seconds
    treaty, joining = as_joined(survey.treaty)
    try:
        code = lower(treaty)
    except UnknownCalendarError:
        return Proved(None, ())  # whose days cannot be counted is told by a check of the text
    wanted = {each.proved for each in asked}
    only = [question for question in QUESTIONS if question in wanted or wanted == {"undecided"}]
    kept = Kept(proving.kept) if proving.kept else None
    enough = _ENOUGH_FOR_PROCESSES
    with _processes(proving.processes) if proving.processes > 1 else nullcontext() as executor:
        answers = prove(treaty, code, budget_seconds=proving.seconds, only=only, kept=kept, executor=executor, enough=enough, progress=proving.progress)

    def again(other: Treaty, its: Code, questions: Collection[Question]) -> tuple[Answer, ...]:
        return prove(other, its, budget_seconds=until - monotonic(), only=questions, kept=kept)

    repairs = Repairs(survey, code, answers, again, only)
    telling = _InSlices(treaty, code, joining)
    return Proved(code, tuple(_repaired(telling.told(answer), repairs.of(answer)) for answer in answers))


def _repaired(told: Told, repair: Repair | None) -> Told:
    return told if repair is None else told._replace(repair=f"{repair.said}; proved again, this takes the flaw away and brings no other", fix=repair.fix)


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    method = "fork" if "fork" in get_all_start_methods() else None
    executor = ProcessPoolExecutor(min(count, _MOST_PROCESSES), mp_context=get_context(method), initializer=_deaf)
    try:
        yield executor
    finally:
        working = list((getattr(executor, "_processes", None) or {}).values())  # who is still at work is not asked to come to an end by anything else
        executor.shutdown(wait=False, cancel_futures=True)
        for process in working:
            process.terminate()


def _deaf() -> None:
    """Whoever stops the program stops the process that asked; those that answer end with it, and say nothing."""
    import gc
    import signal

    gc.freeze()  # what was there before stays there, and need not be looked through
    gc.enable()  # it was off in the program that asked, which makes little and ends soon
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def processors() -> int:
    """How many processes are worth starting here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# ---------------------------------------------------------------- explaining


class _InSlices:
    """Finds the words for the answers about one treaty, each in the slice that it is about: what happens elsewhere does not bear upon it, and is not played."""

    def __init__(self, treaty: Treaty, code: Code, joining: Names) -> None:
        """`joining` are those who are thought of as having joined a treaty that names nobody."""
        self._treaty, self._joining = treaty, joining
        self._telling = Telling(treaty, code)
        self._events = EventWords(treaty, code, self._telling)
        self._words = Words(treaty, Timeline(code, (), None, 0, (), ()))
        self._whole = _Explaining(treaty, code, joining, self._telling, self._events, self._words)
        self._slices = slices(code)
        self._place = {number: place for place, part in reversed(list(enumerate(self._slices))) for number in part.norms}
        self._known: dict[int, _Explaining] = {}

    def told(self, answer: Answer) -> Told:
        """An answer with its words, in the numbers of the whole treaty."""
        place = max((self._place[number] for number in answer.norms), default=0)  # what is in every slice is filed under the first
        part = self._slices[place] if len(self._slices) > 1 else None
        if part is None or answer.witness is None or not is_sliced(answer.question) or not set(answer.norms) <= set(part.norms):
            return self._whole.told(answer)
        if place not in self._known:
            self._known[place] = _Explaining(self._treaty, part.code, self._joining, self._telling, self._events, self._words)
        told = self._known[place].told(part.inside(answer))
        return told._replace(answer=part.outside(told.answer), asks={part.norms[number]: asked for number, asked in told.asks.items()})


class _Explaining:
    """Finds the words for the answers about one treaty."""

    def __init__(self, treaty: Treaty, code: Code, joining: Names, telling: Telling, events: EventWords, words: Words) -> None:
        """`joining` are those who are thought of as having joined a treaty that names nobody; the last three know the names of the whole treaty."""
        self._words = words
        self._joining = joining
        self._telling = telling
        self._treaty = treaty
        self._code = code
        self._parts = Parts(code)
        self._events = events
        self._expecting = Expecting(treaty, telling)

    def told(self, answer: Answer) -> Told:
        """An answer with its words. Should they not be found, that is a fault of ours, and the answer is told as one that could not be given."""
        try:
            return self._told(answer)
        except Exception as problem:  # noqa: BLE001  an explanation that breaks down must not take the others with it
            return Told(Answer(answer.question, "undecided", kind=FAILED, reason=f"{type(problem).__name__}: {problem}"[:300]), {})

    def _told(self, answer: Answer) -> Told:
        if answer.status in ("holds", "undecided"):
            return Told(answer, {})
        if answer.witness is None:
            words = self._words.of(Timeline(self._code, (), None, 0, (), ()))
            return Told(answer, {number: in_general(words, self._code.norms[number]) for number in answer.norms})
        small = shrunk(self._code, answer, self._refutes(answer)) if answer.question == "expectation" else answer
        assert small.witness is not None
        witness, core, who = self._said(small.witness), small.norms, small.parties
        timeline = replay(self._code, witness)
        words = self._words.of(timeline)
        beside = self._about_the_same(answer, timeline)
        concerned = {*self._parts.of(core).numbers, *beside}
        is_together = answer.question in _TOGETHER and answer.kind != "beyond pledges"
        point = Point(witness.at, core, who[:1] if answer.question != "capacity" else ()) if is_together else None
        only = who[:1] if answer.question == "evasion" and answer.kind != "called off" else ()
        return Told(
            small,
            contributions(timeline, words, core, witness.at, who[:1]) | contributions(timeline, words, beside, max(beside.values(), default=0)),
            (*self._beginning(), *story(timeline, words, norms=concerned, point=point, only=only), *self._ending(small, timeline, words)),
            self._course(witness, timeline, concerned),
            blameless=not [each for each in violations(timeline, concerned, who[0] if who else "") if each.at <= witness.at],
        )

    def _beginning(self) -> tuple[str, ...]:
        """Who has joined a treaty that names none of its Parties."""
        return (f"This treaty names none of its Parties: {listed(self._joining)} are taken to have joined it.",) if self._joining else ()

    def _about_the_same(self, answer: Answer, timeline: Timeline) -> dict[int, Instant]:
        """The norms that ask for the acts which an expectation is about, as far as a history opens them, and when."""
        expected = self._treaty.expectations[answer.about] if answer.question == "expectation" else None
        watch = self._expecting.watch(expected) if expected is not None else None
        acts = {act.name for norm in watch.norms for act in norm.acts} if watch is not None else set()
        norms = {norm.number for norm in self._code.norms if not acts.isdisjoint(act.name for act in norm.acts)}
        return {each.norm: each.opened for each in timeline.opened if each.norm in norms}

    def _refutes(self, answer: Answer) -> Callable[[Witness], bool]:
        """What says whether a witness refutes an expectation."""
        return lambda witness: self._held_to(answer, replay(self._code, witness)).bearing == "refuted"

    def _held_to(self, answer: Answer, timeline: Timeline) -> Tried:
        played = Played(Scenario(-1, -1, "", None, ()), timeline, 0, ())
        expected = self._expecting.verdict(self._treaty.expectations[answer.about], [played])
        return expected.tried[0] if expected.tried else Tried("", "no occasion")

    def _ending(self, answer: Answer, timeline: Timeline, words: Words) -> tuple[str, ...]:
        """What a story comes to, where that is what does not happen."""
        if (answer.question, answer.kind) == ("evasion", "called off"):
            return (f"Nobody has done what was owed because of {answer.parties[0]}, and nobody answers for it.",)
        if answer.question == "evasion":
            return (f"{answer.parties[0] if answer.parties else 'Nobody'} has done nothing of what it owed, and answers for nothing.",)
        if answer.question == "expectation":
            settled = self._held_to(answer, timeline)
            expected = self._treaty.expectations[answer.about]
            if settled.at < 0:
                return ()
            if expected.event is not None and expected.sentence is None:  # `never E`, `E only if C`
                return (f"On {words.day(settled.at)} something has happened that was expected not to, and nobody concerned is in breach.",)
            when = words.deadline(settled.at - 1).removeprefix("by ")
            return (f"By {when} what was expected has not come true, and nobody concerned is in breach.",)
        if answer.question == "budget":
            return ("What it waits for cannot have come about by then.",)
        if answer.question == "capture":
            return (f"{answer.parties[0]} keeps this from being found. Nothing that relies on the finding ever binds anybody.",)
        return _ENDINGS.get((answer.question, answer.kind), ())

    def _said(self, witness: Witness) -> Witness:
        """The same, with all that happens in the words of the clause language."""
        return witness._replace(entries=tuple(entry._replace(said=self._events.words(entry) or entry.said) for entry in witness.entries))

    def _course(self, witness: Witness, timeline: Timeline, concerned: Collection[int]) -> Course | None:
        """The witness as an event log, if what is read from that comes to the same for the norms concerned."""
        lines = self._events.log(witness.entries)
        if lines is None:
            return None
        for before in self._consents(witness):
            entries = self._read(before + lines)
            again = replay(self._code._replace(joining=self._joining), witness._replace(entries=entries)) if entries is not None else None
            if again is not None and _outcomes(again, concerned) == _outcomes(timeline, concerned):
                calendar = self._code.calendar
                until = date_of(witness.until, calendar).isoformat()
                told = tuple(Event(*line) for line in before + lines)
                return Course(date_of(witness.in_force, calendar).isoformat(), told, until, self._events.on(witness.at))
        return None

    def _consents(self, witness: Witness) -> Iterator[tuple[LogLine, ...]]:
        """What is told first where a treaty names nobody: in which way, a year before, those who are taken to have joined it may have done so."""
        if not self._joining:
            yield ()
            return
        calendar = self._code.calendar
        day = self._events.on(calendar.begins(calendar.day(witness.in_force) - _A_YEAR))
        for consent in sorted(consents(self._code)):
            yield (LogLine(day, f"{consent} by {listed(self._joining)}"),)

    def _read(self, lines: Iterable[LogLine]) -> tuple[Entry, ...] | None:
        """What an event log makes of some lines; None where it cannot read them."""
        log = EventLog(self._telling)
        try:
            return tuple(entry for line in lines for entry in log.event(line.on, line.event))
        except ValueError:
            return None


_ENDINGS: dict[tuple[str, str], tuple[str, ...]] = {
    ("deadlock", "nobody begins"): ("If nobody begins, nobody is ever bound to, and nobody answers for anything.",),
    ("gap", "nobody bound"): ("Nobody is bound to answer.",),
    ("guarantee", "nobody left"): ("Nobody is left who is bound to honour the guarantee.",),
    ("guarantee", "never begins"): ("Nothing opens any of them.",),
}
# Of these the point is an instant at which several sentences ask for something at once.
_TOGETHER = frozenset({"conflict", "collision", "capacity", "budget"})


def _outcomes(timeline: Timeline, norms: Collection[int]) -> list[tuple[object, ...]]:
    """What becomes of some norms, without what it is called."""
    return [(each.at, each.kind, each.norm, each.who, each.closes) for each in timeline.records if each.norm in norms]
