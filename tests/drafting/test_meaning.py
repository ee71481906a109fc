"""Two norms that differ in any field never read the same.

What is exempt, because it is no difference in the norm: the label and the source of a sentence, which say where it stands and comes from; how a
reference is written that cites the same place (`clause response`, `article 5`); the article before the name of one place or term; and a bare act where
there are guarantors, which is defined as their duty. What a text cannot say is not tried: a connective beside a single act, an order of qualifiers of
different kinds. Names that read alike (two displays with the same words) are a matter for a check.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausekit.model import amounts, clauses, life, qualifiers, terms
from clausekit.model.published.convert import record
from clausekit.source import Span
from tests.drafting import probe
from tests.drafting.edits import FIELDS, meaning, parts, variants, whole_clauses
from tests.model.generate_sentences import sentences

TREATIES = {"declared": probe.DECLARED, "undeclared": probe.UNDECLARED, "political": probe.POLITICAL}
# Of the hundreds of ways to change one field of a sentence, as many are tried at once.
TRIED = 100


def alike(room: probe.Room, sentences: list[tuple[str, clauses.Sentence]]) -> list[tuple[str, ...]]:
    """Sentences that read alike in some format and do not mean the same, by the names of the fields that were changed."""
    found = []
    paragraphs = probe.said(room, [sentence for _, sentence in sentences])
    for form in probe.Said._fields:
        reading: dict[str, dict[Any, str]] = {}
        for (field, sentence), said in zip(sentences, paragraphs, strict=True):
            reading.setdefault(getattr(said, form), {}).setdefault(meaning(sentence, room), field)
        found += [(form, text, *meanings.values()) for text, meanings in reading.items() if len(meanings) > 1]
    return found


@pytest.mark.parametrize("treaty", TREATIES)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(generated=sentences(), chance=st.randoms(use_true_random=False))
def test_a_changed_field_changes_the_words(treaty: str, generated: Any, chance: Random) -> None:
    sentence = record(generated)
    changed = list(variants(sentence))
    chosen = chance.sample(changed, min(TRIED, len(changed)))
    assert alike(probe.room(TREATIES[treaty]), [("", sentence), *chosen]) == []


@pytest.mark.parametrize("treaty", TREATIES)
@pytest.mark.parametrize("number", range(len(whole_clauses())))
def test_no_two_variants_of_a_sentence_read_alike(treaty, number):
    """The sentences of the samples, which use every form, with every change of every field: each against all others."""
    sentence = whole_clauses()[number]
    assert alike(probe.room(TREATIES[treaty]), [("", sentence), *variants(sentence)]) == []


def test_every_field_of_every_part_is_tried():
    """A field that the model gains must be tried too, or be named here with the others that say nothing."""
    tried: dict[str, set[str]] = {}
    fields: dict[str, set[str]] = {}
    for sentence in whole_clauses():
        for _, part in parts(sentence):
            kind = type(part).__name__
            fields.setdefault(kind, set()).update(part._fields[2:])
            tried.setdefault(kind, set()).update(field for field in part._fields if any(parts(getattr(part, field))))
            for changes in FIELDS.get(type(part), {}).values():
                tried[kind].update(field for update in changes(part) for field, value in update.items() if value != getattr(part, field))
    assert {kind: names - tried[kind] for kind, names in fields.items() if names - tried[kind]} == SAYING_NOTHING
    kinds = {part for module in (amounts, clauses, life, qualifiers, terms) for part in vars(module).values() if hasattr(part, "_fields")}
    assert set(fields) == {kind.__name__ for kind in kinds - {Span, clauses.Unread}}  # what could not be read says nothing


# A label says where a sentence stands, a source where it comes from; the kind of a part is what it is. Who of those asked must vote is said in declared rules
# alone, which are tried with the other declarations.
SAYING_NOTHING = {
    "Sentence": {"kind", "label"},
    "Prose": {"kind", "label", "source"},
    "Record": {"kind", "label", "source"},
    "Statement": {"kind", "source"},
    "Guarantee": {"kind", "source"},
    "Application": {"kind", "source"},
    "Declared": {"kind", "source"},
    "Decision": {"voting", "reverse"},
    "When": {"kind"},
    "Occurs": {"kind"},
    "Compares": {"kind"},
    "Level": {"kind"},
}
