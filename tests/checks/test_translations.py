"""What the checks of translations look at: numbers and modals across languages, and what a translation must say."""

from __future__ import annotations

from pathlib import Path

import pytest

import clausekit
from clausekit.checks.survey import Survey
from clausekit.checks.translating import missing, wanted
from clausekit.checks.versions import differing, modality_of_text, numbers_of_english, numbers_of_text
from clausekit.model.languages import languages

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORK = ROOT / "examples" / "framework.clause"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("30 jours", {"30"}),
        ("25 000 militaires", {"25000"}),
        ("25\u00a0000, 25\u202f000, 25,000, 25.000 et 25’000", {"25000"}),
        ("3,67 pour cent, soit 3.670", {"3.67", "3670"}),
        ("le 1er mars 2028", {"1", "2028"}),
        ("2,500,000.5", {"2500000.5"}),
        ("article 5 bis, 0", {"5", "0"}),
        ("A4", set()),
    ],
)
def test_the_numbers_of_a_text(text, numbers):
    assert numbers_of_text(text, {})[0] == numbers


@pytest.mark.parametrize(
    ("language", "original", "translated", "left_out", "added"),
    [
        ("fr", "within 30 days", "dans un délai de trente jours", [], []),
        ("fr", "thirty days", "30 jours", [], []),
        ("fr", "thirty days", "vingt jours", [], []),
        ("fr", "within 30 days", "dans un délai de 20 jours", ["30"], ["20"]),
        ("fr", "2 copies, 20,000 euros", "deux exemplaires, 2 000 euros", ["20000"], ["2000"]),
        ("uk", "within 5 days and 12 days", "протягом п’яти чи дванадцяти днів", [], []),
        ("uk", "within 9 days", "протягом дев\u02bcяти днів", [], []),
        ("fr", "1 year", "un an", [], []),
    ],
)
def test_the_numbers_that_differ(language, original, translated, left_out, added):
    assert differing(numbers_of_english(original), translated, languages()[language].numerals) == (left_out, added)


@pytest.mark.parametrize(
    ("language", "text", "does"),
    [
        ("fr", "La France déploie des forces", set()),
        ("fr", "La France est tenue de déployer des forces", {"duty"}),
        ("fr", "La France s’engage à déployer des forces", {"duty"}),
        ("fr", "La France peut déployer des forces", {"permission"}),
        ("fr", "Aucune Partie ne peut attaquer", {"prohibition"}),
        ("fr", "La France n’attaque pas", {"prohibition"}),
        ("fr", "La France a le droit de se retirer et n’est pas liée", {"permission", "prohibition"}),
        ("fr", "La peuterie", set()),
        ("uk", "Франція повинна розгорнути сили", {"duty"}),
        ("uk", "Франція зобов’язується не нападати", {"duty", "prohibition"}),
        ("uk", "Франція може розгорнути сили", {"permission"}),
        ("uk", "Жодна Сторона не може нападати", {"prohibition"}),
        ("uk", "Франція має право вийти", {"permission"}),
    ],
)
def test_what_a_text_does(language, text, does):
    assert modality_of_text(text, languages()[language]) == does


def test_the_languages_are_those_of_the_templates():
    assert {code: language.name for code, language in languages().items()}.items() >= {"en": "English", "fr": "French", "uk": "Ukrainian"}.items()
    for code in ("fr", "uk"):
        language = languages()[code]
        assert {form for forms in language.needed.values() for form in forms} <= {*language.forms, "gender"}
        assert {"duty", "permission", "prohibition", "denial"} == language.modals.keys()
        assert all(number.isdigit() for number in language.numerals.values())


def test_the_framework_is_translated_whole():
    reading = clausekit.read(FRAMEWORK)
    assert [(each.code, each.message) for each in reading.diagnostics if each.severity != "info"] == []
    assert reading.record is not None
    survey = Survey(reading.record, reading.volume)
    assert len(wanted(survey)) > 150
    assert {each.language: missing(survey, each) for each in reading.record.translations} == {"fr": [], "uk": []}


@pytest.mark.parametrize(("language", "said"), [("fr", "Sont convenues de ce qui suit"), ("uk", "Домовилися про таке")])
def test_the_framework_is_drafted_in_each_language(language, said):
    drafted = clausekit.draft(clausekit.read(FRAMEWORK), language=language)
    assert isinstance(drafted, str)
    assert said in drafted
    english = clausekit.draft(clausekit.read(FRAMEWORK))
    assert isinstance(english, str)
    assert drafted.count("\n1. ") == english.count("\n1. ") > 20


def test_a_file_of_translations_alone_is_there_to_be_used_by_others():
    for path in (ROOT / "examples" / "translations").glob("*.clause"):
        assert clausekit.check(clausekit.read(path)) == ()


def test_a_line_stands_for_its_name_whatever_it_is_called_there():
    reading = clausekit.parse('guarantor France.\nclass other Powers.\ntranslation fr.\n  party france: "la France".\n  state other powers: "x".\n')
    assert reading.record is not None
    assert [(each.kind, each.name) for each in reading.record.translations[0].entries] == [("guarantor", "France"), ("class", "other Powers")]


def test_provisions_are_cited_by_label_number_or_name():
    text = """party France.
article response "Response"
  talks: France shall consult within 30 days.
  France shall report.
  agreed: text "It is agreed".
translation fr.
  party France: "la France".
  article 1: "Réponse".
  paragraph 1 of article 1: "La France se concerte avec elle-même dans un délai de 30 jours".
  paragraph 2 of article response: "La France fait rapport".
  paragraph 3 of article 1: "Cela est convenu".
"""
    reading = clausekit.parse(text)
    assert [each.message for each in reading.diagnostics if each.code.startswith("CK27")] == []  # what only a whole sentence does needs no name
    drafted = clausekit.draft(reading, language="fr")
    assert isinstance(drafted, str)
    assert all(said in drafted for said in ("Réponse", "se concerte avec elle-même", "La France fait rapport", "Cela est convenu"))
