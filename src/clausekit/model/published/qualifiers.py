"""What opens, limits and shapes a sentence, and how some understand it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from clausekit.model.literals import MannerKind
from clausekit.model.published.amounts import Period
from clausekit.model.published.part import Name, Part, Text
from clausekit.model.published.terms import Actors, Condition, Reference, Role


class When(Part):
    """`if`, `when`, `whenever`, `upon` or `while`, with its condition."""

    kind: Literal["when"] = "when"
    """Always `when`."""
    word: Literal["if", "when", "whenever", "upon", "while"]
    """The word the drafter chose. `while` asks that a status holds; the others, that an event occurs."""
    condition: Condition
    """What must be so."""


class Restriction(Part):
    """`unless`, `except` or `provided that`: what takes a case out of the norm."""

    kind: Literal["unless", "except", "provided that"]
    """The form."""
    condition: Condition | None = None
    """The condition."""
    roles: tuple[Role, ...] = ()
    """The acts taken out, by their roles: `except with the consent of …`. Only `except` has them, and then no condition."""


class Precedence(Part):
    """`subject to`, `notwithstanding` or `without prejudice to`: how the norm stands to another."""

    kind: Literal["subject to", "notwithstanding", "without prejudice to"]
    """The relation. A norm `subject to` another yields to it; one `notwithstanding` another prevails."""
    references: tuple[Reference, ...] = ()
    """The clauses it stands to."""
    name: Name | None = None
    """An instrument or body of law outside the treaty, instead."""


class Manner(Part):
    """How an act is done: `at the request of`, `in consultation with`, `as it deems necessary`, `with 12 months notice`, `on behalf of` and their like."""

    kind: MannerKind
    """The form. `subsidiarily` is only after the primary duty was broken; `for each occurrence` asks for one performance each time."""
    actors: Actors | None = None
    """Whose request or consent, with whom consulted, on whose behalf, to whom notice is given."""
    period: Period | None = None
    """The length of the notice."""
    name: Name | None = None
    """What is stated, or the purpose, or the rules it accords with."""
    references: tuple[Reference, ...] = ()
    """The clauses it accords with."""


Qualifier = Annotated[Manner | Precedence | Restriction | When, Field(discriminator="kind")]


class Understanding(Part):
    """How some who sign understand a sentence: `understanding by US "…"`."""

    by: Actors
    """Who understands it so."""
    text: Text
    """What they understand."""
