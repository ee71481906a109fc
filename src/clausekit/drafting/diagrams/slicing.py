"""A picture that is too high for a page → pictures that are not: cut where no box is, with the lines that go on cut too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clausekit.drafting.diagrams.shapes import Curve, Path, Picture

_ABOVE = 4.0
# What begins so near below a heading belongs to it.
_BELOW_HEAD, _BELOW_WORD = 24.0, 13.0


def slices(picture: Picture, high: float) -> list[Picture]:
    """The picture in slices that are no higher than `high`, as far as its boxes allow. One with curves is left whole: its lines lead anywhere."""
    if picture.high <= high or any(stretch.first is not None for path in picture.paths for stretch in path.stretches):
        return [picture]
    cuts = _cuts(picture)
    begins, found = 0.0, []
    while picture.high - begins > high:
        within = [cut for cut in cuts if begins < cut <= begins + high]
        further = [cut for cut in cuts if cut > begins]
        if not further:
            break
        ends = within[-1] if within else further[0]
        found.append(_slice(picture, begins, ends))
        begins = ends
    return [*found, _slice(picture, begins, picture.high)]


def _cuts(picture: Picture) -> list[float]:
    """Where it may be cut: above a box or a text, through no box, and not between a heading or a word above a box and what stands below it."""
    beside = Counter(box.y for box in picture.boxes)
    heads = [box.y + box.h for box in picture.boxes if box.outline == "head" and beside[box.y] == 1]
    above = [label.y for label in picture.labels]
    tops = {box.y - distance for box in picture.boxes for distance in (_ABOVE, 0.0) if not any(0 <= box.y - y < _BELOW_WORD for y in above)}
    cuts = sorted(tops | {label.y - label.size - 1 for label in picture.labels})
    solid = [
        *((box.y, box.y + box.h) for box in picture.boxes),
        *((label.y - label.size, label.y + 4) for label in picture.labels),
        *((mark.y - 8, mark.y + 8) for mark in picture.marks),
    ]
    solid.sort()
    found, place, reach = [], 0, 0.0
    for cut in cuts:
        while place < len(solid) and solid[place][0] < cut:
            reach = max(reach, solid[place][1])
            place += 1
        if cut >= reach and cut > 0 and not any(0 <= cut - head < _BELOW_HEAD for head in heads):
            found.append(cut)
    return found


def _slice(picture: Picture, begins: float, ends: float) -> Picture:
    boxes = tuple(
        box._replace(y=box.y - begins, labels=tuple(label._replace(y=label.y - begins) for label in box.labels))
        for box in picture.boxes
        if begins <= box.y < ends
    )
    return picture._replace(
        high=ends - begins,
        boxes=boxes,
        paths=tuple(piece for path in picture.paths for piece in _within(path, begins, ends)),
        marks=tuple(mark._replace(y=mark.y - begins) for mark in picture.marks if begins <= mark.y < ends),
        labels=tuple(label._replace(y=label.y - begins) for label in picture.labels if begins <= label.y < ends),
    )


def _within(path: Path, begins: float, ends: float) -> Iterator[Path]:
    """The parts of a straight line that lie between two heights. The tip is where its end is."""
    at = path.start
    for number, stretch in enumerate(path.stretches):
        (x, y), (x2, y2) = at, stretch.to
        at = stretch.to
        low, high = max(min(y, y2), begins), min(max(y, y2), ends)
        if low > high or (low == high and y != y2):
            continue
        first, last = (low, high) if y <= y2 else (high, low)
        is_end = number == len(path.stretches) - 1 and last == y2
        yield Path(path.kind, (x, first - begins), (Curve((x2, last - begins)),), path.said, points_to=path.points_to and is_end)
