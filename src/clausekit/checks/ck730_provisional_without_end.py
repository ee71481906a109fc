"""Provisional application without an end

A treaty that applies provisionally binds before it is ratified. How long, and how a State gets out of it, is best said: without a word, it lasts until the
treaty enters into force for that State, or until the State notifies that it will not become a Party (Vienna Convention on the Law of Treaties, Article 25).
Under the Energy Charter Treaty that question was fought over for years (Article 45).

Say until when: `until entry into force`, `for 12 months`, `until notification of refusal by that Signatory`; or leave it to the general rule.

bad:
    signatory Ukraine.
    signatory Moldova.

    beginning: enters into force on ratification by Ukraine and Moldova.
    meanwhile: applies provisionally from signature.  # info: [CK730]

good:
    signatory Ukraine.
    signatory Moldova.

    beginning: enters into force on ratification by Ukraine and Moldova.
    meanwhile: applies provisionally from signature until entry into force.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.qualifiers import Restriction, When

RULE = Rule("CK730", "provisional-without-end", Severity.INFO)
_ENDING = frozenset({"for", "until", "before", "by"})


@check(RULE)
def provisional_without_end(survey: Survey) -> Iterator[Diagnostic]:
    """Provisional application that neither a time, nor a condition while it holds, nor an exception brings to an end."""
    for use in survey.applications:
        said = use.application
        if said.verb != "applies provisionally" or any(timing.kind in _ENDING for timing in said.timing):
            continue
        conditions = [*use.openings, *said.qualifiers]
        if not any(isinstance(each, Restriction) or (isinstance(each, When) and each.word == "while") for each in conditions):
            yield report(
                RULE,
                "nothing says how long this applies provisionally, or how a State gets out of it",
                at(said, "until when?"),
                help="add `until …` or `for …`; without it, until entry into force or a State's notice (VCLT, Article 25)",
            )
