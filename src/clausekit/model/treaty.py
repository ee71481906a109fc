"""The treaty: its header, its vocabulary, its preamble and its provisions.

Generated from `clausekit.model.published.treaty`, where the fields are explained; `make records` writes it anew.
"""

from __future__ import annotations

from datetime import date

from clausekit.model.amounts import Period
from clausekit.model.clauses import Clause
from clausekit.model.declarations import Action, Body, DeclaredActor, Event, Group, Instrument, Measure, Rule, Status, Term, Zone
from clausekit.model.scenarios import Expectation, Scenario
from clausekit.model.translations import Translation
from clausekit.named_tuples import NamedTuple
from clausekit.source import Span


class Recital(NamedTuple):
    """One recital of the preamble."""

    start: int
    end: int
    text: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Division(NamedTuple):
    """A part, chapter, section, article or annex, and what stands in it."""

    start: int
    end: int
    kind: str
    designation: str
    title: str | None
    clauses: tuple[Clause, ...]
    divisions: tuple[Division, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class WorkingDays(NamedTuple):
    """Whose public holidays are no working days: `working days of Switzerland "CH"`."""

    start: int
    end: int
    place: str
    calendar: str

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None


class Treaty(NamedTuple):
    """A whole treaty. Equal treaties mean the same and print the same."""

    start: int
    end: int
    title: str | None
    short: str | None
    languages: tuple[str, ...]
    depositary: str | None
    political: bool
    style: str | None
    done_at: str | None
    done_on: date | None
    immediately: Period | None
    time_zone: str | None
    working_days: tuple[WorkingDays, ...]
    actors: tuple[DeclaredActor, ...]
    groups: tuple[Group, ...]
    bodies: tuple[Body, ...]
    zones: tuple[Zone, ...]
    terms: tuple[Term, ...]
    actions: tuple[Action, ...]
    events: tuple[Event, ...]
    statuses: tuple[Status, ...]
    measures: tuple[Measure, ...]
    rules: tuple[Rule, ...]
    instruments: tuple[Instrument, ...]
    recitals: tuple[Recital, ...]
    clauses: tuple[Clause, ...]
    divisions: tuple[Division, ...]
    scenarios: tuple[Scenario, ...]
    expectations: tuple[Expectation, ...]
    translations: tuple[Translation, ...]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self[2:] == other[2:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[2:])

    @property
    def span(self) -> Span | None:
        return Span(self.start, self.end) if self.start >= 0 else None
