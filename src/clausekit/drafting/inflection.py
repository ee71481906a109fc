"""What a folder of templates declares of its language → forms of words: cases, articles that melt into prepositions, plural rules, lists.

`words.toml` of a language says: `cases`, the first of which is that of a name alone; `[fusions]`, how a word before a text changes its beginning (`de` and
`le` make `du`, `que` and `il` make `qu’il`); `[articles]`, with what each tells of its noun; `[plurals]`, which numbers take which form, in the notation of
the plural rules of Unicode (https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from clausekit.drafting.phrase import Joined, Phrase
from clausekit.drafting.tree import AGAIN, beginning

_RELATION = re.compile(r"([nivf])(?: % (\d+))? (=|!=) ([\d.,]+)")
FEMININE, MASCULINE, NEUTER, PLURAL, SINGULAR = "feminine", "masculine", "neuter", "plural", "singular"
GENDERS = frozenset({FEMININE, MASCULINE, NEUTER})


class Inflection:
    """The forms of one language, by its word lists. A language that declares no cases has none of this."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Read the declarations."""
        self.cases: tuple[str, ...] = tuple(words.get("cases", ()))
        self._fusions: Mapping[str, Mapping[str, str]] = words.get("fusions", {})
        self._articles: Mapping[str, str] = words.get("articles", {})
        self._definite: Mapping[str, str] = words.get("definite", {})
        self._elided: Mapping[str, str] = words.get("elided", {})
        self._vowels = tuple(words.get("vowels", ()))
        self._spoken = tuple(words.get("vowels_spoken_as_consonants", ()))
        self._conjunctions: Mapping[str, str] = words.get("conjunctions", {})
        self._heads: Mapping[str, list[str]] = words.get("heads", {})
        self._plurals = {category: _rule(rule) for category, rule in words.get("plurals", {}).items()}

    def filters(self) -> dict[str, Callable[..., Any]]:
        """What templates may ask for behind a `|`: each case and fusion by its name, and `in_case`, `bare`, `definite`, `category`."""
        named = {name: partial(self.in_case, case=name) for name in (*self.cases, *self._fusions)}
        return {**named, "in_case": self.in_case, "bare": self.bare, "definite": self.definite, "category": self.category}

    # ------------------------------------------------------------ cases

    def in_case(self, text: str, case: str) -> str:
        """A text in a case, or behind a word that changes its beginning; each of several that are joined, where the word is said again before each."""
        if case in self.cases and isinstance(text, Phrase) and text.declines:
            return text.in_case(case)
        return self._fused(str(text), self._fusions[case]) if case in self._fusions else str(text)

    def _fused(self, text: str, fusion: Mapping[str, str]) -> str:
        return "".join(self._melted(each, fusion) for each in text.split(AGAIN))

    def _melted(self, text: str, fusion: Mapping[str, str]) -> str:
        at = beginning(text)
        lowered = text[at:].lower()
        for begins, becomes in fusion.items():
            if begins not in ("vowel", "other") and lowered.startswith(begins):
                return f"{text[:at]}{becomes}{text[at + len(begins) :]}"
        before = fusion["vowel"] if "vowel" in fusion and self.begins_with_vowel(lowered) else fusion.get("other", "")
        return f"{text[:at]}{before}{text[at:]}"

    def begins_with_vowel(self, text: str) -> bool:
        """Whether a text sounds with a vowel first, by the letters it begins with."""
        lowered = text.lower().lstrip("«“\u00a0 ")
        return lowered.startswith(self._vowels) and not lowered.startswith(self._spoken)

    # ------------------------------------------------------------ articles

    def article_of(self, text: str) -> str:
        """The article that a text begins with, with its space, in small letters; empty without one."""
        lowered = text[beginning(text) :].lower()
        return next((article for article in self._articles if lowered.startswith(article)), "")

    def marks_of(self, text: str) -> tuple[str, bool]:
        """The gender and number that its article tells of a noun."""
        mark = self._articles.get(self.article_of(text), "")
        return (mark if mark in GENDERS else ""), mark == PLURAL

    def bare(self, text: str) -> str:
        """A noun without its article."""
        if not self._articles:
            return text
        cut = len(self.article_of(text))
        at = beginning(text)
        if not cut:
            return text
        return self._rephrased(text, lambda form: form[:at] + form[at + cut :])

    def definite(self, text: str) -> str:
        """A noun spoken of as known: `le déploiement` for `un déploiement`."""
        article = self.article_of(text)
        becomes = self._definite.get(article)
        if becomes is None:
            return text
        at = beginning(text)
        rest = text[at + len(article) :]
        known = self._elided.get(becomes, becomes) if self.begins_with_vowel(rest) else becomes
        return self._rephrased(text, lambda form: form[:at] + known + form[at + len(article) :])

    def is_definite(self, text: str) -> bool:
        """Whether a noun is spoken of as known, by its article."""
        article = self.article_of(text)
        return bool(article) and article not in self._definite

    @staticmethod
    def _rephrased(text: str, change: Callable[[str], str]) -> str:
        return text.changed(change) if isinstance(text, Phrase) else change(text)

    # ------------------------------------------------------------ joining

    def conjunction(self, word: str) -> str:
        """The word of the language for `and` or `or`."""
        return self._conjunctions[word]

    def joined(self, parts: list[str], conjunction: str = "and") -> str:
        """`A`, `A et B`, `A, B et C`, in whatever case is asked for."""
        if len(parts) == 1:
            return parts[0]
        if not parts:
            return ""
        word = self.conjunction(conjunction)

        def together(case: str) -> str:
            each = [self.in_case(part, case) if case else str(part) for part in parts]
            return f"{', '.join(each[:-1])} {word} {each[-1]}"

        known = [part for part in parts if isinstance(part, Phrase)]
        plural = conjunction == "and" or (bool(known) and known[-1].plural)
        return Phrase(together(""), together, gender=lambda: _gender_of_several(known), plural=plural, joined=Joined(tuple(parts), conjunction))

    def phrase(self, form: str, say: Callable[[str], str], parts: Mapping[str, Any], *, declines: bool) -> Phrase:
        """What a macro says, as a phrase with the gender and number of its head: the first of its parts that has any, unless `[heads]` says other."""
        head = next((part for part in parts.values() if isinstance(part, Phrase)), None)
        marks = self._heads.get(form, ())
        gender: str | Callable[[], str] = next((mark for mark in marks if mark in GENDERS), "")
        if not gender and head is not None:
            gender = lambda: head.gender  # noqa: E731  asked for only where something agrees with it
        plural = PLURAL in marks or (head is not None and head.plural and SINGULAR not in marks)
        return Phrase(say(self.cases[0]), say if declines else None, gender=gender, plural=plural)

    # ------------------------------------------------------------ numbers

    def category(self, number: object) -> str:
        """Which form what is counted takes behind a number: `one`, `few`, `many`, `other`."""
        found = re.sub(r"[^\d.,]", "", str(number)).replace(",", ".")
        try:
            amount = Decimal(found)
        except ArithmeticError:
            return "other"
        return next((category for category, rule in self._plurals.items() if rule(amount)), "other")


def _gender_of_several(known: list[Phrase]) -> str:
    genders = {each.gender for each in known}
    return genders.pop() if len(genders) == 1 else MASCULINE


def _rule(written: str) -> Callable[[Decimal], bool]:
    """A plural rule of Unicode, without its samples."""
    choices = [[_relation(relation) for relation in choice.split(" and ")] for choice in written.split(" or ")]
    return lambda amount: any(all(relation(amount) for relation in choice) for choice in choices)


def _relation(written: str) -> Callable[[Decimal], bool]:
    found = _RELATION.fullmatch(written.strip())
    if found is None:
        message = f"`{written}` is no plural rule"
        raise ValueError(message)
    operand, modulus, sign, ranges = found.groups()
    spans = [tuple(Decimal(end) for end in each.split("..")) for each in ranges.split(",")]

    def holds(amount: Decimal) -> bool:
        value = _operand(operand, amount)
        value = value % int(modulus) if modulus else value
        among = any(value == span[0] if len(span) == 1 else span[0] <= value <= span[1] and value == int(value) for span in spans)
        return among is (sign == "=")

    return holds


def _operand(operand: str, amount: Decimal) -> Decimal:
    """The number, its whole part, how many digits are shown behind the point, or those digits."""
    _, _, shown = f"{amount:f}".partition(".")
    return {"n": abs(amount), "i": Decimal(int(abs(amount))), "v": Decimal(len(shown)), "f": Decimal(int(shown or 0))}[operand]
