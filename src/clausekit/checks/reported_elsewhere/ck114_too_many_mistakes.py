"""Too many mistakes to list

A person mends a few dozen mistakes at a time. A file with more than 500 sentences that cannot be read is probably not
a clause file at all: a Word document saved as text, say, or a treaty pasted in as it was printed.

Mend the first ones and check again. To bring an existing text in, put it in quotation marks after `text` and turn it
into sentences one provision at a time.

no example: it takes more than 500 sentences that cannot be read.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import TOO_MANY_MISTAKES as RULE

PAGE = reported_elsewhere(RULE, __name__)
