"""Name that is not translated

A draft in another language needs every name, heading, recital and definition in that language. One that is missing cannot be made up, so the draft in that
language is refused.

Add the lines that the finding lists, each filled in; `clausekit translate` writes them into a file.

bad:
    party Russia.
    party Ukraine.
    action consult.
    event raid "an armed raid".

    talks: If raid, then Russia shall consult within 3 days.

    translation French.  # warning: [CK275]
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
      action consult: "procéder à des consultations".

good:
    party Russia.
    party Ukraine.
    action consult.
    event raid "an armed raid".

    talks: If raid, then Russia shall consult within 3 days.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
      action consult: "procéder à des consultations".
      event raid: "une incursion armée".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import head, line, missing, wanted_in
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.languages import languages, name_of

RULE = Rule("CK275", "untranslated", Severity.WARNING)
# More lines than this are written by a command, not copied from a terminal.
_MOST_SHOWN = 12


@check(RULE)
def untranslated(survey: Survey) -> Iterator[Diagnostic]:
    """Translations that do not say all that a draft in their language needs: one finding for each."""
    for translation in survey.treaty.translations:
        found = missing(survey, translation) if translation.language and survey.whole else []
        if found:
            language = languages().get(translation.language)
            lines = [line(each, language) for each in found[:_MOST_SHOWN]]
            command = f"clausekit translate FILE --language {translation.language}"
            rest = [f"and {len(found) - _MOST_SHOWN} more"] if len(found) > _MOST_SHOWN else []
            several = "has no translation" if len(found) == 1 else "have no translation"
            yield report(
                RULE,
                f"{len(found)} of {len(wanted_in(survey, translation))} names and texts {several} into {name_of(translation.language)}",
                Label(head(survey, translation), "not said here, nor in any other translation into this language"),
                help="\n".join([f"add these lines, filled in; `{command}` writes them into a file:", *lines, *rest]),
            )
