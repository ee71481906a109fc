"""Witness → what the reference semantics makes of it: the timeline, which instances of which norms are in which state, and whether a claim is so.

Every predicate here looks at a played timeline alone, and at nothing that the prover has worked out: what it says is so, is so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from clausekit.logic import spending
from clausekit.logic.answers import Answer, Witness
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.history import JUDGING, Entry
from clausekit.norms.norm import Code, Names
from clausekit.norms.play import play
from clausekit.norms.timeline import Opened, Record, Timeline

# What has become of an instance that somebody has done what is owed under.
_DONE = ("performed", "fulfilled", "honoured", "cured")
_VIOLATED = ("violated", "not honoured")


def replay(code: Code, witness: Witness) -> Timeline:
    """Play a witness, from its entry into force until the instant to which it is told."""
    spending.go_on()
    return play(code, witness.entries, in_force=witness.in_force, until=witness.until)


def is_so(code: Code, answer: Answer) -> bool:
    """Whether what an answer claims is so in its witness. An answer without one is shown by its sum, its circle or its core, and not by a history."""
    witness = answer.witness
    if witness is None:
        return True
    timeline, norms, who = replay(code, witness), answer.norms, answer.parties[0] if answer.parties else ""
    claims: dict[tuple[str, str], Callable[[], bool]] = {
        ("deadlock", "nobody begins"): lambda: nobody_begins(timeline, norms),
        ("deadlock", "neither may begin"): lambda: bool(violations(timeline, norms[:1])),
        ("gap", "nobody bound"): lambda: nobody_answers(timeline, witness.at, frozenset(norms[1:])),
        ("evasion", "opinion"): lambda: not violations(timeline, norms[:1]) and not performances(timeline, norms[:1]),
        ("evasion", "called off"): lambda: is_called_off(code, witness, norms[0], who),
        ("evasion", "veto"): lambda: not violations(timeline, norms[:1], who) and not never_bound(timeline, norms[0], who),
        ("capture", "own cause"): lambda: nothing_opened(timeline, norms),
        ("capacity", "beyond pledges"): lambda: bool(violations(timeline, norms, since=witness.at)),
        ("capacity", "pledges"): lambda: binds_together(timeline, norms, witness.at),
        ("capacity", "pledges left"): lambda: never_bound(timeline, norms[0], who),
        ("capacity", "members left"): lambda: never_bound(timeline, norms[0], who),
        ("guarantee", "nobody left"): lambda: nobody_is_left(timeline, norms[-1], witness.at),
        ("guarantee", "never ends"): lambda: comes_back(timeline, norms, max((entry.at for entry in witness.entries), default=witness.in_force)),
        ("guarantee", "never begins"): lambda: nobody_begins(timeline, norms),
    }
    claim = claims.get((answer.question, answer.kind))
    if claim is None and answer.question == "evasion":
        return escapes(code, witness, norms[0], who)
    return claim is not None and claim()


# ---------------------------------------------------------------- what is in which state


def instances(timeline: Timeline, norm: int, at: Instant) -> tuple[tuple[Opened, str], ...]:
    """Every instance of a norm that was opened by the end of an instant, each with what has become of it by then."""
    states = timeline.states(at)
    return tuple((each, states[each.number]) for each in timeline.opened if each.norm == norm and each.number in states)


def active(timeline: Timeline, norm: int, at: Instant, who: str = "") -> tuple[Opened, ...]:
    """The instances of a norm that are active at the end of an instant; with `who`, those it bears."""
    return tuple(each for each, state in instances(timeline, norm, at) if state == "active" and (not who or who in each.bearers))


def in_time(timeline: Timeline, norm: int, at: Instant, who: str = "") -> tuple[Opened, ...]:
    """The active instances of a norm whose act would be in time at an instant."""
    closings = timeline.closings(at)
    return tuple(each for each in active(timeline, norm, at, who) if each.opens <= at <= closings.get(each.number, NEVER))


def opened_after(timeline: Timeline, at: Instant, norms: Iterable[int] | None = None) -> tuple[Opened, ...]:
    """The instances, of some norms or of all, that were opened at an instant or later."""
    wanted = None if norms is None else set(norms)
    return tuple(each for each in timeline.opened if each.opened >= at and (wanted is None or each.norm in wanted))


def violations(timeline: Timeline, norms: Iterable[int] | None = None, who: str = "", since: Instant = 0) -> tuple[Record, ...]:
    """The violations of some norms, or of all, that somebody, or anybody, answers for; a commitment that is not honoured is none."""
    wanted = None if norms is None else set(norms)
    found = (each for each in timeline.of_kind("violated") if each.at >= since and (wanted is None or each.norm in wanted))
    return tuple(each for each in found if not who or who in each.who)


def performances(timeline: Timeline, norms: Iterable[int], who: str = "") -> tuple[Record, ...]:
    """Where what some norms ask for was done, wholly or in part, in time or late."""
    wanted = set(norms)
    return tuple(each for each in timeline.of_kind(*_DONE) if each.norm in wanted and (not who or who in each.who))


# ---------------------------------------------------------------- claims


def nobody_begins(timeline: Timeline, norms: Iterable[int]) -> bool:
    """Whether nobody has done what these norms ask for, and nobody answers for that: each of them waits for another, or was never opened."""
    wanted = set(norms)
    return not any(each.norm in wanted for each in timeline.of_kind(*_DONE, *_VIOLATED))


def nothing_opened(timeline: Timeline, norms: Iterable[int]) -> bool:
    """Whether none of some norms was ever opened."""
    return not opened_after(timeline, 0, norms)


def nobody_answers(timeline: Timeline, breach: Instant, binding: frozenset[int]) -> bool:
    """Whether there was a violation at an instant, and none of the norms that bind somebody was opened then or later by anything but the time."""
    return bool(violations(timeline, since=breach)) and not opened_after(timeline, breach, binding)


def escapes(code: Code, witness: Witness, norm: int, who: str) -> bool:
    """Whether somebody answers for a norm in a history without what it does at the instant of a witness, and with it neither answers for it nor performs.

    What it does there is lawful: no violation, and not without effect.
    """
    moved = replay(code, witness)
    others = tuple(entry for entry in witness.entries if not _is_move(entry, witness.at, who))
    unmoved = play(code, others, in_force=witness.in_force, until=witness.until)
    return bool(violations(unmoved, (norm,), who)) and is_free_of(moved, witness.at, norm, who)


def is_called_off(code: Code, witness: Witness, norm: int, who: str) -> bool:
    """Whether somebody answers for a norm in a history without what somebody else does at the instant of a witness, and with it nobody does, nor performs.

    What is done there is lawful: no violation, and not without effect.
    """
    moved = replay(code, witness)
    others = tuple(entry for entry in witness.entries if not _is_move(entry, witness.at, who))
    unmoved = play(code, others, in_force=witness.in_force, until=witness.until)
    return bool(violations(unmoved, (norm,))) and not violations(moved, (norm,)) and not performances(moved, (norm,)) and is_lawful(moved, witness.at, who)


def is_free_of(timeline: Timeline, at: Instant, norm: int, who: str) -> bool:
    """Whether somebody answers for no violation of a norm and has done nothing it asks for, and what it did at an instant is lawful."""
    return not violations(timeline, (norm,), who) and not performances(timeline, (norm,), who) and is_lawful(timeline, at, who)


def never_bound(timeline: Timeline, norm: int, who: str) -> bool:
    """Whether a norm was never opened for somebody."""
    return not any(who in bearers for bearers in bearers_of(timeline, norm))


def _is_move(entry: Entry, at: Instant, who: str) -> bool:
    """Whether an entry is what somebody does at an instant, or gives as its opinion."""
    return entry.at == at and any(who in names for role, names in entry.roles.items() if role == "by" or role in JUDGING)


def is_lawful(timeline: Timeline, at: Instant, who: str) -> bool:
    """Whether nothing that somebody does at an instant is a violation by it, or without effect."""
    return not any(each.at == at and who in each.who and each.kind in ("violated", "without effect", "opposed") for each in timeline.records)


def binds_together(timeline: Timeline, norms: Iterable[int], at: Instant) -> bool:
    """Whether some norms are all in time at one instant."""
    return all(in_time(timeline, number, at) for number in norms)


def nobody_is_left(timeline: Timeline, norm: int, since: Instant) -> bool:
    """Whether a norm was set off at an instant or later, and bound nobody."""
    return any(each.norm == norm and each.at >= since for each in timeline.of_kind("nobody bound"))


def comes_back(timeline: Timeline, norms: Iterable[int], since: Instant) -> bool:
    """Whether each of some norms was opened again and again after the last event of the world: more than once, each time by the failure of another."""
    counts = {number: len([each for each in timeline.opened if each.norm == number and each.opened > since]) for number in norms}
    return bool(counts) and all(count > 1 for count in counts.values())


def bearers_of(timeline: Timeline, norm: int) -> Iterator[Names]:
    """Who was bound each time a norm was opened."""
    return (each.bearers for each in timeline.opened if each.norm == norm)
