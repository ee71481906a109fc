"""States of affairs that open norms: where the world is seen to be such, they have come about, and what they open is open.

That a state of affairs comes about is laid out as an event which may happen or not. In a history that is played it does, whatever was looked for: what it opens
then must have been thought of before the history shows anything.
"""

from __future__ import annotations

from collections.abc import Collection

from clausekit.logic import solver as z
from clausekit.logic.answers import Witness
from clausekit.logic.defined import meant
from clausekit.logic.index import SILENT, becoming, is_state, opened_by
from clausekit.logic.solver import Formula, Term
from clausekit.logic.theory import Inquiry
from clausekit.norms.norm import Code, Norm
from clausekit.norms.play import play


def unseen(code: Code, witness: Witness, happened: Collection[str]) -> list[Norm]:
    """The norms that a state of affairs opens in a history by its instant, as it is played, without being among the events that `happened`."""
    timeline = play(code, witness.entries, in_force=witness.in_force, until=witness.at)
    norms = [code.norms[number] for number in sorted({each.norm for each in timeline.opened})]
    return [norm for norm in norms if (names := _becomings(norm)) and names.isdisjoint(happened)]


def _becomings(norm: Norm) -> set[str]:
    """The names of the events that open a norm by a state of affairs alone; none for one that other events open too."""
    alternatives = meant(opened_by(norm) or ())
    return {becoming(norm, place) for place, _ in enumerate(alternatives)} if all(map(is_state, alternatives)) else set()


def have_come_about(inquiry: Inquiry, norm: Norm, *, until: Term) -> None:
    """Require that what opens a norm has come about wherever the world is seen to be such, as far as it was asked about up to an instant.

    It comes about together with what else comes about because it is so, however often that is.
    """
    course, names = inquiry.course, _becomings(norm)
    others = [slot for slot in course.slots if slot.event.name.startswith(SILENT) and slot.event.name not in names]
    for _ in range(1 + len(others)):
        inquiry.instances.laying_out.opening(norm)
    moments = {id(each): each for moments in course.world.values() for each in moments}
    for place, alternative in enumerate(meant(opened_by(norm) or ())):
        slots = course.by_name[becoming(norm, place)] if is_state(alternative) else []
        for moment in list(moments.values()) if slots else ():
            so: Formula = z.every((moment.at <= until, inquiry.conditions.met((alternative,), {}, moment)))
            course.solver.require(z.follows(so, z.some(z.every((slot.present, slot.at <= moment.at)) for slot in slots)))
        for other in others if slots else ():
            was = inquiry.conditions.met((alternative,), {}, other.moment.before)
            so = z.every((other.present, inquiry.conditions.met((alternative,), {}, other.moment), z.some((other.at == 0, z.opposite(was)))))
            course.solver.require(z.follows(so, z.some(z.every((slot.present, slot.at == other.at)) for slot in slots)))
