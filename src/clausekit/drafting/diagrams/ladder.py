"""What follows where an obligation is not complied with → its picture: step by step, each with who is to do what and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.drafting.diagrams.shapes import SMALL, Box, Curve, Label, Path, Picture, Text, paragraph, written
from clausekit.drafting.steps import Step, Steps
from clausekit.drafting.tree import capitalised
from clausekit.drafting.wording import Wording
from clausekit.model.citations import Provision

_EDGE, _WIDE, _IN, _APART = 16.0, 500.0, 34.0, 30.0
_FAILURES = frozenset({"violation", "failure"})


class Stage(NamedTuple):
    """A step in its place: how deep it stands, and the number of the stage that it answers; -1 for one that begins a ladder."""

    step: Step
    depth: int
    answers: int


def ladders(steps: Steps) -> list[list[Stage]]:
    """Every ladder of the treaty: the steps of one sentence, and those of the sentences that answer a violation of it."""
    by_clause: dict[int, list[Step]] = {}
    for step in steps.all:
        by_clause.setdefault(step.number, []).append(step)
    numbers = {id(provision): number for number, provision in enumerate(steps.citations.provisions)}
    answered: dict[int, list[int]] = {}
    for number, own in by_clause.items():
        for failed in _failed(own[0], steps, numbers):
            if failed != number and failed in by_clause:
                answered.setdefault(failed, []).append(number)
    answering = {number for numbers in answered.values() for number in numbers}
    found = []
    placed: set[int] = set()
    for number, own in by_clause.items():
        if number not in answering and (len(own) > 1 or number in answered):
            found.append(_ladder(number, by_clause, answered, placed))
    left = [number for number in answering if number not in placed and (len(by_clause[number]) > 1 or number in answered)]
    found += [_ladder(number, by_clause, answered, placed) for number in sorted(left) if number not in placed]  # those that answer one another in a circle
    return [each for each in found if each]


def _ladder(first: int, by_clause: dict[int, list[Step]], answered: dict[int, list[int]], placed: set[int]) -> list[Stage]:
    stages: list[Stage] = []
    still = [(first, 0, -1)]
    while still:
        number, depth, answers = still.pop()
        if number in placed:
            continue
        placed.add(number)
        for place, step in enumerate(by_clause[number]):
            stages.append(Stage(step, depth + place, len(stages) - 1 if place else answers))
        begins = len(stages) - len(by_clause[number])
        still += [(other, stages[begins].depth + 1, begins) for other in reversed(answered.get(number, ()))]
    return stages


def _failed(step: Step, steps: Steps, numbers: dict[int, int]) -> Iterator[int]:
    """The clauses whose violation opens a step."""
    events = [atom.event for opening in step.openings for alternative in opening.condition.alternatives for atom in alternative if atom.kind == "occurs"]
    for event in events:
        if event.name in _FAILURES:
            for reference in event.references:
                place = steps.citations.find(reference, step.provision) if reference.instrument is None and reference.kind != "instrument" else None
                if place is not None and place.provision is not None:
                    yield numbers[id(place.provision)]


def ladder(wording: Wording) -> Picture:
    """The picture of every ladder of the treaty, one below the other."""
    steps = Steps(wording)
    words: dict[str, str] = wording.phrases.word_list("diagram")
    boxes: list[Box] = []
    paths: list[Path] = []
    labels: list[Label] = []
    said: list[str] = []
    y = _EDGE
    for stages in ladders(steps):
        named, y = paragraph(_named(stages[0].step.provision, steps), _EDGE, y, _WIDE, bold=True)
        labels += named
        first, y = len(boxes), y + 8
        for stage in stages:
            box = _box(stage, steps, words, y)
            boxes.append(box)
            said.append(box.said)
            y = box.y + box.h + _APART
        for number, stage in enumerate(stages):
            if stage.answers >= 0:
                upper, lower = boxes[first + stage.answers], boxes[first + number]
                paths.append(_down(upper, lower))
                labels.append(_why(stage, stages, steps, words, lower))
        y += 6
    if not boxes:
        labels, y = list(paragraph(words["nothing"], _EDGE, _EDGE, _WIDE)[0]), _EDGE + 40
    wide = max([_EDGE + _WIDE, *(box.x + box.w for box in boxes), *(label.x + label.wide for label in labels)]) + _EDGE
    return Picture("ladder", wide, y, words["ladder"], ". ".join([words["ladder"], *said]) + ".", tuple(boxes), tuple(paths), (), tuple(labels))


def _named(provision: Provision, steps: Steps) -> str:
    title = steps.wording.texts.heading(provision.path[-1]) if provision.path else ""
    return f"{steps.cited(provision)}. {title}" if title else steps.cited(provision)


def _box(stage: Stage, steps: Steps, words: dict[str, str], y: float) -> Box:
    step = stage.step
    cited = steps.cited(step.provision) + (f", {words['step'].format(step.rung + 1)}" if step.rung else "")
    texts = [Text(cited, size=SMALL)]
    texts += [Text(f"{capitalised(step.opening)}:")] if step.opening else []
    for piece in step.pieces:
        texts += [Text(capitalised(piece.who.removesuffix(",")), bold=True)] if piece.who else []
        act = " ".join(filter(None, (piece.modal, piece.act)))
        texts.append(Text(act if piece.who else capitalised(act)))
        texts += [Text(piece.time, bold=True)] if piece.time else []
        texts += [Text(piece.rest.strip(" ,"), size=SMALL)] if piece.rest else []
    made = written(tuple(texts), _WIDE)
    x = _EDGE + stage.depth * _IN
    return Box(x, y, made.w, made.h, "box", made.labels(x, y), f"{cited}: {step.whole}", steps.wording.citing.id_of(step.provision))


def _down(upper: Box, lower: Box) -> Path:
    """From the foot of a box down beside whatever else answers it, and into the side of what answers it."""
    x, y = upper.x + _IN / 2, lower.y + min(lower.h / 2, 30)
    return Path("failing", (x, upper.y + upper.h), (Curve((x, y)), Curve((lower.x, y))))


def _why(stage: Stage, stages: list[Stage], steps: Steps, words: dict[str, str], lower: Box) -> Label:
    is_next = stage.step.rung and stages[stage.answers].step.number == stage.step.number
    said = words["failing_which"] if is_next else words["if_not"].format(steps.cited(stages[stage.answers].step.provision))
    return Label(lower.x, lower.y - 8, said, SMALL, bold=True)
