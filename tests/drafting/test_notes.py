"""What stands beside and around the text of a draft: notes on its clauses, and which draft it is."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pypdf
import pytest
from lxml import etree

import clausekit
from tests.drafting.readers import html_page, markdown_page, text_page
from tests.drafting.word import W, lines, parts

TEXT = """treaty "Agreement on Mutual Help" languages English.
party Ruritania. party Arcadia. action assist.

article 1 "Help"
  help: If request by any Party, then each other Party shall assist Ruritania.
  report: Ruritania shall assist Arcadia within 10 days of signature.
article 2
  late: Ruritania shall assist Arcadia, subject to article 7.
"""
ON_THE_TITLE = "CK701, info: the treaty does not speak of"
STATUS = {"number": "3", "dated": date(2027, 3, 1), "not_for_signature": True}


def noted_in_word(data: bytes) -> list[tuple[str, str]]:
    """Each comment with the words of the paragraph that it stands at."""
    document = etree.fromstring(parts(data)["word/document.xml"])
    said = {each.get(f"{W}id"): each for each in etree.fromstring(parts(data)["word/comments.xml"])}
    found = []
    for paragraph in document.iter(f"{W}p"):
        begun = [each.get(f"{W}id") for each in paragraph.iter(f"{W}commentRangeStart")]
        assert begun == [each.get(f"{W}id") for each in paragraph.iter(f"{W}commentRangeEnd")]
        assert begun == [each.get(f"{W}id") for each in paragraph.iter(f"{W}commentReference")]
        words = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        found += [("\n".join("".join(line.itertext()) for line in said.pop(number)), words) for number in begun]
    assert not said, "every comment is shown"
    return found


def test_every_finding_is_a_comment_at_its_clause():
    reading = clausekit.parse(TEXT)
    found = noted_in_word(clausekit.draft(reading, format="docx", anyway=True, comments=True))
    assert len(found) == len(reading.diagnostics)
    by_code = {comment[:5]: (comment, words) for comment, words in found}
    assert by_code["CK701"][0].startswith(ON_THE_TITLE)
    assert by_code["CK701"][1] == "Agreement on Mutual Help"
    deadline, words = next(each for each in found if each[0].startswith("CK301"))
    assert words.startswith("In the event of a request by any Party")
    assert deadline.split("\n")[1].startswith("add `within"), "the next step"
    dangling = next(words for comment, words in found if "Article 7" in comment)
    assert dangling.startswith("Ruritania shall assist Arcadia, subject to")


def test_comments_have_an_author_and_no_day():
    file = docx.Document(BytesIO(clausekit.draft(clausekit.parse(TEXT), format="docx", anyway=True, comments=True)))
    assert {comment.author for comment in file.comments} == {"clausekit"}
    assert {comment.timestamp for comment in file.comments} == {None}


def test_the_same_findings_in_html():
    reading = clausekit.parse(TEXT)
    page = html_page(str(clausekit.draft(reading, format="html", anyway=True, comments=True)))
    assert len(page.xpath("//aside[@role='note']")) == len(reading.diagnostics)
    assert page.xpath("string(//header/aside)").startswith("clausekit CK701")
    assert "CK301" in page.xpath("string(//*[@id='clause-help'])")
    assert "CK301" not in page.xpath("string(//*[@id='clause-report'])")


@pytest.mark.parametrize("form", ["docx", "html"])
def test_nobody_is_told_of_findings_unasked(form):
    made = clausekit.draft(clausekit.parse(TEXT), format=form, anyway=True)
    assert (b"comments" if form == "docx" else "<aside") not in (made if isinstance(made, str) else b" ".join([*parts(made).values()]))


def test_findings_in_a_file_that_is_used_stand_at_its_clauses(tmp_path):
    (tmp_path / "help.clause").write_text('article 5 "More help"\n  more: Each Party shall assist Arcadia.\n', encoding="utf-8")
    whole = tmp_path / "whole.clause"
    whole.write_text(TEXT + '\nuse "help".\n', encoding="utf-8")
    found = noted_in_word(clausekit.draft(clausekit.read(whole), format="docx", anyway=True, comments=True))
    assert "Each Party shall assist Arcadia." in {words for comment, words in found if comment.startswith("CK301")}


def test_a_treaty_built_in_python_is_read_for_its_findings():
    built = clausekit.parse(TEXT.replace(", subject to article 7", "")).treaty
    assert any("CK301" in comment for comment, _ in noted_in_word(clausekit.draft(built, format="docx", comments=True)))


# ---------------------------------------------------------------- which draft it is


def test_it_is_said_which_draft_it_is():
    said = "Draft 3 of 1 March 2027: not for signature"
    reading = clausekit.parse(TEXT)
    drafts = {form: clausekit.draft(reading, format=form, anyway=True, **STATUS) for form in ("text", "md", "html", "docx", "pdf")}
    assert said in text_page(drafts["text"])
    assert said in markdown_page(drafts["md"]).text_content()
    assert html_page(drafts["html"]).xpath("string(//*[@class='status'])") == said
    heads = [data.decode() for name, data in parts(drafts["docx"]).items() if "header" in name]
    assert len(heads) == 2
    assert all(said in head for head in heads)
    assert all(said in page.extract_text() for page in pypdf.PdfReader(BytesIO(drafts["pdf"])).pages)


@pytest.mark.parametrize(
    ("given", "said"),
    [({"number": "3"}, "Draft 3"), ({"dated": date(2027, 3, 1)}, "Draft of 1 March 2027"), ({"not_for_signature": True}, "Draft: not for signature")],
)
def test_only_what_is_given_is_said(given, said):
    drafted = text_page(str(clausekit.draft(clausekit.parse("if breach then deploy forces"), **given)))
    assert drafted.startswith(f"{said} [TITLE")


def test_the_notice_of_errors_is_on_every_page_of_word():
    data = clausekit.draft(clausekit.parse(TEXT), format="docx", anyway=True)
    running = parts(data)["word/header1.xml"].decode()
    assert "NOT FOR SIGNATURE" in running
    assert "NOT FOR SIGNATURE" not in parts(data)["word/header2.xml"].decode(), "the first page has it in its text"
    assert next(line.text for line in lines(data)).startswith("NOT FOR SIGNATURE")
