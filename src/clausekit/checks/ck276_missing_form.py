"""Name without a form that its language needs

Ukrainian declines names, and says `він` of some and `вона` of others; French says `le` of some and `la` of others. A sentence that needs a form
which nobody gave cannot be drafted, and no program can know how a name is declined.

Add the form behind the name, after a comma. A name that is never declined is marked `indeclinable`.

bad:
    party Ukraine.
    party France.

    translation Ukrainian.
      party Ukraine: "Україна", feminine, genitive "України".  # warning: [CK276]
      party France: "Франція", feminine, genitive "Франції",
        dative "Франції", accusative "Францію", instrumental "Францією".

good:
    party Ukraine.
    party France.

    translation Ukrainian.
      party Ukraine: "Україна", feminine, genitive "України",
        dative "Україні", accusative "Україну", instrumental "Україною".
      party France: "Франція", feminine, genitive "Франції",
        dative "Франції", accusative "Францію", instrumental "Францією".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import lacking, shown
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.languages import languages

RULE = Rule("CK276", "missing-form", Severity.WARNING)


@check(RULE)
def missing_form(survey: Survey) -> Iterator[Diagnostic]:
    """Lines that lack a form which names of their kind need."""
    for translation in survey.treaty.translations:
        language = languages().get(translation.language)
        if language is None:
            continue
        for entry in translation.entries:
            lacks = lacking(entry, language) if entry.text else []
            if lacks:
                wanted = ", ".join(form if " or " in form else f'{form} "…"' for form in lacks)
                yield report(
                    RULE,
                    f"`{shown(entry)}` has no {listed(lacks)} in {language.name}",
                    at(entry, "sentences may need it"),
                    help=f"add behind the name, after a comma: {wanted}",
                )
