"""Every language has every word of pictures and reports, with the same places in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import clausekit
from clausekit.drafting.build import worded
from clausekit.drafting.diagrams.diagram import PICTURES, picture
from clausekit.drafting.draft import phrasebook
from clausekit.drafting.reports.report import KINDS
from tests.drafting.diagrams.test_pictures import whole
from tests.drafting.readers import text_page

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
LANGUAGES = sorted(path.parent.name for path in TEMPLATES.glob("*/words.toml"))
PLACE = re.compile(r"\{\d?\}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["diagram", "report"])
def test_every_word_is_there_and_has_its_places(language, table):
    own, model = (tomllib.loads((TEMPLATES / each / "words.toml").read_text(encoding="utf-8"))[table] for each in (language, "en"))
    assert set(own) == set(model)
    for name, words in own.items():
        assert sorted(PLACE.findall(words)) == sorted(PLACE.findall(model[name])), name


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_what_the_words_of_the_file_do_not_name_is_said_in_the_language(language):
    """A picture and a sheet of a treaty without sentences hold words of ours alone."""
    reading = clausekit.parse('party A.\nnote: text "x".\n')
    english, other = (clausekit.diagram(reading, kind="ladder", language=each) for each in ("en", language))
    assert english != other
    assert "There is nothing" not in other


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_framework_agreement_is_drawn_and_reported_on_in_its_languages(language):
    reading = clausekit.read(TEMPLATES.parent / "examples" / "framework.clause")
    assert reading.record is not None
    for kind in PICTURES:
        made = picture(worded(reading.record, phrasebook(language)), kind)
        whole(made)
        assert made.boxes
        own = " ".join(label.text for box in made.boxes for label in (*box.labels, *made.labels))
        assert not re.search(r"\b(shall|owed|within|of the)\b", own)
    for kind in KINDS:
        text = str(clausekit.report_on(reading, kind=kind, language=language))
        text_page(text)
        assert " shall " not in text
