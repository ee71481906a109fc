"""What the treaty says in other languages, line by line."""

from __future__ import annotations

from clausekit.named_tuples import NamedTuple


class TranslationNode(NamedTuple):
    """`translation French`: what stands behind it, up to the next heading, scenario or translation, says the treaty in that language."""

    language: str
    start: int
    end: int


class FormNode(NamedTuple):
    """`genitive "України"`, or a mark of a name such as `feminine`, which has no text."""

    name: str
    text: str | None
    start: int
    end: int


class TranslatedNode(NamedTuple):
    """`party Russia: "la Fédération de Russie", feminine`: a name, heading, recital or sentence in another language.

    `kind` is the word that declares it, or what it is: title, short, done at, phrase, recital, clause, paragraph. `name` is empty where a treaty has one only;
    that of a paragraph is `2 of article 5`.
    """

    kind: str
    name: str
    text: str
    noun: str | None
    meaning: str | None
    forms: tuple[FormNode, ...]
    start: int
    end: int
