"""Planted mistakes, one a file: each file of the corpus gives exactly the findings marked in it.

A line that ends in `# error: [CK201]` has that finding; no other line of the file has any.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.checks.page import unmarked
from clausekit.checks.registry import pages
from tests.checks.examples import as_marks, assert_fixes_settle, read
from tests.checks.test_pages import WITHOUT_EXAMPLE

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "checks"
FILES = sorted(CORPUS.glob("*.clause"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_gives_exactly_its_marks(path):
    text, marks = unmarked(path.read_text(encoding="utf-8"))
    reading = read(text)
    assert as_marks(reading) == sorted(marks)
    assert path.stem.partition("_")[0].upper() in {mark.code for mark in marks}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_finding_says_where_and_what_next(path):
    text, _ = unmarked(path.read_text(encoding="utf-8"))
    reading = read(text)
    first_article = min((division.span.start for division in reading.record.divisions), default=len(text)) if reading.record else len(text)
    for finding in reading.diagnostics:
        assert finding.help
        assert finding.labels
        if finding.span is not None and finding.span.start >= first_article:
            assert finding.citation, finding.message
    assert_fixes_settle(reading)


def test_every_check_has_a_planted_mistake():
    planted = {path.stem.partition("_")[0].upper() for path in FILES}
    assert sorted({each.rule.code for each in pages() if each.rule.name not in WITHOUT_EXAMPLE} - planted) == []
    assert len(FILES) >= 30
