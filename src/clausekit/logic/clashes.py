"""Conflict: whether somebody can come into a position in which no way of acting satisfies all that the treaty asks.

A past is looked for, whoever violated anything in it, at the end of which a norm becomes active for somebody. For each past that is found, a future is
looked for in which that Party satisfies all its norms. If there is one, what it shows is learnt: pasts for which the same plan would do are looked for no
more. If there is none, the norms that stand against each other are a conflict, made as few as they can be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clausekit.logic import solver as z
from clausekit.logic.answers import Witness
from clausekit.logic.coming_about import unseen
from clausekit.logic.future import FOCUS, Future
from clausekit.logic.guessing import Known, guesses
from clausekit.logic.instance import Breach, Instance
from clausekit.logic.lesson import Lesson
from clausekit.logic.past import Past
from clausekit.logic.plainer import Plain, Plainer
from clausekit.logic.related import Related
from clausekit.logic.slots import Slot
from clausekit.logic.theory import Inquiry, Theory
from clausekit.norms.norm import Names, Norm

# So many pasts are tried for one norm before it is left undecided.
MOST_PASTS = 16


class Clash(NamedTuple):
    """What was found of one norm and one bearer: a clash with its norms and its witness, nothing, or nothing within bounds."""

    outcome: str
    norm: Norm
    who: Names
    core: tuple[int, ...] = ()
    witness: Witness | None = None
    tried: int = 0


def clash(theory: Theory, norm: Norm, related: Related, *, strict: bool = False, minimal: bool = True, known: Iterable[Clash] = ()) -> Clash:
    """Whether a norm can become active for somebody and clash with others. `strict` asks for pasts in which nothing has been violated yet.

    That each norm of the core is needed takes time to find out for a long one; a guess that is right need not be `minimal`. What other
    clashes are `known` helps guessing.
    """
    past = Past(theory, norm, related, strict=strict)
    if not past.is_possible:
        return Clash("none", norm, related.whom)
    guessed = _guessed(theory, past, known, minimal=minimal) if strict else None
    return guessed or _Search(theory, past, strict=strict).run()


class _Search:
    """A search for a past that leads into a clash, each plan that serves after one being learnt from."""

    def __init__(self, theory: Theory, past: Past, *, strict: bool) -> None:
        self._theory = theory
        self._past = past
        self._strict = strict
        self._others = _Others(theory, past)
        if strict:
            self._others.add(alone=False)
            self._others.add(alone=True)
        self._rest = self._others.rest if past.norm.modality != "prohibition" else None
        self._seen_to = self._learn_beside()
        self._tried_before: set[tuple[tuple[bool, int], ...]] = set()
        self._layers, self._again = past.related.layers(past.norm), past.related.again(past.norm)

    def run(self) -> Clash:
        """What the search comes to."""
        self._past.widen(next(self._layers, ()))
        for tried in range(MOST_PASTS):
            outcome = self._past.find()
            if outcome == "none":
                if not self._looks_further():
                    return self._end("none", tried)
            elif outcome != "history":
                return self._end("undecided", tried)
            elif self._rest is not None and len(self._rest.course.slots) > self._seen_to:
                self._seen_to = self._learn_beside()  # more is done beside it than was known: the plans are made anew
            elif (found := self._judged(tried)) is not None:
                return found
        return self._end("undecided", MOST_PASTS)

    def _end(self, outcome: str, tried: int) -> Clash:
        return Clash(outcome, self._past.norm, self._past.related.whom, tried=tried)

    def _looks_further(self) -> bool:
        """Look at more norms, or at more occurrences of what was looked at; whether there are any."""
        layer = next(self._layers, None)
        repeated = next(self._again, None) if layer is None else None
        if layer is not None:
            self._past.widen(layer)
        elif repeated is not None:
            self._past.repeat(repeated)
        return layer is not None or repeated is not None

    def _judged(self, tried: int) -> Clash | None:
        """What the past that was found comes to; None where something was learnt from it and others are to be looked for."""
        past = self._past
        facts = past.facts()
        witness = past.inquiry.witness(at=facts.now)
        future = Future(self._theory, facts, past)
        outcome = future.find()
        if outcome == "none":
            core = future.core()
            if FOCUS in core and (not self._strict or len(core) > 1 or self._others.is_alone):
                plain = Plainer(self._theory, past, facts, strict=self._strict).plain(future, Plain(witness, core))
                if past.settle(unseen(self._theory.code, plain.witness, facts.happened)):  # it was not thought of that the world opens this too
                    return None
                return Clash("clash", past.norm, past.related.whom, _numbers(past.norm, plain.core), plain.witness, tried)
            return None if self._others.add(alone=core == [FOCUS]) else self._end("none", tried)
        if outcome != "history":
            return self._end("undecided", tried)
        future.put_off()
        is_known = facts.told() in self._tried_before  # what serves beside one future need not beside another: then all of the plan is learnt
        past.learn(Lesson(self._theory, past, future, base=None if is_known else self._rest).literals)
        self._tried_before.add(facts.told())
        return None

    def _learn_beside(self) -> int:
        """Learn what doing everything late, or at once, comes to, beside what is done for the rest; how much that is by now."""
        self._past.forget_plans()
        for is_late in (True, False):
            lesson = Lesson(self._theory, self._past, None, is_late=is_late, base=self._rest)
            self._past.learn_plan(lesson.literals, self._rest.course if self._rest is not None else None)
        return len(self._rest.course.slots) if self._rest is not None else 0


def _numbers(norm: Norm, core: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({norm.number if number == FOCUS else number for number in core}))


def _guessed(theory: Theory, past: Past, known: Iterable[Clash], *, minimal: bool) -> Clash | None:
    """A clash behind a past that was only guessed, if there is one."""
    norm = past.norm
    others = [Known(each.core, each.witness) for each in known if each.witness is not None]
    for guess in guesses(theory, past, others):
        found = Plainer(theory, past, guess.facts, strict=True, minimal=minimal).shown(guess.witness)
        if found is not None:
            return Clash("clash", norm, past.related.whom, _numbers(norm, found.core), found.witness)
    return None


class _Others:
    """What must be possible beside a clash: that all norms but this one can be satisfied, and that this one alone can."""

    def __init__(self, theory: Theory, past: Past) -> None:
        self._theory = theory
        self._past = past
        self._added: set[bool] = set()
        self.rest: Inquiry | None = None
        """The future in which all norms but this one are satisfied."""

    @property
    def is_alone(self) -> bool:
        """Whether it was required that the norm alone can be satisfied."""
        return True in self._added

    def add(self, *, alone: bool) -> bool:  # noqa: C901  the hooks of one search, which share what they close over
        """Require one of the two; whether that was not required before."""
        if alone in self._added:
            return False
        self._added.add(alone)
        past = self._past
        copied: set[int] = set()
        pending: list[Breach] = []
        inquiry: list[Inquiry] = []

        def require(breach: Breach) -> None:
            norm = breach.instance.norm
            if breach.who not in past.whom or norm.modality == "commitment":
                return
            assert past.now is not None
            is_focus = breach.instance.is_of(past.norm, past.now.at)
            opener = breach.instance.opener
            is_done = breach.act is not None and breach.act.number in copied and (opener is None or opener.number in copied)
            if norm.modality == "prohibition" and is_done:
                return
            later = True if breach.at is None or norm.modality == "prohibition" else breach.at > past.now.at
            is_meant = is_focus if alone else z.opposite(is_focus)
            past.solver.require(z.opposite(z.every((is_meant, later, breach.so))))

        found = self._theory.inquiry(
            lambda breach: require(breach) if inquiry else pending.append(breach),
            past.related.limits,
            beside=past.inquiry,
        )
        inquiry.append(found)
        if not alone:
            self.rest = found
        for breach in pending:
            require(breach)
        found.course.eithers = past.inquiry.course.eithers  # looking for a past looks for this future too

        def copy(slot: Slot) -> None:
            if not slot.made:
                copied.add(len(found.course.slots))
                found.course.slot(slot.event, moment=slot.moment, present=slot.present, because=slot.because, amounts=slot.amounts)

        def bound(slot: Slot) -> None:
            assert past.now is not None
            if not slot.made and slot.number not in copied:
                past.solver.require(slot.at >= past.now.at)
                if isinstance(slot.serves, Instance):  # nothing is done that nothing asks for
                    past.solver.require(z.follows(slot.present, slot.serves.active))

        for slot in list(past.inquiry.course.slots):
            copy(slot)
        past.inquiry.course.hook(copy)
        found.course.hook(bound)
        for norm in past.related.standing():
            found.instances.stand(norm)
        return True
