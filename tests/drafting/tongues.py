"""Sentences in other languages than English: whatever a sentence needs is given an invented translation, so that each name keeps words of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from clausekit.drafting.build import build
from clausekit.drafting.lexicon import MissingWordsError
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.sentences import Sentences
from clausekit.drafting.tree import Draft, Paragraph
from clausekit.drafting.wording import Wording
from clausekit.model.translations import Form, Translated, Translation
from clausekit.model.treaty import Treaty
from tests.drafting import probe

LANGUAGES = ("fr", "uk")
Gaps = dict[tuple[str, str], tuple[str, ...]]
_ONCE = 20


@cache
def phrases(language: str) -> Phrasebook:
    return Phrasebook(language)


class Tongue:
    """One treaty in one language. Its translations grow by what is asked for."""

    def __init__(self, text: str, language: str) -> None:
        self.treaty = probe.room(text).treaty
        self.phrases = phrases(language)
        self._place = probe.room(text).place
        self._asked: dict[tuple[str, str], dict[str, None]] = {}

    def paragraphs(self, sentences: list[object]) -> list[Paragraph]:
        """The paragraph of each sentence."""
        for _ in range(_ONCE):
            wording = Wording(self.treaty._replace(translations=(self._translation(),)), self.phrases)
            spoken = Sentences(wording)
            made = [spoken.paragraph(self._place._replace(clause=sentence._replace(label=None)), "") for sentence in sentences]  # type: ignore[attr-defined]
            assert wording.lexicon is not None
            if not wording.lexicon.missing:
                return made
            self._ask(wording.lexicon.missing)
        raise AssertionError(wording.lexicon.missing)

    def document(self, treaty: Treaty) -> Draft:
        """A whole treaty in the language."""
        for _ in range(_ONCE):
            whole = treaty._replace(translations=(self._translation(),))
            try:
                return build(whole, self.phrases)
            except MissingWordsError as problem:
                self._ask(problem.missing)
        raise AssertionError(treaty.title)

    def _ask(self, missing: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
        for name, forms in missing.items():
            self._asked.setdefault(name, {}).update(dict.fromkeys(forms))

    def _translation(self) -> Translation:
        return Translation(-1, -1, self.phrases.language, tuple(_entry(*name, tuple(forms), self.phrases.language) for name, forms in self._asked.items()))


def _entry(kind: str, name: str, forms: tuple[str, ...], language: str) -> Translated:
    article = "le " if language == "fr" and kind not in ("action", "unit", "paragraph", "clause") else ""
    given = [Form(-1, -1, "masculine", "")]
    given += [Form(-1, -1, form, f"{form} {name}") for form in forms if form and " or " not in form and form not in ("as", "means")]
    noun = f"{'le ' if language == 'fr' else ''}{name} acted" if "as" in forms or kind == "action" else ""
    return Translated(-1, -1, kind, name, f"{article}{name or kind}", noun, f"the meaning of {name}" if "means" in forms else "", tuple(given))
