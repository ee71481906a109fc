"""Drafts in Akoma Ntoso: valid, without what the schema misses, saying what the text says, and the same when they are read back."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import clausekit
from clausekit.drafting.akn.format import joined, render
from clausekit.drafting.akn.markup import AKN, OWN
from clausekit.drafting.akn.norms import duration
from clausekit.drafting.akn.reading import read_akn
from clausekit.drafting.akn.structure import structure_of
from clausekit.drafting.build import build
from clausekit.drafting.draft import draft
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import Layout, runs
from clausekit.model.amounts import Period
from clausekit.model.published.convert import record
from tests.drafting.readers import akn_page, akn_schema, akn_words, text_page
from tests.drafting.test_formats import EXAMPLES, ROOT, treaty, words
from tests.model import generate_treaties as make

SPACES = {"a": AKN, "ck": OWN}
HELP = """
treaty "Agreement on Mutual Help" short "Help Agreement" languages English done at "Strelsau" on 2027-05-01.
party Ruritania "the Republic of Ruritania".
guarantor Arcadia "the Republic of Arcadia".
action assist as "assistance".
action report as "a report".
term Emergency means "an event that neither Party can master alone".
recital "Mindful of one another".

part one "Help"
  article 1 "Assistance"
    help: If request by any Party as caller, then each other Party shall assist caller within 10 days.
    tasks: Arcadia shall: (a) assist Ruritania; and (b) report to Ruritania within 2 days.
  article 2 "Reports"
    reports: If violation of clause tasks by Arcadia, Ruritania shall report to Arcadia.
annex A "Addresses"
  addresses: text "The addresses are exchanged in writing".
"""


def drafted(text: str, errors: str = "") -> bytes:
    return bytes(draft(treaty(text), format="akn", errors=errors))


def found(page: etree._Element, path: str) -> list:
    return page.xpath(path, namespaces=SPACES)


# ---------------------------------------------------------------- the examples


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid_and_read_back_as_it_was(path):
    reading = clausekit.read(path)
    document = build(reading.record, Phrasebook())
    written = render(document, Phrasebook())
    page = akn_page(written)
    assert read_akn(written).structures == (structure_of(document),)
    assert words(akn_words(page)) == words(re.sub("_{4,}", "", text_page(str(draft(reading.record)))))
    assert written == render(build(reading.record, Phrasebook()), Phrasebook()), "the same input gives the same bytes"


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=make.treaties())
def test_any_treaty_is_valid_and_read_back_as_it_was(generated):
    document = build(record(generated), Phrasebook())
    written = render(document, Phrasebook())
    page = etree.fromstring(written)
    assert akn_schema().validate(page), akn_schema().error_log
    assert read_akn(written).structures == (structure_of(document),)
    assert words(akn_words(page)) == words(re.sub("_{4,}", "", text_page(str(draft(record(generated))))))


def test_nothing_at_all_is_valid_too():
    akn_page(drafted("party Arcadia."))
    akn_page(drafted('treaty "Empty".\nannex A "Nothing yet"\n'))


# ---------------------------------------------------------------- what stands where


def test_the_parts_of_a_treaty():
    page = akn_page(drafted(HELP))
    identifiers = found(page, "//a:body//@eId")
    assert [each for each in identifiers if not each.endswith(("content", "intro", "heading"))] == [
        "list_1", "list_1__point_1", "part_one", "art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_a", "art_1__para_2__point_b",
        "art_2", "art_2__para_1",
    ]  # fmt: skip
    assert found(page, "string(//a:docTitle)") == "Agreement on Mutual Help"
    assert found(page, "string(//a:docType)") == "Agreement"
    assert [each.text for each in found(page, "//a:preamble//a:party")] == ["The Republic of Ruritania", "the Republic of Arcadia"]
    assert found(page, "//a:recital/@eId") == ["recs__rec_1"]
    assert found(page, "//a:def/@refersTo") == ["#emergency"]
    assert found(page, "//a:ref/@href") == ["#art_1__para_2"]
    assert found(page, "//a:signature/@refersTo") == ["#ruritania", "#arcadia"]
    assert found(page, "//a:attachment/@eId") == ["att_A"]


def test_every_provision_can_be_traced_to_its_clause():
    page = akn_page(drafted(HELP))
    assert found(page, "//a:paragraph/@ck:id") == ["clause-help", "clause-tasks", "clause-reports", "clause-addresses"]


def test_addresses_say_what_the_treaty_says_and_no_more():
    page = akn_page(drafted(HELP))
    assert found(page, "//a:act/a:meta//a:FRBRuri/@value") == [
        "/akn/zz/act/treaty/2027-05-01/help-agreement",
        "/akn/zz/act/treaty/2027-05-01/help-agreement/eng@",
        "/akn/zz/act/treaty/2027-05-01/help-agreement/eng@.xml",
    ]
    assert found(page, "//a:eventRef/@date") == ["2027-05-01"]
    undated = akn_page(drafted("party Arcadia.\nArcadia shall report."))
    assert found(undated, "string(//a:FRBRuri/@value)") == "/akn/zz/act/treaty/0001-01-01/nn"
    assert set(found(undated, "//a:FRBRdate/@name")) == {"undated"}
    assert not found(undated, "//a:lifecycle"), "no event is known"


@pytest.mark.parametrize(("register", "prescriptive"), [("", "true"), ("register political", "false")])
def test_what_does_not_bind_says_so(register, prescriptive):
    page = akn_page(drafted(f'treaty "Memorandum of Understanding" {register}.\nparty Arcadia.\nparty Ruritania.\nArcadia will consult Ruritania every year.'))
    assert found(page, "//a:FRBRprescriptive/@value") == [prescriptive]


def test_norms_are_data():
    page = akn_page(drafted(HELP))
    help_, *others = found(page, "//ck:norm")
    assert (help_.get("provision"), help_.get("clause"), help_.get("modality")) == ("#art_1__para_1", "clause-help", "duty")
    assert found(help_, "ck:bearer/@refersTo") == ["#ruritania #arcadia"]
    assert found(help_, "ck:act/@refersTo") == ["#assist"]
    assert found(help_, "ck:trigger//ck:occurs/@event") == ["request"]
    assert found(help_, "ck:deadline/@period") == ["P10D"]
    assert [each.get("provision") for each in others] == ["#art_1__para_2", "#art_1__para_2", "#art_2__para_1"]


def test_norms_cite_provisions():
    text = """party Alba.\nguarantor Borduria.\naction pay as "payment".\naction vote as "vote".
article 1
  pays: Alba shall pay within 10 days of request by Borduria.
article 2
  votes: Alba shall vote every year, notwithstanding article 1.
  sure: Borduria guarantees article 1 in favour of Alba.
article 3
  entry: This treaty enters into force 30 days after ratification by Alba and Borduria.
"""
    page = akn_page(drafted(text))
    assert found(page, "//ck:norm[@clause='clause-votes']/@prevailsOver") == ["#art_1__para_1"]
    assert found(page, "//ck:norm[@clause='clause-sure']/@guarantees") == ["#art_1__para_1"]
    (entry,) = found(page, "//ck:life")
    assert (entry.get("verb"), entry.get("provision")) == ("enters into force", "#art_3__para_1")
    assert found(entry, "ck:deadline/@period") == ["P30D"]


def test_a_draft_says_which_it_is():
    layout = Layout(number="3 bis", dated=date(2026, 9, 1), is_unsigned=True)
    page = akn_page(bytes(draft(treaty("party Arcadia.\nArcadia shall report."), format="akn", layout=layout)))
    assert found(page, "string(//a:container[@name='status']//a:docStatus)").startswith("Draft 3 bis")
    assert found(page, "//a:FRBRExpression/a:FRBRuri/@value") == ["/akn/zz/act/treaty/0001-01-01/nn/eng@draft-3-bis"]
    assert found(page, "//a:FRBRversionNumber/@value") == ["3-bis"]
    assert [(each.get("date"), each.get("name")) for each in found(page, "//a:FRBRdate")] == [
        ("0001-01-01", "undated"), ("2026-09-01", "draft"), ("2026-09-01", "draft"),
    ]  # fmt: skip


def test_a_draft_is_not_older_than_its_treaty():
    layout = Layout(dated=date(2026, 9, 1))
    page = akn_page(bytes(draft(treaty(HELP), format="akn", layout=layout)))
    assert set(found(page, "//a:FRBRdate/@date")) == {"2027-05-01"}
    assert read_akn(etree.tostring(page)).structure.status


def test_norms_name_the_right_provisions_where_an_annex_stands_in_the_middle():
    whole = treaty("party Arcadia.\narticle 1\n  one: Arcadia shall report.\narticle 2\n  two: Arcadia shall vote.\nannex A\n  three: Arcadia shall pay.\n")
    first, second, annex = whole.divisions
    norms = found(akn_page(bytes(draft(whole._replace(divisions=(first, annex, second)), format="akn"))), "//ck:norm")
    assert [(each.get("clause"), each.get("provision")) for each in norms] == [
        ("clause-one", "#art_1__para_1"),
        ("clause-three", "#att_A__para_1"),
        ("clause-two", "#art_2__para_1"),
    ]


def test_a_stamp_and_what_is_left_open_stand_in_the_file():
    stamped = drafted("party Arcadia.\nArcadia shall report.", errors="2 errors remain")
    assert found(akn_page(stamped), "string(//a:preface//a:docStatus)").startswith("NOT FOR SIGNATURE")
    assert "Done at [place] on [date]" in stamped.decode()
    assert read_akn(stamped).structure.notice.startswith("NOT FOR SIGNATURE")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (((24, "hour"),), "PT24H"),
        (((1, "year"), (6, "month")), "P1Y6M"),
        (((2, "week"),), "P2W"),
        (((1, "day"), (12, "hour")), "P1DT12H"),
        (((3, "calendar day"),), "P3D"),
        (((10, "working day"),), "10 working days"),
        (((1, "week"), (1, "day")), "1 week and 1 day"),
    ],
)
def test_periods(parts, said):
    assert duration(Period(-1, -1, parts)) == said


def test_no_period():
    assert duration(None) == ""


# ---------------------------------------------------------------- several languages


def test_several_languages_are_one_collection():
    english = build(treaty(HELP), Phrasebook())
    both = joined([english, english._replace(language="fr")], Phrasebook())
    page = akn_page(both)
    assert found(page, "//a:act/a:meta//a:FRBRlanguage/@language") == ["eng", "fra"]
    assert found(page, "//a:article/@wId") == ["art_1", "art_2", "art_1", "art_2"]
    assert found(page, "//a:article/@eId") == ["cmp_1__art_1", "cmp_1__art_2", "cmp_2__art_1", "cmp_2__art_2"]
    assert found(page, "string(//a:documentCollection/a:meta//a:FRBRuri/@value)") == "/akn/zz/documentCollection/treaty/2027-05-01/help-agreement"
    assert read_akn(both).structures == (structure_of(english), structure_of(english._replace(language="fr")))
    assert joined([english, english._replace(language="fr")], Phrasebook()) == both


def test_the_framework_agreement_in_three_languages():
    said = clausekit.read(ROOT / "examples" / "framework.clause").record
    languages = ("en", "fr", "uk")
    written = bytes(draft(said, format="akn", language=",".join(languages)))
    page = akn_page(written)
    assert read_akn(written).structures == tuple(structure_of(build(said, Phrasebook(language))) for language in languages)
    works = [set(found(act, ".//a:body//@wId")) for act in found(page, "//a:act")]
    assert works[0] == works[1] == works[2], "a part has the same name in every language, also Part One and Première partie"
    assert [len(found(act, ".//a:def")) for act in found(page, "//a:act")] == [17, 17, 17]
    assert found(page, "//a:docType/text()") == ["Agreement", "Accord", "угода"]
    assert found(page, "//a:component//a:TLCOrganization[@wId='ukraine']/@showAs") == ["Ukraine", "l’Ukraine", "Україна"]


def test_languages_are_asked_for_with_commas(tmp_path):
    for language in ("en", "de"):
        shutil.copytree(ROOT / "templates" / "en", tmp_path / language)
    both = draft(treaty(HELP), format="akn", language="en, de,en", templates=tmp_path)
    assert [each.language for each in read_akn(bytes(both)).structures] == ["en", "de"]
    with pytest.raises(WordingError, match="`text` holds one language: draft it for each of en, de; several go into one file of `html`, `docx`, `akn`"):
        draft(treaty(HELP), language="en,de", templates=tmp_path)
    with pytest.raises(WordingError, match="neither `xx/`"):
        draft(treaty(HELP), format="akn", language="en,xx", templates=tmp_path)


# ---------------------------------------------------------------- what is missing


@pytest.mark.parametrize("library", ["lxml", "pycountry"])
def test_a_missing_extra_is_told(library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(WordingError, match=r"install `clausekit\[xml\]`"):
        draft(treaty("party Arcadia."), format="akn")


def test_links_are_read_back_as_links():
    reading = read_akn(drafted(HELP))
    report = reading.structure.sections[0].sections[1].paragraphs[0]
    assert [target for _, target in runs(report.text) if target] == ["clause-tasks"]
