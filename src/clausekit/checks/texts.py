"""Survey → the running text in a treaty, and the declared names that it mentions.

Prose, recitals, definitions and display texts bind nobody's checker, but they use the vocabulary too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.survey import Survey
from clausekit.model.clauses import Prose
from clausekit.model.names import key, plural_of
from clausekit.model.part import Part
from clausekit.model.treaty import Action, Group, Term, Zone

WORD = re.compile(r"[^\W_][\w'’-]*")


class Wording(NamedTuple):
    """A piece of text: what it is (prose, recital, definition or display), and the part of the treaty that holds it."""

    text: str
    kind: str
    part: Part


def wordings(survey: Survey) -> tuple[Wording, ...]:
    """Every text in the treaty, once for a survey."""
    return survey.once(_gathered)


def mentions(survey: Survey) -> dict[str, int]:
    """How often the texts of a treaty mention each of its declared names, by key, in any of its forms. A definition does not mention what it defines."""
    return survey.once(_counted)


def declared_names(survey: Survey) -> Iterator[Part]:
    """The declarations of the vocabulary that provisions draw on: all but the actors, in their order by kind."""
    treaty = survey.treaty
    yield from (*treaty.groups, *treaty.bodies, *treaty.zones, *treaty.terms, *treaty.actions, *treaty.events, *treaty.statuses, *treaty.measures)


def forms(part: Part) -> Iterator[str]:
    """The words by which a text may speak of what is declared."""
    name: str = part.name  # type: ignore[attr-defined]
    yield name
    yield plural_of(name)
    display = getattr(part, "display", None)
    if display:
        yield display
    if isinstance(part, Group) and part.singular:
        yield part.singular
    if isinstance(part, Action) and part.noun:
        yield part.noun


def _gathered(survey: Survey) -> tuple[Wording, ...]:
    found = [Wording(recital.text, "recital", recital) for recital in survey.treaty.recitals]
    for provision in survey.citations.provisions:
        if isinstance(provision.clause, Prose):
            found.append(Wording(provision.clause.text, "prose", provision.clause))
    for part in (*survey.treaty.actors, *declared_names(survey)):
        display = getattr(part, "display", None)
        if display:
            found.append(Wording(display, "display", part))
        if isinstance(part, Zone | Term) and part.meaning:
            found.append(Wording(part.meaning, "definition", part))
    return tuple(found)


def _counted(survey: Survey) -> dict[str, int]:
    named: dict[tuple[str, ...], str] = {}
    parts = list(declared_names(survey))
    for part in parts:
        named.setdefault(tuple(key(part.name).split(" ")), key(part.name))  # type: ignore[attr-defined]
    for part in parts:  # other forms only where they are no name themselves
        for form in forms(part):
            named.setdefault(tuple(key(form).split(" ")), key(part.name))  # type: ignore[attr-defined]
    lengths: dict[str, set[int]] = {}
    for words in named:
        lengths.setdefault(words[0], set()).add(len(words))
    counted: dict[str, int] = {}
    for wording in wordings(survey):
        own = key(getattr(wording.part, "name", ""))
        words = [word.lower() for word in WORD.findall(wording.text)]
        for at, word in enumerate(words):
            for length in lengths.get(word, ()):
                name = named.get(tuple(words[at : at + length]))
                if name is not None and name != own:
                    counted[name] = counted.get(name, 0) + 1
    return counted
