"""What may happen in the short histories of a small treaty, and sets of such histories as whole numbers: a bit for each history.

A letter is an event, an act of somebody, a status, or a measure that is high. A treaty that says more than is known here is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from clausekit.norms.calendar import Instant
from clausekit.norms.history import Happening
from clausekit.norms.norm import Code, Names, Norm, Pattern

GIVEN = Decimal(10)
"""How much an act is of, where it is counted: as much as anything asks for, so that it is never too little."""
_KNOWN_WINDOWS = ("within", "at all times", "at any time")


class UnreadTreatyError(ValueError):
    """A treaty says what is not known here, or is too large."""


class Letter(NamedTuple):
    """What may be so at an instant: an event, done by somebody or by nobody; or a status or measure."""

    kind: str
    name: str
    by: Names = ()
    unit: str | None = None

    def happens(self, at: Instant = 0) -> Happening:
        """It, as an event."""
        return Happening(at, self.name, {"by": self.by} if self.by else {}, amounts=((GIVEN, self.unit),) if self.unit is not None else ())


# ---------------------------------------------------------------- numbers that stand for sets of histories


@cache
def everything(bits: int) -> int:
    """All histories."""
    return (1 << (1 << bits)) - 1


@cache
def those_with(bit: int, bits: int) -> int:
    """The histories in which a letter is so at an instant."""
    block = ((1 << (1 << bit)) - 1) << (1 << bit)
    width = 2 << bit
    while width < 1 << bits:
        block |= block << width
        width *= 2
    return block


def at_least(number: int, of: Iterable[int], whole: int) -> int:
    """The histories that are in at least so many of some sets."""
    reached = [whole, *([0] * number)]
    for each in of:
        for count in range(number, 0, -1):
            reached[count] |= reached[count - 1] & each
    return reached[number]


def any_of(sets: Iterable[int]) -> int:
    """The histories that are in any of some sets."""
    found = 0
    for each in sets:
        found |= each
    return found


# ---------------------------------------------------------------- what a treaty speaks of


def window(norm: Norm, hour: int) -> tuple[int, int | None]:
    """From when until when the act of a norm is in time that is opened at an instant."""
    opens, closes = hour, None
    for each in norm.windows:
        if each.kind == "within" and each.period is not None:
            opens = hour + (each.low.parts[0][0] if each.low is not None else 0)
            closes = hour + each.period.parts[0][0]
    return opens, closes


def check(norm: Norm) -> None:
    """Refuse what is not known here."""
    conditions = [norm.trigger or (), *(guard.condition for guard in norm.guards)]
    tests = [test for condition in conditions for alternative in condition for test in alternative]
    is_known = (
        all(each.kind in _KNOWN_WINDOWS and each.anchor is None and each.at is None for each in norm.windows)
        and not any(test.window is not None or test.already or test.count is not None or test.formula is not None for test in tests)
        and all(guard.kind in ("while", "unless", "except") for guard in norm.guards)
        and norm.ensured is None and norm.guaranteed is None and norm.effect is None and not (norm.after and norm.trigger)
        and norm.mode in ("each", "all", "any", "sum")
        and all(role.preposition == "by" and not role.absent for pattern in _patterns(norm) for role in pattern.roles)
    )  # fmt: skip
    if not is_known:
        message = f"{norm.label}: {norm.said}"
        raise UnreadTreatyError(message)


def _patterns(norm: Norm) -> Iterator[Pattern]:
    yield from norm.acts
    for condition in (norm.trigger or (), *(guard.condition for guard in norm.guards)):
        yield from (test.pattern for alternative in condition for test in alternative if test.pattern is not None)


def letters_of(code: Code) -> tuple[Letter, ...]:
    """Everything that a treaty speaks of: its events, by whoever it can make a difference that they are done by; its statuses and measures."""
    found: dict[Letter, None] = {}
    done: dict[str, str | None] = {act.name: None for norm in code.norms for act in norm.acts}
    done |= {act.name: act.amounts[0].unit for norm in code.norms for act in norm.acts if act.amounts}
    for norm in code.norms:
        for act in norm.acts:
            found.update((Letter("event", act.name, (name,), done[act.name]), None) for name in norm.bearer.names or code.parties)
        for pattern in _patterns(norm):
            names = [name for role in pattern.roles for name in role.who.names or code.parties]
            if pattern.name not in done or names:
                found.update((Letter("event", pattern.name, (name,) if name else (), done.get(pattern.name)), None) for name in names or [""])
        for condition in (norm.trigger or (), *(guard.condition for guard in norm.guards)):
            for test in (test for alternative in condition for test in alternative if test.kind != "occurs"):
                found[Letter("status" if test.kind == "holds" else "measure", test.name)] = None
    return tuple(found)
