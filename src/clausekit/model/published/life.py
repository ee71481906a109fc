"""The life of the treaty and of its clauses; what is recognised, and what is put on record."""

from __future__ import annotations

from typing import Literal

from clausekit.model.literals import LifeVerb, RecordKind
from clausekit.model.published.amounts import Period, Quantity
from clausekit.model.published.part import Name, Part, Text
from clausekit.model.published.qualifiers import Qualifier, Understanding
from clausekit.model.published.terms import Actors, Bearer, Condition, Decision, EventTerm, Reference, Role, Timing


class Application(Part):
    """How the treaty, a clause or an act stands or falls: `enters into force …`, `clause secrecy survives termination`, `X counts as Y`."""

    kind: Literal["application"] = "application"
    """Always `application`."""
    references: tuple[Reference, ...] = ()
    """The clauses it speaks of. With no `subject` and no `event` either, it speaks of the treaty."""
    subject: Actors | None = None
    """Whom or what it speaks of, where that is no clause: `amendments`, `each treaty`."""
    event: EventTerm | None = None
    """The event it speaks of: `armed attack on any Party counts as …`."""
    verb: LifeVerb
    """What becomes of it."""
    roles: tuple[Role, ...] = ()
    """For whom, between whom, in which place."""
    bound: Literal["", "at least", "at most", "exactly"] = ""
    """Whether the length of an extension is a most."""
    period: Period | None = None
    """The length of an extension."""
    targets: tuple[Reference, ...] = ()
    """The clauses or instruments acted on: what it prevails over or replaces, what amendments amend."""
    target: Name | None = None
    """The same, where it is no clause or instrument."""
    counted: EventTerm | None = None
    """What it counts as, or what it survives."""
    quantity: Quantity | None = None
    """The amount it counts as."""
    decision: Decision | None = None
    """How amendments are adopted."""
    binds: Literal["", "those that accept them", "all parties"] = ""
    """Whom adopted amendments bind."""
    invited_by: Bearer | None = None
    """Who must invite whoever wants to accede."""
    timing: tuple[Timing, ...] = ()
    """When."""
    qualifiers: tuple[Qualifier, ...] = ()
    """On what conditions."""
    source: Text = ""
    """The provision that this one models."""
    understandings: tuple[Understanding, ...] = ()
    """How some who sign understand it."""


class Declared(Part):
    """What Parties recognise: `Each Party declares that not conflict of its engagements with this treaty.` It binds nobody to an act."""

    kind: Literal["declared"] = "declared"
    """Always `declared`."""
    bearer: Bearer
    """Who recognises it."""
    verb: Literal["declares", "recognises", "reaffirms", "confirms", "acknowledges"]
    """How."""
    condition: Condition | None = None
    """The state of affairs."""
    event: EventTerm | None = None
    """Instead, the event that counts as another."""
    counted: EventTerm | None = None
    """What it counts as."""
    negated: bool = False
    """Whether it does not count as that."""
    timing: tuple[Timing, ...] = ()
    """When."""
    qualifiers: tuple[Qualifier, ...] = ()
    """On what conditions."""
    source: Text = ""
    """The provision that this one models."""
    understandings: tuple[Understanding, ...] = ()
    """How some who sign understand it."""


class Record(Part):
    """What one State puts on record: a reservation, an objection to one, an acceptance, an understanding, a declaration (VCLT 19 to 23)."""

    kind: Literal["record"] = "record"
    """Always `record`."""
    label: Name | None = None
    """The name it is cited by."""
    what: RecordKind
    """What is put on record."""
    by: Actors
    """By whom."""
    references: tuple[Reference, ...] = ()
    """The clauses it is made to."""
    reservation_by: Actors | None = None
    """Instead, whose reservation it is made to."""
    opposing: bool = False
    """Whether an objection opposes the entry into force of the treaty between the two (VCLT 20(4)(b))."""
    excluded: bool = False
    """Whether a reservation excludes the clause whole."""
    text: Text = ""
    """What it says."""
    source: Text = ""
    """The provision that it models."""
    understandings: tuple[Understanding, ...] = ()
    """How others understand it."""
