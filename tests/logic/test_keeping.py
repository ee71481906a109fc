"""Answers in files: told back as they were, bounded, and known by what is said and not by where."""

from __future__ import annotations

import os
from decimal import Decimal

import pytest

from clausekit.logic import keeping
from clausekit.logic.answers import Answer, Step, Witness
from clausekit.logic.fingerprints import Ranks, fingerprint
from clausekit.logic.keeping import Kept, folder
from clausekit.norms.history import Change, Happening
from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

HEAD = 'party Alba. party Brena. action pay. action report as "report". event call. measure tanks in tanks. status calm.\n'
TEXT = "due: If call, then Alba shall pay within 9 days. answer: If violation of clause due, then Brena shall report within 9 days."
WITNESS = Witness(
    (
        Happening(7, "call", {"by": ("Alba",), "to": ("Brena", "Corva")}, frozenset({0}), ((Decimal("1.5"), "troops"),), "begin", "a call"),
        Change(8, "calm", holds=True),
        Change(9, "tanks", value=Decimal(12), roles={"of": ("Alba",)}, said="tanks of Alba: 12"),
        Change(9, "threat", level="high"),
    ),
    1,
    9,
    40,
)
ANSWER = Answer("gap", "shown", (0, 1), ("Alba",), WITNESS, "nobody bound", (Step(-1, "a sum"), Step(1, "a step")), "because", 3)


def code_of(text: str):
    return lower(treaty(HEAD + text))


def test_answers_are_told_back_as_they_were(tmp_path):
    code = code_of(TEXT)
    ranks = Ranks(code)
    answers = (ANSWER, Answer("capture", "undecided", reason="who knows"))
    Kept(str(tmp_path)).keep("ab" * 32, answers, code, ranks)
    assert Kept(str(tmp_path)).known("ab" * 32, code, ranks) == answers
    assert Kept(str(tmp_path)).known("cd" * 32, code, ranks) is None


def test_numbers_of_sentences_follow_the_sentences(tmp_path):
    before, after = code_of(TEXT), code_of('talks: text "Something is said first.". ' + TEXT)
    Kept(str(tmp_path)).keep("ab" * 32, (ANSWER,), before, Ranks(before))
    (told,) = Kept(str(tmp_path)).known("ab" * 32, after, Ranks(after)) or ()
    assert told.witness is not None
    assert told.witness.entries[0].clauses == {1}


def test_answers_about_norms_that_are_not_there_are_none(tmp_path):
    code = code_of(TEXT)
    Kept(str(tmp_path)).keep("ab" * 32, (ANSWER._replace(norms=(7,)),), code, Ranks(code))
    assert Kept(str(tmp_path)).known("ab" * 32, code, Ranks(code)) is None


def test_only_so_many_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_FILES", 3)
    code = code_of(TEXT)
    kept, ranks = Kept(str(tmp_path)), Ranks(code)
    for number in range(5):
        mark = f"{number}{'0' * 63}"
        kept.keep(mark, (), code, ranks)
        os.utime(tmp_path / mark[:2] / f"{mark[2:]}.json", (number, number))
    kept.tidy()
    assert sorted(path.parent.name for path in tmp_path.rglob("*.json")) == ["20", "30", "40"]


@pytest.mark.parametrize(
    ("environment", "where"),
    [
        ({"CLAUSEKIT_CACHE": "/somewhere"}, "/somewhere"),
        ({"CLAUSEKIT_CACHE": ""}, ""),
        ({"XDG_CACHE_HOME": "/caches"}, "/caches/clausekit/proofs"),
        ({"XDG_CACHE_HOME": "relative"}, ""),
    ],
)
def test_where_they_are_kept(environment, where):
    assert folder(environment).replace(os.sep, "/") == where


SAME = {
    "an article of its own": 'article 1 "Payment"\n' + TEXT,
    "a sentence before it that binds nobody": 'talks: text "Something is said.". ' + TEXT,
    "another layout": TEXT.replace(". ", ".\n\n   "),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_what_says_the_same_has_one_mark(text):
    assert fingerprint("conflict", Ranks(code_of(text)), None) == fingerprint("conflict", Ranks(code_of(TEXT)), None)


OTHER = {
    "a day more": TEXT.replace("9 days. answer", "10 days. answer"),
    "somebody else": TEXT.replace("Alba shall", "Brena shall"),
    "another label": TEXT.replace("due", "debt"),
    "another trigger": TEXT.replace("If call", "If request by Brena"),
    "a rule of its life": TEXT + " life: remains in force for 9 years.",
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_says_something_else_has_another(text):
    assert fingerprint("conflict", Ranks(code_of(text)), None) != fingerprint("conflict", Ranks(code_of(TEXT)), None)


def test_each_question_has_its_own():
    ranks = Ranks(code_of(TEXT))
    assert fingerprint("conflict", ranks, None) != fingerprint("dead", ranks, None)


def test_a_body_that_decides_otherwise_is_another_matter_for_who_looks_at_bodies():
    first, second = (treaty(HEAD + f"body Board means Alba and Brena, deciding by {rule}. " + TEXT) for rule in ("consensus", "a majority"))
    ranks = Ranks(lower(first))
    assert fingerprint("capture", ranks, first) != fingerprint("capture", ranks, second)
