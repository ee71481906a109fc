"""The reference semantics is held to a second, deliberately naive reading, on treaties and histories by chance. All 20,000 are compared by `make oracle`."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.norms import oracle_time
from tests.norms.oracle_run import case, disagreement, used

# A share of all, spread over them. Each part can be run by itself.
STEP = 40
PARTS = 10
SEEDS = range(0, 20_000, STEP)
# Cases that lie between them, of what is rare: a Party joins as the treaty ends; an act serves one occurrence, and opens another;
# a period begins as its clause is suspended.
RARE = (1_875, 11_311, 13_859, 18_103)
# What an ordinary share of the cases has to use, and has to come to, so that to agree on them says something.
USED = (
    *("norm: duty", "norm: prohibition", "norm: permission", "norm: power", "norm: exemption", "norm: commitment"),
    *("held by: each", "held by: all", "held by: any", "held by: number", "held by: sum"),
    *("time: every", "time: times", "time: not later than (an event)", "time: by (two clocks)", "guard: unless", "guard: provided that", "guard: while"),
    *("step of a ladder: ceases", "step of a ladder: is suspended", "step of a ladder: applies again"),
    *("step of a ladder", "step with its own condition", "guarantee", "notice", "precedence", "amount", "for each occurrence", "to ensure"),
    *(
        "power: suspension",
        "power: resumption",
        "power: termination",
        "power: withdrawal",
        "life: enters into force",
        "life: is renewed",
        "life: applies again",
    ),
)
OUTCOMES = (
    *("opened", "fulfilled", "violated", "cured", "discharged", "terminated", "lapsed", "used", "kept", "honoured", "not honoured"),
    *("effect", "without effect", "suspended", "resumed", "withdrawn", "ended", "extended"),
)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_two_readings_agree(part):
    for seed in SEEDS[part::PARTS]:
        made = case(seed)
        assert disagreement(made) == [], f"seed {seed}\n{made.text}"


@pytest.mark.parametrize("seed", RARE)
def test_the_two_readings_agree_on_what_is_rare(seed):
    assert disagreement(case(seed)) == []


def test_the_cases_are_about_something():
    uses, outcomes = Counter[str](), Counter[str]()
    for seed in SEEDS:
        made = case(seed)
        uses.update(used(made.code))
        outcomes.update({record.kind for record in made.timeline.records})
    assert [name for name in USED if not uses[name]] == []
    assert [name for name in OUTCOMES if not outcomes[name]] == []


@pytest.mark.parametrize("rule", ["oracle_time.runs_until", "oracle_time.has_passed"])
def test_a_rule_that_is_read_otherwise_is_found_out(rule, monkeypatch):
    read_before = getattr(oracle_time, rule.partition(".")[2])
    monkeypatch.setattr(f"tests.norms.{rule}", lambda *told: read_before(*told) + 1)
    assert any(disagreement(case(seed)) for seed in SEEDS)


def test_the_same_seed_is_the_same_case():
    assert case(7).text == case(7).text
