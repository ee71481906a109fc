"""Every treaty, in every format: well-formed, without empty places, the same each time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausekit.drafting.draft import draft, formats
from clausekit.drafting.phrasebook import WordingError
from clausekit.model.published import treaty as published
from clausekit.model.published.convert import record
from clausekit.model.treaty import Treaty
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.drafting.readers import VOID, html_page, markdown_page, text_page
from tests.model import generate_treaties as make

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted([*(ROOT / "examples").glob("*.clause"), *(ROOT / "examples/treaties").glob("*.clause")])
# The other treaties are many, and one format shows their wording.
IN_EVERY_FORMAT = {"budapest", "cyprus", "framework", "locarno", "north-atlantic", "one-sentence"}
DRAFTS = [(path, form) for path in EXAMPLES for form in (("text", "md", "html", "json") if path.stem in IN_EVERY_FORMAT else ("text",))]
DRAFTS.append((ROOT / "examples" / "framework.clause", "akn"))
BREACH = "if breach then deploy forces"


def treaty(text: str) -> Treaty:
    found = read_source(Source(text)).record
    assert found is not None
    return found


def said(text: str, form: str = "text") -> str:
    drafted = draft(treaty(text), format=form)
    return drafted.decode() if isinstance(drafted, bytes) else drafted


# ---------------------------------------------------------------- one sentence


def test_the_one_sentence():
    assert said(BREACH) == "                            [TITLE OF THE TREATY]\n\nIn the event of a breach, forces shall be deployed.\n"


def test_the_one_sentence_in_every_format():
    sentence = "In the event of a breach, forces shall be deployed."
    assert markdown_page(said(BREACH, "md")).text_content().split("\n") == ["[Title of the treaty]", sentence, ""]
    page = html_page(said(BREACH, "html"))
    assert [" ".join(each.text_content().split()) for each in page.xpath("//main//p")] == [sentence]
    assert not page.xpath("//nav"), "one sentence needs no contents"


def test_a_stamp_stands_on_top():
    stamped = {form: str(draft(treaty(BREACH), format=form, errors="2 errors remain")) for form in ("text", "md", "html")}
    assert stamped["text"].startswith("NOT FOR SIGNATURE: this draft was made although 2 errors remain in its")
    assert markdown_page(stamped["md"])[0].text_content().startswith("NOT FOR SIGNATURE")
    assert html_page(stamped["html"]).xpath("string(//*[@role='alert'])").startswith("NOT FOR SIGNATURE")


# ---------------------------------------------------------------- any treaty


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_any_treaty_in_every_format(generated):
    whole = record(generated)
    forms = formats().keys() - {"pdf"}  # for whose letters there may be no font; test_pdf.py draws treaties for it
    drafts = {form: str(draft(whole, format=form)) for form in forms}
    for form in ("text", "md", "html"):
        assert not VOID.search(drafts[form]), VOID.search(drafts[form])
    text_page(drafts["text"])
    markdown_page(drafts["md"])
    html_page(drafts["html"])
    assert published.Treaty.model_validate_json(drafts["json"]) == generated
    assert drafts == {form: str(draft(whole, format=form)) for form in forms}


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_formats_say_the_same_words(generated):
    """What is read aloud from the page of HTML is what stands in the text, but for capitals and links."""
    whole = record(generated)
    page = html_page(str(draft(whole, format="html")))
    for part in page.xpath("//nav | //head"):
        part.drop_tree()
    blocks = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //p | //li")
    spoken = " ".join(" ".join(" ".join(block.itertext()).split()) for block in blocks)
    plain = re.sub("_{4,}", "", text_page(str(draft(whole, format="text"))))
    assert words(spoken) == words(plain)
    marked = re.sub("_{4,}", "", markdown_page(str(draft(whole, format="md"))).text_content())
    assert sorted(set(words(marked))) == sorted(set(words(plain)))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


# ---------------------------------------------------------------- the examples


@pytest.mark.parametrize(("path", "form"), DRAFTS, ids=lambda each: getattr(each, "stem", each))
def test_golden_draft(path, form, golden):
    drafted = said(path.read_text(encoding="utf-8"), form)
    golden(f"{path.stem}{formats()[form].suffix}", drafted)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_well_formed(path):
    whole = path.read_text(encoding="utf-8")
    text_page(said(whole))
    markdown_page(said(whole, "md"))
    page = html_page(said(whole, "html"))
    reading = read_source(Source(whole))
    labels = {clause.label for provision in reading.record.divisions for clause in all_clauses(provision) if clause.label}
    assert {"clause-" + re.sub(r"\W", "-", label.lower()) for label in labels} <= set(page.xpath("//@id")), "every clause can be found again"
    assert published.Treaty.model_validate_json(said(whole, "json")) == reading.treaty


def all_clauses(division):
    return [*division.clauses, *(clause for inner in division.divisions for clause in all_clauses(inner))]


def test_no_golden_draft_without_its_example(golden_folder):
    expected = {f"{path.stem}{formats()[form].suffix}" for path, form in DRAFTS}
    elsewhere = {path.name for path in golden_folder.iterdir() if path.name.partition(".")[2].count(".")}  # `framework.fr.txt`, in other languages
    assert {path.name for path in golden_folder.iterdir()} - elsewhere == expected
    assert {name.partition(".")[0] for name in elsewhere} <= {path.stem for path, _ in DRAFTS}


# ---------------------------------------------------------------- formats of other packages


def test_an_unknown_format_says_which_there_are():
    with pytest.raises(WordingError, match="there is no format `odt`; there are: text, md, html, docx, pdf, akn, json"):
        draft(treaty(BREACH), format="odt")


PACKAGE = """
from clausekit.drafting.format import Format

def render(document, phrases):
    return " / ".join([document.title, *(paragraph.text for paragraph in document.paragraphs)]).encode()

HAIKU = Format("haiku", ".haiku", is_text=False, render=render)
TEXT = Format("text", ".mine", is_text=True, render=lambda document, phrases: "not the built-in one")
"""
SCRIPT = """
from clausekit.drafting.draft import draft, formats
from clausekit.pipeline import read_source
from clausekit.source import Source
treaty = read_source(Source("if breach then deploy forces")).record
print(list(formats()), formats()["haiku"].suffix, draft(treaty, format="haiku").decode(), "mine" in draft(treaty), sep="\\n")
"""


def installed(folder: Path, code: str, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script beside a package that adds formats, installed as far as its metadata go."""
    metadata = folder / "haiku-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: haiku\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[clausekit.formats]\nhaiku = haiku:HAIKU\ntext = haiku:TEXT\n", encoding="utf-8")
    (folder / "haiku.py").write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT / "src")])}
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)


def test_another_package_adds_a_format(tmp_path):
    result = installed(tmp_path, PACKAGE, SCRIPT)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "['text', 'md', 'html', 'docx', 'pdf', 'akn', 'json', 'haiku']",
        ".haiku",
        "[Title of the treaty] / In the event of a breach, forces shall be deployed.",
        "False",
    ]


def test_a_format_that_cannot_be_loaded_is_one_clear_error(tmp_path):
    result = installed(tmp_path, "import no_such_library\n", SCRIPT)
    assert result.returncode != 0
    assert "WordingError: a format that another package adds cannot be loaded: No module named 'no_such_library'" in result.stderr


# ---------------------------------------------------------------- particulars


def test_json_is_the_treaty_and_nothing_else():
    drafted = json.loads(said(BREACH, "json"))
    assert set(drafted) == set(published.Treaty.model_fields)


@pytest.mark.parametrize("sentence", ["enters into force on signature", "this treaty lapses on breach", "article 11 ceases on breach"])
def test_a_number_alone_on_its_line_is_that_of_a_heading(sentence):
    """Whatever the sentence below it says of the life of the treaty."""
    drafted = said(f"party Syldavia.\narticle 11\n  {sentence}.\n")
    assert "Article 11\n" in drafted
    assert "This Treaty shall" in drafted or "This Article shall" in drafted


def test_html_names_its_language_and_loads_nothing():
    drafted = said(BREACH, "html")
    assert lxml.html.document_fromstring(drafted).get("lang") == "en"
    assert "default-src 'none'" in drafted
    assert not re.search(r"url\(|@import|https?:", drafted)


@given(st.text(max_size=60))
def test_any_text_stands_as_it_is_in_every_format(text):
    shown = "".join(each for each in text if each.isprintable())
    escaped = " ".join(shown.split())
    prose = escaped.replace('"', "''") or "nothing"
    whole = treaty(f'treaty "T".\narticle 1 "One"\n  text "{prose}".')
    wanted = re.sub(r"[.:;!?…]+$", "", prose)
    assert wanted in markdown_page(said_of(whole, "md")).text_content()
    assert wanted in " ".join(html_page(said_of(whole, "html")).text_content().split())
    assert wanted in text_page(said_of(whole, "text"))


def said_of(whole: Treaty, form: str) -> str:
    return str(draft(whole, format=form))
