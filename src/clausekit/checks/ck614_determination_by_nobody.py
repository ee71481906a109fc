"""Determination by something that cannot determine

`As determined by` hands a question to somebody, as `as alleged by` and `in the opinion of` do. A place, a number, a clause or another treaty cannot answer it,
and the sentence waits for a finding that nobody will make.

Name a body, an organ, a Party or a State.

bad:
    party Ukraine.
    party Russia.
    zone Buffer Zone means "the area set out in Annex A".
    event incident.
    action suspend flights as "suspension of flights".

    flights: If incident as determined by the Buffer Zone, then Russia shall suspend flights within 24 hours.  # error: [CK614]

good:
    party Ukraine.
    party Russia.
    organ Red Cross "the International Committee of the Red Cross".
    event incident.
    action suspend flights as "suspension of flights".

    flights: If incident as determined by the Red Cross, then Russia shall suspend flights within 24 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report

RULE = Rule("CK614", "determination-by-nobody", Severity.ERROR)
# A term may stand for a class of actors.
_INERT = frozenset({"zone", "measure", "instrument"})


@check(RULE)
def determination_by_nobody(survey: Survey) -> Iterator[Diagnostic]:
    """Determinations left to a zone, a measure, an instrument, or a cross-reference. Undeclared names are told elsewhere."""
    known: set[str] = set()
    for use in [*survey.determinations, *survey.judged]:
        if use.role.actors is None:
            yield report(
                RULE,
                "a clause cannot determine, allege or think anything",
                at(use.role, "who determines this?"),
                help="name the body or Party that determines it, and let that clause say how",
            )
            continue
        for actor in use.role.actors.members:
            found = survey.vocabulary.anything(actor.name) if actor.name not in known else None
            if found is None or found.kind not in _INERT:
                known.add(actor.name)
            else:
                yield report(
                    RULE,
                    f"`{actor.name}` is {'an' if found.kind[0] == 'i' else 'a'} {found.kind}: it cannot determine anything",
                    at(actor, "who determines this?"),
                    help="name a body, an organ, a Party or a State",
                )
