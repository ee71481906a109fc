"""What an answer to a question about a treaty is: the flaw, whom it concerns, and what shows it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from clausekit.norms.calendar import Instant
from clausekit.norms.history import Entry
from clausekit.norms.norm import Names

Question = Literal[
    "conflict", "collision", "dead", "redundant", "budget", "deadlock", "gap", "evasion", "capture", "capacity", "guarantee", "expectation",
]  # fmt: skip
Status = Literal["shown", "refuted", "holds", "undecided"]
"""Of a flaw: shown, or undecided. Of an expectation: it holds, is refuted, or is undecided."""


class Witness(NamedTuple):
    """A history that shows a flaw: what happens, when the treaty enters into force, the instant at which the flaw is seen, and until when it is played.

    Playing it by the reference semantics gives what the answer claims; an answer whose witness does not is never given as shown.
    """

    entries: tuple[Entry, ...]
    in_force: Instant
    at: Instant
    until: Instant


class Step(NamedTuple):
    """A step of a sum, or a station of a circle: the number of the norm that takes it (-1 for none), and what it contributes, in words."""

    norm: int
    said: str


class Answer(NamedTuple):
    """The answer to one question about some norms.

    `kind` tells variants of a flaw apart (of a gap: nobody bound, no consequence, nobody determines). `norms` is the core: the numbers of the norms that
    bring the flaw about together, each of them needed. `parties` are those it concerns. `steps` spell a sum or a circle out. `reason` says why an answer is
    undecided, or what the flaw is beyond its kind. `about` is the number of an expectation, -1 for every other question.
    """

    question: Question
    status: Status
    norms: tuple[int, ...] = ()
    parties: Names = ()
    witness: Witness | None = None
    kind: str = ""
    steps: tuple[Step, ...] = ()
    reason: str = ""
    about: int = -1
