"""A witness in which somebody leaves undone what has nothing to do with the flaw → one in which it is done: in the last instant at which it is in time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from clausekit.logic.answers import Witness
from clausekit.logic.replay import replay
from clausekit.logic.slots import events
from clausekit.norms.history import Entry, Happening
from clausekit.norms.norm import Amount, Code
from clausekit.norms.timeline import Record, Timeline

# So often acts are added, and to so many entries, before it is given up.
_MOST_ROUNDS = 12
_MOST_ENTRIES = 5_000


def mended(code: Code, witness: Witness, whom: Collection[str] | None, *, spared: Collection[int] = ()) -> Witness | None:
    """The witness with every duty of `whom` (None: of everybody) performed, but for the norms that are `spared`; None where that cannot be had.

    An act is added for every violation at once, by each who answers for it. What is violated by an act cannot be mended.
    """
    entries: tuple[Entry, ...] = witness.entries
    for _ in range(_MOST_ROUNDS):
        timeline = replay(code, witness._replace(entries=entries))
        wrong = [each for each in timeline.violations() if each.norm not in spared and (whom is None or set(each.who) & set(whom))]
        if not wrong:
            return witness._replace(entries=tuple(sorted(entries, key=lambda entry: entry.at)))
        added = [_acts(code, timeline, each) for each in wrong]
        if not all(added) or len(entries) > _MOST_ENTRIES:
            return None
        entries = (*entries, *_apart(entry for each in added for entry in each))
    return None


def _acts(code: Code, timeline: Timeline, wrong: Record) -> list[Entry]:
    norm = code.norms[wrong.norm]
    opened = next(each for each in timeline.opened if each.number == wrong.instance)
    if norm.modality != "duty" or not norm.acts or wrong.at - 1 < opened.opened:
        return []
    made: list[Entry] = []
    for name in wrong.who if norm.mode in ("each", "all", "number") else wrong.who[:1]:
        found, _ = events(norm.acts[0], opened.bindings, by=(name,))
        made += [event._replace(at=wrong.at - 1, amounts=_amounts(norm.acts[0].amounts)) for event in found[:1]]
    return [each for each in made if isinstance(each, Happening)]


def _apart(entries: Iterable[Entry]) -> list[Entry]:
    """Each act once: one serves all that it performs."""
    found: list[Entry] = []
    seen: set[str] = set()
    for entry in entries:
        mark = repr(entry)
        if mark not in seen:
            seen.add(mark)
            found.append(entry)
    return found


def _amounts(amounts: tuple[Amount, ...]) -> tuple[tuple[Decimal, str], ...]:
    known = [(amount.low if amount.low is not None else amount.high, amount.unit) for amount in amounts]
    return tuple((number, unit) for number, unit in known if number is not None)
