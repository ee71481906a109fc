"""Articles put among the sentences of an Article

A used file stands where its `use` sentence stands. One that brings Articles of its own ends the Article it is put into; a sentence behind it would become part
of the last of the new Articles, where nobody looks for it.

Use such a file before a heading, or at the end. A file of sentences without headings can stand anywhere: they become paragraphs of the Article around them.

bad:
    party Syldavia.
    party Borduria.
    action report as "report".

    article cooperation "Cooperation"
      use "std/entry-into-force/on-signature".  # error: [CK250]
      reports: The Parties shall report every year.

good:
    party Syldavia.
    party Borduria.
    action report as "report".

    article cooperation "Cooperation"
      reports: The Parties shall report every year.
      use "std/entry-into-force/on-signature".
"""

from __future__ import annotations

from clausekit.checks.registry import reported_elsewhere
from clausekit.modules.rules import ARTICLES_AMONG_SENTENCES as RULE

PAGE = reported_elsewhere(RULE, __name__)
