"""Word drafts in the looks of a ministry's own document: what is taken over, what stays behind, and which files are refused."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

import clausekit
from clausekit.drafting.phrasebook import WordingError
from clausekit.drafting.word import opened
from tests.drafting.word import W, lines, parts

ROOT = Path(__file__).resolve().parents[2]
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = W.strip("{}")
FRAMEWORK = clausekit.read(ROOT / "examples" / "framework.clause")
# One black pixel.
PIXEL = b"\x89PNG\r\n\x1a\n" + b"".join(
    len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    for kind, data in ((b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
)


@pytest.fixture
def ministry(tmp_path):
    """A document as a ministry has it: a face and colours of its own, a letterhead with a picture, US paper, headings that are counted."""
    made = docx.Document()
    made.add_paragraph("Old text of the ministry")
    made.styles["Normal"].font.name = "Garamond"
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    own = made.styles.add_style("Treaty Paragraph", WD_STYLE_TYPE.PARAGRAPH)
    own.font.size, own.paragraph_format.alignment = Pt(13), WD_ALIGN_PARAGRAPH.LEFT
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(216), Mm(279), Mm(40)
    head = section.header.paragraphs[0]
    head.text = "Ministry of Foreign Affairs of Ruritania"
    head.add_run().add_picture(BytesIO(PIXEL))
    path = tmp_path / "ministry.docx"
    made.save(path)
    return path


def changed(path: Path, **changes: bytes | None) -> Path:
    """The file with some of its parts replaced; the name of each, with `__` for `/` and `_dot_` for a full stop."""
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in changes.items()}
    files = {**parts(path.read_bytes()), **named}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if data is not None:
                archive.writestr(name, data)
    return path


def written_on(path: Path, **wanted) -> bytes:
    made = clausekit.draft(FRAMEWORK, format="docx", reference=path, **wanted)
    assert isinstance(made, bytes)
    return made


def style_of(data: bytes, name: str) -> etree._Element:
    styles = etree.fromstring(parts(data)["word/styles.xml"])
    found = [each for each in styles.iter(f"{W}style") if each.find(f"{W}name").get(f"{W}val").lower() == name.lower()]
    assert len(found) == 1
    return found[0]


# ---------------------------------------------------------------- what is taken over


def test_its_text_stays_behind_and_the_draft_is_whole(ministry):
    plain, own = lines(clausekit.draft(FRAMEWORK, format="docx")), lines(written_on(ministry))
    assert [line[1:] for line in own] == [line[1:] for line in plain]
    assert not [line for line in own if "Old text" in line.text]


def test_its_styles_are_kept_and_what_it_lacks_is_added(ministry):
    data = written_on(ministry)
    assert style_of(data, "Normal").find(f".//{W}rFonts").get(f"{W}ascii") == "Garamond"
    assert style_of(data, "heading 1").find(f".//{W}color").get(f"{W}val") == "123456"
    assert style_of(data, "Treaty Paragraph").find(f".//{W}sz").get(f"{W}val") == "26"
    added = style_of(data, "Treaty Recital")
    assert added.find(f".//{W}rFonts") is None, "in the face of the ministry"
    used = {each.get(f"{W}val") for each in etree.fromstring(parts(data)["word/document.xml"]).iter(f"{W}pStyle")}
    known = {each.get(f"{W}styleId") for each in etree.fromstring(parts(data)["word/styles.xml"]).iter(f"{W}style")}
    assert used <= known


def test_styles_are_known_by_their_names_whatever_their_ids(ministry):
    """Word in other languages has other ids for the styles that everybody has."""
    styles = parts(ministry.read_bytes())["word/styles.xml"].replace(b'styleId="Heading1"', b'styleId="Titre1"').replace(b'styleId="Title"', b'styleId="Titre"')
    data = written_on(changed(ministry, word__styles_dot_xml=styles))
    assert {"Titre1", "Titre"} <= {line.style for line in lines(data)}


def test_its_page_and_letterhead_are_kept(ministry):
    data = written_on(ministry)
    made = docx.Document(BytesIO(data))
    assert round(made.sections[0].page_width.mm) == 216
    assert round(made.sections[0].left_margin.mm) == 40
    assert made.sections[0].header.paragraphs[0].text == "Ministry of Foreign Affairs of Ruritania"
    shown = [rel.target_part.blob for rel in made.sections[0].header.part.rels.values()]
    assert shown == [PIXEL]
    foot = b"".join(each for name, each in parts(data).items() if "footer" in name)
    assert b"PAGE" in foot, "a document without a footer gets ours"


def test_headings_that_a_style_counts_are_counted_by_the_draft_alone(ministry):
    styles = parts(ministry.read_bytes())["word/styles.xml"].decode()
    place = re.search(r'w:styleId="Heading1".*?<w:pPr>', styles, re.DOTALL)
    assert place is not None
    counted = styles[: place.end()] + '<w:numPr><w:numId w:val="1"/></w:numPr>' + styles[place.end() :]
    data = written_on(changed(ministry, word__styles_dot_xml=counted.encode()))
    assert [line[1:3] for line in lines(data)] == [line[1:3] for line in lines(clausekit.draft(FRAMEWORK, format="docx"))]
    numbering = etree.fromstring(parts(data)["word/numbering.xml"])
    for kind, name in (("abstractNum", "abstractNumId"), ("num", "numId")):
        numbers = [each.get(f"{W}{name}") for each in numbering.findall(f"{W}{kind}")]
        assert len(numbers) == len(set(numbers)) > 4
    titles = [each for each in etree.fromstring(parts(data)["word/document.xml"]).iter(f"{W}p") if each.find(f".//{W}pStyle").get(f"{W}val") == "Heading1"]
    assert all(each.find(f".//{W}numPr") is not None for each in titles), "each says its own number, or that it has none"


def test_the_stamps_stand_below_the_letterhead(ministry):
    data = written_on(ministry, number="3")
    head = docx.Document(BytesIO(data)).sections[0].header
    assert [each.text for each in head.paragraphs] == ["Ministry of Foreign Affairs of Ruritania", "Draft 3"]


def test_the_same_file_each_time(ministry):
    assert written_on(ministry) == written_on(ministry)


# ---------------------------------------------------------------- what stays behind


def test_nothing_that_runs_or_reaches_out_is_taken_over(ministry):
    files = parts(ministry.read_bytes())
    header = next(name for name in files if "header" in name and name.endswith(".xml"))
    relations = f"word/_rels/{header.rsplit('/', 1)[1]}.rels"
    out = "https://example.org/ministry"
    more = (
        f'<w:p xmlns:w="{_W}" xmlns:r="{R}"><w:hyperlink r:id="rId91"><w:r><w:t>our pages</w:t></w:r></w:hyperlink>'
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDEPICTURE "{out}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>arms</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:fldSimple w:instr=" DDEAUTO x "><w:r><w:t>shown</w:t></w:r></w:fldSimple>'
        '<w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rId92"/></w:object></w:r>'
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    ).encode()
    head = files[header]
    linked = (
        f'<Relationship Id="rId91" Type="{R}/hyperlink" Target="{out}" TargetMode="External"/><Relationship Id="rId92" Type="{R}/oleObject" Target="x.bin"/>'
    )
    attached = f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="{out}/t.dotm" TargetMode="External"/>'
    told = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{attached}</Relationships>'
    path = changed(
        ministry,
        **{
            header: head[: head.rindex(b"</")] + more + head[head.rindex(b"</") :],
            relations: files[relations].replace(b"</Relationships>", linked.encode() + b"</Relationships>"),
            "word/_rels/settings.xml.rels": told.encode(),
            "word/vbaProject.bin": b"Sub AutoOpen()",
            "word/x.bin": b"object",
            "customXml/item9.xml": b"<secret/>",
        },
    )
    data = written_on(path)
    whole = b"\n".join([each for name, part in parts(data).items() for each in (name.encode(), part)])
    for stranger in (b"example.org", b"vbaProject", b"AutoOpen", b"INCLUDEPICTURE", b"DDEAUTO", b"OLEObject", b"footnoteReference", b"secret", b"External"):
        assert stranger not in whole, stranger
    shown = docx.Document(BytesIO(data)).sections[0].header.paragraphs[1].text
    assert shown == "our pagesarmsshown"


def test_a_macro_template_gives_its_styles_and_not_its_macros(ministry):
    types = parts(ministry.read_bytes())["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    )
    with_macros = changed(ministry, **{"[Content_Types].xml": types, "word/vbaProject.bin": b"Sub AutoOpen()"})
    data = written_on(with_macros)
    assert b"macroEnabled" not in parts(data)["[Content_Types].xml"]
    assert "word/vbaProject.bin" not in parts(data)


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no .docx document"),
        (b"Dear colleagues", "it is no .docx document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a document of an older Word, or kept by a password; save it as .docx, without one"),
    ],
)
def test_a_file_that_is_no_word_document(data, why, tmp_path):
    path = tmp_path / "styles.docx"
    path.write_bytes(data)
    with pytest.raises(WordingError, match=f"^{re.escape(f'{path}: this file cannot be the document of styles: {why}')}$"):
        written_on(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(WordingError, match="it cannot be opened: No such file or directory"):
        written_on(tmp_path / "nowhere.docx")
    with pytest.raises(WordingError, match="it is no file"):
        written_on(tmp_path)


def test_an_archive_of_something_else(tmp_path):
    path = tmp_path / "pictures.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(WordingError, match=r"it is no \.docx document"):
        written_on(path)


def test_a_file_that_unpacks_without_end(ministry):
    bomb = b"<w:x>" + b"\0" * (opened.MOST_UNPACKED + 1)
    with pytest.raises(WordingError, match="unpacks to more than 60 megabytes"):
        written_on(changed(ministry, word__media__x_dot_png=bomb))


def test_a_file_that_is_larger_than_any_letterhead(tmp_path, monkeypatch):
    monkeypatch.setattr(opened, "MOST_BYTES", 1_000)
    path = tmp_path / "large.docx"
    path.write_bytes(b"x" * 1_001)
    with pytest.raises(WordingError, match="it is larger than"):
        written_on(path)


@pytest.mark.parametrize(
    ("part", "data", "why"),
    [
        ("word/styles.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "its part `word/styles.xml` declares entities"),
        ("word/styles.xml", b"<w:styles", "its part `word/styles.xml` is no XML"),
        ("word/document.xml", b"\0\0", "its part `word/document.xml` is no XML"),
        ("word/document.xml", b'<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "it is saved as Strict Open XML"),
        ("word/styles.xml", None, "this document has no styles"),
    ],
)
def test_a_document_that_is_broken(part, data, why, ministry):
    with pytest.raises(WordingError, match=re.escape(why)):
        written_on(changed(ministry, **{part: data}))


@pytest.mark.parametrize("cut", [100, 2_000, 20_000])
def test_a_file_that_came_in_part(cut, ministry):
    ministry.write_bytes(ministry.read_bytes()[:-cut])
    with pytest.raises(WordingError, match="cannot be the document of styles"):
        written_on(ministry)


def test_a_document_of_nothing_but_its_bones_will_do(ministry):
    bones = f'<w:styles xmlns:w="{_W}"/>'.encode()
    body = f'<w:document xmlns:w="{_W}"><w:body/></w:document>'.encode()
    data = written_on(changed(ministry, word__styles_dot_xml=bones, word__document_dot_xml=body, word__numbering_dot_xml=None, word__settings_dot_xml=None))
    assert [line.text for line in lines(data)] == [line.text for line in lines(clausekit.draft(FRAMEWORK, format="docx"))]
    assert parse_xml(parts(data)["word/document.xml"]) is not None
