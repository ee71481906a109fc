"""Declaration that is not finished

A declaration fixes what a name stands for in the whole treaty. One that gives no name, no members or no meaning fixes
nothing, and every provision that uses it stays open.

Say what is missing: a name after `party`, members after `group … means`, a definition in quotation marks after `term
… means`.

bad:
    party Ukraine.
    guarantor Poland.
    guarantor Lithuania.
    group Eastern Allies.  # error: [CK110]
    term Territory means the land of Ukraine.  # error: [CK110]

good:
    party Ukraine.
    guarantor Poland.
    guarantor Lithuania.
    action consult.
    group Eastern Allies means Poland and Lithuania.

    The Eastern Allies shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import UNFINISHED_DECLARATION as RULE

PAGE = reported_elsewhere(RULE, __name__)
