"""A ministry's own templates: laid over the built-in ones, and every mistake in them named with its template and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit import resources
from clausekit.drafting.draft import draft
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.pipeline import read_source
from clausekit.source import Source

TREATY = """
treaty "Agreement on Consultation" done at "Geneva" on 2027-03-01.
party Syldavia.
party Borduria.
action notify.
article 1 "Notice"
  notice: Syldavia shall notify Borduria within 30 days of signature.
"""


@pytest.fixture
def templates(tmp_path):
    """Writes templates into a folder: `templates(phrases="…", layout__treaty_txt="…")`."""

    def write(**files: str) -> Path:
        places = {
            "phrases": "en/phrases.jinja",
            "words": "en/words.toml",
            "text": "layout/treaty.txt",
            "html": "layout/treaty.html",
            "css": "layout/treaty.css",
        }
        for name, content in files.items():
            path = tmp_path / places[name]
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return write


def said(templates: Path | None = None, form: str = "text", text: str = TREATY, language: str = "en") -> str:
    treaty = read_source(Source(text)).record
    assert treaty is not None
    return str(draft(treaty, format=form, templates=templates, language=language))


def refusal(templates: Path, **wanted: str) -> str:
    with pytest.raises(WordingError) as refused:
        said(templates, **wanted)
    return str(refused.value)


# ---------------------------------------------------------------- what comes from where


def test_one_phrase_is_enough(templates):
    own = templates(phrases="{% macro witness(instrument, group) %}Witness the hands of the undersigned.{% endmacro %}")
    drafted = said(own)
    assert "Witness the hands of the undersigned." in drafted
    assert drafted.replace("Witness the hands of the undersigned.", "") == said().replace(
        "In witness whereof the undersigned, duly authorised for this purpose, have\nsigned this Agreement.", ""
    )


def test_a_phrase_may_call_helpers_and_stand_on_several_lines(templates):
    helper = "{% macro _we() %}the undersigned{% endmacro %}"
    own = templates(phrases=helper + "{% macro witness(instrument, group) %}\nWitness {{ _we() }}\nof {{ instrument }}.\n{% endmacro %}")
    assert "Witness the undersigned of this Agreement." in said(own)


def test_a_phrase_for_one_style_alone(templates):
    own = templates(phrases="{% macro agreed_eu() %}HAVE DECIDED AS FOLLOWS:{% endmacro %}")
    assert "Have agreed as follows:" in said(own)
    assert "HAVE DECIDED AS FOLLOWS:" in said(own, text=TREATY.replace("treaty ", "treaty ", 1).replace(" done at", " style eu done at"))


def test_a_layout_of_its_own_and_the_others_built_in(templates):
    own = templates(text="{{ draft.title }}\n{% for each in draft.sections %}* {{ each.heading }}: {{ each.paragraphs[0].text|filled }}\n{% endfor %}")
    assert said(own) == "Agreement on Consultation\n* Article 1: Syldavia shall notify Borduria within 30 days of signature.\n"
    assert said(own, form="md") == said(form="md")


def test_a_style_sheet_of_its_own(templates):
    own = templates(css="h1 { color: maroon; }")
    assert "h1 { color: maroon; }" in said(own, form="html")


def test_word_lists_are_laid_over_list_by_list(templates):
    own = templates(words='instruments = ["Consultation"]\n[participles]\nforgive = "forgiven"\n')
    phrases = Phrasebook("en", own)
    assert phrases.words["participles"]["forgive"] == "forgiven"
    assert phrases.words["participles"]["take"] == "taken"
    assert "have\nsigned this Consultation." in said(own)


def test_a_language_of_its_own(tmp_path):
    built_in = resources.folder("templates") / "en"
    folder = tmp_path / "xx"
    folder.mkdir()
    for path in built_in.iterdir():
        (folder / path.name).write_text(path.read_text(encoding="utf-8").replace("Have agreed", "Zave xgreed"), encoding="utf-8")
    assert "Zave xgreed as follows:" in said(tmp_path, language="xx")
    assert 'lang="xx"' in said(tmp_path, form="html", language="xx")


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("phrases", "message"),
    [
        pytest.param(
            "\n{% macro witness(instrument, group) %}{{ instrumnt }}{% endmacro %}",
            "the template en/phrases.jinja, line 2, cannot be used for the phrase `witness`: 'instrumnt' is undefined",
            id="misspelt name",
        ),
        pytest.param(
            "\n\n{% macro witness(instrument, group) %}{{ instrument {% endmacro %}",
            "the template en/phrases.jinja, line 3, cannot be used: expected token 'end of print statement', got '{'",
            id="broken syntax",
        ),
        pytest.param(
            "{% macro witnes(instrument, group) %}{{ instrument }}{% endmacro %}",
            "the template en/phrases.jinja has a phrase `witnes`, which no draft uses; did you mean `witness`?",
            id="misspelt phrase",
        ),
        pytest.param(
            "{% macro zzz() %}{% endmacro %}",
            "the template en/phrases.jinja has a phrase `zzz`, which no draft uses; a macro of your own, for use in others, begins with `_`",
            id="unknown phrase",
        ),
        pytest.param(
            "{% macro witness(instrument) %}{{ instrument }}{% endmacro %}",
            "the template en/phrases.jinja cannot be used for the phrase `witness`: macro 'witness' takes no keyword argument 'group'",
            id="a part left out",
        ),
        pytest.param(
            "{% macro witness(instrument, group) %}{{ ''.__class__.__mro__ }}{% endmacro %}",
            "the template en/phrases.jinja, line 1, cannot be used for the phrase `witness`: access to attribute '__class__' of 'str' object is unsafe.",
            id="out of the sandbox",
        ),
        pytest.param(
            "{% macro witness(instrument, group) %}{{ instrument.format.__globals__ }}{% endmacro %}",
            "the template en/phrases.jinja, line 1, cannot be used for the phrase `witness`: access to attribute '__globals__' of",
            id="out of the sandbox by a method",
        ),
        pytest.param(
            "{% macro witness(instrument, group) %}{% for each in range(10000000) %}{% endfor %}{% endmacro %}",
            "the template en/phrases.jinja, line 1, cannot be used for the phrase `witness`: Range too big",
            id="a hundred years of work",
        ),
        pytest.param(
            "{% macro witness(instrument, group) %}{{ witness(instrument, group) }}{% endmacro %}",
            "cannot be used for the phrase `witness`: it calls itself without end",
            id="a circle",
        ),
        pytest.param(
            "{% macro witness(instrument, group) %}\n{{ 1 / 0 }}{% endmacro %}",
            "the template en/phrases.jinja, line 2, cannot be used for the phrase `witness`: division by zero",
            id="arithmetic",
        ),
        pytest.param(
            "{% include 'en/nothing.jinja' %}",
            "there is no template `en/nothing.jinja`, which en/phrases.jinja asks for",
            id="a missing template",
        ),
        pytest.param(
            "{% include '../../../etc/passwd' %}",
            "there is no template `../../../etc/passwd`, which en/phrases.jinja asks for",
            id="out of the folder",
        ),
    ],
)
def test_a_mistake_in_a_phrase(templates, phrases, message):
    assert message in refusal(templates(phrases=phrases))


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        ("{{ draft.title }}\n{{ draft.titel }}", "layout/treaty.txt, line 2, cannot be used: 'clausekit.drafting.tree.Draft object' has no attribute 'titel'"),
        ("{{ draft.__class__ }}", "the template layout/treaty.txt, line 1, cannot be used: access to attribute '__class__' of 'Draft' object is unsafe."),
        ("{% for each in draft.sections %}\n", "the template layout/treaty.txt, line 1, cannot be used: Unexpected end of template."),
        ("{{ draft.title|shouted }}", "the template layout/treaty.txt, line 1, cannot be used: No filter named 'shouted'."),
        ("{% include 'layout/foot.txt' %}", "there is no template `layout/foot.txt`, which layout/treaty.txt asks for"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_layout(templates, layout, message):
    assert message in refusal(templates(text=layout))


def test_word_lists_that_are_none(templates):
    assert refusal(templates(words="instruments = [")).startswith("the word lists en/words.toml cannot be used: ")
    for wrong in ("instruments = 5", "instruments = [1, 2]", 'participles = ["taken"]', "initial_sounds = { vowel = [1] }"):
        assert refusal(templates(words=wrong)).endswith("is no list of words like the built-in one")


def test_a_template_that_is_no_text(templates):
    own = templates(phrases="")
    (own / "en" / "phrases.jinja").write_bytes(b"\xff\xfe{% macro")
    assert refusal(own).startswith("the template en/phrases.jinja cannot be used: ")


def test_a_folder_that_is_none(tmp_path):
    assert refusal(tmp_path / "nowhere").endswith("nowhere: there is no such folder of templates")
    assert refusal(tmp_path).endswith("this folder of templates holds neither `en/` (phrases) nor `layout/` (formats)")


@pytest.mark.parametrize("language", ["de", "../en", "", "en/../en", "layout"])
def test_a_language_that_is_not_there(language):
    with pytest.raises(WordingError, match=r"^there are no templates for the language `.*`; there are for: en, fr, uk$"):
        said(language=language)


def test_an_unfinished_language(tmp_path):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "phrases.jinja").write_text("{% macro agreed() %}Sind wie folgt übereingekommen:{% endmacro %}", encoding="utf-8")
    assert refusal(tmp_path, language="de") == "the word lists for the language `de` (words.toml) lack `mass_nouns`"
    (tmp_path / "de" / "words.toml").write_text((resources.folder("templates") / "en" / "words.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert refusal(tmp_path, language="de").startswith("the templates for the language `de` lack the phrase `")
