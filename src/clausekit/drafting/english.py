"""English words → their forms: articles, plurals, participles, agreement. What the templates cannot know; the word lists stand in `words.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from clausekit.drafting.grammar import Bearing, Grammar
from clausekit.drafting.phrasebook import Phrasebook

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_ARTICLES = ("a", "an", "the")
_DETERMINED = frozenset({*_ARTICLES, "its", "their", "this", "that", "each", "any", "all", "no", "every"})
# Numbers beyond these powers of ten are written with an exponent: nobody could read their zeros.
_LONGEST_NUMBER = 30
_HEAD = re.compile(
    r" (?:of|to|into|in|on|for|by|with|from|against|between|at|as|that|which|who|within|without|under|above|outside|inside|among|over|before|after) "
)


class English(Grammar):
    """The forms of English words, with the word lists of the language."""

    puts_adverbs_first = True

    def __init__(self, phrases: Phrasebook) -> None:
        """Keep the lists: nouns without an article, irregular participles, words that only look as if they began with a vowel. Raises WordingError."""
        self._mass = frozenset(phrases.word_list("mass_nouns"))
        self._definite = frozenset(phrases.word_list("definite_nouns"))
        self._plurals = frozenset(phrases.word_list("plural_nouns"))
        self._singulars = frozenset(phrases.word_list("singular_nouns"))
        self._participles: dict[str, str] = phrases.word_list("participles")
        self._done = frozenset(self._participles.values())
        self._in_ly = frozenset(phrases.word_list("verbs_in_ly"))
        self._doubling = frozenset(phrases.word_list("doubling_verbs"))
        self._particles = frozenset(phrases.word_list("particles"))
        self._not_passive = frozenset(phrases.word_list("not_passive"))
        sounds = phrases.word_list("initial_sounds")
        self._described = frozenset(phrases.word_list("names_with_article"))
        self._sounded: tuple[tuple[str, ...], tuple[str, ...]] = tuple(sounds["consonant"]), tuple(sounds["vowel"])
        self._spelled = tuple(sounds["letters"])
        self._spoken = frozenset(sounds["acronyms_read_as_words"])
        self._date: str = phrases.word_list("date")["pattern"]
        numbers = phrases.word_list("numbers")
        self._marks = str.maketrans({",": numbers["group"], ".": numbers["decimal"]})

    def conjunction(self, word: str) -> str:
        """The word that joins the last of several: itself."""
        return word

    def joined(self, parts: list[str], conjunction: str = "and") -> str:
        """`A`, `A and B`, `A, B and C`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"

    # ------------------------------------------------------------ nouns

    def with_article(self, noun: str) -> str:
        """`a breach`, `an armed attack`; `entry into force`, `prior consent`, `hostilities` and names stay as they are."""
        first = noun.split(" ", 1)[0].lower()
        head = _HEAD.split(noun.lower(), 1)[0].rsplit(" ", 1)[-1]
        if first in (*_ARTICLES, "any", "each", "no", "its", "their") or head in self._mass or noun.lower() in self._mass or self.is_plural(noun):
            return noun
        if head in self._definite and " of " in noun:
            return f"the {noun}"
        if noun[0].isupper() and noun[1:2].islower():
            return f"the {noun}"
        return f"{self.article(noun)} {noun}"

    def article(self, noun: str) -> str:
        """`a` or `an`, by the sound the noun begins with: `an hour`, `a union`, `an EU mission`, `a NATO member`."""
        word = noun.split(" ", 1)[0]
        if len(word) > 1 and word.isupper() and word not in self._spoken:
            return "an" if word[0] in self._spelled else "a"
        lowered = word.lower()
        consonant, vowel = self._sounded
        if lowered.startswith(consonant):
            return "a"
        return "an" if lowered.startswith(vowel) or lowered[:1] in "aeiou" else "a"

    def is_plural(self, noun: str) -> bool:
        """Whether a noun takes a plural verb."""
        head = _HEAD.split(noun.lower(), 1)[0]
        words = head.split(" ")
        while len(words) > 1 and (words[-1].endswith("ed") or words[-1] in self._done):
            del words[-1]  # the measures taken, the weapons declared
        last = words[-1]
        if last in self._plurals:
            return True
        return last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in self._singulars and not head.startswith(("a ", "an "))

    def bare(self, noun: str) -> str:
        """A noun without its article: `breach` of `a breach`."""
        first, _, rest = noun.partition(" ")
        return rest if rest and first.lower() in _ARTICLES else noun

    def is_described(self, name: str) -> bool:
        """Whether a name describes what it names, and so takes an article: `the Security Council`, `the Line of Contact`, `the UN`, but `Zone A`, `NATO`."""
        head = _HEAD.split(name, maxsplit=1)[0].rsplit(" ", 1)[-1]
        letters = head.replace(".", "")
        spelled = len(letters) > 1 and letters.isalpha() and letters.isupper() and letters not in self._spoken and head == name
        return spelled or head in self._described

    def is_definite(self, noun: str) -> bool:
        """Whether a noun is spoken of as known: `the deployment`."""
        return noun.lower().startswith("the ")

    def definite(self, noun: str) -> str:
        """A noun spoken of as known: `the deployment` for `a deployment`, `the liability`; `its liability` and `this Treaty` stay as they are."""
        first, _, rest = noun.partition(" ")
        if rest and first.lower() in ("a", "an"):
            return f"the {rest}"
        return noun if first.lower() in _DETERMINED else f"the {noun}"

    # ------------------------------------------------------------ verbs

    def whose(self, said: str) -> str:
        """What is so of whatever is spoken of: `consumption is below 0.3`, without an article."""
        return self.bare(said)

    def passive(self, phrase: str, following: str) -> tuple[str, str, str]:
        """What an act does to something, turned round: `carry out inspections` gives `inspections`, `carried out` and no rest.

        `following` is the object that stands behind the phrase, if any, and becomes the rest where the phrase has an object of its own. The first of
        the three is empty where the act has no object: `consult with the Parties` has no passive in a treaty.
        """
        verb, _, object_ = phrase.partition(" ")
        done = self.participle(verb)
        particle, _, behind = object_.partition(" ")
        if particle.lower() in self._particles:
            object_, done = behind, f"{done} {particle}"
        first = object_.split(" ", 1)[0].lower()
        if not self._is_verb(verb) or verb.lower() in self._not_passive or first in self._not_passive or "," in object_:
            return "", "", ""
        return (object_, done, following) if object_ else (following, done, "")

    def _is_verb(self, word: str) -> bool:
        """Whether the first word of an act can be its verb: no `promptly` and no `work,`."""
        return word.replace("-", "").isalpha() and (not word.endswith("ly") or word.lower() in self._in_ly)

    def participle(self, verb: str) -> str:
        """`deploy` gives `deployed`."""
        lowered = verb.lower()
        if lowered in self._participles:
            return self._participles[lowered]
        if lowered in self._doubling:
            return f"{lowered}{lowered[-1]}ed"
        if lowered.endswith("e"):
            return f"{lowered}d"
        if lowered.endswith("y") and lowered[-2:-1] not in "aeiou":
            return f"{lowered[:-1]}ied"
        return f"{lowered}ed"

    def gerund(self, phrase: str) -> str:
        """`deploy forces` gives `deploying forces`; empty for what does not begin with a plain verb."""
        verb, gap, rest = phrase.partition(" ")
        lowered = verb.lower()
        if not self._is_verb(verb) or " and " in f" {rest} ":
            return ""
        if lowered in self._doubling:
            stem = lowered + lowered[-1]
        elif lowered.endswith("ie"):
            stem = f"{lowered[:-2]}y"
        else:
            stem = lowered[:-1] if lowered.endswith("e") and not lowered.endswith(("ee", "oe", "ye")) and len(lowered) > 2 else lowered
        return f"{stem}ing{gap}{rest}"

    def modal(self, modal: str, bearing: Bearing) -> str:
        """The modal for its bearer."""
        return self.agreeing(modal, plural=bearing.plural)

    def modal_after_nor(self, modal: str, bearing: Bearing) -> str:
        """The modal of a second act of `no Party`, behind `nor`."""
        return self.inverted(self.agreeing(modal, plural=bearing.plural))

    def declaring(self, verb: str, *, plural: bool) -> str:
        """`recognises` for one, `recognise` for several."""
        return verb.removesuffix("s") if plural else verb

    def agreeing(self, modal: str, *, plural: bool) -> str:
        """The modal for its bearer: `undertakes to` becomes `undertake to` for several."""
        if not plural:
            return modal
        first, _, rest = modal.partition(" ")
        return {"undertakes": f"undertake {rest}", "intends": f"intend {rest}", "is": f"are {rest}"}.get(first, modal)

    def inverted(self, modal: str) -> str:
        """The modal before its subject, for a second act of `no Party`: `shall it`, `does it undertake to`."""
        first, gap, rest = modal.partition(" ")
        stem = {"undertakes": "undertake", "intends": "intend"}.get(first, first)
        return f"does it {stem}{gap}{rest}" if stem in ("undertake", "intend") else f"{first} it{gap}{rest}"

    def with_adverb(self, modal: str, adverb: str) -> str:
        """`shall at all times`, `undertakes at all times to`."""
        if not adverb:
            return modal
        return f"{modal.removesuffix(' to')} {adverb} to" if modal.endswith(" to") else f"{modal} {adverb}"

    # ------------------------------------------------------------ what stands with what

    def called(self, kind: str, *, several: bool = False) -> str:
        """The word for a kind of division: the templates write it."""
        del several
        return kind

    def role(self, preposition: str, filled: str, governing: Mapping[str, str]) -> str:
        """`to Ukraine`; for what an act or event governs itself, as that says."""
        del governing  # English names are what they are
        return f"{preposition} {filled}" if filled else preposition

    def done_to(self, verb: str, objects: list[str]) -> str:
        """`assist Ukraine`."""
        return " ".join([verb, *objects])

    # ------------------------------------------------------------ numbers

    def share(self, name: str) -> str:
        """`two thirds`: itself."""
        return name

    def one(self, unit: str) -> str:
        """The unit of `every month`: itself."""
        return unit

    def day(self, on: date) -> str:
        """`1 January 2027`, by the pattern of the word lists."""
        return self._date.replace("{day}", str(on.day)).replace("{month}", _MONTHS[on.month - 1]).replace("{year}", str(on.year))

    def number(self, amount: Decimal | int) -> str:
        """`20,000`, `3.67`."""
        if isinstance(amount, Decimal) and abs(amount.adjusted()) > _LONGEST_NUMBER:
            return str(amount)
        return (f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}").translate(self._marks)

    def ordinal(self, number: int) -> str:
        """`first`, `sixth`; `13th` where no word is usual."""
        if 1 <= number <= len(_ORDINALS):
            return _ORDINALS[number - 1]
        ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def often(self, number: int) -> str:
        """`once`, `twice`, `3 times`."""
        return {1: "once", 2: "twice"}.get(number) or f"{self.number(number)} times"

    def counted(self, count: int, unit: str) -> str:
        """`1 month`, `6 months`."""
        return f"{self.number(count)} {unit if count == 1 else unit + 's'}"
