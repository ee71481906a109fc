"""What every part of a treaty has in common: it may know its place in a text."""

from __future__ import annotations

from typing import Protocol

from clausekit.source import Span

# Where a part stands that was built without a text.
NOWHERE = -1


class Part(Protocol):
    """Any part of a treaty."""

    @property
    def span(self) -> Span | None:
        """Where the part stands in the text it was read from; None when it was built without one."""
