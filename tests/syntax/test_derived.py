"""Every rule of the grammar is read, in every spelling, and whatever is read by it is printed as it reads."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings

from clausekit.source import Source
from clausekit.syntax.canonical import canonical
from clausekit.syntax.machine import Fault
from clausekit.syntax.parser import parse
from clausekit.syntax.printer import print_document
from clausekit.syntax.words import cut
from tests.syntax import derive
from tests.syntax.placeless import placeless

# Most rules are read at the first try; some need a word that only few sentences have.
MOST_TRIES = 400


def test_every_rule_is_read():
    """A rule that no sentence is read by is none, or is hidden by the words that are looked for first."""
    reader = derive.Counting()
    chance = Random(0)
    for number in derive.grammar().seen:
        for _ in range(MOST_TRIES):
            if number in reader.reduced:
                break
            raw = cut(derive.text_with(number, chance, size=chance.choice((0, 0, 1, 3, 6))))
            at = 0
            while raw.texts[at]:
                outcome = reader.item(raw, at)
                if isinstance(outcome, Fault):
                    break
                at = outcome[1]
    unread = [derive.grammar().seen[number] for number in derive.grammar().seen if number not in reader.reduced]
    assert [f"{rule.origin.name} -> {' '.join(symbol.name for symbol in rule.expansion)}" for rule in unread] == []


@settings(max_examples=300)
@given(derive.texts())
def test_whatever_is_read_prints_as_it_reads(text):
    document, found = parse(Source(text))
    if found or derive.swallows(document):
        return
    printed = print_document(document)
    again, found = parse(Source(printed))
    assert [finding.message for finding in found] == [], printed
    assert placeless(again.items) == placeless(canonical(document).items), printed
    assert print_document(again) == printed


@pytest.mark.parametrize(
    ("written", "canonical_text"),
    [
        ("expect: if Ukraine, Poland or France comply, always peace", "expect: if Ukraine, Poland or France comply, always peace."),
        ("expect: if each Party other than Ukraine complies, always peace", "expect: if each Party other than Ukraine complies, always peace."),
        ("expect: if breach, Ukraine shall comply with article 1", "expect: if breach, then Ukraine shall comply with article 1."),
        ("expect: no Ukraine, Poland or France alone can prevent decision", "expect: no Ukraine, Poland or France alone can prevent decision."),
        ("expect: Ukraine shall at all times comply", "expect: Ukraine shall comply at all times."),
        ("by the earlier of breach by each Party other than A or B and 2027-01-01, A shall act",
         "A shall act by the earlier of breach by each Party other than A or B and 2027-01-01."),
    ],
)  # fmt: skip
def test_what_was_lost_once_is_kept(written, canonical_text):
    document, found = parse(Source(written))
    assert [finding.message for finding in found] == []
    assert print_document(document) == canonical_text + "\n"
    assert placeless(parse(Source(canonical_text))[0].items) == placeless(canonical(document).items)


def test_a_title_longer_than_a_line_stays_with_its_heading():
    text = f'article response "{"x" * 130}"\nFrance shall consult.'
    printed = print_document(parse(Source(text))[0])
    assert placeless(parse(Source(printed))[0].items) == placeless(parse(Source(text))[0].items)
