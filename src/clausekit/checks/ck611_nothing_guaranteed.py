"""Guarantee of nothing

A guarantee secures a duty that somebody owes or a state of affairs that is to last. One that cites a clause without a duty, names a Party that owes nothing
there, or guarantees a Party instead of what it is promised, secures nothing.

An assurance may also be given of what somebody only states that it will do.

Cite the clause that binds, or say what is guaranteed: the independence of a State, the inviolability of a frontier.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action inspect bases as "inspection of bases".

    visits: Ukraine may inspect bases in the presence of Russia.
    surety: Poland guarantees clause visits in favour of Ukraine.  # error: [CK611]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action admit inspectors as "admission of inspectors".

    visits: Russia shall admit inspectors within 24 hours of request by Ukraine.
    surety: Poland guarantees clause visits in favour of Ukraine.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.owed import cited, imposes_nothing, is_committed
from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Actors

RULE = Rule("CK611", "nothing-guaranteed", Severity.ERROR)


@check(RULE)
def nothing_guaranteed(survey: Survey) -> Iterator[Diagnostic]:
    """Guarantees that cite no duty, duties of one that has none there, or an actor where a state of affairs should stand."""
    for use in survey.guarantees:
        guarantee = use.guarantee
        found = cited(survey, guarantee.cited, use.provision)
        if imposes_nothing(found) and not (guarantee.force != "guarantee" and is_committed(found)):
            yield report(
                RULE,
                "what is guaranteed imposes no duty, so there is nothing to answer for",
                *(at(reference, "imposes no duty") for reference in guarantee.cited),
                at(guarantee, "the guarantee"),
                help="cite the clause that binds, or turn its `may` into `shall`",
            )
        elif guarantee.duties_of is not None and not any(each.open_ended for each in found):
            yield from _owes_nothing(survey, use, guarantee.duties_of, tuple(dict.fromkeys(name for each in found for name in each.bound)))
        for state in guarantee.states:
            actor = survey.vocabulary.who(state)
            if actor is not None and actor.kind != "pronoun":
                yield report(
                    RULE,
                    f"`{state}` is an actor: a guarantee secures what it is promised, not the actor itself",
                    at(guarantee, "guarantees an actor"),
                    help=f"say what is guaranteed (`the independence of {state}` as a declared term, or a clause), and `in favour of {state}`",
                )


def _owes_nothing(survey: Survey, use: GuaranteeUse, duties_of: Actors, bound: tuple[str, ...]) -> Iterator[Diagnostic]:
    named = [name for actor in duties_of.members for name in survey.vocabulary.members(actor.name)]
    if named and bound and not set(named) & set(bound):
        names = tuple(dict.fromkeys(named))
        yield report(
            RULE,
            f"{listed(f'`{name}`' for name in names)} {'owes' if len(names) == 1 else 'owe'} nothing under what is cited here",
            at(duties_of, "whose duties are guaranteed"),
            *(at(reference, f"binds {listed(bound)}") for reference in use.guarantee.cited[:1]),
            help="name those whose duties are meant, or cite the clause that binds them",
        )
