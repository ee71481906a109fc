"""Event of a scenario that no sentence can mean

A scenario tells of `use of force by Brena on Alba`, and the treaty forbids force `against` a Party: for the treaty nothing has happened, and the assertion that
nothing is violated holds for the wrong reason.

Tell of it in the words of the sentence it is to set off or to violate.

bad:
    party Alba.
    party Brena.
    action use force as "use of force".

    peace: Each Party shall not use force against the other Parties.

    scenario "Attack"
      on 2027-02-01: use of force by Brena on Alba.  # warning: [CK264]
      then on 2027-02-02: clause peace is violated by Brena.

good:
    party Alba.
    party Brena.
    action use force as "use of force".

    peace: Each Party shall not use force against the other Parties.

    scenario "Attack"
      on 2027-02-01: use of force by Brena against Alba.
      then on 2027-02-02: clause peace is violated by Brena.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import Survey
from clausekit.checks.survey_terms import JUDGED
from clausekit.checks.wording import at, listed
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Act
from clausekit.model.names import key
from clausekit.model.part import Part
from clausekit.model.scenarios import Told
from clausekit.model.terms import EventTerm, Occurs, Role
from clausekit.named_tuples import NamedTuple

RULE = Rule("CK264", "told-in-vain", Severity.WARNING)
# What is done to somebody stands behind any of these: `aid of Alba`, `aid to Alba`.
_OBJECT = "object"
_OBJECT_ROLES = frozenset({"of", "to", "on", _OBJECT})
_NO_ROLES = frozenset({"by", "on behalf of", *JUDGED})


class _Spoken(NamedTuple):
    """How a sentence speaks of what happens: behind which prepositions it names those concerned, and where."""

    roles: frozenset[str]
    part: Part


@check(RULE)
def told_in_vain(survey: Survey) -> Iterator[Diagnostic]:
    """What a scenario tells with roles that no sentence speaking of it has, while every such sentence asks for others."""
    for scenario in survey.treaty.scenarios:
        for line in scenario.lines:
            if isinstance(line, Told) and isinstance(line.atom, Occurs):
                yield from _told(survey, line.atom.event)


def _told(survey: Survey, event: EventTerm) -> Iterator[Diagnostic]:
    spoken = survey.once(_spoken).get(_name(survey, event.name), [])
    told = _roles(event.roles)
    if not spoken or not told or any(_has_all(told, each.roles) for each in spoken):
        return
    wanted = list(dict.fromkeys(word for each in spoken for word in sorted(each.roles) if not _has_all(told, frozenset({word}))))
    yield report(
        RULE,
        f"no sentence can mean this: they speak of it `{listed([_shown(word) for word in wanted], 'or')}` somebody or something, which it does not name",
        at(event, f"told `{listed(sorted(told))}`"),
        *(at(each.part, "spoken of here") for each in spoken[:2]),
        help="tell of it in the words of the sentence that it is to set off or to violate",
    )


def _has_all(told: frozenset[str], asked: frozenset[str]) -> bool:
    return all(word in told or (word in ("of", _OBJECT) and not told.isdisjoint(_OBJECT_ROLES)) for word in asked)


def _shown(preposition: str) -> str:
    return "of" if preposition == _OBJECT else preposition


def _spoken(survey: Survey) -> dict[str, list[_Spoken]]:
    """How each thing that happens is spoken of in sentences and definitions."""
    found: dict[str, list[_Spoken]] = defaultdict(list)
    for use in survey.events:
        found[_name(survey, use.event.name)].append(_Spoken(_roles(use.event.roles), use.event))
    for limb_use in survey.limbs:
        act = limb_use.limb.act
        found[_name(survey, act.action)].append(_Spoken(_roles(act.roles) | _object_of(act), act))
    return found


def _object_of(act: Act) -> frozenset[str]:
    return frozenset({_OBJECT}) if act.objects is not None else frozenset()


def _roles(roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset(role.preposition for role in roles if role.actors is not None) - _NO_ROLES


def _name(survey: Survey, written: str) -> str:
    found = survey.vocabulary.happening(written)
    return key(found.name if found is not None else written)
