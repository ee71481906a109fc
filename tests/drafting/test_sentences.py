"""How sentences read: clause files that say of each of their sentences what the draft says of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from clausekit.drafting.build import build
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Paragraph, unlinked
from clausekit.pipeline import read_source
from clausekit.source import Source

FILES = sorted((Path(__file__).parent / "sentences").glob("*.clause"))
MARK = "#> "


def expected(path: Path) -> list[str]:
    return [line.removeprefix(MARK) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(MARK)]


@cache
def drafted(path: Path) -> list[str]:
    reading = read_source(Source(path.read_text(encoding="utf-8"), path.name))
    assert not [(each.message, reading.source.position(each.span.start).line) for each in reading.diagnostics if each.code.startswith("CK1")]
    article, *_ = build(reading.record, Phrasebook()).sections
    return [in_a_line(paragraph) for paragraph in article.paragraphs][-len(expected(path)) :]


def in_a_line(paragraph: Paragraph) -> str:
    return unlinked(" | ".join([paragraph.text, *(f"({point.mark}) {point.text}" for point in paragraph.points)]) + f" {paragraph.closing}".rstrip())


@pytest.mark.parametrize(
    ("path", "number"), [(path, number) for path in FILES for number in range(len(expected(path)))], ids=lambda each: getattr(each, "stem", each)
)
def test_a_sentence_reads_as_it_should(path, number):
    assert drafted(path)[number] == expected(path)[number]


def test_every_sentence_says_how_it_should_read():
    for path in FILES:
        assert len(drafted(path)) == len(expected(path)) > 4
