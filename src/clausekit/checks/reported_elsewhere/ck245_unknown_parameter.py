"""Value for a parameter that is not there

A value that no parameter takes changes nothing, whatever its author had in mind. Mostly it is a misspelling, and another parameter is left without a value.

Take the names from the file that is used, or from the page of the standard library.

bad:
    party Syldavia.
    party Borduria.

    use "std/entry-into-force/by-all" with Delay = 30 days and Number = 2.  # error: [CK245]

good:
    party Syldavia.
    party Borduria.

    use "std/entry-into-force/by-number" with Delay = 30 days and Number = 2.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import UNKNOWN_PARAMETER as RULE

PAGE = reported_elsewhere(RULE, __name__)
