"""The vocabulary of a treaty: who and what its provisions speak of."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from clausekit.model.literals import ActorRole, RuleConditionKind
from clausekit.model.published.amounts import Period, Quantity, Share
from clausekit.model.published.part import Name, Part, Text
from clausekit.model.published.terms import Actor, Condition, Decision, EventTerm


class DeclaredActor(Part):
    """`party Russia "the Russian Federation".`, `guarantor France pledging 10,000 troops.`"""

    role: ActorRole
    """Party and guarantor are bound; a guarantor is a Party. State, signatory, organ and class (of actors nobody names) are named, not bound."""
    name: Name
    """The name used in the provisions."""
    display: Text | None = None
    """The full name, as the draft first gives it."""
    pledges: tuple[Quantity, ...] = ()
    """The most it can be asked for."""
    of: Name | None = None
    """For a class that each member of a group has one of: `class persons of each Party`."""


class Criterion(Part):
    """What makes a member of a group: `each State that "exploded a device" before 1967-01-01`, `each Party whose consumption is below 0.3`."""

    base: Name
    """The group it picks from, in the singular."""
    text: Text | None = None
    """What the member did or is, in words that the world decides."""
    condition: Condition | None = None
    """Instead, what its measures must be."""
    after: EventTerm | None = None
    """Instead, the event after which it is one."""
    relation: Literal["", "before", "on"] = ""
    """How it stands to the cut-off date."""
    day: date | None = None
    """The cut-off date."""


class Group(Part):
    """`group European Allies means France, UK and Poland.`"""

    name: Name
    """The name, in the plural."""
    display: Text | None = None
    """What the draft calls it."""
    singular: Text | None = None
    """What the draft calls one of its members."""
    members: tuple[Actor, ...] = ()
    """Actors and other groups; none when a criterion picks them."""
    criterion: Criterion | None = None
    """What makes a member, instead."""


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
    size: int | None = None
    """How many members it has, where they are not named."""
    under: Name | None = None
    """The body it belongs to."""
    chair: Name | None = None
    """Who chairs it."""


class Zone(Part):
    """`zone Line of Contact means "the line set out in Annex A".`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""
    meaning: Text | None = None
    """Where it is, in words."""
    inside: Name | None = None
    """The zone it lies in."""
    distance: Quantity | None = None
    """How far it reaches from its baseline."""
    baseline: Name | None = None
    """The line or zone that the distance is measured from."""


class Instrument(Part):
    """`instrument Charter "the Charter of the United Nations".`: another treaty, cited wherever a clause is."""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""


class RuleCondition(Part):
    """One condition of a decision rule."""

    kind: RuleConditionKind
    """`vote`: so many must agree. `including`: with the votes of these. `having`: with a share of a measure. `excluding`: these do not vote. `veto`: each of
    these may object. `quorum`: so many must take part. `silence`: it stands unless so many reject it."""
    vote: Decision | None = None
    """How many, for `vote`, `quorum` and `silence`."""
    actors: tuple[Actor, ...] = ()
    """Who, for `including`, `excluding` and `veto`."""
    share: Share | None = None
    """The share, for `having`."""
    number: int | None = None
    """How many must take part, where a quorum is a plain number."""
    within: Period | None = None
    """How long an objection or rejection can be made."""


class RuleStep(Part):
    """One step of a decision rule: all its conditions must be met. When they are not, the next step is tried."""

    after: Period | None = None
    """How long after the step before it failed."""
    conditions: tuple[RuleCondition, ...] = Field(min_length=1)
    """What must be met."""


class Rule(Part):
    """`rule Qualified Majority means 55 percent of Council, including at least 15 members, having 65 percent of population.`"""

    name: Name
    """The name."""
    display: Text | None = None
    """What the draft calls it."""
    steps: tuple[RuleStep, ...] = Field(min_length=1)
    """The steps, in the order they are tried."""


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
    of: Name | None = None
    """Whose it is, where each member of a group has its own: `measure emissions of each Party`."""
    part_of: Name | None = None
    """The measure it is counted in."""
