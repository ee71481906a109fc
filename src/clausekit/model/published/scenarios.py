"""The tests of a treaty: scenarios that are played, and expectations that are decided."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from clausekit.model.literals import ClaimState, ExpectationKind
from clausekit.model.published.amounts import Period
from clausekit.model.published.clauses import Sentence
from clausekit.model.published.part import Part, Text
from clausekit.model.published.terms import Actors, Atom, Condition, EventTerm, Reference


class Moment(Part):
    """When something is told or asserted."""

    on: date | None = None
    """The date, where one is given."""
    day: Annotated[int, Field(ge=0, le=999_999)] | None = None
    """Instead, how many days after that of the first event: that one is day 0."""
    hour: str = ""
    """The hour, as `HH:MM`; empty for the whole day."""
    zone: str = ""
    """The distance of the hour from UTC, as `+02:00`, or `UTC`; empty for the treaty's own."""


class Told(Part):
    """Something that happens: `on day 2: determination by Joint Commission.`"""

    kind: Literal["told"] = "told"
    """Always `told`."""
    moment: Moment
    """When."""
    atom: Atom
    """What: an event, a status, or where a measure stands."""
    change: Literal["", "begins", "ends"] = ""
    """Whether a status begins or ends; empty for an event or a measure."""


class Claim(Part):
    """What is asserted of a clause, a Party, the treaty or a status. With neither clauses nor an event it goes on for the claim before it."""

    references: tuple[Reference, ...] = ()
    """The clauses, or the treaty."""
    event: EventTerm | None = None
    """Instead, the Party or status, by its name."""
    state: ClaimState
    """What it is said to be."""
    negated: bool = False
    """Whether it is said not to be so."""
    relation: Literal["", "by", "for"] = ""
    """How the actors belong to it: violated by, in force for."""
    actors: Actors | None = None
    """By whom, or for whom."""


class Asserted(Part):
    """What must be so at the end of a day or hour: `then on day 33: clause response is violated by UK.`"""

    kind: Literal["asserted"] = "asserted"
    """Always `asserted`."""
    moment: Moment
    """When."""
    claims: tuple[Claim, ...] = Field(min_length=1)
    """What."""


Line = Annotated[Told | Asserted, Field(discriminator="kind")]


class Scenario(Part):
    """A course of events, and what must come of it."""

    name: Text
    """What it is called."""
    in_force: date | None = None
    """When the treaty enters into force; None where that follows from the events, or where it is in force from day 0 on."""
    lines: tuple[Line, ...] = ()
    """What happens and what must be so, in the order written."""


class Expectation(Part):
    """What must be so in every course of events, or possible in one."""

    name: Text = ""
    """What it is called."""
    kind: ExpectationKind
    """Its form: a norm that must hold, always, never, possible, no veto (no one alone can prevent an event), or only if."""
    sentence: Sentence | None = None
    """The norm, for that kind."""
    condition: Condition | None = None
    """What must always be so, what is possible, or the condition of `only if`."""
    event: EventTerm | None = None
    """The event that must never happen, that no one can prevent, or that happens only on a condition."""
    before: EventTerm | None = None
    """For `never`: the event before which it must not happen; None for not at all."""
    period: Period | None = None
    """For `possible`: how long."""
    actors: Actors | None = None
    """For `no veto`: each of whom alone must not be able to prevent it."""
    complying: Actors | None = None
    """Those whose compliance is taken for granted."""
