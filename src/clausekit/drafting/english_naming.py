"""Names of a treaty → what its English draft calls them, with their articles and forms."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from clausekit.drafting.english import English
from clausekit.drafting.naming import Naming
from clausekit.drafting.phrasebook import Phrasebook, WordingError
from clausekit.drafting.tree import plain
from clausekit.model.declarations import Body, DeclaredActor, Event, Instrument, Status, Term, Zone
from clausekit.model.names import plural_of, singular_of
from clausekit.model.treaty import Treaty
from clausekit.model.vocabulary import NOUN_OF_ACT, PLURAL_OF_ROLE

_NOUNS = frozenset(NOUN_OF_ACT.values())


class EnglishNaming(Naming):
    """The names of one treaty in English."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook, grammar: English) -> None:
        """Look the declarations of `treaty` up by name. Raises WordingError where a word list does not say what it must."""
        super().__init__(treaty, phrases)
        self._grammar = grammar
        named: list[DeclaredActor | Body | Zone | Term | Instrument] = [*treaty.actors, *treaty.bodies, *treaty.zones, *treaty.terms, *treaty.instruments]
        self._displays = {part.name: plain(part.display) for part in reversed(named)}
        self._measures = {measure.name: plain(measure.display) for measure in reversed(treaty.measures)}
        self._rules = {rule.name: plain(rule.display) for rule in reversed(treaty.rules)}
        # In a political instrument there are no Parties (Aust, Modern Treaty Law and Practice, on the wording of instruments that do not bind).
        self._roles: dict[str, list[str]] = phrases.word_list("political_roles") if treaty.political else {}
        for role, forms in self._roles.items():
            if len(forms) != 2:
                message = f"the word list `political_roles` must give two words for `{role}`: what one is called, and what all are"
                raise WordingError(message)

    # ------------------------------------------------------------ who and where

    def full_name(self, name: str) -> str:
        """What a draft calls an actor, a body, a place or a term, or what happens where such a one may stand: its display text if it has one."""
        display = self._displays.get(name)
        if display:
            return display
        shown = plain(name)
        found = self.vocabulary.who(name)
        if found is None and name not in self._displays and self._declared_happening(name):
            return self.occurrence(name)
        if found is not None and found.kind == "group":
            return f"the {self.nouns(name)}"
        takes_article = (found is not None and found.kind in ("body", "office")) or self.vocabulary.instrument(name) is not None
        takes_article = takes_article or (shown[:1].isupper() and self._grammar.is_described(shown))
        return f"the {shown}" if takes_article and not shown.lower().startswith("the ") else shown

    def pronoun(self, name: str) -> str:
        """`them`, `each other`."""
        return plain(name)

    def variable(self, name: str | None) -> str:
        """The name that `as` gave to an actor."""
        return plain(name)

    def bare_name(self, name: str) -> str:
        """The same without its article, for where a quantifier takes its place."""
        return self._grammar.bare(self.full_name(name))

    def noun(self, name: str) -> str:
        """One member of a group, without an article: `Party`, `European Ally`; `member of the Contact Group` where the name has no singular."""
        if name in self._roles:
            return self._roles[name][0]
        group = self._groups.get(name)
        if group is None:
            return plain(name)
        singular = plain(group.singular) or singular_of(plain(group.display)) or ("" if group.display else singular_of(group.name))
        return self._grammar.bare(singular) if singular else self._phrases.say("member_of_group", group=self.nouns(name), several=False)

    def nouns(self, name: str) -> str:
        """The members of a group together, without an article: `Parties`, `European Allies`, `Contact Group`."""
        if name in self._roles:
            return self._roles[name][1]
        group = self._groups.get(name)
        return self._grammar.bare(plain(group.display) or plain(group.name)) if group is not None else PLURAL_OF_ROLE.get(name) or plural_of(plain(name))

    def counted_nouns(self, name: str) -> str:
        """Several members of a group, for where a number stands before them: `European Allies`, `members of the Contact Group`."""
        nouns = self.nouns(name)
        if name in self._groups and self.noun(name).endswith(nouns):
            return self._phrases.say("member_of_group", group=nouns, several=True)
        return nouns

    def state(self, name: str) -> str:
        """A state of affairs that is guaranteed: `the Independence`, `the ceasefire`."""
        article, _, rest = name.partition(" ")
        known = rest if rest and article.lower() == "the" else name
        if self.vocabulary.happening(known) is not None:
            return self.occurrence(known)
        found = self.vocabulary.anything(known)
        if found is None and " of " in known and known[0].islower():
            return self._grammar.definite(plain(known))  # the independence of Belgium
        named = self.full_name(found.name if found is not None else known)
        return named if known == name else f"the {self._grammar.bare(named)}"

    def voters(self, name: str) -> str:
        """Those of whom so many must agree: `the Parties`, `the Executive Council`."""
        found = self.vocabulary.who(name)
        return f"the {self.nouns(name)}" if found is not None and found.kind in ("group", "role") else self.full_name(name)

    def rule(self, name: str) -> str:
        """What the draft calls a rule that decisions are taken by."""
        shown = plain(name)
        return self._rules.get(name) or (f"the {shown}" if self._grammar.is_described(shown) else shown)

    def cited(self, name: str) -> str:
        """What a norm yields to, accords with or replaces, where that is no clause: a declared name, or the words of the drafter."""
        found = self.vocabulary.anything(name)
        if found is None:
            return self.full_name(name)
        named = self.full_name(found.name)
        return f"the {self._grammar.bare(named)}" if name.lower().startswith("the ") else named

    # ------------------------------------------------------------ what is done and what happens

    def act(self, name: str, *, done_to: bool = False) -> str:
        """An act as a verb phrase; `done_to` says that what it is done to follows: `make a reservation to`."""
        action = self._actions.get(name)
        if action is not None:
            return plain(action.display) or plain(name)
        known = name.lower()
        said: str = self._phrases.word_list("acts").get(known) or plain(name)
        return f"{said} to" if done_to and known in self._phrases.word_list("acts_with_to") else said

    def _declared_happening(self, name: str) -> bool:
        found = self.vocabulary.happening(name)
        return found is not None and found.kind in ("event", "status", "action") and found.name == name

    def occurrence(self, name: str) -> str:
        """An event as a noun: `a breach`, `the entry into force of this Treaty`, `deployment of military forces`."""
        declared = self._events.get(name) or self._statuses.get(name)
        if declared is not None and plain(declared.display):
            return plain(declared.display)
        if self.is_status(name):
            return f"the {self._grammar.bare(plain(name))}"
        action = self._actions.get(name)
        if declared is None and action is not None:
            return plain(action.noun) or self._act_as_noun(self.act(name))
        if name == "entry into force":
            return self._phrases.say("entry_into_force", instrument=self.instrument)
        if self.vocabulary.happening(name) is None and name in self.acts_done:
            return self._act_as_noun(plain(name))
        return self._grammar.with_article(plain(name))

    def measure(self, name: str) -> str:
        """What is measured."""
        return self._measures.get(name) or plain(name)

    def level(self, name: str) -> str:
        """A level of a scale."""
        return plain(name)

    def unit(self, name: str | None, amount: Decimal | None) -> str:
        """What is counted, as it stands behind an amount; None where it stands behind none."""
        del amount  # English units are declared in the plural
        return plain(name)

    def defined(self, part: Event | Status) -> str:
        """An event or state of affairs as a term whose meaning is given."""
        return self._grammar.bare(plain(part.display) or plain(part.name))

    def measured(self, name: str) -> str:
        """What an amount is taken of, as one known thing: `the liability`, `the objects of verification`."""
        return self._grammar.definite(self.measure(name))

    def doing(self, name: str, aspect: str, *, alone: bool) -> str:
        """An act of which only the beginning or the completion is meant: `complete the withdrawal`, or where it is done to somebody `begin assisting`."""
        act, action = self.act(name, done_to=not alone), self._actions.get(name)
        noun = ""
        if alone:
            noun = plain(action.noun) if action is not None else NOUN_OF_ACT.get(name.lower(), name.lower() if name.lower() in _NOUNS else "")
        noun = self._grammar.definite(noun) if noun else ""
        return self._phrases.say(f"act_{aspect}", act=act, noun=noun, doing=self._grammar.gerund(act))

    def _act_as_noun(self, act: str) -> str:
        return self._phrases.say("act_as_event", act=act, doing=self._grammar.gerund(act))

    # ------------------------------------------------------------ the treaty

    @cached_property
    def instrument(self) -> str:
        """What the treaty calls itself: `this Agreement`, by the word that comes first in its short title, or else in its title."""
        words: list[str] = self._phrases.word_list("instruments")
        for title in (plain(self._treaty.short), plain(self._treaty.title)):
            found = {match.start(): word for word in words if (match := re.search(rf"\b{re.escape(word)}\b", title, re.IGNORECASE)) is not None}
            if found:
                return self._phrases.say("this_instrument", word=found[min(found)])
        return self._phrases.say("this_instrument", word=self._phrases.word_list("political_instrument" if self._treaty.political else "instrument"))
