"""Misspelt place, person, instrument or rule

Whom a duty is owed to, where it is to be performed, and by which rule a body decides, settles whether it has been done. A name in a role (`to`, `from`, `in`,
`against`), the name of another treaty, or of a rule, that differs by a letter from a declared one points at nothing that the treaty knows.

Correct the name, or declare what it names if it is meant to be a new one.

bad:
    party Ukraine.
    party Moldova.
    zone Security Strip means "the strip set out in Annex A".
    action withdraw artillery.

    pullback: Ukraine shall withdraw artillery from the Security Stirp by 2027-03-01.  # error: [CK204]
    no return: Moldova shall not withdraw artillery from the Security Strip.

good:
    party Ukraine.
    party Moldova.
    zone Security Strip means "the strip set out in Annex A".
    action withdraw artillery.

    pullback: Ukraine shall withdraw artillery from the Security Strip by 2027-03-01.
    no return: Moldova shall not withdraw artillery from the Security Strip.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import misspelt
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK204", "unknown-place", Severity.ERROR)


@check(RULE)
def unknown_place(survey: Survey) -> Iterator[Diagnostic]:
    """What fills a role, cites another treaty or names a rule, and resembles a declared name."""
    yield from misspelt(survey, RULE, "place", "no zone, term or party has this name")
    yield from misspelt(survey, RULE, "instrument", "no instrument has this name")
    yield from misspelt(survey, RULE, "rule", "no rule has this name")
    yield from misspelt(survey, RULE, "term", "nothing has this name")
