"""`clausekit new`: a file to start from, of every kind, that checks without errors."""

from __future__ import annotations

from pathlib import Path

import pytest

import clausekit
from clausekit.cli.new import kinds

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "new"


def test_every_kind_has_its_file():
    assert {"guarantee", "ceasefire", "bilateral", "memorandum"} <= set(kinds())


@pytest.mark.parametrize("kind", kinds())
def test_what_is_new_asks_nothing_graver_than_a_note(kind, program):
    made = program("new", "--kind", kind)
    assert (made.status, made.err) == (0, "")
    findings = clausekit.check(clausekit.parse(made.out))
    assert [(finding.code, finding.message) for finding in findings if finding.severity != "info"] == []


@pytest.mark.parametrize("kind", kinds())
def test_what_is_new_can_be_drafted_as_it_stands(kind, program):
    drafted = program("draft", "-", given=program("new", "--kind", kind).out)
    assert (drafted.status, drafted.err) == (0, "")
    assert "Article 1" in drafted.out


@pytest.mark.parametrize("kind", kinds())
def test_what_is_new_explains_itself(kind):
    lines = (TEMPLATES / f"{kind}.clause").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.lstrip().startswith("#") for line in lines) > 6
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("name", ["Agreement on Mutual Assistance", 'Treaty called "the Pact"', "  Two\n words ", "\\1 & <b>"])
def test_the_name_is_the_title(kind, name, program):
    said = clausekit.parse(program("new", name, "--kind", kind).out).treaty
    assert said is not None
    assert said.title == " ".join(name.split())


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "a\x1b[31mb"])
def test_what_cannot_be_a_title(name, program):
    assert program("new", name) == (2, "", "clausekit: new: a title is one or more words that can be printed\n")


def test_the_file_to_write(program, files):
    files()
    made = program("new", "Treaty of Peace", "-o", "peace.clause")
    assert (made.status, made.out) == (0, "")
    assert made.err == "wrote peace.clause; `clausekit check peace.clause` checks it\n"
    assert 'treaty "Treaty of Peace"' in Path("peace.clause").read_text(encoding="utf-8")


def test_a_name_that_is_a_file_is_written(program, files):
    files()
    assert program("new", "peace.clause", "--kind", "ceasefire").out == ""
    assert Path("peace.clause").read_text(encoding="utf-8") == (TEMPLATES / "ceasefire.clause").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["a file", "a folder", "a link to nowhere"])
def test_nothing_is_overwritten(there, program, files):
    files(peace_clause="mine")
    path = Path("peace.clause")
    if there != "a file":
        path.unlink()
        path.mkdir() if there == "a folder" else path.symlink_to("nowhere")
    assert program("new", "peace.clause") == (2, "", "clausekit: peace.clause: there is such a file already, and it is not overwritten\n")
    assert there != "a file" or path.read_text(encoding="utf-8") == "mine"


def test_a_kind_that_is_not_there(program):
    told = program("new", "--kind", "guarantie").err
    assert told.startswith("clausekit: new: --kind: there is no kind `guarantie`; did you mean `guarantee`?; there are: ")


def test_what_is_new_is_laid_out(program):
    assert program("fmt", "--check", TEMPLATES) == (0, "", "")
