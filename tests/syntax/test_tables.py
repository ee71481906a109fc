"""The tables as they are stored: whole or not used, and what a glance at the next word may tell of a lookahead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit import resources
from clausekit.syntax import tables
from clausekit.syntax.lark_tables import beginnings
from clausekit.syntax.machine import begins
from clausekit.syntax.words import cut

STORED = tables.load()
SEEN = {seen: ways for word in STORED.words for _, _, seen, ways in STORED.group(word) if ways}


def inside(lookahead: str) -> str:
    """What a lookahead sees, as a pattern of its own."""
    return re.sub(r"^(?:\(\?i:)?\(\?=(.*?)\)+$", r"\1", lookahead) if lookahead.startswith("(?i:") else lookahead.removeprefix("(?=").removesuffix(")")


def test_most_lookaheads_are_known_by_the_next_word():
    assert len(SEEN) > 20
    assert all(beginnings(seen) == ways for seen, ways in SEEN.items())


@pytest.mark.parametrize("seen", sorted(SEEN))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_whatever_a_lookahead_sees_begins_as_was_found(seen, data):
    text = data.draw(st.from_regex(re.compile(inside(seen), re.IGNORECASE)))
    if (found := re.compile(seen, re.IGNORECASE).match(text)) is not None and found.end() == 0:
        assert begins(cut(text).lowered[0], SEEN[seen])


@pytest.mark.parametrize(
    ("lookahead", "ways"),
    [
        (r"(?=\s+for\b)", {"fo"}),
        (r"(?=\s+(?:\d+|a|an)\s)", {*"0123456789", "a", "an"}),
        (r"(?=\s+(?:not\s+)?(?:more|less))", {"no", "mo", "le"}),
        (r"(?=\s*[\"“])", {'"', "“"}),
        (r"(?=\s+a{1,3}b)", set()),
        (r"(?=\s+(?:x|\w+))", set()),
        (r"(?=(?!\s+for))", set()),
        (r"(?=\s)", set()),
        ("LIMB", set()),
    ],
)
def test_what_the_next_word_must_begin_with(lookahead, ways):
    assert beginnings(lookahead) == ways


def test_letters_that_only_look_like_others_are_left_to_the_pattern():
    assert begins("\u017fix", frozenset({"si"}))


def text() -> str:
    return (resources.folder("grammars") / tables.FILE_NAME).read_text(encoding="utf-8")


def test_tables_that_are_cut_short_are_not_used():
    with pytest.raises(ValueError, match="cut short"):
        tables.Tables(text()[:-20])


@pytest.mark.parametrize("kept", ["", "nonsense", "stale"])
def test_tables_that_cannot_be_used_are_made_anew(tmp_path, kept):
    for each in resources.folder("grammars").glob("*.lark"):
        (tmp_path / each.name).write_bytes(each.read_bytes())
    path = tmp_path / tables.FILE_NAME
    if kept:
        path.write_text(text().replace("0", "1", 1) if kept == "stale" else kept, encoding="utf-8")
    assert tables.load(tmp_path).fingerprint == STORED.fingerprint
    assert path.read_text(encoding="utf-8").startswith(STORED.fingerprint)
