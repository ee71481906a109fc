"""Where the life of a treaty stands → words and JSON: who has signed and consented, for whom it is in force, what is missing, how each may leave."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import Any, NamedTuple

from clausekit.chronicle.words import Words, cited, listed
from clausekit.norms.accession import EntryIntoForce, Missing, Share
from clausekit.norms.calendar import NEVER, Instant, date_of
from clausekit.norms.leaving import Leaving

VERSION = 1
# So many names are given in a line; of more, how many they are.
_MOST_NAMES = 60


class Standing(NamedTuple):
    """The life of a treaty on a day."""

    title: str
    on: date
    entry: EntryIntoForce
    left: tuple[tuple[str, Instant], ...]
    ended: Instant | None
    leaving: tuple[Leaving, ...]


def text(standing: Standing, words: Words, *, width: int) -> str:
    """For a terminal."""
    rows = [*wrap(f"{standing.title}: status on {_day(standing.on)}", width), ""]
    for name, said in _rows(standing, words):
        rows += wrap(said, width, initial_indent=f"  {name:<14}", subsequent_indent=" " * 16)
    return "\n".join(rows) + "\n"


def _rows(standing: Standing, words: Words) -> Iterator[tuple[str, str]]:
    entry = standing.entry
    if entry.signed:
        yield "signed", f"{len(entry.signed)}: {_names(entry.signed)}"
    if entry.consented:
        yield "consented", f"{len(entry.consented)}: {_names([f'{name} ({_short(at, words)})' for name, at in entry.consented])}"
    yield from _force(standing, words)
    if standing.left:
        yield "has left", "; ".join(f"{name}, on {words.day(at)}" for name, at in standing.left)
    yield from _ways_out(standing, words)


def _force(standing: Standing, words: Words) -> Iterator[tuple[str, str]]:
    entry = standing.entry
    if standing.ended is not None:
        yield "ended", f"on {words.day(standing.ended)}"
    elif entry.bound:
        assert entry.at is not None
        first = [name for name, at in entry.bound if at == entry.at]
        yield "in force", f"since {words.day(entry.at)}, for {len(first)}: {_names(first)}"
        later = [f"{name} ({_short(at, words)})" for name, at in entry.bound if at != entry.at]
        if later:
            yield "and later for", f"{len(later)}: {_names(later)}"
    elif entry.at is not None:
        yield "not in force", f"nothing is missing: it enters into force on {words.day(entry.at)}"
    elif not entry.missing:
        yield "not in force", "the treaty does not say when it enters into force"
    else:
        yield "not in force", "; and ".join(_missing(each) for each in entry.missing)
        if entry.earliest is not None:
            yield "earliest", f"{words.day(entry.earliest)}, if all that happened today"


def _missing(missing: Missing) -> str:
    """`ratification by 3 more, among them France`."""
    others = missing.more - len(missing.named)
    parts = []
    if missing.named:
        parts.append(f"by {_names(missing.named)}")
    if others > 0 and not missing.shares:
        parts.append(f"by {others} {'more' if missing.done or missing.named else ''}".rstrip())
    parts += [f"by those with {share.bound} {share.percent} percent of {share.measure} ({_reached(share)} so far)" for share in missing.shares]
    done = f" ({len(missing.done)} have done so)" if missing.done else ""
    is_bare = missing.more == 1 and not (missing.done or missing.named or missing.among or missing.shares)
    return f"missing is {missing.what}{'' if is_bare or not parts else ' ' + ' and '.join(parts)}{done}"


def _reached(share: Share) -> str:
    return f"{share.reached} percent" if share.reached else "nothing is known"


def _ways_out(standing: Standing, words: Words) -> Iterator[tuple[str, str]]:
    """How each may leave: those together who may do so alike."""
    alike: dict[tuple[str, Instant, Instant | None], list[str]] = {}
    for each in standing.leaving:
        alike.setdefault((cited(each.norm), each.notice, each.free), []).append(each.who)
    for (clause, notice, free), who in alike.items():
        if free is None:
            when = "not yet: its time has not begun" if notice >= NEVER else f"not on {_on(notice, words)}: its conditions are not met"
        else:
            when = f"by notice on {_on(notice, words)}, and free from {_on(free, words)}" if free > notice else f"from {_on(notice, words)}"
        yield "may leave", f"{_names(who)}: {when} -- {clause}"


def _names(names: Sequence[str]) -> str:
    return listed(list(names)) if len(names) <= _MOST_NAMES else f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _on(at: Instant, words: Words) -> str:
    return _day(date_of(at, words.calendar))


def _short(at: Instant, words: Words) -> str:
    return date_of(at, words.calendar).isoformat()


# ---------------------------------------------------------------- data


def as_json(standing: Standing, words: Words) -> str:
    """JSON, with ISO dates."""
    entry = standing.entry

    def when(at: Instant | None) -> str | None:
        return _short(at, words) if at is not None and at < NEVER else None

    data: dict[str, Any] = {
        "version": VERSION,
        "treaty": standing.title,
        "on": standing.on.isoformat(),
        "signed": list(entry.signed),
        "consented": {name: when(at) for name, at in entry.consented},
        "enters_into_force": when(entry.at),
        "in_force_for": {name: when(at) for name, at in entry.bound},
        "missing": [
            {
                "what": each.what,
                "more": each.more,
                "named": list(each.named),
                "among": list(each.among),
                "done": list(each.done),
                "shares": [share._asdict() for share in each.shares],
            }
            for each in entry.missing
        ],
        "earliest": when(entry.earliest),
        "left": {name: when(at) for name, at in standing.left},
        "ended": when(standing.ended),
        "leaving": [
            {"party": each.who, "clause": each.norm.label or each.norm.citation, "notice": when(each.notice), "free": when(each.free)}
            for each in standing.leaving
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
