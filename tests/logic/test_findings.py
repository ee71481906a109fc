"""`docs/findings.md` says of every text of the examples what is found in it: exactly what the prover finds today."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import clausekit
from clausekit.logic.answers import Answer
from clausekit.logic.prover import prove
from clausekit.norms.consent import entry_rules
from clausekit.norms.joining import joined
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
TEXTS = [path for path in sorted((ROOT / "examples").rglob("*.clause")) if path.parent.name not in ("parts", "translations")]
JUDGED = {"weakness", "chosen", "note"}
# Those who were taken to have joined the treaties that name no Parties; one sentence alone is no treaty to join.
JOINING = ("Alba", "Brena", "Corva")
ALONE = "one-sentence"


class Told(NamedTuple):
    """A finding as the page tells it: the question and its kind, the sentences, and whom it concerns: names, or how many."""

    question: str
    sentences: frozenset[str]
    whom: frozenset[str] | int


@cache
def answered(path: Path) -> tuple[Code, tuple[Answer, ...]]:
    """All that the prover says of a text."""
    record = clausekit.read(path).record
    assert record is not None
    said = record if path.stem == ALONE or lower(record).parties else joined(record, JOINING)
    code = lower(said)
    return code, prove(said, code, budget_seconds=300)


def found(path: Path) -> list[Told]:
    """The flaws that the prover shows of a text."""
    code, answers = answered(path)
    return [
        Told(f"{each.question}: {each.kind}" if each.kind else each.question, _sentences(code, each), frozenset(each.parties))
        for each in answers
        if each.status in ("shown", "refuted")
    ]


def _sentences(code: Code, answer: Answer) -> frozenset[str]:
    if answer.kind == "entry into force":
        return frozenset(rule.label for rule in entry_rules(code) if rule.whom is None)
    return frozenset(code.norms[number].label for number in answer.norms)


def rows(section: str) -> list[list[str]]:
    """The rows of the tables of a section, without their headings."""
    lines = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith(("| question |", "| text |", "| |"))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def told() -> dict[Path, list[Told]]:
    """What the page tells, text by text."""
    sections = re.findall(r"^### \[.*?\]\(\.\./(\S+\.clause)\)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    return {ROOT / path: [_told(row) for row in rows(section)] for path, section in sections}


def _told(row: list[str]) -> Told:
    question, sentences, whom, judged, why = row
    assert judged in JUDGED
    assert why.endswith(".")
    number = re.search(r"\d+", whom)
    who = frozenset() if whom == "the whole treaty" else int(number[0]) if number else frozenset(whom.split(", "))
    return Told(re.sub(r"\[(.*?)\]\(.*?\)", r"\1", question), frozenset(re.findall(r"`(.*?)`", sentences)), who)


def without() -> dict[Path, int]:
    """The texts in which nothing was found, each with the number of its norms."""
    part = PAGE.partition("## Texts in which nothing was found")[2].partition("\n## ")[0]
    return {ROOT / re.findall(r"\(\.\./(\S+?)\)", row[0])[0]: int(row[1]) for row in rows(part)}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_page_says_what_is_found(path):
    shown = [each._replace(whom=len(each.whom)) if len(each.whom) > 40 else each for each in found(path)]
    assert told().get(path, []) == shown
    assert (path in without()) == (not shown)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_undecided(path):
    assert [each for each in answered(path)[1] if each.status == "undecided"] == []


def test_the_figures_of_the_page_are_so():
    codes = {path: answered(path)[0] for path in TEXTS}
    assert without() == {path: len(codes[path].norms) for path in without()}
    figures = dict(rows(PAGE.partition("## Figures")[2]))
    assert int(figures["texts"]) == len(TEXTS)
    assert int(figures["norms"]) == sum(len(code.norms) for code in codes.values())
    answers = [each for path in TEXTS for each in answered(path)[1]]
    flaws, holding = (sum(each.status == status for each in answers) for status in ("shown", "holds"))
    assert figures["answers"] == f"{flaws} flaws shown, {holding} expectations that hold, none undecided"


def test_the_page_names_every_text_once():
    assert sorted([*told(), *without()]) == TEXTS
