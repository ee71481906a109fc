"""What is printed reads as it was meant: nodes → text → the same nodes, and canonical text stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clausekit.source import Source
from clausekit.syntax.canonical import canonical
from clausekit.syntax.nodes import Document
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document, print_item
from tests.syntax import generate
from tests.syntax.outline import outline
from tests.syntax.placeless import placeless

# Words that, put in the wrong place, might be taken for a part of a name.
WORDS = (
    "the of in on with for between as at and or if when while upon unless except provided that subject to"
    " notwithstanding , . ; : (a) (b) 5 30 days article clause"
    " annex A within before after until by from against not no shall may must each any every Party France Ukraine jointly severally failing which then is are"
    ' exceeds least most other than majority "text" source immediately guarantee means party group event 2027-01-01 only be right that'
).split(" ")


def reread(document: Document) -> Document:
    text = print_document(document)
    read, found = parse(Source(text))
    assert [finding.message for finding in found] == [], text
    return read


def assert_same(read: Document, meant: Document) -> None:
    assert placeless(read.items) == placeless(canonical(meant).items), print_document(meant)


@settings(max_examples=150)
@given(generate.documents(2))
def test_what_is_printed_reads_as_it_was_meant(document):
    assert_same(reread(document), document)


@settings(max_examples=100)
@given(generate.documents(3))
def test_canonical_text_stays_as_it_is(document):
    once = print_document(document)
    read, _ = parse(Source(once))
    assert print_document(read) == once
    again = print_document(read, Source(once))
    assert print_document(parse(Source(again))[0], Source(again)) == again
    assert canonical(canonical(document)) == canonical(document)


@settings(max_examples=50)
@given(generate.items())
def test_an_item_prints_alone_as_it_does_in_a_file(item):
    assert print_item(item) + "\n" == print_document(Document((item,), ()))


@settings(max_examples=150)
@given(generate.documents(1), st.lists(st.tuples(st.integers(0, 60), st.sampled_from("dswi"), st.sampled_from(WORDS)), min_size=1, max_size=3))
def test_a_spoilt_text_that_still_reads_prints_as_it_reads(document, changes):
    """The danger is not what fails to read; it is what reads as something else once the formatter has been over it."""
    text = spoilt(print_document(document), changes)
    read, found = parse(Source(text))
    if not found:
        assert_same(reread(read), read)


@settings(max_examples=100)
@given(generate.documents(2), st.lists(st.tuples(st.integers(0, 400), st.sampled_from("dswi"), st.sampled_from((*WORDS, '"', "“", "(", "/", "%", "\n")))))
def test_a_faulty_text_gives_diagnostics_that_help(document, changes):
    text = spoilt(print_document(document), changes)
    for finding in parse(Source(text))[1]:
        assert finding.message
        assert finding.help
        assert finding.labels
        for label in finding.labels:
            assert label.span is not None
            assert 0 <= label.span.start <= label.span.end <= len(text)


def spoilt(text: str, changes: list[tuple[int, str, str]]) -> str:
    """The text with words left out (d), swapped (s), replaced (w) or put in (i)."""
    words = text.split(" ")
    for place, change, word in changes:
        at = place % len(words)
        if change == "d" and len(words) > 1:
            del words[at]
        elif change == "s" and at + 1 < len(words):
            words[at], words[at + 1] = words[at + 1], words[at]
        elif change == "w":
            words[at] = word
        else:
            words.insert(at, word)
    return " ".join(words)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200) | st.text(st.characters(exclude_categories=()), max_size=200))
@example("“" * 50)
@example("\ufeffparty A.")
@example("x\u0000\ud800 “\u202e")
def test_any_text_is_read_without_an_exception(text):
    document, found = parse(Source(text))
    for finding in found:
        assert finding.help
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    spans = [(item.start, item.end) for item in document.items]
    assert spans == sorted(spans)
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    print_document(document, Source(text)).encode()


@pytest.mark.parametrize(
    ("written", "canonical_text"),
    [
        ("each party  shall\n consult", "Each party shall consult."),
        ("France SHALL Consult.", "France shall Consult."),
        ("France shall consult within thirty days", "France shall consult within 30 days."),
        ("France shall consult by 1 january 2027", "France shall consult by 2027-01-01."),
        ("France shall consult if breach", "If breach, then France shall consult."),
        ("Within 30 days, France shall consult", "France shall consult within 30 days."),
        ("France shall, within 30 days, consult", "France shall consult within 30 days."),
        ("France shall within 30 days consult", "France shall consult within 30 days."),
        ("France shall jointly consult", "France jointly shall consult."),
        ("every Party shall consult every 1 month", "Each Party shall consult every month."),
        ("France shall deploy up to 5,000 troops", "France shall deploy at most 5,000 troops."),
        ("France shall deploy not more than 5,000 troops", "France shall deploy at most 5,000 troops."),
        ("France shall consult not later than 3 months after breach", "France shall consult within 3 months of breach."),
        ("France shall consult at least 3 months before breach", "France shall consult not later than 3 months before breach."),
        ("in the event of breach, France shall consult", "If breach, then France shall consult."),
        ("France may never consult", "France may not consult."),
        ("France shall suspend article 5(2)(a)", "France shall suspend point (a) of paragraph 2 of article 5."),
        ("event breach means attack or if invasion", "event breach means attack, or invasion."),
        ("France shall ensure that tanks of UK is at most 5", "France shall ensure that tanks of UK are at most 5."),
        ("if breach by A and B, consult", "If breach by A and B, then consult."),
        ("France shall consult if breach by A, B and C", "If breach by A and B and C, then France shall consult."),
        ("unless waiver within 3 days of breach, France shall consult", "Unless waiver within 3 days of breach, then France shall consult."),
        ("within 3 days, deploy forces", "Within 3 days, then deploy forces."),
    ],
)
def test_what_drafters_write_has_one_canonical_form(written, canonical_text):
    document, found = parse(Source(written))
    assert [finding.message for finding in found] == []
    assert print_document(document) == canonical_text + "\n"
    assert outline(canonical_text).casefold() == outline(print_document(canonical(document))).casefold()
