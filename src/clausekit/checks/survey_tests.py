"""Scenarios and expectations → the names they use, and the clauses they cite: both count as used, though nothing is asked of them that is asked of clauses."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.model.clauses import Statement
from clausekit.model.part import Part
from clausekit.model.scenarios import Asserted, Expectation
from clausekit.model.terms import Actors, Atom, Condition, EventTerm, Occurs, Reference
from clausekit.model.treaty import Treaty


def names_in_tests(treaty: Treaty) -> Iterator[tuple[str, Part]]:
    """Every name that a scenario or an expectation uses, and where."""
    for scenario in treaty.scenarios:
        for line in scenario.lines:
            if isinstance(line, Asserted):
                for claim in line.claims:
                    yield from _event(claim.event)
                    yield from _actors(claim.actors)
            else:
                yield from _atom(line.atom)
    for expectation in treaty.expectations:
        yield from _expected(expectation)


def clauses_in_tests(treaty: Treaty) -> Iterator[tuple[Reference, ...]]:
    """The clauses that scenarios assert something of."""
    for scenario in treaty.scenarios:
        for line in scenario.lines:
            if isinstance(line, Asserted):
                yield from (claim.references for claim in line.claims)


def _expected(expectation: Expectation) -> Iterator[tuple[str, Part]]:
    yield from _event(expectation.event)
    yield from _event(expectation.before)
    yield from _condition(expectation.condition)
    yield from _actors(expectation.actors)
    yield from _actors(expectation.complying)
    sentence = expectation.sentence
    for opening in sentence.openings if sentence is not None else ():
        yield from _condition(opening.condition)
    for stated in sentence.statements if sentence is not None else ():
        if isinstance(stated, Statement):
            if stated.bearer is not None:
                yield from _actors(stated.bearer.actors)
            for limb in stated.limbs:
                yield limb.act.action, limb.act
                yield from _actors(limb.act.objects)
                for role in limb.act.roles:
                    yield from _actors(role.actors)


def _condition(condition: Condition | None) -> Iterator[tuple[str, Part]]:
    for alternative in condition.alternatives if condition is not None else ():
        for atom in alternative:
            yield from _atom(atom)


def _atom(atom: Atom) -> Iterator[tuple[str, Part]]:
    if isinstance(atom, Occurs):
        yield from _event(atom.event)
        return
    yield atom.measure, atom
    for role in atom.roles:
        yield from _actors(role.actors)


def _event(event: EventTerm | None) -> Iterator[tuple[str, Part]]:
    if event is not None:
        yield event.name, event
        for role in event.roles:
            yield from _actors(role.actors)


def _actors(actors: Actors | None) -> Iterator[tuple[str, Part]]:
    for actor in (*actors.members, *actors.excluding) if actors is not None else ():
        yield actor.name, actor
