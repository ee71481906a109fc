"""What a survey finds: each thing that provisions use, and where it stands."""

from __future__ import annotations

from clausekit.model.amounts import Quantity, Share
from clausekit.model.citations import Provision
from clausekit.model.clauses import Act, Guarantee, Limb, Statement
from clausekit.model.life import Application, Declared, Record
from clausekit.model.modality import Modality
from clausekit.model.part import Part
from clausekit.model.qualifiers import When
from clausekit.model.terms import Actor, Atom, Bearer, Compares, Decision, EventTerm, Level, Reference, Role, Timing
from clausekit.model.vocabulary import Found
from clausekit.named_tuples import NamedTuple


class StatementUse(NamedTuple):
    """A statement and where it stands.

    `rung` is 0 in the sentence itself and counts up along its ladder; `openings` are those of its rung. `bearer` is its own, or that of the statement it
    goes on for; None for a bare act.
    """

    statement: Statement
    bearer: Bearer | None
    modality: Modality
    openings: tuple[When, ...]
    rung: int
    provision: Provision


class GuaranteeUse(NamedTuple):
    """A guarantee sentence and where it stands."""

    guarantee: Guarantee
    openings: tuple[When, ...]
    rung: int
    provision: Provision


class ApplicationUse(NamedTuple):
    """A sentence on the life of the treaty or of a clause, and where it stands."""

    application: Application
    openings: tuple[When, ...]
    rung: int
    provision: Provision


class DeclaredUse(NamedTuple):
    """A sentence that recognises something, and where it stands."""

    declared: Declared
    openings: tuple[When, ...]
    rung: int
    provision: Provision


class RecordUse(NamedTuple):
    """A reservation, objection or other record, and where it stands."""

    record: Record
    provision: Provision


class DecisionUse(NamedTuple):
    """How something is decided: by a body or Parties (`owner`), in a provision, or as part of a declared rule (`owner`)."""

    decision: Decision
    owner: Part | None
    provision: Provision | None


class LimbUse(NamedTuple):
    """One act with its timing, and the statement it belongs to."""

    limb: Limb
    within: StatementUse


class ActorUse(NamedTuple):
    """An actor where it is named.

    `context` is bearer, object, beneficiary, member, consulted (for `at the request of` and its like), subject (of the life of a treaty), recorded (by whom a
    reservation is made, who understands), rule (in a decision rule), or the preposition of a role.
    `found` is what its name stands for, with kind `variable` for the name given by `as`; None when nothing is declared by that name.
    `of_event` says whether it stands in the description of an event rather than of an act. `owner` is the declaration it stands in, when it is in no provision.
    """

    actor: Actor
    context: str
    found: Found | None
    provision: Provision | None
    of_event: bool
    owner: Part | None


class EventUse(NamedTuple):
    """An event where it is named.

    `context` is trigger (`if`, `when`, `whenever`, `upon`), while, anchor (of a deadline), restriction (`unless` and its like), meaning, begins, ends, ensured
    (what an act must bring about), criterion (of a group), subject or counted (of `X counts as Y`), or declared (what is recognised).
    `owner` is the declaration it stands in, when it is in no provision.
    """

    event: EventTerm
    context: str
    found: Found | None
    negated: bool
    provision: Provision | None
    owner: Part | None


class TimingUse(NamedTuple):
    """A timing of an act, a guarantee or a sentence on the life of the treaty (`stated`), or the window of an event (`stated` is None)."""

    timing: Timing
    stated: StatementUse | GuaranteeUse | ApplicationUse | DeclaredUse | None
    limb: Limb | None
    provision: Provision | None


class QuantityUse(NamedTuple):
    """An amount: of an act (`act`), of an event (`event`), or pledged (`owner`)."""

    quantity: Quantity
    act: Act | None
    event: EventTerm | None
    owner: Part | None
    provision: Provision | None


class ReferenceUse(NamedTuple):
    """A cross-reference, and what it is for: act, role, event, precedence, manner, guaranteed, response, life (of a clause), or record."""

    reference: Reference
    purpose: str
    provision: Provision | None


class MeasureUse(NamedTuple):
    """A comparison of a measure with a number or a level."""

    test: Compares | Level
    found: Found | None
    provision: Provision | None


class ShareUse(NamedTuple):
    """A share that actors must have together, in a provision or in a declared rule (`owner`)."""

    share: Share
    provision: Provision | None
    owner: Part | None


class LooseName(NamedTuple):
    """A name that stands for nothing known, where only one kind of thing can stand: party, measure, rule, instrument, zone or term."""

    name: str
    kind: str
    part: Part


class ConjunctionUse(NamedTuple):
    """Conditions that must be met together: `A and if B`."""

    atoms: tuple[Atom, ...]
    provision: Provision | None
    owner: Part | None


class DeterminationUse(NamedTuple):
    """`as determined by …`, `as alleged by …` or `in the opinion of …`, and the event whose occurrence it judges; None where it qualifies an act."""

    role: Role
    event: EventTerm | None
    provision: Provision | None
