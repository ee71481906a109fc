"""Heading without a number or a name

An article, a part or an annex is cited by its number or its name. A heading with neither cannot be cited, and the
sentence behind it may be taken for its title.

Give a number and a title (`article 5 "Collective response"`), or a name by which it is numbered from its place
(`article response "Collective response"`).

bad:
    party Ukraine.
    party Poland.
    action consult.

    article "Consultations"  # error: [CK113]

good:
    party Ukraine.
    party Poland.
    action consult.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import UNFINISHED_HEADING as RULE

PAGE = reported_elsewhere(RULE, __name__)
