"""Unreadable file

A clause file is plain text in UTF-8. A file that is something else (a Word document, a picture, a text in an old
encoding), that is larger than any treaty, or that cannot be opened is not read at all, because a guess at its words
could change what they mean.

Save the file as plain text in UTF-8. From Word: Save As, Plain Text, and choose Unicode (UTF-8) when asked for the
encoding.

no example: such a file holds no text that could be shown here.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import UNREADABLE_FILE as RULE

PAGE = reported_elsewhere(RULE, __name__)
