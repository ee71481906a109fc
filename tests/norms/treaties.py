"""Treaties for the tests of their meaning, read without the checks."""

from __future__ import annotations

from clausekit.model.resolve import resolve
from clausekit.model.treaty import Treaty
from clausekit.source import Source
from clausekit.syntax.parser import parse


def treaty(text: str) -> Treaty:
    """The treaty that a text says; every sentence of it must be readable."""
    document, found = parse(Source(text))
    assert [finding.message for finding in found] == []
    made, found = resolve(document)
    assert [finding.message for finding in found] == []
    return made
