"""Drafts in French and Ukrainian: how sentences read there, what is missing said at once, and several languages side by side."""

# ruff: noqa: RUF001, E501  Ukrainian has letters that look like Latin ones, and sentences are as long as they are

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO

import lxml.html
import pytest

from clausekit import resources
from clausekit.drafting.build import build
from clausekit.drafting.draft import draft
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import unlinked
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.readers import html_page
from tests.drafting.test_sentences import in_a_line

TREATY = """
treaty "Agreement on Mutual Assistance" languages English, French and Ukrainian done at "Geneva" on 2027-01-01.
party Ukraine.
guarantor France "the French Republic".
guarantor Estonia.
organ Council.
term Territory means "the territory of Ukraine".
action deploy forces as "deployment of forces" in troops.
action assist as "assistance".
event raid "an armed raid".

article help "Help"
  first: If raid on Ukraine, then the Guarantors jointly shall assist Ukraine within 21 days of request by Ukraine, unless waiver by Ukraine.
  second: Each Guarantor shall deploy forces to Ukraine of at least 2,500 troops by 2027-02-01 under paragraph 1 of article help.
  third: No Guarantor shall use force in the Territory, and France undertakes to notify the Council at all times.
  fourth: The Parties may withdraw with 6 months notice, subject to article help.
  text "Everybody is glad".
article life "Life"
  enters into force 30 days after ratification by at least 2 Parties.
  clause first of article help is suspended until 2030-03-02.
"""
FRENCH = """
translation French.
  title: "Accord d’assistance mutuelle".
  done at: "Genève".
  party Ukraine: "l’Ukraine", feminine, place "en Ukraine".
  guarantor France: "la République française".
  guarantor Estonia: "l’Estonie", feminine.
  organ Council: "le Conseil".
  term Territory: "le Territoire" means "le territoire de l’Ukraine", place "sur le Territoire".
  action deploy forces: "déployer des forces" as "le déploiement de forces", recipient "place".
  action assist: "prêter assistance" as "une assistance", object "à".
  action use force: "recourir à la force".
  event raid: "une incursion armée", target "contre".
  unit troops: "militaire", plural "militaires".
  article help: "Assistance".
  article life: "Durée".
  paragraph 5 of article help: "Chacun s’en félicite".
"""
UKRAINIAN = """
translation Ukrainian.
  title: "Угода про взаємну допомогу".
  done at: "Женеві".
  party Ukraine: "Україна", feminine, genitive "України", dative "Україні", accusative "Україну", place "в Україні".
  guarantor France: "Французька Республіка", feminine, accusative "Французьку Республіку".
  guarantor Estonia: "Естонія", feminine, accusative "Естонію".
  organ Council: "Рада", feminine, accusative "Раду".
  term Territory: "Територія" means "територію України", feminine, place "на Території".
  action deploy forces: "розгорнути сили" as "розгортання сил", recipient "place".
  action assist: "надати допомогу" as "допомога", object "dative".
  action use force: "застосовувати силу".
  event raid: "збройний напад", masculine, genitive "збройного нападу".
  unit troops: "військовослужбовець", plural "військовослужбовці", plural genitive "військовослужбовців".
  article help: "Допомога".
  article life: "Строк дії".
  paragraph 5 of article help: "Усі цьому раді".
"""
BODY = TREATY.replace(" under paragraph 1 of article help", ", subject to clause first").replace("clause first of article help is", "clause first is")
SENTENCES = {
    "fr": [
        (
            "En cas d’incursion armée contre l’Ukraine, les Garants, agissant conjointement, doivent prêter assistance à l’Ukraine dans un délai de 21 jours à"
            " compter d’une demande présentée par l’Ukraine, sauf s’il y a une renonciation de la part de l’Ukraine."
        ),
        (
            "Chaque Garant doit déployer des forces représentant au moins 2 500 militaires en Ukraine d’ici au 1er février 2027, sous réserve du paragraphe 1 du"
            " présent article."
        ),
        "Aucun Garant ne doit recourir à la force sur le Territoire, et la République française s’engage en tout temps à aviser le Conseil.",
        "Les Parties peuvent se retirer avec un préavis de 6 mois, sous réserve du présent article.",
        "Chacun s’en félicite.",
        "Le présent Accord entre en vigueur 30 jours après la ratification par au moins 2 Parties.",
        "Le paragraphe 1 de l’article premier est suspendu jusqu’au 2 mars 2030.",
    ],
    "uk": [
        (
            "У разі збройного нападу на Україну Гаранти, діючи спільно, повинні надати допомогу Україні протягом 21 дня після запиту з боку України, крім випадків,"
            " коли має місце відмова з боку України."
        ),
        (
            "Кожний Гарант повинен розгорнути сили у кількості щонайменше 2 500 військовослужбовців в Україні у строк до 1 лютого 2027 року, за умови дотримання"
            " пункту 1 цієї статті."
        ),
        "Жодний Гарант не повинен застосовувати силу на Території, і Французька Республіка зобов’язується постійно повідомити Раду.",
        "Сторони можуть вийти з попередженням за 6 місяців, за умови дотримання цієї статті.",
        "Усі цьому раді.",
        "Ця Угода набирає чинності через 30 днів після ратифікації з боку щонайменше 2 Сторін.",
        "Пункт 1 статті 1 зупиняється до 2 березня 2030 року.",
    ],
}


def treaty(*translations: str) -> Treaty:
    reading = read_source(Source("\n".join((BODY, *translations))))
    assert not [each.message for each in reading.diagnostics if each.code.startswith("CK1")]
    assert reading.record is not None
    return reading.record


def refusal(language: str, *translations: str, form: str = "text") -> str:
    with pytest.raises(WordingError) as refused:
        draft(treaty(*translations), format=form, language=language)
    return str(refused.value)


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_read_as_a_treaty_does(language):
    sections = build(treaty(FRENCH, UKRAINIAN), Phrasebook(language)).sections
    said = [in_a_line(paragraph).replace("\u00a0", " ") for section in sections for paragraph in section.paragraphs]
    assert said == SENTENCES[language]


def test_the_marks_of_french_stand_behind_spaces_that_do_not_break():
    text = str(draft(treaty(FRENCH), language="fr"))
    assert "«\u00a0Territoire\u00a0» désigne" in text
    assert "Aux fins du présent Accord\u00a0:" in text
    assert "Fait à Genève, le 1er\u00a0janvier 2027, en langues anglaise, française et ukrainienne" in " ".join(text.split(" ")).replace("\n", " ")
    assert not re.search(r"\w[;:!?](?:\s|$)", text)


def test_everything_that_is_missing_is_said_at_once():
    lines = refusal("fr", FRENCH.replace('  party Ukraine: "l’Ukraine", feminine, place "en Ukraine".\n', "").replace(', plural "militaires"', "")).splitlines()
    assert lines[0].startswith("the treaty lacks words for a draft in French")
    assert {line.strip() for line in lines[1:]} >= {'party Ukraine: "…".', 'unit troops: "…", plural "…".'}
    assert "Ukraine" not in " ".join(line for line in lines if "party" not in line).replace("translation", "")


def test_a_missing_case_is_never_guessed():
    assert 'event raid: "…", genitive "…".' in refusal("uk", UKRAINIAN.replace(', genitive "збройного нападу"', ""))


def test_a_sentence_of_the_drafter_stands_as_it_is():
    own = FRENCH + '  clause first: "Les Garants aident l’Ukraine dans un délai de 21 jours".\n'
    assert unlinked(build(treaty(own), Phrasebook("fr")).sections[0].paragraphs[0].text) == "Les Garants aident l’Ukraine dans un délai de 21 jours."


@pytest.mark.parametrize("language", SENTENCES)
def test_every_format_says_its_language(language):
    both = treaty(FRENCH, UKRAINIAN)
    assert html_page(str(draft(both, format="html", language=language))).get("lang") == language
    with zipfile.ZipFile(BytesIO(bytes(draft(both, format="docx", language=language)))) as parts:  # type: ignore[arg-type]
        assert f'<w:lang w:val="{language}"'.encode() in parts.read("word/styles.xml")
        document, numbering = parts.read("word/document.xml").decode(), parts.read("word/numbering.xml").decode()
    assert ("Article %1" if language == "fr" else "Стаття %1") in numbering
    # The number of a declined reference is a field, and the word before it is text.
    paragraph = next(each for each in document.split("</w:p>") if ("Le paragraphe " if language == "fr" else "Пункт ") in each and "REF" in each)
    assert re.search(r"REF \S+ \\n \\t? ?\\h", paragraph)


def test_the_same_treaty_gives_the_same_bytes():
    wanted = (("docx", "uk"), ("html", "fr"), ("docx", "en,uk"))
    made = [draft(treaty(FRENCH, UKRAINIAN), format=form, language=language) for _ in range(2) for form, language in wanted]
    assert made[:3] == made[3:]


def test_languages_stand_side_by_side():
    page = lxml.html.document_fromstring(str(draft(treaty(FRENCH, UKRAINIAN), format="html", language="en,fr,uk")))
    assert [each.text for each in page.xpath("//th")] == ["English", "Français", "Українська"]
    rows = page.xpath("//tbody/tr")
    assert all(len(row.xpath("td")) == 3 and all(cell.text_content().strip() for cell in row.xpath("td")) for row in rows)
    assert [cell.get("lang") for cell in rows[0].xpath("td")] == ["en", "fr", "uk"]
    headings = [[cell.text_content() for cell in row.xpath("td")] for row in page.xpath("//tr[contains(@class, 'heading')]")]
    assert headings[0] == ["Article 1. Help", "Article premier. Assistance", "Стаття 1. Допомога"]
    ids = page.xpath("//tr/@id")
    assert len(ids) == len(set(ids)) > 8
    assert {href.removeprefix("#") for href in page.xpath("//a/@href")} <= set(ids)


def test_side_by_side_in_word():
    made = draft(treaty(FRENCH, UKRAINIAN), format="docx", language="fr,uk")
    assert isinstance(made, bytes)
    with zipfile.ZipFile(BytesIO(made)) as parts:
        document = parts.read("word/document.xml").decode()
    assert 'w:orient="landscape"' in document
    assert document.count("<w:tblHeader/>") == 1
    assert {'<w:lang w:val="fr"/>', '<w:lang w:val="uk"/>'} <= set(re.findall(r"<w:lang [^>]*>", document))
    anchors = set(re.findall(r'w:anchor="([^"]+)"', document))
    assert anchors <= set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', document))


def test_one_folder_is_enough_for_a_further_language(tmp_path):
    """Walloon, for once as a French with another word for a duty: its folder is all that is added."""
    shutil.copytree(resources.folder("templates") / "fr", tmp_path / "wa")
    phrases = tmp_path / "wa" / "phrases.jinja"
    phrases.write_text(phrases.read_text(encoding="utf-8").replace("'doivent' if plural else 'doit'", "'divèt' if plural else 'doet'"), encoding="utf-8")
    document = draft(treaty(FRENCH.replace("French", "wa")), language="wa", templates=tmp_path)
    assert "Chaque Garant doet déployer des forces" in str(document)


def test_a_word_list_that_is_missing_or_wrong_is_named(tmp_path):
    shutil.copytree(resources.folder("templates") / "fr", tmp_path / "wa")
    lists = tmp_path / "wa" / "words.toml"
    whole = lists.read_text(encoding="utf-8")
    lists.write_text(whole.replace("[prepositions]", "[prepositionz]"), encoding="utf-8")
    with pytest.raises(WordingError, match=r"the word lists for the language `wa` \(words.toml\) lack `prepositions`"):
        draft(treaty(), language="wa", templates=tmp_path)
    for entry, lacks in (
        ('by = "par"', "`prepositions` in the words.toml of the language `wa` lacks `by`"),
        (', plain = ["Garant", "Garants"]', "`nouns.Guarantor`.*lacks `plain`"),
    ):
        lists.write_text(whole.replace(entry, ""), encoding="utf-8")
        with pytest.raises(WordingError, match=lacks):
            draft(treaty(), language="wa", templates=tmp_path)
    lists.write_text(whole.replace('one = "i = 0,1"', 'one = "i is 0 or 1"'), encoding="utf-8")
    with pytest.raises(WordingError, match=r"the word lists wa/words.toml cannot be used: `i is 0` is no plural rule"):
        draft(treaty(), language="wa", templates=tmp_path)


def test_a_template_that_asks_for_an_unknown_case_is_named(tmp_path):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "phrases.jinja").write_text("{% macro signs_for(party) %}Pour {{ party|ablative }}{% endmacro %}", encoding="utf-8")
    with pytest.raises(WordingError, match=r"line 1, cannot be used: No filter named 'ablative'"):
        draft(treaty(FRENCH), language="fr", templates=tmp_path)


def test_what_several_languages_lack_is_said_of_all_of_them():
    said = refusal("fr,uk", form="html")
    assert "in French" in said
    assert "in Ukrainian" in said
    assert refusal("fr,uk", FRENCH, UKRAINIAN).endswith("several go into one file of `html`, `docx`, `akn`")
