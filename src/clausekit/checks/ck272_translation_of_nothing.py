"""Translation of a name that the treaty does not have

A translated name is looked for when a sentence speaks of it. One that the treaty does not have is never looked for, and what it was meant for stays
without a translation.

Write the name as the treaty has it.

bad:
    party Russia.
    party Ukraine.

    translation French.
      party Rusia: "la Fédération de Russie".  # warning: [CK272]
      party Ukraine: "l’Ukraine", feminine.

good:
    party Russia.
    party Ukraine.

    translation French.
      party Russia: "la Fédération de Russie".
      party Ukraine: "l’Ukraine", feminine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.translating import by_key, by_name, key_of, meant, provision_of, wanted
from clausekit.checks.wording import at, respelled
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.languages import languages
from clausekit.model.names import key
from clausekit.model.translations import Translated

RULE = Rule("CK272", "translation-of-nothing", Severity.WARNING)
_ONCE = frozenset({"title", "short", "done at"})
_HEADINGS = frozenset({"part", "chapter", "section", "article", "annex"})
_NUMBERED = _HEADINGS | {"recital", "paragraph"}
_PROVISIONS = frozenset({"clause", "paragraph"})


@check(RULE)
def translation_of_nothing(survey: Survey) -> Iterator[Diagnostic]:
    """Lines on names, headings, recitals and provisions that are not there. A file of translations alone is there to be used by others."""
    if not survey.whole or not (survey.citations.provisions or wanted(survey)):
        return
    known = survey.once(by_key)
    for translation in survey.treaty.translations:
        language = languages().get(translation.language)
        own = language.own if language is not None else frozenset()
        for entry in translation.entries:
            if key_of(entry.kind, entry.name) not in known and key(entry.name) not in own and not _is_there(survey, entry):
                message, help_ = _told(survey, entry)
                near = meant(survey, entry)
                fix = respelled(survey.source, (entry,), entry.name, near) if near and entry.kind not in _NUMBERED else None
                yield report(RULE, message, at(entry, "translates nothing"), help=help_, fix=fix)


def _is_there(survey: Survey, entry: Translated) -> bool:
    if entry.kind in _PROVISIONS:
        return provision_of(survey, entry) is not None
    if entry.kind in _ONCE or entry.kind in _HEADINGS or entry.kind == "recital":
        return False
    vocabulary = survey.vocabulary
    if any(key(name) == key(entry.name) for name in survey.treaty.languages):
        return True
    if entry.kind in ("action", "event", "status"):
        return vocabulary.happening(entry.name) is not None or vocabulary.action(entry.name) is not None
    if entry.kind == "phrase":  # any words of a sentence may be called so: only a slip of the keyboard is told
        return meant(survey, entry) is None
    found = vocabulary.who(entry.name)
    return found is not None and found.kind in ("role", "office", "pronoun")


def _told(survey: Survey, entry: Translated) -> tuple[str, str]:
    """What is missing, and what was probably meant."""
    if entry.kind in _ONCE:
        said = {"title": "title", "short": "short title", "done at": "place of signature"}[entry.kind]
        return f"the treaty has no {said} that could be translated", "strike the line, or give the treaty one in its header"
    if entry.kind in _HEADINGS:
        headed = survey.citations.article(entry.name) if entry.kind == "article" else survey.citations.other(entry.kind, entry.name)
        if headed is not None:
            return f"{entry.kind} {entry.name} has no title that could be translated", "strike the line, or give it a title"
    if entry.kind == "recital":
        count = len(survey.treaty.recitals)
        has = f"its recitals are numbered from 1 to {count}" if count else "it has none"
        return f"the treaty has no recital {entry.name}", f"{has}; they are counted from the first"
    other = survey.once(by_name).get(key(entry.name))
    if other is not None:
        return f"`{entry.name}` is no {entry.kind}", f'write `{other.kind} {other.name}: "…".`, as it is declared'
    near = meant(survey, entry)
    what = {"clause": "clause labelled", "paragraph": "paragraph"}.get(entry.kind, entry.kind)
    help_ = f"did you mean `{entry.kind} {near}`?" if near and entry.kind not in _NUMBERED else "write the name as the treaty has it, or strike the line"
    return f"the treaty has no {what} `{entry.name}`", help_
