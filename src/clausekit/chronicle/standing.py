"""Where the life of a treaty stands → words and JSON: who has signed and consented, for whom it is in force, what is missing, how each may leave."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from clausekit.chronicle.words import cited, day_of, listed
from clausekit.norms.accession import EntryIntoForce, Missing, Share
from clausekit.norms.calendar import NEVER, Calendar, Instant, date_of
from clausekit.norms.leaving import Leaving
from clausekit.report.legible import wrap

VERSION = 1
FORMATS = ("text", "json")
_HEAD = 16


class Standing(NamedTuple):
    """The life of a treaty on a day. What is kept in instants is had in dates from its properties."""

    title: str
    on: date
    entry: EntryIntoForce
    left: tuple[tuple[str, Instant], ...]
    ended: Instant | None
    leaving: tuple[Leaving, ...]
    calendar: Calendar

    @property
    def consented(self) -> dict[str, date]:
        """Who has consented to be bound, and when."""
        return {name: self._date(at) for name, at in self.entry.consented}

    @property
    def in_force_for(self) -> dict[str, date]:
        """For whom the treaty is in force, and since when."""
        return {name: self._date(at) for name, at in self.bound}

    @property
    def bound(self) -> tuple[tuple[str, Instant], ...]:
        """Those for whom it is in force, each with since when: nobody once it has ended, and none of those who have left."""
        left = {name for name, _ in self.left}
        return () if self.ended is not None else tuple((name, at) for name, at in self.entry.bound if name not in left)

    @property
    def provisional(self) -> tuple[tuple[str, Instant], ...]:
        """Those to whom the treaty, or a part of it, only applies provisionally, each with since when."""
        found: dict[str, Instant] = {}
        for record in self.entry.timeline.of_kind("provisionally", "not in force"):
            for name in record.who:
                if record.kind == "provisionally":
                    found.setdefault(name, record.at)
                else:
                    found.pop(name, None)
        return () if self.ended is not None else tuple((name, at) for name, at in found.items() if name not in dict(self.entry.bound))

    @property
    def enters_into_force(self) -> date | None:
        """When the treaty entered into force, or is bound to; None while that is open."""
        return None if self.entry.at is None else self._date(self.entry.at)

    @property
    def earliest(self) -> date | None:
        """When it would enter into force if all that is missing happened on the day asked about; None where it is no longer open, or that is not enough."""
        return None if self.entry.earliest is None or self.entry.earliest >= NEVER else self._date(self.entry.earliest)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What entry into force still hangs on."""
        return self.entry.missing

    def render(self, form: str = "text", *, width: int = 80) -> str:
        """The status as text or json. Raises ValueError for another format."""
        if form not in FORMATS:
            message = f"the status has no format `{form}`; there are: {', '.join(FORMATS)}"
            raise ValueError(message)
        return text(self, width=width) if form == "text" else as_json(self)

    def _date(self, at: Instant) -> date:
        return date_of(at, self.calendar)


def text(standing: Standing, *, width: int) -> str:
    """For a terminal."""
    rows = [*wrap(f"{standing.title}: status on {_day(standing.on)}", width), ""]
    for name, said in _rows(standing):
        for number, row in enumerate(wrap(said, width - _HEAD)):
            rows.append(f"{' ' * _HEAD if number else f'  {name:<14}'}{row}")
    return "\n".join(rows) + "\n"


def _rows(standing: Standing) -> Iterator[tuple[str, str]]:
    entry = standing.entry
    if entry.signed:
        yield "signed", f"{len(entry.signed)}: {listed(entry.signed)}"
    if entry.consented:
        yield "consented", f"{len(entry.consented)}: {_by_day(entry.consented, standing)}"
    yield from _force(standing)
    if standing.provisional:
        yield "provisionally", f"applies to {len(standing.provisional)}: {_by_day(standing.provisional, standing)}"
    if standing.left:
        yield "has left", _by_day(standing.left, standing)
    yield from _ways_out(standing)


def _by_day(whom: Sequence[tuple[str, Instant]], standing: Standing) -> str:
    """Each day, with those of whom it is the day: `5 October 2016 Canada and Nepal; 7 October 2016 Kenya`."""
    days: dict[Instant, list[str]] = {}
    for name, at in whom:
        days.setdefault(at, []).append(name)
    return "; ".join(f"{day_of(at, standing.calendar)} {listed(names)}" for at, names in days.items())


def _force(standing: Standing) -> Iterator[tuple[str, str]]:
    entry, days = standing.entry, standing.calendar
    if standing.ended is not None:
        yield "ended", f"on {day_of(standing.ended, days)}"
    elif entry.bound and entry.at is not None:
        first = [name for name, at in standing.bound if at == entry.at]
        yield "in force", f"since {day_of(entry.at, days)}{f', for {len(first)}: {listed(first)}' if first else ''}"
        later = [(name, at) for name, at in standing.bound if at != entry.at]
        if later:
            yield "and later for", f"{len(later)}: {_by_day(later, standing)}"
    elif entry.at is not None:
        yield "not in force", f"nothing is missing: it enters into force on {day_of(entry.at, days)}"
    elif not entry.missing:
        yield "not in force", "the treaty does not say when it enters into force"
    else:
        yield "not in force", "; and ".join(_missing(each) for each in entry.missing)
        if standing.earliest is not None:
            yield "earliest", f"{_day(standing.earliest)}, if all that is missing happened on {_day(standing.on)}"


def _missing(missing: Missing) -> str:
    """`ratification by 3 more, among them France`."""
    others = missing.more - len(missing.named)
    parts = []
    if missing.named:
        parts.append(f"by {listed(missing.named)}")
    if others > 0:
        parts.append(f"by {others} {'more' if missing.done or missing.named else ''}".rstrip())
    parts += [f"by those with {share.bound} {share.percent} percent of {share.measure} ({_reached(share)} so far)" for share in missing.shares]
    done = f" ({len(missing.done)} have done so)" if missing.done else ""
    is_bare = missing.more == 1 and not (missing.done or missing.named or missing.among or missing.shares)
    return f"missing is {missing.what}{'' if is_bare or not parts else ' ' + ' and '.join(parts)}{done}"


def _reached(share: Share) -> str:
    return f"{share.reached} percent" if share.reached else "nothing is known"


def _ways_out(standing: Standing) -> Iterator[tuple[str, str]]:
    """How each may leave: those together who may do so alike."""

    def _on(at: Instant) -> str:
        return _day(date_of(at, standing.calendar))

    alike: dict[tuple[str, Instant, Instant | None], list[str]] = {}
    for each in standing.leaving:
        if each.is_given and each.free is not None:
            yield "leaving", f"{each.who}: gave notice on {_on(each.notice)}, and is free from {_on(each.free)} -- {cited(each.norm)}"
        else:
            alike.setdefault((cited(each.norm), each.notice, each.free), []).append(each.who)
    for (clause, notice, free), who in alike.items():
        if free is None:
            when = "not yet: its time has not begun" if notice >= NEVER else f"not on {_on(notice)}: its conditions are not met"
        else:
            when = f"by notice on {_on(notice)}, and free from {_on(free)}" if free > notice else f"from {_on(notice)}"
        yield "may leave", f"{listed(who)}: {when} -- {clause}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


# ---------------------------------------------------------------- data


def as_json(standing: Standing) -> str:
    """JSON, with ISO dates."""
    entry = standing.entry

    def when(at: Instant | None) -> str | None:
        return date_of(at, standing.calendar).isoformat() if at is not None and at < NEVER else None

    data: dict[str, Any] = {
        "version": VERSION,
        "treaty": standing.title,
        "on": standing.on.isoformat(),
        "signed": list(entry.signed),
        "consented": {name: when(at) for name, at in entry.consented},
        "enters_into_force": when(entry.at),
        "applies_provisionally_to": {name: when(at) for name, at in standing.provisional},
        "in_force_for": {name: when(at) for name, at in standing.bound},
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
            {"party": each.who, "clause": each.norm.label or each.norm.citation, "given": each.is_given, "notice": when(each.notice), "free": when(each.free)}
            for each in standing.leaving
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
