"""Tokens as written → as nodes keep them."""

from __future__ import annotations

import re

from clausekit.syntax.nodes import Token

# Spaces that do not break (Word's, and those before French punctuation) belong to the text; the white space of layout does not.
_LAYOUT = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")


def quoted(text: Token) -> str:
    """What stands between quotation marks: doubled marks made single, white space made single."""
    inner = text.text[1:-1]
    if text.text[0] == '"':
        inner = inner.replace('""', '"')
    return single_spaced(inner)


def single_spaced(text: str) -> str:
    """The text as it is kept: without white space at its ends, and with a single space wherever there is any."""
    return _LAYOUT.sub(" ", text).strip(" ")


def quoted_or_none(text: Token | None) -> str | None:
    """As `quoted`, for a quotation that may be left out."""
    return None if text is None else quoted(text)
