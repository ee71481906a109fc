"""What is wrong with a `use` sentence is told at that sentence, once, in the words of treaties and with a next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.checks.page import Mark, unmarked
from clausekit.pipeline import Reading, read_source
from clausekit.source import Source

CORPUS = Path(__file__).parent / "corpus" / "bad"
CASES = sorted(path.name for path in CORPUS.iterdir())
MODULE_CODES = tuple(f"CK{number}" for number in range(241, 253))


def read(case: str) -> tuple[Reading, tuple[Mark, ...]]:
    path = CORPUS / case / "treaty.clause"
    text, marks = unmarked(path.read_text(encoding="utf-8"))
    return read_source(Source(text, str(path)), folder=str(path.parent)), marks


def in_main(reading: Reading) -> list[Mark]:
    found = [each for each in reading.diagnostics if each.code in MODULE_CODES and each.labels[0].source is None]
    return [Mark(reading.source.position(each.span.start).line, str(each.severity), each.code) for each in found]


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_told_at_its_sentence(case):
    reading, marks = read(case)
    assert marks
    assert sorted(in_main(reading)) == sorted(marks)


@pytest.mark.parametrize("case", CASES)
def test_nothing_else_is_an_error(case):
    reading, _ = read(case)
    assert [(each.code, each.message) for each in reading.diagnostics if each.severity == "error" and each.code not in MODULE_CODES] == []


@pytest.mark.parametrize("case", CASES)
def test_every_mistake_has_a_next_step(case):
    reading, _ = read(case)
    for each in reading.diagnostics:
        assert each.help
        assert "token" not in each.message + each.help
        assert str(CORPUS) not in each.message + each.help


def told(case: str) -> list[str]:
    reading, _ = read(case)
    return [f"{each.message} | {each.help}" for each in reading.diagnostics if each.code in MODULE_CODES]


def test_a_near_name_is_suggested():
    assert told("near")[0] == "there is no file `taks` to be used | did you mean `talks`?"


def test_a_circle_names_its_files():
    first, second = told("itself")
    assert first == "`treaty` uses itself | put what both need into a third file"
    assert second.startswith("`one` leads back to itself, by way of `two` | ")


def test_a_circle_in_used_files_is_told_where_it_closes():
    reading, _ = read("itself")
    (found,) = (each for each in reading.diagnostics if each.labels[0].source is not None)
    assert found.labels[0].source.name.endswith("two.clause")
    assert found.labels[-1].message == "used here"
    assert reading.source.position(found.labels[-1].span.start).line == 9


def test_what_is_missing_is_asked_for_with_an_example():
    assert told("missing") == [
        "`talks` does not say what `Members` and `Delay` stand for | add, for instance, `with Members = Guarantors, Delay = 30 days`",
        "`talks` does not say what `Delay` stands for | add, for instance, `and Delay = 30 days`",
    ]


def test_a_misspelt_parameter_is_suggested():
    assert "`talks` has no parameter `Member` | did you mean `Members`?" in told("unknown")
    assert "`words` has no parameter `Members` | it has none" in told("unknown")


def test_kinds_are_told_in_words():
    found = told("kinds")
    assert "`Arendia` is a party, and `Members` stands for a group | give it one, as in `Members = Guarantors`" in found
    assert "`soon` is a text, and `Delay` stands for a period | give it one, as in `Delay = 30 days`" in found
    assert "`Soon` is a name, and `Delay` stands for a period | give it one, as in `Delay = 30 days`" in found
    assert "`Sidse` is not declared, and `Members` stands for a group | did you mean `Sides`?" in found
    assert "`High Board` is a body, and `Place` stands for a zone | give it one, as in `Place = Line of Contact`" in found


def test_names_of_two_files_are_listed_once():
    reading, _ = read("two_meanings")
    first, second = (each for each in reading.diagnostics if each.code == "CK249")
    assert first.message == "`one` and `two` both declare `alarm` and `reports`"
    assert second.message == "`one` and `two` both declare `alarm` and `reports`"
    assert [label.source is not None for label in first.labels] == [False, True, True]
