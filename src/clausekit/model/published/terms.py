"""The terms of a provision: who, which event, when, on what condition, which clause."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from clausekit.model.literals import Preposition, Quantifier, ShareName, TimingKind
from clausekit.model.published.amounts import Formula, Period, Quantity, Share
from clausekit.model.published.part import Name, Part


class Reference(Part):
    """A live cross-reference: `paragraph 2 of article 5`, `clause response`, `annex A`, `this treaty`."""

    kind: Literal["article", "clause", "annex", "part", "treaty", "this article", "instrument"]
    """What is cited. `instrument` is another treaty, by its name in `designation`."""
    designation: str = ""
    """Its number, letter, label or name; empty for `this treaty` and `this article`."""
    paragraph: int | None = None
    """The paragraph of an article, counted from 1."""
    point: str = ""
    """The letter of a point."""
    instrument: Name | None = None
    """The other treaty whose article it is: `article 51 of Charter`."""


class Decision(Part):
    """How a body or several Parties decide together: by one vote, or by a rule that is declared."""

    kind: Literal["consensus", "unanimity", "majority", "fraction", "percent", "at least", "rule"]
    """The vote; a majority is more than half. `rule` names a declared rule."""
    fraction: ShareName | None = None
    """The share required, when the vote is a fraction."""
    number: Decimal | None = None
    """The percentage, or the number of votes."""
    of: Name | None = None
    """Of whom so many must agree; None for those who decide. The name of the rule, when it is one."""
    voting: Literal["", "voting", "present and voting"] = ""
    """Whether only those are counted who vote, or who are present and vote."""
    reverse: bool = False
    """Whether so many votes reject, so that what is not rejected stands."""


class Actor(Part):
    """One actor as a provision names it: `France`, `each other Party as victim`, `at least 3 European Allies`, `victim`.

    In a role, where anything may stand, it may also be a zone, a term, or a phrase that was not declared.
    """

    quantifier: Quantifier = ""
    """How many of a group; empty for a single actor, a body or a phrase, `all` for the plain plural (`the Parties`)."""
    count: int | Decimal | ShareName | None = None
    """The number or share that goes with `at least`, `at most`, `exactly`, `fraction` or `percent`."""
    name: Name
    """The declared name, a variable, or the phrase as written."""
    other: bool = False
    """Whether it excludes whoever acts or is named before: `each other Party`."""
    variable: Name | None = None
    """The name given to whoever it turns out to be: `as victim`."""


class Actors(Part):
    """Actors joined by `and` or `or`, less those named after `other than`; with some that must be among them, or a share that they must have."""

    members: tuple[Actor, ...] = Field(min_length=1)
    """The actors, in the order written."""
    joined_by: Literal["and", "or"] = "and"
    """How they are joined."""
    excluding: tuple[Actor, ...] = ()
    """The actors taken out."""
    including: tuple[Actor, ...] = ()
    """The actors that must be among them: `at least 3 Parties, including Ukraine`."""
    shares: tuple[Share, ...] = ()
    """What they must have together."""


class Bearer(Part):
    """Who is bound or empowered, and how they hold it between them."""

    actors: Actors
    """Who."""
    manner: Literal["", "jointly", "severally", "jointly and severally", "unstated"] = ""
    """Whether they hold it jointly, severally, or both; empty when the drafter did not say, `unstated` when it is left open on purpose."""
    decision: Decision | None = None
    """The rule by which they decide to act: `acting by consensus`."""


class Role(Part):
    """A role of an act or event: `to Ukraine`, `on each other Party`, `as determined by Joint Commission`."""

    preposition: Preposition
    """Which role."""
    actors: Actors | None = None
    """Who or what fills it."""
    references: tuple[Reference, ...] = ()
    """The clauses that fill it, where it is not an actor: `to article 5`."""


class EventTerm(Part):
    """An event as a provision describes it: `armed attack by Russia on Ukraine`, `violation of article 1`, `completion of withdrawal`."""

    name: Name
    """The declared event, act or status, or the phrase as written."""
    aspect: Literal["", "begin", "complete"] = ""
    """Whether the beginning or the completion of an act is meant."""
    references: tuple[Reference, ...] = ()
    """The clauses it is an event of: `violation of article 1`."""
    roles: tuple[Role, ...] = ()
    """Who does it, to whom, where."""
    quantities: tuple[Quantity, ...] = ()
    """How much is done."""
    within: Timing | None = None
    """The window in which it must happen to count."""


class Clock(Part):
    """One of the two clocks of `the earlier of X and Y`: a date, an event, or a period after an event."""

    on: date | None = None
    """The date, if it is one."""
    period: Period | None = None
    """The period after the event, if any."""
    event: EventTerm | None = None
    """The event."""


class Timing(Part):
    """When: `within 30 days of breach`, `by 2027-01-01`, `every 6 months`, `immediately`."""

    kind: TimingKind
    """The form. `not later than` counts back from its event, `not earlier than` forward; `exactly` is that long after it; `unstated` leaves the time open."""
    period: Period | None = None
    """The length of time, where the form has one."""
    at_least: int | None = None
    """The lower number of `within 10 to 20 days`, in the unit of the period."""
    anchor: EventTerm | None = None
    """The event it counts from or stands before."""
    on: date | None = None
    """The date, where the form has one."""
    which: Literal["", "earlier", "later"] = ""
    """Which of two clocks governs: `by the earlier of X and Y`."""
    clocks: tuple[Clock, ...] = ()
    """The two clocks."""
    times: int | None = None
    """How often, with `times`; which month after, with `first day of month`."""
    bound: Literal["", "at least", "at most", "exactly"] = ""
    """Whether `times` or the length of `for` is a least or a most."""
    hour: str = ""
    """The hour of the date, as `HH:MM`; empty for midnight."""
    zone: str = ""
    """The distance of the hour from UTC, as `+02:00`, or `UTC`; empty where the drafter did not say."""


class Occurs(Part):
    """That an event occurs, or a status holds; or, negated, that it does not."""

    kind: Literal["occurs"] = "occurs"
    """Always `occurs`."""
    event: EventTerm
    """The event or status."""
    negated: bool = False
    """Whether it must not."""
    already: bool = False
    """Whether having occurred before is enough."""


class Compares(Part):
    """That a measure stands in a relation to a number."""

    kind: Literal["compares"] = "compares"
    """Always `compares`."""
    measure: Name
    """The measure."""
    roles: tuple[Role, ...] = ()
    """Whose it is, or where: `tanks in Zone A`, `warheads of that Party`."""
    comparator: Literal["exceeds", "is below", "is at least", "is at most", "is"]
    """The relation."""
    amount: Decimal | None = None
    """The number compared with; None when it is worked out."""
    unit: Name | None = None
    """Its unit, where written."""
    formula: Formula | None = None
    """How the number is worked out, where it is no plain one."""


class Level(Part):
    """That a measure stands at a named level of its scale."""

    kind: Literal["level"] = "level"
    """Always `level`."""
    measure: Name
    """The measure."""
    roles: tuple[Role, ...] = ()
    """Whose it is, or where."""
    level: Name
    """The level."""


Atom = Annotated[Occurs | Compares | Level, Field(discriminator="kind")]


class Condition(Part):
    """Alternatives joined by `or if`, each of atoms joined by `and if`."""

    alternatives: tuple[tuple[Atom, ...], ...] = Field(min_length=1)
    """At least one alternative must be met whole."""
