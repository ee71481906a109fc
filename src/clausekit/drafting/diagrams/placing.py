"""Ordered layers of a picture → how far down each of their members stands: near to what it is tied to, and never over its neighbour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_ROUNDS = 10
# A line that only passes a layer is kept straight before a box is moved nearer to its neighbours.
_FIRMNESS = 6.0


def placed(layers: Sequence[Sequence[int]], heights: Sequence[float], steps: Sequence[tuple[int, int]], *, apart: float, firm: int) -> list[float]:
    """The upper edge of each member; the highest of all stands at 0. Members from the number `firm` on are lines that pass.

    Layer by layer, the members are moved to where they would like to stand, as near as their order allows: a regression with bounds, by pooling those that
    would lie over one another (Ayer and others, "An Empirical Distribution Function for Sampling with Incomplete Information", 1955).
    """
    before: dict[int, list[int]] = defaultdict(list)
    behind: dict[int, list[int]] = defaultdict(list)
    for source, target in steps:
        behind[source].append(target)
        before[target].append(source)
    middles = [0.0] * len(heights)
    for layer in layers:
        at = 0.0
        for each in layer:
            middles[each] = at + heights[each] / 2
            at += heights[each] + apart
    weights = [1.0 if each < firm else _FIRMNESS for each in range(len(heights))]
    for count in range(_ROUNDS):
        tied = (before, behind)[count % 2]
        is_last = count >= _ROUNDS - 2
        for layer in layers if count % 2 == 0 else reversed(layers):
            wanted = [_wanted(each, [*before[each], *behind[each]] if is_last else tied[each], middles) for each in layer]
            _settle(layer, wanted, middles, heights, weights, apart)
    highest = min((middles[each] - heights[each] / 2 for each in range(len(heights))), default=0.0)
    return [round(middle - heights[each] / 2 - highest, 1) for each, middle in enumerate(middles)]


def _wanted(each: int, tied: list[int], middles: list[float]) -> float:
    return sum(middles[other] for other in tied) / len(tied) if tied else middles[each]


def _settle(layer: Sequence[int], wanted: list[float], middles: list[float], heights: Sequence[float], weights: list[float], apart: float) -> None:
    """Move the members of a layer as near to where they are wanted as their order allows."""
    offsets: list[float] = []
    at = 0.0
    for place, each in enumerate(layer):
        if place:
            at += heights[layer[place - 1]] / 2 + apart + heights[each] / 2
        offsets.append(at)
    pools: list[list[float]] = []  # the mean, the weight, and how many
    for each, goal, offset in zip(layer, wanted, offsets, strict=True):
        pools.append([goal - offset, weights[each], 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, weight, many = pools.pop()
            last = pools[-1]
            last[0] = (last[0] * last[1] + mean * weight) / (last[1] + weight)
            last[1] += weight
            last[2] += many
    place = 0
    for mean, _, many in pools:
        for _ in range(int(many)):
            middles[layer[place]] = mean + offsets[place]
            place += 1
