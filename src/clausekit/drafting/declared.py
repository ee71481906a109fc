"""Any language but English → its grammar, as its folder of templates declares it.

`phrases.jinja` says whole phrases, `words.toml` what the words of the language itself are in each case and number. A further language needs these two files,
and no code.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from clausekit.drafting.grammar import Bearing, Grammar
from clausekit.drafting.lexicon import Lexicon
from clausekit.drafting.phrase import Phrase, changed
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.tree import plain

# What an act or event governs, and a name in such a role, by the names of forms in a translation.
ROLES = {
    "recipient": "to", "opponent": "against", "target": "on", "place": "in", "origin": "from", "partner": "with", "beneficiary": "for", "agent": "by",
    "owner": "of",
}  # fmt: skip
_FORM_OF = {preposition: role for role, preposition in ROLES.items()}
# Numbers beyond these powers of ten are written with an exponent: nobody could read their zeros.
_LONGEST_NUMBER = 30


class Declared(Grammar):
    """The forms of words, with the lists and phrases of the language."""

    def __init__(self, phrases: Phrasebook, lexicon: Lexicon) -> None:
        """Keep the lists. Raises WordingError where one is missing."""
        self._say = phrases.say
        self._inflection = phrases.inflection
        self._lexicon = lexicon
        self._prepositions: Mapping[str, str] = phrases.word_list("prepositions")
        self._shares: Mapping[str, Mapping[str, list[str]]] = phrases.word_list("shares")
        self._units: Mapping[str, Mapping[str, list[str]]] = phrases.word_list("units")
        self._numbers: Mapping[str, str] = phrases.word_list("numbers")
        self._months: list[str] = phrases.word_list("months")
        self._date: Mapping[str, str] = phrases.word_list("date")
        self._ordinals: list[str] = phrases.word_list("ordinals")
        self._kinds: Mapping[str, Mapping[str, list[str]]] = phrases.word_list("kinds")
        self._designations: Mapping[str, str] = phrases.words.get("designations", {})
        self._adverbs_before: list[str] = phrases.words.get("adverbs_before", [])
        self.comma_behind_events = phrases.words.get("comma_behind_events", ",")
        self.puts_adverbs_first = bool(self._adverbs_before)
        self._run_on: Mapping[str, str] = phrases.words.get("run_on", {})
        self._verbs: Mapping[str, list[str]] = phrases.word_list("declaring")

    # ------------------------------------------------------------ joining

    def conjunction(self, word: str) -> str:
        """The word of the language for `and` or `or`."""
        return self._inflection.conjunction(word)

    def joined(self, parts: list[str], conjunction: str = "and") -> str:
        """`A`, `A et B`, `A, B et C`."""
        return self._inflection.joined(parts, conjunction)

    # ------------------------------------------------------------ nouns

    def article(self, noun: str) -> str:  # noqa: ARG002  a template knows the noun
        """Nothing: the template says `un` or `une` by the gender of the noun."""
        return ""

    def is_plural(self, noun: str) -> bool:
        """Whether a noun takes a plural verb."""
        return isinstance(noun, Phrase) and noun.plural

    def bare(self, noun: str) -> str:
        """A noun without its article."""
        return self._inflection.bare(noun)

    def definite(self, noun: str) -> str:
        """A noun spoken of as known."""
        return self._inflection.definite(noun)

    def is_definite(self, noun: str) -> bool:
        """Whether a noun is spoken of as known."""
        return self._inflection.is_definite(noun)

    def whose(self, said: str) -> str:
        """What is so of whatever is spoken of: as it is."""
        return said

    def called(self, kind: str, *, several: bool = False) -> str:
        """The word for a kind of division, from the list `kinds`."""
        found = self._kinds.get(kind)
        return kind if found is None else self._lexicon.word(found, plural=several)

    # ------------------------------------------------------------ verbs

    def run_on(self, before: str, after: str) -> str:
        """Two stretches of a sentence; the end of the first may melt into a vowel of the second: `a le droit d’agir`."""
        for end, becomes in self._run_on.items():
            if before.endswith(end) and self._inflection.begins_with_vowel(after):
                return before.removesuffix(end) + becomes + after
        return f"{before} {after}"

    def modal(self, modal: str, bearing: Bearing) -> str:
        """The phrase `modal_shall`, `modal_may_not`, with what it agrees with."""
        return self._say(f"modal_{modal.replace(' ', '_')}", subject=bearing.subject, plural=bearing.plural, denied=bearing.denied)

    def modal_after_nor(self, modal: str, bearing: Bearing) -> str:
        """The same for a second act of `no Party`."""
        return self.modal(modal, bearing._replace(denied=True))

    def declaring(self, verb: str, *, plural: bool) -> str:
        """The verb by which something is recognised, from the list `declaring`: for one, for several."""
        return self._verbs[verb][int(plural)]

    def with_adverb(self, modal: str, adverb: str) -> str:
        """The modal with an adverb: `s’engage en tout temps à`."""
        if not adverb:
            return modal
        particle = next((f" {each}" for each in self._adverbs_before if each and modal.endswith(f" {each}")), "")
        return f"{modal.removesuffix(particle)} {adverb}{particle}"

    # ------------------------------------------------------------ what stands with what

    def role(self, preposition: str, filled: str, governing: Mapping[str, str]) -> str:
        """Who fills a role: as it is called in such a role itself, or as the act or event governs it, or else by the list `prepositions`."""
        several = filled.joined if isinstance(filled, Phrase) else None
        if several is not None and any(isinstance(each, Phrase) and _FORM_OF.get(preposition, "") in each.forms for each in several.members):
            return self.joined([self.role(preposition, each, governing) for each in several.members], several.conjunction)
        role = _FORM_OF.get(preposition, "")
        government = governing.get(role, "")
        if government in ROLES:
            preposition, role, government = ROLES[government], government, ""  # deployed to a country: as what is in it
        own = filled.forms.get(role, "") if isinstance(filled, Phrase) else ""
        return own or self.governed(government or self._prepositions[preposition], filled)

    def done_to(self, verb: str, objects: list[str]) -> str:
        """An act with what it is done to, each object in the case that the act governs."""
        own = verb.forms.get("object", "") if isinstance(verb, Phrase) else ""
        return " ".join([str(verb), *(self.governed(own or self._prepositions["object"], each) for each in objects)])

    def governed(self, government: str, text: str) -> str:
        """A text behind a preposition that asks for a case: `avec`, `à`, `на accusative`; the case, or a word that melts into the text, stands last."""
        before, _, case = government.rpartition(" ")
        if case in self._inflection.filters():
            return " ".join(part for part in (before, self._inflection.in_case(text, case)) if part)
        return " ".join(part for part in (government, str(text)) if part)

    # ------------------------------------------------------------ numbers and days

    def day(self, on: date) -> str:
        """`le 1er janvier 2027`, by the pattern of the language."""
        number = self._date.get("first", "1") if on.day == 1 else str(on.day)
        return self._date["pattern"].replace("{day}", number).replace("{month}", self._months[on.month - 1]).replace("{year}", str(on.year))

    def number(self, amount: Decimal | int) -> str:
        """`20 000`, `3,67`."""
        if isinstance(amount, Decimal) and abs(amount.adjusted()) > _LONGEST_NUMBER:
            return str(amount)
        written = f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"
        return written.replace(",", "\0").replace(".", self._numbers["decimal"]).replace("\0", self._numbers["group"])

    def designation(self, number: str) -> str:
        """What a division is numbered by: the number for a word of the list `designations`."""
        return self._designations.get(number.lower(), number)

    def ordinal(self, number: int) -> str:
        """`premier`, `sixième`; a figure with its ending where no word is listed."""
        return self._ordinals[number - 1] if 0 < number <= len(self._ordinals) else f"{number}{self._numbers['ordinal']}"

    def often(self, number: int) -> str:
        """`1 fois`, `3 fois`."""
        return self.counted(number, "time")

    def counted(self, count: int, unit: str) -> str:
        """`6 mois`."""
        number = self.number(count)
        return changed(self._lexicon.counted_word(self._units[unit], count), lambda form: f"{number}\u00a0{form}")

    def one(self, unit: str) -> str:
        """A unit of time alone."""
        entry = self._units[unit]
        return self._lexicon.word({**entry, self._inflection.cases[0]: entry["alone"]} if "alone" in entry else entry)

    def share(self, name: str) -> str:
        """`les deux tiers`, from the list `shares`."""
        found = self._shares.get(name)
        return plain(name) if found is None else self._lexicon.word(found)
