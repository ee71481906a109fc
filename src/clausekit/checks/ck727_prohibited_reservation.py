"""Reservation to a clause that is closed to them

`No State may reserve article 1` closes Article 1 to reservations, and one that is made all the same is without effect (Vienna Convention on the Law of
Treaties, Article 19). The Convention on anti-personnel mines and the Paris Agreement close every article (Articles 19 and 27).

Strike the reservation, or open the clause to it: `except …` behind the prohibition.

bad:
    party Ukraine.
    party Poland.
    party Moldova.
    action use mines.

    ban: Each Party shall not use mines.
    closed: No Party may reserve clause ban.
    reserved: reservation by Moldova to clause ban: excluded.  # error: [CK727]

good:
    party Ukraine.
    party Poland.
    party Moldova.
    action use mines.
    action report.

    ban: Each Party shall not use mines.
    reports: Each Party shall report every 12 months.
    closed: No Party may reserve clause ban.
    reserved: reservation by Moldova to clause reports: excluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, RecordUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.citations import Provision
from clausekit.model.qualifiers import Restriction
from clausekit.model.terms import Reference
from clausekit.model.treaty import Division

_Path = tuple[Division, ...]
RULE = Rule("CK727", "prohibited-reservation", Severity.ERROR)


@check(RULE)
def prohibited_reservation(survey: Survey) -> Iterator[Diagnostic]:
    """Reservations to clauses that those who make them may not reserve, where the prohibition knows no exception."""
    made = [use for use in survey.records if use.record.what == "reservation"]
    if not made:
        return
    around = {id(division): path for division, path in survey.citations.divisions}
    closed: dict[int, LimbUse] = {}
    partly: dict[int, LimbUse] = {}
    whole: LimbUse | None = None
    for use in survey.limbs:
        if use.within.modality == "prohibition" and use.limb.act.action == "reserve" and not _excepted(use):
            if not use.limb.act.cited or any(reference.kind == "treaty" for reference in use.limb.act.cited):
                whole = whole or use
            for identity, path in _cited(survey, use.limb.act.cited, use.within.provision, around):
                closed.setdefault(identity, use)
                for division in path:
                    partly.setdefault(id(division), use)
    for record_use in made:
        found = whole
        for identity, path in _cited(survey, record_use.record.references, record_use.provision, around):
            above = (closed.get(id(division)) for division in path)
            found = closed.get(identity) or partly.get(identity) or next((use for use in above if use is not None), None) or found
        if found is not None and _binds(survey, found, record_use):
            yield report(
                RULE,
                "what is reserved here is closed to reservations",
                at(record_use.record, "without effect"),
                at(found.within.statement, "closed here"),
                help="strike the reservation, or open the clause to it with `except …`",
            )


def _excepted(use: LimbUse) -> bool:
    return bool(use.within.openings) or any(isinstance(each, Restriction) for each in use.limb.qualifiers)


def _cited(survey: Survey, references: Iterable[Reference], here: Provision, around: dict[int, _Path]) -> Iterator[tuple[int, _Path]]:
    """The clauses and divisions cited, by identity, each with the divisions around it."""
    for reference in references:
        place = survey.citations.find(reference, here) if reference.kind not in ("treaty", "instrument") and reference.instrument is None else None
        if place is not None and place.provision is not None:
            yield id(place.provision.clause), place.provision.path
        elif place is not None and place.division is not None:
            yield id(place.division), around[id(place.division)][:-1]


def _binds(survey: Survey, use: LimbUse, made: RecordUse) -> bool:
    """Whether whoever reserves is among those who may not; unknown States are among any."""
    bearer = use.within.bearer
    forbidden = set(survey.actors_bound(bearer))
    if bearer is None or not forbidden or any(actor.name == "State" for actor in bearer.actors.members):
        return True
    reserving = {name for actor in made.record.by.members for name in survey.vocabulary.members(actor.name)}
    return not reserving or not forbidden.isdisjoint(reserving)
