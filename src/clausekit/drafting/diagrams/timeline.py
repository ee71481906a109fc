"""When what is due → its picture: an axis for each event that times are counted from, with its deadlines, terms and notice periods in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from clausekit.drafting.diagrams.shapes import SMALL, Box, Curve, Label, Mark, Path, Picture, Text, paragraph, written
from clausekit.drafting.steps import Piece, Step, Steps
from clausekit.drafting.tree import capitalised, unlinked
from clausekit.drafting.wording import Wording
from clausekit.model.amounts import Period
from clausekit.model.life import Application
from clausekit.model.qualifiers import Manner, Qualifier
from clausekit.model.terms import EventTerm, Timing

_EDGE, _TIME, _AXIS, _WIDE, _APART = 16.0, 170.0, 30.0, 470.0, 10.0
_HOURS = {"hour": 1, "day": 24, "working day": 34, "week": 168, "month": 730, "year": 8760}
_RECURRING = frozenset({"every", "times", "first day of month"})
_LASTING = frozenset({"for", "until", "during", "not earlier than", "from", "after"})
# What holds at all times has no place on an axis.
_UNTIMED = frozenset({"unstated", "at all times", "at any time"})

Form = Literal["disc", "ring", "diamond"]


class Due(NamedTuple):
    """One mark: what it is counted from (in words, and by which the marks are gathered), how far from that, when in words, and what is due."""

    lane: str
    order: float
    when: str
    form: Form
    cited: str
    said: str
    link: str


def dues(wording: Wording) -> list[tuple[str, list[Due]]]:
    """Everything with a time, by what it is counted from: days of the calendar first, then the entry into force, then events as they come in the text."""
    words: dict[str, str] = wording.phrases.word_list("diagram")
    found: dict[str, list[Due]] = {words["on_days"]: [], words["entry_into_force"]: []}
    for each in _dues(wording, words):
        found.setdefault(each.lane, []).append(each)
    if words["life"] in found:
        found[words["life"]] = found.pop(words["life"])
    return [(lane, sorted(marks, key=lambda mark: mark.order)) for lane, marks in found.items() if marks]


def _dues(wording: Wording, words: dict[str, str]) -> Iterator[Due]:
    steps = Steps(wording)
    for step in steps.all:
        wording.begin(step.provision)
        cited, link = steps.cited(step.provision), wording.citing.id_of(step.provision)
        for piece in step.pieces:
            if isinstance(piece.stated, Application):
                yield Due(words["life"], 0.0, _term(wording, piece.stated, words), "diamond", cited, capitalised(piece.act), link)
                continue
            said = capitalised(" ".join(filter(None, (piece.who, piece.modal, piece.act))))
            for timing in _timings(piece):
                if timing.kind not in _UNTIMED:
                    lane = _lane(steps, words, step, timing)
                    plain_one = timing._replace(anchor=None) if timing.kind == "within" else timing  # the lane says what it counts from
                    yield Due(lane, _order(timing), capitalised(unlinked(wording.timing(plain_one))), _form(timing), cited, said, link)
            for notice in _notices(piece):
                yield Due(words["life"], 1.0, capitalised(wording.amounts.period(notice)), "diamond", cited, f"{said} {piece.rest.strip(' ,')}".strip(), link)


def _timings(piece: Piece) -> Iterator[Timing]:
    stated = piece.stated
    yield from (timing for limb in piece.limbs for timing in limb.timing)
    if not piece.limbs:
        yield from getattr(stated, "timing", ())


def _notices(piece: Piece) -> Iterator[Period]:
    qualifiers: list[Qualifier] = [qualifier for limb in piece.limbs for qualifier in limb.qualifiers]
    yield from (each.period for each in qualifiers if isinstance(each, Manner) and each.kind == "with notice" and each.period is not None)


def _term(wording: Wording, stated: Application, words: dict[str, str]) -> str:
    """What of the life of a treaty has a time, in words; else what it speaks of."""
    periods = [stated.period] if stated.period is not None else []
    times = [wording.amounts.period(period) for period in periods] + [unlinked(wording.timing(timing)) for timing in stated.timing]
    return capitalised(times[0]) if times else words["entry_into_force"] if stated.verb == "enters into force" else capitalised(stated.verb)


def _lane(steps: Steps, words: dict[str, str], step: Step, timing: Timing) -> str:
    """What a time is counted from, in words: its own event, a day, what opens the clause, or the entry into force."""
    if timing.on is not None and timing.anchor is None:
        return words["on_days"]
    if timing.anchor is not None:
        return _from(steps.wording, words, timing.anchor)
    if step.rung or step.openings:
        return capitalised(step.opening) if step.opening else capitalised(words["if_not"].format(_before(steps, step)))
    return words["entry_into_force"]


def _from(wording: Wording, words: dict[str, str], anchor: EventTerm) -> str:
    own = anchor.name == "entry into force" and all(reference.kind == "treaty" for reference in anchor.references) and not anchor.roles
    return words["entry_into_force"] if own else words["from_event"].format(unlinked(wording.event(anchor)))


def _before(steps: Steps, step: Step) -> str:
    """How the step before one is cited."""
    said = steps.cited(step.provision)
    words: dict[str, str] = steps.wording.phrases.word_list("diagram")
    return said if step.rung == 1 else f"{said}, {words['step'].format(step.rung)}"


def _order(timing: Timing) -> float:
    """How far from the beginning of its axis a time lies, in hours, at least by the length of its units; what recurs stands behind all of it."""
    if timing.on is not None:
        return float(timing.on.toordinal() * 24)
    length = float(sum(count * _HOURS.get(unit, 24) for count, unit in timing.period.parts)) if timing.period is not None else 0.0
    return length + (1e9 if timing.kind in _RECURRING else 0.0)


def _form(timing: Timing) -> Form:
    return "ring" if timing.kind in _RECURRING else "diamond" if timing.kind in _LASTING else "disc"


def timeline(wording: Wording) -> Picture:
    """The picture of the deadlines and terms of the treaty."""
    words: dict[str, str] = wording.phrases.word_list("diagram")
    lanes = dues(wording)
    boxes: list[Box] = []
    paths: list[Path] = []
    marks: list[Mark] = []
    labels: list[Label] = []
    said: list[str] = []
    axis = _EDGE + _TIME + _AXIS / 2
    left = _EDGE + _TIME + _AXIS
    y = _EDGE + 10
    if lanes:
        keys, y = _legend(words, {due.form for _, own in lanes for due in own})
        marks, labels = [mark for mark, _ in keys], [label for _, label in keys]
    for lane, own in lanes:
        head = written((Text(lane, bold=True),), _TIME + _AXIS + _WIDE)
        boxes.append(Box(_EDGE, y, head.w, head.h, "head", head.labels(_EDGE, y)))
        begins = y + head.h
        y = begins + _APART
        for due in own:
            when = written((Text(due.when, bold=True),), _TIME + 8)
            what = written((Text(f"{due.cited}: {due.said}", size=SMALL),), _WIDE)
            boxes.append(Box(left, y, what.w, what.h, "box", what.labels(left, y), f"{due.when}: {due.cited}: {due.said}", due.link))
            labels += when.labels(_EDGE - 8, y)
            marks.append(Mark(axis, y + 17, due.form))
            y += max(what.h, when.h) + _APART
        paths.append(Path("axis", (axis, begins), (Curve((axis, y)),)))
        said.append(f"{lane}: " + "; ".join(f"{due.when}, {due.cited}" for due in own))
        y += 18
    note, y = paragraph(words["not_to_scale"] if lanes else words["nothing"], _EDGE, y - 10, _WIDE, size=SMALL)
    told = f"{words['timeline']}. " + ". ".join(said)
    return Picture("timeline", left + _WIDE + _EDGE, y + _EDGE, words["timeline"], told, tuple(boxes), tuple(paths), tuple(marks), (*labels, *note))


def _legend(words: dict[str, str], forms: set[Form]) -> tuple[list[tuple[Mark, Label]], float]:
    found = []
    x, y = _EDGE + 6, _EDGE + 4
    order: tuple[Form, ...] = ("disc", "ring", "diamond")
    for form in order:
        if form in forms:
            label = Label(x + 14, y + 4, words[form], SMALL)
            found.append((Mark(x, y, form), label))
            x += 14 + label.wide + 26
    return found, y + 22
