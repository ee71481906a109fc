"""Parameter without a value

What a file leaves open, the one who uses it has to settle: who the members are, how long they have. A value that nobody gave would be an invention.

Give each parameter a value behind `with`.

bad:
    party Syldavia.
    party Borduria.

    use "std/consultation" with Members = Parties and Interval = 6 months.  # error: [CK244]

good:
    party Syldavia.
    party Borduria.

    use "std/consultation" with Members = Parties, Response Time = 48 hours and Interval = 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import MISSING_PARAMETER as RULE

PAGE = reported_elsewhere(RULE, __name__)
