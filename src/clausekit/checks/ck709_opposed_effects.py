"""Two sentences that undo each other

One sentence says that a clause ceases on an event, another that it applies on the very same event. When the event occurs, the clause is in force and is not,
and whoever wishes to perform cannot know which. The same is true of what both counts and does not count as something.

Strike one of the two, or say for whom, from when, or on what condition each of them holds.

bad:
    party Ukraine.
    party Moldova.
    event peace.
    action station troops as "stationing of troops".

    limit: Each Party shall not station troops.
    release: clause limit ceases on peace.
    return: clause limit applies on peace.  # error: [CK709]

good:
    party Ukraine.
    party Moldova.
    event peace.
    event new war.
    action station troops as "stationing of troops".

    limit: Each Party shall not station troops.
    release: clause limit ceases on peace.
    return: clause limit applies again on new war.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.registry import check
from clausekit.checks.survey import ApplicationUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Condition, EventTerm, Occurs, Reference

RULE = Rule("CK709", "opposed-effects", Severity.ERROR)
_OPPOSED = {
    "enters into force": "in force", "takes effect": "in force", "applies": "in force", "applies again": "in force", "resumes": "in force",
    "remains in force": "in force", "applies provisionally": "in force",
    "does not apply": "not in force", "is deferred": "not in force", "ceases": "not in force", "lapses": "not in force", "is suspended": "not in force",
    "is terminated": "not in force", "counts as": "counted", "does not count as": "not counted",
}  # fmt: skip


@check(RULE)
def opposed_effects(survey: Survey) -> Iterator[Diagnostic]:
    """Sentences on the same clause, treaty or event, for the same Parties and on the same event and conditions, of which one takes what the other gives."""
    first: dict[object, dict[str, ApplicationUse]] = {}
    for use in survey.applications:
        effect = _OPPOSED.get(use.application.verb)
        moment = _moment(use)
        if effect is None or moment is None:
            continue
        for subject in _subjects(survey, use):
            said = first.setdefault((subject, moment, use.application.roles, use.application.qualifiers), {})
            opposite = said.get(effect.removeprefix("not ") if effect.startswith("not ") else f"not {effect}")
            said.setdefault(effect, use)
            if opposite is not None:
                yield report(
                    RULE,
                    f"one sentence says of this that it {opposite.application.verb}, another that it {use.application.verb}, on the same event",
                    at(use.application, use.application.verb),
                    at(opposite.application, opposite.application.verb),
                    help="strike one of the two, or say for whom, from when or on what condition each holds",
                )
                break


def _subjects(survey: Survey, use: ApplicationUse) -> list[object]:
    """What a sentence speaks of, so that the same clause is known however it is cited."""
    said = use.application
    if said.event is not None:
        return [(said.event, said.counted, said.quantity)]
    if said.subject is not None:
        return [(said.subject, said.counted, said.quantity)]
    return [_place(survey, use, reference) for reference in said.references] or ["the treaty"]


def _place(survey: Survey, use: ApplicationUse, reference: Reference) -> object:
    if reference.kind == "instrument" or reference.instrument is not None:
        return reference
    place = survey.citations.find(reference, use.provision)
    if place is None:
        return reference
    return (id(place.provision.clause) if place.provision else id(place.division) if place.division else "the treaty"), place.point


def _moment(use: ApplicationUse) -> object:
    """The event on which a sentence takes effect, with its conditions; None where it names none: then it says how things stand, or hangs on others."""
    said = use.application
    conditions = [opening.condition for opening in use.openings]
    moments: set[tuple[Condition, ...] | EventTerm | tuple[object, ...]] = set()
    for condition in conditions:
        alternative = condition.alternatives[0]
        lone = alternative[0] if len(condition.alternatives) == 1 and len(alternative) == 1 else None
        moments.add(lone.event if isinstance(lone, Occurs) and not lone.negated and not lone.already else (condition,))
    for timing in said.timing:
        plain = timing.anchor is not None and timing.kind in ("on", "from", "exactly") and timing.period is None
        moments.add(timing.anchor if plain and timing.anchor is not None else (timing.kind, timing))
    if said.verb in ("counts as", "does not count as"):
        return frozenset(moments)
    return frozenset(moments) or None
