"""Any treaty built in Python can be printed, and what is printed says that treaty; what no text can say is refused with the place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import clausekit
from clausekit.diagnostics import Rule
from clausekit.model import rules as model_rules
from clausekit.model.published import clauses, qualifiers, terms, treaty
from clausekit.syntax import rules as syntax_rules
from tests.model.generate_sentences import provisions
from tests.model.generate_treaties import VOCABULARY, treaties
from tests.syntax import derive

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [*(ROOT / "examples").glob("*.clause"), *(ROOT / "examples/treaties").glob("*.clause"), *(ROOT / "templates/new").glob("*.clause")]


def duty(action: str, **parts: object) -> clauses.Sentence:
    """`Poland shall …`."""
    bearer = terms.Bearer(actors=terms.Actors(members=(terms.Actor(name="Poland"),)))
    limb = clauses.Limb(act=clauses.Act(action=action), **parts)
    return clauses.Sentence(statements=(clauses.Statement(bearer=bearer, modal="shall", limbs=(limb,)),))


# What no treaty can hold is reported, and its place stays empty; what was not read at all stands in no text.
UNSAYABLE = {each.code for room in (syntax_rules, model_rules) for each in vars(room).values() if isinstance(each, Rule)}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=150, suppress_health_check=SLOW)
@given(provisions())
def test_any_provision_is_written_as_itself(provision):
    assert_written_as_itself(VOCABULARY.model_copy(update={"clauses": (provision,)}))


@settings(max_examples=20, suppress_health_check=SLOW)
@given(treaties())
def test_any_treaty_is_written_as_itself(built):
    assert_written_as_itself(built)


@settings(max_examples=60)
@given(derive.texts())
def test_whatever_the_grammar_allows_is_written_as_itself(text):
    """Sentences derived from the grammar, not from the model: what is read of them can be written, and reads as the same."""
    reading = clausekit.parse(text)
    if reading.treaty not in (None, treaty.Treaty()) and not reading.document.unread and not {each.code for each in reading.diagnostics} & UNSAYABLE:
        assert_written_as_itself(reading.treaty)


def assert_written_as_itself(built):
    text = clausekit.treaty_text(built)
    again = clausekit.parse(text).treaty
    assert again == built
    assert clausekit.treaty_text(again) == text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_treaty_that_was_read_is_written_as_itself(path):
    said = clausekit.read(path).treaty
    assert said is not None
    assert clausekit.parse(clausekit.treaty_text(said)).treaty == said


def test_a_treaty_built_in_python():
    built = treaty.Treaty(
        title="Agreement on Border Guards",
        actors=(treaty.DeclaredActor(role="party", name="Poland"),),
        divisions=(treaty.Division(kind="article", designation="1", title="Training", clauses=(duty("train border guards"),)),),
    )
    assert clausekit.treaty_text(built) == (
        'treaty "Agreement on Border Guards".\n\nparty Poland.\n\narticle 1 "Training"\n  Poland shall train border guards.\n'
    )
    codes = {finding.code for finding in clausekit.check(built)}
    assert "CK301" in codes  # by when?
    assert "Poland shall train border guards." in clausekit.draft(built)


@pytest.mark.parametrize(
    "text",
    [
        "Unless waiver by Belmora within 3 days of breach, then Arendia shall consult and shall report.",
        "Unless waiver by Belmora within 3 days of breach, then Arendia shall:\n  (a) consult; or\n  (b) report.",
        "As soon as possible, then deploy forces within 3 days.",
        "If breach, then Arendia shall consult after 2027-01-01 within 3 days.",
        "enters into force on signature 30 days after breach after 2027-01-01 indefinitely.",
        "Arendia shall assist that Party within 3 calendar days.",
        'If breach, then open for accession source "CTBT-1996-14", and enters into force on signature.',
        'Arendia shall consult,\n  failing which open for accession source "CTBT-1996-14", and enters into force on signature.',
        'Arendia shall consult,\n  failing which article 1 and article 2 replace article 3 source "X", and Belmora shall consult.',
    ],
)
def test_a_sentence_is_written_as_it_stands(text):
    said = clausekit.parse(text).treaty
    assert said is not None
    assert clausekit.treaty_text(said) == text + "\n"


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Arendia shall, if breach, consult", "if breach, Arendia shall consult"),
        ("within 3 days, Arendia shall consult after 2027-01-01", "Arendia shall consult after 2027-01-01 within 3 days"),
        ("indefinitely, then this treaty applies on breach", "this treaty applies on breach indefinitely"),
        ("Arendia shall consult within 2 calendar months", "Arendia shall consult within 2 months"),
    ],
)
def test_what_is_laid_out_otherwise_is_the_same_treaty(written, same):
    assert clausekit.parse(written).treaty == clausekit.parse(same).treaty


REFUSED = {
    "a day without its place": (treaty.Treaty(done_on=date(2027, 1, 1)), "treaty.done_on is datetime.date(2027, 1, 1)"),
    "slots out of order": (
        treaty.Treaty(
            clauses=(
                duty(
                    "consult",
                    qualifiers=(
                        qualifiers.Precedence(kind="subject to", name="international law"),
                        qualifiers.Manner(kind="as it deems necessary"),
                    ),
                ),
            )
        ),
        "treaty.clauses[0].statements[0].limbs[0].qualifiers",
    ),
    "a division inside a smaller one": (
        treaty.Treaty(
            divisions=(treaty.Division(kind="article", designation="1", divisions=(treaty.Division(kind="part", designation="II"),)),),
        ),
        "treaty.divisions is 1 of them",
    ),
    "an act that ends in a party": (
        treaty.Treaty(actors=(treaty.DeclaredActor(role="party", name="Poland"),), clauses=(duty("visit Poland"),)),
        "limbs[0].act.action is 'visit Poland', and what could be written for it reads as 'visit'",
    ),
    "what is no sentence": (treaty.Treaty(clauses=(duty("consult", timing=(terms.Timing(kind="before"),)),)), "cannot be written as a clause file; "),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_no_text_says_is_refused_with_its_place(case):
    built, where = REFUSED[case]
    with pytest.raises(ValueError, match="this treaty cannot be written as a clause file") as refusal:
        clausekit.treaty_text(built)
    assert where in str(refusal.value)


def test_which_party_is_meant_is_said_by_the_words_before_it():
    """`the injured` is no part of the act, and to split it off would leave the draft with `the injured a Party`."""
    reading = clausekit.parse("party Arendia.\nparty Belmora.\nArendia shall assist the injured Party within 3 days.")
    assert "Arendia shall assist the injured Party within 3 days." in clausekit.draft(reading, anyway=True)
