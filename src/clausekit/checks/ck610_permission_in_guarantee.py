"""Guarantee that only permits

`May` leaves a guarantor free to do nothing. Where the answer to a breach is only a permission, the protected Party has been promised that it may be helped,
not that it will be.

Write `shall` if help is owed. If the guarantors are meant to stay free, add at least a duty to consult or to give reasons.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action use force as "use of force".
    action deploy forces as "deployment of forces".

    restraint: Russia shall not use force against Ukraine.
    surety: Poland guarantees clause restraint in favour of Ukraine by clause response.
    response: If violation of clause restraint, then Poland may deploy forces to Ukraine within 30 days.  # warning: [CK610]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action use force as "use of force".
    action deploy forces as "deployment of forces".

    restraint: Russia shall not use force against Ukraine.
    surety: Poland guarantees clause restraint in favour of Ukraine by clause response.
    response: If violation of clause restraint, then Poland shall deploy forces to Ukraine within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.owed import cited, imposes_nothing, is_committed
from clausekit.checks.registry import check
from clausekit.checks.survey import GuaranteeUse, StatementUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.clauses import Sentence, Stated
from clausekit.model.declarations import Event
from clausekit.model.names import key
from clausekit.model.qualifiers import When
from clausekit.model.terms import Condition, EventTerm, Occurs
from clausekit.model.vocabulary import BREACH

RULE = Rule("CK610", "permission-in-guarantee", Severity.WARNING)
_HELP = "write `shall` if help is owed, or add a duty to consult or to give reasons"
# An event done to somebody: an attack on a Party, a threat against it.
_DONE_TO = frozenset({"on", "against"})


@check(RULE)
def permission_in_guarantee(survey: Survey) -> Iterator[Diagnostic]:
    """Responses of guarantees that impose nothing; without a guarantee sentence, guarantors whose only answer to a breach or an attack is a permission."""
    told: set[int] = set()
    for use in survey.guarantees:
        if use.guarantee.response:
            free = _free_response(survey, use)
            if free is not None and id(free) not in told:
                told.add(id(free))
                yield report(
                    RULE,
                    "this guarantee promises a response that binds nobody to act",
                    at(free, "the response"),
                    at(use.guarantee, "the guarantee"),
                    help=_HELP,
                )
    if not survey.guarantees and survey.whole:
        yield from _only_answer(survey)


def _free_response(survey: Survey, use: GuaranteeUse) -> Stated | None:
    """The first sentence of a response that contains no duty."""
    found = cited(survey, use.guarantee.response, use.provision)
    if not imposes_nothing(found) or (use.guarantee.force != "guarantee" and is_committed(found)):
        return None
    place = survey.citations.find(use.guarantee.response[0], use.provision)
    provision = next(iter(survey.citations.cited(place)), None) if place is not None else None
    return provision.clause.statements[0] if provision is not None and isinstance(provision.clause, Sentence) else None


def _only_answer(survey: Survey) -> Iterator[Diagnostic]:
    guarantors = set(survey.vocabulary.members("Guarantor"))
    if not guarantors:
        return
    permission = next((use for use in survey.statements if use.modality == "permission" and _answers(survey, use, guarantors)), None)
    if permission is None or any(_owes_on_condition(survey, use, guarantors) for use in survey.statements):
        return
    yield report(
        RULE,
        "the guarantors may answer, and nothing in the treaty obliges them to",
        at(permission.statement, "only a permission"),
        at(permission.openings[0], "when this happens"),
        help=_HELP,
    )


def _answers(survey: Survey, use: StatementUse, guarantors: set[str]) -> bool:
    """Whether guarantors, and only they, answer a breach or an attack in the first step of a sentence."""
    bound = survey.actors_bound(use.bearer) if use.rung == 0 and use.openings else ()
    return bool(bound) and guarantors.issuperset(bound) and _on_breach(survey, use.openings)


def _owes_on_condition(survey: Survey, use: StatementUse, guarantors: set[str]) -> bool:
    return use.modality == "duty" and bool(use.openings or use.rung) and not guarantors.isdisjoint(survey.actors_bound(use.bearer))


def _on_breach(survey: Survey, openings: tuple[When, ...]) -> bool:
    return any(
        event.name == "violation" or key(event.name) == BREACH or _done_to_somebody(event) or _means_breach(survey, event)
        for opening in openings
        for event in _events(opening.condition)
    )


def _means_breach(survey: Survey, event: EventTerm) -> bool:
    declared = survey.vocabulary.declared.get(key(event.name))
    if not isinstance(declared, Event) or declared.meaning is None:
        return False
    return any(part.name == "violation" or key(part.name) == BREACH or _done_to_somebody(part) for part in _events(declared.meaning))


def _done_to_somebody(event: EventTerm) -> bool:
    return any(role.preposition in _DONE_TO for role in event.roles)


def _events(condition: Condition) -> Iterator[EventTerm]:
    for atoms in condition.alternatives:
        for atom in atoms:
            if isinstance(atom, Occurs) and not atom.negated:
                yield atom.event
