"""Article without an operative sentence

An article, a part or an annex with nothing under its heading is a promise to write one. An article that holds only
prose (`text "…"`) says something, but binds nobody in a way that can be checked.

Write the sentence that was meant, or strike the heading. Declarations are not sentences: a draft puts definitions in
their own place, whichever article they are written under. Only an Article titled "Definitions", or the like, may stand
empty: the draft puts them there.

bad:
    party Ukraine.
    party Poland.
    action consult.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 2 "Inspections"  # warning: [CK505]

good:
    party Ukraine.
    party Poland.
    action consult.
    action admit inspectors.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months.

    article 2 "Inspections"
      visits: Each Party shall admit inspectors every 12 months.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import heading
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Prose
from clausekit.model.treaty import Division

RULE = Rule("CK505", "article-without-operative-sentence", Severity.WARNING)
# The draft puts the definitions into an Article of one of these titles.
_DEFINITIONS = frozenset({"definitions", "use of terms", "definitions and use of terms", "terms", "glossary"})


@check(RULE)
def article_without_operative_sentence(survey: Survey) -> Iterator[Diagnostic]:
    """Divisions with nothing in them (a warning), and articles of prose alone (an info); an annex is made of prose by right."""
    if not survey.whole:
        return  # the sentence may be there, and could not be read
    for division, path in survey.citations.divisions:
        if division.kind == "article" and (division.title or "").lower() in _DEFINITIONS:
            continue
        if not division.clauses and not division.divisions:
            yield report(
                RULE,
                f"nothing stands under {survey.citations.heading(path)}",
                heading(survey.source, division, "a heading alone"),
                help="write the sentence that was meant, or strike the heading",
            )
        elif division.kind == "article" and path[0].kind != "annex" and _is_prose(division):
            found = report(
                RULE,
                f"{survey.citations.heading(path)} is prose alone: nothing in it can be checked",
                heading(survey.source, division, "no sentence here says who shall do what"),
                help="if somebody is to be bound by it, say so in a sentence with a bearer and a modal",
            )
            yield found._replace(severity=Severity.INFO)


def _is_prose(division: Division) -> bool:
    return bool(division.clauses) and all(isinstance(clause, Prose) for clause in division.clauses)
