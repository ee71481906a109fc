"""Drafts as Word documents: what they say, what counts their numbers, where their references lead, and that they are the same each time."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import clausekit
from clausekit.drafting.build import build
from clausekit.drafting.draft import draft
from clausekit.drafting.notes import Remark
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Layout
from clausekit.drafting.word.counting import FORMATS, counted, format_of, shown
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.spoken import told
from tests.drafting.test_hostile import HOSTILE, soiled
from tests.drafting.word import Line, W, lines, parts

ROOT = Path(__file__).resolve().parents[2]
TREATIES = [
    ROOT / "examples" / "framework.clause",
    *(ROOT / "examples" / "treaties" / f"{name}.clause" for name in ("egypt-israel", "locarno", "dayton", "ottawa", "mfo")),
]
HEADINGS = re.compile(r"Heading\d|TreatyArticleNumber")


def treaty(path: Path) -> Treaty:
    found = clausekit.read(path).record
    assert found is not None
    return found


def word(said: Treaty) -> bytes:
    made = draft(said, format="docx")
    assert isinstance(made, bytes)
    return made


# ---------------------------------------------------------------- what it says


def _read(made: list[Line]) -> list[tuple[str, str]]:
    """The same of a Word document, without its table of contents; a number that is typed counts too."""
    said = [each for each in made if not each.style.startswith("TOC") and (each.number or each.text)]
    return [_apart(each) for each in said]


def _apart(line: Line) -> tuple[str, str]:
    if line.number and line.is_seen:
        return line.number, line.text
    typed = re.match(r"(\(\w+\)|[\w ]+\.(?= )) ?(.*)", line.text) if line.style in ("TreatyPoint", "TreatyParagraph") else None
    if HEADINGS.match(line.style) and re.match(r"(Article|Annex|Part|Chapter|Section) ", line.text):
        return line.text, ""
    return (typed[1], typed[2]) if typed and len(typed[1]) < 8 else ("", line.text)


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_it_says_what_the_draft_says_and_counts_as_it_counts(path):
    said = treaty(path)
    assert _read(lines(word(said))) == told(build(said, Phrasebook()))


def test_numbers_are_counted_and_not_typed():
    made = lines(word(treaty(TREATIES[0])))
    numbered = [each for each in made if each.style in ("TreatyArticleNumber", "TreatyPoint")]
    assert len(numbered) > 60
    assert all(each.number for each in numbered)
    assert {each.number for each in made if each.style == "TreatyArticleNumber"} >= {"Part One", "Chapter 6", "Article 1", "Article 32", "Annex D"}
    assert not [each for each in made if each.style == "TreatyParagraph" and re.match(r"\d+\.", each.text)]


def test_a_number_that_is_left_out_and_one_that_cannot_be_counted():
    text = """party Alba. party Brena. action pay.
article 3 "Three"
  one: Alba shall pay within 3 days of entry into force.
  two: Brena shall pay within 3 days of entry into force.
article 3bis "Three and more"
  three: Alba shall pay, subject to clause two.
article 7 "Seven"
  four: Alba shall pay, subject to clause two and article 3.
"""
    reading = read_source(Source(text))
    assert not [each for each in reading.diagnostics if each.code.startswith("CK1")]
    assert reading.record is not None
    made = lines(word(reading.record))
    assert [each.number or each.text for each in made if each.style == "TreatyArticleNumber"] == ["Article 3", "Article 3 bis", "Article 7"]
    assert [each.number for each in made if each.style == "TreatyArticleNumber"] == ["Article 3", "", "Article 7"]


# ---------------------------------------------------------------- references


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_every_reference_leads_to_a_bookmark_and_shows_its_number(path):
    data = word(treaty(path))
    document = etree.fromstring(parts(data)["word/document.xml"])
    marks = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks))
    assert all(re.fullmatch(r"ck_\w{1,37}", each, re.ASCII) for each in marks)
    anchors = {each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")}
    fields = [field for each in lines(data) for field in each.fields if field[0].startswith("REF")]
    assert {instruction.split()[1] for instruction, _ in fields} | anchors <= set(marks)
    numbers = _numbers_of_marks(data)
    for instruction, result in fields:
        whole = numbers[instruction.split()[1]]
        assert result == whole.rstrip("."), (instruction, result, whole)


def _numbers_of_marks(data: bytes) -> dict[str, str]:
    """What Word counts for the paragraph of each bookmark."""
    document = etree.fromstring(parts(data)["word/document.xml"])
    named = [[mark.get(f"{W}name") for mark in paragraph.iter(f"{W}bookmarkStart")] for paragraph in document.iter(f"{W}p")]
    return {name: line.number for names, line in zip(named, lines(data), strict=True) for name in names}


def test_the_framework_has_its_references_as_fields():
    fields = [field for each in lines(word(treaty(TREATIES[0]))) for field in each.fields if field[0].startswith("REF")]
    assert len(fields) >= 18
    assert (r"REF ck_clause_restoration \n \t \h", "2") in fields
    assert (r"REF ck_article_13 \n \h", "Article 13") in fields


def test_every_clause_has_a_content_control_with_its_id():
    said = treaty(TREATIES[0])
    tags = {each.tag for each in lines(word(said)) if each.tag}
    assert {f"clause-{clause}" for clause in ("cessation", "no-force", "deployment", "leaving")} <= tags


# ---------------------------------------------------------------- the file


def test_the_table_of_contents_and_the_page_are_fields():
    data = word(treaty(TREATIES[0]))
    contents = [each for each in lines(data) if each.style.startswith("TOC") and each.style != "TOCHeading"]
    assert contents[0].fields[0][0].startswith("TOC")
    assert len(contents) == len(build(treaty(TREATIES[0]), Phrasebook()).contents())
    assert b"<w:updateFields" in parts(data)["word/settings.xml"]
    foot = b"".join(data for name, data in parts(data).items() if "footer" in name)
    assert b"PAGE" in foot
    assert b"NUMPAGES" in foot


def test_it_names_its_title_and_language_and_nobody():
    files = parts(word(treaty(TREATIES[0])))
    core = etree.fromstring(files["docProps/core.xml"])
    told = {etree.QName(each).localname: each.text for each in core}
    assert told["title"].startswith("Framework Agreement on a Ceasefire")
    assert told["language"] == "en"
    assert not told.get("creator")
    assert not told.get("lastModifiedBy")
    assert b'w:val="en"' in files["word/styles.xml"]


def test_the_same_draft_is_the_same_file():
    first = word(treaty(TREATIES[0]))
    time.sleep(2.1)  # a zip archive dates its parts to two seconds
    assert word(treaty(TREATIES[0])) == first


def test_without_the_library_it_is_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(WordingError, match=r"install `clausekit\[word\]`"):
        draft(treaty(TREATIES[0]), format="docx")


def test_hostile_words_stay_words():
    said = read_source(Source('treaty "A <w:p> & ]]> {{ x }}".\n\nparty Alba. party Brena. action pay "pay <b>&amp;".\n\nDuty: Alba shall pay.\n')).record
    assert said is not None
    assert any("<w:p> & ]]> {{ x }}" in each.text for each in lines(word(said)))


@pytest.mark.parametrize("dirt", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_written_every_part_is_xml(dirt):
    said = soiled(treaty(ROOT / "examples" / "treaties" / "budapest.clause"), dirt)
    noted = [Remark(-1, -1, f"a{dirt}", f"b{dirt}")]
    made = draft(said, format="docx", errors=f"1 error{dirt}", remarks=noted, layout=Layout(number=f"3{dirt}", initials=True))
    assert isinstance(made, bytes)
    for name, data in parts(made).items():
        assert etree.fromstring(data) is not None, name


# ---------------------------------------------------------------- counting


@pytest.mark.parametrize("how", FORMATS)
def test_counting_and_showing_are_each_others_inverse(how):
    for number in range(1, 21):
        assert counted(shown(number, how), how) == number
    assert counted("5 bis", how) is None
    assert counted("", how) is None
    assert counted("0", how) is None


def test_the_format_of_some_numbers():
    assert format_of(["1", "2", "bis"]) == "decimal"
    assert format_of(["I", "II", "III"]) == "upperRoman"
    assert format_of(["A", "B", "C"]) == "upperLetter"
    assert format_of(["One", "Two"]) == "cardinalText"
    assert format_of([]) == "decimal"


# ---------------------------------------------------------------- LibreOffice, where it is there


@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="LibreOffice or pdftotext is not installed")
def test_libreoffice_counts_and_refers_anew_when_an_article_is_put_in(tmp_path):
    files = parts(word(treaty(TREATIES[0])))
    said = files["word/document.xml"].decode()
    place = said.rindex("<w:p>", 0, said.index('w:name="ck_article_12"'))
    new = re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", said[place : said.index("</w:p>", place) + len("</w:p>")])
    before = _as_pages(tmp_path, "before", files)
    after = _as_pages(tmp_path, "after", files | {"word/document.xml": (said[:place] + new + said[place:]).encode()})
    assert "Chapter 4 Arrangements with the United States" in before, "chapters are counted through all parts"
    assert "without prejudice to Article 13." in before
    assert "without prejudice to Article 14." in after
    assert "may suspend Articles 18 and 21" in before
    assert "may suspend Articles 19 and 22" in after
    assert "a violation of paragraph 2 of this Article" in after


def _as_pages(folder: Path, name: str, files: dict[str, bytes]) -> str:
    """What LibreOffice prints of a document, in one line."""
    path = folder / f"{name}.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in files.items():
            archive.writestr(part, data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=300)
    text = subprocess.run(["pdftotext", str(folder / f"{name}.pdf"), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return " ".join(text.split())
