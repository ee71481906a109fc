"""Quotation that is not closed

A title, a definition and every piece of prose stand in quotation marks. Where the closing mark is missing, all that
follows up to the next mark would be taken for part of the quotation, and the sentences in it would bind nobody.

Close the quotation at the end of its text, before the full stop of the sentence.

bad:
    party Ukraine.
    term Territory means "the territory of Ukraine.  # error: [CK102]

good:
    party Ukraine.
    term Territory means "the territory of Ukraine".

    integrity: text "The Territory is inviolable.".
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.syntax.rules import UNCLOSED_QUOTATION as RULE

PAGE = reported_elsewhere(RULE, __name__)
