"""Words that do not match the register

`Shall` binds in law, `will` and `should` do not. A political instrument that says `shall` may be read as a treaty after all, and a treaty that says only
`should` binds nobody. What the instrument is called does not decide it: its words do.

In a political instrument write `will`; in a treaty, `shall`. A guarantee binds too: a political instrument `assures` something, or its signatories `intend to
uphold` it. Or declare what it is: `register political` in the header. How long an instrument is in effect, and what counts as what, can be said in both.

bad:
    treaty "Memorandum on Joint Training" register political.
    party Ukraine.
    guarantor Poland.
    action train personnel as "training of personnel".

    courses: Poland shall train personnel of Ukraine every year.  # warning: [CK702]

good:
    treaty "Memorandum on Joint Training" register political.
    party Ukraine.
    guarantor Poland.
    action train personnel as "training of personnel".

    courses: Poland will train personnel of Ukraine every year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.header import title_place
from clausekit.checks.registry import check
from clausekit.checks.survey import StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, report
from clausekit.source import Span

RULE = Rule("CK702", "bound-by-political-words", Severity.WARNING)
_POLITICAL = {"shall": "will", "must": "will", "undertakes": "intends", "undertake": "intend"}
_BINDING = re.compile(r"\b(shall|must|undertakes?)\b", re.IGNORECASE)


@check(RULE)
def bound_by_political_words(survey: Survey) -> Iterator[Diagnostic]:
    """Binding words and guarantees in a political instrument, and a titled treaty in which every sentence is only a political commitment."""
    if survey.treaty.political:
        for use in survey.statements:
            if use.statement.modal is not None and use.statement.modal.partition(" ")[0] in _POLITICAL:
                yield _binding(survey, use)
        for guarantee_use in survey.guarantees:
            if guarantee_use.guarantee.force == "guarantee":
                yield report(
                    RULE,
                    "a guarantee binds in law, and this instrument is declared political",
                    at(guarantee_use.guarantee, "guaranteed"),
                    help="write `assures` or `intends to uphold`, or leave `register political` out of the header",
                )
    elif survey.whole and survey.treaty.title is not None and survey.statements and all(use.guarantee.force == "intention" for use in survey.guarantees):
        first = survey.statements[0]
        if first.modality == "commitment" and all(use.modality == "commitment" for use in survey.statements):
            yield _unbound(survey, first)


def _binding(survey: Survey, use: StatementUse) -> Diagnostic:
    word = (use.statement.modal or "").partition(" ")[0]
    return report(
        RULE,
        f"`{word}` binds in law, and this instrument is declared political",
        at(use.statement, f"`{word}`"),
        help=f"write `{_POLITICAL[word]}`, or leave `register political` out of the header",
        fix=_soften(survey, use),
    )


def _soften(survey: Survey, use: StatementUse) -> Fix | None:
    """Replace the modal, which stands between the bearer and the first act."""
    statement = use.statement
    place, first = statement.span, statement.limbs[0].span
    if survey.source is None or place is None or first is None:
        return None
    start = statement.bearer.span.end if statement.bearer is not None and statement.bearer.span is not None else place.start
    found = _BINDING.search(survey.source.text, start, first.start)
    if found is None:
        return None
    softer = _POLITICAL[found.group().lower()]
    return Fix(f"replace with `{softer}`", (Edit(Span(found.start(), found.end()), softer),), "meaning")


def _unbound(survey: Survey, first: StatementUse) -> Diagnostic:
    title = title_place(survey)
    fix = None
    if survey.source is not None and title is not None and title.end > title.start:
        fix = Fix("declare it political", (Edit(Span(title.end, title.end), " register political"),), "meaning")
    return report(
        RULE,
        "every sentence here is only a political commitment: the treaty binds nobody",
        at(first.statement, "not binding, and nothing after it is"),
        Label(title, "not declared political"),
        help="write `shall` for what is owed, or declare the instrument political in its header: `register political`",
        fix=fix,
    )
