"""Conflict: whether somebody can come into a position in which no way of acting satisfies all that the treaty asks of it."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic.answers import Answer
from clausekit.logic.clashes import Clash, clash
from clausekit.logic.related import Related
from clausekit.logic.replay import active, opened_after, replay
from clausekit.logic.theory import Theory
from clausekit.norms.norm import Norm

_BINDING = ("duty", "prohibition")


def conflict(theory: Theory) -> Iterator[Answer]:
    """Every conflict of a treaty: each core of norms once, with all who can come into it and the plainest of their histories."""
    found: dict[tuple[int, ...], Clash] = {}
    whom: dict[tuple[int, ...], list[str]] = {}
    for who in sorted({name for norm in theory.code.norms for name in norm.bearer.names}):
        related = Related(theory.index, who)
        for norm in related.norms:
            if norm.modality not in _BINDING or not related.may_clash(norm) or _is_known(norm, who, whom):
                continue
            answer = clash(theory, norm, related)
            if answer.outcome == "undecided" or (answer.outcome == "clash" and not _is_so(theory, answer)):
                yield Answer("conflict", "undecided", (norm.number,), (who,), reason="no end was found to the pasts and plans that come into question")
            elif answer.outcome == "clash":
                whom.setdefault(answer.core, []).append(who)
                best = found.get(answer.core)
                if best is None or _size(answer) < _size(best):
                    found[answer.core] = answer
    for core in sorted(found):
        yield Answer("conflict", "shown", core, tuple(whom[core]), found[core].witness)


def _is_known(norm: Norm, who: str, whom: dict[tuple[int, ...], list[str]]) -> bool:
    """Whether a norm is in a core that was found for this bearer already."""
    return any(norm.number in core and who in names for core, names in whom.items())


def _size(answer: Clash) -> int:
    return len(answer.witness.entries) if answer.witness is not None else 0


def _is_so(theory: Theory, answer: Clash) -> bool:
    """Whether the norm that brings the conflict about becomes active for its bearer in the witness as it is played."""
    if answer.witness is None:
        return False
    timeline = replay(theory.code, answer.witness)
    opened = [each for each in opened_after(timeline, answer.witness.at, (answer.norm.number,)) if answer.who in each.bearers]
    return bool(opened) or bool(active(timeline, answer.norm.number, answer.witness.at, answer.who))
