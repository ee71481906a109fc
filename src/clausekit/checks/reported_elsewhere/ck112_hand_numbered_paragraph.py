"""Paragraph numbered by hand

The sentences of an article are its numbered paragraphs, and a draft numbers them anew each time one is added or
struck. A number written by hand would be wrong at the first amendment, and every reference to it with it.

Leave the number out. A sentence that is cited elsewhere gets a label (`notice: Each Party shall …`), and is cited by
it: `clause notice`.

bad:
    party Ukraine.
    party Poland.
    action consult.

    article 1 "Consultations"
    1. The Parties shall consult every 6 months.  # error: [CK112]

good:
    party Ukraine.
    party Poland.
    action consult.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import HAND_NUMBERED_PARAGRAPH as RULE

PAGE = reported_elsewhere(RULE, __name__)
