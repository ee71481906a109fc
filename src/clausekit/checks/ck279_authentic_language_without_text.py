"""Authentic language without a text

The header says in which languages the text is authentic, and the closing formula repeats it. Where there is a translation into one of them and none into
another, the treaty promises a text that nobody has written yet.

Add a translation into that language, or take the language out of the header.

bad:
    treaty "Agreement on Consultations"
      languages English, French and Ukrainian.  # info: [CK279]

    party Russia.
    party Ukraine.

    translation French.
      title: "Accord relatif aux consultations".
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.

good:
    treaty "Agreement on Consultations"
      languages English and French.

    party Russia.
    party Ukraine.

    translation French.
      title: "Accord relatif aux consultations".
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import found_in
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.languages import code_of, languages
from clausekit.source import Span

RULE = Rule("CK279", "authentic-language-without-text", Severity.INFO)
# The language that clause files themselves are drafted in.
_OWN = "en"
_SETTING = re.compile(r"\blanguages?\s", re.IGNORECASE)


@check(RULE)
def authentic_language_without_text(survey: Survey) -> Iterator[Diagnostic]:
    """Languages of the header without a translation, where there is one into another language."""
    translated = {translation.language for translation in survey.treaty.translations if translation.entries}
    if not translated - {""}:
        return
    for language in survey.treaty.languages:
        code = code_of(language)
        if code not in {*translated, _OWN}:
            begin = f"add `translation {language}.`, which `clausekit translate FILE --language {code}` begins"
            elsewhere = f"{language} is no language that clausekit drafts in: write that text elsewhere"
            yield report(
                RULE,
                f"the text is to be authentic in {language}, and there is none",
                Label(_place(survey, language), "said to be authentic"),
                help=f"{begin if code in languages() else elsewhere}, or take the language out of the header",
            )


def _place(survey: Survey, language: str) -> Span | None:
    """Where the header names a language."""
    span = survey.treaty.span
    if survey.source is None or span is None:
        return span
    setting = _SETTING.search(survey.source.text, span.start)
    return found_in(survey.source, Span(setting.end() if setting else span.start, span.end), language) or span
