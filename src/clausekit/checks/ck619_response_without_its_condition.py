"""Response to somebody only its own condition names

A guarantee `by clause response` opens on the breach of what it guarantees, and asks for the acts of that clause in its time. The condition of the clause is not
asked for again. Where the acts are done to whoever that condition speaks of (`deploy forces to victim`, of `request by any Party as victim`), the guarantee
owes them to nobody.

Let the acts of the response name those they are done to, or leave the guarantee without a response and let the clause stand for itself.

bad:
    party Ukraine.
    party Moldova.
    guarantor Poland.
    action use force as "use of force".
    action deploy forces as "deployment of forces".

    restraint: Each Party shall not use force against the other Parties.
    response: If violation of clause restraint and if request by any Party as victim, then Poland shall deploy forces to victim within 30 days.
    surety: Poland guarantees clause restraint by clause response.  # warning: [CK619]

good:
    party Ukraine.
    party Moldova.
    guarantor Poland.
    action use force as "use of force".
    action deploy forces as "deployment of forces".

    restraint: Each Party shall not use force against the other Parties.
    response: If violation of clause restraint, then Poland shall deploy forces to Ukraine within 30 days.
    surety: Poland guarantees clause restraint by clause response.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act, Sentence, Statement
from clausekit.model.names import key
from clausekit.model.terms import Actor

RULE = Rule("CK619", "response-without-its-condition", Severity.WARNING)


@check(RULE)
def response_without_its_condition(survey: Survey) -> Iterator[Diagnostic]:
    """Guarantees whose response acts towards somebody that a name given by `as`, or `that Party`, stands for."""
    for use in survey.guarantees:
        for reference in use.guarantee.response if use.guarantee.cited else ():
            place = survey.citations.find(reference, use.provision)
            for provision in survey.citations.cited(place) if place is not None else ():
                pointing = _pointing_back(provision.clause) if isinstance(provision.clause, Sentence) else None
                if pointing is not None:
                    yield _to_nobody(use, pointing)
                    break


def _to_nobody(use: GuaranteeUse, actor: Actor) -> Diagnostic:
    spoken = f"that {actor.name}" if actor.quantifier == "that" else actor.name
    return report(
        RULE,
        f"the guarantee owes its response to nobody: who `{spoken}` is, only the condition of the response says",
        at(use.guarantee.response[0], "sets off the acts of this clause, and not its condition"),
        at(actor, "stands for nobody then"),
        help="name in the response whom it is for, or leave out `by clause …` and let that clause stand for itself",
    )


def _pointing_back(sentence: Sentence) -> Actor | None:
    """The first of those to whom the acts of a sentence are done that points back at its opening."""
    statements = [each for each in sentence.statements if isinstance(each, Statement)]
    given = {key(actor.variable) for actor in _actors(sentence.openings) if actor.variable}
    acts = [limb.act for each in statements for limb in each.limbs]
    return next((actor for act in acts for actor in _done_to(act) if actor.quantifier == "that" or key(actor.name) in given), None)


def _done_to(act: Act) -> Iterator[Actor]:
    yield from act.objects.members if act.objects is not None else ()
    for role in act.roles:
        yield from role.actors.members if role.actors is not None else ()


def _actors(part: object) -> Iterator[Actor]:
    """Every actor named in a part of a sentence."""
    if isinstance(part, Actor):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _actors(each)
