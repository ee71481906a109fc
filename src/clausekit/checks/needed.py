"""Times, openings and qualifiers → the events without which nothing comes of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.life import entries, is_open
from clausekit.checks.survey import ApplicationUse, Survey
from clausekit.model.qualifiers import Qualifier, Restriction, When
from clausekit.model.terms import Actor, Condition, EventTerm, Occurs, Timing

# Events by which one consents to be bound, and the act of each.
RATIFYING = {"ratification": "ratify", "accession": "accede to", "signature": "sign"}
# Before such an event nothing is due. `before E` and `until E` end with theirs.
_WAITING = frozenset({"on", "after", "from", "exactly", "within", "not earlier than", "first day of month"})


def needed_events(timings: Iterable[Timing], openings: Iterable[When], qualifiers: Iterable[Qualifier]) -> Iterator[EventTerm]:
    """The events that must occur first, whatever else happens: of alternatives none is needed."""
    for timing in timings:
        if timing.kind in _WAITING:
            if timing.anchor is not None:
                yield timing.anchor
            if timing.which == "later":
                yield from (clock.event for clock in timing.clocks if clock.event is not None)
    for opening in openings:
        yield from _of_condition(opening.condition)
    for qualifier in qualifiers:
        if isinstance(qualifier, When | Restriction) and qualifier.kind in ("when", "provided that") and qualifier.condition is not None:
            yield from _of_condition(qualifier.condition)


def ratifying(use: ApplicationUse) -> Iterator[tuple[EventTerm, Actor]]:
    """Whoever must consent before the treaty enters into force, each with the event that needs it."""
    for event in needed_events(use.application.timing, use.openings, use.application.qualifiers):
        if event.name in RATIFYING:
            for role in event.roles:
                if role.preposition == "by" and role.actors is not None and role.actors.joined_by == "and":
                    for actor in (*role.actors.members, *role.actors.including):
                        yield event, actor


def is_no_signatory(survey: Survey, name: str) -> bool:
    """Whether a name is that of a body, an organ, or a State that is only named: none of them consents to be bound, unless a State may still accede."""
    found = survey.vocabulary.who(name)
    declared = survey.vocabulary.actor(found.name) if found is not None else None
    if found is not None and found.kind == "body":
        return True
    return declared is not None and (declared.role == "organ" or (declared.role == "state" and not is_open(survey)))


def told_of_entry(survey: Survey) -> frozenset[int]:
    """The actors of `ratifying`, by identity: how many of them there are is told in words of its own."""
    return survey.once(_told_of_entry)


def _told_of_entry(survey: Survey) -> frozenset[int]:
    return frozenset(id(actor) for use in entries(survey) for _, actor in ratifying(use))


def _of_condition(condition: Condition) -> Iterator[EventTerm]:
    if len(condition.alternatives) == 1:
        yield from (atom.event for atom in condition.alternatives[0] if isinstance(atom, Occurs) and not atom.negated)
