"""Misspelt act

An act is done, prohibited and counted under one name. `deploy troops` and `deploy forces` are two acts to a court that
reads closely, and a misspelt one is a third: a prohibition of it would forbid nothing.

Correct the name, or declare the act if it is meant to be a new one.

bad:
    party Ukraine.
    guarantor Poland.
    action deploy forces as "deployment of forces".

    aid: Poland shall deploy foces to Ukraine within 30 days of request by Ukraine.  # error: [CK203]

good:
    party Ukraine.
    guarantor Poland.
    action deploy forces as "deployment of forces".

    aid: Poland shall deploy forces to Ukraine within 30 days of request by Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.names_used import misspelt
from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("CK203", "unknown-action", Severity.ERROR)


@check(RULE)
def unknown_action(survey: Survey) -> Iterator[Diagnostic]:
    """Undeclared acts that resemble a declared or built-in one."""
    yield from misspelt(survey, RULE, "action", "no act has this name")
