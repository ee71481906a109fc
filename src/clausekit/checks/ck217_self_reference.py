"""Sentence that refers to itself

A sentence that is subject to itself yields to itself; one that prevails notwithstanding itself overrides itself; a duty that begins with its own violation
never begins; one that only says when it ceases itself ends nothing. What the drafter meant was another provision, or stood here before the articles were moved.

Cite the other provision, or strike the reference.

bad:
    party Ukraine.
    party Poland.
    action consult.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months, subject to clause talks.  # warning: [CK217]

good:
    party Ukraine.
    party Poland.
    action consult.
    action postpone talks.

    article 1 "Consultations"
      talks: The Parties shall consult every 6 months, subject to clause delay.
      delay: Any Party may postpone talks.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.cited import in_words
from clausekit.checks.registry import check
from clausekit.checks.survey import EventUse, Survey
from clausekit.checks.wording import at, label_of
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.clauses import Sentence
from clausekit.model.life import Application
from clausekit.model.terms import Occurs, Reference

RULE = Rule("CK217", "self-reference", Severity.WARNING)


@check(RULE)
def self_reference(survey: Survey) -> Iterator[Diagnostic]:
    """A sentence that yields to itself, prevails over itself, begins with its own violation, or speaks of its own life."""
    for event in survey.events:
        if event.context == "trigger" and event.event.references and event.provision is not None and _opens(event):
            for reference in event.event.references:
                if _is_itself(survey, reference, event.provision):
                    yield report(
                        RULE,
                        f"this sentence begins with its own {event.event.name}",
                        at(event.event, "cites the sentence it opens"),
                        help="cite the provision that is meant; what answers for a failure of this one stands after `failing which`",
                    )
    for use in survey.references:
        if use.purpose == "life" and use.provision is not None and _of_life_alone(use.provision) and _is_itself(survey, use.reference, use.provision):
            yield report(
                RULE,
                "this sentence speaks of its own life, and of nothing else",
                at(use.reference, "cites the sentence it stands in"),
                help="cite the clause whose beginning or end is meant",
            )
        if use.purpose == "precedence" and use.provision is not None and _is_itself(survey, use.reference, use.provision):
            yield report(
                RULE,
                f"this sentence is subject to itself, or prevails over itself: {in_words(use.reference)} is where it stands",
                at(use.reference, "cites the sentence it stands in"),
                label_of(survey.source, use.provision.clause, "this sentence") if use.provision.clause.label else at(use.provision.clause, "this sentence"),
                help="cite the provision that is meant, or strike the reference",
            )


def _opens(use: EventUse) -> bool:
    """Whether an event stands in the opening of its sentence, and not further down its ladder."""
    clause = use.provision.clause if use.provision else None
    if not isinstance(clause, Sentence):
        return False
    atoms = (atom for opening in clause.openings for alternative in opening.condition.alternatives for atom in alternative)
    return any(isinstance(atom, Occurs) and atom.event is use.event for atom in atoms)


def _of_life_alone(here: Provision) -> bool:
    """Whether a clause only says how clauses stand or fall, so that nothing in it could itself stand or fall."""
    clause = here.clause
    return isinstance(clause, Sentence) and all(isinstance(stated, Application) for stated in clause.statements)


def _is_itself(survey: Survey, reference: Reference, here: Provision) -> bool:
    if reference.kind in ("treaty", "this article") and reference.paragraph is None:
        return False  # `subject to this treaty` is said of all the rest of it
    place = survey.citations.find(reference, here)
    if place is None:
        return False
    if place.provision is not None:
        return place.provision.clause is here.clause
    return place.division is not None and bool(here.path) and place.division is here.path[-1] and here.alone
