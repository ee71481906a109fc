"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import Draft

Render = Callable[[Draft, Phrasebook], "str | bytes"]
Join = Callable[[Sequence[Draft], Phrasebook], "str | bytes"]


class Format(NamedTuple):
    """A format: its name on the command line, the suffix of its files, whether it is text, and what makes it.

    `render` takes the draft and the phrasebook it was made with, and returns text, or bytes where `is_text` is false. `join` does the same for drafts of one
    treaty in several languages, where the format holds them in one file; the phrasebook is that of the first. Other packages add formats through the entry
    point `clausekit.formats`, each naming a `Format`; the names of the built-in formats stay theirs.
    """

    name: str
    suffix: str
    is_text: bool
    render: Render
    join: Join | None = None
