"""What every short history says of small treaties: held to the reference semantics, and asked for often enough that each question has both answers."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest

from clausekit.norms.lower import lower
from tests.logic import generate
from tests.logic.brute import Found, decide
from tests.logic.letters import UnreadTreatyError
from tests.logic.tables import START, Tables
from tests.norms.treaties import treaty

PARTS, SIZE = 8, 60


@cache
def found(seed: int) -> Found | None:
    """What is found of a treaty by chance; None for one that is too large."""
    made = generate.treaty(seed)
    said = treaty(made.text)
    try:
        return decide(said, lower(said), step=made.step)
    except UnreadTreatyError:
        return None


def known(part: int) -> list[tuple[int, Found]]:
    """The treaties of a part that are not too large."""
    return [(seed, each) for seed in range(part * SIZE, part * SIZE + SIZE) if (each := found(seed)) is not None]


def hold(tables: Tables, history: int, seed: int) -> tuple[set[tuple[int, str, int]], set[tuple[int, str, int]]]:
    """What is opened and violated in a history: the tables and play must agree."""
    played = tables.played(history)
    assert tables.said(history) == played, (generate.treaty(seed).text, tables.history(history))
    return played


@pytest.mark.parametrize("part", range(PARTS))
def test_tables_say_of_histories_by_chance_what_play_says(part):
    for seed, each in known(part):
        rng, tables = Random(seed), each.tables
        for _ in range(3):
            hold(tables, rng.getrandbits(tables.bits) & rng.choice((tables.whole, rng.getrandbits(tables.bits))), seed)


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_found_is_so_when_its_history_is_played(part):
    for seed, each in known(part):
        code = each.tables.code
        for norm, history in each.opened.items():
            assert norm in {number for number, _, _ in hold(each.tables, history, seed)[0]}
        for provision, history in each.needed.items():
            violated = hold(each.tables, history, seed)[1]
            own = [(name, at) for norm, name, at in violated if code.norms[norm].provision == provision]
            others = [(name, at) for norm, name, at in violated if code.norms[norm].provision != provision]
            assert any(all(other != name or late > at for other, late in others) for name, at in own)
        for (permission, prohibition, name), history in each.collisions.items():
            opened = {(norm, who) for norm, who, _ in hold(each.tables, history, seed)[0]}
            assert {(permission, name), (prohibition, name)} <= opened
        for history in each.possible.values():
            assert not hold(each.tables, history, seed)[1]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_continuation_by_chance_leads_out_of_a_conflict(part):
    for seed, each in known(part):
        rng, tables, width = Random(seed), each.tables, len(each.tables.letters)
        for conflict in each.conflicts:
            events = sum(1 << number for number, letter in enumerate(tables.letters) if letter.kind == "event")
            for _ in range(4):
                until = conflict.history & ((1 << width * (conflict.hour + 1)) - 1)
                also = (rng.getrandbits(width) & rng.getrandbits(width) & events) << width * conflict.hour
                later = rng.getrandbits(tables.bits) >> width * (conflict.hour + 1) << width * (conflict.hour + 1)
                violated = hold(tables, until | also | later, seed)[1]
                assert any(norm in conflict.core and name == conflict.party and at >= conflict.hour for norm, name, at in violated)


def test_each_question_has_both_answers():
    every = [each for part in range(PARTS) for _, each in known(part)]
    assert len(every) > 0.8 * PARTS * SIZE
    counts = Counter(
        name
        for each in every
        for name in ("never_opened", "conflicts", "collisions", "redundant", "nobody", "refuted", "possible")
        if getattr(each, name)
    )  # fmt: skip
    shares = {name: counts[name] / len(every) for name in ("never_opened", "conflicts", "collisions", "redundant", "refuted", "possible")}
    assert all(0.04 < share < 0.45 for share in shares.values()), shares
    assert counts["nobody"] > 0


# ---------------------------------------------------------------- by hand


def of(text: str) -> Found:
    said = treaty(text)
    return decide(said, lower(said))


HEAD = "party Alba. party Brena. event alarm. event storm. action report. status truce.\n"


def test_a_duty_and_a_prohibition_clash_whatever_is_done():
    conflict = of(HEAD + "a: If alarm, then Alba shall report within 2 hours. b: If storm, then Alba shall not report within 4 hours.").conflicts
    assert {(each.party, each.core) for each in conflict} == {("Alba", (0, 1))}
    assert all(each.clean for each in conflict)


def test_whoever_can_perform_at_once_is_in_no_conflict():
    assert not of(HEAD + "a: If alarm, then Alba shall report within 0 hours.").conflicts


def test_what_happens_again_can_clash_with_what_happened_before():
    again = of(HEAD + "a: If alarm, then Alba shall report within 0 hours. b: If alarm, then Alba shall not report within 1 to 2 hours.").conflicts
    assert [each.core for each in again] == [(0, 1)]


def test_a_permission_that_prevails_ends_the_conflict_if_it_is_sure_to_be_there():
    clash = HEAD + "a: If alarm, then Alba shall report within 0 hours. b: Alba shall not report."
    assert of(clash).conflicts
    assert not of(clash + " c: Alba may report, notwithstanding clause b.").conflicts


def test_a_longer_deadline_for_the_same_is_redundant():
    both = of(HEAD + "a: If alarm, then Alba shall report within 1 hour. b: If alarm, then Alba shall report within 2 hours.")
    assert both.redundant == {1}
    assert set(both.needed) == {0}


def test_a_permission_and_a_prohibition_collide_unless_one_prevails():
    collide = HEAD + "a: Alba shall not report. b: If alarm, then Alba may report"
    assert set(of(collide + ".").collisions) == {(1, 0, "Alba")}
    assert not of(collide + ", notwithstanding clause a.").collisions


def test_expectations_are_refuted_by_histories_in_which_those_comply_who_must():
    made = of(
        HEAD + "a: Alba shall not report. b: If alarm, then Brena shall report within 1 hour.\n"
        'expect "1": never report by Alba. expect "2": never report by Brena. expect "3": possible that report by Alba. '
        'expect "4": if alarm, then Brena shall report within 1 hour. expect "5": if alarm, then Brena shall report within 0 hours.'
    )
    assert set(made.refuted) == {1, 4}
    assert not made.possible


def test_a_history_begins_with_entry_into_force():
    assert of(HEAD + "a: If alarm, then Alba shall report within 1 hour.").tables.history(1)[0].at == START
