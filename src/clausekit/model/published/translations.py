"""What a treaty says in other languages: its names, headings and recitals, word by word where a drafter gave it."""

from __future__ import annotations

from clausekit.model.literals import TranslatedKind
from clausekit.model.published.part import Part, Text


class Form(Part):
    """One form of a translated name, or a mark of it: `genitive "України"`, `plural "militaires"`, `feminine`."""

    name: str
    """Which form, by the name that the language has for it: a case, a number, a gender."""
    text: Text = ""
    """The name in that form; empty for a mark, such as its gender."""


class Translated(Part):
    """What one name, heading, recital or sentence is in the other language: `party Russia: "la Fédération de Russie", feminine.`"""

    kind: TranslatedKind
    """What is translated: a name by the word that declares it, `unit`, `phrase` for words that nobody declared, a heading, the title, a whole sentence."""
    name: str = ""
    """Its name, designation or number, as the treaty has it; `2 of article 5` for a paragraph; empty for what the treaty has once, such as its title."""
    text: Text
    """What it is called or says in the other language. For a clause, the whole sentence, without its final full stop."""
    noun: Text = ""
    """For an action, what the same event is called as a noun; empty without one."""
    meaning: Text = ""
    """For what is defined by prose, its definition in the other language; empty without one."""
    forms: tuple[Form, ...] = ()
    """Its other forms and its marks, in the order written."""


class Translation(Part):
    """What a treaty says in one other language. The blocks of one language, in however many files, make one."""

    language: Text
    """The language, by its code in ISO 639-1 (`fr`); as written, where it has none."""
    entries: tuple[Translated, ...] = ()
    """What is translated, in the order written."""
