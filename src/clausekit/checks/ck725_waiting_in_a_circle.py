"""Clauses that wait for each other

One clause is to be performed only after another is fulfilled, and that one only after the first. Each side can wait for the other, and neither is ever in
breach. The packages of measures for ceasefires show how it happens: control of the border after the reform, and the reform after control of the border.

Let one of them come first, or both at one time: `at the same time as` the act of the other.

bad:
    party Ukraine.
    party Russia.
    action return the border as "return of the border".
    action pass the law as "passing of the law".

    border: Russia shall return the border by 2027-12-31, provided that fulfilment of clause law.  # warning: [CK725]
    law: Ukraine shall pass the law by 2027-12-31, provided that fulfilment of clause border.

good:
    party Ukraine.
    party Russia.
    action return the border as "return of the border".
    action pass the law as "passing of the law".

    border: Russia shall return the border by 2027-12-31, provided that fulfilment of clause law.
    law: Ukraine shall pass the law by 2027-06-30.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.acts import is_procedure
from clausekit.checks.circles import circles
from clausekit.checks.needed import needed_events
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import MOST_NAMED, at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.declarations import Event
from clausekit.model.names import key
from clausekit.model.terms import EventTerm, Occurs
from clausekit.model.vocabulary import NOUN_OF_ACT
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK725", "waiting-in-a-circle", Severity.WARNING)
_OWED = frozenset({"duty", "commitment"})
_OUTCOMES = frozenset({"fulfilment", "performance"})
_ACT_OF_NOUN = {noun: act for act, noun in NOUN_OF_ACT.items()}
# An act that so many sentences require is no single step that the others could wait for.
_MOST_REQUIRED = 3
# An event that means more events than this, directly or through others, is no single step either.
_MOST_DEFINITIONS = 20


class _Steps(NamedTuple):
    """What clauses can wait for: who owes each act; what each event is made of by which they wait; the clauses in each division, by identity."""

    required: dict[str, list[LimbUse]]
    made_of: dict[str, tuple[EventTerm, ...]]
    inside: dict[int, frozenset[str]]


@check(RULE)
def waiting_in_a_circle(survey: Survey) -> Iterator[Diagnostic]:
    """Duties that need the fulfilment of a clause, or the act that a clause requires, which in turn needs theirs. A circle of acts asked for is no circle."""
    steps = _steps(survey)
    if not steps.made_of:
        return
    leads_to: dict[str, list[str]] = {}
    waiting: dict[str, tuple[Provision, EventTerm]] = {}
    for use in survey.limbs:
        if use.within.modality not in _OWED or use.within.rung:
            continue
        here = _named(use.within.provision)
        for event in needed_events(use.limb.timing, use.within.openings, use.limb.qualifiers):
            for there, inside in _waited_for(survey, use, event, steps):
                if there != here and here not in inside:
                    leads_to.setdefault(here, []).append(there)
                    waiting.setdefault(here, (use.within.provision, event))
                    if inside and there not in leads_to:
                        leads_to[there] = sorted(inside)
    for circle in circles(leads_to):
        around = sorted((waiting[name] for name in circle if name in waiting), key=lambda each: each[1].span or (0, 0))
        if len(around) > 1:
            yield report(
                RULE,
                f"these {len(around)} provisions wait for each other, so that none of them need ever be performed",
                *(at(event, f"{_spoken(survey, provision)} waits for this") for provision, event in around[:MOST_NAMED]),
                help="let one of them come first, or both at one time: `at the same time as …`",
            )


def _named(provision: Provision) -> str:
    return f"clause {id(provision.clause)}"


def _spoken(survey: Survey, provision: Provision) -> str:
    return f"`{provision.clause.label}`" if provision.clause.label else survey.citations.name_of(provision) or "this sentence"


def _required(survey: Survey) -> dict[str, list[LimbUse]]:
    """The acts that few enough sentences require, in law or as a political commitment, and that are more than procedure."""
    found: dict[str, list[LimbUse]] = {}
    for use in survey.limbs:
        if use.within.modality in _OWED:
            found.setdefault(use.limb.act.action, []).append(use)
    return {action: uses for action, uses in found.items() if len(uses) <= 2 * _MOST_REQUIRED and not is_procedure(survey, action)}


def _steps(survey: Survey) -> _Steps:
    required = _required(survey)
    made_of: dict[str, tuple[EventTerm, ...]] = {}
    for name in {use.event.name for use in survey.events}:
        parts = _made_of(survey, name)
        if any(each in _OUTCOMES or _ACT_OF_NOUN.get(each, each) in required for each in (name, *(part.name for part in parts))):
            made_of[name] = parts
    return _Steps(required, made_of, {})


def _waited_for(survey: Survey, use: LimbUse, event: EventTerm, steps: _Steps) -> Iterator[tuple[str, frozenset[str]]]:
    """The clauses that must come first: what is cited, with the clauses in it, or the clause that requires the act."""
    if event.name not in steps.made_of:
        return
    for each in (event, *steps.made_of[event.name]):
        if each.name in _OUTCOMES:
            yield from _cited(survey, use, each, steps)
        elif not each.references:
            action = _ACT_OF_NOUN.get(each.name, each.name)
            if action in steps.required:
                for step in _owing(survey, each, steps.required[action]):
                    yield _named(step.within.provision), frozenset()


def _made_of(survey: Survey, name: str) -> tuple[EventTerm, ...]:
    """The events that must all occur for a defined one to occur, and so on through their own definitions."""
    known: set[str] = set()
    found: list[EventTerm] = []
    open_names = [name]
    while open_names and len(found) < _MOST_DEFINITIONS:
        declared = survey.vocabulary.declared.get(key(open_names.pop()))
        if isinstance(declared, Event) and declared.meaning is not None and declared.name not in known and len(declared.meaning.alternatives) == 1:
            known.add(declared.name)
            parts = [atom.event for atom in declared.meaning.alternatives[0] if isinstance(atom, Occurs) and not atom.negated]
            found += parts
            open_names += [part.name for part in parts]
    return tuple(found)


def _cited(survey: Survey, use: LimbUse, event: EventTerm, steps: _Steps) -> Iterator[tuple[str, frozenset[str]]]:
    for reference in event.references:
        place = survey.citations.find(reference, use.within.provision) if reference.kind != "treaty" else None
        if place is None:
            continue
        if place.provision is not None:
            yield _named(place.provision), frozenset()
        elif not any(division is place.division for division in use.within.provision.path):
            identity = id(place.division)
            if identity not in steps.inside:
                steps.inside[identity] = frozenset(map(_named, survey.citations.cited(place)))
            yield f"division {identity}", steps.inside[identity]


def _owing(survey: Survey, event: EventTerm, uses: list[LimbUse]) -> list[LimbUse]:
    """Those of few sentences by which somebody owes just this act, as far as the event says who does it and whether only its beginning is meant."""
    aspects = ("", "complete") if event.aspect != "begin" else ("", "begin")
    by = next((role.actors for role in event.roles if role.preposition == "by"), None)
    doers = set() if by is None else {name for actor in by.members for name in survey.vocabulary.members(actor.name)}
    found = [use for use in uses if use.limb.act.aspect in aspects]
    if len(found) > (_MOST_REQUIRED if doers else 1):  # done by anybody, it waits for none of several
        return []
    return [use for use in found if not doers or not doers.isdisjoint(survey.actors_bound(use.within.bearer))]
