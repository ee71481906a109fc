"""Acts joined without a second modal

In `shall assist Ukraine and train officers` the second part could be another act, or another thing that the first act
is done to. A court would have to choose; so would every later reader.

For another act repeat the modal: `and shall train officers`. For several objects of one act, declare them as parties,
zones or terms, so that they are known as such.

bad:
    party Ukraine.
    party Poland.
    action assist.
    action train officers.

    Poland shall assist and train officers within 30 days of request by Ukraine.  # error: [CK221]
    Poland shall not train officers in Ukraine.

good:
    party Ukraine.
    party Poland.
    action assist.
    action train officers.

    Poland shall assist within 30 days of request by Ukraine and shall train officers within 60 days of
        request by Ukraine.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import JOINED_ACTS as RULE

PAGE = reported_elsewhere(RULE, __name__)
