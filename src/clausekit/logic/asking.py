"""The name of a question → what answers it. A question is loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

from clausekit.logic.answers import Answer, Question
from clausekit.model.treaty import Treaty
from clausekit.norms.norm import Code

# Why something was not answered: kinds of answers that are undecided.
OUT_OF_TIME, NO_SOLVER, FAILED = "out of time", "no solver", "failed"
# What is answered by graphs, exact arithmetic and replay; and of that, what looks at bodies and votes, which only the treaty tells of.
WITHOUT_SOLVER: frozenset[Question] = frozenset({"deadlock", "gap", "evasion", "capture", "capacity", "guarantee"})
_OF_TREATY: frozenset[Question] = frozenset({"evasion", "capture", "capacity"})
# What is asked of the whole treaty even if it falls into slices: what answers a breach may stand anywhere, and an expectation may speak of anything.
_OF_THE_WHOLE: frozenset[Question] = WITHOUT_SOLVER | {"expectation"}


def has_solver() -> bool:
    """Whether there is a solver to ask; it is not loaded for that."""
    return find_spec("z3") is not None


def is_sliced(question: Question) -> bool:
    """Whether a question can be asked of one slice of a treaty after the other."""
    return question not in _OF_THE_WHOLE


def ask(question: Question, treaty: Treaty | None, code: Code) -> Iterator[Answer]:
    """The answers to a question about a treaty, or about a slice of it, as they come. What is asked of slices needs only their norms."""
    answering: Callable[..., Iterator[Answer]] = getattr(import_module(f"clausekit.logic.questions.{question}"), question)
    if question in _OF_TREATY:
        yield from answering(treaty, code)
    elif question in WITHOUT_SOLVER:
        yield from answering(code)
    else:
        from clausekit.logic.theory import Theory  # it loads Z3

        yield from answering(Theory(code, treaty))
