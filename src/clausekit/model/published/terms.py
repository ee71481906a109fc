"""The small terms of a provision: who, how much, how long, which event, on what condition, which clause."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from clausekit.model.literals import Bound, Preposition, Quantifier, ShareName, Unit
from clausekit.model.published.part import Name, Part


class Quantity(Part):
    """An amount: `at least 20,000 troops`, `10 to 20 vessels`."""

    bound: Bound = "stated"
    """How the amount binds; `stated` when the drafter gave the bare number."""
    amount: Decimal
    """The number, or the lower end of a range."""
    high: Decimal | None = None
    """The upper end of a range, if it is one."""
    unit: Name | None = None
    """What is counted or measured."""


class Period(Part):
    """A length of time, in the units the drafter chose: `1 year and 6 months`."""

    parts: tuple[tuple[Annotated[int, Field(ge=0, le=999_999)], Unit], ...] = Field(min_length=1)
    """Numbers and units, in the order written."""


class Reference(Part):
    """A live cross-reference: `paragraph 2 of article 5`, `clause response`, `annex A`, `this treaty`."""

    kind: Literal["article", "clause", "annex", "part", "treaty", "this article"]
    """What is cited."""
    designation: str = ""
    """Its number, letter, label or name; empty for `this treaty` and `this article`."""
    paragraph: int | None = None
    """The paragraph of an article, counted from 1."""
    point: str = ""
    """The letter of a point."""


class Decision(Part):
    """How a body or several Parties decide together."""

    kind: Literal["consensus", "unanimity", "majority", "fraction"]
    """The rule; a majority is more than half."""
    fraction: ShareName | None = None
    """The share required, when the rule is a fraction."""


class Actor(Part):
    """One actor as a provision names it: `France`, `each other Party as victim`, `at least 3 European Allies`, `victim`.

    In a role, where anything may stand, it may also be a zone, a term, or a phrase that was not declared.
    """

    quantifier: Quantifier = ""
    """How many of a group; empty for a single actor, a body or a phrase, `all` for the plain plural (`the Parties`)."""
    count: int | ShareName | None = None
    """The number or share that goes with `at least`, `at most`, `exactly` or `fraction`."""
    name: Name
    """The declared name, a variable, or the phrase as written."""
    other: bool = False
    """Whether it excludes whoever acts or is named before: `each other Party`."""
    variable: Name | None = None
    """The name given to whoever it turns out to be: `as victim`."""


class Actors(Part):
    """Actors joined by `and` or `or`, less those named after `other than`."""

    members: tuple[Actor, ...] = Field(min_length=1)
    """The actors, in the order written."""
    joined_by: Literal["and", "or"] = "and"
    """How they are joined."""
    excluding: tuple[Actor, ...] = ()
    """The actors taken out."""


class Bearer(Part):
    """Who is bound or empowered, and how they hold it between them."""

    actors: Actors
    """Who."""
    manner: Literal["", "jointly", "severally", "jointly and severally"] = ""
    """Whether they hold it jointly, severally, or both; empty when the drafter did not say."""
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
    """An event as a provision describes it: `armed attack by Russia on Ukraine`, `violation of article 1`."""

    name: Name
    """The declared event, act or status, or the phrase as written."""
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

    kind: Literal[
        "within", "by", "before", "after", "from", "until", "not later than", "not earlier than", "for", "every",
        "at all times", "immediately", "as soon as possible",
    ]  # fmt: skip
    """The form. `not later than` counts back from its event, `not earlier than` forward."""
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


class Occurs(Part):
    """That an event occurs, or a status holds; or, negated, that it does not."""

    kind: Literal["occurs"] = "occurs"
    """Always `occurs`."""
    event: EventTerm
    """The event or status."""
    negated: bool = False
    """Whether it must not."""


class Compares(Part):
    """That a measure stands in a relation to a number."""

    kind: Literal["compares"] = "compares"
    """Always `compares`."""
    measure: Name
    """The measure."""
    comparator: Literal["exceeds", "is below", "is at least", "is at most", "is"]
    """The relation."""
    amount: Decimal
    """The number compared with."""
    unit: Name | None = None
    """Its unit, where written."""


class Level(Part):
    """That a measure stands at a named level of its scale."""

    kind: Literal["level"] = "level"
    """Always `level`."""
    measure: Name
    """The measure."""
    level: Name
    """The level."""


Atom = Annotated[Occurs | Compares | Level, Field(discriminator="kind")]


class Condition(Part):
    """Alternatives joined by `or if`, each of atoms joined by `and if`."""

    alternatives: tuple[tuple[Atom, ...], ...] = Field(min_length=1)
    """At least one alternative must be met whole."""
