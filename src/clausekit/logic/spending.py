"""The time that may be spent on proving: whoever works for long asks here whether to go on.

What is answered does not hang on time; only how much is answered does. So that nothing is half answered, work that runs out of time is broken off whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic


class OutOfTimeError(Exception):
    """The time that was allowed is spent."""


class _Clock:
    """When the time allowed is over, on the clock of this process."""

    def __init__(self) -> None:
        self.over = inf


_CLOCK = _Clock()


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Allow no more than so many seconds for what is done inside; an allowance that already runs is not made longer."""
    before = _CLOCK.over
    _CLOCK.over = min(before, monotonic() + seconds)
    try:
        yield
    finally:
        _CLOCK.over = before


def left() -> float:
    """How many seconds are left; infinite where nothing limits them."""
    return _CLOCK.over - monotonic()


def go_on() -> None:
    """Raise OutOfTimeError if no time is left."""
    if _CLOCK.over < inf and monotonic() > _CLOCK.over:
        raise OutOfTimeError
