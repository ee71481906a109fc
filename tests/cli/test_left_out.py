"""A draft made in spite of sentences that could not be read says that they are missing."""

from __future__ import annotations

import pytest

import clausekit

UNREAD = "party Aldova. party Brennia. Aldova shall consult shall agree. Brennia shall shall agree. Aldova shall consult within 3 days of signature.\n"


def test_a_draft_says_how_many_sentences_it_lacks():
    drafted = clausekit.draft(clausekit.parse(UNREAD), anyway=True)
    assert isinstance(drafted, str)
    assert "2 sentences that could not be read stand in square brackets" in " ".join(drafted.split())


def test_a_sentence_that_could_not_be_read_keeps_its_place():
    text = 'party Aldova.\nparty Brennia.\narticle 1 "Talks"\n  Aldova shall wait.\n  talks: Aldova consult.\n  Brennia shall act, subject to clause talks.\n'
    reading = clausekit.parse(text)
    drafted = " ".join(str(clausekit.draft(reading, anyway=True)).split())
    assert "1. Aldova shall wait. 2. [This sentence of the clause file could not be read: “Aldova consult”] 3. Brennia shall act, subject to" in drafted
    assert "subject to paragraph 2 of this Article." in drafted
    assert "1 sentence that could not be read stands in square brackets" in drafted
    assert [each.citation for each in reading.diagnostics if each.code == "CK105"] == ["Article 1, paragraph 2"]


def test_a_declaration_that_could_not_be_read_is_left_out():
    drafted = " ".join(str(clausekit.draft(clausekit.parse("party Aldova shall.\nparty Brennia.\nBrennia shall act."), anyway=True)).split())
    assert "1 sentence that could not be read is left out here" in drafted
    assert "[This" not in drafted


def test_a_treaty_with_a_sentence_that_could_not_be_read_is_written_by_nobody():
    treaty = clausekit.parse(UNREAD).treaty
    assert treaty is not None
    assert [clause.kind for clause in treaty.clauses] == ["unread", "unread", "sentence"]
    with pytest.raises(ValueError, match="cannot be written as a clause file"):
        clausekit.treaty_text(treaty)


def test_a_draft_of_all_its_sentences_says_nothing_of_the_kind():
    drafted = clausekit.draft(clausekit.parse("party Aldova. Brennia shall consult within 3 days of signature.\n"), anyway=True)
    assert isinstance(drafted, str)
    assert "left out" not in drafted
    assert "NOT FOR SIGNATURE" in drafted
