"""Timeline → its story in prose, as far as some norms have a part in it: a paragraph for each instant at which something of it happens.

`1 September 2026 (day 0): determination of breach by Joint Commission. From then on, Russia must restore compliance by 15 September 2026.`
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from clausekit.chronicle.telling import Line, moments
from clausekit.chronicle.words import Words, listed
from clausekit.norms.calendar import Instant
from clausekit.norms.norm import Names, Norm
from clausekit.norms.timeline import Opened, Record, Timeline

_OPENS = frozenset({"opened", "dated", "resumed"})
_FAILED = frozenset({"violated", "not honoured"})
_DONE = {"fulfilled": "complies", "honoured": "does what is hoped for", "performed": "does part of what is asked for", "used": "makes use of what is allowed"}
_DONE_BY_SEVERAL = {
    "fulfilled": "comply",
    "honoured": "do what is hoped for",
    "performed": "do part of what is asked for",
    "used": "make use of what is allowed",
}
# What says the same as something else that is told: that a window closed, that a power was used.
_QUIET = frozenset({"kept", "next period", "terminated", "notice", "effect"})
# So many paragraphs are read; of a longer story the middle is left out.
_MOST_PARAGRAPHS = 14


class Point(NamedTuple):
    """What a story comes to: an instant, and the norms of a core that then ask something of some, or of anybody."""

    at: Instant
    core: Collection[int]
    who: Names = ()


def story(timeline: Timeline, words: Words, *, norms: Collection[int], point: Point | None = None, only: Names = ()) -> tuple[str, ...]:
    """The story of some norms. Where it comes to its point, all that the core asks is told together: `From then on, A must …`.

    With `only`, what others are bound to is left out.
    """
    begins = timeline.in_force if timeline.in_force is not None else -1
    bearers = {each.number: each.bearers for each in timeline.opened}
    kept = tuple(
        record
        for record in timeline.records
        if _has_a_part(timeline, record, norms, begins) and (not only or record.instance not in bearers or set(only) & set(bearers[record.instance]))
    )
    first = min((entry.at for entry in timeline.entries), default=None)
    found, _ = moments(timeline._replace(records=kept), words, whole=True)
    paragraphs: list[str] = []
    for moment in found:
        is_point = point is not None and moment.at == point.at
        happens = "; ".join(_joined([(_happened(line, words), words.people(line.record.who)) for line in moment.lines if line.happens]))
        lines = _told_once([line for line in moment.lines if not line.happens and not (is_point and line.record.kind in _OPENS)])
        follows = [_followed(line, words) for line in lines]
        opened = [said.removeprefix(_FROM) for said in follows if said.startswith(_FROM)]
        follows = [said for said in follows if not said.startswith(_FROM)]
        if opened:
            follows.append(f"From then on, {'; '.join(map(_unbegun, opened))}")
        if is_point and point is not None:
            follows += asked_then(timeline, words, point)
        day = _day(words, moment.at, first)
        paragraphs.append(f"{day}: {'. '.join(_sentence(each) for each in ([happens] if happens else []) + follows)}.")
    if point is not None and all(moment.at != point.at for moment in found):
        paragraphs.append(f"{_day(words, point.at, first)}: {'. '.join(asked_then(timeline, words, point)) or 'nothing more happens'}.")
    if len(paragraphs) > _MOST_PARAGRAPHS:
        half = _MOST_PARAGRAPHS // 2
        paragraphs[half:-half] = [f"({len(paragraphs) - 2 * half} moments more)"]
    return tuple(paragraphs)


_FROM = "From then on, "


def _has_a_part(timeline: Timeline, record: Record, norms: Collection[int], begins: Instant) -> bool:
    """Whether something belongs to the story: it happens, or is of one of the norms and more than that it stands from the beginning."""
    if record.norm < 0 and record.instance < 0:
        return not (record.at == begins and record.kind == "status begins")
    stands = record.at == begins and record.kind in _OPENS and timeline.code.norms[record.norm].trigger is None
    return record.norm in norms and record.kind not in _QUIET and not stands


def _joined(events: list[tuple[str, str]]) -> list[str]:
    """Events, each with who does it, told as one where they differ in nothing else: `assistance to Ukraine by France and Poland`."""
    found: dict[tuple[str, str], list[str]] = {}
    for said, who in events:
        before, by, behind = said.rpartition(f" by {who}") if who else ("", "", said)
        found.setdefault((before, behind) if by else (said, ""), []).append(who if by else "")
    return [_by_all(before, [name for name in who if name], behind) for (before, behind), who in found.items()]


def _by_all(before: str, who: list[str], behind: str) -> str:
    """`deployment of military forces by France and UK to Ukraine of 10,000 troops each`."""
    if not who:
        return before
    each = " each" if len(who) > 1 and any(map(str.isdigit, behind)) else ""
    return f"{before} by {listed(who)}{behind}{each}"


def _told_once(lines: Iterable[Line]) -> list[Line]:
    """What several do towards one thing, or each for itself, told once for all of them."""
    found: dict[object, Line] = {}
    for number, line in enumerate(lines):
        mark = (line.record.norm, line.record.kind) if line.record.kind in _DONE else number
        before = found.get(mark)
        who = (*before.record.who, *(name for name in line.record.who if name not in before.record.who)) if before is not None else line.record.who
        found[mark] = line._replace(record=line.record._replace(who=who))
    return list(found.values())


def _happened(line: Line, words: Words) -> str:
    record = line.record
    return "the treaty enters into force" if record.kind == "in force" and set(record.who) >= set(words.timeline.code.parties) else line.said


def _day(words: Words, at: Instant, first: Instant | None) -> str:
    number = words.calendar.day(at) - words.calendar.day(first) if first is not None else -1
    return words.day(at) + (f" (day {number})" if number >= 0 else "")


def _followed(line: Line, words: Words) -> str:
    """What follows from what happens, as a sentence without its full stop."""
    record = line.record
    if record.kind in _OPENS and record.kind != "resumed":
        return f"{_FROM}{line.said}"
    norm = words.timeline.norm(record)
    if norm is None:
        return line.said
    who, clause, several = words.people(record.who), words.clause(record.norm), len(record.who) != 1
    if record.kind in _FAILED and norm.modality == "prohibition":
        return f"this violates {clause}, and {who} {'answer' if several else 'answers'} for it"
    if record.kind in _FAILED:
        return f"by then {who} {'have' if several else 'has'} not complied with {clause}"
    if record.kind == "discharged":
        return f"with that, nothing more is owed under {clause}"
    if record.kind in _DONE and record.who:
        return f"with that, {who} {_DONE_BY_SEVERAL[record.kind] if several else _DONE[record.kind]}: {clause}"
    return line.said


def asked_then(timeline: Timeline, words: Words, point: Point) -> list[str]:
    """All that some norms ask of some, or of anybody, at an instant, in one sentence: `From then on, France must …, and must not …`."""
    by_subject: dict[str, list[str]] = {}
    for opened, closes in standing(timeline, point.core, point.at, point.who):
        subject, predicate = _parted(words, opened, closes)
        by_subject.setdefault(subject, []).append(predicate)
    parts = [f"{_unbegun(subject)} {', and '.join(dict.fromkeys(predicates))}" for subject, predicates in by_subject.items()]
    return [f"From then on, {'; and '.join(parts)}"] if parts else []


def standing(timeline: Timeline, norms: Collection[int], at: Instant, who: Names = ()) -> Iterator[tuple[Opened, Instant]]:
    """The instances of some norms that are active at an instant, and when each closes; with `who`, those that one of them bears."""
    states, closings = timeline.states(at), timeline.closings(at)
    for each in timeline.opened:
        if each.norm in norms and states.get(each.number) == "active" and (not who or set(who) & set(each.bearers)):
            yield each, closings.get(each.number, each.closes)


def contributions(timeline: Timeline, words: Words, core: Iterable[int], at: Instant, who: Names = ()) -> dict[int, str]:
    """What each norm of a core asks at an instant, in words; what it asks in general, where it does not stand then."""
    found: dict[int, str] = {}
    for number in core:
        alive = next((pair for pair in standing(timeline, (number,), at, who)), None)
        found[number] = words.owes(*alive) if alive is not None else in_general(words, timeline.code.norms[number])
    return found


def in_general(words: Words, norm: Norm) -> str:
    """What a norm asks of all who bear it, whenever it does."""
    opened = Opened(-1, norm.number, norm.bearer.names, {}, 0, 0, -1, -1)
    said = words.owes(opened) if norm.bearer.names else words.act(norm, {})
    hangs_on = "the step before it fails" if norm.after else words.hangs_on(norm)
    return f"if {hangs_on}: {said}" if hangs_on else said


def _parted(words: Words, opened: Opened, closes: Instant) -> tuple[str, str]:
    """Who is bound, and to what."""
    said = words.asks(opened, closes)
    return words.owes(opened, closes).removesuffix(f" {said}"), said


def _unbegun(said: str) -> str:
    """A sentence that begins with an article, within another one."""
    return said[:1].lower() + said[1:] if said.startswith(("The ", "Any of ")) else said


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]
