"""Events that are defined by others: however they cite one another, reading them comes to an end."""

from __future__ import annotations

from clausekit.norms.lower import lower
from tests.norms.treaties import treaty

LETTERS = "abcdefghijklmn"


def test_definitions_that_cite_one_another_in_every_way_come_to_an_end():
    following = [[LETTERS[(place + step) % len(LETTERS)] for step in (1, 2, 3)] for place in range(len(LETTERS))]
    events = [f"event ev{own} means not ev{first}, or ev{second}, or not ev{third}." for own, (first, second, third) in zip(LETTERS, following, strict=True)]
    code = lower(treaty("\n".join(["party Alba. party Brena. action pay.", *events, "duty: If eva, then Alba shall pay within 3 days."])))
    (norm,) = code.norms
    assert norm.trigger
    assert len(norm.trigger) <= 200
