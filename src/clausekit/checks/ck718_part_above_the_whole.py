"""Ceiling of a part above that of its whole

A ceiling of 500 tanks in a zone says nothing where the whole area may hold 400: the wider ceiling is always reached first. And if a part must hold at least
500, where the whole may hold 400 at most, nobody can comply. The Treaty on Conventional Armed Forces in Europe sets ceilings in a zone inside a zone inside
the area of application (Articles IV and V).

Lower the ceiling of the part, or raise that of the whole.

bad:
    party Ukraine.
    zone Border Area means "the area set out in Annex A".
    zone Border Strip inside Border Area means "the strip set out in Annex A".
    measure tanks.

    area: Ukraine shall ensure that tanks in Border Area are at most 100.
    strip: Ukraine shall ensure that tanks in Border Strip are at most 200.  # warning: [CK718]

good:
    party Ukraine.
    zone Border Area means "the area set out in Annex A".
    zone Border Strip inside Border Area means "the strip set out in Annex A".
    measure tanks.

    area: Ukraine shall ensure that tanks in Border Area are at most 100.
    strip: Ukraine shall ensure that tanks in Border Strip are at most 20.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.amounts import limit, measured_by, spoken
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.declarations import Measure, Zone
from clausekit.model.names import key
from clausekit.model.terms import Compares, Role, Timing
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK718", "part-above-the-whole", Severity.WARNING)
# Zones and measures stand in one another a few deep; a longer chain is no list of ceilings.
_DEEPEST = 8
_CEILING = frozenset({"is at most", "is below", "is"})
_FLOOR = frozenset({"is at least", "exceeds", "is"})
_Where = tuple[object, str, str | None, frozenset[Role], str | None]


class _Limit(NamedTuple):
    """A number that a measure must keep to, from when, and where that is said."""

    number: Decimal
    timing: tuple[Timing, ...]
    test: Compares


@check(RULE)
def part_above_the_whole(survey: Survey) -> Iterator[Diagnostic]:
    """Ceilings of a measure, or in a zone, that its whole or the wider zone never lets anybody reach; floors above the ceiling of the whole (an error)."""
    if not survey.limbs_that_ensure:
        return
    ceilings: dict[_Where, _Limit] = {}
    tests: list[tuple[_Where, _Limit]] = []
    for use in survey.limbs_that_ensure:
        if use.within.modality == "duty" and not use.within.openings and not use.limb.qualifiers:
            for where, found in _limits(survey, use):
                tests.append((where, found))
                if found.test.comparator in _CEILING and (where not in ceilings or found.number < ceilings[where].number):
                    ceilings[where] = found
    for where, found in tests:
        for whole in _wholes(survey, where):
            above = ceilings.get(whole)
            if above is not None and above.timing in ((), found.timing):
                yield from _compared(found, above)
                break


def _compared(part: _Limit, whole: _Limit) -> Iterator[Diagnostic]:
    if part.number <= whole.number:
        return
    floor = part.test.comparator in _FLOOR
    what = "must be at least" if floor else "may be up to"
    found = report(
        RULE,
        f"`{part.test.measure}` {what} {spoken(part.number)} here, and no more than {spoken(whole.number)} in the whole that this is part of",
        at(part.test, "the part"),
        at(whole.test, "the whole"),
        help="lower the limit of the part, or raise that of the whole",
    )
    yield found._replace(severity=Severity.ERROR) if floor else found


def _limits(survey: Survey, use: LimbUse) -> Iterator[tuple[_Where, _Limit]]:
    bearer = use.within.bearer
    timing = tuple(each for each in use.limb.timing if each.kind != "at all times")
    for condition in use.limb.act.ensured:
        if len(condition.alternatives) == 1:
            for atom in condition.alternatives[0]:
                if isinstance(atom, Compares) and (number := limit(atom)) is not None:
                    zone, others = _zone(survey, atom.roles)
                    yield (bearer and bearer.actors, atom.measure, zone, others, measured_by(atom)), _Limit(number, timing, atom)


def _zone(survey: Survey, roles: tuple[Role, ...]) -> tuple[str | None, frozenset[Role]]:
    """The zone in which something is measured, and its other roles."""
    for role in roles:
        if role.preposition in ("in", "on") and role.actors is not None and len(role.actors.members) == 1:
            found = survey.vocabulary.thing(role.actors.members[0].name)
            if found is not None and found.kind == "zone":
                return found.name, frozenset(each for each in roles if each is not role)
    return None, frozenset(roles)


def _wholes(survey: Survey, where: _Where) -> Iterator[_Where]:
    """The same in wider zones and of wider measures, the nearest first."""
    bearer, measure, zone, others, unit = where
    for wider_measure in [measure, *_above(survey, measure)]:
        for wider_zone in [zone, *(_above(survey, zone) if zone else ()), *([None] if zone else ())]:
            if (wider_measure, wider_zone) != (measure, zone):
                yield bearer, wider_measure, wider_zone, others, unit


def _above(survey: Survey, name: str) -> list[str]:
    """What something is part of or lies inside, and so on upwards. Nothing is above what stands in a circle."""
    start = name
    found: list[str] = []
    while len(found) < _DEEPEST:
        part = survey.vocabulary.declared.get(key(name))
        upper = part.inside if isinstance(part, Zone) else part.part_of if isinstance(part, Measure) else None
        known = survey.vocabulary.thing(upper) if upper else None
        if known is None:
            break
        name = known.name
        if name == start or name in found:
            return []
        found.append(name)
    return found
