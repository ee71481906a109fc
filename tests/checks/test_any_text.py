"""Whatever a file holds, it is answered with findings: no exception, no failed check, and every place inside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.checks.engine import FAILED_CHECK
from clausekit.pipeline import read_source
from clausekit.source import Source

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "checks"
# The words of the language, and names that run into them; shuffled, they make sentences that nearly are.
TOKENS = [
    *"shall must may should will not if when whenever upon while then unless except and or of to on in with for by from until within before after".split(),
    *"each any every no that other the all either both it they is are as means jointly severally source notice victim".split(),
    *"party guarantor state signatory organ group body zone term action event status measure treaty article annex part chapter section recital text".split(),
    *"Ukraine France Ukriane Parties Guarantors Allies breach request waiver withdraw consult deploy forces assist notify troops level high low".split(),
    *'days hours months year 30 0 2.5 10,000 2027-01-01 2027-02-30 999999999999999999999 (a) (b) (ii) . , ; : " # /'.split(),
    "shall not", "need not", "undertakes to", "is entitled to", "may not", "failing which", "or if", "and if", "at least 2", "at most", "two thirds of",
    "a majority of", "acting by consensus", "jointly and severally", "guarantee", "in favour of", "as determined by", "as it deems necessary", "at all times",
    "immediately", "the earlier of", "subject to", "notwithstanding", "article 5", "clause help", "paragraph 2 of", "point (a) of", "this article",
    "this treaty", "within 30 days of", "every 6 months", "with 12 months notice", "deciding by", "with a quorum of 3", "pledging 10 troops", "begins on",
    "ends on", '"a text"', 'article 1 "Title"\n', 'annex A "Map"\n', "help:", "party Ukraine.\n", "guarantor France.\n",
    "enters into force on", "remains in force", "is renewed", "ceases", "applies again", "applies provisionally", "counts as", "survives", "does not affect",
    "is open for accession", "is extended by", "are adopted by", "recognises that", "ensure that", "and that", "including", "having 55 percent of",
    "in the opinion of", "as alleged by", "already", "at least 2 times every", "exactly", "at the same time as", "the first day of the second month after",
    "within an unstated period", "indefinitely", "the smaller of", "percent of", "its previous", "plus", "reservation by", "objection by", "excluded",
    "jointly or severally unstated", "with a statement of", "on behalf of", "in accordance with", "instrument Charter.\n", "class persons of each Party.\n",
    "rule Vote means two thirds of Allies, excluding France, failing which consensus.\n", "zone Strip inside Strip.\n", "measure tanks part of tanks.\n",
    "body Council of 5 members under Council chaired by France, deciding by Vote.\n",
    "group Allies means France and Allies.\n", "event breach means breach by Allies.\n", "measure level as high or low.\n", "action deploy forces in troops.\n",
]  # fmt: skip
WHOLE = [path.read_text(encoding="utf-8") for path in [*sorted(EXAMPLES.rglob("*.clause")), *sorted(CORPUS.glob("*.clause"))]]


def assert_answered(text: str) -> None:
    reading = read_source(Source(text))
    for finding in reading.diagnostics:
        assert finding.rule != FAILED_CHECK, finding.message
        assert finding.message
        assert finding.help, finding.message
        here = [label.span for label in finding.labels if label.span and label.source is None]  # the rest lie in files that the text uses
        spans = here + [edit.span for edit in (finding.fix.edits if finding.fix else ())]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans), finding


@given(st.lists(st.sampled_from(TOKENS), max_size=60).map(" ".join))
def test_shuffled_tokens(text):
    assert_answered(text)


@given(st.text(max_size=200))
def test_any_characters(text):
    assert_answered(text)


@given(st.data())
def test_treaties_with_words_lost_doubled_and_moved(data):
    """A draft that went through too many hands: a stretch of a whole treaty, with some of its words disturbed."""
    words = data.draw(st.sampled_from(WHOLE)).split(" ")
    begin = data.draw(st.integers(0, max(0, len(words) - 60)))
    words = words[begin : begin + 60]
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(words) - 1)))
        moved, new = data.draw(st.sampled_from(words or ["."])), data.draw(st.sampled_from(TOKENS))
        words[at : at + 1] = data.draw(st.sampled_from([[], words[at : at + 1] * 2, [moved], [new]]))
    assert_answered(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"group G{chr(97 + at % 26)}{'x' * (at // 26)} means G{chr(97 + (at + 1) % 26)}{'x' * ((at + 1) // 26)}.\n" for at in range(3000)),
        "".join(f"event e{'x' * at} means e{'x' * (at + 1)}.\n" for at in range(1, 400)),
        "".join(f"group a{at} means b{at} and c{at}.\ngroup b{at} means a{at + 1}.\ngroup c{at} means a{at + 1}.\n" for at in range(300)) + "a0 shall consult.",
        "".join(f"Nobody{at} shall consult Somebody{at} within 3 days of nothing{at}.\n" for at in range(2000)),
        "party Ukraine.\n" + "Ukraine shall: " + " ".join("(a) consult;" for _ in range(2000)) + " and (b) consult.",
        'term Territory means "' + "Territroy " * 5000 + '".',
        "party " + "very long name " * 5000 + ".",
        "party Ukraine.\nUkraine shall deploy  # see Annex.\n  forces  # and so on.\n  within 3 days.",
        "".join(f'zone z{at} inside z{at + 1} means "x".\nparty p{at}.\np{at} shall ensure that tanks in z{at} are at most {at}.\n' for at in range(700)),
        "".join(f"measure {'x' * at} part of {'x' * (at + 1)}.\n" for at in range(1, 300)),
        "".join(
            f"body b{'x' * at} under b{'x' * (at + 1)} means b{'x' * (at + 1)}, deciding by r{'x' * at}.\n"
            f"rule r{'x' * at} means two thirds of b{'x' * at}, including France.\n"
            for at in range(250)
        ),
        "rule Vote means consensus" + ", failing which two thirds of Council, excluding France" * 1000 + ".",
        'article 1 "Life"\n' + "article 1 applies on peace. article 1 ceases on peace. article 1 survives expiry. enters into force on signature.\n" * 700,
        "party France.\nNo Party may reserve article 1.\n" + "reservation by France to article 1: excluded.\n" * 1500 + 'article 1 "X"\nFrance shall consult.',
        "".join(f"{'x' * at}: Oman shall consult, provided that fulfilment of clause {'x' * (at + 1)}.\n" for at in range(1, 300)),
        "party France.\nFrance shall pay of at least " + "1 percent of budget plus " * 3000 + "2 percent of budget every year.",
        "If breach then " + "each Party shall consult, failing which " * 1500 + "each Party shall consult.",
    ],
    ids=[
        "chain of groups",
        "chain of events",
        "diamonds of groups",
        "unknown names",
        "many points",
        "long text",
        "long name",
        "comments within a name",
        "zones in zones",
        "measures of measures",
        "bodies under bodies",
        "long ladder of votes",
        "life of one article",
        "many reservations",
        "chain of conditions",
        "long sum",
        "long ladder",
    ],
)
def test_size_and_depth_are_ordinary(text):
    assert_answered(text)
