"""Parameter that nothing draws on

A parameter asks whoever uses the file for a decision. When nothing in the file depends on the answer, the decision is asked for in vain; or the name of the
parameter is misspelt where it was meant.

Strike it, or write its name where its value belongs. Names inside quotation marks are not replaced.

bad:
    parameter Members: group.
    parameter Interval: period.  # warning: [CK246]
    action meet as "meeting".

    article meetings "Meetings"
      meetings: The Members shall meet every 6 months.

good:
    party Syldavia.
    party Borduria.
    action meet as "meeting".

    article meetings "Meetings"
      meetings: The Parties shall meet every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import UNUSED_PARAMETER as RULE

PAGE = reported_elsewhere(RULE, __name__)
