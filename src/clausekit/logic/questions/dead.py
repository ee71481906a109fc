"""Dead clause: whether a norm becomes active in no history at all, whoever violates what."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic import solver as z
from clausekit.logic.answers import Answer
from clausekit.logic.compliance import Compliance
from clausekit.logic.index import can_be_violated, is_made
from clausekit.logic.reach import UNBOUNDED
from clausekit.logic.slots import events
from clausekit.logic.theory import Theory
from clausekit.norms.history import is_of
from clausekit.norms.norm import Norm, Pattern

_ALLOWING = ("permission", "power")


def dead(theory: Theory) -> Iterator[Answer]:
    """Every norm that nothing can open. What is not fully known of how a norm is opened, or for whom, is never called dead."""
    for norm in theory.code.norms:
        if _stands_at_once(norm) or not _is_known_for_whom(theory, norm) or not theory.index.opens_exactly(norm) or _is_told(theory, norm):
            continue
        search = Compliance(theory, ())
        outcome = search.find(z.some(each.active for each in search.openings(norm)))
        before = _before(theory, norm)
        if outcome == "none" and any(_is_told(theory, each) and not search.inquiry.instances.opened.get(each.number) for each in before):
            continue
        if outcome == "none" and search.inquiry.conditions.is_exact:
            steps = sorted(each.number for each in before)  # they would have to fail before it is reached
            yield Answer("dead", "shown", (norm.number, *steps), norm.bearer.names[:1], kind="rung" if norm.after else "trigger")
        elif outcome != "history":
            yield Answer("dead", "undecided", (norm.number,), reason="it could not be settled whether anything opens it")


def _stands_at_once(norm: Norm) -> bool:
    """Whether a norm stands from the entry into force on, or is opened by what others are guaranteed."""
    return (norm.trigger is None and not norm.after and all(guard.kind != "while" for guard in norm.guards)) or norm.guaranteed is not None


def _is_known_for_whom(theory: Theory, norm: Norm) -> bool:
    """Whether those whom a norm binds are named, and those of each step before it: else only its trigger tells who they are.

    A State that is no Party is bound once it accepts, of which no history looked for tells.
    """
    return all(set(each.bearer.names) - set(theory.code.non_parties) for each in (norm, *_before(theory, norm)))


def _before(theory: Theory, norm: Norm) -> list[Norm]:
    """The steps before a step of a ladder."""
    return [theory.code.norms[number] for number in norm.after if number >= 0]


def _is_told(theory: Theory, norm: Norm) -> bool:
    """Whether the world may tell of what opens a norm: a violation of what no deadline bounds, or that those who may act together cannot."""
    if any(_is_unbounded(each) and (each.modality in _ALLOWING or _stands_at_all_times(each)) for each in _before(theory, norm)):
        return True
    patterns = [test.pattern for alternative in norm.trigger or () for test in alternative if test.pattern is not None and not test.negated]
    return any(each.name == "violation" and can_be_violated(theory.code, each) if is_made(each) else not _can_be_laid_out(each) for each in patterns)


def _can_be_laid_out(pattern: Pattern) -> bool:
    """Whether one of the events that are looked for is of a kind."""
    return any(is_of(pattern, event, {}, amounts=False) for event in events(pattern, {})[0])


def _is_unbounded(norm: Norm) -> bool:
    return all(window.kind in UNBOUNDED for window in norm.windows)


def _stands_at_all_times(norm: Norm) -> bool:
    return norm.modality == "duty" and any(window.kind == "at all times" for window in norm.windows)
