"""Declarations of a treaty → the references of a document (TLCs): who and what its text and its norms speak of, each with an identifier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.drafting.akn.eids import Identifiers, label_of
from clausekit.drafting.akn.markup import Element, add
from clausekit.drafting.tree import Draft, plain
from clausekit.model.declarations import DeclaredActor
from clausekit.model.names import key

# The program that wrote the file, which is answerable for its markup.
EDITOR = "clausekit"
_LONGEST_ARTICLE = 3
# What a translation says of these is no name.
_NO_NAMES = frozenset({"recital", "clause", "part", "chapter", "section", "article", "annex", "paragraph", "unit"})
BOUND = ("party", "guarantor")
SIGNING = ("party", "guarantor", "signatory")


class _Known(NamedTuple):
    """What is known of a name: its class of the ontology, its identifier, and how it is shown."""

    of_class: str
    identifier: str
    shown: str


class References:
    """What one document refers to. Of a name declared twice the first declaration counts."""

    def __init__(self, draft: Draft, identifiers: Identifiers) -> None:
        """Give everything that the treaty declares an identifier."""
        self._identifiers = identifiers
        self._known: dict[str, _Known] = {}
        self._shown: dict[str, str] = {}
        self._roles: dict[str, _Known] = {}
        self.editor = self._identify("Organization", EDITOR, EDITOR).identifier
        self.original = identifiers.free("", "original")
        treaty = draft.treaty
        translated = _translated(draft)
        for of_class, name, display in _declared(draft):
            if key(name) not in self._known:
                here = translated.get(key(name), "")
                known = self._identify(of_class, name, here or plain(display) or plain(name))
                self._known[key(name)] = known
                for shown in filter(None, (plain(name), plain(display), *_without_article(here))):
                    self._shown.setdefault(key(shown), known.identifier)
        for role in dict.fromkeys(actor.role for actor in treaty.actors if actor.role != "class"):
            self._roles[role] = self._identify("Role", f"{role} role", role)
        if treaty.depositary and self.of(treaty.depositary):
            self._roles["depositary"] = self._identify("Role", "depositary role", "depositary")
        self.nobody = None if self.authors(treaty.actors) else self._identify("Organization", "parties", draft.words["parties"])

    def _identify(self, of_class: str, name: str, shown: str) -> _Known:
        return _Known(of_class, self._identifiers.free("", label_of(plain(name)) or of_class.lower()), shown)

    # ------------------------------------------------------------ looking up

    def of(self, name: str) -> str:
        """`#` and the identifier of what is declared under this name; empty for an undeclared one."""
        known = self._known.get(key(name))
        return f"#{known.identifier}" if known is not None else ""

    def shown_as(self, words: str) -> str:
        """The same for the words by which a text calls it."""
        found = self._shown.get(key(words))
        return f"#{found}" if found is not None else ""

    def role(self, name: str) -> str:
        """`#` and the identifier of a role, such as guarantor."""
        known = self._roles.get(name)
        return f"#{known.identifier}" if known is not None else ""

    def authors(self, actors: Iterable[DeclaredActor]) -> list[tuple[str, str]]:
        """Who makes the treaty: a reference to each who is bound, and to its role."""
        return [(self.of(actor.name), self.role(actor.role)) for actor in actors if actor.role in BOUND]

    # ------------------------------------------------------------ writing

    def write(self, meta: Element, work: str, title: str) -> None:
        """The references of the document; `work` is its own address."""
        element = add(meta, "references", source=f"#{self.editor}")
        add(element, "original", eId=self.original, href=work, showAs=title)
        known = [_Known("Organization", self.editor, EDITOR), *self._known.values(), *self._roles.values(), *([self.nobody] if self.nobody else [])]
        for each in known:
            local = each.identifier.rpartition("__")[2]
            href = f"/akn/ontology/{each.of_class.lower()}/{local}"
            named = "instrument" if each.of_class == "Reference" else ""  # the schema asks what kind of thing it is
            work = self._identifiers.of_work(each.identifier)
            add(element, f"TLC{each.of_class}", name=named, eId=each.identifier, wId=work, href=href, showAs=each.shown or local)


def _declared(draft: Draft) -> Iterator[tuple[str, str, str | None]]:
    """Each declaration: its class of the ontology, its name and its display text."""
    treaty = draft.treaty
    for actor in treaty.actors:
        yield "Concept" if actor.role == "class" else "Organization", actor.name, actor.display
    yield from (("Organization", each.name, each.display) for each in treaty.bodies)
    yield from (("Concept", each.name, each.display) for each in treaty.groups)
    yield from (("Location", each.name, each.display) for each in treaty.zones)
    yield from (("Term", each.name, each.display) for each in treaty.terms)
    yield from (("Reference", each.name, each.display) for each in treaty.instruments)
    yield from (("Event", each.name, each.display) for each in treaty.events)
    yield from (("Concept", each.name, each.display) for each in treaty.statuses)
    yield from (("Process", each.name, each.noun or each.display) for each in treaty.actions)
    yield from (("Concept", each.name, each.display) for each in treaty.measures)


def _translated(draft: Draft) -> dict[str, str]:
    """What each name is called in the language of the draft, where the treaty says so."""
    entries = (entry for each in draft.treaty.translations if each.language == draft.language for entry in each.entries)
    return {key(entry.name): plain(entry.text) for entry in reversed(list(entries)) if entry.kind not in _NO_NAMES and entry.name}


def _without_article(text: str) -> Iterator[str]:
    """A name of another language as it stands, and without what may be its article: `l’Ukraine`, `la ligne de contact`."""
    yield text
    first, _, rest = text.partition(" ")
    if rest and len(first) <= _LONGEST_ARTICLE:
        yield rest
    if "’" in text[: _LONGEST_ARTICLE + 1]:
        yield text.partition("’")[2]
