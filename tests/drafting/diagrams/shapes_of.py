"""What the tests of pictures measure: boxes, the stretches of lines, and whether the one runs through the other."""

from __future__ import annotations

from collections.abc import Iterator

Place = tuple[float, float]
Rectangle = tuple[float, float, float, float]


def overlapping(boxes: dict[object, Rectangle]) -> list[tuple[object, object]]:
    """The pairs of boxes that lie over one another, the edges not counted."""
    named = list(boxes.items())
    return [
        (one, other)
        for place, (one, (left, top, right, bottom)) in enumerate(named)
        for other, (left2, top2, right2, bottom2) in named[place + 1 :]
        if left < right2 and left2 < right and top < bottom2 and top2 < bottom
    ]


def bent(start: Place, first: Place, second: Place, end: Place, pieces: int = 12) -> Iterator[Place]:
    """Points of a Bézier curve, the first left out."""
    for count in range(1, pieces + 1):
        t = count / pieces
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(weight * each[axis] for weight, each in zip(weights, (start, first, second, end), strict=True)) for axis in (0, 1))
        yield x, y


def crosses(one: Place, other: Place, box: Rectangle) -> bool:
    """Whether a straight stretch runs through the inside of a box (Liang and Barsky, "A New Concept and Method for Line Clipping")."""
    left, top, right, bottom = box[0] + 0.2, box[1] + 0.2, box[2] - 0.2, box[3] - 0.2
    if left >= right or top >= bottom or max(one[0], other[0]) < left or min(one[0], other[0]) > right:
        return False
    if max(one[1], other[1]) < top or min(one[1], other[1]) > bottom:
        return False
    begins, ends = 0.0, 1.0
    for moved, distance in (
        (one[0] - other[0], one[0] - left),
        (other[0] - one[0], right - one[0]),
        (one[1] - other[1], one[1] - top),
        (other[1] - one[1], bottom - one[1]),
    ):
        if moved == 0:
            if distance < 0:
                return False
        elif moved < 0:
            begins = max(begins, distance / moved)
        else:
            ends = min(ends, distance / moved)
    return begins < ends
