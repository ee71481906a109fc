"""Nodes of translations → their words, in canonical spelling."""

from __future__ import annotations

from clausekit.syntax.hard_words import HARD
from clausekit.syntax.nodes import FormNode, TranslatedNode, TranslationNode
from clausekit.syntax.phrases import quotation
from clausekit.syntax.words import ANNOUNCING, cut, is_plain


def translation(node: TranslationNode) -> str:
    """The head of a translation, without a full stop; a language of several words is quoted."""
    word = _is_name(node.language) and " " not in node.language
    return f"translation {node.language if word else quotation(node.language)}"


def translated_name(node: TranslatedNode) -> str:
    """What is translated, as it stands before the colon; words that are no name are quoted."""
    name = quotation(node.name) if node.kind == "phrase" and not _is_name(node.name) else node.name
    return f"{node.kind} {name}".rstrip()


def translated(node: TranslatedNode) -> str:
    """What something is in the other language: all that stands behind the colon."""
    noun = f" as {quotation(node.noun)}" if node.noun is not None else ""
    meaning = f" means {quotation(node.meaning)}" if node.meaning is not None else ""
    return quotation(node.text) + noun + meaning + "".join(f", {_form(each)}" for each in node.forms)


def _form(node: FormNode) -> str:
    return f"{node.name} {quotation(node.text)}" if node.text is not None else node.name


def _is_name(text: str) -> bool:
    """Whether a text is made of plain words that a name may hold, with single spaces."""
    words = text.split(" ")
    return cut(text).texts == [*words, ""] and all(is_plain(word) and word.lower() not in HARD for word in words) and words[-1].lower() not in ANNOUNCING
