"""Deadline after a condition

A deadline that follows a condition could belong to either. `Poland shall consult unless waiver by Ukraine within 30
days` may give Poland thirty days to consult, or Ukraine thirty days to waive, and the two are different treaties.

Put the deadline of the act before the condition. A window for the event belongs in an opening: `if waiver by Ukraine
within 30 days, …`.

bad:
    party Ukraine.
    party Poland.
    action consult.

    Poland shall consult unless waiver by Ukraine within 30 days.  # error: [CK109]

good:
    party Ukraine.
    party Poland.
    action consult.

    Poland shall consult within 30 days of request by Ukraine, unless waiver by Ukraine.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import MISPLACED_DEADLINE as RULE

PAGE = reported_elsewhere(RULE, __name__)
