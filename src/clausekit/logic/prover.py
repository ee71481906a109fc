"""A treaty, and the time allowed → the answers to all questions, those known when the time is over.

Every question is asked in a fixed order, of one slice of the treaty after the other where it can be; what is asked may be answered by other processes, and what
was answered before is taken from where it is kept. The answers stand in the same order whoever was first. A text never makes this fail: should a question
break down, that is a fault of ours, and becomes an answer that says so.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import wait as wait_for
from contextlib import contextmanager
from time import time
from typing import NamedTuple

from clausekit.logic import spending
from clausekit.logic.answers import Answer, Question
from clausekit.logic.asking import FAILED, NO_SOLVER, OUT_OF_TIME, WITHOUT_SOLVER, ask, has_solver, is_sliced
from clausekit.logic.fingerprints import Ranks, fingerprint
from clausekit.logic.keeping import Kept
from clausekit.logic.shrinking import shrunk
from clausekit.logic.slices import Slice, slices
from clausekit.model.treaty import Treaty
from clausekit.norms.norm import Code

QUESTIONS: tuple[Question, ...] = (
    "conflict", "collision", "dead", "redundant", "budget", "deadlock", "gap", "evasion", "capture", "capacity", "guarantee", "expectation",
)  # fmt: skip
# In this order they are asked: those that may take longest last, so that the others are settled when the time is over.
_ASKED_FIRST: tuple[Question, ...] = (
    "deadlock", "gap", "guarantee", "capture", "dead", "budget", "capacity", "evasion", "collision", "expectation", "redundant", "conflict",
)  # fmt: skip
BUDGET = 10.0
# So many seconds are given to processes to come to an end by themselves.
_GRACE = 1.0
# So many tasks at most are handed out together, and fewer where there would be too few parcels to keep everybody busy until the end.
_MOST_IN_PARCEL = 24
_LEAST_PARCELS = 16
# How often somebody who waits is told how far it is, in seconds.
_EVERY = 0.2

Progress = Callable[[int, int], None]


class Task(NamedTuple):
    """One question about one slice. `place` is its place among all, by which the answers are ordered."""

    place: int
    question: Question
    slice: Slice
    treaty: Treaty | None


class Done(NamedTuple):
    """What came of a task: its answers in the numbers of the slice, and why there are no more; empty where these are all."""

    answers: tuple[Answer, ...]
    broken_off: str = ""
    reason: str = ""


def prove(  # noqa: PLR0913  what proving hangs on, each by its name
    treaty: Treaty,
    code: Code,
    *,
    budget_seconds: float = BUDGET,
    only: Collection[Question] = QUESTIONS,
    kept: Kept | None = None,
    executor: Executor | None = None,
    enough: int = 0,
    progress: Progress | None = None,
) -> tuple[Answer, ...]:
    """Every answer to the questions asked for, in the order of the questions and of the text.

    `kept` is where answers are kept from one run to the next. With an `executor` several questions are asked at once, where what is left to
    ask is of `enough` norms; who gives one, ends it.
    """
    with spending.within(budget_seconds):
        tasks = _tasks(treaty, code, only)
        done: dict[int, Done] = {}
        remembered = _Remembered(kept) if kept is not None else None
        if remembered is not None:
            done.update((task.place, known) for task in tasks if (known := remembered.known(task)) is not None)
        open_ones = sorted((task for task in tasks if task.place not in done), key=_turn)
        is_much = sum(len(task.slice.norms) for task in open_ones if task.question not in WITHOUT_SOLVER) >= enough
        for task, found in _asked(open_ones, executor if is_much else None, len(tasks), progress):
            done[task.place] = found
            if remembered is not None:
                remembered.keep(task, found)
        if kept is not None:
            kept.tidy()
    return tuple(_in_order(tasks, done, only))


# ---------------------------------------------------------------- what is asked


def _tasks(treaty: Treaty, code: Code, only: Collection[Question]) -> list[Task]:
    """What is to be asked."""
    whole = Slice(code, tuple(range(len(code.norms))))
    is_there = has_solver()
    asked = [question for question in QUESTIONS if question in only and (is_there or question in WITHOUT_SOLVER)]
    parts = slices(code) if any(is_sliced(question) for question in asked) else ()
    found: list[Task] = []
    for question in asked:
        for part in parts if is_sliced(question) else (whole,):
            found.append(Task(len(found), question, part, treaty))
    return found


def _turn(task: Task) -> tuple[int, int, int]:
    """When a task has its turn: the questions that may take longest come last, and of each the largest slices, so that all the rest is settled by then."""
    return _ASKED_FIRST.index(task.question), len(task.slice.norms), task.place


class _Remembered:
    """What was answered before, and what is to be kept."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._ranks: dict[int, Ranks] = {}
        self._treaty: dict[bool, str] = {}

    def known(self, task: Task) -> Done | None:
        """What was answered before, every history of it played again while there is time."""
        code = task.slice.code
        try:
            answers = self._kept.known(self._mark(task), code, self._ranks[id(code)])
        except spending.OutOfTimeError:
            return None
        return None if answers is None or any(each.question != task.question for each in answers) else Done(answers)

    def keep(self, task: Task, found: Done) -> None:
        """Keep all that there is to say to a question."""
        if not found.broken_off and spending.left() > 0:
            self._kept.keep(self._mark(task), found.answers, task.slice.code, self._ranks[id(task.slice.code)])

    def _mark(self, task: Task) -> str:
        code = task.slice.code
        if id(code) not in self._ranks:
            self._ranks[id(code)] = Ranks(code)
        return fingerprint(task.question, self._ranks[id(code)], None if is_sliced(task.question) else task.treaty, self._treaty)


def _asked(tasks: list[Task], executor: Executor | None, of: int, progress: Progress | None) -> Iterator[tuple[Task, Done]]:
    """The tasks, each with what came of it, as they are done."""
    before = of - len(tasks)
    if executor is None:
        with _tidied():
            for number, task in enumerate(tasks):
                if progress is not None:
                    progress(before + number, of)
                yield task, work(task, spending.left())
        return
    running = {executor.submit(work_through, some, spending.left(), time()): some for some in _parcels(tasks)}
    count = before
    try:
        while running:
            finished, _ = wait_for(running, timeout=_EVERY, return_when="FIRST_COMPLETED")
            for future in sorted(finished, key=lambda each: running[each][0].place):
                some = running.pop(future)
                count += len(some)
                yield from zip(some, _results(future, len(some)), strict=True)
            if progress is not None:
                progress(count, of)
            if spending.left() < -_GRACE:
                return
    finally:
        for future in running:
            future.cancel()


@contextmanager
def _tidied() -> Iterator[None]:
    """What is asked leaves circles behind, which nothing but the collector takes away; the treaty stays, and need not be looked through for them each time."""
    was_on = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not was_on:
            gc.disable()


def _parcels(tasks: list[Task]) -> Iterator[list[Task]]:
    """The tasks as they are handed out: those of slices some at a time, for what these have in common is sent along with each parcel."""
    parcel: list[Task] = []
    most = max(1, min(_MOST_IN_PARCEL, len(tasks) // _LEAST_PARCELS))
    for task in tasks:
        if parcel and (len(parcel) >= most or not is_sliced(task.question)):
            yield parcel
            parcel = []
        parcel.append(task if not is_sliced(task.question) else task._replace(treaty=None))
    if parcel:
        yield parcel


def _results(future: Future[list[Done]], count: int) -> list[Done]:
    problem = future.exception()
    return future.result() if problem is None else [Done((), FAILED, _said(problem))] * count


def work_through(tasks: list[Task], seconds: float, since: float) -> list[Done]:
    """Ask some questions one after the other, in what is left of the `seconds` that were there at a time of the clock on the wall, wherever that is read."""
    return [work(task, seconds - max(0.0, time() - since)) for task in tasks]


def work(task: Task, seconds: float) -> Done:
    """Ask one question; what is known when the time is over is kept."""
    answers: list[Answer] = []
    try:
        with spending.within(seconds):
            spending.go_on()
            if task.question not in WITHOUT_SOLVER:
                from clausekit.logic.making import begin_afresh

                begin_afresh()  # so that what is answered hangs on nothing that was asked before: not on other slices, nor on whether they were
            for answer in ask(task.question, task.treaty, task.slice.code):
                answers.append(answer)
                answers[-1] = _plain(task, answer)
                spending.go_on()
    except spending.OutOfTimeError:
        return Done(tuple(answers), OUT_OF_TIME)
    except RecursionError:
        return Done(tuple(answers), FAILED, "it is nested too deeply")
    except Exception as problem:  # noqa: BLE001  a question that breaks down must not take the others with it
        return Done(tuple(answers), FAILED, _said(problem))
    return Done(tuple(answers))


def _plain(task: Task, answer: Answer) -> Answer:
    """An answer with the plainest history that shows it. What refutes an expectation is for those to say who can play it, and is made plain by them."""
    return shrunk(task.slice.code, answer) if answer.status == "shown" else answer


def _said(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"[:300]


# ---------------------------------------------------------------- what came of it


def _in_order(tasks: list[Task], done: dict[int, Done], only: Collection[Question]) -> Iterator[Answer]:
    """The answers by question, each once, in the numbers of the whole treaty; behind those of a question, what was left open of it."""
    if not has_solver():
        left = [question for question in QUESTIONS if question in only and question not in WITHOUT_SOLVER]
        if left:
            yield Answer(left[0], "undecided", kind=NO_SOLVER, reason="the prover needs Z3, which is not installed")
    for question in QUESTIONS:
        own = [task for task in tasks if task.question == question]
        found = [task.slice.outside(answer) for task in own if task.place in done for answer in done[task.place].answers]
        once: dict[object, Answer] = {}
        for each in found:
            once.setdefault((each.status, each.kind, each.norms, each.parties, each.about, each.reason), each)
        yield from sorted(once.values(), key=lambda each: (each.status == "undecided", each.about))
        faults = [done[task.place] for task in own if task.place in done and done[task.place].broken_off == FAILED]
        if faults:
            yield Answer(question, "undecided", kind=FAILED, reason=faults[0].reason)
        left_open = [task for task in own if task.place not in done or done[task.place].broken_off == OUT_OF_TIME]
        if left_open:
            numbers = tuple(dict.fromkeys(number for task in left_open for number in task.slice.norms)) if len(left_open) < len(own) else ()
            yield Answer(question, "undecided", numbers, kind=OUT_OF_TIME, reason="the time allowed was not enough")
