"""Act that nobody is bound to do

A bare act is an instruction to no one. Only after an opening or `failing which` may an act stand alone, because there the language itself says who owes it: the guarantors,
jointly and severally.

Name the bearer and the modal: `Each Guarantor shall consult.`

bad:
    party Ukraine.
    guarantor Poland.
    action consult.

    consult within 30 days.  # error: [CK107]

good:
    party Ukraine.
    guarantor Poland.
    action consult.

    Poland shall consult within 30 days of request by Ukraine.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import AGENTLESS_ACT as RULE

PAGE = reported_elsewhere(RULE, __name__)
