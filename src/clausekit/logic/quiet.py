"""A treaty, and some of its norms → the same treaty in which only these, and what sets them off, are ever opened: for trying histories out quickly.

Numbers stay as they are. What is found so is played again with the whole treaty before it is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausekit.norms.norm import Code, Condition, Norm


def quieted(code: Code, numbers: Iterable[int]) -> Code:
    """The treaty with all norms silenced but those named, and those whose failure or fulfilment sets them off."""
    kept = needed_for(code, numbers)
    return code._replace(norms=tuple(norm if norm.number in kept else _silent(norm) for norm in code.norms))


def needed_for(code: Code, numbers: Iterable[int]) -> set[int]:
    """Some norms, those whose outcome sets them off, those that set these off, and so on."""
    by_provision: dict[int, list[int]] = {}
    for norm in code.norms:
        by_provision.setdefault(norm.provision, []).append(norm.number)
    kept: set[int] = set()
    open_ones = list(numbers)
    while open_ones:
        number = open_ones.pop()
        if number in kept or number < 0:
            continue
        kept.add(number)
        norm = code.norms[number]
        open_ones += norm.after
        provisions = set(norm.guaranteed or ())
        for condition in _conditions(code, norm):
            provisions |= {clause for alternative in condition for test in alternative if test.pattern is not None for clause in test.pattern.clauses or ()}
        open_ones += [each for provision in provisions for each in by_provision.get(provision, ())]
    return kept


def _conditions(code: Code, norm: Norm) -> list[Condition]:
    found = [norm.trigger, *(guard.condition for guard in norm.guards), *(window.anchor for window in norm.windows)]
    asked = {test.name for condition in found for alternative in condition or () for test in alternative if test.kind == "holds"}
    for standing in code.statuses:
        if standing.name in asked:
            found += [standing.begins, standing.ends]
    return [condition for condition in found if condition is not None]


def _silent(norm: Norm) -> Norm:
    """A norm that nothing ever opens."""
    return norm._replace(trigger=(), after=(), guaranteed=None, timed=False)
