"""Value of another kind

A parameter says what it stands for: a group, a party, a body, a period. Another kind of thing in its place would make sentences that say nothing, or
something else than their author meant.

Declare the name as what is wanted, or give another one. Periods, numbers and dates are written out; a text stands in quotation marks.

bad:
    party Syldavia.
    party Borduria.

    use "std/consultation" with Members = Syldavia, Response Time = 48 hours and Interval = 6 months.  # error: [CK247]

good:
    party Syldavia.
    party Borduria.

    use "std/consultation" with Members = Parties, Response Time = 48 hours and Interval = 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import WRONG_KIND as RULE

PAGE = reported_elsewhere(RULE, __name__)
