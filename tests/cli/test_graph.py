"""`clausekit graph`: pictures of a treaty, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cli import graph
from clausekit.drafting.diagrams.diagram import FORMATS, PICTURES
from tests.cli.conftest import CLEAN, WRONG

LADDER = """treaty "Agreement on Talks".
party Alba.
party Dorn.
action pay.
talks: Alba shall pay within 30 days, failing which Dorn may suspend this treaty.
"""


@pytest.fixture(autouse=True)
def written(files):
    files(talks_clause=LADDER, clean_clause=CLEAN, wrong_clause=WRONG)


def test_the_graph_of_clauses_goes_to_standard_output(program):
    shown = program("graph", "talks.clause")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.startswith("<svg ")
    assert "Alba shall pay" in shown.out
    assert program("graph", "-", given=LADDER) == shown


@pytest.mark.parametrize("kind", PICTURES)
def test_every_picture_can_be_asked_for(kind, program):
    shown = program("graph", "talks.clause", "--kind", kind)
    assert (shown.status, shown.err) == (0, "")
    assert f'id="{kind}-picture-title"' in shown.out


@pytest.mark.parametrize(("name", "begins"), [("a.svg", "<svg"), ("a.mmd", "flowchart"), ("a.dot", "digraph"), ("a.gv", "digraph")])
def test_the_name_of_the_file_decides_the_format(name, begins, program):
    shown = program("graph", "talks.clause", "-o", name)
    assert (shown.status, shown.out, shown.err) == (0, "", f"wrote {name}\n")
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "map"), "graph: --kind: there is no picture `map`; there are: clauses, ladder, owes, timeline"),
        (("--format", "svgg"), "graph: --format: there is no format `svgg`; did you mean `svg`?"),
        (("-o", "a.png"), "graph: no format is known for `.png` files; choose one with `--format`: svg, mermaid, dot"),
        (("--kind", "owes", "--format", "dot"), "graph: only `--kind clauses` can be written as dot; draw `owes` as svg"),
        (("--language", "xx"), "there are no templates for the language `xx`"),
        (("--templates", "nowhere"), "nowhere: there is no such folder of templates"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_line(words, said, program):
    shown = program("graph", "talks.clause", *words)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"clausekit: {said}")
    assert len(shown.err.splitlines()) == 1


def test_a_file_with_errors_is_drawn_only_if_asked(program):
    refused = program("graph", "wrong.clause")
    assert (refused.status, refused.out) == (2, "")
    assert "was not drawn, because it has errors" in refused.err
    assert program("graph", "wrong.clause", "--anyway").out.startswith("<svg ")


def test_the_command_knows_what_can_be_drawn():
    assert tuple(PICTURES) == graph._KINDS
    assert FORMATS == graph._FORMATS
