"""Modals that differ between a sentence and its translation

What is a duty in one authentic text and a permission in the other binds and does not bind. A sentence that a translator wrote whole is compared with the
one it translates: whether it obliges, allows or forbids. A duty needs no modal there, since in French and Ukrainian a present tense obliges.

Use the words of the other language for what the sentence does, or leave the line out: clausekit drafts the sentence itself.

bad:
    party Russia.
    party Ukraine.
    action consult.

    talks: Russia shall consult within 30 days.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
      action consult: "procéder à des consultations".
      clause talks: "La Fédération de Russie peut procéder à des consultations dans un délai de 30 jours".  # warning: [CK278]

good:
    party Russia.
    party Ukraine.
    action consult.

    talks: Russia shall consult within 30 days.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
      action consult: "procéder à des consultations".
      clause talks: "La Fédération de Russie procède à des consultations dans un délai de 30 jours".
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import provision_of, shown
from clausekit.checks.versions import modality_of_sentence, modality_of_text
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Sentence
from clausekit.model.languages import languages

RULE = Rule("CK278", "modals-that-differ", Severity.WARNING)
_DOES = {"duty": "obliges", "permission": "allows", "prohibition": "forbids"}
_DO = {"permission": "allow", "prohibition": "forbid"}


@check(RULE)
def modals_that_differ(survey: Survey) -> Iterator[Diagnostic]:
    """Translated sentences that do something else than their originals."""
    for translation in survey.treaty.translations:
        language = languages().get(translation.language)
        if language is None or not language.modals:
            continue
        for entry in translation.entries:
            provision = provision_of(survey, entry)
            if provision is None or not isinstance(provision.clause, Sentence) or not entry.text:
                continue
            difference = _difference(modality_of_sentence(provision.clause), modality_of_text(entry.text, language))
            if difference:
                yield report(
                    RULE,
                    f"`{shown(entry)}` {difference}",
                    at(entry, "the translation"),
                    at(provision.clause, "the original"),
                    help=f"use the words of {language.name} for what the sentence does, or leave the line out and have the sentence drafted",
                )


def _difference(original: frozenset[str], translated: frozenset[str]) -> str:
    """What a translation does and its original does not, or the other way round. Words that forbid may deny something else than the act."""
    if not original:
        return ""
    if "permission" in translated and "permission" not in original:
        return f"allows what the original {_DOES['prohibition' if 'prohibition' in original else 'duty']}"
    if "denial" in translated and original == {"duty"}:
        return f"denies what the original {_DOES['duty']}"
    for kind, verb in _DO.items():
        if kind in original and kind not in translated:
            return f"does not {verb} what the original {_DOES[kind]}"
    return ""
