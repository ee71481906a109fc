"""Too many files, or too deep

Files that use files that use files can grow without end. A treaty takes in a thousand files at most, one in another twenty deep, and ten million characters.
No treaty that people made comes near that.

Use fewer files. What is said over and over can stand in one, and be used once.

no example: it takes a thousand files.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import TOO_MANY_FILES as RULE

PAGE = reported_elsewhere(RULE, __name__)
