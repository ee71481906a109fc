"""Reserved word in a name

A few words build the sentences of the language (`shall`, `if`, `by`, `to`, `and`). A name that contains one would end
in the middle of a sentence, and the rest of it would be read as something else.

Declare a shorter name, with the full one in quotation marks; the draft uses the full one.

bad:
    event attack by sea.  # error: [CK111]
    status peace until war.  # error: [CK111]

good:
    party Ukraine.
    party Poland.
    event attack at sea "an attack by sea".
    action consult.

    If attack at sea, then the Parties shall consult within 3 days.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import RESERVED_WORD_IN_NAME as RULE

PAGE = reported_elsewhere(RULE, __name__)
