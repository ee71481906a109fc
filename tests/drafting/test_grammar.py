"""Forms of English words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clausekit.drafting.english import English
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import ended, letter


@pytest.fixture(scope="module")
def grammar():
    return English(Phrasebook())


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("breach", "a breach"), ("armed attack", "an armed attack"), ("hour of need", "an hour of need"), ("union", "a union"),
        ("unilateral act", "a unilateral act"),
        ("unintended incident", "an unintended incident"), ("European mission", "the European mission"), ("EU mission", "an EU mission"),
        ("UN mission", "a UN mission"),
        ("NATO exercise", "a NATO exercise"), ("IAEA visit", "an IAEA visit"), ("one-sided act", "a one-sided act"),
        ("honest mistake", "an honest mistake"),
        ("entry into force", "entry into force"), ("prior consent", "prior consent"), ("consent of the Parties", "consent of the Parties"),
        ("hostilities", "hostilities"), ("request for talks", "a request for talks"), ("the end", "the end"), ("a start", "a start"),
        ("crisis", "a crisis"),
        ("failure to agree", "a failure to agree"), ("exchange of notes", "the exchange of notes"), ("exchange", "an exchange"),
        ("gas leak", "a gas leak"), ("Council measures", "Council measures"),
    ],
)  # fmt: skip
def test_the_article_of_an_event(grammar, noun, said):
    assert grammar.with_article(noun) == said


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("Security Council", True), ("Line of Contact", True), ("Treaty Area", True), ("UK", True), ("U.S.", True), ("Republic of Korea", True),
        ("Zone A", False), ("NATO", False), ("Ukraine", False), ("UN Women", False), ("Area", True), ("area", False),
    ],
)  # fmt: skip
def test_names_that_take_an_article(grammar, name, described):
    assert grammar.is_described(name) is described


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("a deployment", "the deployment"), ("an attack", "the attack"), ("withdrawal", "the withdrawal"), ("its liability", "its liability"),
        ("this Treaty", "this Treaty"), ("the end", "the end"), ("objects of verification", "the objects of verification"),
    ],
)  # fmt: skip
def test_what_is_spoken_of_as_known(grammar, noun, said):
    assert grammar.definite(noun) == said


def test_how_often_and_which():
    grammar = English(Phrasebook())
    assert [grammar.often(number) for number in (1, 2, 3, 1_000)] == ["once", "twice", "3 times", "1,000 times"]
    assert [grammar.ordinal(number) for number in (1, 6, 12, 13, 21, 22, 23, 111)] == [
        "first", "sixth", "twelfth", "13th", "21st", "22nd", "23rd", "111th",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "noun",
    ["hostilities", "the measures taken", "talks on peace", "people", "armed forces of Ukraine", "weapons that Ukraine holds", "vessels within the zone"],
)
def test_plural_nouns(grammar, noun):
    assert grammar.is_plural(noun)


@pytest.mark.parametrize("noun", ["a breach", "the crisis", "a series of attacks", "the status", "congress of States", "gas", "an exchange of notes", "access"])
def test_singular_nouns(grammar, noun):
    assert not grammar.is_plural(noun)


@pytest.mark.parametrize(
    ("phrase", "following", "turned"),
    [
        ("deploy forces", "", ("forces", "deployed", "")), ("assist", "Ukraine", ("Ukraine", "assisted", "")),
        ("carry out inspections", "", ("inspections", "carried out", "")),
        ("set up", "the Commission", ("the Commission", "set up", "")), ("admit inspectors", "", ("inspectors", "admitted", "")),
        ("re-deploy forces", "", ("forces", "re-deployed", "")),
        ("supply arms", "Ukraine", ("arms", "supplied", "Ukraine")), ("withdraw forces", "", ("forces", "withdrawn", "")),
        ("impose sanctions", "", ("sanctions", "imposed", "")),
        ("consult with the Parties", "", ("", "", "")), ("refrain from force", "", ("", "", "")), ("promptly notify", "Ukraine", ("", "", "")),
        ("consult", "", ("", "", "")),
        ("maintain and develop forces", "", ("", "", "")), ("prohibit, so far as it can, union", "", ("", "", "")),
        ("strengthen their forces", "", ("", "", "")),
        ("do so", "", ("", "", "")),
    ],
)  # fmt: skip
def test_the_passive(grammar, phrase, following, turned):
    affected, done, rest = grammar.passive(phrase, following)
    assert (affected, done if affected else "", rest) == turned


@pytest.mark.parametrize(
    ("phrase", "doing"),
    [
        ("deploy forces", "deploying forces"), ("use force", "using force"), ("agree", "agreeing"), ("admit inspectors", "admitting inspectors"),
        ("lie", "lying"),
        ("be present", "being present"), ("cease", "ceasing"), ("promptly notify", ""), ("maintain and develop", ""), ("work, as it can", ""),
    ],
)  # fmt: skip
def test_the_gerund(grammar, phrase, doing):
    assert grammar.gerund(phrase).removesuffix(", as it can") == doing or "," in phrase


@pytest.mark.parametrize(
    ("modal", "plural", "adverb", "said"),
    [
        ("shall", True, "at all times", "shall at all times"),
        ("undertakes to", False, "at all times", "undertakes at all times to"),
        ("undertakes not to", True, "at any time", "undertake not at any time to"),
        ("is entitled to", True, "", "are entitled to"),
        ("is not entitled to", False, "", "is not entitled to"),
        ("intends to", True, "", "intend to"),
        ("need not", True, "", "need not"),
    ],
)
def test_modals(grammar, modal, plural, adverb, said):
    assert grammar.with_adverb(grammar.agreeing(modal, plural=plural), adverb) == said


@pytest.mark.parametrize(
    ("modal", "said"), [("shall", "shall it"), ("may not", "may it not"), ("undertakes to", "does it undertake to"), ("is entitled to", "is it entitled to")]
)
def test_a_second_modal_after_nobody(grammar, modal, said):
    assert grammar.inverted(modal) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("20000", "20,000"),
        ("3.67", "3.67"),
        ("3.10", "3.10"),
        ("1E+3", "1,000"),
        ("0", "0"),
        ("1E+40", "1E+40"),
        ("1E-40", "1E-40"),
        ("123456789012345678", "123,456,789,012,345,678"),
    ],
)
def test_numbers(grammar, amount, said):
    assert grammar.number(Decimal(amount)) == said


def test_dates_lists_and_letters(grammar):
    assert grammar.day(date(2027, 1, 9)) == "9 January 2027"
    assert [grammar.joined(list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]
    assert [letter(index) for index in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It ends", "It ends."),
        ("It ends.", "It ends."),
        ("“It ends.”", "“It ends.”"),
        ("(it ends)", "(it ends)."),
        ("Who?", "Who?"),
        ("thus:", "thus:"),
        ("", "."),
    ],
)
def test_sentences_end(text, said):
    assert ended(text) == said
