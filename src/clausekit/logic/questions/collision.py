"""Collision: whether somebody may do what it must not, or need not do what it must, with no precedence between the two.

It can always be complied with, so it is never a conflict; but nobody can tell from the text whether the act is lawful.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic import solver as z
from clausekit.logic.answers import Answer, Witness
from clausekit.logic.coming_about import have_come_about, unseen
from clausekit.logic.compliance import Compliance
from clausekit.logic.index import is_more_special
from clausekit.logic.instance import Instance
from clausekit.logic.moments import Moment
from clausekit.logic.replay import in_time, replay, violations
from clausekit.logic.slots import Slot, events, is_of, ways
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Theory
from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm
from clausekit.norms.state import has_precedence

_AGAINST = {"permission": "prohibition", "power": "prohibition", "exemption": "duty"}


def collision(theory: Theory) -> Iterator[Answer]:
    """Every pair of norms that collide, with all for whom they do and a history in which both are there for the same act."""
    for first in theory.code.norms:
        for second in _against(theory, first):
            found = [(who, answer) for who in _both(first, second) if (answer := _collides(theory, first, second, who)) is not None]
            if found:
                yield found[0][1]._replace(parties=tuple(who for who, answer in found if answer.status == found[0][1].status))


def _against(theory: Theory, first: Norm) -> Iterator[Norm]:
    against = _AGAINST.get(first.modality)
    seen: set[int] = set()
    for act in first.acts if against is not None else ():
        for second in theory.index.by_act.get(act.name, ()):
            if second.modality != against or second.number in seen:
                continue
            seen.add(second.number)
            is_settled = has_precedence(first, second) or has_precedence(second, first) or (first.modality == "exemption" and is_more_special(first, second))
            if not is_settled:
                yield second


def _both(first: Norm, second: Norm) -> list[str]:
    return [name for name in first.bearer.names if name in second.bearer.names]


def _collides(theory: Theory, first: Norm, second: Norm, who: str) -> Answer | None:
    search = Compliance(theory, ())
    instances = search.inquiry.instances
    when = search.inquiry.course.clock.moment("when")
    openings = [[each for each in search.openings(norm) if who in each.who] for norm in (first, second)]
    acts = [event for act in second.acts for event in events(act, {}, by=(who,))[0]]
    parts = []
    for act in acts:
        slot = search.inquiry.course.slot(act, moment=when)
        for one in openings[0]:
            for other in openings[1]:
                same = (
                    z.some(is_of(pattern, slot, one.bindings) for pattern in first.acts),
                    z.some(is_of(pattern, slot, other.bindings) for pattern in second.acts),
                )
                is_forbidden = _forbids(search, other, slot) if second.modality == "prohibition" else _there(search, other, when)
                there = _there(search, one, when), is_forbidden
                parts.append(z.every((*same, *there)))
        search.inquiry.solver.require(z.opposite(slot.present))  # it is enough that it could be done
    outcome = search.find(z.some(parts))
    if outcome == "none" or not instances.opened:
        return None
    numbers = (first.number, second.number)
    settled: set[int] = set()
    while outcome == "history":
        witness = search.inquiry.witness(at=search.inquiry.solver.whole(when.at))
        if _is_shown(theory, witness, numbers, acts, who):
            return Answer("collision", "shown", numbers, (who,), witness)
        left = [norm for norm in _unseen(search, witness) if norm.number not in settled]
        if not left:
            break
        settled.update(norm.number for norm in left)
        for norm in left:
            have_come_about(search.inquiry, norm, until=when.at)
        outcome = search.find(z.some(parts))
    if outcome == "none":
        return None
    return Answer("collision", "undecided", numbers, (who,), reason="no history was found in which both can be seen to be there for the same act")


def _unseen(search: Compliance, witness: Witness) -> list[Norm]:
    """What a state of affairs opens in a history that was found without its having been looked at."""
    solver, course = search.inquiry.solver, search.inquiry.course
    return unseen(search.inquiry.theory.code, witness, {slot.event.name for slot in course.slots if solver.is_true(slot.present)})


def _there(search: Compliance, instance: Instance, when: Moment) -> Formula:
    """Whether an opening of a norm is there at an instant: in time, and not excepted."""
    conditions = search.inquiry.conditions
    since = instance.moment.at if instance.norm.modality == "duty" else 0
    excepted = [
        met if guard.kind in ("unless", "except") else z.opposite(met)
        for guard in instance.norm.guards
        for met in (conditions.met(guard.condition, instance.bindings, when, since=since),)
    ]
    return z.every((instance.active, instance.reach.covers(when.at), z.opposite(z.some(excepted))))


def _forbids(search: Compliance, prohibition: Instance, slot: Slot) -> Formula:
    """Whether an act would be forbidden: nothing excepts it or allows it, and it is not itself what opens the prohibition at that instant."""
    tests = [test.pattern for alternative in prohibition.norm.trigger or () for test in alternative if test.pattern is not None and not test.negated]
    is_trigger = any(True for pattern in tests for _ in ways(pattern, slot, prohibition.bindings))
    later = slot.at != prohibition.moment.at if is_trigger else True
    excuses = search.inquiry.instances.excuses.of_act(prohibition, slot)
    return z.every((prohibition.active, prohibition.reach.covers(slot.at), later, z.opposite(z.some(excuses))))


def _is_shown(theory: Theory, witness: Witness, numbers: tuple[int, int], acts: list[Happening], who: str) -> bool:
    """Whether in the history as it is played both norms are there for somebody; a prohibition, so that the act then violates it."""
    first, second = numbers
    timeline = replay(theory.code, witness)
    if not in_time(timeline, first, witness.at, who):
        return False
    if theory.code.norms[second].modality != "prohibition":
        return bool(in_time(timeline, second, witness.at, who))
    done = (replay(theory.code, witness._replace(entries=(*witness.entries, act._replace(at=witness.at)))) for act in acts)
    return any(each.at == witness.at for made in done for each in violations(made, (second,), who))
