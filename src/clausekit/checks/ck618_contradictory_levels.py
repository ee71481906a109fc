"""Levels that leave nothing between them

One sentence keeps a number at or below a level for good, and another asks the same Party to keep or bring it above that. Each can be satisfied alone, and not
both together.

Let one of the two yield with `notwithstanding clause …`, give the first a time that ends before the second begins, or mend one of the numbers.

bad:
    party Alba.
    party Brena.
    measure tanks.
    event review.

    ceiling: Alba shall ensure that tanks of Alba are at most 200 at all times.
    strength: If review, then Alba shall ensure that tanks of Alba are at least 300 within 6 months.  # error: [CK618]

good:
    party Alba.
    party Brena.
    measure tanks.
    event review.

    ceiling: Alba shall ensure that tanks of Alba are at most 400 at all times.
    strength: If review, then Alba shall ensure that tanks of Alba are at least 300 within 6 months.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.amounts import limit, measured_by, spoken
from clausekit.checks.registry import check
from clausekit.checks.survey import LimbUse, Survey
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Compares

RULE = Rule("CK618", "contradictory-levels", Severity.ERROR)
_FLOORS = frozenset({"exceeds", "is at least", "is"})
_CEILINGS = frozenset({"is below", "is at most", "is"})


class _Level(NamedTuple):
    """A number that somebody must ensure: whether at all times, and who."""

    limit: Decimal
    test: Compares
    use: LimbUse
    is_standing: bool
    who: tuple[str, ...]


@check(RULE)
def contradictory_levels(survey: Survey) -> Iterator[Diagnostic]:
    """A standing floor above a ceiling, or a standing ceiling below a floor, of one measure, for one Party, in two sentences neither of which could yield."""
    floors: dict[object, list[_Level]] = {}
    ceilings: dict[object, list[_Level]] = {}
    for what, level in _levels(survey):
        if level.test.comparator in _FLOORS:
            floors.setdefault(what, []).append(level)
        if level.test.comparator in _CEILINGS:
            ceilings.setdefault(what, []).append(level)
    for what, over in floors.items():
        for floor in over:
            against = next((each for each in ceilings.get(what, ()) if _clash(floor, each)), None)
            if against is not None:
                yield _found(floor, against)


def _levels(survey: Survey) -> Iterator[tuple[object, _Level]]:
    """Every number that is to be ensured, where nothing in its sentence could make it yield."""
    for use in survey.limbs_that_ensure:
        stated = use.within
        if stated.modality != "duty" or stated.rung or use.limb.qualifiers or stated.bearer is None:
            continue
        is_standing = not stated.openings and all(timing.kind == "at all times" for timing in use.limb.timing)
        for condition in use.limb.act.ensured:
            for test in condition.alternatives[0] if len(condition.alternatives) == 1 else ():
                if isinstance(test, Compares) and (bound := limit(test)) is not None:
                    yield (test.measure, test.roles, measured_by(test)), _Level(bound, test, use, is_standing, survey.actors_bound(stated.bearer))


def _clash(floor: _Level, ceiling: _Level) -> bool:
    both = set(floor.who) & set(ceiling.who)
    apart = floor.use.within.statement is not ceiling.use.within.statement
    return apart and bool(both) and (floor.is_standing or ceiling.is_standing) and floor.limit > ceiling.limit


def _found(floor: _Level, ceiling: _Level) -> Diagnostic:
    who = [name for name in floor.who if name in ceiling.who]
    return report(
        RULE,
        f"{listed(who)} cannot ensure both: no amount is at once {spoken(floor.limit)} or more and {spoken(ceiling.limit)} or less",
        at(floor.test, f"{spoken(floor.limit)} or more"),
        at(ceiling.test, f"{spoken(ceiling.limit)} or less"),
        help="let one of the two yield, as in `notwithstanding clause …`, or mend one of the numbers",
    )
