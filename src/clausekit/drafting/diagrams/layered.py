"""Boxes and the lines between them → a layered layout, from left to right, in which no line runs through a box.

The method is that of Sugiyama, Tagawa and Toda ("Methods for Visual Understanding of Hierarchical System Structures", 1981): circles are opened, every box
gets a layer, lines that pass a layer get a place in it, the places are ordered by barycentres so that few lines cross, and then moved as near to what they are
tied to as the order allows. Everything is decided by the order in which boxes and lines are given, so that the same treaty is always drawn alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from clausekit.drafting.diagrams.ordering import ordered
from clausekit.drafting.diagrams.placing import placed

Place = tuple[float, float]
# A picture of more than this can be drawn by nobody's patience, and read by nobody.
MOST_BOXES, MOST_PASSED = 400, 20_000
_GAP, _APART, _BETWEEN = 64.0, 14.0, 26.0
_LEAD = 12.0
_LOOP = 14.0


class TooLargeError(ValueError):
    """What there is to draw would be no picture any more."""


class Link(NamedTuple):
    """A line from one box to another, by the names they were given. Lines of one `kind` from one box go together as far as they can."""

    source: Hashable
    target: Hashable
    kind: str = ""


class Layout(NamedTuple):
    """Where everything stands: the upper left corner of each box, the route of each line, in the order given, and how much room it all takes.

    A route is a list of points. From the first to the second it runs level, from the second to the third in a curve, and so on by turns.
    """

    corners: dict[Hashable, Place]
    routes: list[list[Place]]
    wide: float
    high: float


def layered(sizes: Mapping[Hashable, Place], links: Sequence[Link], *, room: float = 1400.0) -> Layout:
    """Lay boxes of some `sizes` (width and height) out. What hangs together stands together; parts that do not are set side by side in the `room` there is.

    Raises TooLargeError for more than anybody could read.
    """
    if len(sizes) > MOST_BOXES:
        message = f"{len(sizes)} boxes are more than a picture can hold ({MOST_BOXES})"
        raise TooLargeError(message)
    corners: dict[Hashable, Place] = {}
    routes: list[list[Place]] = [[] for _ in links]
    x = y = high = wide = 0.0
    for names, numbers in _parts(sizes, links):
        part = _Part({name: sizes[name] for name in names}, [(number, links[number]) for number in numbers])
        if x and x + part.wide > room:
            x, y, high = 0.0, y + high + _BETWEEN, 0.0
        corners |= {name: (round(left + x, 1), round(top + y, 1)) for name, (left, top) in part.corners.items()}
        for number, route in part.routes.items():
            routes[number] = [(round(left + x, 1), round(top + y, 1)) for left, top in route]
        wide, high = max(wide, x + part.wide), max(high, part.high)
        x += part.wide + 2 * _BETWEEN
    return Layout(corners, routes, round(wide, 1), round(y + high, 1))


def _parts(sizes: Mapping[Hashable, Place], links: Sequence[Link]) -> list[tuple[list[Hashable], list[int]]]:
    """What hangs together, with its lines: the largest first."""
    near: dict[Hashable, list[Hashable]] = {name: [] for name in sizes}
    for link in links:
        near[link.source].append(link.target)
        near[link.target].append(link.source)
    of: dict[Hashable, int] = {}
    parts: list[list[Hashable]] = []
    for name in sizes:
        if name in of:
            continue
        parts.append([])
        still = [name]
        of[name] = len(parts) - 1
        while still:
            each = still.pop()
            for other in near[each]:
                if other not in of:
                    of[other] = of[name]
                    still.append(other)
    for name in sizes:
        parts[of[name]].append(name)
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        numbers[of[link.source]].append(number)
    return [(part, numbers[place]) for place, part in sorted(enumerate(parts), key=lambda each: (-len(each[1]), each[0]))]


class _Part:
    """The layout of what hangs together."""

    def __init__(self, sizes: dict[Hashable, Place], links: list[tuple[int, Link]]) -> None:
        self._names = list(sizes)
        index = {name: place for place, name in enumerate(self._names)}
        self._loops: dict[int, list[int]] = defaultdict(list)
        for number, link in links:
            if link.source == link.target:
                self._loops[index[link.source]].append(number)
        self._sizes = [(w + (_LOOP if place in self._loops else 0), h + (_LOOP if place in self._loops else 0)) for place, (w, h) in enumerate(sizes.values())]
        self._links = [(number, index[link.source], index[link.target]) for number, link in links if link.source != link.target]
        self._kinds = [link.kind for _, link in links if link.source != link.target]
        pairs = _forward(len(self._names), [(source, target) for _, source, target in self._links])
        self._turned = [pair != (source, target) for pair, (_, source, target) in zip(pairs, self._links, strict=True)]
        self._ranks = _ranks(len(self._names), pairs)
        chains, layers, heights = self._chains(pairs)
        steps = sorted({(chain[place], chain[place + 1]) for chain in chains for place in range(len(chain) - 1)})
        layers = ordered(layers, steps)
        self._tops = placed(layers, heights, steps, apart=_APART, firm=len(self._names))
        self._lefts, self._columns = self._across(layers)
        self.wide = self._columns[-1][1] if self._columns else 0.0
        self.high = max((self._tops[each] + heights[each] for each in range(len(heights))), default=0.0)
        self.corners: dict[Hashable, Place] = {
            name: (self._lefts[place], self._tops[place] + (_LOOP if place in self._loops else 0)) for place, name in enumerate(self._names)
        }
        self.routes = self._routes(chains)

    def _chains(self, pairs: list[tuple[int, int]]) -> tuple[list[list[int]], list[list[int]], list[float]]:
        """Each line as what it passes from layer to layer, and the layers with all that stands in them. Lines from one box go together as far as they can."""
        if sum(self._ranks[target] - self._ranks[source] - 1 for source, target in pairs) > MOST_PASSED:
            message = f"the lines pass more boxes than a picture can show ({MOST_PASSED:,})"
            raise TooLargeError(message)
        layers: list[list[int]] = [[] for _ in range(max(self._ranks, default=-1) + 1)]
        for place, rank in enumerate(self._ranks):
            layers[rank].append(place)
        heights = [h for _, h in self._sizes]
        passing: dict[tuple[int, int, bool, str], int] = {}
        chains = []
        for (source, target), turned, kind in zip(pairs, self._turned, self._kinds, strict=True):
            chain = [source]
            for rank in range(self._ranks[source] + 1, self._ranks[target]):
                known = (target, rank, True, kind) if turned else (source, rank, False, kind)
                if known not in passing:
                    passing[known] = len(heights)
                    heights.append(0.0)
                    layers[rank].append(passing[known])
                chain.append(passing[known])
            chains.append([*chain, target])
        return chains, layers, heights

    def _across(self, layers: list[list[int]]) -> tuple[list[float], list[tuple[float, float]]]:
        """Where each box begins from the left, and from where to where each layer goes: boxes stand in the middle of their layer."""
        lefts = [0.0] * len(self._names)
        columns: list[tuple[float, float]] = []
        at = 0.0
        for layer in layers:
            wide = max((self._sizes[each][0] for each in layer if each < len(self._names)), default=0.0)
            for each in layer:
                if each < len(self._names):
                    lefts[each] = at + (wide - self._sizes[each][0]) / 2
            columns.append((at, at + wide))
            at += wide + _GAP + min(2.0 * len(layer), 60.0)
        return lefts, columns

    def _routes(self, chains: list[list[int]]) -> dict[int, list[Place]]:
        leaving = self._ports([(chain[0], chain[1], kind) for chain, kind in zip(chains, self._kinds, strict=True)])
        arriving = self._ports([(chain[-1], chain[-2], kind) for chain, kind in zip(chains, self._kinds, strict=True)])
        routes: dict[int, list[Place]] = {}
        for (number, _, _), turned, kind, chain in zip(self._links, self._turned, self._kinds, chains, strict=True):
            own_w = self._sizes[chain[0]][0] - (_LOOP if chain[0] in self._loops else 0)
            begins = leaving[chain[0], chain[1], kind]
            route = [(self._lefts[chain[0]] + own_w, begins), (self._columns[self._ranks[chain[0]]][1] + _LEAD, begins)]
            for step, passed in enumerate(chain[1:-1], 1):
                left, right = self._columns[self._ranks[chain[0]] + step]
                route += [(left - _LEAD, self._tops[passed]), (right + _LEAD, self._tops[passed])]
            ends = arriving[chain[-1], chain[-2], kind]
            route += [(self._columns[self._ranks[chain[-1]]][0] - _LEAD, ends), (self._lefts[chain[-1]], ends)]
            routes[number] = route[::-1] if turned else route
        for place, numbers in self._loops.items():
            right, top = self._lefts[place] + self._sizes[place][0] - _LOOP, self._tops[place] + _LOOP
            near, off = min(24.0, (self._sizes[place][0] - _LOOP) / 2), _LOOP - 4
            low = min(off, (self._sizes[place][1] - _LOOP) / 2)
            loop = [(right - near, top), (right - near, top - off), (right + off, top - off), (right + off, top + low), (right, top + low)]
            routes |= dict.fromkeys(numbers, loop)
        return routes

    def _ports(self, ends: list[tuple[int, int, str]]) -> dict[tuple[int, int, str], float]:
        """How high the lines at one side of a box meet it: spread, in the order of what they come from, so that they do not cross there."""
        others: dict[int, set[tuple[int, str]]] = defaultdict(set)
        for place, other, kind in ends:
            others[place].add((other, kind))
        found: dict[tuple[int, int, str], float] = {}
        for place, beside in others.items():
            loop = _LOOP if place in self._loops else 0.0
            top, high = self._tops[place] + loop, self._sizes[place][1] - loop
            step = min(12.0, (high - 8) / (len(beside) + 1)) if high > 8 else high / (len(beside) + 1)
            first = top + high / 2 - step * (len(beside) - 1) / 2
            for count, (other, kind) in enumerate(sorted(beside, key=lambda each: (self._middle(each[0]), each))):
                found[place, other, kind] = round(first + step * count, 1)
        return found

    def _middle(self, place: int) -> float:
        return self._tops[place] + (self._sizes[place][1] / 2 if place < len(self._names) else 0.0)


def _forward(count: int, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs, those turned round that would close a circle: found by going through the boxes in their order, each as deep as it leads."""
    out: dict[int, list[int]] = defaultdict(list)
    entered = [0] * count
    for source, target in pairs:
        out[source].append(target)
        entered[target] += 1
    state = [0] * count
    back: set[tuple[int, int]] = set()
    for start in sorted(range(count), key=lambda place: (entered[place] > 0, place)):
        still = [(start, iter(out[start]))] if not state[start] else []
        state[start] = state[start] or 1
        while still:
            place, others = still[-1]
            other = next(others, None)
            if other is None:
                state[place] = 2
                still.pop()
            elif state[other] == 1:
                back.add((place, other))
            elif not state[other]:
                state[other] = 1
                still.append((other, iter(out[other])))
    return [(target, source) if (source, target) in back else (source, target) for source, target in pairs]


def _ranks(count: int, pairs: list[tuple[int, int]]) -> list[int]:
    """The layer of each box: behind all that lead to it, and then as near to what it leads to as that allows, where more leads from it than to it."""
    out: list[list[int]] = [[] for _ in range(count)]
    into: list[list[int]] = [[] for _ in range(count)]
    for source, target in dict.fromkeys(pairs):
        out[source].append(target)
        into[target].append(source)
    left = [len(each) for each in into]
    order = [place for place in range(count) if not left[place]]
    ranks = [0] * count
    for place in order:
        for other in out[place]:
            ranks[other] = max(ranks[other], ranks[place] + 1)
            left[other] -= 1
            if not left[other]:
                order.append(other)
    for place in reversed(order):
        if out[place] and len(out[place]) > len(into[place]):
            ranks[place] = min(ranks[other] for other in out[place]) - 1
    return ranks
