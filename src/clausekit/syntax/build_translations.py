"""Grammar rules → nodes: translations. One function a rule or alias of `clause.lark`, as in `build_actors`."""

from __future__ import annotations

from clausekit.syntax.nodes import FormNode, Name, ReferenceNode, Token, TranslatedNode, TranslationNode
from clausekit.syntax.spelling import quoted, quoted_or_none

_ONCE = frozenset({"title", "short", "done at"})


def translation(start: int, end: int, _: Token, language: Token) -> TranslationNode:
    return TranslationNode(quoted(language) if language.type == "STRING" else language.text, start, end)


def form(start: int, end: int, named: Name, text: Token | None) -> FormNode:
    return FormNode(named.text.lower(), quoted_or_none(text), start, end)


def rendering(start: int, end: int, text: Token, noun: Token | None, meaning: Token | None, *forms: FormNode) -> TranslatedNode:
    return TranslatedNode("", "", quoted(text), quoted_or_none(noun), quoted_or_none(meaning), forms, start, end)


def translated(start: int, end: int, named: Token, said: TranslatedNode) -> TranslatedNode:
    whole = " ".join(named.text.split())
    if whole.lower() in _ONCE:
        return said._replace(kind=whole.lower(), start=start, end=end)
    kind, _, name = whole.partition(" ")
    return said._replace(kind=kind.lower(), name=name, start=start, end=end)


def translated_heading(start: int, end: int, kind: Token, designation: Name, said: TranslatedNode) -> TranslatedNode:
    return said._replace(kind=kind.text.lower(), name=designation.text, start=start, end=end)


def translated_paragraph(start: int, end: int, number: Token, within: ReferenceNode | None, said: TranslatedNode) -> TranslatedNode:
    name = number.text
    if within is not None:
        marks = "".join(f"({mark})" for mark in (within.paragraph, within.point) if mark)
        of = f" of {within.instrument.text}" if within.instrument else ""
        name += f" of {within.kind} {within.designation}{marks}{of}".rstrip()
    return said._replace(kind="paragraph", name=name, start=start, end=end)


def translated_phrase(start: int, end: int, _: Token, phrase: Token, said: TranslatedNode) -> TranslatedNode:
    return said._replace(kind="phrase", name=quoted(phrase), start=start, end=end)


def translated_recital(start: int, end: int, number: Token, said: TranslatedNode) -> TranslatedNode:
    return said._replace(kind="recital", name=number.text, start=start, end=end)
