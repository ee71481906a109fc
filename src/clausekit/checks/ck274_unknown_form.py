"""Form of a name that the language does not have

A form that a language does not know is never asked for: a misspelt `genitve` leaves the name without its genitive.

Write one of the forms that the finding lists. A case needs its text, `genitive "України"`; a gender stands alone.

bad:
    party Ukraine.

    translation Ukrainian.
      party Ukraine: "Україна", feminine, genitve "України",  # warning: [CK274]
        dative "Україні", accusative "Україну", instrumental "Україною".

good:
    party Ukraine.

    translation Ukrainian.
      party Ukraine: "Україна", feminine, genitive "України",
        dative "Україні", accusative "Україну", instrumental "Україною".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import INDECLINABLE
from clausekit.checks.wording import at, respelled
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.languages import Language, languages
from clausekit.model.names import NearNames
from clausekit.model.translations import Form

RULE = Rule("CK274", "unknown-form", Severity.WARNING)


@check(RULE)
def unknown_form(survey: Survey) -> Iterator[Diagnostic]:
    """Forms that the language of a translation does not list, and forms without what they need."""
    for translation in survey.treaty.translations:
        language = languages().get(translation.language)
        if language is None or not language.forms:
            continue
        for entry in translation.entries:
            for form in entry.forms:
                if form.name not in (*language.forms, *language.genders, INDECLINABLE):
                    near = NearNames((*language.forms, *language.genders)).nearest(form.name)
                    meant = f"did you mean `{near}`?" if near else f"its forms are {_listed(language)}"
                    fix = respelled(survey.source, (form,), form.name, near) if near else None
                    yield report(RULE, f"{language.name} has no form `{form.name}`", at(form, "not a form of a name"), help=meant, fix=fix)
                elif form.text and form.name in language.genders:
                    yield _with_text(form)


def _with_text(form: Form) -> Diagnostic:
    help_ = f"write `{form.name}` alone; the text of the name stands behind the colon"
    return report(RULE, f"the gender `{form.name}` has no text of its own", at(form, "a mark, not a form"), help=help_)


def _listed(language: Language) -> str:
    return ", ".join(f"`{name}`" for name in (*language.genders, *language.forms))
