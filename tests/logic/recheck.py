"""What the prover shows of a small treaty, checked once more by nothing but playing histories: that a witness shows it, and that a core is minimal.

The solver is not asked. A conflict is tried to be escaped from by continuations by chance; of each norm of its core there must be a continuation that keeps the
others; of a refuted expectation it must be seen that those comply who must.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from random import Random
from typing import NamedTuple

from clausekit.logic.answers import Answer, Witness
from clausekit.logic.replay import is_so
from clausekit.model.treaty import Treaty
from clausekit.norms.calendar import Instant
from clausekit.norms.expecting import Expecting, alone, doing, happened, watched
from clausekit.norms.history import Change, Entry
from clausekit.norms.norm import Code, Norm
from clausekit.norms.play import play
from clausekit.norms.telling import Telling
from clausekit.norms.timeline import Timeline
from tests.logic.brute import Conflict, Found
from tests.logic.letters import Letter
from tests.logic.tables import START

# A continuation is told so many instants on, and played until the windows that it opens are over.
_HOURS_ON, _HOURS_AFTER = 4, 3
_CONTINUATIONS = 6
_MOST_ACTS = 3


class Case(NamedTuple):
    """A treaty that was asked about: itself, its norms, what its short histories are told in, and how many hours lie between two instants."""

    treaty: Treaty
    code: Code
    found: Found
    step: int

    def play(self, entries: list[Entry], witness: Witness, until: Instant) -> Timeline:
        """Play a history that enters into force as a witness does."""
        return play(self.code, sorted(entries, key=lambda entry: entry.at), in_force=witness.in_force, until=until)


def doubts(case: Case, answers: list[Answer]) -> Iterator[str]:
    """Everything that is claimed and cannot be seen."""
    for answer in answers:
        about = f"{answer.question} {answer.norms or answer.about} {answer.parties}"
        if answer.status == "undecided":
            continue
        if answer.question == "conflict":
            yield from (f"{about}: {doubt}" for doubt in _of_conflict(case, answer))
        elif answer.question == "collision":
            yield from (f"{about}: {doubt}" for doubt in _of_collision(case, answer))
        elif answer.question == "expectation":
            yield from (f"{about}: {doubt}" for doubt in _of_expectation(case, answer))
        elif answer.question == "budget":
            yield from (f"{about}: {doubt}" for doubt in _of_budget(case, answer))
        elif answer.question not in ("dead", "redundant") and not is_so(case.code, answer):
            yield f"{about}: its witness does not show it"


# ---------------------------------------------------------------- conflict


class _Clash:
    """A conflict that is claimed, and what can still be done behind its witness."""

    def __init__(self, case: Case, answer: Answer) -> None:
        assert answer.witness is not None
        self.case, self.witness = case, answer.witness
        self.core, self.parties = answer.norms, answer.parties
        self.past = [entry for entry in answer.witness.entries if entry.at <= answer.witness.at]
        self.until = answer.witness.at + case.step * (_HOURS_ON + _HOURS_AFTER)
        self.before = set(self.violated([], until=answer.witness.at))

    def violated(self, more: list[Entry], *, until: Instant | None = None, endless: bool = True) -> Iterator[tuple[int, str, Instant]]:
        """What of the core is violated by whom and when, with more entries behind the past; also what is owed anew each time it is done, if `endless`."""
        timeline = self.case.play([*self.past, *more], self.witness, self.until if until is None else until)
        for record in timeline.violations():
            opened = (record.norm, timeline.opened[record.instance].opened)
            if record.norm in self.core and (endless or record.norm not in self._endless or opened in self._opened):
                yield from ((record.norm, name, record.at) for name in record.who)

    @cached_property
    def _opened(self) -> set[tuple[int, Instant]]:
        """Which norms the past opens, and when."""
        return {(each.norm, each.opened) for each in self.case.play(self.past, self.witness, self.until).opened}

    @cached_property
    def _endless(self) -> set[int]:
        """The norms that performing them opens again, or failing, sooner or later: only a history without end keeps them."""
        norms = self.case.code.norms
        opened = {norm.number: {other.number for other in norms if _leads_to(norm, other)} for norm in norms}
        for _ in norms:
            for number, found in opened.items():
                opened[number] = found.union(*(opened[other] for other in found))
        return {number for number, found in opened.items() if number in found}

    def broken(self, more: list[Entry], *, endless: bool = True) -> dict[str, set[int]]:
        """For each Party, the norms of the core that it violates from now on, by more than what was done already."""
        found: dict[str, set[int]] = {}
        for norm, name, at in self.violated(more, endless=endless):
            is_duty = self.case.code.norms[norm].modality == "duty"
            if (norm, name, at) not in self.before and (at > self.witness.at if is_duty else at >= self.witness.at):
                found.setdefault(name, set()).add(norm)
        return found


def _leads_to(norm: Norm, other: Norm) -> bool:
    """Whether to do what a norm asks for, or to fail, can open another."""
    named = {test.pattern.name for alternative in other.trigger or () for test in alternative if test.pattern is not None}
    return norm.number in other.after or not named.isdisjoint(act.name for act in norm.acts)


def _of_conflict(case: Case, answer: Answer) -> Iterator[str]:
    if answer.witness is None:
        yield "there is no witness"
        return
    clash = _Clash(case, answer)
    opened = case.play(clash.past, clash.witness, clash.witness.at).opened
    bearers = {name for each in opened if each.norm in clash.core and each.opened == clash.witness.at for name in each.bearers}
    whom = sorted(bearers & set(clash.parties))
    if not whom:
        yield "no norm of the core becomes active for those whom it concerns"
        return
    stuck = set(whom)
    for more in _by_chance(case, clash.witness):
        broken = clash.broken(more)
        stuck &= {name for name in whom if name in broken} if answer.kind != "together" else (stuck if broken else set())
        if not stuck:
            yield f"it can be escaped from by {_said(more, clash.witness)}"
            return
    for number in clash.core if len(clash.core) > 1 else ():
        if not any(_keeps(clash, set(clash.core) - {number}, name, is_together=answer.kind == "together") for name in sorted(stuck)):
            yield f"norm {number} of the core is not seen to be needed"


def is_real(case: Case, conflict: Conflict) -> bool:
    """Whether a conflict in a short history is none that an act, or a change of the world, between two of its instants leads out of."""
    if case.step == 1:
        return True
    tables = case.found.tables
    at = START + conflict.hour * case.step
    past = tuple(entry for entry in tables.history(conflict.history) if entry.at <= at)
    answer = Answer("conflict", "shown", conflict.core, (conflict.party,), Witness(past, START, at, at + case.step))
    return not _keeps(_Clash(case, answer), set(conflict.core), conflict.party, is_together=False)


def _by_chance(case: Case, witness: Witness) -> Iterator[list[Entry]]:
    """Continuations: doing nothing, then some by chance."""
    yield []
    rng = Random(len(witness.entries))
    letters = [letter for letter in case.found.tables.letters if letter.kind == "event"]
    for _ in range(_CONTINUATIONS):
        share = rng.choice((10, 30, 60))
        yield [
            letter.happens(witness.at + hour * case.step)
            for hour in range(_HOURS_ON)
            for letter in letters
            if rng.randrange(100) < share
        ]  # fmt: skip


def _keeps(clash: _Clash, norms: set[int], name: str, *, is_together: bool) -> bool:
    """Whether there is a continuation in which somebody keeps some norms: of its own acts, fewest first, in the world as it is or as it changes now."""
    whom = set(clash.parties) if is_together else {name}
    for more in _acting(clash, whom):
        broken = clash.broken(more, endless=False)
        if all(norms.isdisjoint(broken.get(each, ())) for each in whom):
            return True
    return False


def _acting(clash: _Clash, whom: set[str]) -> Iterator[list[Entry]]:
    """What somebody can do, and what others and the world can do for it."""
    case, witness = clash.case, clash.witness
    acts = sorted({act.name for number in clash.core for act in case.code.norms[number].acts})
    own = [letter for letter in case.found.tables.letters if letter.kind == "event" and letter.name in acts and set(letter.by) & whom]
    later = [0, 1, 23, 24, 47, 48] if case.step == 24 else [0, 1, 2, 3, 4]
    singly = [letter.happens(witness.at + hour) for hour in later for letter in own]
    yield from (list(chosen) for size in range(_MOST_ACTS + 1) for chosen in combinations(singly, size))
    world = list(_turns(case, witness))
    others = [letter.happens(witness.at + hour) for hour in later for letter in case.found.tables.letters if letter.kind == "event" and letter not in own]
    helped: list[list[Entry]] = [*([each] for each in others), *world, *([*turn, each] for turn in world for each in others)]
    yield from ([*chosen, *help_] for help_ in helped for size in range(_MOST_ACTS) for chosen in combinations(singly, size))


def _turns(case: Case, witness: Witness) -> Iterator[list[Entry]]:
    """The world turning over, at once or an instant later."""
    for letter in case.found.tables.letters:
        for hour in sorted({0, 1, case.step}) if letter.kind != "event" else ():
            for on in (True, False):
                yield [_turned(letter, witness.at + hour, on=on)]


def _turned(letter: Letter, at: Instant, *, on: bool) -> Change:
    return Change(at, letter.name, holds=on) if letter.kind == "status" else Change(at, letter.name, value=Decimal(1_000 if on else 0))


def _said(more: list[Entry], witness: Witness) -> str:
    return ", ".join(f"{entry.name} by {' and '.join(entry.roles.get('by', ()))} after {entry.at - witness.at} hours" for entry in more) or "doing nothing"


# ---------------------------------------------------------------- collision, budget


def _of_collision(case: Case, answer: Answer) -> Iterator[str]:
    """Both norms are there at the instant; and where the act is forbidden, doing it then is a violation by none but the second."""
    witness, (first, second) = answer.witness, answer.norms
    if witness is None:
        yield "there is no witness"
        return
    timeline = case.play(list(witness.entries), witness, witness.at)
    closings, states = timeline.closings(witness.at), timeline.states(witness.at)
    is_forbidden = case.code.norms[second].modality == "prohibition"
    for number in (first,) if is_forbidden else (first, second):
        there = [each for each in timeline.opened if each.norm == number and answer.parties[0] in each.bearers and states.get(each.number) == "active"]
        if not any(each.opens <= witness.at <= closings.get(each.number, witness.at) for each in there):
            yield f"norm {number} is not there at the instant"
            return
    if is_forbidden:
        wanted = {act.name for act in case.code.norms[second].acts} & {act.name for act in case.code.norms[first].acts}
        acts = [letter for letter in case.found.tables.letters if letter.name in wanted and letter.by == answer.parties[:1]]
        done = [case.play([*witness.entries, act.happens(witness.at)], witness, witness.at).violations() for act in acts]
        if acts and not any(record.norm == second and answer.parties[0] in record.who and record.at == witness.at for records in done for record in records):
            yield "to do the act at the instant violates nothing"


def _of_budget(case: Case, answer: Answer) -> Iterator[str]:
    """The duty becomes active, and no short history has it performed in time."""
    if answer.witness is None or not any(
        each.norm in answer.norms for each in case.play(list(answer.witness.entries), answer.witness, answer.witness.until).opened
    ):
        yield "it does not become active"


# ---------------------------------------------------------------- expectations


def _of_expectation(case: Case, answer: Answer) -> Iterator[str]:
    """What a witness shows is so, and those comply who must, until its last instant."""
    expectation = case.treaty.expectations[answer.about]
    is_shown = answer.status == ("holds" if expectation.kind == "possible" else "refuted")
    if not is_shown:
        if answer.witness is not None:
            yield "it has a witness, and nothing to show"
        return
    if answer.witness is None:
        yield "there is no witness"
        return
    timeline = play(case.code, answer.witness.entries, in_force=answer.witness.in_force, until=answer.witness.until)
    blamed = {name for record in timeline.violations() for name in record.who}
    if expectation.sentence is not None:
        watch = alone(case.treaty, expectation.sentence, "joint")
        if watched(watch, happened(timeline), timeline)[0] != "refuted":
            yield "the history does not refute it"
        blamed -= doing(watch, happened(timeline))
    else:
        expecting, entries = Expecting(case.treaty, Telling(case.treaty, case.code)), happened(timeline)
        is_possible = expectation.kind == "possible"
        bearing = expecting.possible(expectation, entries, timeline) if is_possible else expecting.guarded(expectation, entries)
        if bearing[0] != answer.status:
            yield f"the history does not show that it {answer.status}"
    if blamed:
        yield f"{', '.join(sorted(blamed))} do not comply"
