"""What the sentences of a draft ask of a language: how its words change, agree and join.

English has a module of its own. Every other language is declared by its folder of templates: see `clausekit.drafting.declared`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Bearing(NamedTuple):
    """What a verb must know of its subject: the words for it, its number, whether it is `no Party`."""

    subject: str
    plural: bool
    denied: bool = False


class Grammar(ABC):
    """The forms of words of one language."""

    puts_adverbs_first: bool = False
    """Whether `at all times` stands before the verb it belongs to."""
    comma_behind_events: str = ","
    """What stands behind `in the event of an attack` at the beginning of a sentence."""

    # ------------------------------------------------------------ joining

    @abstractmethod
    def conjunction(self, word: str) -> str:
        """The word of the language for `and` or `or`."""

    @abstractmethod
    def joined(self, parts: list[str], conjunction: str = "and") -> str:
        """`A`, `A and B`, `A, B and C`."""

    # ------------------------------------------------------------ nouns

    @abstractmethod
    def article(self, noun: str) -> str:
        """The word for one of several, where the noun must have it: `a` or `an`; empty where a template can tell by itself."""

    @abstractmethod
    def is_plural(self, noun: str) -> bool:
        """Whether a noun takes a plural verb."""

    @abstractmethod
    def bare(self, noun: str) -> str:
        """A noun without its article."""

    @abstractmethod
    def definite(self, noun: str) -> str:
        """A noun spoken of as known."""

    @abstractmethod
    def is_definite(self, noun: str) -> bool:
        """Whether a noun is spoken of as known."""

    @abstractmethod
    def whose(self, said: str) -> str:
        """What is so of whatever is spoken of, behind the word for `whose`."""

    @abstractmethod
    def called(self, kind: str, *, several: bool = False) -> str:
        """The word for a kind of division, such as an article."""

    # ------------------------------------------------------------ verbs

    @abstractmethod
    def modal(self, modal: str, bearing: Bearing) -> str:
        """The words for a modal, as they agree with their subject."""

    @abstractmethod
    def modal_after_nor(self, modal: str, bearing: Bearing) -> str:
        """The modal of a second act of `no Party`, behind the word for `nor`."""

    @abstractmethod
    def declaring(self, verb: str, *, plural: bool) -> str:
        """The verb by which something is recognised, for one or several."""

    def with_adverb(self, modal: str, adverb: str) -> str:
        """The modal with an adverb that stands before the verb."""
        return f"{modal} {adverb}" if adverb else modal

    def run_on(self, before: str, after: str) -> str:
        """Two stretches of a sentence, one behind the other."""
        return f"{before} {after}"

    def passive(self, phrase: str, following: str) -> tuple[str, str, str]:  # noqa: ARG002  for languages that have it
        """What an act does to something, turned round: the affected, the participle and the rest; the first is empty where that cannot be said."""
        return "", "", ""

    # ------------------------------------------------------------ what stands with what

    @abstractmethod
    def role(self, preposition: str, filled: str, governing: Mapping[str, str]) -> str:
        """Who or what fills a role, behind its preposition. What the role belongs to may govern it in its own way."""

    @abstractmethod
    def done_to(self, verb: str, objects: list[str]) -> str:
        """An act with what it is done to."""

    # ------------------------------------------------------------ numbers and days

    @abstractmethod
    def day(self, on: date) -> str:
        """A day in words."""

    @abstractmethod
    def number(self, amount: Decimal | int) -> str:
        """A number as the language groups it."""

    def designation(self, number: str) -> str:
        """What a part or another division is numbered by, where that is a word: `One`."""
        return number

    @abstractmethod
    def ordinal(self, number: int) -> str:
        """`first`, `sixth`, as the template for the first day of a month needs it."""

    @abstractmethod
    def often(self, number: int) -> str:
        """`once`, `3 times`."""

    @abstractmethod
    def counted(self, count: int, unit: str) -> str:
        """`6 months`."""

    @abstractmethod
    def one(self, unit: str) -> str:
        """A unit of time alone, as in `every month`."""

    @abstractmethod
    def share(self, name: str) -> str:
        """`two thirds`."""
