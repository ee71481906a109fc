"""Trigger that nobody can cause

A consequence that hangs on something impossible never comes: the violation of a clause that imposes nothing, a breach that must and must not occur at once,
an act done by a place. The sentence looks like a safeguard, and is none.

Cite the clause whose breach is meant, take out one of the two conditions, or say who acts.

bad:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action impose sanctions as "imposition of sanctions".
    action inspect bases as "inspection of bases".

    visits: Ukraine may inspect bases in the presence of Russia.
    reaction: If violation of clause visits by Russia, then Poland shall impose sanctions within 30 days.  # error: [CK404]

good:
    party Ukraine.
    party Russia.
    guarantor Poland.
    action impose sanctions as "imposition of sanctions".
    action admit inspectors as "admission of inspectors".

    visits: Russia shall admit inspectors within 24 hours of request by Ukraine.
    reaction: If violation of clause visits by Russia, then Poland shall impose sanctions within 30 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from clausekit.checks.amounts import limit, measured_by
from clausekit.checks.owed import cited, imposes_nothing, is_committed
from clausekit.checks.registry import check
from clausekit.checks.survey import EventUse, Survey
from clausekit.checks.wording import at
from clausekit.diagnostics import Diagnostic, Rule, Severity, report
from clausekit.model.terms import Atom, Compares, Level, Occurs

RULE = Rule("CK404", "uncausable-trigger", Severity.ERROR)
# What only a duty, a prohibition or a guarantee can come to.
_OUTCOMES = {"violation": "violated", "fulfilment": "fulfilled"}
# More conditions than this are not compared two by two: nobody writes so many into one sentence.
_MOST_COMPARED = 40
# What cannot act. A term may stand for a class of actors.
_INERT = frozenset({"zone", "measure", "instrument"})


@check(RULE)
def uncausable_trigger(survey: Survey) -> Iterator[Diagnostic]:
    """Events and conditions that no history contains, as far as one sentence and what it cites can show."""
    for use in survey.events:
        if use.event.references and use.event.name in _OUTCOMES:
            yield from _of_nothing(survey, use)
    for conjunction in survey.conjunctions:
        yield from _contradiction(conjunction.atoms)
    done: set[int] = set()
    for stated in survey.statements:
        if len(stated.openings) > 1 and id(stated.openings) not in done:
            done.add(id(stated.openings))
            single = [opening.condition.alternatives[0] for opening in stated.openings if len(opening.condition.alternatives) == 1]
            yield from _contradiction([atom for atoms in single for atom in atoms])
    for actor in [use for use in survey.actors if use.context == "by"]:
        if actor.found is not None and actor.found.kind in _INERT:
            yield report(
                RULE,
                f"`{actor.actor.name}` is {'an' if actor.found.kind[0] == 'i' else 'a'} {actor.found.kind}: it cannot act",
                at(actor.actor, "named as the one who does this"),
                help="name the Party, body or State that acts; for a place write `in`, `on` or `from`",
            )


def _of_nothing(survey: Survey, use: EventUse) -> Iterator[Diagnostic]:
    found = cited(survey, use.event.references, use.provision)
    if imposes_nothing(found) and not (use.event.name == "fulfilment" and is_committed(found)):
        outcome = _OUTCOMES[use.event.name]
        yield report(
            RULE,
            f"what is cited here imposes no duty and forbids nothing, so it can never be {outcome}",
            at(use.event, f"cannot be {outcome}"),
            help="cite the clause whose duty is meant, or turn its `may` into `shall`",
        )


def _contradiction(atoms: Iterable[Atom]) -> Iterator[Diagnostic]:
    listed = list(atoms)[:_MOST_COMPARED]
    for index, second in enumerate(listed):
        for first in listed[:index]:
            if _excludes(first, second):
                yield report(
                    RULE,
                    "these two conditions can never be met together, so nothing here ever applies",
                    at(second, "and this"),
                    at(first, "this"),
                    help="take one of the two out, or join them by `or if`",
                )
                return


def _excludes(first: Atom, second: Atom) -> bool:
    if isinstance(first, Occurs) and isinstance(second, Occurs):
        return first.negated != second.negated and first.already == second.already and first.event == second.event
    if isinstance(first, Compares) and isinstance(second, Compares):
        same = (first.measure, first.roles, first.unit) == (second.measure, second.roles, second.unit)
        return same and measured_by(first) == measured_by(second) and _apart(first, second)
    if isinstance(first, Level) and isinstance(second, Level):
        return (first.measure, first.roles) == (second.measure, second.roles) and first.level.lower() != second.level.lower()
    return False


def _apart(first: Compares, second: Compares) -> bool:
    """Whether no number satisfies both comparisons. What is worked out otherwise than as a percentage is not known here."""
    if limit(first) is None or limit(second) is None:
        return False
    low, low_open = max(_floor(first), _floor(second))
    high, high_closed = min(_ceiling(first), _ceiling(second))
    return low > high or (low == high and bool(low_open or not high_closed))


def _floor(test: Compares) -> tuple[Decimal, bool]:
    """The least number that satisfies a comparison, and whether it is itself excluded."""
    number = limit(test) or Decimal(0)
    if test.comparator == "exceeds":
        return number, True
    return (number, False) if test.comparator in ("is at least", "is") else (Decimal("-Infinity"), False)


def _ceiling(test: Compares) -> tuple[Decimal, bool]:
    """The greatest number that satisfies a comparison, and whether it is itself included."""
    number = limit(test) or Decimal(0)
    if test.comparator == "is below":
        return number, False
    return (number, True) if test.comparator in ("is at most", "is") else (Decimal("Infinity"), True)
