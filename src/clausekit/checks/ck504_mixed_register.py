"""Mixed register

`Shall` binds; `will` states an intention. Where one instrument uses both, its reader must ask whether the drafter chose
each of them, and the side that wishes to be free will say that it is only bound by the others. The same holds for
`must` beside `shall`: two words for one thing look like two things.

Use one word for what is owed. A political instrument, which binds nobody in law, says so in its header
(`register political`) and uses `will` throughout.

bad:
    party Ukraine.
    party Poland.
    action consult.
    action report.
    action share intelligence.

    talks: The Parties shall consult every 6 months.
    reports: The Parties shall report every 12 months.
    exchange: Poland will share intelligence every month.  # warning: [CK504]

good:
    party Ukraine.
    party Poland.
    action consult.
    action report.
    action share intelligence.

    talks: The Parties shall consult every 6 months.
    reports: The Parties shall report every 12 months.
    exchange: Poland shall share intelligence every month.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import StatementUse, Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK504", "mixed-register", Severity.WARNING)
# `should` and `intends to` are chosen on purpose where they stand beside `shall`, and `undertakes to` is as old as treaties; these three are mixed up.
_WORDS = ("shall", "will", "must")


@check(RULE)
def mixed_register(survey: Survey) -> Iterator[Diagnostic]:
    """`shall` beside `will` or `must`, told where the rarer of the two first stands. In a political instrument any word that binds is told elsewhere."""
    if survey.treaty.political:
        return
    uses: dict[str, list[StatementUse]] = {word: [] for word in _WORDS}
    for use in survey.statements:
        modal = use.statement.modal
        if modal is not None and (word := modal.partition(" ")[0]) in uses:
            uses[word].append(use)
    for other in ("will", "must"):
        if uses["shall"] and uses[other]:
            rarer, usual = sorted(("shall", other), key=lambda word: (len(uses[word]), word == "shall"))
            means = "states an intention" if rarer == "will" else "binds, where the rest states intentions" if other == "will" else "means the same"
            yield _reported(f"`{rarer}` stands beside `{usual}`: it {means}", uses[rarer], f"write `{usual}` here too, unless the difference is meant")


def _reported(message: str, uses: list[StatementUse], next_step: str) -> Diagnostic:
    more = f" ({len(uses)} sentences)" if len(uses) > 1 else ""
    return report(RULE, message + more, *(at(use.statement, f"`{use.statement.modal}`") for use in uses[:MOST_NAMED]), help=next_step)
