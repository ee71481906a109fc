"""The framework agreement in three languages: the same numbers and modals in every paragraph, and drafts that were read."""

# ruff: noqa: RUF001  Ukrainian has letters that look like Latin ones

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from clausekit.drafting.build import build
from clausekit.drafting.draft import draft
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft, Paragraph, Section, unlinked
from clausekit.model.clauses import Sentence
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.test_sentences import in_a_line

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = ("en", "fr", "uk")
# How a duty and a permission are said; whether it is denied is said by the subject in English (`No Party shall`), and by the verb elsewhere.
MODALS = {
    "en": {"duty": r"\bshall\b", "permission": r"\bmay\b"},
    "fr": {"duty": r"\b(?:doit|doivent)\b", "permission": r"\b(?:peut|peuvent)\b"},
    "uk": {"duty": r"\bповинн(?:а|е|і|ий)\b|\bповинен\b", "permission": r"\b(?:може|можуть)\b"},
}
DENIED = {"en": r"\b[Nn]o\b[^.;]*?\bshall\b|\bshall not\b", "fr": r"\bne (?:doit|doivent)\b", "uk": r"\bне повин"}


@cache
def treaty(name: str = "framework") -> Treaty:
    path = EXAMPLES / f"{name}.clause"
    reading = read_source(Source(path.read_text(encoding="utf-8"), path.name), folder=path.parent)
    assert reading.record is not None
    return reading.record


@cache
def document(language: str) -> Draft:
    return build(treaty(), Phrasebook(language))


def paragraphs(sections: tuple[Section, ...]) -> list[Paragraph]:
    return [each for section in sections for each in (*section.paragraphs, *paragraphs(section.sections))]


def said(language: str) -> dict[str, str]:
    """The sentences that are made, not written, by their ids; the definitions too."""
    made = document(language)
    written = {f"clause-{clause.label}".replace(" ", "-") for clause in clauses() if not isinstance(clause, Sentence)}
    found = {each.id: in_a_line(each) for each in paragraphs(made.sections) if each.id not in written}
    return found | {each.id: in_a_line(each) for each in made.definitions}


def clauses():
    pending = list(treaty().divisions)
    while pending:
        division = pending.pop()
        yield from division.clauses
        pending += division.divisions


def numbers(text: str, language: str) -> Counter[str]:
    """Every number in figures; the first Article of a French treaty is `premier`."""
    whole = unlinked(text).replace("premier", "1")
    whole = re.sub(r"(?<=\d),(?=\d{3}\b)" if language == "en" else r"(?<=\d)\u00a0(?=\d{3}\b)", "", whole)
    return Counter(re.findall(r"\d+(?:[.,]\d+)?", whole))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_paragraph_has_the_same_numbers(language):
    english, other = said("en"), said(language)
    assert english.keys() == other.keys()
    assert len(english) > 60
    assert {each: (english[each], other[each]) for each in english if numbers(english[each], "en") != numbers(other[each], language)} == {}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_paragraph_has_the_same_modals(language):
    # What lives and ends has no modal in French and Ukrainian: `entre en vigueur`.
    stated = {f"clause-{clause.label}".replace(" ", "-") for clause in clauses() if isinstance(clause, Sentence) and clause.statements[0].kind == "statement"}
    english, other = ({each: text for each, text in said(of).items() if each in stated} for of in ("en", language))

    def modals(text: str, of: str) -> tuple[int, ...]:
        return tuple(len(re.findall(pattern, text)) for pattern in (*MODALS[of].values(), DENIED[of]))

    assert {each: (english[each], other[each]) for each in english if modals(english[each], "en") != modals(other[each], language)} == {}
    assert sum(modals(text, language)[0] for text in other.values()) > 50


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_no_english_stands_in_it(language):
    """Words that no sentence in English can do without, and none in French or Ukrainian has; in Ukrainian, no Latin letters but those of Annexes."""
    text = str(draft(treaty(), language=language))
    assert set(re.findall(r"\w+", text.lower())) & {"the", "of", "and", "shall", "within", "each", "any", "to", "by", "with", "is", "are", "for", "no"} == set()
    if language == "uk":
        assert set(re.findall(r"[A-Za-z]+", text)) == {"A", "B", "C", "D", "I", "II", "III"}


READ = [
    ("framework", "fr"),
    ("framework", "uk"),
    ("treaties/budapest", "fr"),
    ("treaties/budapest", "uk"),
    ("treaties/cyprus", "fr"),
    ("treaties/north-atlantic", "fr"),
    ("treaties/anzus", "fr"),
    ("treaties/locarno", "fr"),
]


@pytest.mark.parametrize(("name", "language"), READ)
def test_the_draft_is_the_one_that_was_read(name, language, golden):
    golden(f"{Path(name).name}.{language}.txt", str(draft(treaty(name), language=language)))


def test_the_languages_stand_row_by_row(golden):
    golden("framework.en-fr-uk.html", str(draft(treaty(), format="html", language="en,fr,uk")))
