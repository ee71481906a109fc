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
