"""A parameter and the value it is given → whether the value is of its kind."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.model.names import NearNames, key, without_article
from clausekit.model.resolve_declarations import names_only
from clausekit.model.vocabulary import PLURAL_OF_ROLE, Found, Vocabulary
from clausekit.modules.declared import declared_in
from clausekit.syntax.hard_words import HARD
from clausekit.syntax.nodes import Document
from clausekit.syntax.phrases import quotation

# What is written out where it stands; values of the other kinds are names.
WRITTEN_OUT = ("period", "number", "date", "text")
# What may be given for a parameter, by the kinds of the vocabulary, or the role of a declared actor.
_FIT = {
    "group": {"group", "role", "class"},
    "party": {"party", "guarantor"},
    "actor": {"party", "guarantor", "state", "signatory", "organ", "class", "body", "office"},
    "body": {"body", "organ"},
    "zone": {"zone"},
    "instrument": {"instrument"},
    "rule": {"rule"},
    "clause": {"clause"},
    "event": {"event", "status", "action", "noun", "life"},
    "action": {"action", "noun"},
}
_INDEX = {"zone": "things", "instrument": "things", "rule": "rules", "event": "happenings", "action": "actions"}
_EXAMPLES = {
    "group": "Guarantors",
    "party": "Ukraine",
    "actor": "Switzerland",
    "body": "Joint Commission",
    "zone": "Line of Contact",
    "instrument": "Charter",
    "rule": "Qualified Majority",
    "clause": "response",
    "event": "breach",
    "action": "impose sanctions",
    "period": "30 days",
    "number": "3",
    "date": "2027-01-01",
    "text": '"the area set out in Annex A"',
}
_WORDS = {"role": "group", "noun": "action", "life": "event", "office": "actor", "term": "term", "pronoun": "word for somebody named before"}


class Value(NamedTuple):
    """What a parameter stands for: its kind (name, period, number, date, text), and its words as a sentence has them."""

    kind: str
    written: str


class Misfit(NamedTuple):
    """Why a value is none for a parameter. `meant` is the declared name it was probably meant for."""

    what: str
    meant: str = ""


class Known:
    """What a document declares, to tell the kinds of its names."""

    def __init__(self, document: Document, elsewhere: frozenset[str]) -> None:
        """Take the declarations of `document`. The names `elsewhere` are declared by files it uses; of them no more is known."""
        self._vocabulary = Vocabulary(names_only(document.items))
        self._labels = declared_in(document.items).labels
        self._elsewhere = elsewhere

    def misfit(self, kind: str, value: Value) -> Misfit | None:
        """What is wrong with a value for a parameter of this kind; None if it fits, or if nothing is known of the name."""
        if kind in WRITTEN_OUT or value.kind != "name":
            return None if kind == value.kind else Misfit(f"a {value.kind}" if value.kind != "name" else self._what(value.written) or "a name")
        written = value.written
        found = self._kinds_of(written)
        if found & _FIT[kind] or (not found and key(written) in self._elsewhere):
            return None
        if found:
            return Misfit(self._what(written))
        near = self._near(kind, written)
        return Misfit("not declared", near) if near else None

    def singular(self, group: str) -> str | None:
        """The singular that the declaration of a group gives it, where a sentence can hold it as a name."""
        singular: str | None = getattr(self._vocabulary.declared.get(key(group)), "singular", None)
        return singular if singular and HARD.isdisjoint(singular.lower().split()) else None

    def _near(self, kind: str, written: str) -> str | None:
        """The name of this kind that was probably meant; a group by its plural."""
        if kind == "clause":
            return NearNames(self._labels.values()).nearest(written)
        near = self._vocabulary.near(written, _INDEX.get(kind, "who"))
        if near is None or not self._kinds_of(near) & _FIT[kind]:
            return None
        group = self._vocabulary.who(near) if kind == "group" else None
        return near if group is None else PLURAL_OF_ROLE.get(group.name, group.name)

    def _kinds_of(self, written: str) -> set[str]:
        vocabulary = self._vocabulary
        found = [vocabulary.anything(written), vocabulary.rule(written), vocabulary.happening(written), vocabulary.action(written)]
        kinds = {self._kind(each) for each in found if each is not None}
        return kinds | ({"clause"} if key(written) in self._labels else set())

    def _kind(self, found: Found) -> str:
        actor = self._vocabulary.actor(found.name) if found.kind == "actor" else None
        return actor.role if actor is not None else found.kind

    def _what(self, written: str) -> str:
        kinds = sorted(_WORDS.get(kind, kind) for kind in self._kinds_of(written))
        return f"{'an' if kinds[0][0] in 'aeiou' else 'a'} {kinds[0]}" if kinds else ""


def example(kind: str) -> str:
    """A value of a kind, as it may be written."""
    return _EXAMPLES[kind]


def name_value(written: str) -> Value:
    """A name as a value: the article that leads it is the sentence's."""
    return Value("name", without_article(written))


def literal(kind: str, value: str) -> Value:
    """A value that is no name, as a sentence has it."""
    return Value(kind, quotation(value) if kind == "text" else value)
