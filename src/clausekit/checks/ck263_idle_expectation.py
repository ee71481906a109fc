"""Expectation that nothing can fail

What somebody may do, or need not do, nobody can fail to do: an expectation that says so holds whatever the treaty says.

Say what must come about (`shall`), what must not (`never`), or that it is possible (`possible that`).

bad:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.
    help: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days.

    expect "Ukraine is helped": if armed attack on Ukraine, then Poland may assist Ukraine.  # warning: [CK263]

good:
    party Ukraine.
    guarantor Poland.
    event armed attack.
    action assist.
    help: If armed attack on Ukraine, then Poland shall assist Ukraine within 3 days.

    expect "Ukraine is helped": if armed attack on Ukraine, then Poland shall assist Ukraine within 3 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.clauses import Statement
from clausekit.model.modality import modality

RULE = Rule("CK263", "idle-expectation", Severity.WARNING)


@check(RULE)
def idle_expectation(survey: Survey) -> Iterator[Diagnostic]:
    """Expectations whose sentence is a permission, a power or an exemption."""
    for expectation in survey.treaty.expectations:
        sentence = expectation.sentence
        for stated in sentence.statements if sentence is not None else ():
            if isinstance(stated, Statement) and modality(stated, stated.bearer) in ("permission", "power", "exemption"):
                yield report(
                    RULE,
                    "nothing can fail this expectation: what may be done need not be",
                    Label(stated.span or expectation.span, "a permission"),
                    help="say what must come about (`shall`), what must not (`never`), or that it is possible (`possible that`)",
                )
