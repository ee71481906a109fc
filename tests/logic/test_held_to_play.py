"""What is said never to happen, held to what happens: histories by chance of richer treaties than the small ones that are asked about in full.

A sentence called dead is opened in none of them; a violation of one called redundant comes with a violation, no later, of those that make it so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from clausekit.logic.answers import Answer
from clausekit.logic.bringing import DAY, Bringing
from clausekit.logic.prover import prove
from clausekit.norms.history import Happening
from clausekit.norms.lower import lower
from clausekit.norms.norm import Code
from clausekit.norms.play import play
from clausekit.norms.scenario import run
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline
from clausekit.pipeline import read_source
from clausekit.source import Source
from tests.norms.generate import text_of, treaty
from tests.norms.generate_history import scenario

_HISTORIES = 10
_WAYS = 8
_STEP = 10


@pytest.mark.parametrize("first", range(0, 100, _STEP))
def test_what_never_happens_does_not_happen(first):
    for seed in range(first, first + _STEP):
        made = treaty(seed)
        text = text_of(made) + "\n".join(scenario(made, 1000 * seed + number).replace("By chance", f"By chance {number}") for number in range(_HISTORIES))
        said = read_source(Source(text, "by chance")).record
        assert said is not None
        code = lower(said)
        answers = [each for each in prove(said, code, budget_seconds=2, only=["dead", "redundant"]) if each.status == "shown"]
        played = [run(each, Telling(said, code)).timeline for each in said.scenarios] if answers else []
        for answer in answers:
            assert not any(_is_refuted(answer, timeline) for timeline in (*played, *_nobody_acts(code, answer))), (seed, answer)


def _nobody_acts(code: Code, answer: Answer) -> Iterator[Timeline]:
    """What comes of everything that can set a ladder off, where nobody does anything more; not of a violation that is only told of."""
    norm = code.norms[answer.norms[0]]
    while norm.after and norm.after[0] >= 0:
        norm = code.norms[norm.after[0]]
    bringing = Bringing(code)
    for story in islice(bringing.opening(norm), _WAYS):
        if not any(isinstance(each, Happening) and each.name in ("violation", "failure") for each in story.entries):
            yield play(code, story.entries, in_force=bringing.in_force, until=story.at + 800 * DAY)


def _is_refuted(answer: Answer, timeline: Timeline) -> bool:
    first, others = answer.norms[0], answer.norms[1:]
    if answer.question == "dead":
        return any(each.norm == first for each in timeline.opened)
    violated = list(timeline.of_kind("violated"))
    return any(
        not any(other.norm in others and other.at <= each.at and set(other.who) & set(each.who) for other in violated)
        for each in violated
        if each.norm == first
    )
