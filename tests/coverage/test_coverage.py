"""Every provision of the twenty-three treaties is written as a construct with its meaning in the model."""

from __future__ import annotations

import re

import pytest

import clausekit
from clausekit.diagnostics import Severity
from tests.coverage.generate import PAGE, TREATIES, coverage, page, provisions
from tests.coverage.hard import HARD, PAGES, pages, registers

FILES = sorted(TREATIES.glob("*.clause"))


def test_there_are_twenty_three_treaties():
    assert len(FILES) == 23


def test_every_provision_is_modelled():
    made = coverage()
    known = {name for name, _, _ in provisions()}
    assert len(known) == 296
    assert sorted(known - made.modelled.keys()) == []
    assert sorted(made.modelled.keys() - known - {""}) == [], "a source that is no provision of the list"
    prose = [name for name, modelled in made.modelled.items() if name in known and any(each.construct == "prose" for each in modelled)]
    assert prose == [], "a provision is a construct, never text"


def test_hardly_anything_is_lost_and_the_reason_is_given():
    made = coverage()
    assert len(made.lost) <= 0.02 * 296
    assert made.lost.keys() <= {name for name, _, _ in provisions()}
    assert all(len(what.split()) >= 5 for what in made.lost.values())


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(coverage())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_treaty_checks_prints_and_drafts(path):
    text = path.read_text(encoding="utf-8")
    reading = clausekit.read(path)
    assert [finding.message for finding in clausekit.check(reading) if finding.severity is Severity.ERROR] == []
    assert clausekit.format(text) == text
    for form in ("text", "md", "html", "json"):
        assert clausekit.draft(reading, format=form)


@pytest.mark.parametrize("name", sorted([*(hard.name for hard in HARD), "registers"]))
def test_the_hard_ones_read_as_they_did(name):
    assert (PAGES / f"{name}.md").read_text(encoding="utf-8") == pages()[name], "if the new wording is better, `make coverage` writes the pages anew"


@pytest.mark.parametrize("hard", [hard for hard in HARD if hard.codes], ids=lambda hard: hard.name)
def test_the_flaws_that_are_known_are_found(hard):
    found = {finding.code for finding in clausekit.check(clausekit.read(TREATIES / f"{hard.treaty}.clause"))}
    assert found & {*hard.codes}


def test_one_meaning_in_both_registers():
    treaty, political = re.findall(r"^```clause\n(.*?)^```", registers(), re.MULTILINE | re.DOTALL)
    bound, unbound = (clausekit.parse(text).treaty for text in (treaty, political))
    assert bound is not None
    assert unbound is not None
    assert [bound.political, unbound.political] == [False, True]
    said = clausekit.treaty_text(bound).replace(" shall ", " will ")
    assert said == clausekit.treaty_text(unbound).replace("\n  register political", "")
