"""Dead clause: whether a norm becomes active in no history at all, whoever violates what."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.logic import solver as z
from clausekit.logic.answers import Answer
from clausekit.logic.compliance import Compliance
from clausekit.logic.theory import Theory
from clausekit.norms.norm import Norm


def dead(theory: Theory) -> Iterator[Answer]:
    """Every norm that nothing can open. What is not fully known of how a norm is opened, or for whom, is never called dead."""
    alive: set[int] = set()
    for norm in theory.code.norms:
        if _stands_at_once(norm) or not _is_known_for_whom(theory, norm) or not theory.index.opens_exactly(norm):
            alive.add(norm.number)
            continue
        search = Compliance(theory, ())
        so = z.some(each.active for each in search.openings(norm))
        outcome = search.find(so)
        if outcome == "none" and search.inquiry.conditions.is_exact:
            yield Answer("dead", "shown", (norm.number, *_barring(theory, norm)), norm.bearer.names[:1], kind=_kind(norm))
        elif outcome != "history":
            yield Answer("dead", "undecided", (norm.number,), reason="it could not be settled whether anything opens it")


def _stands_at_once(norm: Norm) -> bool:
    """Whether a norm stands from the entry into force on, or is opened by what others are guaranteed."""
    return (norm.trigger is None and not norm.after and all(guard.kind != "while" for guard in norm.guards)) or norm.guaranteed is not None


def _is_known_for_whom(theory: Theory, norm: Norm) -> bool:
    """Whether those whom a norm binds are named, and those of each step before it: else only its trigger tells who they are."""
    return bool(norm.bearer.names) and all(number < 0 or theory.code.norms[number].bearer.names for number in norm.after)


def _barring(theory: Theory, norm: Norm) -> list[int]:
    """The steps before a step of a ladder, which would have to fail before it is reached."""
    return sorted(number for number in norm.after if number >= 0) if theory.code.norms else []


def _kind(norm: Norm) -> str:
    return "rung" if norm.after else "trigger"
