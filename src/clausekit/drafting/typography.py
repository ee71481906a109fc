"""The marks of a language in a finished document: which of them stand behind a space that does not break, and what is written otherwise.

French has one before `; : ! ?` and inside « » (Lexique des règles typographiques en usage à l’Imprimerie nationale).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from clausekit.drafting.tree import AGAIN, Draft

_NOT_TEXT = frozenset({"language", "kind", "id", "treaty", "level", "number", "mark", "layout", "notes", "pictures"})


def set_in_type(document: Draft, marks: Mapping[str, str]) -> Draft:
    """The document with the marks of its language: `kept_before` and `kept_after` are those with a space that does not break, `[replaced]` the others."""
    before, after = re.escape(marks.get("kept_before", "")), re.escape(marks.get("kept_after", ""))
    rules: list[tuple[re.Pattern[str], str]] = []
    if before:
        # Not within `12:30`: there a figure stands close behind.
        rules.append((re.compile(rf"(?<=[^\s\u00a0{after}])[ \u00a0]?([{before}])(?=[\s\u00a0.,;)\]\ue000-\ue002»]|$)"), "\u00a0\\1"))
    if after:
        rules.append((re.compile(rf"([{after}])[ \u00a0]?"), "\\1\u00a0"))
    rules.append((re.compile(",(?=[,.;:])"), ""))
    rules += [(re.compile(re.escape(written)), meant) for written, meant in marks.items() if not written.startswith("kept_")]

    def typeset(text: str) -> str:
        said = str(text).replace(AGAIN, "")
        for pattern, becomes in rules:
            said = pattern.sub(becomes, said)
        return said

    typeset_document: Draft = _each(document, typeset)
    return typeset_document


def _each(part: Any, change: Callable[[str], str]) -> Any:
    if isinstance(part, str):
        return change(part)
    if isinstance(part, dict):
        return {name: change(text) for name, text in part.items()}
    if hasattr(part, "_fields"):
        return part._replace(**{name: _each(getattr(part, name), change) for name in part._fields if name not in _NOT_TEXT})
    return tuple(_each(each, change) for each in part) if isinstance(part, tuple) else part
