"""What a treaty comes to once it is lowered: norms, and the rules of its life. Data only; `lower` makes it and `play` gives it its meaning.

Names of actors are the declared ones; what nobody declared goes by its words in small letters. Events go by one name each: an act and its noun are one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from clausekit.model.amounts import Period
from clausekit.model.modality import Modality
from clausekit.norms.calendar import Calendar, Instant
from clausekit.source import Span

Names = tuple[str, ...]

# ---------------------------------------------------------------- who


class Who(NamedTuple):
    """Some actors, or what else fills a role.

    `quantifier` is empty for one actor (or a list), else all, each, any, a, that, no, at least, at most, exactly, majority, fraction or percent, with `number`.
    `names` are those it can be; with `refers` it is, or they too are, whoever that variable was bound to, and `refers_too` those of further variables. `binds`
    is the variable it gives. `other` leaves out whoever takes part in what triggered the norm. `singly` are the names written singly.
    """

    names: Names
    quantifier: str = ""
    number: int | Decimal | str | None = None
    refers: str = ""
    binds: str = ""
    other: bool = False
    singly: Names = ()
    joined_by: str = "and"
    refers_too: Names = ()

    @property
    def variables(self) -> Names:
        """The variables it speaks of."""
        return (self.refers, *self.refers_too) if self.refers else ()


class RolePattern(NamedTuple):
    """What fills a role of an event: `to Ukraine`. `absent` says that it must not be so filled."""

    preposition: str
    who: Who
    absent: bool = False


class Amount(NamedTuple):
    """A number of something, between two bounds; None where a bound is open.

    With a `formula` it has to be worked out from what was measured, and is what `bound` says of that.
    """

    unit: str
    low: Decimal | None
    high: Decimal | None
    formula: Formula | None = None
    bound: str = ""


class Pattern(NamedTuple):
    """A kind of event: its name, who takes part, of what provisions, how much.

    `clauses` are the numbers of the provisions it must concern; None for any or none. `aspect` is begin or complete, where only that is meant.
    """

    name: str
    roles: tuple[RolePattern, ...] = ()
    clauses: frozenset[int] | None = None
    amounts: tuple[Amount, ...] = ()
    aspect: str = ""
    said: str = ""


# ---------------------------------------------------------------- conditions


class Window(NamedTuple):
    """When: as in `Timing`, with its event lowered. `at` is its date. A window without a bound of its own (`as soon as possible`) has none here either."""

    kind: str
    period: Period | None = None
    low: Period | None = None
    anchor: Condition | None = None
    at: Instant | None = None
    last: Instant | None = None
    which: str = ""
    clocks: tuple[Clock, ...] = ()
    times: int | None = None
    bound: str = ""


class Clock(NamedTuple):
    """One of two clocks: an instant, or an event, or a period after an event."""

    at: Instant | None
    period: Period | None
    anchor: Condition | None


class Count(NamedTuple):
    """How many must have done something, one after the other: `by at least 55 Parties having at least 55 percent of emissions, including Ukraine`.

    `names` are those who count, none for anybody. `is_open` says that these are only those known of, where a criterion picks them.
    """

    names: Names
    quantifier: str
    number: int | Decimal | str | None
    including: Names = ()
    shares: tuple[tuple[str, str, Decimal], ...] = ()
    is_open: bool = False


class Test(NamedTuple):
    """One thing that must be so.

    `kind` is occurs (an event of `pattern`), holds (the status `name`), measured (`name` stands in relation `comparator` to `amount` or what a formula gives),
    or level.
    `window` limits when an event counts; `already` lets an earlier one do; `count` asks for so many of it. `negated` turns it round.
    """

    kind: str
    pattern: Pattern | None = None
    name: str = ""
    roles: tuple[RolePattern, ...] = ()
    comparator: str = ""
    amount: Decimal | None = None
    formula: Formula | None = None
    level: str = ""
    window: Window | None = None
    negated: bool = False
    already: bool = False
    count: Count | None = None  # type: ignore[assignment]  # hides a method of tuples


class Formula(NamedTuple):
    """An amount that is worked out from measures when it is needed."""

    kind: str
    amount: Decimal | None
    share: str
    of: str
    rounded: str
    operands: tuple[Formula, ...]


Condition = tuple[tuple[Test, ...], ...]
"""Alternatives, each of tests that must all be met."""


class Guard(NamedTuple):
    """A condition on a norm beside its trigger: while, unless, except, provided that."""

    kind: str
    condition: Condition


# ---------------------------------------------------------------- norms


class Effect(NamedTuple):
    """What exercising a power does: the kind of it, to which provisions (None: to the treaty), between whom (empty: for all)."""

    kind: str
    provisions: frozenset[int] | None
    between: Who | None = None


class Norm(NamedTuple):
    """One duty, prohibition, permission, power, exemption or commitment.

    `number` is its place among all; `provision` that of its sentence; `statement` counts the statements of a sentence and `rung` the steps of its ladder.
    `mode` says what its bearers owe between them: each (one norm for each), all, any, number (so many of `need`), sum (their amounts add up).
    `acts` are the acts that perform it, or that it forbids or allows; `ensured` what must be so instead. `trigger` is None for a norm that stands from entry
    into force on. `after` are the norms whose failure opens it. `guaranteed` are the provisions whose breach opens a guarantee.
    `prevails_over` and `yields_to` are numbers of provisions. `timed` says that what triggers it is only what its time is counted from.
    """

    number: int
    provision: int
    citation: str
    label: str
    span: Span | None
    statement: int
    rung: int
    modality: Modality
    bearer: Who
    mode: str
    need: int | Decimal | str | None
    acts: tuple[Pattern, ...]
    ensured: Condition | None
    trigger: Condition | None
    guards: tuple[Guard, ...]
    windows: tuple[Window, ...]
    after: tuple[int, ...] = ()
    owed_to: Who | None = None
    effect: Effect | None = None
    notice: Period | None = None
    rule: str = ""
    for_each: bool = False
    subsidiary: bool = False
    guaranteed: frozenset[int] | None = None
    duties_of: Names = ()
    prevails_over: frozenset[int] = frozenset()
    yields_to: frozenset[int] = frozenset()
    unstated: bool = False
    timed: bool = False
    said: str = ""


# ---------------------------------------------------------------- the life of the treaty


class LifeRule(NamedTuple):
    """A sentence on the life of the treaty (`provisions` None), of some of its provisions, or of what an act does (`of`: `withdrawal takes effect …`).

    `after` are the norms whose failure brings it about, where it is a step of a ladder; -1 for a step behind one that cannot fail.
    """

    number: int
    provision: int
    citation: str
    label: str
    span: Span | None
    verb: str
    provisions: frozenset[int] | None
    whom: Who | None
    between: Who | None
    trigger: Condition | None
    guards: tuple[Guard, ...]
    windows: tuple[Window, ...]
    period: Period | None
    rung: int = 0
    after: tuple[int, ...] = ()
    of: Pattern | None = None


class CountsAs(NamedTuple):
    """`X counts as Y`: an event of the first kind is one of the second too; as a step of a ladder, once one of the norms `after` which it stands has failed."""

    pattern: Pattern
    counted: Pattern
    condition: Condition | None
    negated: bool
    provision: int
    windows: tuple[Window, ...] = ()
    after: tuple[int, ...] = ()


class Finding(NamedTuple):
    """An event that counts as found, alleged or thought to be: who says so (`role` and `judges`), and what it is in fact, where that is known."""

    name: str
    role: str
    judges: Who
    in_fact: Condition


class Standing(NamedTuple):
    """A status with a rule of its own: what begins it and what ends it."""

    name: str
    begins: Condition | None
    ends: Condition | None


class Pledge(NamedTuple):
    """The most an actor can be asked for, of one unit."""

    actor: str
    unit: str
    amount: Decimal


class Provision(NamedTuple):
    """A sentence of the treaty: how it is cited, its label, the numbers of the divisions around it (none of them counts itself)."""

    number: int
    citation: str
    label: str
    span: Span | None


class Code(NamedTuple):
    """A treaty, lowered.

    `parties` are those it binds, in the order of their declarations; `non_parties` are States and signatories, who owe nothing unless they accept. `statuses`
    have a rule of their own, `free_statuses` are the world's to decide. `zones` holds each zone with those around it, `excluded` who does not owe which
    provision because a reservation excludes it. `joining` are those among the Parties who are there because they join an open treaty: a dated entry into force
    binds them only once they have consented.
    """

    norms: tuple[Norm, ...]
    life: tuple[LifeRule, ...]
    counts_as: tuple[CountsAs, ...]
    findings: tuple[Finding, ...]
    statuses: tuple[Standing, ...]
    free_statuses: frozenset[str]
    measures: dict[str, Names]
    pledges: tuple[Pledge, ...]
    parties: Names
    non_parties: Names
    actors: Names
    provisions: tuple[Provision, ...]
    zones: dict[str, Names]
    groups: dict[str, Names]
    bodies: dict[str, Names]
    excluded: frozenset[tuple[str, int]]
    calendar: Calendar
    immediately: Period | None
    joining: Names = ()


def only(code: Code, numbers: Iterable[int]) -> tuple[Code, dict[int, int]]:
    """A treaty with some of its norms alone, numbered anew in their order, and the new number of each by the old.

    No step comes about behind what is left out.
    """
    placed = {number: place for place, number in enumerate(sorted(numbers))}

    def behind(after: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(placed.get(number, -1) for number in after)

    norms = tuple(norm._replace(number=placed[norm.number], after=behind(norm.after)) for norm in (code.norms[number] for number in placed))
    life = tuple(rule._replace(after=behind(rule.after)) for rule in code.life)
    counts = tuple(rule._replace(after=behind(rule.after)) for rule in code.counts_as)
    return code._replace(norms=norms, life=life, counts_as=counts), placed
