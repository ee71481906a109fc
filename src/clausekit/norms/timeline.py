"""What a played history comes to: a record of everything that happened to norms, parties and the treaty, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from clausekit.norms.calendar import Instant
from clausekit.norms.history import Bindings, Entry
from clausekit.norms.norm import Code, Names, Norm

Kind = Literal[
    "event", "deemed", "status begins", "status ends", "measured",
    "in force", "not in force", "provisionally", "withdrawn", "notice", "ended", "extended", "provision ends", "provision resumes",
    "opened", "dated", "next period", "nobody bound",
    "performed", "fulfilled", "violated", "cured", "discharged", "lapsed", "used", "kept", "terminated", "suspended", "resumed",
    "honoured", "not honoured", "allowed", "effect", "without effect", "opposed",
]  # fmt: skip


class Record(NamedTuple):
    """One thing that happened at an instant.

    `norm` and `instance` are -1 where it concerns none. `who` answers for a violation, has performed, is bound, or is the party concerned; `said` is the event
    or the reason in words. `provisions` are the numbers of the provisions concerned, `closes` when the window of the instance closes.
    """

    at: Instant
    kind: Kind
    norm: int = -1
    instance: int = -1
    who: Names = ()
    said: str = ""
    provisions: tuple[int, ...] = ()
    closes: Instant = -1


class Opened(NamedTuple):
    """An instance as it stood when it was opened: its norm, who is bound, whom its variables stand for, and its window."""

    number: int
    norm: int
    bearers: Names
    bindings: Bindings
    opened: Instant
    opens: Instant
    closes: Instant
    underlying: int


class Timeline(NamedTuple):
    """A history as it was played: `records` in order, `opened` instances by number, the history itself and when it was played to."""

    code: Code
    entries: tuple[Entry, ...]
    in_force: Instant | None
    until: Instant
    records: tuple[Record, ...]
    opened: tuple[Opened, ...]

    def norm(self, record: Record) -> Norm | None:
        """The norm that a record concerns."""
        return self.code.norms[record.norm] if record.norm >= 0 else None

    def of_kind(self, *kinds: str) -> Iterator[Record]:
        """The records of some kinds, in order."""
        return (record for record in self.records if record.kind in kinds)

    def violations(self) -> tuple[Record, ...]:
        """Every violation, with who answers for it: the blame of the history."""
        return tuple(self.of_kind("violated"))

    def closings(self, at: Instant) -> dict[int, Instant]:
        """When the window of every instance closes, as that stands at the end of an instant: a deadline may have been waiting for its event."""
        return {record.instance: record.closes for record in self.records if record.at <= at and record.kind in _DATING}

    def states(self, at: Instant) -> dict[int, str]:
        """What has become of every instance by the end of an instant, by its number."""
        found: dict[int, str] = {}
        for record in self.records:
            if record.at > at:
                break
            if record.instance >= 0 and record.kind in _STATES:
                found[record.instance] = _STATES[record.kind]
        return found


_DATING = frozenset({"opened", "dated", "next period", "resumed"})
_STATES: dict[str, str] = {
    "opened": "active", "fulfilled": "fulfilled", "violated": "violated", "cured": "cured", "discharged": "discharged", "lapsed": "lapsed", "used": "used",
    "kept": "kept", "terminated": "terminated", "suspended": "suspended", "resumed": "active", "honoured": "honoured", "not honoured": "not honoured",
}  # fmt: skip
