"""One treaty says the same in every format: what is read of each is the same sentences in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest

import clausekit
from clausekit.drafting.build import build
from clausekit.drafting.draft import formats
from tests.drafting.spoken import PHRASES, READERS, sentences, spoken, told

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted([*(ROOT / "examples").glob("*.clause"), *(ROOT / "examples/treaties").glob("*.clause")])


def test_every_format_is_read():
    assert set(READERS) == set(formats())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_sentences_in_every_format(path):
    said = clausekit.read(path).record
    assert said is not None
    document = build(said, PHRASES)
    wanted = sentences(" ".join(" ".join(pair) for pair in told(document)))
    for form in READERS:
        assert spoken(document, form) == wanted, form
