"""Setting that is not known

The header chooses how the whole text is drafted: its register (a treaty, or a political instrument that binds nobody
in law) and the tradition it follows. A word that is not one of the choices would leave that to chance, and whether
the text binds is no matter for chance.

Write one of the choices that the finding lists.

bad:
    treaty "Memorandum on Border Cooperation"
      register informal.  # error: [CK225]

    party Ukraine.
    party Poland.
    action consult.

    The Parties shall consult every 6 months.

good:
    treaty "Memorandum on Border Cooperation"
      register political.

    party Ukraine.
    party Poland.
    action consult.

    The Parties will consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.model.rules import UNKNOWN_SETTING as RULE

PAGE = reported_elsewhere(RULE, __name__)
