"""The files a command line names → their texts, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable

from clausekit.cli.console import CannotRunError, Console
from clausekit.source import Source
from clausekit.source.files import STANDARD_INPUT, UnreadableFileError, files_under, source_of

Found = str | UnreadableFileError


def named_files(words: Iterable[str]) -> list[Found]:
    """What `words` name, each file once: a folder stands for every clause file in it."""
    found: dict[Found, None] = {}
    for word in words:
        found |= dict.fromkeys(files_under(word) if word != STANDARD_INPUT and os.path.isdir(word) else [word])
    return list(found)


def folder_of(found: Found) -> str | None:
    """The folder in which a file stands, as the user named it; None for standard input, which stands in none."""
    return None if found == STANDARD_INPUT or isinstance(found, UnreadableFileError) else os.path.dirname(found)


def libraries_in(words: Iterable[str]) -> tuple[str, ...]:
    """The folders of `--library`. Raises CannotRunError for one that is not there."""
    folders = tuple(words)
    for folder in folders:
        if not os.path.isdir(folder):
            message = f"{folder}: there is no such folder to use files from"
            raise CannotRunError(message)
    return folders


def text_of(found: Found, console: Console) -> Source:
    """The text of a file. Raises UnreadableFileError for one that cannot be read, or that vanished since it was listed."""
    if isinstance(found, UnreadableFileError):
        raise found
    return console.read() if found == STANDARD_INPUT else source_of(found)
