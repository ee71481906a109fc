"""Parameter given or declared twice

Two values for one parameter cannot both hold, and which of them was meant is not for a program to guess.

Strike one of them.

bad:
    party Syldavia.
    party Borduria.

    use "std/entry-into-force/by-all" with Delay = 30 days and Delay = 60 days.  # error: [CK252]

good:
    party Syldavia.
    party Borduria.

    use "std/entry-into-force/by-all" with Delay = 30 days.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import PARAMETER_TWICE as RULE

PAGE = reported_elsewhere(RULE, __name__)
