"""Redundant clause: whether each violation of a sentence comes with one by the same party, no later, of another that is not its own trigger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.logic import solver as z
from clausekit.logic.answers import Answer
from clausekit.logic.instance import Breach
from clausekit.logic.instances import Limits
from clausekit.logic.related import acts_of, hangs_on
from clausekit.logic.replay import replay, violations
from clausekit.logic.slots import events
from clausekit.logic.solver import Formula
from clausekit.logic.theory import Theory
from clausekit.norms.history import Happening
from clausekit.norms.norm import Norm

_BINDING = ("duty", "prohibition")


def redundant(theory: Theory) -> Iterator[Answer]:
    """Every provision that asks for nothing that others do not ask for already, with the provisions that do."""
    by_provision: defaultdict[int, list[Norm]] = defaultdict(list)
    mentioning: defaultdict[str, set[int]] = defaultdict(set)
    for norm in theory.code.norms:
        by_provision[norm.provision].append(norm)
        for name in acts_of(norm) | hangs_on(norm):
            mentioning[name].add(norm.provision)
    for provision, norms in by_provision.items():
        if not all(norm.modality in _BINDING and _is_known(theory, norm) for norm in norms):
            continue
        if not all(any(mentioning[name] - {provision} for name in acts_of(norm)) for norm in norms):
            continue
        if any(theory.index.after.get(norm.number) or norm.number in theory.index.leading_on for norm in norms):
            continue  # something hangs on its violation: it is of use by that
        for answer in _asked(theory, norms):
            if answer.status != "shown" or theory.index.are_told_alike(provision, {theory.code.norms[number].provision for number in answer.norms}):
                yield answer


def _is_known(theory: Theory, norm: Norm) -> bool:
    return norm.ensured is None and bool(norm.acts) and theory.index.opens_exactly(norm) and norm.guaranteed is None


def _asked(theory: Theory, norms: list[Norm]) -> Iterator[Answer]:
    """Whether a provision is redundant: for each of its norms and each who may violate it."""
    core: set[int] = set()
    asked = False
    for norm in norms:
        for who in norm.bearer.names:
            search = _Alone(theory, norm, who)
            outcome = search.find()
            if outcome == "history":
                return
            if outcome != "none" or not search.is_exact:
                if outcome == "undecided":
                    yield Answer("redundant", "undecided", (norm.number,), (who,), reason="it could not be settled whether others always ask the same")
                return
            asked = asked or search.can_be_violated
            found = set(search.core())
            if search.is_alone_in_company(found):
                return
            core |= found
    if asked and core:
        implying = [norm.number for number in sorted(core) for norm in theory.code.norms if norm.provision == number and norm.modality in _BINDING]
        yield Answer("redundant", "shown", (norms[0].number, *implying), norms[0].bearer.names)


class _Alone:
    """A history in which somebody violates a norm, and by then no other provision."""

    def __init__(self, theory: Theory, norm: Norm, who: str) -> None:
        self._theory, self._norm, self._who = theory, norm, who
        self._own: list[Breach] = []
        self._others: list[Breach] = []
        self._literals: dict[int, Formula] = {}
        self._taken = 0
        self._triggers = _triggering(theory, norm)
        self.inquiry = theory.inquiry(self._breach, Limits(concerned=frozenset((who,))))
        self.inquiry.instances.laying_out.opening(norm)
        for event in _by_oneself(theory, norm, who):
            self.inquiry.course.slot(event)
        if norm.modality == "prohibition":
            self.inquiry.instances.laying_out.violation(norm)
        for other in [other for act in norm.acts for other in theory.index.standing_about.get(act.name, ()) if who in other.bearer.names]:
            self.inquiry.instances.stand(other)  # what asks the same from entry into force on does so though nothing happens
        self.when = self.inquiry.course.clock.moment("when")

    @property
    def is_exact(self) -> bool:
        """Whether everything was taken at its word."""
        return self.inquiry.conditions.is_exact

    @property
    def can_be_violated(self) -> bool:
        """Whether the norm can be violated at all."""
        return bool(self._own)

    def _breach(self, breach: Breach) -> None:
        norm = breach.instance.norm
        if breach.who != self._who or norm.modality not in _BINDING or breach.at is None:
            return
        if norm.number == self._norm.number:
            self._own.append(breach)
        elif norm.provision != self._norm.provision and norm.number not in self._triggers:
            self._others.append(breach)

    def find(self) -> str:
        """Look for such a history."""
        while True:
            for breach in self._others[self._taken :]:
                provision = breach.instance.norm.provision
                if provision not in self._literals:
                    self._literals[provision] = self.inquiry.course.truth(f"provision {provision}")
                self.inquiry.solver.require(z.some((z.opposite(self._literals[provision]), breach.at > self.when.at, z.opposite(breach.so))))
            self._taken = len(self._others)
            own = z.some(z.every((breach.so, breach.at == self.when.at)) for breach in self._own)
            outcome = self.inquiry.course.find(own, *self._literals.values())
            if outcome != "history" or self._taken == len(self._others):
                self._wanted = own
                return outcome

    def core(self) -> list[int]:
        """The provisions that are violated with it, each of them needed to say so."""
        literals = dict(sorted(self._literals.items()))
        core = list(literals)
        for number in list(core):
            left = [each for each in core if each != number]
            if self.inquiry.course.find(self._wanted, *(literals[each] for each in left)) == "none":
                core = left
        return core

    def is_alone_in_company(self, core: set[int]) -> bool:
        """Whether a history is plain in which the norm is violated, and nothing else of a core, because who violates it takes part in what sets the others off.

        Of what happens at one instant all who do it are left out of the answer to it; what is laid out here knows each event by itself.
        """
        if self.inquiry.course.find(self._wanted) != "history":
            return False
        witness = self.inquiry.witness(at=self.inquiry.solver.whole(self.when.at))
        others = [norm for norm in self._theory.code.norms if norm.provision in core]
        heard = {test.pattern.name for norm in others for each in norm.trigger or () for test in each if test.pattern is not None and not test.negated}
        told = [entry for entry in witness.entries if isinstance(entry, Happening) and entry.name in heard and self._who not in entry.by]
        for entry in told:
            own = entry._replace(roles={**entry.roles, "by": (self._who,)}, said=f"{entry.name} by {self._who}")
            timeline = replay(self._theory.code, witness._replace(entries=tuple(sorted((*witness.entries, own), key=lambda each: each.at))))
            mine = violations(timeline, (self._norm.number,), self._who)
            if mine and not any(each.at <= mine[0].at for each in violations(timeline, [norm.number for norm in others], self._who)):
                return True
        return False


def _by_oneself(theory: Theory, norm: Norm, who: str) -> Iterator[Happening]:
    """What opens a norm, done by the one it binds: others may leave those out who do it."""
    for alternative in norm.trigger or ():
        for test in alternative:
            if test.pattern is not None and not test.negated and theory.index.by_act.get(test.pattern.name):
                yield from events(test.pattern, {}, by=(who,))[0] if all(role.preposition != "by" for role in test.pattern.roles) else ()


def _triggering(theory: Theory, norm: Norm) -> set[int]:
    """The norms whose violation opens a norm: that they are violated with it says nothing."""
    found = {number for number in norm.after if number >= 0}
    clauses: set[int] = set()
    for alternative in norm.trigger or ():
        for test in alternative:
            if test.pattern is not None and test.pattern.name == "violation":
                clauses |= test.pattern.clauses if test.pattern.clauses is not None else set(range(len(theory.code.provisions)))
    return found | {other.number for other in theory.code.norms if other.provision in clauses}
