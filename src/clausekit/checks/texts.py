"""Survey → the running text in a treaty, and the declared names that it mentions.

Prose, recitals, definitions and display texts bind nobody's checker, but they use the vocabulary too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from clausekit.checks.survey import Survey
from clausekit.model.clauses import Prose
from clausekit.model.declarations import Action, Group, Term, Zone
from clausekit.model.names import key, plural_of
from clausekit.model.part import Part
from clausekit.named_tuples import NamedTuple

WORD = re.compile(r"[^\W_][\w'’-]*")


class Declaration(Part, Protocol):
    """Any declaration of the vocabulary."""

    @property
    def name(self) -> str:
        """The declared name."""


class Wording(NamedTuple):
    """A piece of text: what it is (prose, recital, definition, display, criterion, record or understanding), and the part of the treaty that holds it."""

    text: str
    kind: str
    part: Part


def wordings(survey: Survey) -> tuple[Wording, ...]:
    """Every text in the treaty, once for a survey."""
    return survey.once(_gathered)


def mentions(survey: Survey) -> dict[str, int]:
    """How often the texts of a treaty mention each of its declared names, by key, in any of its forms. A definition does not mention what it defines."""
    return survey.once(_counted)


def declared_names(survey: Survey) -> list[Declaration]:
    """The declarations of the vocabulary that provisions draw on: all but the named actors, in their order by kind."""
    treaty = survey.treaty
    classes = [actor for actor in treaty.actors if actor.role == "class"]
    return [
        *classes, *treaty.groups, *treaty.bodies, *treaty.zones, *treaty.terms, *treaty.actions, *treaty.events, *treaty.statuses, *treaty.measures,
        *treaty.rules, *treaty.instruments,
    ]  # fmt: skip


def all_declarations(survey: Survey) -> list[Declaration]:
    """The declarations of actors and of the rest of the vocabulary."""
    actors: list[Declaration] = [actor for actor in survey.treaty.actors if actor.role != "class"]
    return actors + declared_names(survey)


def forms(part: Declaration) -> Iterator[str]:
    """The words by which a text may speak of what is declared."""
    yield part.name
    yield plural_of(part.name)
    display = getattr(part, "display", None)
    if display:
        yield display
    if isinstance(part, Group) and part.singular:
        yield part.singular
    if isinstance(part, Action) and part.noun:
        yield part.noun


def _gathered(survey: Survey) -> tuple[Wording, ...]:
    found = [Wording(recital.text, "recital", recital) for recital in survey.treaty.recitals]
    clauses = (provision.clause for provision in survey.citations.provisions)
    found += [Wording(clause.text, "prose", clause) for clause in clauses if isinstance(clause, Prose)]
    found += [Wording(use.record.text, "record", use.record) for use in survey.records if use.record.text]
    found += [Wording(each.text, "understanding", each) for each in survey.understandings]
    found += [Wording(group.criterion.text, "criterion", group) for group in survey.treaty.groups if group.criterion and group.criterion.text]
    for part in all_declarations(survey):
        display = getattr(part, "display", None)
        if display:
            found.append(Wording(display, "display", part))
        if isinstance(part, Zone | Term) and part.meaning:
            found.append(Wording(part.meaning, "definition", part))
    return tuple(found)


def _counted(survey: Survey) -> dict[str, int]:
    named: dict[tuple[str, ...], str] = {}
    parts = declared_names(survey)
    for part in parts:
        named.setdefault(tuple(key(part.name).split(" ")), key(part.name))
    for part in parts:  # other forms only where they are no name themselves
        for form in forms(part):
            named.setdefault(tuple(key(form).split(" ")), key(part.name))
    lengths: dict[str, list[int]] = {}
    for words in sorted(named, key=len, reverse=True):
        counts = lengths.setdefault(words[0], [])
        if len(words) not in counts[-1:]:
            counts.append(len(words))
    counted: dict[str, int] = {}
    for wording in wordings(survey):
        own = key(getattr(wording.part, "name", ""))
        text = [word.lower() for word in WORD.findall(wording.text)]
        at = 0
        while at < len(text):
            step = 1
            for length in lengths.get(text[at], ()):  # the longest first: a `Winter Season` speaks of no `Season`
                name = named.get(tuple(text[at : at + length]), own)
                if name != own:
                    counted[name] = counted.get(name, 0) + 1
                    step = length
                    break
            at += step
    return counted
