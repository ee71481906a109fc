"""The pictures in a Word document: the same boxes and words as in the SVG, cut where no box is, on pages that hold them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import clausekit
from clausekit.drafting.build import worded
from clausekit.drafting.diagrams.diagram import PICTURES, picture, pictures
from clausekit.drafting.diagrams.shapes import Box, Curve, Picture
from clausekit.drafting.diagrams.shapes import Path as Line
from clausekit.drafting.diagrams.slicing import slices
from clausekit.drafting.draft import phrasebook

FRAMEWORK = Path(__file__).resolve().parents[3] / "examples" / "framework.clause"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def data() -> bytes:
    made = clausekit.draft(clausekit.read(FRAMEWORK), format="docx", diagrams=True)
    assert isinstance(made, bytes)
    return made


@pytest.fixture(scope="module")
def body(data) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def all_pictures() -> tuple[Picture, ...]:
    said = clausekit.read(FRAMEWORK).record
    assert said is not None
    return pictures(said, phrasebook("en"))


def test_every_box_and_line_is_a_shape_and_every_word_can_be_searched(body):
    drawn = all_pictures()
    shapes = list(body.iter(f"{WPS}wsp"))
    boxes = sum(len(each.boxes) + len(each.marks) + len(each.labels) for each in drawn)
    assert boxes < len(shapes), "and a line or more for each path"
    words = {"".join(text.text or "" for text in paragraph.iter(f"{W}t")) for shape in shapes for paragraph in shape.iter(f"{W}p")}
    wanted = {label.text for each in drawn for label in (*each.labels, *(label for box in each.boxes for label in box.labels))}
    assert wanted <= words


def test_a_picture_is_told_to_those_who_cannot_see_it(body):
    told = [each.get("descr") for each in body.iter(f"{WP}docPr") if each.get("descr")]
    assert told == [each.said for each in all_pictures()]
    numbers = [each.get("id") for each in body.iter() if etree.QName(each).localname in {"docPr", "cNvPr"}]
    assert len(numbers) == len(set(numbers))


def test_a_picture_fits_its_page(body):
    sections = list(body.iter(f"{W}sectPr"))
    assert len(sections) == 1 + len(PICTURES)
    for drawing in body.iter(f"{WP}inline"):
        section = drawing.xpath("following::w:sectPr[1]", namespaces={"w": W.strip("{}")})[0]
        page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        room = int(page.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
        height = int(page.get(f"{W}h")) - int(margins.get(f"{W}top")) - int(margins.get(f"{W}bottom"))
        extent = drawing.find(f"{WP}extent")
        assert int(extent.get("cx")) <= (room + 2) * 635
        assert int(extent.get("cy")) <= height * 635


def test_the_document_opens_and_is_the_same_each_time(data):
    document = docx.Document(io.BytesIO(data))
    assert "Pictures" in [paragraph.text for paragraph in document.paragraphs]
    assert clausekit.draft(clausekit.read(FRAMEWORK), format="docx", diagrams=True) == data


def test_a_document_without_pictures_has_no_shapes():
    made = clausekit.draft(clausekit.read(FRAMEWORK), format="docx")
    assert isinstance(made, bytes)
    assert b"wordprocessingShape" not in zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")


@settings(derandomize=True, max_examples=60)
@given(heights=st.lists(st.integers(10, 90), min_size=1, max_size=30), high=st.integers(130, 400))
def test_slices_hold_every_box_once_and_are_no_higher_than_asked(heights, high):
    boxes, y = [], 10
    for number, each in enumerate(heights):
        boxes.append(Box(0, y, 50, each, "box", (), str(number)))
        y += each + 10
    line = Line("axis", (60, 10), (Curve((60, y)),))
    whole = Picture("x", 100, y + 10, "", "", tuple(boxes), (line,))
    found = slices(whole, high)
    assert [box.said for each in found for box in each.boxes] == [box.said for box in boxes]
    assert all(each.high <= high for each in found)
    assert sum(each.high for each in found) == pytest.approx(whole.high)
    for each in found:
        assert all(box.y >= 0 and box.y + box.h <= each.high for box in each.boxes)
    drawn = [path for each in found for path in each.paths]
    assert sum(path.stretches[-1].to[1] - path.start[1] for path in drawn) == pytest.approx(y - 10)
    assert [path.points_to for path in drawn] == [False] * (len(drawn) - 1) + [True]


@pytest.mark.parametrize("kind", ["ladder", "timeline"])
def test_no_heading_and_no_word_is_parted_from_what_stands_below_it(kind):
    said = clausekit.read(FRAMEWORK).record
    assert said is not None
    for piece in slices(picture(worded(said, phrasebook("en")), kind), 700):
        lowest = max([(box.y + box.h, box.outline) for box in piece.boxes], default=(0, "box"))
        assert lowest[1] != "head"
        assert not any(label.text == "failing which" and label.y > lowest[0] for label in piece.labels)


def test_what_a_picture_says_is_escaped():
    text = 'party A "<w:t>&".\nparty B.\naction pay.\nx: A shall pay to B within 2 days, failing which B may use force.\n'
    made = clausekit.draft(clausekit.parse(text), format="docx", diagrams=True)
    assert isinstance(made, bytes)
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    etree.fromstring(xml.encode())
    assert re.search(r"&lt;w:t&gt;&amp;", xml)


# ---------------------------------------------------------------- the same in PDF


def test_a_pdf_ends_with_the_pictures():
    reading = clausekit.read(FRAMEWORK)
    plain, made = (clausekit.draft(reading, format="pdf", diagrams=each) for each in (False, True))
    assert isinstance(made, bytes)
    assert isinstance(plain, bytes)
    assert made == clausekit.draft(reading, format="pdf", diagrams=True)
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    begins = next(number for number, page in enumerate(pages) if "They show what the text says" in page.extract_text())
    assert begins >= len(pypdf.PdfReader(io.BytesIO(plain)).pages), "behind the text"
    said = " ".join(" ".join(page.extract_text() for page in pages[begins:]).split())
    for each in all_pictures():
        assert each.title in said
    assert all("Article" in page.extract_text() for page in pages[begins:])
    portrait = [page for page in pages[begins:] if abs(float(page.mediabox.width) - 595.3) < 1]
    assert len(portrait) > 8, "ladders and deadlines are cut to fit A4"
