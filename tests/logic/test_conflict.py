"""Conflicts that hang on what counts at one and the same instant, and on what the world is like then."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clausekit.logic.answers import Witness
from clausekit.logic.asking import ask
from clausekit.logic.coming_about import unseen
from clausekit.logic.index import becoming
from clausekit.logic.past import Past
from clausekit.logic.related import Related
from clausekit.logic.theory import Theory
from clausekit.norms.history import Change, Happening
from clausekit.norms.lower import lower
from tests.logic.brute import decide
from tests.norms.treaties import treaty

HEAD = "party Alba. event storm. action report. action cross. action sign. "
FORBIDS = "ban: If report by Alba, then Alba shall not cross within 2 hours. "
HUNDRED = 100
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


def test_a_state_of_affairs_that_the_world_is_in_has_come_about():
    """What opens a norm by being so is thought of also where only something else asked what the world is like."""
    said = treaty(
        "party Brena. action cross. measure arms in pieces. answer: If cross by Brena, then Brena shall cross within 2 hours. "
        "calm: If arms exceed 100, then Brena shall not cross, notwithstanding clause answer. ban: Brena shall not cross."
    )
    theory = Theory(lower(said), said)
    answer, calm, _ = theory.code.norms
    past = Past(theory, answer, Related(theory.index, "Brena"), strict=False)
    begins, start = theory.begins, past.inquiry.course.start
    assert past.find() == "history"
    history = (Change(begins, "arms", value=Decimal(101)), Happening(begins + 1, "cross", {"by": ("Brena",)}))
    assert unseen(theory.code, Witness(history, begins, begins + 1, begins + 3), past.facts().happened) == [calm]

    past.solver.require(past.inquiry.conditions.met(calm.trigger, {}, start))
    assert past.find() == "history"
    assert not any(each.happens for each in past.facts().slots if each.slot.event.name == becoming(calm, 0))
    assert past.settle([calm])
    assert past.find() == "history"
    assert [each.at for each in past.facts().slots if each.happens and each.slot.event.name == becoming(calm, 0)] == [0]
    assert not past.settle([calm])


def test_no_collision_is_seen_where_a_state_of_affairs_opens_what_allows_the_act():
    """Both rules of what may be done come about together; only when the time of the one that prevails is over do the other two collide."""
    said = treaty(
        "party Alba. action report. measure arms in pieces. some: If arms exceed 100, then Alba may report. ban: Alba shall not report. "
        "allow: While arms exceed 100, Alba may report within 1 hour, notwithstanding clause ban."
    )
    (found,) = ask("collision", said, lower(said))
    assert (found.status, found.norms) == ("shown", (0, 1))
    assert found.witness is not None
    came_about = [each.at for each in found.witness.entries if isinstance(each, Change) and each.value is not None and each.value > HUNDRED]
    assert found.witness.at > came_about[0] + 1
