"""Sentences: openings, statements, ladders of reparation, guarantees, and prose."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from clausekit.model.literals import Modal
from clausekit.model.published.amounts import Quantity
from clausekit.model.published.life import Application, Declared, Record
from clausekit.model.published.part import Name, Part, Text
from clausekit.model.published.qualifiers import Qualifier, Understanding, When
from clausekit.model.published.terms import Actors, Bearer, Condition, Reference, Role, Timing


class Act(Part):
    """What is done: `deploy forces to Ukraine of at least 25,000 troops`."""

    action: Name
    """The declared action, or the phrase as written. `do so` repeats the act before it."""
    objects: Actors | None = None
    """Whom or what the act is done to, where no preposition stands between."""
    cited: tuple[Reference, ...] = ()
    """The clauses acted on: `suspend article 7`."""
    roles: tuple[Role, ...] = ()
    """To whom, against whom, where, with whom."""
    quantities: tuple[Quantity, ...] = ()
    """How much."""
    ensured: tuple[Condition, ...] = ()
    """What must be so, where the act is to `ensure that` it is."""
    aspect: Literal["", "begin", "complete"] = ""
    """Whether only the beginning or the completion of the act is meant."""


class Limb(Part):
    """One act with its own timing and qualifiers."""

    act: Act
    """The act."""
    timing: tuple[Timing, ...] = ()
    """When it is to be done."""
    qualifiers: tuple[Qualifier, ...] = ()
    """What limits or shapes it."""


class Statement(Part):
    """Who shall, may or shall not do what."""

    kind: Literal["statement"] = "statement"
    """Always `statement`."""
    bearer: Bearer | None = None
    """Who is bound. None when the statement goes on for the bearer before it, or is a bare act, owed by the guarantors."""
    modal: Modal | None = None
    """The modal as the drafter chose it. None for a bare act."""
    limbs: tuple[Limb, ...] = Field(min_length=1)
    """The acts."""
    connective: Literal["and", "or"] = "and"
    """Whether all the acts are meant, or one of them at choice."""
    listed: bool = False
    """Whether the acts are lettered points."""
    source: Text = ""
    """The provision that this one models, as the drafter cites it."""
    understandings: tuple[Understanding, ...] = ()
    """How some who sign understand it."""


class Guarantee(Part):
    """`The Guarantors jointly guarantee article 1 in favour of Ukraine by clause response.`"""

    kind: Literal["guarantee"] = "guarantee"
    """Always `guarantee`."""
    bearer: Bearer
    """The guarantors."""
    cited: tuple[Reference, ...] = ()
    """The guaranteed clauses."""
    duties_of: Actors | None = None
    """Whose duties under them; None for everybody's."""
    states: tuple[Name, ...] = ()
    """The guaranteed states of affairs, where no clause is cited."""
    beneficiary: Actors | None = None
    """In whose favour."""
    response: tuple[Reference, ...] = ()
    """The clauses that say what the guarantors then owe; empty for bringing performance about."""
    timing: tuple[Timing, ...] = ()
    """When it holds."""
    qualifiers: tuple[Qualifier, ...] = ()
    """What limits it."""
    source: Text = ""
    """The provision that this one models."""
    force: Literal["guarantee", "assurance", "intention"] = "guarantee"
    """How firmly it is given: guaranteed, assured, or intended to be upheld."""
    understandings: tuple[Understanding, ...] = ()
    """How some who sign understand it."""


Stated = Annotated[Statement | Guarantee | Application | Declared, Field(discriminator="kind")]


class Rung(Part):
    """One step of a ladder: what is owed or allowed when the step before it has failed."""

    openings: tuple[When, ...] = ()
    """Its own conditions."""
    statements: tuple[Stated, ...] = Field(min_length=1)
    """What then applies."""


class Sentence(Part):
    """A provision: openings, statements, and the ladder that answers for their failure."""

    kind: Literal["sentence"] = "sentence"
    """Always `sentence`."""
    label: Name | None = None
    """The name it is cited by."""
    openings: tuple[When, ...] = ()
    """What triggers it."""
    statements: tuple[Stated, ...] = Field(min_length=1)
    """What it says."""
    rungs: tuple[Rung, ...] = ()
    """`failing which`, step by step."""


class Prose(Part):
    """Text that binds nobody's checker."""

    kind: Literal["prose"] = "prose"
    """Always `prose`."""
    label: Name | None = None
    """The name it is cited by."""
    text: Text
    """The text."""
    source: Text = ""
    """The provision that it models."""
    understandings: tuple[Understanding, ...] = ()
    """How some who sign understand it."""


class Unread(Part):
    """A sentence that could not be read. It says nothing, and keeps its place: what stands behind it is counted as in the text."""

    kind: Literal["unread"] = "unread"
    """Always `unread`."""
    label: Name | None = None
    """The name it is cited by."""
    text: str
    """What stands there, as it is written; the beginning of it, where it is long."""


Clause = Annotated[Sentence | Prose | Record | Unread, Field(discriminator="kind")]
