"""Copies of one treaty: who is named first in it, how its Articles are numbered, and where initials are put."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest

import clausekit
from clausekit.drafting.numerals import in_numerals
from clausekit.drafting.phrasebook import WordingError
from tests.drafting.readers import text_page
from tests.drafting.spoken import READERS, sentences, told
from tests.drafting.word import lines, parts

ROOT = Path(__file__).resolve().parents[2]
FRAMEWORK = clausekit.read(ROOT / "examples" / "framework.clause")
TEXT = """treaty "Agreement between the Republic of Ruritania and the Republic of Arcadia on Mutual Help" languages English style bilateral.
party Ruritania "the Republic of Ruritania".
party Arcadia "the Republic of Arcadia".
action assist.

article 1 "Help"
  help: If request by any Party as caller, then each other Party shall assist caller within 10 days.
article 4bis "More"
  more: Arcadia shall assist Ruritania within 10 days of signature, without prejudice to article 1.
  most: Arcadia shall assist Ruritania within 20 days of signature, subject to clause more.
article 9 "Most"
  end: Ruritania shall assist Arcadia within 20 days of signature, subject to article 1 and article 4bis.
"""
BILATERAL = clausekit.parse(TEXT)


def said(**wanted) -> str:
    return text_page(str(clausekit.draft(BILATERAL, **wanted)))


# ---------------------------------------------------------------- alternat


def test_in_its_own_copy_a_party_is_named_first():
    ruritania, arcadia = said(alternat="Ruritania"), said(alternat="Arcadia")
    assert ruritania == said()
    assert "BETWEEN THE REPUBLIC OF ARCADIA AND THE REPUBLIC OF RURITANIA ON" in arcadia
    assert "The Republic of Arcadia and the Republic of Ruritania (hereinafter" in arcadia
    assert arcadia.index("For the Republic of Arcadia") < arcadia.index("For the Republic of Ruritania")
    assert ruritania.index("For the Republic of Ruritania") < ruritania.index("For the Republic of Arcadia")


def test_nothing_else_differs_between_the_two_copies():
    ruritania, arcadia = said(alternat="Ruritania"), said(alternat="Arcadia")
    assert sorted(ruritania.split()) == sorted(arcadia.split())
    begins, ends = "Article 1", "In witness whereof"
    assert ruritania[ruritania.index(begins) : ruritania.index(ends)] == arcadia[arcadia.index(begins) : arcadia.index(ends)]


@pytest.mark.parametrize("name", ["Arcadia", "arcadia", "the Republic of Arcadia"])
def test_a_party_is_known_by_its_name_and_by_what_the_draft_calls_it(name):
    assert said(alternat=name) == said(alternat="Arcadia")


def test_an_alternat_copy_is_one_of_two():
    with pytest.raises(WordingError, match=r"^no Party is called `Alba`; the Parties are Ruritania and Arcadia$"):
        said(alternat="Alba")
    with pytest.raises(WordingError, match=r"^alternat copies are for treaties between two Parties, and this one names 8 Parties$"):
        clausekit.draft(FRAMEWORK, alternat="Ukraine")
    with pytest.raises(WordingError, match=r"names no Party$"):
        clausekit.draft(clausekit.parse("if breach then deploy forces"), alternat="Ukraine")


# ---------------------------------------------------------------- numerals


@pytest.mark.parametrize(
    ("number", "roman"), [("1", "I"), ("4", "IV"), ("32", "XXXII"), ("5 bis", "V bis"), ("A", "A"), ("0", "0"), ("", ""), ("999999", "999999"), ("One", "One")]
)
def test_a_number_in_roman_numerals(number, roman):
    assert in_numerals(number, "roman") == roman
    assert in_numerals(number, "arabic") == number


def test_headings_and_references_are_in_the_same_numerals():
    drafted = said(numerals="roman")
    assert "Article IV bis More" in drafted
    assert "without prejudice to Article I." in drafted
    assert "subject to paragraph 1 of this Article." in drafted
    assert "subject to Articles I and IV bis." in drafted
    assert "Article 1" not in drafted
    assert "Article 4" not in drafted


def test_word_counts_in_them_and_refers_to_them():
    made = lines(clausekit.draft(FRAMEWORK, format="docx", numerals="roman"))
    numbers = [each.number for each in made if each.style == "TreatyArticleNumber" and each.number.startswith("Article")]
    assert numbers[:4] == ["Article I", "Article II", "Article III", "Article IV"]
    assert len(numbers) == 32
    assert (r"REF ck_article_13 \n \h", "Article XIII") in [field for each in made for field in each.fields], "the bookmark keeps its name"


@pytest.mark.parametrize("form", sorted(READERS.keys() - {"json"}))
def test_every_format_has_the_same_numerals(form):
    from clausekit.drafting.build import build
    from clausekit.drafting.tree import Layout
    from tests.drafting.spoken import PHRASES

    document = build(FRAMEWORK.record, PHRASES, layout=Layout(numerals="roman"))
    wanted = sentences(" ".join(" ".join(pair) for pair in told(document)))
    assert sentences(READERS[form](clausekit.draft(FRAMEWORK, format=form, numerals="roman"))) == wanted


# ---------------------------------------------------------------- how paragraphs are numbered and cited


CITING = """treaty "Treaty of Reports" languages English, French, Ukrainian.
party Alba. party Brena. guarantor Corva. action report. action consult. event call "a call".
article 1 "Reports"
  yearly: Alba shall report every year.
  called: If call, then Brena shall report within 10 days.
article 2 "Answers"
  answer: If violation of clause called, then Corva shall consult with Alba within 5 days, without prejudice to clause yearly.
  both: Corva guarantees clause yearly and clause called in favour of Brena by clause answer.
"""


def cited(**wanted) -> str:
    return " ".join(text_page(str(clausekit.draft(clausekit.parse(CITING), **wanted))).split())


@pytest.mark.parametrize(
    ("wanted", "one", "two"),
    [
        ({}, "a violation of paragraph 2 of Article 1,", "guarantees paragraphs 1 and 2 of Article 1 in"),
        ({"references": "paragraph"}, "a violation of paragraph 2 of Article 1,", "guarantees paragraphs 1 and 2 of Article 1 in"),
        ({"references": "article"}, "a violation of Article 1, paragraph 2,", "guarantees Article 1, paragraphs 1 and 2 in"),
        ({"references": "short"}, "a violation of Article 1(2),", "guarantees Article 1(1) and (2) in"),
        ({"unnumbered": True}, "a violation of the second paragraph of Article 1,", "guarantees the first and second paragraphs of Article 1 in"),
    ],
)
def test_a_paragraph_is_cited_as_it_is_asked_for(wanted, one, two):
    drafted = cited(**wanted)
    assert one in drafted
    assert two in drafted
    assert "paragraph of this Article." in drafted if "unnumbered" in wanted else "paragraph 1 of this Article." in drafted


def test_what_is_asked_for_goes_before_the_style():
    european = CITING.replace("Ukrainian.", "Ukrainian style eu.")
    assert "a violation of Article 1(2)," in " ".join(str(clausekit.draft(clausekit.parse(european))).split())
    assert "a violation of paragraph 2 of Article 1," in " ".join(str(clausekit.draft(clausekit.parse(european), references="paragraph")).split())


def test_unnumbered_paragraphs_have_no_number_before_them():
    assert "1. Alba shall" in cited()
    assert "Reports Alba shall report every year. In the event" in cited(unnumbered=True)


def test_word_refers_to_a_paragraph_behind_its_article_by_a_field():
    made = lines(clausekit.draft(clausekit.parse(CITING), format="docx", references="article"))
    fields = [field for each in made for field in each.fields]
    assert (r"REF ck_article_1 \n \h", "Article 1") in fields
    assert any(instruction.startswith("REF ck_clause_called") and shown == "2" for instruction, shown in fields)


@pytest.mark.parametrize("wanted", [{"references": "article"}, {"references": "short"}, {"unnumbered": True}], ids=str)
@pytest.mark.parametrize("form", sorted(READERS.keys() - {"json"}))
def test_every_format_cites_alike(form, wanted):
    from clausekit.drafting.build import build
    from clausekit.drafting.tree import Layout
    from tests.drafting.spoken import PHRASES

    reading = clausekit.parse(CITING)
    layout = Layout(are_unnumbered="unnumbered" in wanted, references=wanted.get("references", ""))
    document = build(reading.record, PHRASES, layout=layout)
    spoken = sentences(" ".join(" ".join(pair) for pair in told(document)))
    assert sentences(READERS[form](clausekit.draft(reading, format=form, **wanted))) == spoken


@pytest.mark.parametrize(
    ("language", "wanted", "said"),
    [
        ("fr", {"references": "article"}, "l’article 13, paragraphe 2"),
        ("fr", {"references": "short"}, "l’article 13(2)"),
        ("fr", {"unnumbered": True}, "deuxième alinéa"),
        ("uk", {"references": "article"}, "статті 1, пункту 2"),
        ("uk", {"unnumbered": True}, "абзацу 2"),
    ],
)
def test_so_it_is_in_other_languages(language, wanted, said):
    drafted = " ".join(str(clausekit.draft(in_three(13 if language == "fr" else 1), language=language, **wanted)).split())
    assert said in drafted.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["en", "fr", "uk"])
@pytest.mark.parametrize("references", ["paragraph", "article", "short"])
def test_word_knows_the_number_of_the_article_from_that_of_the_paragraph(language, references):
    """Also where both are the same, and the word for an Article is declined."""
    made = lines(clausekit.draft(in_three(2), format="docx", language=language, references=references))
    (line,) = [each for each in made if each.tag == "clause-c"]
    shown = [instruction.split()[1] for instruction, _ in line.fields]
    inner, outer = "ck_clause_b", "ck_article_2" if language == "en" else "ck_article_2_title"
    assert shown == ([inner, outer] if references == "paragraph" else [outer, inner])


def in_three(number: int) -> clausekit.Reading:
    """A treaty in three languages; the sentence `c` cites paragraph 2 of an Article of that number."""
    text = f"""treaty "T" languages English. party Ukraine. guarantor Poland. action report. event call.
article {number} "A" a: Ukraine shall report every year. b: If call, then Poland shall report within 3 days.
article 20 "B" c: If violation of clause b, then Poland shall report within 4 days.
translation French.
  party Ukraine: "l’Ukraine", feminine. guarantor Poland: "la Pologne", feminine. action report: "faire rapport". event call: "un appel".
  article {number}: "A". article 20: "B". title: "T".
translation Ukrainian.
  party Ukraine: "Україна", feminine, genitive "України", accusative "Україну".
  guarantor Poland: "Польща", feminine, genitive "Польщі", accusative "Польщу".
  action report: "звітувати". event call: "виклик", masculine, genitive "виклику". article {number}: "Звіти". article 20: "Виклик". title: "Угода".
"""
    return clausekit.parse(text)


def test_days_and_numbers_can_be_written_otherwise(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.toml").write_text('[date]\npattern = "{month} {day}, {year}"\n[numbers]\ngroup = "\u00a0"\ndecimal = ","\n', encoding="utf-8")
    text = "party Alba. action pay in euros. Alba shall pay of 20,000 euros by 2027-02-03."
    assert "pay 20,000 euros by 3 February 2027." in str(clausekit.draft(clausekit.parse(text)))
    assert "pay 20\u00a0000 euros by February 3, 2027." in str(clausekit.draft(clausekit.parse(text), templates=tmp_path))


# ---------------------------------------------------------------- initials


def test_every_page_has_a_place_for_the_initials_of_each_signatory():
    signing = ["Ukraine", "The Russian Federation", "The French Republic", "The Republic of Türkiye", "The United States of America"]
    foot = docx.Document(BytesIO(clausekit.draft(FRAMEWORK, format="docx", initials=True))).sections[0].footer
    cells = [cell.paragraphs[0].text for row in foot.tables[0].rows for cell in row.cells]
    assert len(cells) == 8
    assert set(signing) <= set(cells)
    pages = pypdf.PdfReader(BytesIO(clausekit.draft(FRAMEWORK, format="pdf", initials=True))).pages
    for page in pages:
        text = " ".join(page.extract_text().split())
        assert all(each in text for each in signing)


def test_nobody_puts_initials_unasked():
    assert b"w:tbl" not in parts(clausekit.draft(FRAMEWORK, format="docx"))["word/footer3.xml"]
