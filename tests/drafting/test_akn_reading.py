"""Documents of Akoma Ntoso from elsewhere: whatever the bytes, what is said of them is one clear finding, or what could be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.drafting.akn.markup import AKN
from clausekit.drafting.akn.reading import read_akn
from clausekit.drafting.akn.structure import MOST_BYTES
from clausekit.drafting.tree import Paragraph, Point, Section, Signature, link, unlinked
from tests.drafting.test_akn import HELP, drafted

WHOLE = drafted(HELP)
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + "]><akomaNtoso>&lol9;</akomaNtoso>"
)

HOSTILE = {
    "nothing": (b"", "AK101", "this file is empty"),
    "blanks": (b" \n ", "AK101", "this file is empty"),
    "a billion laughs": (LAUGHS.encode(), "AK101", "declares a document type"),
    "laughs in UTF-16": (LAUGHS.encode("utf-16"), "AK101", "declares a document type"),
    "laughs in UTF-32": (LAUGHS.encode("utf-32-be"), "AK101", "declares a document type"),
    "a file of this machine": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "AK101", "declares a document type"),
    "a document type elsewhere": (b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "AK101", "declares a document type"),
    "an entity that nobody declares": (b"<a>&x;</a>", "AK101", "this is no XML that can be read: Entity 'x' not defined"),
    "nesting": (b"<a>" * 5_000 + b"</a>" * 5_000, "AK101", "lie too deep in one another"),
    "some nesting": (b"<a>" * 150 + b"</a>" * 150, "AK101", "lie too deep in one another"),
    "very many elements": (b"<a>" + b"<b/>" * 500_001 + b"</a>", "AK101", "more than 500,000 elements"),
    "a text": (b"Article 1. The Parties shall consult.", "AK101", "this is no XML: it does not begin with `<`"),
    "half a document": (WHOLE[:5_000], "AK101", "this is no XML that can be read"),
    "a wrong encoding": (b'<?xml version="1.0" encoding="UTF-8"?><a>\xe9</a>', "AK101", "this is no XML that can be read"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "AK101", "this is no XML that can be read"),
    "a surrogate": (b"<a>\xed\xa0\x80</a>", "AK101", "this is no XML that can be read"),
    "a NUL": (b"<a>\x00</a>", "AK101", "this is no XML that can be read"),
    "a Word document": (b"PK\x03\x04" + bytes(200), "AK101", "this is no XML: it does not begin with `<`"),
    "two roots": (b"<a/><b/>", "AK101", "this is no XML that can be read"),
    "HTML": (b"<html><body>x</body></html>", "AK102", "it begins with `<html>`"),
    "another version": (b'<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act/></akomaNtoso>', "AK102", "another version of Akoma Ntoso"),
    "no namespace": (b"<akomaNtoso><act><meta/></act></akomaNtoso>", "AK102", "its namespace is none"),
    "no document": (f'<akomaNtoso xmlns="{AKN}"/>'.encode(), "AK102", "this file holds no document"),
}


@pytest.mark.parametrize(("data", "code", "told"), HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_one_finding(data, code, told):
    reading = read_akn(data, "sent.xml")
    assert reading.structures == ()
    assert reading.structure is None
    (found,) = reading.diagnostics
    assert (found.code, told in found.message) == (code, True), found.message
    assert found.help
    assert len(found.message) < 400


def test_a_file_too_large_is_not_even_parsed():
    (found,) = read_akn(b"<a>" + b" " * MOST_BYTES).diagnostics
    assert found.message == "this file has 40,000,003 bytes, and no treaty has more than 40,000,000"


def test_the_line_of_a_mistake_is_named():
    reading = read_akn(b"<a>\n<b>\n</c>\n</a>")
    (found,) = reading.diagnostics
    assert reading.source.position(found.span.start).line == 3


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    for sent in (data, WHOLE[:3_000] + data, WHOLE.replace(b"Agreement", data)):
        reading = read_akn(sent)
        assert reading.structures or reading.diagnostics


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_other_encodings_are_read(encoding):
    text = WHOLE.decode().split("?>", 1)[1].encode("ascii", "xmlcharrefreplace").decode()
    reading = read_akn(f'<?xml version="1.0" encoding="{encoding}"?>{text}'.replace("Strelsau", "Münster").encode(encoding))
    assert reading.diagnostics == ()
    assert "Done at Münster" in reading.structure.testimonium[1]


def test_what_is_no_line_of_text_is_left_aside():
    text = WHOLE.decode().replace("<p>Mindful", "<p><!-- a note -->Mind<?pi x?>ful").replace("of one another", "of <b>one</b>\n\t   another")
    assert read_akn(text.encode()).structure.recitals == ("Mindful of one another,",)


def test_a_place_is_found_behind_comments_and_sections():
    text = WHOLE.decode().replace("<preface>", '<!-- <ref href="#x"> --><preface><p><![CDATA[<ref href="#y">]]></p>').replace("#art_1__para_2", "#art_9")
    reading = read_akn(text.encode())
    places = [reading.source.text[each.span.start : each.span.end] for each in reading.diagnostics]
    assert '<ref href="#art_9">' in places


# ---------------------------------------------------------------- documents of others

FOREIGN = f"""<akomaNtoso xmlns="{AKN}"><act name="act"><meta><identification source="#me">
<FRBRWork><FRBRthis value="/akn/gb/act/2010/1/!main"/><FRBRuri value="/akn/gb/act/2010/1"/><FRBRdate date="2010-01-01" name="x"/>
<FRBRauthor href="#me"/><FRBRcountry value="gb"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/gb/act/2010/1/eng@/!main"/><FRBRuri value="/akn/gb/act/2010/1/eng@"/><FRBRdate date="2010-01-01" name="x"/>
<FRBRauthor href="#me"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/gb/act/2010/1/eng@/!main.xml"/><FRBRuri value="/akn/gb/act/2010/1/eng@.xml"/>
<FRBRdate date="2010-01-01" name="x"/><FRBRauthor href="#me"/></FRBRManifestation></identification>
<references source="#me"><TLCOrganization eId="me" href="/akn/ontology/organization/me" showAs="Me"/></references></meta>
<preface><p><docTitle>An Act on Bees</docTitle></p><p>Printed by Me.</p></preface>
<body><chapter eId="chp_1"><num>I</num><heading>Bees</heading>
<section eId="chp_1__sec_1"><num>1.</num><heading>Hives</heading>
<subsection eId="chp_1__sec_1__subsec_1"><num>(1)</num><intro><p>A keeper shall</p></intro>
<paragraph eId="chp_1__sec_1__subsec_1__para_a"><num>(a)</num><content><p>register, see <ref href="#chp_1__sec_2">section 2</ref>;</p></content></paragraph>
<paragraph eId="chp_1__sec_1__subsec_1__para_b"><num>(b)</num><content><p>report.</p></content></paragraph>
<wrapUp><p>All this each year.</p></wrapUp></subsection>
<subsection eId="chp_1__sec_1__subsec_2"><num>(2)</num><content>
<blockList eId="chp_1__sec_1__subsec_2__list_1"><listIntroduction>Bees are</listIntroduction>
<item eId="chp_1__sec_1__subsec_2__list_1__item_a"><num>(a)</num><p>wild, or</p></item>
<item eId="chp_1__sec_1__subsec_2__list_1__item_b"><num>(b)</num><p>kept.</p></item></blockList></content></subsection></section>
<section eId="chp_1__sec_2"><num>2.</num><content><p>There is a register.</p><table><tr><td><p>Bees</p></td></tr></table></content></section>
<crossHeading>Wasps</crossHeading></chapter></body>
<conclusions><p>Done in May.</p><p><signature><person refersTo="#me">Me</person></signature></p></conclusions></act></akomaNtoso>"""


def test_the_act_of_another_program_is_read():
    reading = read_akn(FOREIGN.encode())
    read = reading.structure
    assert (read.language, read.title, read.testimonium) == ("en", "An Act on Bees", ("Done in May.",))
    assert read.signatures == (Signature("Me", "Me"),)
    (chapter,) = read.sections
    first, second = chapter.sections
    assert (chapter.kind, chapter.heading, chapter.title, chapter.level, first.number) == ("chapter", "I", "Bees", 1, "1")
    register = f"register, see {link('chp_1__sec_2', 'section 2')};"
    assert first.paragraphs == (
        Paragraph("chp_1__sec_1__subsec_1", "1", "A keeper shall", (Point("a", register), Point("b", "report.")), "All this each year."),
        Paragraph("chp_1__sec_1__subsec_2", "2", "Bees are", (Point("a", "wild, or"), Point("b", "kept."))),
    )
    assert [unlinked(each.text) for each in second.paragraphs] == ["There is a register."]


def test_what_has_no_counterpart_is_named():
    found = read_akn(FOREIGN.encode()).diagnostics
    assert [(each.code, each.message.partition(" is ")[0]) for each in found] == [
        ("AK103", "`<p>`"),
        ("AK103", "`<table>` in `chp_1__sec_2`"),
        ("AK103", "`<crossHeading>` in `chp_1`"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<body/>",
        "<body><article/></body>",
        "<body><article eId='a'><paragraph><content/></paragraph></article></body>",
        "<mainBody><p>Words</p><toc/></mainBody>",
        "<debateBody><speech/></debateBody>",
        "<body><hcontainer name='rule' eId='hcontainer_1'><content><p/></content></hcontainer></body><attachments><attachment/></attachments>",
        "<body><article eId='x'><num/><list><point/></list></article></body><conclusions/>",
        "<preface/><preamble/><body><x xmlns='urn:else'/></body>",
        "",
    ],
)
def test_what_is_not_valid_is_read_without_an_exception(body):
    reading = read_akn(f'<akomaNtoso xmlns="{AKN}"><act name="x"><meta/>{body}</act></akomaNtoso>'.encode())
    assert len(reading.structures) == 1


def test_a_collection_of_others():
    act = FOREIGN.partition(">")[2].removesuffix("</akomaNtoso>")
    inner = f'<component eId="cmp_1">{act}</component><component eId="cmp_2"><documentRef href="/akn/gb/act/2010/2" showAs="2"/></component>'
    text = f'<akomaNtoso xmlns="{AKN}"><documentCollection name="x"><meta/><collectionBody>{inner}</collectionBody></documentCollection></akomaNtoso>'
    assert [each.title for each in read_akn(text.encode()).structures] == ["An Act on Bees"]


def test_marks_of_cross_references_cannot_be_smuggled_in():
    text = WHOLE.decode().replace("of one another", "of \ue000x\ue001one\ue002 another")
    assert read_akn(text.encode()).structure.recitals == ("Mindful of \ufffdx\ufffdone\ufffd another,",)


def test_the_level_of_a_division_is_how_deep_it_stands():
    def levels(sections: tuple[Section, ...]) -> list[tuple[str, int]]:
        return [pair for each in sections for pair in ((each.kind, each.level), *levels(each.sections))]

    assert levels(read_akn(WHOLE).structure.sections) == [("part", 1), ("article", 2), ("article", 2)]
