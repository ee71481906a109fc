"""A draft made in spite of sentences that could not be read says that they are missing."""

from __future__ import annotations

import clausekit

UNREAD = "party Aldova. party Brennia. Aldova shall consult shall agree. Brennia shall shall agree. Aldova shall consult within 3 days of signature.\n"


def test_a_draft_says_how_many_sentences_it_lacks():
    drafted = clausekit.draft(clausekit.parse(UNREAD), anyway=True)
    assert isinstance(drafted, str)
    assert "2 sentences that could not be read are left out here" in " ".join(drafted.split())


def test_a_draft_of_all_its_sentences_says_nothing_of_the_kind():
    drafted = clausekit.draft(clausekit.parse("party Aldova. Brennia shall consult within 3 days of signature.\n"), anyway=True)
    assert isinstance(drafted, str)
    assert "left out" not in drafted
    assert "NOT FOR SIGNATURE" in drafted
