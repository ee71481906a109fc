"""A past behind which norms clash → the same past without what the clash does not need, and with what else is due in it done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.logic.answers import Witness
from clausekit.logic.future import FOCUS, Future
from clausekit.logic.past import Fact, Facts, Past
from clausekit.logic.theory import Theory
from clausekit.norms.history import Entry, Happening
from clausekit.norms.norm import Norm
from clausekit.norms.play import play
from clausekit.norms.timeline import Record, Timeline

# Of so many events at most, each is tried whether it can be left out.
_MOST_TRIED = 12
# So many acts at most are added that are due in the past and have nothing to do with the clash.
_MOST_ADDED = 40


class Plain(NamedTuple):
    """The history of a past, and the core of the clash behind it."""

    witness: Witness
    core: list[int]


class Plainer:
    """Makes one past plainer; with `strict`, nothing may be violated in it."""

    def __init__(self, theory: Theory, past: Past, facts: Facts, *, strict: bool, minimal: bool = True) -> None:
        """Begin with the past as it was found. Cores are made `minimal` where that is asked for."""
        self._minimal = minimal
        self._theory = theory
        self._past = past
        self._facts = facts
        self._strict = strict
        self._last = theory.begins + facts.now

    def plain(self, future: Future, found: Plain) -> Plain:
        """The plainest history of the past that was come by: behind it the same norm clashes, and what is strictly asked for is so."""
        witness = found.witness._replace(entries=tuple(entry for entry in found.witness.entries if entry.at <= self._last))
        best, facts = Plain(witness, found.core), self._facts
        for without in self._smaller(future, found.core):
            slots = [fact._replace(happens=fact.happens and place not in without) for place, fact in enumerate(facts.slots)]
            if slots == facts.slots:
                continue
            smaller = self._told(witness, slots)
            core = self._core(facts._replace(slots=slots)) if self._is_clean(smaller) else None
            if core is not None:
                best, facts = Plain(smaller, core), facts._replace(slots=slots)
        return best._replace(witness=self._completed(best.witness))

    def shown(self, witness: Witness) -> Plain | None:
        """The history of a past that was guessed, where there is a clash behind it, with what else is due in it done."""
        core = self._core(self._facts) if self._is_clean(witness) else None
        return Plain(self._completed(witness), core) if core is not None else None

    def _smaller(self, future: Future, core: list[int]) -> Iterator[set[int]]:
        """What may be left out: first all that opens nothing of the core, then one event after the other."""
        places = [place for place, fact in enumerate(self._facts.slots) if fact.happens]
        needed = self._openers(future, core)
        yield {place for place in places if place not in needed}
        for place in places[:_MOST_TRIED]:
            yield {place}

    def _openers(self, future: Future, core: list[int]) -> set[int]:
        """The places, among the facts, of the events that open a norm of the core or a step before it."""
        places = {slot.number: place for place, slot in enumerate(each for each in future.inquiry.course.slots if not each.made)}
        found = set()
        for number in core:
            for instance in future.inquiry.instances.opened.get(self._past.norm.number if number == FOCUS else number, ()):
                first = instance
                while first.parent is not None:
                    first = first.parent
                if instance.active is not False and first.opener is not None and first.opener.number in places:
                    found.add(places[first.opener.number])
        return found

    def _core(self, facts: Facts) -> list[int] | None:
        """The core of the clash behind a past, if the norm that has just become active has a part in one and all else can be satisfied, and it can alone."""
        future = Future(self._theory, facts, self._past)
        if future.find() != "none":
            return None
        if self._strict:
            others = frozenset(future.asked) - {FOCUS}
            if any(future.find(without=left) != "history" for left in (frozenset({FOCUS}), others)):
                return None
            future.find()
        core = future.core(minimal=self._minimal)
        return core if FOCUS in core else None

    # ------------------------------------------------------------ as it is played

    def _told(self, witness: Witness, slots: list[Fact]) -> Witness:
        kept = {_key(self._theory, fact) for fact in slots if fact.happens}
        return witness._replace(entries=tuple(entry for entry in witness.entries if not isinstance(entry, Happening) or _of(entry) in kept))

    def _violations(self, witness: Witness) -> tuple[Timeline, list[Record]]:
        timeline = play(self._theory.code, witness.entries, in_force=witness.in_force, until=self._last)
        return timeline, [each for each in timeline.violations() if each.at <= self._last]

    def _is_clean(self, witness: Witness) -> bool:
        """Whether nothing is violated in a past by what can have a part in a clash."""
        if not self._strict:
            return True
        return not any(self._past.related.is_considered(self._theory.code.norms[each.norm]) for each in self._violations(witness)[1])

    def _completed(self, witness: Witness) -> Witness:
        """The past with what else is due in it done in time: what nothing stands against."""
        best = witness
        for _ in range(_MOST_ADDED if self._strict else 0):
            timeline, violations = self._violations(best)
            if not violations:
                return best
            norm = self._theory.code.norms[violations[0].norm]
            if self._past.related.is_considered(norm) or not norm.acts:
                return witness
            done = self._done(norm, timeline, violations[0])
            best = best._replace(entries=tuple(sorted((*best.entries, done), key=lambda entry: entry.at)))
        return witness

    def _done(self, norm: Norm, timeline: Timeline, violation: Record) -> Entry:
        bearers = timeline.opened[violation.instance].bearers
        return Happening(violation.at - 1, norm.acts[0].name, {"by": bearers}, said=norm.acts[0].said)


def _key(theory: Theory, fact: Fact) -> tuple[str, str, int]:
    return _of(fact.slot.event._replace(at=theory.begins + fact.at))


def _of(event: Happening) -> tuple[str, str, int]:
    return event.name, repr(sorted(event.roles.items())), event.at
