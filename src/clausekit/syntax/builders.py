"""The builder of every rule of the grammar, by the rule's name or alias."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

from clausekit.syntax import (
    build_actors,
    build_application,
    build_declarations,
    build_events,
    build_formulas,
    build_qualifiers,
    build_rules,
    build_scenarios,
    build_sentences,
    build_time,
    build_translations,
)

_ROOMS = (
    build_actors,
    build_events,
    build_formulas,
    build_time,
    build_qualifiers,
    build_rules,
    build_sentences,
    build_application,
    build_scenarios,
    build_translations,
    build_declarations,
)
BUILDERS: dict[str, Callable[..., Any]] = {
    name: builder
    for room in _ROOMS
    for name, builder in vars(room).items()
    if isinstance(builder, FunctionType) and builder.__module__ == room.__name__ and not name.startswith("_")
}
