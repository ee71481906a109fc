"""Names and texts of one treaty in another language than its own: as its `translation` block gives them, with those that the language itself has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, get_args

from clausekit.drafting.grammar import Grammar
from clausekit.drafting.lexicon import Lexicon
from clausekit.drafting.naming import Naming
from clausekit.drafting.phrase import Phrase
from clausekit.drafting.phrasebook import Phrasebook
from clausekit.drafting.texts import Texts
from clausekit.drafting.tree import plain
from clausekit.model.citations import Citations, Provision
from clausekit.model.declarations import Event, Status
from clausekit.model.literals import ActorRole
from clausekit.model.names import key, singular_of
from clausekit.model.treaty import Division, Treaty
from clausekit.model.vocabulary import PLURAL_OF_ROLE

_ACTORS: tuple[str, ...] = get_args(ActorRole)
_NAMES = (*_ACTORS, "group", "body", "zone", "term", "instrument", "measure", "rule")
_HAPPENINGS = ("event", "status")


class TranslatedNaming(Naming):
    """The names of one treaty in another language, each with its forms."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook, grammar: Grammar, lexicon: Lexicon) -> None:
        """Look the declarations up, and what each is called. Raises WordingError where a word list does not say what it must."""
        super().__init__(treaty, phrases)
        self._grammar = grammar
        self._lexicon = lexicon
        self._own_nouns: Mapping[str, Mapping[str, Any]] = phrases.word_list("nouns")
        self._own_acts: Mapping[str, Mapping[str, Any]] = phrases.word_list("acts")
        self._own_happenings: Mapping[str, Mapping[str, Any]] = phrases.word_list("happenings")
        self._political: Mapping[str, Mapping[str, Any]] = phrases.word_list("political_nouns") if treaty.political else {}

    # ------------------------------------------------------------ who and where

    def full_name(self, name: str) -> str:
        """What a draft calls an actor, a body, a place or a term, or what happens where such a one may stand."""
        found = self.vocabulary.anything(name)
        if found is not None and found.kind in ("group", "role"):
            return self._phrases.say("many_all", noun=self.nouns(found.name), count=None)
        if found is not None and found.kind == "office":
            return self._phrases.say("one_the", noun=self._lexicon.word(self._own_nouns[found.name]), count=None)
        if found is not None and found.kind == "pronoun":
            return self.pronoun(name)
        if found is None and self._lexicon.entry((*_NAMES, "phrase"), name) is None and self.vocabulary.happening(name) is not None:
            return self.occurrence(name)
        return self._lexicon.named(self._kinds(name, _NAMES), name)

    def bare_name(self, name: str) -> str:
        """The same without its article, for where a quantifier takes its place."""
        return self._grammar.bare(self.full_name(name))

    def noun(self, name: str) -> str:
        """One member of a group, without an article."""
        role = self._role(name)
        if role is not None:
            return self._lexicon.word(role)
        group = self._groups.get(name)
        if group is None:
            return self._grammar.bare(self._lexicon.named(_NAMES, name))
        if not (group.singular or singular_of(plain(group.display)) or ("" if group.display else singular_of(group.name))):
            return self._phrases.say("member_of_group", group=self.nouns(name), several=False)
        return self._grammar.bare(self._lexicon.one_of(("group",), name))

    def nouns(self, name: str) -> str:
        """The members of a group together, without an article."""
        role = self._role(name)
        if role is not None:
            return self._lexicon.word(role, plural=True)
        return self._grammar.bare(self._lexicon.named(("group",) if name in self._groups else _NAMES, name))

    def counted_nouns(self, name: str) -> str:
        """Several members of a group, for where a number stands before them."""
        group = self._groups.get(name)
        if group is not None and not (group.singular or singular_of(plain(group.display)) or ("" if group.display else singular_of(group.name))):
            return self._phrases.say("member_of_group", group=self.nouns(name), several=True)
        return self.nouns(name)

    def state(self, name: str) -> str:
        """A state of affairs that is guaranteed."""
        article, _, rest = name.partition(" ")
        known = rest if rest and article.lower() == "the" else name
        if self.vocabulary.happening(known) is not None:
            return self.occurrence(known)
        found = self.vocabulary.anything(known)
        return self.full_name(found.name if found is not None else known)

    def voters(self, name: str) -> str:
        """Those of whom so many must agree."""
        return self.full_name(name)

    def rule(self, name: str) -> str:
        """What the draft calls a rule that decisions are taken by."""
        return self._lexicon.named(("rule",), name)

    def cited(self, name: str) -> str:
        """What a norm yields to, accords with or replaces, where that is no clause."""
        found = self.vocabulary.anything(name)
        return self.full_name(found.name if found is not None else name)

    def pronoun(self, name: str) -> str:
        """`them`, `each other`."""
        return self._lexicon.word(self._phrases.word_list("pronouns")[key(name)], plural=key(name) != "it" and key(name) != "itself")

    def variable(self, name: str | None) -> str:
        """The name that `as` gave to an actor."""
        return self._grammar.bare(self._lexicon.named(("phrase",), name or ""))

    # ------------------------------------------------------------ what is measured

    def measure(self, name: str) -> str:
        """What is measured."""
        measure = self._lexicon.named(("measure",), name)
        governs: Mapping[str, str] = self._phrases.words.get("measures_govern", {})
        return measure.governing({**governs, **measure.forms}) if governs and isinstance(measure, Phrase) else measure

    def measured(self, name: str) -> str:
        """What an amount is taken of, as one known thing."""
        return self._grammar.definite(self.measure(name))

    def level(self, name: str) -> str:
        """A level of a scale."""
        return self._lexicon.named(("level",), name)

    def unit(self, name: str | None, amount: Decimal | None) -> str:
        """What is counted, in the form it takes behind an amount."""
        return self._lexicon.counted(name, amount) if name else ""

    # ------------------------------------------------------------ what is done and what happens

    def defined(self, part: Event | Status) -> str:
        """An event or state of affairs as a term whose meaning is given."""
        return self._grammar.bare(self._lexicon.named(_HAPPENINGS, part.name))

    def act(self, name: str, *, done_to: bool = False) -> str:
        """An act as a verb phrase; where it is done to nothing, by its form `alone`, if it has one."""
        own = self._own_acts.get(name.lower())
        if own is not None and self._lexicon.entry(("action", "phrase"), name) is None:
            return Phrase(own["do"] if done_to else own.get("alone", own["do"]), forms=own)
        act = self._lexicon.named(("action",), name)
        alone = act.forms.get("alone", "") if isinstance(act, Phrase) and not done_to else ""
        return Phrase(alone, forms=act.forms) if alone and isinstance(act, Phrase) else act

    def occurrence(self, name: str) -> str:
        """An event as a noun."""
        if name == "entry into force":
            return self._phrases.say("entry_into_force", instrument=self.instrument)
        if name in self._events or name in self._statuses:
            return self._lexicon.named(_HAPPENINGS, name)
        action = self._actions.get(name)
        if action is not None:
            has_noun = plain(action.noun) or self._lexicon.entry(("action",), name) is None
            entry = self._lexicon.entry(("action",), name)
            noun = bool(has_noun) or (entry is not None and bool(entry.noun))
            return self._lexicon.noun_of(("action",), name) if noun else self._act_as_noun(self.act(name))
        own = self._own_happenings.get(name.lower())
        if own is not None and self._lexicon.entry((*_HAPPENINGS, "phrase"), name) is None:
            return self._lexicon.word(own)
        if self.vocabulary.happening(name) is None and name in self.acts_done:
            return self._act_as_noun(self.act(name))
        return self._lexicon.named(_HAPPENINGS, name)

    def doing(self, name: str, aspect: str, *, alone: bool) -> str:
        """An act of which only the beginning or the completion is meant."""
        act = self.act(name, done_to=not alone)
        noun = self._grammar.definite(self.occurrence(name)) if alone and (name in self._actions or name.lower() in self._own_happenings) else ""
        said = self._phrases.say(f"act_{aspect}", act=act, noun=noun, doing="")
        return Phrase(str(said), forms=act.forms if isinstance(act, Phrase) else {})

    def _act_as_noun(self, act: str) -> str:
        return self._phrases.say("act_as_event", act=act, doing="")

    # ------------------------------------------------------------ the treaty

    @cached_property
    def instrument(self) -> str:
        """What the treaty calls itself: by the first word of its short title or title, in this language, that an instrument can be called."""
        words: Mapping[str, Mapping[str, Any]] = self._phrases.word_list("instruments")
        first = self._phrases.cases[0]
        known = {entry[first][0].lower(): entry for entry in words.values()}
        for kind in ("short", "title"):
            title = self._lexicon.entry((kind,), "")
            found = re.findall(r"\w+", plain(title.text).lower()) if title is not None else []
            word = next((each for each in found if each in known), None)
            if word is not None:
                return self._phrases.say("this_instrument", word=self._lexicon.word(known[word]))
        name = self._phrases.word_list("political_instrument" if self._treaty.political else "instrument")
        return self._phrases.say("this_instrument", word=self._lexicon.word(words[name]))

    # ------------------------------------------------------------ lookups

    def _kinds(self, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The kinds that a name may be translated as; first the one that it is declared as, which a missing line is to name."""
        part = self.vocabulary.declared.get(key(name))
        kind = getattr(part, "role", None) or type(part).__name__.lower()
        return (kind, *kinds) if kind in kinds else ("phrase", *kinds)

    def _role(self, name: str) -> Mapping[str, Any] | None:
        if name in self._political:
            return self._political[name]
        return self._own_nouns[name] if name in PLURAL_OF_ROLE and name in self._own_nouns and name not in self._groups else None


class TranslatedTexts(Texts):
    """The texts of one treaty in another language."""

    def __init__(self, treaty: Treaty, phrases: Phrasebook, lexicon: Lexicon) -> None:
        """Keep the treaty and what its block gives."""
        super().__init__(treaty)
        self._phrases = phrases
        self._lexicon = lexicon
        self._numbers = Citations(treaty).number

    def title(self) -> str:
        """The title; empty without one."""
        return self._lexicon.text("title", "") if plain(self._treaty.title) else ""

    def short(self) -> str:
        """What the treaty is cited as; empty where that is not said."""
        return self._lexicon.text("short", "") if plain(self._treaty.short) else ""

    def place(self) -> str:
        """Where it is done; empty where that is not said."""
        return self._lexicon.text("done at", "") if plain(self._treaty.done_at) else ""

    def language(self, name: str) -> str:
        """The name of a language."""
        own: str | None = self._phrases.word_list("languages").get(name)
        return own if own is not None else self._lexicon.text("phrase", name)

    def recitals(self) -> list[str]:
        """The recitals, one by one."""
        return [self._lexicon.text("recital", str(number)) for number, _ in enumerate(self._treaty.recitals, 1)]

    def heading(self, division: Division) -> str:
        """The title of an article or another division; empty without one."""
        if not plain(division.title):
            return ""
        return self._lexicon.text(division.kind, plain(division.designation), plain(self._numbers(division)))

    def prose(self, text: str, provision: Provision) -> str:
        """The free text of a provision: by its label, or its place."""
        del text
        label = provision.clause.label
        if self._lexicon.entry(("paragraph",), _place(provision)) is None and label:
            return self._lexicon.text("clause", label)
        return self._lexicon.text("paragraph", _place(provision))

    def sentence(self, provision: Provision) -> str:
        """The whole sentence that the drafter wrote for a provision; empty where it is to be made."""
        label = provision.clause.label
        found = self._lexicon.entry(("clause",), label) if label else None
        if found is None:
            found = self._lexicon.entry(("paragraph",), _place(provision))
        return plain(found.text) if found is not None and provision.clause.kind != "prose" else ""

    def meaning(self, kind: str, name: str, text: str | None) -> str:
        """The definition of a term or zone; empty without one."""
        if not plain(text):
            return ""
        found = self._lexicon.entry((kind,), name)
        if found is not None and plain(found.meaning):
            return plain(found.meaning)
        return self._lexicon.missing_meaning(kind, name)

    def free(self, text: str | None) -> str:
        """Other words of the drafter."""
        return self._lexicon.text("phrase", plain(text)) if plain(text) else ""


def _place(provision: Provision) -> str:
    """Where a provision stands, as a line of a translation cites it: `2 of article 5`."""
    return " of ".join([str(provision.paragraph), *(f"{each.kind} {each.designation}" for each in provision.path[-1:])])
