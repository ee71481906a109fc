"""What a treaty says in other languages → nodes: the way back of `resolve_translations`."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.model.languages import name_of
from clausekit.model.translations import Form, Translated, Translation
from clausekit.model.treaty import Treaty
from clausekit.syntax.nodes import FormNode, ItemNode, TranslatedNode, TranslationNode


def translations(treaty: Treaty) -> Iterator[ItemNode]:
    """The translations of a treaty, line by line."""
    for translation in treaty.translations:
        yield from _translation(translation)


def _translation(translation: Translation) -> Iterator[ItemNode]:
    yield TranslationNode(name_of(translation.language), 0, 0)
    for entry in translation.entries:
        yield _translated(entry)


def _translated(entry: Translated) -> TranslatedNode:
    return TranslatedNode(entry.kind, entry.name, entry.text, entry.noun or None, entry.meaning or None, tuple(map(_form, entry.forms)), 0, 0)


def _form(form: Form) -> FormNode:
    return FormNode(form.name, form.text or None, 0, 0)
