"""What the second reading keeps: plain lists of what has happened and of what stands, and nothing that is worked out ahead.

A case is one opening of a norm. Its `log` tells what became of it, in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from clausekit.norms.history import LIFE, Happening
from clausekit.norms.norm import Code, Condition, LifeRule, Norm, Window
from tests.norms.oracle_events import Bound, Measures, Sight
from tests.norms.oracle_time import NEVER, window_of

# What an instance is done with: nothing more can become of it, but that a violation is cured.
ENDS = frozenset({"fulfilled", "honoured", "not honoured", "kept", "lapsed", "discharged", "terminated", "cured"})


@dataclass(eq=False)
class Case:
    """One opening of a norm: who is bound, whom its variables stand for, since when, and the case whose failure opened it."""

    number: int
    norm: Norm
    members: tuple[str, ...]
    bound: Bound
    opened: int
    cause: Case | None = None
    # When the violation was that a step goes back to.
    failed: int = NEVER
    state: str = "active"
    log: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)
    given: list[tuple[int, str, Happening, Decimal]] = field(default_factory=list)
    served: set[int] = field(default_factory=set)
    pauses: list[list[int]] = field(default_factory=list)
    waived_by: set[str] = field(default_factory=set)
    violated: bool = False
    unmet: bool = False
    used: bool = False
    clears: bool = True
    openers: list[Happening] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether anything can still become of it."""
        return self.state == "active"

    @property
    def is_step(self) -> bool:
        """Whether a violation opened it."""
        return self.cause is not None

    def becomes(self, at: int, kind: str, who: Iterable[str] = ()) -> None:
        """Note what became of it."""
        self.log.append((at, kind, tuple(sorted(who))))
        if kind in ENDS:
            self.state = kind


@dataclass
class Notice:
    """An exercise of a power that takes effect when its time has run out."""

    at: int
    case: Case
    event: Happening


@dataclass
class Pause:
    """A suspension of provisions: by which case of which power, and until when (None: until they are resumed)."""

    provisions: frozenset[int]
    by: Case | None
    until: int | None
    # What failed, of a suspension by a step of a ladder.
    failed: Case | None = None


@dataclass(eq=False)
class Saying:
    """A step of a ladder that is a sentence on the life of the treaty, behind what failed: when it comes about, once that is known."""

    rule: LifeRule
    case: Case
    at: int | None = None
    is_sudden: bool = False
    is_done: bool = False


@dataclass
class World:
    """Everything that is so at an instant, and everything that has been."""

    code: Code
    now: int = 0
    since: int | None = None
    # The hour whose events brought the treaty into force: they trigger nothing else.
    silent: int | None = None
    # Whether the events of this hour have triggered what they do: only what comes of norms still can.
    is_dusk: bool = False
    over: bool = False
    expires: int | None = None
    parties: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    # Those who are no Parties, and have accepted in writing.
    accepted: set[str] = field(default_factory=set)
    events: list[Happening] = field(default_factory=list)
    statuses: set[str] = field(default_factory=set)
    measures: Measures = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    ceased: set[int] = field(default_factory=set)
    sayings: list[Saying] = field(default_factory=list)
    log: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)
    # Of this instant alone.
    opened_now: set[tuple[object, ...]] = field(default_factory=set)
    cures: list[Case] = field(default_factory=list)
    judged: set[tuple[int, int]] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    # Who has been given what stands, by the number of the norm, for as long as it stands.
    held: dict[object, set[str]] = field(default_factory=dict)
    # Steps of ladders with a condition of their own that has still to come about, with the case that failed and who answered for it.
    waiting: list[tuple[Norm, Case, set[str], int]] = field(default_factory=list)

    def sight(self) -> Sight:
        """What can be looked at now."""
        return Sight(self.events, self.now, self.since if self.since is not None else NEVER, self.statuses, self.measures, self.silent, is_dusk=self.is_dusk)

    def today(self) -> list[Happening]:
        """The events of this instant."""
        return [event for event in self.events if event.at == self.now]

    def notes(self, kind: str, who: Iterable[str] = ()) -> None:
        """Note something in the life of the treaty."""
        self.log.append((self.now, kind, tuple(sorted(who))))

    def happens(self, name: str, who: Iterable[str], provisions: Iterable[int] = (), norm: int = LIFE) -> None:
        """Something that the treaty itself brings about is an event too."""
        self.events.append(Happening(self.now, name, {"by": tuple(who)}, frozenset(provisions), norm=norm))

    def bound(self) -> set[str]:
        """Those for whom the treaty is in force."""
        return set() if self.over else {name for name in self.parties if name not in self.left}

    def binds(self) -> set[str]:
        """Those who can owe anything: those for whom the treaty is in force, and others who have accepted it in writing."""
        return set() if self.over else self.bound() | self.accepted

    def applies(self, provision: int) -> bool:
        """Whether a provision applies: it has not ceased and is not suspended."""
        return provision not in self.ceased and not self.is_paused(provision)

    def is_paused(self, provision: int) -> bool:
        """Whether a provision is suspended."""
        return any(provision in pause.provisions for pause in self.pauses)

    @staticmethod
    def is_length(norm: Norm, window: Window) -> bool:
        """Whether a time says how long a suspension lasts, and not when it can be made."""
        return window.kind == "for" and norm.effect is not None and norm.effect.kind == "suspension"

    def present(self, case: Case) -> tuple[str, ...]:
        """The members of a case who have not left, or not before it was violated; a step that a violation opened holds all of them."""
        if case.is_step:
            return case.members
        failed = min((at for at, kind, _ in case.log if kind == "violated"), default=NEVER) if case.state == "violated" else NEVER
        return tuple(name for name in case.members if self.left.get(name, NEVER) >= failed)

    def window(self, case: Case) -> tuple[int, int]:
        """From when until when an act is in time: all its windows together, moved by the time it was suspended."""
        sight = self.sight()
        opens, closes = case.opened, NEVER
        for window in case.norm.windows:
            if window.kind in ("every", "times", "at all times", "as soon as possible", "at any time") or self.is_length(case.norm, window):
                continue
            seen, stood = partial(self._seen, sight, case), partial(_stood, case)
            first, last, clock = window_of(window, case.opened, seen, self.code.immediately, stood)
            paused = stood(clock)
            opens, closes = max(opens, first), min(closes, last + paused if last != NEVER else NEVER)
        return opens, closes

    @staticmethod
    def _seen(sight: Sight, case: Case, anchor: Condition) -> list[int]:
        return sight.instants(anchor, case.bound)


def _stood(case: Case, since: int) -> int:
    """How long a case has been suspended since an instant."""
    return sum(max(0, until - max(begun, since)) for begun, until in case.pauses)


def met(world: World, condition: Condition, case: Case, since: int) -> bool:
    """Whether a condition is met for a case."""
    return world.sight().is_met(condition, case.bound, since)
