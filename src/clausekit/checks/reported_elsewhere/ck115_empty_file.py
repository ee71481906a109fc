"""File without a sentence

A treaty begins with its first sentence. A file that is empty, or that holds nothing but comments, has nothing in it to check or to draft; most often the
wrong file was named, or it was never saved.

One sentence is enough to begin with. `clausekit new` writes a commented file to start from.

bad:
    # The text will follow.  # error: [CK115]

good:
    # A beginning.
    party Ukraine.
    party Poland.
    action consult.

    talks: The Parties shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import EMPTY_FILE as RULE

PAGE = reported_elsewhere(RULE, __name__)
