"""Date that does not exist

A deadline on a day that is in no calendar never comes, or comes on whichever day the reader prefers.

Write a day of the calendar, as `2027-02-28` or `28 February 2027`.

bad:
    party Ukraine.
    party Poland.
    action move tanks.

    Ukraine shall not move tanks until 2027-02-30.  # error: [CK305]

good:
    party Ukraine.
    party Poland.
    action move tanks.

    Ukraine shall not move tanks until 2027-02-28.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import IMPOSSIBLE_DATE as RULE

PAGE = reported_elsewhere(RULE, __name__)
