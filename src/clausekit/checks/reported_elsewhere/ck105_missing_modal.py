"""Sentence without a modal

The modal says whether an act is owed (`shall`), allowed (`may`), forbidden (`shall not`) or only intended (`will`). A
sentence with a bearer and no modal reads as a statement of fact: nobody can say whether `the Parties agree to
consult` was broken, or by whom.

Put a modal after the bearer: `The Parties shall consult`. What binds nobody belongs in the preamble, or in a `text
"…".`

bad:
    party Ukraine.
    party Poland.
    action consult.

    The Parties agree to consult every 6 months.  # error: [CK105]
    Each Party within 30 days.  # error: [CK105]

good:
    party Ukraine.
    party Poland.
    action consult.

    The Parties shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import MISSING_MODAL as RULE

PAGE = reported_elsewhere(RULE, __name__)
