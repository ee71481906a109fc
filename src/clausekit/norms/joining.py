"""A treaty that others may join, and who signs or consents to it in a history → the same treaty, with them among its Parties.

An open treaty names no Parties: it binds whoever consents to it (VCLT 11 to 17). To play it, those who do are declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.model.clauses import Clause, Sentence
from clausekit.model.declarations import DeclaredActor
from clausekit.model.life import Application
from clausekit.model.names import key
from clausekit.model.scenarios import Scenario, Told
from clausekit.model.terms import Occurs
from clausekit.model.treaty import Division, Treaty
from clausekit.norms.consent import CONSENT

SIGNATURE = "signature"
# How consent is given to whoever keeps the treaty: `deposit of ratification`, `declaration of accession`.
_WAYS = ("deposit", "declaration", "notification")
_OPEN = ("is open for signature", "is open for accession", "is open for acceptance")
# What States are called that a treaty does not name and that are thought of as having joined it.
_JOINING = ("First State", "Second State", "Third State")


def is_open(treaty: Treaty) -> bool:
    """Whether others than its declared Parties may join: none is declared, or a sentence opens it."""
    if not any(actor.role in ("party", "guarantor") for actor in treaty.actors):
        return True
    return any(
        isinstance(stated, Application) and stated.verb in _OPEN
        for clause in _clauses(treaty.clauses, treaty.divisions)
        if isinstance(clause, Sentence)
        for stated in clause.statements
    )


def is_consent(event: str) -> bool:
    """Whether an event is that somebody signs, or expresses its consent to be bound: `ratification`, `deposit of instrument`, `signature`."""
    how, _, what = key(event).partition(" of ")
    return how in (*CONSENT, SIGNATURE) if not what else how in _WAYS and what in (*CONSENT, "instrument")


def who_joins(scenario: Scenario) -> tuple[str, ...]:
    """Those who sign or consent in a scenario, as it spells them, in its order."""
    found = [
        actor.name
        for line in scenario.lines
        if isinstance(line, Told) and isinstance(line.atom, Occurs) and is_consent(line.atom.event.name)
        for role in line.atom.event.roles
        if role.preposition == "by" and role.actors is not None
        for actor in role.actors.members
    ]
    return tuple(dict.fromkeys(found))


def joined(treaty: Treaty, names: Iterable[str]) -> Treaty:
    """The treaty with these among its Parties. States that it names become Parties; organs, bodies and groups do not."""
    wanted = {key(name): name for name in names}
    taken = {key(group.name) for group in treaty.groups} | {key(body.name) for body in treaty.bodies} | {key(actor.name) for actor in treaty.actors}
    actors = tuple(actor._replace(role="party") if key(actor.name) in wanted and actor.role in ("state", "signatory") else actor for actor in treaty.actors)
    others = tuple(DeclaredActor(-1, -1, "party", name, None, (), None) for words, name in wanted.items() if words not in taken)
    return treaty._replace(actors=(*actors, *others))


def as_joined(treaty: Treaty) -> tuple[Treaty, tuple[str, ...]]:
    """A treaty that names none of its Parties as if a few States had joined it, and what these are called; any other treaty as it is."""
    if any(actor.role in ("party", "guarantor") for actor in treaty.actors) or not is_open(treaty):
        return treaty, ()
    taken = {key(name) for names in (treaty.actors, treaty.groups, treaty.bodies) for name in (each.name for each in names)}
    names = tuple(name for name in _JOINING if key(name) not in taken)
    return joined(treaty, names), names


def _clauses(clauses: tuple[Clause, ...], divisions: tuple[Division, ...]) -> Iterator[Clause]:
    yield from clauses
    for division in divisions:
        yield from _clauses(division.clauses, division.divisions)
