"""Planted mistakes: each file of the corpus gives exactly the findings marked in it.

A line that ends in `# error: [CK201]` has that finding; no other line of the file has any. The files of the folder itself hold one mistake each; those of
`variants` show one check from several sides; those of `together` hold many mistakes; those of `good` hold none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.checks.page import unmarked
from clausekit.checks.registry import pages
from tests.checks.examples import as_marks, assert_fixes_settle, read
from tests.checks.test_pages import WITHOUT_EXAMPLE

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "checks"
PLANTED = sorted(CORPUS.glob("*.clause"))
ALL = sorted(CORPUS.rglob("*.clause"))


def planted(path: Path) -> str:
    """The code of the check that a file is named for, if it is."""
    return path.stem.partition("_")[0].upper()


def named(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix().removesuffix(".clause")


@pytest.mark.parametrize("path", ALL, ids=named)
def test_a_file_gives_exactly_its_marks(path):
    text, marks = unmarked(path.read_text(encoding="utf-8"))
    assert as_marks(read(text, code=planted(path))) == sorted(marks)


@pytest.mark.parametrize("path", [*PLANTED, *sorted((CORPUS / "variants").glob("*.clause"))], ids=named)
def test_a_file_plants_what_it_is_named_for(path):
    _, marks = unmarked(path.read_text(encoding="utf-8"))
    assert planted(path) in {mark.code for mark in marks}


def test_good_files_have_no_marks():
    good = [path for path in ALL if path.parent.name == "good"]
    assert good
    assert [named(path) for path in good if unmarked(path.read_text(encoding="utf-8"))[1]] == []


def test_one_mistake_hides_no_other():
    _, marks = unmarked((CORPUS / "together" / "ten_mistakes.clause").read_text(encoding="utf-8"))
    assert len({mark.code for mark in marks if mark.severity == "error"}) >= 9
    assert len(marks) >= 10


@pytest.mark.parametrize("path", ALL, ids=named)
def test_every_finding_says_where_and_what_next(path):
    text, _ = unmarked(path.read_text(encoding="utf-8"))
    reading = read(text, code=planted(path))
    first_article = min((division.span.start for division in reading.record.divisions), default=len(text)) if reading.record else len(text)
    for finding in reading.diagnostics:
        assert finding.help
        assert finding.labels
        if finding.span is not None and finding.span.start >= first_article:
            assert finding.citation, finding.message
    assert_fixes_settle(reading, code=planted(path))


def test_every_check_has_a_planted_mistake():
    found = {planted(path) for path in PLANTED}
    assert sorted({each.rule.code for each in pages() if each.rule.name not in WITHOUT_EXAMPLE} - found) == []
    assert len(PLANTED) >= 30
