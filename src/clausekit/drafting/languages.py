"""A language → what speaks it: English by its own rules, every other by what its folder of templates declares."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.drafting.declared import Declared
from clausekit.drafting.english import English
from clausekit.drafting.english_naming import EnglishNaming
from clausekit.drafting.grammar import Grammar
from clausekit.drafting.lexicon import Lexicon
from clausekit.drafting.naming import Naming
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.texts import Texts
from clausekit.drafting.translated import TranslatedNaming, TranslatedTexts
from clausekit.model.treaty import Treaty


class Speech(NamedTuple):
    """What speaks of one treaty in one language. There is a lexicon where the language is not that of the clause file."""

    grammar: Grammar
    naming: Naming
    texts: Texts
    lexicon: Lexicon | None


def speaking(treaty: Treaty, phrases: Phrasebook) -> Speech:
    """The grammar, the names and the texts of a treaty in the language of `phrases`. Raises WordingError where a word list does not say what it must."""
    if phrases.cases:
        lexicon = Lexicon(treaty, phrases)
        declared = Declared(phrases, lexicon)
        return Speech(declared, TranslatedNaming(treaty, phrases, declared, lexicon), TranslatedTexts(treaty, phrases, lexicon), lexicon)
    grammar = English(phrases)
    return Speech(grammar, EnglishNaming(treaty, phrases, grammar), Texts(treaty), None)
