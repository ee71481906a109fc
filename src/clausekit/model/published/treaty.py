"""The treaty: its header, its vocabulary, its preamble and its provisions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from clausekit.model.literals import DivisionKind
from clausekit.model.published.amounts import Period
from clausekit.model.published.clauses import Clause
from clausekit.model.published.declarations import (
    Action,
    Body,
    DeclaredActor,
    Event,
    Group,
    Instrument,
    Measure,
    Rule,
    Status,
    Term,
    Zone,
)
from clausekit.model.published.part import Name, Part, Text
from clausekit.model.published.scenarios import Expectation, Scenario
from clausekit.model.published.translations import Translation


class Recital(Part):
    """One recital of the preamble."""

    text: Text
    """The recital, without its final punctuation."""


class Division(Part):
    """A part, chapter, section, article or annex, and what stands in it."""

    kind: DivisionKind
    """What it is."""
    designation: str
    """Its number or letter, or the name of an article numbered by its place."""
    title: Text | None = None
    """Its title."""
    clauses: tuple[Clause, ...] = ()
    """Its sentences: the paragraphs of an article."""
    divisions: tuple[Division, ...] = ()
    """What it is divided into."""


class WorkingDays(Part):
    """Whose public holidays are no working days: `working days of Switzerland "CH"`."""

    place: Name
    """The State or part of one, as the draft names it."""
    calendar: Text
    """Its code in ISO 3166, with that of a part of it where it has holidays of its own: `CH`, `DE-BE`."""


class Treaty(Part):
    """A whole treaty. Equal treaties mean the same and print the same."""

    title: Text | None = None
    """The title."""
    short: Text | None = None
    """What the treaty calls itself."""
    languages: tuple[Name, ...] = ()
    """The languages of the authentic texts."""
    depositary: Name | None = None
    """Who keeps the original and the instruments."""
    political: bool = False
    """Whether it is a political instrument, which binds nobody in law."""
    style: Literal["un", "eu", "bilateral", "mou"] | None = None
    """The drafting tradition to follow."""
    done_at: Text | None = None
    """Where it is signed."""
    done_on: date | None = None
    """When it is signed."""
    immediately: Period | None = None
    """What `immediately` means in it."""
    time_zone: Text | None = None
    """The time its days and hours are counted by, by its name in the IANA data base (`Europe/Zurich`); UTC without one."""
    working_days: tuple[WorkingDays, ...] = ()
    """Whose public holidays are no working days; without them, working days are Monday to Friday."""
    actors: tuple[DeclaredActor, ...] = ()
    """Parties, guarantors, States, signatories and organs."""
    groups: tuple[Group, ...] = ()
    """Groups of actors."""
    bodies: tuple[Body, ...] = ()
    """Bodies that decide."""
    zones: tuple[Zone, ...] = ()
    """Places."""
    terms: tuple[Term, ...] = ()
    """Defined terms."""
    actions: tuple[Action, ...] = ()
    """Declared acts."""
    events: tuple[Event, ...] = ()
    """Declared events."""
    statuses: tuple[Status, ...] = ()
    """States of affairs."""
    measures: tuple[Measure, ...] = ()
    """Numbers and scales that conditions compare."""
    rules: tuple[Rule, ...] = ()
    """Rules that decisions are taken by."""
    instruments: tuple[Instrument, ...] = ()
    """Other treaties that it cites."""
    recitals: tuple[Recital, ...] = ()
    """The preamble."""
    clauses: tuple[Clause, ...] = ()
    """Sentences that stand before any heading."""
    divisions: tuple[Division, ...] = ()
    """Parts, articles, annexes."""
    scenarios: tuple[Scenario, ...] = ()
    """Courses of events, and what must come of them."""
    expectations: tuple[Expectation, ...] = ()
    """What must be so in every course of events."""
    translations: tuple[Translation, ...] = ()
    """What it says in other languages, one for each."""
