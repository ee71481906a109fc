"""Conditions in which a declared event was replaced by what it means: without the alternative that a history may name it by its own name.

Nothing but what it means brings such an event about; that it can also be told by its name is for those who tell histories.
"""

from __future__ import annotations

from clausekit.norms.norm import Condition, Test


def meant(condition: Condition) -> Condition:
    """The alternatives that say what comes about; those that only name a declared event are left out, where another says what it means."""
    return tuple(tests for tests in condition if not _only_names(tests, condition)) or condition


def named_last(condition: Condition) -> Condition:
    """All alternatives, those that only name a declared event behind the others."""
    first = meant(condition)
    return (*first, *(tests for tests in condition if tests not in first))


def _only_names(tests: tuple[Test, ...], condition: Condition) -> bool:
    """Whether one of some tests is of an event by its name, and in another alternative something else stands for that."""
    names = {test.pattern.said: test.pattern.name for test in tests if test.pattern is not None and not test.negated}
    said = {(test.pattern.said, test.pattern.name) for other in condition if other is not tests for test in other if test.pattern is not None}
    return any(word == known and name != stands for word, name in names.items() for known, stands in said if _is_name(name, word))


def _is_name(name: str, said: str) -> bool:
    """Whether an event goes by the words it is spoken of with."""
    return name.lower() == said.lower()
