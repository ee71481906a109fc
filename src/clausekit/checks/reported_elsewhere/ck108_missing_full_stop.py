"""Sentence that is not ended

A full stop ends a sentence; the end of a line does not, because layout means nothing in a treaty. Without it two
sentences run into one, and the deadline of the first could be read as the beginning of the second.

Put a full stop at the end of the line before. It may be left out only before a heading and at the end of the file.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    talks: The Parties shall consult every 6 months
    news: Ukraine shall report within 60 days of request by Poland.  # error: [CK108]

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.

    talks: The Parties shall consult every 6 months.
    news: Ukraine shall report within 60 days of request by Poland.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import MISSING_FULL_STOP as RULE

PAGE = reported_elsewhere(RULE, __name__)
