"""Conflicts that hang on what counts at one and the same instant."""

from __future__ import annotations

import pytest

from clausekit.logic.asking import ask
from clausekit.norms.lower import lower
from tests.logic.brute import decide
from tests.norms.treaties import treaty

HEAD = "party Alba. event storm. action report. action cross. action sign. "
FORBIDS = "ban: If report by Alba, then Alba shall not cross within 2 hours. "
LATER = "ban: If report by Alba, then Alba shall not cross within 1 to 2 hours. "


def conflicts(text: str) -> set[tuple[int, ...]]:
    said = treaty(HEAD + text)
    code = lower(said)
    shown = {each.norms for each in ask("conflict", said, code)}
    assert shown == {each.core for each in decide(said, code).conflicts}
    return shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "duty: If cross by Alba, then Alba shall report within 0 hours. " + FORBIDS, {(0, 1)}, id="what must be done at once forbids what set it off"
        ),
        pytest.param("duty: If cross by Alba, then Alba shall report within 0 hours. " + LATER, set(), id="from an hour later on"),
        pytest.param("duty: If storm, then Alba shall report within 0 hours. " + FORBIDS, set(), id="a crossing in that hour was not needed"),
        pytest.param(
            "duty: If cross by Alba, then Alba shall sign within 0 hours. next: If sign by Alba, then Alba shall report within 0 hours. " + FORBIDS,
            {(0, 1, 2)},
            id="by way of another act",
        ),
    ],
)
def test_what_is_opened_at_once_counts_for_its_own_instant(text, found):
    assert conflicts(text) == found
