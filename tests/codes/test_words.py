"""How a text is looked through for words: whole words, beginnings of words, words in a row, and verbs where verbs stand."""

from __future__ import annotations

import pytest

from clausekit.codes.words import begins, holds


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Settle Disputes peacefully", ("disput*",), "disputes"),
        ("an armed attack", ("invasion", "attack*"), "attack"),
        ("the forces of a Party", ("force",), ""),
        ("force, or the threat of it", ("force",), "force"),
        ("come to the help of Borduria", ("to the help of",), "to the help of"),
        ("help of the Party", ("to the help of",), ""),
        ("Côte d’Ivoire", ("d’ivoire",), "d’ivoire"),
        ("", ("attack*",), ""),
    ],
)
def test_a_text_holds_words(text, wanted, found):
    assert holds(text, wanted) == found


@pytest.mark.parametrize(
    ("text", "verbs", "found"),
    [
        ("assist victim", ("assist",), "assist"),
        ("refuse to assist", ("assist",), ""),
        ("threaten or use force", ("use",), "use"),
        ("attack, invade or make war", ("invade",), "invade"),
        ("attack, invade or make war", ("make",), "make"),
        ("maintain capacity to resist attack", ("resist",), ""),
        ("come to the aid of Borduria", ("come to the aid of",), "come to the aid of"),
        ("", ("assist",), ""),
    ],
)
def test_a_text_begins_with_a_verb(text, verbs, found):
    assert begins(text, verbs) == found
