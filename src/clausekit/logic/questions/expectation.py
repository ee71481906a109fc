"""Expectation: whether every history in which the others comply satisfies what the drafter expects, or whether one at least reaches what must be possible."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic import solver as z
from clausekit.logic.answers import Answer, Witness
from clausekit.logic.compliance import Compliance
from clausekit.logic.instance import Breach
from clausekit.logic.mending import mended
from clausekit.logic.preventing import can_prevent
from clausekit.logic.replay import replay
from clausekit.logic.slots import events
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Theory
from clausekit.model.scenarios import Expectation
from clausekit.norms.calendar import NEVER
from clausekit.norms.expecting import Expecting, doing, happened, watched
from clausekit.norms.norm import Code, Condition, Names, Norm, Pattern, Test
from clausekit.norms.play import play
from clausekit.norms.telling import Telling

_OPEN = "it could not be settled in every history"


def expectation(theory: Theory) -> Iterator[Answer]:
    """What is so of each expectation of the treaty: it holds, it is refuted by a history, or neither could be shown."""
    if theory.treaty is None:
        return
    asking = _Asking(theory)
    for number, each in enumerate(theory.treaty.expectations):
        yield asking.answer(each)._replace(about=number)


class _Asking:
    def __init__(self, theory: Theory) -> None:
        assert theory.treaty is not None
        self._theory = theory
        self._code = theory.code
        self._telling = Telling(theory.treaty, theory.code)
        self._expecting = Expecting(theory.treaty, self._telling)

    def answer(self, each: Expectation) -> Answer:
        if each.kind == "no veto":
            return self._no_veto(each)
        if each.kind == "possible":
            return self._possible(each)
        watch = self._expecting.watch(each)
        return self._always(each, watch) if watch is not None else self._guarded(each)

    # ------------------------------------------------------------ sentences

    def _always(self, each: Expectation, watch: Code) -> Answer:
        """A sentence that must be complied with in every history in which the others comply."""
        code, own = _beside(self._code, watch)
        theory = Theory(code, self._theory.treaty)
        search = Compliance(theory, self._whom(each, watch), spared=own)
        openings = [opening for norm in own if not norm.ensured for opening in search.openings(norm)]
        if not openings or not all(theory.index.opens_exactly(norm) and norm.ensured is None for norm in own):
            return Answer("expectation", "undecided", reason="what it asks for is not an act of somebody's in answer to events")
        for norm in own:
            if norm.modality == "prohibition":
                search.inquiry.instances.laying_out.violation(norm)
        numbers = {norm.number for norm in own}

        def broken() -> Formula:
            return z.some(z.every((breach.so, _over(search, breach))) for breach in search.breaches if breach.instance.norm.number in numbers)

        outcome = search.find(broken())
        if outcome == "none":
            is_exact = search.inquiry.conditions.is_exact and all(opening.reach.is_exact for opening in openings)
            return self._held(search, broken()) if is_exact else Answer("expectation", "undecided", reason=_OPEN)
        if outcome == "history":
            witness = mended(self._code, _until_settled(self._code, watch, search.inquiry.witness()), self._whom(each, watch))
            if witness is not None:
                timeline = replay(self._code, witness)
                bearing, at = watched(watch, happened(timeline), timeline)
                if bearing == "refuted" and not self._expecting.in_breach(each, timeline, doing(watch, happened(timeline))):
                    return Answer("expectation", "refuted", witness=witness._replace(at=at))
        return Answer("expectation", "undecided", reason=_OPEN)

    def _held(self, search: Compliance, wanted: Formula) -> Answer:
        """That it holds, with the sentences by which it does."""
        core = search.core(wanted)
        norms = tuple(norm.number for norm in self._code.norms if norm.provision in core)
        return Answer("expectation", "holds", norms)

    def _whom(self, each: Expectation, watch: Code | None) -> tuple[str, ...]:
        """Those who comply: those named, or everybody but who does what sets the expectation off."""
        if each.complying is not None:
            return tuple(dict.fromkeys(name for actor in each.complying.members for name in self._telling.terms.members(actor.name)))
        doers = {name for norm in watch.norms for name in _doers(norm)} if watch is not None else set()
        return tuple(name for name in dict.fromkeys((*self._code.actors, *self._code.bodies)) if name not in doers)

    # ------------------------------------------------------------ never, only if

    def _guarded(self, each: Expectation) -> Answer:
        """`never E`, `never E before D`, `E only if C`: whether E can happen otherwise while everybody complies."""
        assert each.event is not None
        terms = self._telling.terms
        terms.begin(None)
        wanted = terms.event(each.event)
        before: Condition | None = ((Test("occurs", terms.event(each.before)),),) if each.before is not None else None
        needed = terms.condition(each.condition) if each.condition is not None else before
        search = Compliance(self._theory, self._whom(each, None))
        found, are_all = events(wanted, {})
        found = (
            found if "by" in {role.preposition for role in wanted.roles} else [event for who in self._doing(wanted) for event in events(wanted, {}, by=who)[0]]
        )
        parts = []
        for event in (each for plain in found for each in self._theory.index.variants(plain)):
            slot = search.inquiry.course.slot(event)
            met = search.inquiry.conditions.met(needed, {}, slot.moment) if needed is not None else False
            parts.append(z.every((slot.present, slot.reaches(wanted.amounts), z.opposite(met), slot.at <= search.end.at)))
        outcome = search.find(z.some(parts))
        if outcome == "none" and are_all and search.inquiry.conditions.is_exact:
            return self._held(search, z.some(parts))
        if outcome == "history":
            witness = mended(self._code, search.inquiry.witness(), self._whom(each, None))
            if witness is not None:
                timeline = replay(self._code, witness)
                bearing, at = self._expecting.guarded(each, happened(timeline))
                if bearing == "refuted" and not self._expecting.in_breach(each, timeline, frozenset()):
                    return Answer("expectation", "refuted", witness=witness._replace(at=at))
        return Answer("expectation", "undecided", reason=_OPEN)

    def _doing(self, wanted: Pattern) -> list[Names]:
        """Those who are looked at as doing something: those whom the treaty says anything about it, else every Party, else nobody in particular."""
        named = dict.fromkeys(name for norm in self._theory.index.by_act.get(wanted.name, ()) for name in norm.bearer.names)
        return [(name,) for name in named or self._code.parties] or [()]

    # ------------------------------------------------------------ possible

    def _possible(self, each: Expectation) -> Answer:
        """`possible that C`, `possible that C for P`: whether a history with nobody in breach reaches it."""
        assert each.condition is not None
        terms = self._telling.terms
        terms.begin(None)
        condition = terms.condition(each.condition)
        search = Compliance(self._theory, self._whom(each, None))
        met = search.inquiry.conditions.met(condition, {}, search.end)
        outcome = search.find(met)
        if outcome == "none" and search.inquiry.conditions.is_exact and each.period is None:
            return Answer("expectation", "refuted", self._held(search, met).norms, kind="impossible")
        if outcome == "history":
            witness = search.inquiry.witness(at=search.inquiry.solver.whole(search.end.at))
            if each.period is not None:
                witness = witness._replace(until=self._code.calendar.closes(witness.at, each.period) + 1)
            whole = mended(self._code, witness, self._whom(each, None))
            if whole is not None:
                timeline = replay(self._code, whole)
                bearing, at = self._expecting.possible(each, happened(timeline), timeline)
                if bearing == "holds" and not self._expecting.in_breach(each, timeline, frozenset()):
                    return Answer("expectation", "holds", witness=_short(whole, at))
        return Answer("expectation", "undecided", reason="no history was found that reaches it, nor was it shown that there is none")

    # ------------------------------------------------------------ no veto

    def _no_veto(self, each: Expectation) -> Answer:
        """`no X alone can prevent E`: asked of each of them by itself."""
        assert self._theory.treaty is not None
        assert each.event is not None
        assert each.actors is not None
        who = [name for actor in each.actors.members for name in self._telling.terms.members(actor.name)]
        found = [(name, can_prevent(self._theory.treaty, self._code, (name,), each.event)) for name in dict.fromkeys(who)]
        blocking = tuple(name for name, prevention in found if prevention.can)
        if blocking:
            return Answer("expectation", "refuted", parties=blocking, kind="veto", reason=next(each.how for _, each in found if each.can))
        if all(prevention.can is False for _, prevention in found):
            return Answer("expectation", "holds", parties=tuple(dict.fromkeys(who)))
        return Answer("expectation", "undecided", reason="the treaty does not say enough about how it is decided")


def _until_settled(code: Code, watch: Code, witness: Witness) -> Witness:
    """The same, told until the time of what is expected is over."""
    timeline = replay(code, witness)
    seen = play(watch, happened(timeline), in_force=witness.in_force, until=witness.until)
    closes = [at for at in seen.closings(witness.until).values() if at < NEVER]
    return witness._replace(until=max([witness.until, *(at + 1 for at in closes)]))


def _over(search: Compliance, breach: Breach) -> Formula:
    return False if breach.at is None else breach.at <= search.end.at


def _doers(norm: Norm) -> Iterator[str]:
    """Those who can do what opens a norm, where it says who does."""
    for alternative in norm.trigger or ():
        for test in alternative:
            if test.pattern is not None:
                yield from _by(test.pattern)


def _by(pattern: Pattern) -> Iterator[str]:
    for role in pattern.roles:
        if role.preposition == "by":
            yield from role.who.names


def _beside(code: Code, watch: Code) -> tuple[Code, tuple[Norm, ...]]:
    """A treaty with the norms of an expectation behind its own."""
    first, provision = len(code.norms), len(code.provisions)
    own = tuple(
        norm._replace(number=first + norm.number, provision=provision, after=tuple(first + number for number in norm.after if number >= 0))
        for norm in watch.norms
    )
    return code._replace(norms=(*code.norms, *own), provisions=(*code.provisions, watch.provisions[-1])), own


def _short(witness: Witness, at: int) -> Witness:
    return witness._replace(at=at)
