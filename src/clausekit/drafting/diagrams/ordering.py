"""Layers of a picture → the same layers, each in an order in which few lines cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

_ROUNDS = 14


def ordered(layers: Sequence[Sequence[int]], steps: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The layers, each ordered by the barycentres of what its members are tied to in the layer before and behind, by turns; the best order found.

    A step ties one in a layer to one in the next.
    """
    before: dict[int, list[int]] = defaultdict(list)
    behind: dict[int, list[int]] = defaultdict(list)
    for source, target in steps:
        behind[source].append(target)
        before[target].append(source)
    current = _begun(layers, behind)
    best, fewest = current, _crossings(current, behind)
    for count in range(_ROUNDS):
        if not fewest:
            break
        current = _swept(current, before if count % 2 == 0 else behind, backwards=count % 2 == 1)
        crossings = _crossings(current, behind)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _begun(layers: Sequence[Sequence[int]], behind: dict[int, list[int]]) -> list[list[int]]:
    """The layers in the order in which a walk from the first ones meets their members: what hangs together begins together."""
    met: dict[int, int] = {}
    for layer in layers:
        for first in layer:
            still = [first]
            while still:
                each = still.pop()
                if each not in met:
                    met[each] = len(met)
                    still += reversed(behind[each])
    return [sorted(layer, key=met.__getitem__) for layer in layers]


def _swept(layers: list[list[int]], tied: dict[int, list[int]], *, backwards: bool) -> list[list[int]]:
    """Every layer ordered anew by where what it is tied to stands, one layer after the other."""
    found = [list(layer) for layer in layers]
    places = {each: place for layer in found for place, each in enumerate(layer)}
    for number in reversed(range(len(found))) if backwards else range(len(found)):
        layer = found[number]
        centres = {each: sum(places[other] for other in tied[each]) / len(tied[each]) if tied[each] else float(places[each]) for each in layer}
        layer.sort(key=centres.__getitem__)
        places |= {each: place for place, each in enumerate(layer)}
    return found


def _crossings(layers: list[list[int]], behind: dict[int, list[int]]) -> int:
    """How many lines cross between neighbouring layers, with a tree of sums (Barth, Mutzel and Jünger, "Simple and Efficient Bilayer Cross Counting")."""
    total = 0
    for layer, following in pairwise(layers):
        places = {each: place for place, each in enumerate(following)}
        ends = [place for each in layer for place in sorted(places[other] for other in behind[each])]
        tree = [0] * (len(following) + 1)
        for count, end in enumerate(ends):
            total += count - _sum(tree, end + 1)
            _add(tree, end + 1)
    return total


def _sum(tree: list[int], place: int) -> int:
    found = 0
    while place:
        found += tree[place]
        place &= place - 1
    return found


def _add(tree: list[int], place: int) -> None:
    while place < len(tree):
        tree[place] += 1
        place += place & -place
