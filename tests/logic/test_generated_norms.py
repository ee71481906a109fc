"""The treaties by which proving is measured are what they say: so many norms, read without an error, the same every time."""

from __future__ import annotations

import pytest

from benchmarks.generate_norms import KINDS, edited, treaty
from clausekit.diagnostics import Severity
from clausekit.norms.lower import lower
from clausekit.pipeline import read_source
from clausekit.source import Source


def norms(text: str) -> int:
    reading = read_source(Source(text, "generated"))
    errors = [each for each in reading.diagnostics if each.severity is Severity.ERROR]
    assert [each.message for each in errors if not each.code.startswith("CK4")] == []  # that sentences clash is what some are for
    assert reading.record is not None
    return len(lower(reading.record).norms)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [10, 33, 200])
def test_a_treaty_has_as_many_norms_as_asked_for(kind, size):
    made = norms(treaty(kind, size))
    assert made <= size if kind == "pigeonholes" else made == size


def test_a_large_one_too():
    assert norms(treaty("mixed", 2_000)) == 2_000


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_changes_one_line(kind):
    text = treaty(kind, 60)
    assert treaty(kind, 60) == text
    lines = zip(text.split("\n"), edited(text).split("\n"), strict=True)
    assert len([1 for before, after in lines if before != after]) == 1
