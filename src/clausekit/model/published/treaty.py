"""The treaty: its header, its vocabulary, its preamble and its provisions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from clausekit.model.literals import ActorRole, DivisionKind
from clausekit.model.published.clauses import Clause
from clausekit.model.published.part import Name, Part, Text
from clausekit.model.published.terms import Actor, Condition, Decision, Period, Quantity


class DeclaredActor(Part):
    """`party Russia "the Russian Federation".`, `guarantor France pledging 10,000 troops.`"""

    role: ActorRole
    """Party and guarantor are bound; a guarantor is a Party. State, signatory and organ are named, not bound."""
    name: Name
    """The name used in the provisions."""
    display: Text | None = None
    """The full name, as the draft first gives it."""
    pledges: tuple[Quantity, ...] = ()
    """The most it can be asked for."""


class Group(Part):
    """`group European Allies means France, UK and Poland.`"""

    name: Name
    """The name, in the plural."""
    display: Text | None = None
    """What the draft calls it."""
    singular: Text | None = None
    """What the draft calls one of its members."""
    members: tuple[Actor, ...]
    """Actors and other groups."""


class Body(Part):
    """`body Joint Commission means Ukraine, Russia and Switzerland, deciding by consensus.`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""
    members: tuple[Actor, ...] = ()
    """Its members."""
    decision: Decision | None = None
    """How it decides."""
    quorum: int | None = None
    """How many members must take part."""


class Zone(Part):
    """`zone Line of Contact means "the line set out in Annex A".`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""
    meaning: Text | None = None
    """Where it is, in words."""


class Term(Part):
    """`term Territory means "the territory of Ukraine within its internationally recognised borders".`"""

    name: Name
    """The term."""
    display: Text | None = None
    """What the draft calls it."""
    meaning: Text
    """Its definition."""


class Action(Part):
    """`action deploy forces "deploy military forces" as "deployment of military forces" in troops.`"""

    name: Name
    """The act, as a verb phrase."""
    display: Text | None = None
    """The verb phrase the draft uses."""
    noun: Text | None = None
    """The act as a noun, for where it is spoken of as an event."""
    unit: Name | None = None
    """What its amounts are counted in."""


class Event(Part):
    """`event breach means armed attack by Russia on Ukraine, or violation of article 1.`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it, with its article: "an armed attack"."""
    meaning: Condition | None = None
    """What makes it up; None for an event of the world."""


class Status(Part):
    """`status ceasefire begins on entry into force and ends on breach.`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""
    begins: Condition | None = None
    """When it begins; None with no rule of its own."""
    ends: Condition | None = None
    """When it ends."""


class Measure(Part):
    """`measure heavy weapons in weapons.`, `measure threat level as low, medium or high.`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""
    unit: Name | None = None
    """What it is counted in."""
    levels: tuple[Name, ...] = ()
    """The levels of a scale, from the lowest."""


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
    recitals: tuple[Recital, ...] = ()
    """The preamble."""
    clauses: tuple[Clause, ...] = ()
    """Sentences that stand before any heading."""
    divisions: tuple[Division, ...] = ()
    """Parts, articles, annexes."""
