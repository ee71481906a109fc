"""A language → what speaks it: English by its own rules, every other by what its folder of templates declares."""

from __future__ import annotations

from clausekit.drafting.english import English
from clausekit.drafting.grammar import Grammar
from clausekit.drafting.naming import Naming
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.texts import Texts
from clausekit.model.treaty import Treaty


def speaking(treaty: Treaty, phrases: Phrasebook) -> tuple[Grammar, Naming, Texts]:
    """The grammar, the names and the texts of a treaty in the language of `phrases`. Raises WordingError where a word list does not say what it must."""
    grammar = English(phrases)
    return grammar, Naming(treaty, phrases, grammar), Texts(treaty)
