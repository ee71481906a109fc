"""Used file that cannot be read

A file that is to be used has to be a clause file: plain text in UTF-8, not larger than any treaty, and open to whoever reads the treaty. Otherwise a part of
the treaty is missing.

Save it as plain text, ask for permission to read it, or use another file.

no example: such a file holds no text that could be shown here.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import UNREADABLE_USED_FILE as RULE

PAGE = reported_elsewhere(RULE, __name__)
