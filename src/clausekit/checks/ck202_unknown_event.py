"""Misspelt event

What triggers a duty has to be one thing throughout the treaty. An event whose name differs from a declared one by a
letter or two is, for everybody but its author, another event: the duty that hangs on it would never fall due.

Correct the name, or declare the event if it is meant to be a new one.

bad:
    party Poland.
    party Ukraine.
    event armed attack.
    action consult.

    alarm: If armed atack on Ukraine, then Poland shall consult within 3 days.  # error: [CK202]

good:
    party Poland.
    party Ukraine.
    event armed attack.
    action consult.

    alarm: If armed attack on Ukraine, then Poland shall consult within 3 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import misspelt
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK202", "unknown-event", Severity.ERROR)


@check(RULE)
def unknown_event(survey: Survey) -> Iterator[Diagnostic]:
    """Undeclared events that resemble a declared or built-in one."""
    yield from misspelt(survey, RULE, "event", "no event, status or act has this name")
