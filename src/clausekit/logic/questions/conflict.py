"""Conflict: whether somebody can come into a position in which no way of acting satisfies all that the treaty asks of it."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic.answers import Answer, Witness
from clausekit.logic.clashes import Clash, clash
from clausekit.logic.freed import Freed
from clausekit.logic.handing_on import handing_on
from clausekit.logic.related import Related, is_shared
from clausekit.logic.replay import active, opened_after, replay, violations
from clausekit.logic.slots import events
from clausekit.logic.theory import Theory
from clausekit.logic.unrolled import unrolled
from clausekit.norms.calendar import NEVER
from clausekit.norms.norm import Names, Norm
from clausekit.norms.timeline import Timeline

_BINDING = ("duty", "prohibition")


def conflict(theory: Theory) -> Iterator[Answer]:
    """Every conflict of a treaty: each core of norms once, with all who can come into it and the plainest of their histories.

    What several owe together, so that one can perform for all, is asked of them together: alone, each may leave it to the others.
    """
    code, origins = unrolled(theory.code)
    if code is not theory.code:
        theory = Theory(code, theory.treaty, effort=theory.effort)
    for answer in _conflicts(theory):
        yield answer._replace(norms=tuple(dict.fromkeys(origins[number] for number in answer.norms)))


def _conflicts(theory: Theory) -> Iterator[Answer]:
    found: dict[tuple[int, ...], Clash] = {}
    whom: dict[tuple[int, ...], list[str]] = {}
    freed = Freed(theory.index)
    passed_over = handing_on(theory.index)
    for group in _groups(theory):
        related = Related(theory.index, *group, without=passed_over)
        for norm in related.norms:
            if norm.modality not in _BINDING or is_shared(norm) != (len(group) > 1) or not set(group) <= set(norm.bearer.names):
                continue
            if freed.can_be(norm) or not related.may_clash(norm) or _is_known(norm, group, whom):
                continue
            answer = clash(theory, norm, related)
            if answer.outcome == "undecided" or (answer.outcome == "clash" and not _is_so(theory, answer)):
                yield Answer("conflict", "undecided", (norm.number,), group, reason="no end was found to the pasts and plans that come into question")
            elif answer.outcome == "clash":
                whom.setdefault(answer.core, []).extend(name for name in group if name not in whom.get(answer.core, ()))
                best = found.get(answer.core)
                if best is None or _size(answer) < _size(best):
                    found[answer.core] = answer
    for core in sorted(found):
        yield Answer("conflict", "shown", core, tuple(whom[core]), found[core].witness, kind="together" if len(found[core].who) > 1 else "")


def _groups(theory: Theory) -> list[Names]:
    """Everybody who is asked for anything, then those who are asked for something together."""
    alone = {(name,) for norm in theory.code.norms for name in norm.bearer.names}
    together = {norm.bearer.names for norm in theory.code.norms if is_shared(norm)}
    return [*sorted(alone), *sorted(together)]


def _is_known(norm: Norm, group: Names, whom: dict[tuple[int, ...], list[str]]) -> bool:
    """Whether a norm is in a core that was found for these bearers already."""
    return any(norm.number in core and set(group) <= set(names) for core, names in whom.items())


def _size(answer: Clash) -> int:
    return len(answer.witness.entries) if answer.witness is not None else 0


def _is_so(theory: Theory, answer: Clash) -> bool:
    """Whether the norm that brings the conflict about becomes active for its bearer in the witness as it is played, and to act at once is no way out."""
    if answer.witness is None:
        return False
    timeline = replay(theory.code, answer.witness)
    opened = [each for each in opened_after(timeline, answer.witness.at, (answer.norm.number,)) if set(answer.who) & set(each.bearers)]
    if not opened and not active(timeline, answer.norm.number, answer.witness.at, answer.who[0]):
        return False
    return len(answer.who) > 1 or not _is_escaped(theory, answer, answer.witness, timeline)


def _is_escaped(theory: Theory, answer: Clash, witness: Witness, timeline: Timeline) -> bool:
    """Whether somebody keeps the norms by acting at once: who takes part in what opens a norm in that hour may not be bound by it."""
    norms = [theory.code.norms[number] for number in answer.core]
    tests = [test for norm in norms for alternative in norm.trigger or () for test in alternative]
    opening = [test.pattern for test in tests if test.pattern is not None and not any(role.preposition == "by" for role in test.pattern.roles)]
    closings = timeline.closings(witness.at)
    ends = [closings.get(each.number, NEVER) for each in timeline.opened if each.norm in answer.core]
    until = max((end for end in ends if end < NEVER), default=witness.until) + 1
    for act in (pattern for pattern in opening if theory.index.by_act.get(pattern.name)):
        for event in events(act, {}, by=answer.who)[0]:
            moved = witness._replace(entries=(*witness.entries, event._replace(at=witness.at)), until=max(until, witness.until))
            if not violations(replay(theory.code, moved), answer.core, answer.who[0], since=witness.at):
                return True
    return False
