"""Numbers that differ between a text and its translation

Thirty days in one authentic text and twenty in the other are a dispute in waiting: each side reads its own. A sentence that a translator wrote whole,
and every recital, heading and definition, is compared with what it translates: each number of the one must stand in the other, in digits or in words.

Put the number right in the text that is wrong.

bad:
    party Russia.
    party Ukraine.
    action consult.

    talks: Russia shall consult within 30 days.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
      action consult: "procéder à des consultations".
      clause talks: "La Fédération de Russie procède à des consultations dans un délai de 20 jours".  # warning: [CK277]

good:
    party Russia.
    party Ukraine.
    action consult.

    talks: Russia shall consult within 30 days.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
      action consult: "procéder à des consultations".
      clause talks: "La Fédération de Russie procède à des consultations dans un délai de trente jours".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import by_key, key_of, provision_of, shown
from clausekit.checks.versions import differing, numbers_of_english, numbers_of_sentence
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Label, Rule, Severity, report
from clausekit.model.clauses import Prose, Sentence
from clausekit.model.languages import languages
from clausekit.model.names import key
from clausekit.model.translations import Translated
from clausekit.source import Span

RULE = Rule("CK277", "numbers-that-differ", Severity.WARNING)
_TEXTS = frozenset({"title", "recital", "part", "chapter", "section", "article", "annex"})
_Numbers = tuple[frozenset[str], frozenset[str]]


@check(RULE)
def numbers_that_differ(survey: Survey) -> Iterator[Diagnostic]:
    """Translated texts and sentences with a number too few or too many."""
    for translation in survey.treaty.translations:
        language = languages().get(translation.language)
        if language is None:
            continue
        for entry in translation.entries:
            for numbers, text, original in _compared(survey, entry):
                left_out, added = differing(numbers, text, language.numerals)
                if text and (left_out or added):
                    yield _told(entry, left_out, added, original)


def _compared(survey: Survey, entry: Translated) -> Iterator[tuple[_Numbers, str, Span | None]]:
    """The numbers of each text that a line translates, with the translation, and where the original stands."""
    provision = provision_of(survey, entry)
    if provision is not None and isinstance(provision.clause, Sentence):
        yield numbers_of_sentence(provision.clause), entry.text, provision.clause.span
    elif provision is not None and isinstance(provision.clause, Prose):
        yield numbers_of_english(provision.clause.text), entry.text, provision.clause.span
    original = survey.once(by_key).get(key_of(entry.kind, entry.name))
    if original is not None and entry.kind in _TEXTS:
        yield numbers_of_english(original.original), entry.text, original.span
    if original is not None and entry.meaning:
        yield numbers_of_english(_meaning(survey, entry)), entry.meaning, original.span


def _meaning(survey: Survey, entry: Translated) -> str:
    parts = survey.treaty.zones if entry.kind == "zone" else survey.treaty.terms
    return next((part.meaning for part in parts if key(part.name) == key(entry.name) and part.meaning), "")


def _told(entry: Translated, left_out: list[str], added: list[str], original: Span | None) -> Diagnostic:
    if left_out and added:
        message = f"`{shown(entry)}` says {listed(added)} where the original says {listed(left_out)}"
    elif left_out:
        message = f"`{shown(entry)}` does not say {listed(left_out)}, which the original does"
    else:
        message = f"`{shown(entry)}` says {listed(added)}, which the original does not"
    return report(RULE, message, at(entry, "the translation"), Label(original, "the original"), help="put the number right in the text that is wrong")
