"""Nodes → the same nodes elsewhere: moved along in the text and named otherwise, or without their places, to be compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from clausekit.syntax.nodes import ClauseNode, HeadingNode, Name, ReferenceNode, TranslatedNode

_Node = TypeVar("_Node")
_ARTICLE = re.compile(r"(?:the|an?)\b", re.IGNORECASE)
_PLACES = frozenset({"start", "end"})
_DESIGNATED = (ClauseNode, HeadingNode, ReferenceNode, TranslatedNode)
_plans: dict[type, tuple[int, int]] = {}

Rename = Callable[[Any, Any], Any]
"""A label, heading, citation or line of a translation as it stood, and as it stands now → as it is to be."""


def moved(node: _Node, by: int, rename: Rename | None) -> _Node:
    """A node that stands `by` characters further on. `rename` is asked about every label, heading, citation and translation in it."""
    whole: Any = node
    if not hasattr(whole, "_fields"):
        return tuple([moved(part, by, rename) if isinstance(part, tuple) else part for part in whole])  # type: ignore[return-value]
    kind = type(whole)
    values: list[Any] = [moved(value, by, rename) if isinstance(value, tuple) else value for value in whole]
    plan = _plans.get(kind)
    if plan is None:
        plan = _plans[kind] = (kind._fields.index("start"), kind._fields.index("end"))
    start, end = plan
    values[start] += by
    values[end] += by
    made = kind._make(values)
    return rename(whole, made) if rename is not None and kind in _DESIGNATED else made  # type: ignore[no-any-return]


def without_places(node: Any) -> Any:
    """What a node says, wherever it stands: two of these are equal if the nodes say the same."""
    if not isinstance(node, tuple):
        return node
    if not hasattr(node, "_fields"):
        return [without_places(part) for part in node]
    if isinstance(node, Name):
        article = _ARTICLE.match(node.text)  # a capital where a sentence begins says nothing
        return Name, node.text if article is None else article.group().lower() + node.text[article.end() :]
    fields = zip(node._fields, node, strict=True)
    return type(node), [without_places(part) for field, part in fields if field not in _PLACES]
