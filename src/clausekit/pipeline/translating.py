"""A treaty and a language → the lines that a translation into it still lacks, ready to be filled in."""

from __future__ import annotations

from collections.abc import Collection

from clausekit.checks.survey import Survey
from clausekit.checks.translating import Wanted, commented, line, missing
from clausekit.model.languages import Language, code_of, languages
from clausekit.model.translations import Translation
from clausekit.model.treaty import Treaty
from clausekit.source import Source
from clausekit.syntax.nodes import TranslationNode
from clausekit.syntax.phrases_translations import translation as head_of

# Where the lines of another group begin, a blank line helps the eye.
_GROUPS: tuple[Collection[str], ...] = (
    ("title", "short", "done at"),
    ("party", "guarantor", "state", "signatory", "organ", "class", "group", "body"),
    ("zone", "term", "instrument", "rule"),
    ("action",),
    ("event", "status", "measure", "level", "unit", "phrase"),
)


class UnknownLanguageError(ValueError):
    """A language that no folder of templates is for; its message is for people."""


def language_named(written: str) -> Language:
    """An installed language by its name or code. Raises UnknownLanguageError for any other."""
    found = languages().get(code_of(written))
    if found is None:
        known = ", ".join(f"{language.name} ({code})" for code, language in languages().items())
        message = f"`{written}` is no language that clausekit drafts in; there are {known}"
        raise UnknownLanguageError(message)
    return found


def skeleton(treaty: Treaty, source: Source, language: Language) -> str:
    """The translation of a treaty as far as it is still to be written: its head, and a line for each name and text with empty quotations to be filled in.

    Behind each line, as a comment, stands what it translates, where its name does not say so. Empty where nothing is missing. `source` is the text that the
    treaty was read from.
    """
    survey = Survey(treaty, source)
    begun = next((each for each in treaty.translations if each.language == language.code), None)
    wanted = missing(survey, begun or Translation(0, 0, language.code, ()))
    if not wanted:
        return ""
    lines = [f"{head_of(TranslationNode(language.name, 0, 0))}."]
    group = _group(wanted[0])
    for each in wanted:
        if _group(each) != group:
            group = _group(each)
            lines.append("")
        original = commented(each, language)
        lines.append(f"  {line(each, language)}" + (f"  # {original}" if original else ""))
    return "\n".join(lines) + "\n"


def _group(each: Wanted) -> int:
    return next((number for number, kinds in enumerate(_GROUPS) if each.kind in kinds), len(_GROUPS))
