"""Nodes of translations → their words, in canonical spelling."""

from __future__ import annotations

from clausekit.syntax.hard_words import HARD
from clausekit.syntax.nodes import FormNode, TranslatedNode, TranslationNode
from clausekit.syntax.phrases import quotation
from clausekit.syntax.words import cut


def translation(node: TranslationNode) -> str:
    """The head of a translation, without a full stop; a language of several words is quoted."""
    word = cut(node.language).texts == [node.language, ""] and node.language[:1].isalpha() and node.language[-1:] != "." and node.language.lower() not in HARD
    return f"translation {node.language if word else quotation(node.language)}"


def translated_name(node: TranslatedNode) -> str:
    """What is translated, as it stands before the colon."""
    return f"{node.kind} {node.name}".rstrip()


def translated(node: TranslatedNode) -> str:
    """What something is in the other language: all that stands behind the colon."""
    noun = f" as {quotation(node.noun)}" if node.noun is not None else ""
    meaning = f" means {quotation(node.meaning)}" if node.meaning is not None else ""
    return quotation(node.text) + noun + meaning + "".join(f", {_form(each)}" for each in node.forms)


def _form(node: FormNode) -> str:
    return f"{node.name} {quotation(node.text)}" if node.text is not None else node.name
