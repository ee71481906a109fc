"""Timeline → what of it is worth telling: what happens and what follows from that, without all that merely stands, or that nobody has told anything of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from clausekit.chronicle.words import Words
from clausekit.norms.calendar import NEVER, Instant
from clausekit.norms.closing import NOT_SO
from clausekit.norms.timeline import Record, Timeline

# What is of no news: that a window closed without anything forbidden, and that a period begins behind the one before.
_QUIET = frozenset({"kept", "next period"})
# A norm is opened, or the event happens that its deadline was waiting for.
_OPENS = frozenset({"opened", "dated"})
_OWED = frozenset({"duty", "commitment"})
_RIGHTS = frozenset({"permission", "power", "exemption"})
# What happens, rather than what follows from it.
_HAPPENS = frozenset(
    {"event", "deemed", "status begins", "status ends", "measured", "in force", "withdrawn", "ended", "provisionally", "not in force", "extended"}
)
# What becomes of the same norm for several at once is said once for all of them.
_JOINED = frozenset(
    {"violated", "not honoured", "lapsed", "terminated", "suspended", "resumed", "discharged", "cured", "fulfilled", "honoured", "used", "extended"}
)


class Line(NamedTuple):
    """One thing to tell, in words: it happens, or it follows from what happens."""

    record: Record
    said: str
    happens: bool


class Moment(NamedTuple):
    """Everything to tell of one instant, what happens first."""

    at: Instant
    lines: tuple[Line, ...]


def moments(timeline: Timeline, words: Words, *, whole: bool = False) -> tuple[list[Moment], list[str]]:
    """A timeline instant by instant, and the clauses that count as not complied with only because nothing is told of them.

    `whole` leaves nothing out but that what is forbidden was not done; then no clause is named at the end.
    """
    shown: Iterable[Record]
    shown, neglected = ([record for record in timeline.records if record.kind not in _QUIET], []) if whole else told(timeline)
    found = [Moment(at, _lines(together, words)) for at, together in groupby(shown, key=lambda record: record.at)]
    return found, list(dict.fromkeys(words.clause(norm) for norm in neglected))


def _lines(records: Iterable[Record], words: Words) -> tuple[Line, ...]:
    """What became of the same norm for several at once, said once for all of them; what happens before what follows."""
    joined: dict[object, list[Record]] = {}
    for number, record in enumerate(records):
        mark: object = number
        if record.kind in _OPENS:
            mark = (record.norm, record.kind, record.closes, words.binding(record.instance))
        elif record.norm >= 0 and record.kind in _JOINED:
            mark = (record.norm, record.kind, record.said, words.binding(record.instance))
        joined.setdefault(mark, []).append(record)
    lines = [Line(_of_all(alike), _said(alike, words), alike[0].kind in _HAPPENS) for alike in joined.values()]
    counted = [line.said for line in lines if line.record.kind == "deemed"]
    told_twice = [line for line in lines if line.record.kind == "event" and any(said.startswith(f"{line.said}, which counts as ") for said in counted)]
    return tuple(sorted((line for line in lines if line not in told_twice), key=lambda line: not line.happens))


def _said(alike: list[Record], words: Words) -> str:
    if alike[0].kind in _OPENS:
        return words.owe([record.instance for record in alike], alike[0].closes)
    return words.record(_of_all(alike))


def _of_all(alike: list[Record]) -> Record:
    """What became of a norm for all for whom the same did."""
    return alike[0]._replace(who=tuple(dict.fromkeys(name for record in alike for name in record.who)))


def told(timeline: Timeline) -> tuple[list[Record], list[int]]:
    """The records worth telling, and the norms that were not complied with only because nothing is told of them.

    A history tells what its author thought of. A duty of which it tells nothing counts as not done (nobody's breach is assumed away), and so does what follows
    from that; both would hide what the history is about.
    """
    dull, untold = _dull(timeline), _untold(timeline)
    opened = {each.number: each for each in timeline.opened}
    shown: list[Record] = []
    neglected: dict[int, None] = {}
    for _, group in groupby(timeline.records, key=lambda record: record.at):
        together = list(group)
        neglected |= {record.norm: None for record in together if record.kind in ("violated", "not honoured") and record.instance in untold}
        kept = [record for record in together if record.kind not in _QUIET and record.instance not in untold]
        is_caused = any(record.kind not in _OPENS for record in kept)
        if not is_caused and len(kept) < len(together):
            untold |= {record.instance for record in kept if opened[record.instance].underlying < 0 or opened[record.instance].underlying in untold}
            continue
        shown += [record for record in kept if not _is_dull(record, timeline, dull)]
    return shown, list(neglected)


def _is_dull(record: Record, timeline: Timeline, dull: frozenset[int]) -> bool:
    """Whether a record is of no news: of what merely stands, or that a right ends with what it was for."""
    if record.instance in dull:
        return record.kind in ("opened", "dated", "terminated", "lapsed")
    return record.kind == "terminated" and timeline.code.norms[record.norm].modality in _RIGHTS


def _dull(timeline: Timeline) -> frozenset[int]:
    """What stands from entry into force on without a day: prohibitions, powers and permissions, duties at all times."""
    code = timeline.code
    return frozenset(
        each.number
        for each in timeline.opened
        if each.underlying < 0
        and code.norms[each.norm].trigger is None
        and (each.closes >= NEVER or code.norms[each.norm].modality in ("prohibition", *_RIGHTS))
    )


def _untold(timeline: Timeline) -> set[int]:
    """The instances of duties that stand from entry into force on and of which nothing was ever done."""
    code = timeline.code
    done = {record.norm for record in timeline.of_kind("performed", "fulfilled", "honoured", "extended")}
    done |= {record.norm for record in timeline.of_kind("violated", "not honoured") if record.said == NOT_SO}
    first = {record.at for record in timeline.of_kind("in force")}
    found: set[int] = set()
    for each in timeline.opened:
        norm = code.norms[each.norm]
        stands = each.opened in first and norm.trigger is None and not norm.after and norm.guaranteed is None and norm.modality in _OWED
        if (stands or each.underlying in found) and each.norm not in done:
            found.add(each.number)
    return found
