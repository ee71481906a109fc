"""Timeline → what of it is worth telling: what happens and what follows from that, without all that merely stands, or that nobody has told anything of."""

from __future__ import annotations

from itertools import groupby

from clausekit.norms.calendar import NEVER
from clausekit.norms.timeline import Record, Timeline

# What is of no news: that a window closed without anything forbidden.
QUIET = frozenset({"kept"})
_OWED = frozenset({"duty", "commitment"})


def told(timeline: Timeline) -> tuple[list[Record], list[int]]:
    """The records worth telling, and the norms that were violated only because nothing is told of them.

    A history tells what its author thought of. A duty of which it tells nothing counts as not done (nobody's breach is assumed away), and so does what follows
    from that; both would hide what the history is about.
    """
    dull, untold = _dull(timeline), _untold(timeline)
    opened = {each.number: each for each in timeline.opened}
    shown: list[Record] = []
    neglected: dict[int, None] = {}
    for _, group in groupby(timeline.records, key=lambda record: record.at):
        together = list(group)
        neglected |= {record.norm: None for record in together if record.kind == "violated" and record.instance in untold}
        kept = [record for record in together if record.kind not in QUIET and record.instance not in untold]
        is_caused = any(record.kind != "opened" for record in kept)
        if not is_caused and len(kept) < len(together):
            untold |= {record.instance for record in kept if opened[record.instance].underlying < 0 or opened[record.instance].underlying in untold}
            continue
        shown += [record for record in kept if not (record.instance in dull and record.kind in ("opened", "terminated", "lapsed"))]
    return shown, list(neglected)


def _dull(timeline: Timeline) -> frozenset[int]:
    """What stands from entry into force on without a day: prohibitions, powers and permissions, duties at all times."""
    code = timeline.code
    return frozenset(
        each.number
        for each in timeline.opened
        if each.underlying < 0
        and code.norms[each.norm].trigger is None
        and (each.closes >= NEVER or code.norms[each.norm].modality in ("prohibition", "permission", "power", "exemption"))
    )


def _untold(timeline: Timeline) -> set[int]:
    """The instances of duties that stand from entry into force on and of which nothing was ever done."""
    code = timeline.code
    done = {record.norm for record in timeline.of_kind("performed", "fulfilled", "honoured")}
    first = {record.at for record in timeline.of_kind("in force")}
    found: set[int] = set()
    for each in timeline.opened:
        norm = code.norms[each.norm]
        stands = each.opened in first and not norm.after and norm.guaranteed is None and norm.modality in _OWED
        if (stands or each.underlying in found) and each.norm not in done:
            found.add(each.number)
    return found
