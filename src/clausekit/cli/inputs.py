"""The files a command line names → their texts, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable

from clausekit.cli.console import Console
from clausekit.source import Source
from clausekit.source.files import STANDARD_INPUT, UnreadableFileError, files_under, source_of

Found = str | UnreadableFileError


def named_files(words: Iterable[str]) -> list[Found]:
    """What `words` name, each file once: a folder stands for every clause file in it."""
    found: dict[Found, None] = {}
    for word in words:
        found |= dict.fromkeys(files_under(word) if word != STANDARD_INPUT and os.path.isdir(word) else [word])
    return list(found)


def text_of(found: Found, console: Console) -> Source:
    """The text of a file. Raises UnreadableFileError for one that cannot be read, or that vanished since it was listed."""
    if isinstance(found, UnreadableFileError):
        raise found
    return console.read() if found == STANDARD_INPUT else source_of(found)
