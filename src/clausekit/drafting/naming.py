"""Names of a treaty → what its draft calls them: Parties, groups, bodies, places, acts, events, the treaty itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from functools import cached_property

from clausekit.drafting.phrasebook import Phrasebook
from clausekit.model.clauses import Sentence, Statement
from clausekit.model.declarations import Event, Status
from clausekit.model.treaty import Division, Treaty
from clausekit.model.vocabulary import Vocabulary


class Naming(ABC):
    """The names of one treaty in one language. Of a name declared twice the first declaration counts."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook) -> None:
        """Look the declarations of `treaty` up by name."""
        self.vocabulary = Vocabulary(treaty)
        self._treaty = treaty
        self._phrases = phrases
        self._groups = {group.name: group for group in reversed(treaty.groups)}
        self._actions = {action.name: action for action in reversed(treaty.actions)}
        self._events = {event.name: event for event in reversed(treaty.events)}
        self._statuses = {status.name: status for status in reversed(treaty.statuses)}

    # ------------------------------------------------------------ who and where

    @abstractmethod
    def full_name(self, name: str) -> str:
        """What a draft calls an actor, a body, a place or a term, or what happens where such a one may stand."""

    @abstractmethod
    def bare_name(self, name: str) -> str:
        """The same without its article, for where a quantifier takes its place."""

    @abstractmethod
    def pronoun(self, name: str) -> str:
        """`them`, `each other`."""

    @abstractmethod
    def variable(self, name: str | None) -> str:
        """The name that `as` gave to an actor."""

    @abstractmethod
    def noun(self, name: str) -> str:
        """One member of a group, without an article."""

    @abstractmethod
    def nouns(self, name: str) -> str:
        """The members of a group together, without an article."""

    @abstractmethod
    def counted_nouns(self, name: str) -> str:
        """Several members of a group, for where a number stands before them."""

    @abstractmethod
    def state(self, name: str) -> str:
        """A state of affairs that is guaranteed."""

    @abstractmethod
    def voters(self, name: str) -> str:
        """Those of whom so many must agree."""

    @abstractmethod
    def rule(self, name: str) -> str:
        """What the draft calls a rule that decisions are taken by."""

    @abstractmethod
    def cited(self, name: str) -> str:
        """What a norm yields to, accords with or replaces, where that is no clause: a declared name, or the words of the drafter."""

    # ------------------------------------------------------------ what is measured

    @abstractmethod
    def measure(self, name: str) -> str:
        """What is measured."""

    @abstractmethod
    def measured(self, name: str) -> str:
        """What an amount is taken of, as one known thing."""

    @abstractmethod
    def level(self, name: str) -> str:
        """A level of a scale."""

    @abstractmethod
    def unit(self, name: str | None, amount: Decimal | None) -> str:
        """What is counted, as it stands behind an amount; None where it stands behind none."""

    # ------------------------------------------------------------ what is done and what happens

    @abstractmethod
    def act(self, name: str, *, done_to: bool = False) -> str:
        """An act as a verb phrase; `done_to` says that what it is done to follows."""

    @abstractmethod
    def doing(self, name: str, aspect: str, *, alone: bool) -> str:
        """An act of which only the beginning or the completion is meant; `alone` says that nothing it is done to follows."""

    @abstractmethod
    def occurrence(self, name: str) -> str:
        """An event as a noun."""

    @abstractmethod
    def defined(self, part: Event | Status) -> str:
        """An event or state of affairs as a term whose meaning is given."""

    def is_status(self, name: str) -> bool:
        """Whether a name stands for a state of affairs, which holds, rather than for an event, which occurs."""
        return name in self._statuses and name not in self._events

    @cached_property
    def acts_done(self) -> frozenset[str]:
        """Every act that a sentence of the treaty owes or allows: a name nobody declared is an act where one of these bears it."""
        clauses = list(self._treaty.clauses)
        divisions: list[Division] = list(self._treaty.divisions)
        while divisions:
            division = divisions.pop()
            clauses += division.clauses
            divisions += division.divisions
        sentences = [clause for clause in clauses if isinstance(clause, Sentence)]
        stated = [each for sentence in sentences for statements in (sentence.statements, *(rung.statements for rung in sentence.rungs)) for each in statements]
        return frozenset(limb.act.action for each in stated if isinstance(each, Statement) for limb in each.limbs)

    # ------------------------------------------------------------ the treaty

    @property
    @abstractmethod
    def instrument(self) -> str:
        """What the treaty calls itself: `this Agreement`."""
