"""The `translation` block of a treaty → its names and texts in another language; and what is missing there, all of it in one message.

Nothing is guessed: a name or form that the block does not give is noted, and the draft is refused with the lines to add.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, get_args

from clausekit.drafting.inflection import GENDERS, MASCULINE, PLURAL, Inflection
from clausekit.drafting.phrase import Phrase
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import plain
from clausekit.model.literals import TranslatedKind
from clausekit.model.names import key
from clausekit.model.translations import Translated
from clausekit.model.treaty import Treaty

# Stands for what is missing until the draft is refused for it.
_GAP = "…"
_SINGULAR = "singular"


class MissingWordsError(WordingError):
    """A draft that lacks translations; `missing` are the forms, by kind and name, an empty one where the name itself is missing."""

    def __init__(self, message: str, missing: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
        """Keep what is missing beside the message, which says it with the lines to add."""
        super().__init__(message)
        self.missing = missing


class Lexicon:
    """The words of one treaty in one language, and those that the language itself declares."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook) -> None:
        """Look the translations of `treaty` up by kind and name."""
        self._entries: dict[tuple[str, str], Translated] = {}
        for translation in treaty.translations:
            if translation.language == phrases.language:
                for entry in translation.entries:
                    self._entries.setdefault((entry.kind, key(entry.name)), entry)
        self._phrases = phrases
        self._inflection: Inflection = phrases.inflection
        self._language: str = phrases.words.get("name", phrases.language)
        # The cases that a name must be given in: not the first, and none that the language makes by itself.
        self._declined = frozenset(self._inflection.cases[1:]) - phrases.words.get("fusions", {}).keys()
        *genders, last = phrases.words.get("genders", ("masculine", "feminine"))
        self._any_gender = f"{', '.join(genders)} or {last}"
        self._missing: dict[tuple[str, str], dict[str, None]] = {}

    # ------------------------------------------------------------ what is there

    def entry(self, kinds: Iterable[str], name: str) -> Translated | None:
        """What the block gives for a name of one of these kinds."""
        return next((found for kind in kinds if (found := self._entries.get((kind, key(name)))) is not None), None)

    def text(self, kind: str, name: str, *others: str) -> str:
        """A whole text; noted as missing where the block does not give it. It may stand there by `others`, other names for the same."""
        found = next((found for each in (name, *others) if (found := self.entry((kind,), each)) is not None), None)
        if found is None:
            return self._gap(kind, name, "")
        return plain(found.text)

    def named(self, kinds: Iterable[str], name: str) -> str:
        """A name with its forms."""
        kinds = tuple(kinds)
        found = self.entry((*kinds, "phrase"), name)
        if found is None:
            return self._gap(kinds[0] if kinds else "phrase", name, "")
        return self._phrase(found, plain(found.text), {form.name: plain(form.text) for form in found.forms})

    def noun_of(self, kinds: Iterable[str], name: str) -> str:
        """What an act is called as a noun."""
        found = self.entry(kinds, name)
        if found is None or not plain(found.noun):
            return self._gap("action", name, "as")
        return self._phrase(found, plain(found.noun), {form.name: plain(form.text) for form in found.forms})

    def one_of(self, kinds: Iterable[str], name: str) -> str:
        """One member of a group, by its form `singular`."""
        found = self.entry(kinds, name)
        if found is None:
            return self._gap("group", name, "")
        forms = {form.name: plain(form.text) for form in found.forms}
        if _SINGULAR not in forms:
            return self._gap(found.kind, found.name, _SINGULAR)
        marks = {each: "" for each in GENDERS if each in forms and not forms[each]}
        singular = {name.removeprefix(f"{_SINGULAR} "): text for name, text in forms.items() if name.startswith(f"{_SINGULAR} ")}
        return self._phrase(found, forms[_SINGULAR], {**marks, **singular}, of=f"{_SINGULAR} ")

    def counted(self, name: str, amount: Decimal | None) -> str:
        """What is counted, in the form it takes behind a number."""
        own = self._phrases.word_list("units").get(name)
        if own is not None:
            return self.word(own, plural=True) if amount is None else self.counted_word(own, amount)
        found = self.entry(("unit", "phrase"), name)
        if found is None:
            return self._gap("unit", name, "")
        category = self._inflection.category(amount) if amount is not None else ""
        form: str = self._phrases.word_list("counting").get(category, PLURAL)
        forms = {form.name: plain(form.text) for form in found.forms}
        return plain(found.text) if form == _SINGULAR else forms[form] if form in forms else self._gap("unit", found.name, form)

    def missing_meaning(self, kind: str, name: str) -> str:
        """A definition that the block does not give: noted."""
        return self._gap(kind, name, "means")

    # ------------------------------------------------------------ words of the language itself

    def word(self, entry: Mapping[str, Any], *, plural: bool = False) -> Phrase:
        """A noun that `words.toml` declares, with its cases: `nominative = ["Сторона", "Сторони"]`, one and several."""
        number = int(plural)

        def decline(case: str) -> str:
            forms: list[str] = entry.get(case) or entry[self._inflection.cases[0]]
            return forms[min(number, len(forms) - 1)]

        declines = len(self._inflection.cases) > 1 and self._inflection.cases[1] in entry
        governing = {name: text for name, text in entry.items() if isinstance(text, str) and name != "gender"}
        return Phrase(decline(self._inflection.cases[0]), decline if declines else None, gender=entry.get("gender", ""), plural=plural, forms=governing)

    def counted_word(self, entry: Mapping[str, Any], amount: Decimal | int) -> Phrase:
        """The same behind a number: `[counting]` says for each plural category which number and case it takes where the number itself has none."""
        category = self._inflection.category(amount)
        number, _, own = self._phrases.word_list("counting").get(category, PLURAL).partition(" ")
        direct = frozenset(self._phrases.words.get("direct_cases", self._inflection.cases[:1]))
        one = category == "one"

        def decline(case: str) -> str:
            if case in direct:
                forms = entry[own or self._inflection.cases[0]]
                return str(forms[0 if number == _SINGULAR else -1])
            forms = entry.get(case) or entry[self._inflection.cases[0]]
            return str(forms[0 if one else -1])

        declines = len(self._inflection.cases) > 1 and self._inflection.cases[1] in entry
        return Phrase(decline(self._inflection.cases[0]), decline if declines else None, gender=entry.get("gender", ""), plural=number != _SINGULAR or not one)

    # ------------------------------------------------------------ what is not

    def refuse_gaps(self) -> None:
        """Raise MissingWordsError where anything was missing, with a line for each name."""
        if not self._missing:
            return
        kinds = get_args(TranslatedKind)
        wanted = sorted(self._missing.items(), key=lambda each: kinds.index(each[0][0]))
        lines = [f"  {_line(kind, name, forms)}" for (kind, name), forms in wanted]
        count = len(lines)
        message = f"the treaty lacks words for a draft in {self._language}; add to a block `translation {self._language}`"
        message += f" {'this line' if count == 1 else f'these {count} lines'}, or these forms to the lines that are there:\n" + "\n".join(lines)
        raise MissingWordsError(message, self.missing)

    @property
    def missing(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The forms that were missing so far, by kind and name; an empty one where the name itself was."""
        return {name: tuple(forms) for name, forms in self._missing.items()}

    def _gap(self, kind: str, name: str, form: str) -> str:
        """Note what is missing. What stands for a name notes, in turn, which of its forms are asked for."""
        self._missing.setdefault((kind, name), {})[form] = None
        cases = self._declined
        if form not in ("", _SINGULAR, "as") or not cases:
            return Phrase(_GAP, gender=MASCULINE)
        of = f"{_SINGULAR} " if form == _SINGULAR else ""

        def decline(case: str) -> str:
            if case in cases:
                self._missing[kind, name][f"{of}{case}"] = None
            return _GAP

        def gender() -> str:
            self._missing[kind, name][self._any_gender] = None
            return MASCULINE

        return Phrase(_GAP, decline, gender=gender, plural=kind == "group" and not of)

    def _phrase(self, entry: Translated, text: str, forms: Mapping[str, str], *, of: str = "") -> Phrase:
        gender, plural = self._inflection.marks_of(text)
        gender = next((mark for mark in forms if mark in GENDERS), gender)
        plural = plural or (PLURAL in forms and not forms[PLURAL]) or (entry.kind == "group" and not of)

        def decline(case: str) -> str:
            if case not in self._declined or "indeclinable" in forms:
                return text
            return forms.get(case) or forms.get(f"{PLURAL} {case}") or self._gap(entry.kind, entry.name, f"{of}{case}")

        def unknown() -> str:
            self._gap(entry.kind, entry.name, self._any_gender)
            return "masculine"

        return Phrase(text, decline if self._declined else None, gender=gender or unknown, plural=plural, forms=forms)


def _line(kind: str, name: str, forms: Mapping[str, None]) -> str:
    """The line to add: `party Russia: "…", genitive "…".`"""
    said = f"{kind} {name}".rstrip()
    noun = (' as "…"' if "as" in forms else "") + (' means "…"' if "means" in forms else "")
    more = [form if " or " in form else f'{form} "…"' for form in forms if form not in ("", "as", "means")]
    return f'{said}: "…"{noun}{"".join(f", {each}" for each in more)}.'
