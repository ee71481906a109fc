"""Header that says the same thing twice

A treaty has one title, one depositary and one set of authentic languages. Where the header gives one of them twice,
one of the two is a leftover of an earlier draft, and the first is used.

Strike the one that no longer holds.

bad:
    treaty "Treaty on Border Cooperation"
      depositary Poland
      depositary Switzerland.  # error: [CK226]

    party Ukraine.
    party Poland.
    state Switzerland.
    action consult.

    The Parties shall consult every 6 months.

good:
    treaty "Treaty on Border Cooperation"
      depositary Switzerland.

    party Ukraine.
    party Poland.
    state Switzerland.
    action consult.

    The Parties shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import REPEATED_SETTING as RULE

PAGE = reported_elsewhere(RULE, __name__)
