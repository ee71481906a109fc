"""Check that could not be made

This is a mistake of clausekit, or of a package that adds checks to it, and not of the text. The check named in the
finding failed on this treaty, so nothing is known about what it looks for; all the others were made.

Please report it, with the file if it may be shared. Until it is mended, leave the check out with `--ignore`.

no example: it shows a mistake of clausekit, none of a text.
"""

from __future__ import annotations

from clausekit.checks.engine import FAILED_CHECK as RULE
from clausekit.checks.registry import reported_elsewhere

PAGE = reported_elsewhere(RULE, __name__)
