"""Norm hidden in a text

A definition says what a word means. One that says what somebody shall do is a duty in a place where nobody looks for
duties, without a bearer that can be checked, a deadline, or an answer to its breach. Display text is worse: `action
deploy forces "shall deploy forces"` would be drafted as `shall shall deploy`.

Keep the definition to the meaning, and write the duty as a sentence of its own. Prose that speaks of duties is only
worth knowing of: no check looks at it.

bad:
    party Ukraine.
    party Moldova.
    zone Security Strip means "the strip set out in Annex A, where no Party shall station tanks".  # warning: [CK511]
    action build roads.

    no roads: No Party shall build roads in the Security Strip.

good:
    party Ukraine.
    party Moldova.
    zone Security Strip means "the strip set out in Annex A".
    action build roads.
    action station tanks.

    no roads: No Party shall build roads in the Security Strip.
    no tanks: No Party shall station tanks in the Security Strip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.texts import wordings
from clausekit.checks.wording import found_in
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report

RULE = Rule("CK511", "hidden-norm", Severity.WARNING)
_NORM = re.compile(r"\b(?:shall|must|undertakes? to|may not)\b", re.IGNORECASE)
_WHAT = {"definition": "a definition", "display": "a display text", "prose": "prose"}


@check(RULE)
def hidden_norm(survey: Survey) -> Iterator[Diagnostic]:
    """Modals of duty in definitions and display texts (a warning) and in prose (an info). A recital may recall what others shall do."""
    for wording in wordings(survey):
        found = _NORM.search(wording.text) if wording.kind in _WHAT else None
        if found is None:
            continue
        place = found_in(survey.source, wording.part.span, found.group())
        finding = report(
            RULE,
            f"`{found.group()}` in {_WHAT[wording.kind]} binds nobody that a check can see",
            Label(place or wording.part.span, "a duty, a definition, or both?"),
            help="write the duty as a sentence of its own, with its bearer and its deadline",
        )
        yield finding._replace(severity=Severity.INFO) if wording.kind == "prose" else finding
