"""Events joined as if they were actors

`breach by Russia and request by Ukraine` reads, word by word, as a breach by two actors, the second of them called
`request`. Whether both events must happen, or one event with two authors, decides when a duty begins.

Join events with `and if` or `or if`. For one event with two authors, write its preposition once.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action consult.
    event armed attack.

    If armed attack by Russia and request by Ukraine, then Poland shall consult within 3 days.  # error: [CK222]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action consult.
    event armed attack.

    If armed attack by Russia and if request by Ukraine, then Poland shall consult within 3 days.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import JOINED_EVENTS as RULE

PAGE = reported_elsewhere(RULE, __name__)
