"""Translation into a language that is not known

A draft in another language needs the sentences of that language. A translation into one that clausekit does not speak is kept, but it is in no draft, and
its forms are not looked at.

Check the spelling. A language is added with a folder of templates of its own.

bad:
    party Russia.

    translation Frensh.  # warning: [CK271]
      party Russia: "la Fédération de Russie".

good:
    party Russia.

    translation French.
      party Russia: "la Fédération de Russie".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import head
from clausekit.checks.wording import listed
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.languages import languages
from clausekit.model.names import NearNames

RULE = Rule("CK271", "unknown-language", Severity.WARNING)


@check(RULE)
def unknown_language(survey: Survey) -> Iterator[Diagnostic]:
    """Translations into languages that no folder of templates is for."""
    for translation in survey.treaty.translations:
        if translation.language and translation.language not in languages():
            names = [language.name for language in languages().values()]
            near = NearNames(names).nearest(translation.language)
            known = f"the languages known here are {listed(names)}, and others by a folder of templates"
            yield report(
                RULE,
                f"`{translation.language}` is no language that clausekit drafts in",
                Label(head(survey, translation), "into which language?"),
                help=f"did you mean `{near}`? {known[0].upper()}{known[1:]}" if near else known,
            )
