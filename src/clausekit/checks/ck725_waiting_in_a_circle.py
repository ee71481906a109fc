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
from clausekit.model.citations import Place, Provision
from clausekit.model.declarations import Event
from clausekit.model.names import key
from clausekit.model.terms import EventTerm, Occurs
from clausekit.model.vocabulary import NOUN_OF_ACT

RULE = Rule("CK725", "waiting-in-a-circle", Severity.WARNING)
_OWED = frozenset({"duty", "commitment"})
_OUTCOMES = frozenset({"fulfilment", "performance"})
_ACT_OF_NOUN = {noun: act for act, noun in NOUN_OF_ACT.items()}
# An act that so many sentences require is no single step that the others could wait for.
_MOST_REQUIRED = 3


@check(RULE)
def waiting_in_a_circle(survey: Survey) -> Iterator[Diagnostic]:
    """Duties that need the fulfilment of a clause, or the act that a clause requires, which in turn needs theirs. A circle of acts asked for is no circle."""
    required = _required(survey)
    leads_to: dict[str, list[str]] = {}
    waiting: dict[str, tuple[Provision, EventTerm]] = {}
    for use in survey.limbs:
        if use.within.modality not in _OWED or use.within.rung:
            continue
        here = f"clause {id(use.within.provision.clause)}"
        for event in needed_events(use.limb.timing, use.within.openings, use.limb.qualifiers):
            for there, inside in (step for made_of in _made_of(survey, event) for step in _waited_for(survey, use, made_of, required)):
                if there == here or here in inside:
                    continue
                leads_to.setdefault(here, []).append(there)
                waiting.setdefault(here, (use.within.provision, event))
                if inside and there not in leads_to:
                    leads_to[there] = inside
    for circle in circles(leads_to):
        around = sorted((waiting[name] for name in circle if name in waiting), key=lambda each: each[1].span or (0, 0))
        if len(around) > 1:
            yield report(
                RULE,
                f"these {len(around)} provisions wait for each other, so that none of them need ever be performed",
                *(at(event, f"{_name(survey, provision)} waits for this") for provision, event in around[:MOST_NAMED]),
                help="let one of them come first, or both at one time: `at the same time as …`",
            )


def _name(survey: Survey, provision: Provision) -> str:
    return f"`{provision.clause.label}`" if provision.clause.label else survey.citations.name_of(provision) or "this sentence"


def _required(survey: Survey) -> dict[tuple[str, str], list[LimbUse]]:
    """What is owed, in law or as a political commitment, by act and aspect."""
    found: dict[tuple[str, str], list[LimbUse]] = {}
    for use in survey.limbs:
        if use.within.modality in _OWED:
            found.setdefault((use.limb.act.action, use.limb.act.aspect), []).append(use)
    return found


def _made_of(survey: Survey, event: EventTerm) -> Iterator[EventTerm]:
    """The event and, where it is defined by others that must all occur, these."""
    known: set[str] = set()
    found = [event]
    while found:
        each = found.pop()
        yield each
        declared = survey.vocabulary.declared.get(key(each.name))
        if isinstance(declared, Event) and declared.meaning is not None and declared.name not in known and len(declared.meaning.alternatives) == 1:
            known.add(declared.name)
            found += [atom.event for atom in declared.meaning.alternatives[0] if isinstance(atom, Occurs) and not atom.negated]


def _waited_for(survey: Survey, use: LimbUse, event: EventTerm, required: dict[tuple[str, str], list[LimbUse]]) -> Iterator[tuple[str, list[str]]]:
    """The clauses that must come first: what is cited, with the clauses in it, or the clause that requires the act."""
    if event.name in _OUTCOMES and event.references:
        for reference in event.references:
            place = survey.citations.find(reference, use.within.provision) if reference.kind != "treaty" else None
            if place is not None and not (place.division is not None and place.provision is None and place.division in use.within.provision.path):
                yield _node(survey, place)
        return
    action = _ACT_OF_NOUN.get(event.name, event.name)
    if event.references or is_procedure(survey, action):
        return
    aspects = ("", "complete") if event.aspect != "begin" else ("", "begin")
    by = next((role.actors for role in event.roles if role.preposition == "by"), None)
    doers = None if by is None else {name for actor in by.members for name in survey.vocabulary.members(actor.name)}
    steps = [step for aspect in aspects for step in required.get((action, aspect), ())]
    if len(steps) <= (_MOST_REQUIRED if doers else 1):  # done by anybody, it waits for none of several
        for step in steps:
            if not doers or not doers.isdisjoint(survey.actors_bound(step.within.bearer)):
                yield f"clause {id(step.within.provision.clause)}", []


def _node(survey: Survey, place: Place) -> tuple[str, list[str]]:
    if place.provision is not None:
        return f"clause {id(place.provision.clause)}", []
    return f"division {id(place.division)}", [f"clause {id(provision.clause)}" for provision in survey.citations.cited(place)]
