"""File that uses itself

A file that uses itself, directly or by way of others, would have no end. Neither of two files that need each other is a part of the other.

Put what both need into a third file, and let both use that.

no example: it takes two files.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import CIRCULAR_USE as RULE

PAGE = reported_elsewhere(RULE, __name__)
