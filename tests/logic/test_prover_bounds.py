"""What bounds the prover: a treaty made to defeat it costs no more than what is allowed, and an edit no more than what it touches."""

from __future__ import annotations

import pytest

from benchmarks.generate_norms import edited
from benchmarks.generate_norms import treaty as generated
from clausekit.logic import asking, prover
from clausekit.logic.asking import OUT_OF_TIME
from clausekit.logic.keeping import Kept
from clausekit.logic.prover import prove
from clausekit.logic.slices import slices
from clausekit.norms.lower import lower
from clausekit.pipeline import read_source
from clausekit.pipeline.proving import Proving
from clausekit.source import Source
from tests.norms.treaties import treaty

# Something to find beside what nobody can settle: an act allowed and forbidden, a duty without time, two who wait for each other.
PLAIN = """
party Alba. party Brena. action pay. action report. action trade. action meet. event start.
article 90 "Besides"
  ban: Alba shall not trade.
  leave: If start, then Alba may trade within 9 days.
  first: If meet by Alba, then Brena shall meet within 9 days.
  second: If meet by Brena, then Alba shall meet within 9 days.
"""


def hard(norms: int) -> str:
    """Duties of which any all but one can be done in time, so that every choice of them is a matter of its own; and plain flaws beside."""
    return generated("pigeonholes", norms) + PLAIN


def test_a_treaty_made_to_defeat_the_solver_ends_at_the_budget_and_keeps_the_rest():
    said = treaty(hard(91))
    code = lower(said)
    answers = prove(said, code, budget_seconds=6, only=("collision", "deadlock", "conflict"))
    shown = [(each.question, [code.norms[number].label for number in each.norms]) for each in answers if each.status == "shown"]
    assert ("collision", ["ban", "leave"]) in shown or ("collision", ["leave", "ban"]) in shown
    assert ("deadlock", ["first", "second"]) in shown
    (left,) = [each for each in answers if each.status == "undecided" and each.kind == OUT_OF_TIME]
    assert left.question == "conflict"
    assert left.reason
    open_ones = {code.norms[number].label for number in left.norms}
    assert open_ones
    assert open_ones.isdisjoint({"ban", "leave", "first", "second"})  # what is open is the slice of the pigeons, and the others are settled


def test_what_is_undecided_is_said_with_why():
    reading = read_source(Source(hard(91), "hard"), proving=Proving(6), select=("CK411", "CK412", "CK416", "CK423"))
    codes = [each.code for each in reading.diagnostics]
    assert {"CK412", "CK416", "CK423"} <= set(codes)
    told = next(each for each in reading.diagnostics if each.code == "CK423")
    assert "time" in told.message


# ---------------------------------------------------------------- an edit


@pytest.fixture
def proofs(monkeypatch) -> list[tuple[str, int]]:
    """What was really asked: each question, and of how many norms."""
    real, found = asking.ask, []

    def counting(question, said, code):
        found.append((question, len(code.norms)))
        yield from real(question, said, code)

    monkeypatch.setattr(prover, "ask", counting)
    return found


def proved(text: str, where) -> None:
    said = treaty(text)
    prove(said, lower(said), budget_seconds=300, kept=Kept(str(where)))


def test_an_edit_of_one_clause_proves_one_slice_anew(tmp_path, proofs):
    text = generated("mixed", 100)
    parts = slices(lower(treaty(text)))
    assert len(parts) > 9
    proved(text, tmp_path)
    proofs.clear()
    proved(edited(text), tmp_path)
    sliced = [(question, norms) for question, norms in proofs if asking.is_sliced(question)]
    assert sorted(question for question, _ in sliced) == ["budget", "collision", "conflict", "dead", "redundant"]  # each of one slice
    assert len({norms for _, norms in sliced}) == 1
    assert sliced[0][1] in {len(part.norms) for part in parts}


@pytest.mark.parametrize(
    "unrelated",
    ['talks: text "Something is said.".', 'article 99 "Language"\n  tongue: text "The text in the English language is authentic.".'],
    ids=["a sentence that binds nobody", "an article that binds nobody"],
)
def test_an_unrelated_edit_proves_no_slice_anew(tmp_path, proofs, unrelated):
    text = generated("mixed", 50)
    proved(text, tmp_path)
    proofs.clear()
    proved(text + unrelated + "\n", tmp_path)
    assert [question for question, _ in proofs if asking.is_sliced(question)] == []


def test_an_act_of_others_proves_no_slice_anew(tmp_path, proofs):
    text = generated("mixed", 50)
    proved(text, tmp_path)
    proofs.clear()
    proved("action sing.\n" + text + "  song: Land A shall sing within 9 days of entry into force.\n", tmp_path)
    assert {norms for question, norms in proofs if asking.is_sliced(question)} == {1}
