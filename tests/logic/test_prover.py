"""Asking all questions: in one order, within a budget, by other processes, from what was kept; and never failing."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from clausekit.logic import asking, prover, spending
from clausekit.logic.answers import Answer
from clausekit.logic.asking import FAILED, NO_SOLVER, OUT_OF_TIME, WITHOUT_SOLVER
from clausekit.logic.keeping import Kept
from clausekit.logic.prover import QUESTIONS, prove
from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

HEAD = """
party Alba. party Brena. guarantor Corva. guarantor Dorn.
action deploy. action pay. action trade. action pay tax. event attack. event call. event truce.
"""
CLASH = "answer: If attack, then Corva shall deploy within 30 days. calm: If truce, then Corva shall not deploy within 60 days. "
CIRCLE = "one: If pay by Alba, then Brena shall pay within 9 days. other: If pay by Brena, then Alba shall pay within 9 days. "
APART = "dues: Dorn shall pay tax within 30 days. rest: Dorn need not pay tax. "


def proved(text: str, **chosen) -> tuple[Answer, ...]:
    said = treaty(HEAD + text)
    return prove(said, lower(said), **{"budget_seconds": 120, **chosen})


def told(answers: tuple[Answer, ...]) -> list[tuple[str, str]]:
    return [(each.question, each.status) for each in answers]


def test_answers_stand_in_the_order_of_the_questions():
    answers = proved(CIRCLE + CLASH + APART)
    assert [each for each in told(answers) if each[0] != "gap"] == [("conflict", "shown"), ("collision", "shown"), ("deadlock", "shown")]
    assert answers == proved(CIRCLE + CLASH + APART)


def test_only_what_is_asked_for_is_answered():
    assert told(proved(CIRCLE + CLASH + APART, only=("deadlock",))) == [("deadlock", "shown")]
    assert told(proved(CIRCLE, only=("conflict",))) == []


def test_a_treaty_that_binds_nobody_has_no_flaws():
    assert proved("") == ()


# ---------------------------------------------------------------- time


def test_without_time_every_question_is_undecided():
    answers = proved(CIRCLE + CLASH, budget_seconds=0)
    assert [each.question for each in answers] == list(QUESTIONS)
    assert {(each.status, each.kind) for each in answers} == {("undecided", OUT_OF_TIME)}


def test_what_is_known_when_the_time_is_over_is_kept(monkeypatch):
    real = asking.ask

    def slow(question, said, code) -> Iterator[Answer]:
        yield from real(question, said, code)
        if question == "evasion":
            raise spending.OutOfTimeError

    monkeypatch.setattr(prover, "ask", slow)
    answers = proved("help: If attack, then Corva shall deploy within 60 days. leaving: Any Party may withdraw with 30 days notice.", only=("evasion",))
    assert [(each.status, each.kind) for each in answers] == [("shown", "withdraw"), ("undecided", OUT_OF_TIME)]


def test_an_allowance_inside_another_is_not_longer():
    with spending.within(0), spending.within(100), pytest.raises(spending.OutOfTimeError):
        spending.go_on()
    spending.go_on()


# ---------------------------------------------------------------- faults


def test_a_question_that_breaks_down_takes_no_other_with_it(monkeypatch):
    real = asking.ask

    def broken(question, said, code) -> Iterator[Answer]:
        if question == "gap":
            message = "no such thing"
            raise LookupError(message)
        yield from real(question, said, code)

    monkeypatch.setattr(prover, "ask", broken)
    answers = proved(CIRCLE)
    fault = next(each for each in answers if each.question == "gap")
    assert (fault.status, fault.kind, fault.reason) == ("undecided", FAILED, "LookupError: no such thing")
    assert ("deadlock", "shown") in told(answers)


def test_without_a_solver_the_rest_is_answered(monkeypatch):
    monkeypatch.setattr(prover, "has_solver", lambda: False)
    answers = proved(CIRCLE + CLASH)
    assert [(each.question, each.kind) for each in answers if each.status == "undecided"] == [("conflict", NO_SOLVER)]
    assert {each.question for each in answers if each.status == "shown"} <= WITHOUT_SOLVER
    assert ("deadlock", "shown") in told(answers)


# ---------------------------------------------------------------- others who work


class Late(Executor):
    """Does what it is given, the last first."""

    def __init__(self) -> None:
        self.given: list[tuple[Future, object]] = []

    def submit(self, function, /, *arguments, **_):
        future: Future = Future()
        future.set_result(function(*arguments))
        self.given.insert(0, (future, arguments))
        return future


def test_it_does_not_matter_who_is_first():
    text = CIRCLE + CLASH + APART
    late = Late()
    assert proved(text, executor=late) == proved(text)
    assert len(late.given) >= len(QUESTIONS)


def test_other_processes_give_the_same_answers():
    text = CIRCLE + CLASH
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as others:
        assert proved(text, executor=others, only=("deadlock", "conflict", "evasion")) == proved(text, only=("deadlock", "conflict", "evasion"))


def test_progress_is_told():
    seen: list[tuple[int, int]] = []
    proved(CIRCLE, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(number, seen[0][1]) for number in range(len(seen))]
    assert len(seen) == seen[0][1]


# ---------------------------------------------------------------- what is kept


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The questions that were really asked, in order."""
    real, found = asking.ask, []

    def counting(question, said, code) -> Iterator[Answer]:
        found.append(question)
        yield from real(question, said, code)

    monkeypatch.setattr(prover, "ask", counting)
    return found


def test_what_was_answered_is_not_asked_again(tmp_path, asked):
    text = CIRCLE + CLASH + APART
    first = proved(text, kept=Kept(str(tmp_path)))
    assert asked
    asked.clear()
    assert proved(text, kept=Kept(str(tmp_path))) == first
    assert asked == []


def test_an_edit_asks_again_only_what_it_can_touch(tmp_path, asked):
    proved(CLASH + APART, kept=Kept(str(tmp_path)))
    asked.clear()
    answers = proved("dues: Dorn shall pay tax within 31 days. rest: Dorn need not pay tax. " + CLASH, kept=Kept(str(tmp_path)))
    assert asked.count("conflict") == 1  # the slice of the dues; that of the clash stands elsewhere now, and says the same
    assert ("conflict", "shown") in told(answers)
    assert answers == proved("dues: Dorn shall pay tax within 31 days. rest: Dorn need not pay tax. " + CLASH)


def test_what_is_not_so_is_not_believed(tmp_path, asked):
    first = proved(CLASH, kept=Kept(str(tmp_path)), only=("conflict",))
    (path,) = [each for each in tmp_path.rglob("*.json") if '"shown"' in each.read_text(encoding="utf-8")]
    path.write_text(path.read_text(encoding="utf-8").replace('"name": "attack"', '"name": "call"'), encoding="utf-8")
    asked.clear()
    assert proved(CLASH, kept=Kept(str(tmp_path)), only=("conflict",)) == first
    assert asked == ["conflict"]


@pytest.mark.parametrize("written", [b"", b"{", b"[{}]", b'[{"question": 1}]', b"\xff", b"[" * 100_000], ids=repr)
def test_what_cannot_be_read_is_asked_again(tmp_path, written):
    first = proved(CLASH, kept=Kept(str(tmp_path)))
    for path in tmp_path.rglob("*.json"):
        path.write_bytes(written)
    assert proved(CLASH, kept=Kept(str(tmp_path))) == first


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    where = Kept(str(Path(tmp_path) / "file" / "inside"))
    assert proved(CIRCLE, kept=where) == proved(CIRCLE)


def test_what_was_broken_off_is_not_kept(tmp_path):
    proved(CIRCLE + CLASH, budget_seconds=0, kept=Kept(str(tmp_path)))
    assert list(tmp_path.rglob("*.json")) == []
