"""Number that cannot be used

Periods and counts are whole numbers: half a day, or half a State, is not something that a court can count. A number
with more digits than anything in a treaty could have is a slip of the keyboard.

Use a smaller unit (`36 hours` instead of `1.5 days`), or mend the number.

bad:
    party Ukraine.
    party Poland.
    action move tanks.

    Ukraine shall not move tanks within 1.5 days of request by Poland.  # error: [CK306]

good:
    party Ukraine.
    party Poland.
    action move tanks.

    Ukraine shall not move tanks within 36 hours of request by Poland.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import UNUSABLE_NUMBER as RULE

PAGE = reported_elsewhere(RULE, __name__)
