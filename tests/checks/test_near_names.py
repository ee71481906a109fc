"""Which declared name a drafter probably meant: slips of the keyboard are found, other words are not suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.model.names import NearNames, edits, key

DECLARED = [
    "Syldavia", "Iraq", "Türkiye", "European Allies", "Joint Commission", "Line of Contact", "Southern Zone", "western border", "deploy forces",
    "armed attack", "ceasefire", "water level", "ratification", "Party", "adopt",
    "denunciation",
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Syldavja", "Syldavia"),  # a letter changed
        ("Sydlavia", "Syldavia"),  # two letters swapped
        ("Syldvia", "Syldavia"),  # a letter dropped
        ("Turkiye", "Türkiye"),
        ("the Lien of Contact", "Line of Contact"),
        ("Joint Comission", "Joint Commission"),
        ("European Ally", "European Allies"),
        ("deploy force", "deploy forces"),
        ("cease-fire", "ceasefire"),
        ("cease fire", "ceasefire"),
        ("watr level", "water level"),
        ("ratificaton", "ratification"),
        ("armd atack", "armed attack"),  # a slip in each word
        ("Parties", "Party"),
    ],
)
def test_a_slip_is_found(written, meant):
    assert NearNames(DECLARED).nearest(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "Iran",  # one letter of a short word makes another word
        "adapt",
        "renunciation",
        "Northern Zone",
        "eastern border",
        "employ forces",
        "attack",  # part of a name is no misspelling of it
        "notification",  # two letters from `ratification`
        "the armed attack",  # the name itself
        "x" * 100_000,
        "",
    ],
)
def test_another_word_is_not_suggested(written):
    assert NearNames(DECLARED).nearest(written) is None


def test_the_nearest_of_several_is_suggested():
    assert NearNames(["security zones", "security zone"]).nearest("securty zone") == "security zone"


def test_ten_thousand_names_are_no_search():
    near = NearNames(f"name{at:05}" for at in range(10_000))
    assert near.nearest("name0000x") == "name00000"
    assert [near.nearest(f"other{at:04}") for at in range(10_000)] == [None] * 10_000


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 3))
def test_edits_are_the_same_both_ways_and_bounded(one, other, most):
    count = edits(one, other, most)
    assert count == edits(other, one, most)
    assert (count == 0) == (one == other)
    assert count is None or abs(len(one) - len(other)) <= count <= most


@given(st.text("abcde", min_size=2, max_size=8), st.data())
def test_one_slip_is_one_edit(word, data):
    at = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for slipped in (word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word[:at] + "x" + word[at + 1 :], swapped):
        assert edits(word, slipped, 1) == (0 if word == slipped else 1)


@given(st.lists(st.sampled_from(["the", "a", "Line", "of", "CONTACT", "x"]), min_size=1, max_size=5))
def test_keys_are_settled(words):
    assert key(key(" ".join(words))) == key("  ".join(words).upper())
