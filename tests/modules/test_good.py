"""Treaties that use files say what the same treaties written out say."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.pipeline.library import draft, parse, read, treaty_text

CORPUS = Path(__file__).parent / "corpus" / "good"
CASES = sorted(path.name for path in CORPUS.iterdir())


@pytest.mark.parametrize("case", CASES)
def test_the_treaty_is_the_one_written_out(case):
    together, plain = read(CORPUS / case / "treaty.clause"), read(CORPUS / case / "written_out.clause")
    assert [(each.code, each.message) for each in together.diagnostics if each.severity == "error"] == []
    assert [each.message for each in plain.diagnostics if each.severity == "error"] == []
    assert together.record == plain.record
    assert draft(together, format="md") == draft(plain, format="md")


@pytest.mark.parametrize("case", CASES)
def test_what_is_asked_is_what_would_be_asked_of_it_written_out(case):
    together, plain = read(CORPUS / case / "treaty.clause"), read(CORPUS / case / "written_out.clause")
    assert sorted((each.code, each.message) for each in together.diagnostics) == sorted((each.code, each.message) for each in plain.diagnostics)


@pytest.mark.parametrize("case", CASES)
def test_the_model_is_that_of_the_whole_treaty(case):
    """The treaty printed from its model uses nothing, and is the same treaty."""
    together = read(CORPUS / case / "treaty.clause")
    text = treaty_text(together.treaty)
    assert 'use "' not in text
    assert "parameter " not in text
    assert parse(text).treaty == together.treaty


def test_every_file_that_was_read_is_named():
    reading = read(CORPUS / "nested" / "treaty.clause")
    names = [Path(source.name).relative_to(CORPUS).as_posix() for source in reading.sources]
    assert names == ["nested/treaty.clause", "nested/inner/middle.clause", "nested/inner/leaf.clause", "nested/outer.clause"]
    assert reading.sources[0] is reading.source
    assert len(reading.document.items) == 4, "the document is what the file itself says"
