"""In every language, two norms that differ in any field never read the same: as `test_meaning` holds English to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clausekit.drafting.build import build
from clausekit.drafting.concordance import rows as concordance
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting import probe
from tests.drafting.edits import meaning, variants, whole_clauses
from tests.drafting.test_meaning import TREATIES
from tests.drafting.test_sentences import in_a_line
from tests.drafting.tongues import LANGUAGES, Tongue


@cache
def tongue(treaty: str, language: str) -> Tongue:
    return Tongue(TREATIES[treaty], language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(len(whole_clauses())))
def test_no_two_variants_of_a_sentence_read_alike(language, number):
    treaty = list(TREATIES)[number % len(TREATIES)]
    room = probe.room(TREATIES[treaty])
    sentence = whole_clauses()[number]
    # Prose is not made from its English words: each text has its own in the other language.
    sentences = [("", sentence), *(each for each in variants(sentence) if each[0] != "Prose.text")]
    reading: dict[str, dict[Any, str]] = {}
    for (field, each), paragraph in zip(sentences, tongue(treaty, language).paragraphs([each for _, each in sentences]), strict=True):
        reading.setdefault(in_a_line(paragraph), {}).setdefault(meaning(each, room), field)
    assert [(text, *meanings.values()) for text, meanings in reading.items() if len(meanings) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_phrase_of_english(language):
    """Those that only other languages need are the modals, which English says by itself."""
    english, other = Phrasebook(), Phrasebook(language)
    assert set(english.forms) - set(other.forms) == set()
    assert all(form.startswith("modal_") for form in set(other.forms) - set(english.forms))


def test_languages_have_the_same_phrases_and_lists():
    french, ukrainian = map(Phrasebook, LANGUAGES)
    assert set(french.forms) == set(ukrainian.forms)
    shared = {
        "acts",
        "happenings",
        "nouns",
        "political_nouns",
        "pronouns",
        "shares",
        "units",
        "kinds",
        "languages",
        "declaring",
        "prepositions",
        "designations",
    }
    for name in shared:
        assert set(french.words[name]) == set(ukrainian.words[name]), name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "examples/treaties").glob("*.clause")), ids=lambda each: each.stem)
def test_every_treaty_says_as_much_as_in_english(path, language):
    """All of the real treaties, with invented names: each paragraph and point that English has, and the same numbers in it."""
    found = read_source(Source(path.read_text(encoding="utf-8"), path.name)).record
    assert found is not None
    english, other = build(found, Phrasebook()), tongue("declared", language).document(found)
    rows = concordance((english, other))
    assert all(all(cell.text for cell in row.cells) for row in rows), [row.id for row in rows if not all(cell.text for cell in row.cells)]
    assert [line.id for line in english.contents()] == [line.id for line in other.contents()]
