"""Drafts as PDF: what they are made of, who can read them, what is refused, and that they are the same each time."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings

import clausekit
from clausekit.drafting.build import build
from clausekit.drafting.draft import draft
from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.tree import Layout
from clausekit.model.published.convert import record
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.spoken import PHRASES, of_pdf
from tests.drafting.test_hostile import HOSTILE, soiled
from tests.model import generate_treaties as make

ROOT = Path(__file__).resolve().parents[2]
# Letters that other scripts lack, the Ukrainian ones among them.
CYRILLIC = "Угода про припинення вогню: ґ, є, і, ї"  # noqa: RUF001  Ukrainian
FRAMEWORK = ROOT / "examples" / "framework.clause"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
TREATIES = [FRAMEWORK, *(ROOT / "examples" / "treaties" / f"{name}.clause" for name in ("egypt-israel", "locarno", "dayton", "ottawa", "mfo"))]


def treaty(text: str) -> Treaty:
    found = read_source(Source(text)).record
    assert found is not None
    return found


def printed(said: Treaty, **wanted: Any) -> bytes:
    made = draft(said, format="pdf", **wanted)
    assert isinstance(made, bytes)
    return made


def printed_or_lacking(said: Treaty) -> bytes | str:
    """The pages, or why there are none."""
    try:
        return printed(said)
    except WordingError as problem:
        return str(problem)


def printed_file(path: Path) -> pypdf.PdfReader:
    said = clausekit.read(path).record
    assert said is not None
    return pypdf.PdfReader(BytesIO(printed(said)))


def tags(file: pypdf.PdfReader) -> Counter[str]:
    """What the parts of a file are tagged as, and how often."""
    return Counter(_tags(file.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]


def _tags(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])[1:]
        if "/K" in node:
            yield from _tags(node["/K"])


def bookmarks(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        yield from bookmarks(each) if isinstance(each, list) else [each.title]


def links(file: pypdf.PdfReader) -> list[Any]:
    return [note.get_object() for page in file.pages for note in page.get("/Annots", ()) if note.get_object()["/Subtype"] == "/Link"]


# ---------------------------------------------------------------- for everybody to read


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_it_says_of_itself_what_a_reader_of_pages_asks(path):
    file = printed_file(path)
    root: Any = file.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata is not None
    assert file.metadata.title == build(clausekit.read(path).record, PHRASES).title
    assert not file.metadata.author
    assert file.metadata.creation_date is None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_every_part_is_tagged_as_what_it_is(path):
    document = build(clausekit.read(path).record, PHRASES)
    found = tags(printed_file(path))
    headings = sum(found[f"H{level}"] for level in range(1, 7))
    contents = len(document.contents())
    assert headings in (contents, contents + 1), "the divisions, and the heading of their table"
    assert found["Title"] == 1
    assert found["TOCI"] in (0, contents)
    assert found["LI"] == found["Lbl"] == found["LBody"]


def test_the_framework_is_tagged_bookmarked_and_linked():
    file = printed_file(FRAMEWORK)
    document = build(clausekit.read(FRAMEWORK).record, PHRASES)
    assert tags(file)["LI"] == 23
    assert list(bookmarks(file.outline)) == [f"{line.heading} {line.title}" for line in document.contents()]
    assert {"article-13", "annex-a"} <= set(file.named_destinations)
    inside = links(file)
    assert len(inside) >= len(document.contents()) + 18
    assert all("/A" not in link or link["/A"]["/S"] == "/GoTo" for link in inside), "nothing leads out of the file"


def test_the_table_of_contents_names_the_pages():
    file = printed_file(FRAMEWORK)
    lines = file.pages[0].extract_text().split("\n")
    named = {line.split(". ")[0]: int(line.rsplit(" ", 1)[1]) for line in lines if " . . . " in line}
    assert len(named) == 45
    for heading in ("Article 1", "Article 20", "Article 32", "Annex D"):
        assert f"\n{heading}\n" in f"\n{file.pages[named[heading] - 1].extract_text()}\n".replace(" \n", "\n")


def test_fonts_are_embedded_and_hold_cyrillic():
    said = treaty(f'treaty "{CYRILLIC}".\nparty Ukraine "Україна".\nparty B.\naction pay.\nB shall pay.')
    file = pypdf.PdfReader(BytesIO(printed(said)))
    assert CYRILLIC in file.pages[0].extract_text()
    for font in file.pages[0]["/Resources"]["/Font"].values():
        described = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described), described


# ---------------------------------------------------------------- the pages


def test_what_runs_along_the_pages():
    pages = [page.extract_text().split("\n") for page in printed_file(FRAMEWORK).pages]
    assert [lines[-1] for lines in pages] == [f"{number} / {len(pages)}" for number in range(1, len(pages) + 1)]
    assert {lines[0] for lines in pages[1:]} == {"Framework Agreement"}
    assert pages[0][0].startswith("Framework Agreement on")


def test_signatures_stand_together_with_the_last_words():
    for path in TREATIES:
        document = build(clausekit.read(path).record, PHRASES)
        pages = [" ".join(page.extract_text().split()) for page in printed_file(path).pages]
        first = next(number for number, page in enumerate(pages) if document.signatures[0].text in page)
        assert document.testimonium[-1][-20:] in pages[first], path.stem


def test_the_stamp_is_on_every_page():
    said = clausekit.read(FRAMEWORK).record
    file = pypdf.PdfReader(BytesIO(printed(said, errors="2 errors remain")))
    assert len(file.pages) > 10
    for page in file.pages:
        assert "NOT FOR SIGNATURE: this draft was made although 2 errors remain" in " ".join(page.extract_text().split())


def test_a_short_treaty_has_no_table_of_contents():
    file = pypdf.PdfReader(BytesIO(printed(treaty("if breach then deploy forces"))))
    assert file.pages[0].extract_text().split("\n") == ["[Title of the treaty]", "In the event of a breach, forces shall be deployed.", "1 / 1"]
    assert tags(file)["TOC"] == 0


def test_the_same_draft_is_the_same_file():
    said = clausekit.read(FRAMEWORK).record
    assert printed(said) == printed(said)


# ---------------------------------------------------------------- what is refused


def test_without_the_library_it_is_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WordingError, match=r"^PDF needs typst, which is not installed: install `clausekit\[pdf\]`, or `\.\[pdf\]` from a checkout$"):
        printed(treaty("if breach then deploy forces"))


def test_characters_that_no_font_has_are_named_with_their_places():
    text = 'treaty "Über 中文".\nparty A.\nparty B.\naction pay.\narticle 3 "Привіт"\n  text "文 中".\n  text "A smile \U0001f600.".\n  text "국".\n'
    with pytest.raises(WordingError) as told:
        printed(treaty(text))
    assert str(told.value) == (
        "the built-in fonts lack `中` (U+4E2D) in the title and in Article 3, paragraph 1; `文` (U+6587) in the title and in Article 3, paragraph 1; "
        "`\U0001f600` (U+1F600) in Article 3, paragraph 2; `국` (U+AD6D) in Article 3, paragraph 3. Name a folder with a font that has them: --fonts DIR"
    )


def test_of_a_whole_script_only_some_characters_are_named():
    with pytest.raises(WordingError, match=r"; and 12 others\. Name a folder"):
        printed(treaty(f'treaty "{"".join(map(chr, range(0x4E00, 0x4E14)))}".\nif breach then deploy forces'))


@pytest.mark.skipif(not DEJAVU.is_dir(), reason="the fonts of DejaVu are not installed")
def test_fonts_of_ones_own_stand_in_for_what_the_others_lack():
    said = treaty('treaty "ⴰⵎⴰⵣⵉⵖ and others".\nif breach then deploy forces')
    with pytest.raises(WordingError, match=r"`ⴰ` \(U\+2D30\) in the title"):
        printed(said)
    assert "ⴰⵎⴰⵣⵉⵖ and others" in of_pdf(printed(said, layout=Layout(fonts=(str(DEJAVU),))))


def test_a_folder_of_fonts_that_is_none(tmp_path):
    (tmp_path / "notes.txt").write_text("no font", encoding="utf-8")
    for folder, why in ((tmp_path / "nowhere", "there is no such folder of fonts"), (tmp_path, "this folder holds no font")):
        with pytest.raises(WordingError, match=why):
            printed(treaty("if breach then deploy forces"), layout=Layout(fonts=(str(folder),)))


# ---------------------------------------------------------------- words stay words

TYPST = {
    "typst": '#panic("x") @ref <label> $x^2$ *bold* _it_ `raw` = a \\ \\u{41} "q" // c /* d */ ~ -- --- ... #{ 1 } [x] #include "/etc/passwd"',
    "data": '"], "parts": [], "x": ["',
}


@pytest.mark.parametrize("dirt", [*HOSTILE.values(), *TYPST.values()], ids=[*HOSTILE, *TYPST])
def test_no_text_of_a_drafter_leaves_its_place(dirt):
    clean = clausekit.read(ROOT / "examples" / "treaties" / "budapest.clause").record
    whole: Treaty = soiled(clean, dirt)
    made = printed_or_lacking(whole)
    if isinstance(made, bytes):
        assert _letters(build(whole, PHRASES).title) in _letters(of_pdf(made))
        assert "root:" not in of_pdf(made)
    else:
        assert "fonts lack" in made, "a sign that is no letter"


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def test_markup_of_typst_is_printed_as_it_is_written():
    text = TYPST["typst"].replace('"', "'")
    assert _visible(text) in _visible(of_pdf(printed(treaty(f'treaty "T".\narticle 1 "One"\n  text "{text}".'))))


def _visible(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_any_treaty_is_printed_or_its_letters_are_named(generated):
    whole = record(generated)
    made = printed_or_lacking(whole)
    assert made == printed_or_lacking(whole)
    if isinstance(made, bytes):
        assert len(pypdf.PdfReader(BytesIO(made)).pages) > 0
    else:
        assert "fonts lack" in made


def test_a_word_longer_than_a_line_is_broken():
    word = "word" * 2_000
    made = printed(treaty(f'treaty "T".\narticle 1 "One"\n  text "{word}".'))
    assert _visible(of_pdf(made)).count("word") == 2_000
    assert len(pypdf.PdfReader(BytesIO(made)).pages) > 1
