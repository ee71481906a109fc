"""Character that means nothing

The language is made of words, numbers and the punctuation of ordinary prose. A character with no meaning in it (`&`,
`%`, `/`, a lone bracket) leaves open what the drafter meant by it, so the sentence is not read.

Write the word for it (`and`, `percent`, `or`), or put the text it belongs to in quotation marks.

bad:
    party Ukraine.
    party Moldova.
    action consult.

    talks: Ukraine & Moldova shall consult every 6 months.  # error: [CK103]

good:
    party Ukraine.
    party Moldova.
    action consult.

    talks: Ukraine and Moldova shall consult every 6 months.
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import STRAY_CHARACTER as RULE

PAGE = reported_elsewhere(RULE, __name__)
